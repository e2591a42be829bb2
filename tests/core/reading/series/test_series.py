"""Figures of one indicator over documents: who goes with whom, cumulative or by period, the doubts."""

import pytest

from jalon.core.reading.facts import Level
from jalon.core.reading.series.shapes import Nature, Series
from jalon.core.reading.series.together import read_together
from tests.core.reading.series.sessions import SESSIONS, document, together


def values(series: Series) -> list[int]:
    return [int(point.value) for point in series.points]


def only(*texts: str, first_year: int = 2022) -> Series:
    """The one series of documents written in March of following years."""
    found = together(*((f"{first_year + n}-03", text) for n, text in enumerate(texts))).series
    assert len(found) == 1
    return found[0]


def test_sessions_give_a_series_an_indicator() -> None:
    found = {one.label.split(" ont ")[0]: one for one in together(*SESSIONS).series}

    assert {name: values(one) for name, one in found.items()} == {
        "ménages": [1120, 1780, 2310],
        "forages": [14, 22, 220],
        "tonnes d’échalote": [230, 180, 195],
        "productrices": [640, 610],
    }
    assert [found[name].nature for name in ("ménages", "forages", "tonnes d’échalote")] == [
        Nature.CUMULATIVE,
        Nature.CUMULATIVE_LIKELY,
        Nature.BY_PERIOD,
    ]


def test_points_carry_their_passage_and_the_difference() -> None:
    series = only("À ce jour, 3 800 exploitations ont été suivies.", "4 840 exploitations sont suivies.")

    assert [point.passage.quote for point in series.points] == ["3 800 exploitations", "4 840 exploitations"]
    assert [point.change for point in series.points] == [None, 1040]
    assert series.nature is Nature.CUMULATIVE_LIKELY


def test_figures_stand_in_the_order_of_the_days_they_are_about() -> None:
    later_note = "Depuis le début, 3 800 exploitations agricoles avaient été suivies au 31 décembre 2022."
    series = only("4 840 exploitations agricoles sont suivies.", later_note, first_year=2024)

    assert values(series) == [3800, 4840]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("898 jeunes ont été formés à la gestion.", "158 jeunes ont reçu un crédit."),
        ("120 candidats ont été présélectionnés.", "45 candidats ont été formés."),
        ("La session a réuni 32 participants.", "La session a réuni 41 participants."),
        ("48 personnes ont pris part à la réunion.", "61 personnes ont pris part à la réunion."),
        ("12 forages ont été réalisés à Kita.", "18 forages ont été réalisés à Diéma."),
        ("40 hectares ont été aménagés.", "45 hectares seront aménagés."),
        ("60 femmes ont été formées au tissage.", "75 hommes ont été formés au tissage."),
        ("22 coopératives de maraîchage sont créées.", "27 coopératives de pêche sont créées."),
        ("- 18 comités de gestion installés", "- 6 comités de suivi installés"),
        ("Le taux d’accès est passé de 40 % à 52 %.", "Le taux d’accès est passé de 52 % à 60 %."),
        ("Les sacs sont de 50 kg.", "Les sacs sont de 25 kg."),
        ("Le débit est de 18 m3/h.", "Un forage de 5 m3/h équipe l’école."),
        ("Douze modules de formation élaborés", "30 guides de formation élaborés"),
    ],
)
def test_figures_of_different_things_are_not_followed(first: str, second: str) -> None:
    assert together(("2022", first), ("2023", second)).series == ()


def test_figure_that_a_document_says_two_ways_is_not_followed() -> None:
    twice = "120 puits ont été creusés par le projet.\n\n135 puits ont été creusés par le projet."

    assert together(("2022", twice), ("2023", "150 puits ont été creusés par le projet.")).series == ()


def test_documents_of_two_programmes_are_not_compared() -> None:
    first = document("120 puits ont été creusés.", "2022", programme="nord")
    second = document("150 puits ont été creusés.", "2023", programme="sud")

    assert read_together([first, second]).series == ()


