"""The outer format refuses what is wrong, all of it at once, in French, with the line and what to do."""

import json

import pytest

from jalon.core.figures import (
    LedgerError,
    MemoryFetcher,
    QuestionError,
    answer_json,
    dump,
    load,
    question_of,
    question_of_text,
    read,
)
from jalon.core.figures.outer import MOST_PROBLEMS

WORLD = [
    {"place": "G", "level": "cercle"},
    {"place": "a", "level": "commune", "under": {"D2016": "G"}},
    {"account": "P", "unit": "person", "decimals": 0, "time": "sum", "places": "sum", "parent": None},
    {"account": "E", "unit": "EUR", "decimals": 2},
]
ENTRY = {
    "entry": "e1", "account": "P", "kind": "event", "stage": "achieved", "on": "2017-03-12", "place": "a",
    "division": "D2016", "about": None, "version": None, "source": "s1", "reported_by": "AMSS",
    "printed": None, "precision": 1, "qualifier": "exact",
    "postings": [{"value": "8", "sex": "F"}, {"value": "12", "sex": "M"}],
    "known_at": "2017-03-13T08:00:00Z",
}  # fmt: skip
ACT = {
    "act": "approve", "entry": "e1", "replaced_by": None, "by": "u1", "why": "",
    "at": "2017-03-14T08:00:00Z", "known_at": "2017-03-14T08:00:00Z",
}  # fmt: skip
QUESTION = {
    "accounts": ["P"], "stage": "achieved", "place": "G", "division": "D2016", "from": "2017-01-01",
    "to": "2017-12-31", "as_of": "2018-01-01T00:00:00Z", "by": ["commune", "sex"], "measure": "value",
    "version": "in_force",
}  # fmt: skip


def lines(*more: dict[str, object]) -> list[str]:
    return [json.dumps(line) for line in (*WORLD, *more)]


def problems(*raw: str) -> list[str]:
    with pytest.raises(LedgerError) as caught:
        load([*lines(), *raw])
    return [str(problem) for problem in caught.value.problems]


def refused(**changes: object) -> str:
    (problem,) = problems(json.dumps(ENTRY | changes), json.dumps(ACT))
    return problem


def test_question_from_outside() -> None:
    fetcher = MemoryFetcher(load(lines(ENTRY, ACT)))

    result = answer_json(QUESTION, fetcher)

    assert {key: result[key] for key in ("low", "high", "marks", "rows", "not_attributable", "sources")} == {
        "low": "20",
        "high": "20",
        "marks": [],
        "rows": [
            {"commune": "a", "sex": "F", "low": "8", "high": "8", "marks": []},
            {"commune": "a", "sex": "M", "low": "12", "high": "12", "marks": []},
        ],
        "not_attributable": [],
        "sources": ["s1"],
    }


def test_rate_from_outside() -> None:
    plan = ENTRY | {
        "entry": "p1", "kind": "statement", "stage": "planned", "version": 1, "from": "2017-01-01",
        "to": "2017-12-31", "postings": [{"value": "30"}],
    }  # fmt: skip
    del plan["on"]
    fetcher = MemoryFetcher(load(lines(ENTRY, ACT, plan, ACT | {"entry": "p1"})))

    result = answer_json(QUESTION | {"by": [], "measure": "rate"}, fetcher)

    assert (result["low"], result["high"]) == ("66.7", "66.7")
    assert [result[term]["low"] for term in ("numerator", "denominator")] == ["20", "30"]


def test_lines_may_come_in_any_order() -> None:
    forward = load(lines(ENTRY, ACT))

    assert load(reversed(lines(ENTRY, ACT))) == forward


def test_same_line_twice_is_one() -> None:
    assert load(lines(ENTRY, ACT, ENTRY, ACT)) == load(lines(ENTRY, ACT))


def test_dump_keeps_cents_and_precision() -> None:
    entry = ENTRY | {"account": "E", "precision": "0.05", "postings": [{"value": "12.5"}]}

    (written,) = [line for line in map(json.loads, dump(load(lines(entry)))) if "entry" in line]

    assert (written["precision"], written["postings"]) == ("0.05", [{"value": "12.50"}])


def test_first_line_may_carry_a_byte_order_mark() -> None:
    first, *others = [line.encode() for line in lines(ENTRY)]

    assert load([b"\xef\xbb\xbf" + first, *others]) == load(lines(ENTRY))


