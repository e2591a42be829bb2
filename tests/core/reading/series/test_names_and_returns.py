"""Names in two spellings, and recommendations that come back."""

import pytest

from jalon.core.reading.facts import Level
from jalon.core.reading.series.shapes import Return, Stand
from tests.core.reading.series.sessions import SESSIONS, together


def returns(*texts: str) -> list[Return]:
    found = together(*((f"{2021 + n}-03", f"COMPTE RENDU\n\n{text}") for n, text in enumerate(texts)))
    return list(found.returns)


def test_recommendation_of_three_sessions_comes_back_for_the_third_time() -> None:
    found = together(*SESSIONS).returns

    assert [(one.level, one.explain) for one in found] == [
        (
            Level.VERIFY,
            "revient pour la 3e fois sans être dite réalisée (dernier état dit : non réalisée)",
        ),
        (Level.CERTAIN, "demandée, puis dite réalisée"),
    ]
    assert found[0].stands == (Stand.SAID, Stand.OPEN, Stand.SAID)
    assert found[1].is_closed


ASK = "Le comité recommande de clôturer les comptes bancaires du volet microcrédit avant fin juin."


def test_recommendation_that_a_sentence_says_done_is_closed() -> None:
    done = "Les comptes bancaires du volet microcrédit ont été clôturés en mai."

    assert [one.is_closed for one in returns(ASK, done)] == [True]


def test_recommendation_that_a_sentence_says_not_done_is_not_closed() -> None:
    late = "Les comptes bancaires du volet microcrédit n’ont pas été clôturés."

    assert returns(ASK, late) == []


@pytest.mark.parametrize(
    "other",
    [
        "Le comité recommande de clôturer la liste des candidats au volet formation.",
        "Le comité recommande de former les agents des communes à la tenue des comptes.",
        "Le comité recommande de tenir la prochaine session à Kayes.",
        "Le comité recommande d’auditer les comptes bancaires du volet microcrédit.",
    ],
)
def test_other_recommendations_do_not_come_back(other: str) -> None:
    assert returns(ASK, other) == []


def test_routine_of_every_session_does_not_come_back() -> None:
    ask = "Le comité recommande de convoquer la prochaine session ordinaire du comité de pilotage à Kayes."

    assert returns(ask, ask) == []


FUND = "Le Fonds de développement des coopératives maraîchères (FDCM) a signé la convention."


def test_organisation_under_two_spellings_is_to_be_verified() -> None:
    other = FUND.replace("maraîchères", "maraichière")
    found = together(("2022", FUND), ("2023", other)).names

    assert [(note.level, note.kind) for note in found] == [(Level.VERIFY, "name_variant")]
    assert len(found[0].passages) == 2


def test_person_under_two_spellings_is_to_be_verified() -> None:
    found = together(
        ("2022", "La séance était présidée par M. Boureima Dolo, préfet de Bankass."),
        ("2023", "La séance était présidée par M. Bourema Dolo, préfet de Bankass."),
    ).names

    assert [note.explain for note in found] == [
        "même personne, deux graphies d’un document à l’autre : « Boureima Dolo » et « Bourema Dolo »"
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (FUND, FUND),
        (FUND, FUND.replace("développement", "developpement")),
        ("M. Boureima Dolo préside.", "M. Boureima Traoré préside."),
        (
            "La Direction régionale de la santé de Ségou siège.",
            "La Direction régionale de la santé de Sikasso siège.",
        ),
    ],
)
def test_same_name_and_other_names_are_no_variants(first: str, second: str) -> None:
    assert together(("2022", first), ("2023", second)).names == ()