def test_documents_of_a_programme_and_of_the_one_above_are_compared() -> None:
    first = document("120 puits ont été creusés.", "2022", programme="nord", above="pays")
    second = document("150 puits ont été creusés.", "2023", programme="pays")

    assert [values(one) for one in read_together([first, second]).series] == [[120, 150]]


@pytest.mark.parametrize(
    ("first", "second", "explain", "level"),
    [
        (
            "Depuis le début du projet, 900 ménages ont été équipés.",
            "Depuis le début du projet, 850 ménages ont été équipés.",
            "900 puis 850 : un chiffre cumulé ne diminue pas (écart 50)",
            Level.VERIFY,
        ),
        (
            "130 puits ont été creusés.",
            "1 300 puits ont été creusés.",
            "130 puis 1 300 : dix fois plus d’un document à l’autre (écart 1 170), un zéro à vérifier",
            Level.VERIFY,
        ),
        (
            "En 2021, 347 artisans ont été formés à la soudure.",
            "En 2022, 347 artisans ont été formés à la soudure.",
            "même valeur 347 pour 2021 et pour 2022 : recopiée ?",
            Level.VERIFY,
        ),
    ],
)
def test_doubts_say_both_passages_and_the_difference(
    first: str, second: str, explain: str, level: Level
) -> None:
    series = only(first, second)

    assert [
        (note.explain.replace("\N{NARROW NO-BREAK SPACE}", " "), note.level) for note in series.notes
    ] == [(explain, level)]
    assert len(series.notes[0].passages) == 2


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("En 2021, 347 artisans ont été formés.", "En 2022, 402 artisans ont été formés."),
        ("Environ 130 puits ont été creusés.", "1 300 puits ont été creusés."),
        ("230 tonnes de mil ont été vendues.", "180 tonnes de mil ont été vendues."),
    ],
)
def test_usual_changes_raise_no_doubt(first: str, second: str) -> None:
    assert only(first, second).notes == ()


def test_women_are_followed_with_the_whole_they_are_part_of() -> None:
    found = together(
        ("2022", "120 jeunes ont été formés à la couture, dont 80 femmes."),
        ("2023", "150 jeunes ont été formés à la couture, dont 95 femmes."),
    ).series

    assert sorted(values(one) for one in found) == [[80, 95], [120, 150]]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "Au total, 3 250 maçons, dont 40 femmes, ont été formés au ciment.",
            "4 980 maçons formés au ciment.",
        ),
        ("Nombre de comités de gestion mis en place : 42", "Nombre de comités de gestion mis en place : 57"),
        ("- kilomètres de pistes balisées : 120", "- kilomètres de pistes balisées : 185"),
        ("Le projet a vacciné 245 000 têtes de bétail.", "261 500 têtes de bétail ont été vaccinées."),
        ("65 laiteries ont été équipées.", "Les laiteries équipées sont au nombre de 80 laiteries."),
        ("Plans d’affaires\tNombre\nPlans d’affaires soumis\t942", "1 686 plans d’affaires ont été soumis."),
        ("Le taux de décaissement s’établit à 58 %.", "Le taux de décaissement est de 74 %."),
    ],
)
def test_one_indicator_is_known_under_several_wordings(first: str, second: str) -> None:
    assert [len(one.points) for one in together(("2022", first), ("2023", second)).series] == [2]


def test_rates_are_followed_by_their_name() -> None:
    series = only("Le taux d’exécution du budget est de 45 %.", "Le taux d’exécution du budget est de 72 %.")

    assert (series.nature, values(series)) == (Nature.RATE, [45, 72])


def test_order_of_the_documents_given_does_not_matter() -> None:
    documents = [document(text, dated, key=dated) for dated, text in SESSIONS]

    def said(given: list) -> list[tuple[str, list[int]]]:
        return [(one.label, values(one)) for one in read_together(given).series]

    assert said(documents) == said(documents[::-1])
