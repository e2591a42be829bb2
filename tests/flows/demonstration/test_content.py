import dataclasses
from decimal import Decimal

import pytest

from jalon.core.values.numbers import Qualifier
from jalon.flows.demonstration.consistency import consistency_problems
from jalon.flows.demonstration.content import Content, read_content
from jalon.flows.demonstration.passages import (
    carried_numbers,
    find,
    passage_problems,
    span_of,
    text_of,
    texts,
)
from jalon.flows.demonstration.tables import ContentProblem

FIVE = ("000", "001", "002", "003", "004")


@pytest.fixture(scope="module")
def content() -> Content:
    return read_content()


def test_content_holds_together(content: Content):
    assert consistency_problems(content) == []


def test_every_quote_and_number_stands_where_it_is_said(content: Content):
    assert passage_problems(content, texts(content)) == []


def test_five_documents_say_what_they_are(content: Content):
    heads = {
        document.key: text_of(document).split("\n")[0]
        for document in content.documents
        if document.key in FIVE
    }

    assert heads == dict.fromkeys(
        FIVE,
        "Document de démonstration : les faits et chiffres reprennent ceux d’un document public ; "
        "les noms de personnes sont inventés.",
    )


def test_invented_entries_come_from_invented_documents_only(content: Content):
    invented = {document.key for document in content.documents if document.invented}

    assert {entry.document for entry in content.entries if entry.invented} == invented
    assert {entry.document for entry in content.entries if not entry.invented} == set(FIVE)


def test_two_thousand_young_people_by_sex(content: Content):
    entry = next(entry for entry in content.entries if entry.key == "000.jeunes-plans")

    assert entry.quote == "2 173 jeunes (478 femmes, 1 695 hommes)"
    assert [(cell.categories, cell.value) for cell in entry.postings] == [
        ({"sex": "F"}, "478"),
        ({"sex": "M"}, "1695"),
    ]


def test_what_cells_leave_is_a_posting_without_category(content: Content):
    entry = next(entry for entry in content.entries if entry.key == "001.membres")

    assert [(cell.categories, cell.value) for cell in entry.postings] == [({"sex": "F"}, "17"), ({}, "68")]


def test_zero_is_kept_and_unknown_has_no_entry(content: Content):
    entries = {entry.account: entry.value for entry in content.entries if entry.document == "004"}

    assert entries["mli801.contribution-luxembourg"] == "0"
    assert "mli801.contribution-mali" not in entries


def test_number_says_how_it_was_printed(content: Content):
    numbers = {entry.key: entry.number for entry in content.entries}

    assert numbers["002.participants"].qualifier is Qualifier.ABOUT
    assert numbers["002.participants"].precision == 10
    assert numbers["001.part-femmes"].precision == Decimal("0.01")


def test_one_entry_each_waits_is_withdrawn_or_set_aside(content: Content):
    entries = content.entries

    assert [entry.key for entry in entries if not entry.approved_at] == [
        "103.visite-2025",
        "101.reunion-2018",
    ]
    assert [entry.key for entry in entries if entry.withdrawn] == ["101.seance-dire"]
    assert [entry.key for entry in entries if entry.set_aside] == ["101.perimetres"]


def test_two_claims_of_one_extent_contradict_each_other(content: Content):
    claims = [entry for entry in content.entries if entry.account == "mli1088.premiers-secours"]
    achieved = [entry for entry in claims if entry.stage == "achieved"]

    assert {(entry.first_day, entry.last_day, entry.place, entry.division) for entry in achieved} == {
        (achieved[0].first_day, achieved[0].last_day, achieved[0].place, achieved[0].division)
    }
    assert [(entry.value, entry.invented) for entry in achieved] == [("26", False), ("24", True)]


def test_remarks_cover_the_findings_of_the_five_documents(content: Content):
    codes = {
        remark.code for remark in content.remarks if remark.code.startswith("D") and remark.code != "DEMO"
    }

    assert codes == {f"D{rank}" for rank in range(1, 28)}


def test_find_counts_overlapping_occurrences_as_the_ledger_does():
    assert [find("0 EUR, 50 EUR, 500 EUR", "0 EUR", nth) for nth in (1, 2, 3, 4)] == [0, 8, 17, -1]


def test_span_of_is_not_a_part_of_a_longer_number(content: Content):
    number = next(number for number in carried_numbers(content) if number.entry == "001.communes")
    sixteen = dataclasses.replace(number, quote="16 communes")

    assert span_of(number, "les 16 communes, les 6 communes") == (21, 22)
    assert span_of(sixteen, "les 16 communes, les 6 communes") is None


def write(folder, name: str, text: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            '[[axis]]\ncode = "sex"\nlabel = "Sexe"\ncolour = "red"',
            "a.toml, axis n° 1 : clé inconnue « colour ». Clés admises : code, label.",
        ),
        ('[[axis]]\ncode = "sex"', "a.toml, axis n° 1 : il manque la clé « label »."),
        (
            '[[axis]]\ncode = 1\nlabel = "Sexe"',
            "a.toml, axis n° 1, code : un texte est attendu, « 1 » est écrit.",
        ),
        ('[[planet]]\nname = "Mars"', "a.toml : table inconnue « planet »."),
        (
            '[[zone]]\nkey = "z"\nname = "Z"\nmembers = "a"',
            "a.toml, zone n° 1, members : une liste est attendue.",
        ),
        (
            '[[batch]]\nname = "Lot"\n[[batch.entry]]\nkey = "e"\nvalu = "1"',
            "a.toml, Lot, e : clé inconnue « valu ».",
        ),
    ],
)
def test_read_content_refuses(tmp_path, text: str, sentence: str):
    write(tmp_path, "a.toml", text)

    with pytest.raises(ContentProblem) as caught:
        read_content(tmp_path)

    assert str(caught.value).startswith(sentence)