def test_undeclared_parent_is_taken_with_a_doubt() -> None:
    loaded = read([json.dumps({"place": "d", "level": "commune", "under": {"D2016": "K"}})])

    assert [str(doubt) for doubt in loaded.warnings] == [
        "le lieu « K » n’est nommé que comme parent ; il est admis, de niveau inconnu. "
        "Ajoutez sa ligne pour lui donner un niveau."
    ]


def test_thirty_first_of_february() -> None:
    assert refused(on="2017-02-31") == (
        "Ligne 5 : « on » : la date « 2017-02-31 » n’existe pas ; "
        "écrivez une date du calendrier sous la forme AAAA-MM-JJ."
    )


def test_negative_headcount() -> None:
    assert refused(postings=[{"value": "-3"}]) == (
        "Ligne 5 : « value » : « -3 » est négatif ; un effectif ou un montant ne peut l’être, "
        "une correction se fait par un retrait."
    )


def test_decimals_that_the_unit_has_not() -> None:
    assert refused(postings=[{"value": "3.5"}]) == (
        "Ligne 5 : « value » : « 3.5 » a plus de décimales que l’unité person n’en admet (0) ; "
        "arrondissez à la source ou corrigez l’unité."
    )


def test_period_that_ends_before_it_starts() -> None:
    entry = {key: value for key, value in ENTRY.items() if key != "on"}
    entry |= {"kind": "statement", "from": "2017-12-31", "to": "2017-01-01"}

    assert problems(json.dumps(entry)) == [
        "Ligne 5 : la période finit le 2017-01-01 avant de commencer le 2017-12-31 ; inversez les deux dates."
    ]


def test_division_that_does_not_exist() -> None:
    assert refused(division="D1999") == (
        "Ligne 5 : le découpage « D1999 » n’existe pas : aucun lieu ne s’y rattache ; "
        "corrigez sa clé ou ajoutez-le."
    )


def test_act_on_an_unknown_entry() -> None:
    assert problems(json.dumps(ACT)) == [
        "Ligne 5 : l’acte porte sur l’écriture « e1 », qui n’existe pas dans le registre ; "
        "ajoutez-la ou corrigez sa clé."
    ]


def test_broken_line() -> None:
    assert problems('{"entry": "e1",') == [
        "Ligne 5 : la ligne n’est pas un objet JSON lisible (caractère 16) ; corrigez-la ou supprimez-la."
    ]


def test_unknown_key() -> None:
    assert problems(json.dumps({"zone": "Z", "places": ["a"], "colour": "red"})) == [
        "Ligne 5 : la clé « colour » est inconnue pour une zone ; clés admises : places, zone."
    ]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"account": "Q"}, "undeclared_account"),
        ({"place": "z"}, "undeclared_place"),
        ({"postings": []}, "postings_missing"),
        ({"postings": [{"sex": "F"}]}, "missing_key"),
        ({"postings": [{"value": 8}]}, "bad_amount"),
        ({"postings": [{"value": "8 000"}]}, "bad_amount"),
        ({"postings": [{"value": "1", "person": "p1", "group": "g1"}]}, "person_and_group"),
        ({"postings": [{"value": "1", "commune": "a"}]}, "axis_taken"),
        ({"postings": [{"value": "9" * 40}]}, "too_large"),
        ({"postings": {"value": "1"}}, "wrong_type"),
        ({"stage": "done"}, "bad_choice"),
        ({"kind": None}, "bad_choice"),
        ({"on": "20170312"}, "bad_date"),
        ({"on": None}, "dates_missing"),
        ({"on": None, "from": "2017-01-01", "to": "2017-12-31"}, "event_period"),
        ({"to": "2017-12-31"}, "dates_twice"),
        ({"known_at": "2017-03-13"}, "bad_instant"),
        ({"known_at": "2017-02-30T08:00:00Z"}, "bad_instant"),
        ({"precision": 0}, "wrong_type"),
        ({"precision": "fin"}, "wrong_type"),
        ({"version": 2}, "version_unwanted"),
        ({"colour": "red"}, "unknown_key"),
        ({"source": 7}, "wrong_type"),
    ],
)
def test_entry_refused(changes: dict[str, object], code: str) -> None:
    with pytest.raises(LedgerError) as caught:
        load(lines(ENTRY | changes, ACT))

    assert [(problem.code, problem.line) for problem in caught.value.problems] == [(code, 5)]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ({"place": "a", "level": "village"}, "changed"),
        ({"account": "P2", "unit": "person", "parent": "Q"}, "undeclared_account"),
        ({"account": "P2", "unit": "EUR", "parent": "P"}, "parent_unit"),
        ({"account": "P2", "unit": "person", "numerator": "P"}, "half_ratio"),
        ({"account": "P2", "unit": "person", "decimals": 12}, "wrong_type"),
        ({"zone": "Z", "places": ["z"]}, "undeclared_place"),
        ({"zone": "G", "places": ["a"]}, "zone_of_zones"),
        ({"place": "b", "level": "commune", "under": {"D2016": "b"}}, "circle"),
        (
            {"judgement": "j1", "persons": ["p1"], "verdict": "same", "known_at": "2017-03-13T08:00:00Z"},
            "few_persons",
        ),
        (ACT | {"act": "approve", "replaced_by": "e2"}, "replaced_by_unwanted"),
        (ACT | {"act": "withdraw", "replaced_by": "e1"}, "replaced_by_itself"),
        ({"colour": "red"}, "unknown_line"),
    ],
)
def test_line_refused(line: dict[str, object], code: str) -> None:
    with pytest.raises(LedgerError) as caught:
        load(lines(line))

    assert code in [problem.code for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("[1, 2]", "not_an_object"),
        ('{"zone": "Z", "zone": "Y", "places": []}', "repeated_key"),
        ("[" * 100_000, "broken_line"),
        (b'{"zone": "\xff"}', "not_utf8"),
        ("9" * 5000, "broken_line"),
    ],
    ids=["list", "repeated", "deep", "latin-1", "huge number"],
)
def test_raw_line_refused(raw: str | bytes, code: str) -> None:
    with pytest.raises(LedgerError) as caught:
        load([raw])

    assert [problem.code for problem in caught.value.problems] == [code]


