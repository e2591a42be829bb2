"""What documents contradict, and what only looks like it."""

import pytest

from jalon.core.reading.facts import Level
from tests.core.reading.series.sessions import SESSIONS, together

NARROW = "\N{NARROW NO-BREAK SPACE}"


def test_sessions_contradict_each_other_three_times() -> None:
    found = together(*SESSIONS).contradictions

    assert [(note.level, note.explain.replace(NARROW, " ")) for note in found] == [
        (Level.CERTAIN, "640 ici, 610 là, pour la même période (2021) : écart de 30"),
        (
            Level.VERIFY,
            "budget du même projet : 1 250 000 000 XOF ici, 1 520 000 000 XOF là (écart 270 000 000)",
        ),
        (Level.VERIFY, "fin du même projet : décembre 2024 ici, juin 2024 là"),
    ]
    assert [passage.quote for passage in found[0].passages] == ["640 productrices", "610 productrices"]
    for note in found:
        for passage in note.passages:
            text = passage.document.text[passage.span.start : passage.span.end]
            assert " ".join(text.split()) == passage.quote


@pytest.mark.parametrize(
    ("first", "second", "kind", "level"),
    [
        (
            "La durée du projet est de 24 mois.",
            "La durée du projet est de 36 mois.",
            "conflicting_length",
            Level.HUMAN,
        ),
        (
            "La durée du projet est de trois ans.",
            "La durée du projet est de 30 mois.",
            "conflicting_length",
            Level.VERIFY,
        ),
        (
            "Le projet a démarré en mars 2014.",
            "Date de démarrage : février 2014",
            "conflicting_dates",
            Level.VERIFY,
        ),
        (
            "Période : mai 2013 - avril 2015\nLieu : Diré",
            "Période : mai 2013 - avril 2016\nLieu : Diré",
            "conflicting_dates",
            Level.HUMAN,
        ),
        (
            "Le budget total du projet est de 450 000 000 FCFA.",
            "Le budget total du projet est de 540 000 000 FCFA.",
            "conflicting_budget",
            Level.VERIFY,
        ),
    ],
)
def test_project_said_two_ways_is_to_be_looked_at(first: str, second: str, kind: str, level: Level) -> None:
    found = together(("2015-03", first), ("2015-06", second)).contradictions

    assert [(note.kind, note.level) for note in found] == [(kind, level)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # the year was not over when the first was written
        ("En 2022, 300 maçons ont été formés.", "En 2022, 480 maçons ont été formés."),
        # other periods, places, programmes of training
        ("En 2020, 300 maçons ont été formés.", "En 2021, 480 maçons ont été formés."),
        ("En 2020, 300 maçons ont été formés à Kita.", "En 2020, 480 maçons ont été formés à Kayes."),
        ("En 2020, 300 maçons ont été formés.", "En 2020, près de 310 maçons ont été formés."),
        ("En 2020, 300 jeunes ont été formés au tissage.", "En 2020, 90 jeunes ont été formés au chant."),
        # an amendment, another day of the same month, a part of the budget
        (
            "Date de fin du projet : décembre 2022.",
            "Un avenant reporte la fin du projet à juin 2023.",
        ),
        ("Le projet s’achève en juin 2023.", "Le projet s’achève le 30 juin 2023."),
        ("La durée du projet est de deux ans.", "La durée du projet est de 24 mois."),
        (
            "Le budget du programme pour 2021 est de 80 000 000 FCFA.",
            "Budget du programme : 95 000 000 FCFA.",
        ),
        ("Depuis 2019, le projet appuie les maires.", "Le projet a démarré en mars 2020."),
        (
            "Le budget total du projet est de 450 000 000 FCFA.",
            "Le budget de l’année est de 120 000 000 FCFA.",
        ),
        (
            "Le budget total du projet est de 450 000 000 FCFA.",
            "Le budget total du projet est de 686 021 euros.",
        ),
    ],
)
def test_what_may_differ_is_no_contradiction(first: str, second: str) -> None:
    assert together(("2022-06", first), ("2023-03", second)).contradictions == ()