def test_all_problems_at_once_up_to_a_bound() -> None:
    broken = [json.dumps(ENTRY | {"entry": f"e{n}", "on": "2017-02-31"}) for n in range(60)]

    with pytest.raises(LedgerError) as caught:
        load([*lines(), *broken])

    assert len(caught.value.problems) == MOST_PROBLEMS
    assert caught.value.more == 60 - MOST_PROBLEMS


def test_entry_already_there_with_another_content() -> None:
    base = load(lines(ENTRY, ACT))

    with pytest.raises(LedgerError) as caught:
        load([json.dumps(ENTRY | {"source": "s2"})], base)

    assert str(caught.value) == (
        "Ligne 1 : l’écriture « e1 » est déjà dans le registre avec un autre contenu, "
        "et rien ne s’y modifie ; retirez et remplacez une écriture par des actes, ou corrigez la clé."
    )


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"to": "2017-02-31"}, "bad_date"),
        ({"from": "2018-01-01"}, "period_reversed"),
        ({"colour": "red"}, "unknown_key"),
        ({"measure": "average"}, "bad_choice"),
        ({"version": "last"}, "bad_choice"),
        ({"accounts": "P"}, "wrong_type"),
        ({"as_of": "hier"}, "bad_instant"),
    ],
)
def test_question_refused(changes: dict[str, object], code: str) -> None:
    with pytest.raises(QuestionError) as caught:
        question_of(QUESTION | changes)

    assert [problem.code for problem in caught.value.problems] == [code]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"accounts": ["Q"]}, "unknown_account"),
        ({"accounts": []}, "no_account"),
        ({"accounts": ["P", "E"]}, "units_differ"),
        ({"place": "z"}, "unknown_place"),
        ({"division": "D1999"}, "unknown_division"),
        ({"by": ["sex", "sex"]}, "axis_repeated"),
        ({"by": ["sex", "age", "commune", "year", "month"]}, "too_many_axes"),
        ({"stage": "planned", "measure": "rate"}, "rate_of_planned"),
    ],
)
def test_question_that_this_ledger_cannot_answer(changes: dict[str, object], code: str) -> None:
    with pytest.raises(QuestionError) as caught:
        answer_json(QUESTION | changes, MemoryFetcher(load(lines(ENTRY, ACT))))

    assert [problem.code for problem in caught.value.problems] == [code]


def test_question_that_is_not_json() -> None:
    with pytest.raises(QuestionError) as caught:
        question_of_text("{")

    assert str(caught.value) == (
        "la ligne n’est pas un objet JSON lisible (caractère 2) ; corrigez-la ou supprimez-la."
    )
