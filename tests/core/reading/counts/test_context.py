"""What the surroundings say of a count: status, period, place."""

import pytest

from jalon.core.reading.counts.passes import COUNT_CONTEXT, QUANTITY_PASSES
from jalon.core.reading.facts import Fact, FactType, Span
from jalon.core.reading.surface import Surface


def _read(text: str, *others: Fact) -> list[Fact]:
    surface = Surface(text)
    for fact in others:
        surface.take(fact)
    for one in (*QUANTITY_PASSES, *COUNT_CONTEXT):
        one(surface)
    return surface.of_type(FactType.QUANTITY)


def _named(text: str, name: str, value: str, fact_type: FactType) -> Fact:
    start = text.index(name)
    span = Span(start, start + len(name))
    mentions = [span] if fact_type is FactType.PLACE else []
    return Fact(fact_type, span.start, span.end, value, mentions=mentions)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("120 maçons ont été formés.", ["achieved"]),
        ("120 maçons ont été formés depuis le début du programme.", ["achieved"]),
        ("14 puits programmés pour 2026", ["planned"]),
        ("Le projet a permis de construire 12 puits.", ["achieved"]),
        ("45 forages sont prévus en 2025.", ["planned"]),
        ("Le projet prévoit 45 forages.", ["planned"]),
        ("30 jeunes seront formés.", ["planned"]),
        ("Quelque 900 paysans devraient en profiter.", ["planned"]),
        ("Le comité a proposé de former 25 relais.", ["planned"]),
        ("ENDA s’engage à équiper 3 centres.", ["planned"]),
        ("- Recruter 2 animateurs ;", ["planned"]),
        ("Le projet prévoit :\n- 12 puits ;\n- 3 marchés.", ["planned", "planned"]),
        ("Les partenaires vont allouer 2 véhicules.", ["planned"]),
        ("120 lampadaires sur 90 prévus", ["achieved", "planned"]),
        ("46 radeaux, contre 60 prévus", ["achieved", "planned"]),
        ("Le nombre de puits est passé de 12 à 30.", ["baseline", "achieved"]),
        ("Le projet intervient dans 12 communes.", ["context"]),
        ("des actions menées dans les 3 régions", ["context"]),
        ("Il sera formé 40 agents dont 10 femmes.", ["planned", "planned"]),
        ("Lors de l’opéra, 40 agents ont chanté.", ["achieved"]),
    ],
)
def test_status(text: str, expected: list[str]) -> None:
    assert [fact.text("status") for fact in _read(text)] == expected


@pytest.mark.parametrize(
    ("text", "named", "value", "fact_type", "expected"),
    [
        ("En 2023, 120 maçons ont été formés.", "2023", "2023", FactType.DATE, ["2023"]),
        (
            "Résultats de l’année 2023 :\n- 12 puits ;\n- 8 marchés.",
            "2023",
            "2023",
            FactType.DATE,
            ["2023"] * 2,
        ),
        ("Depuis 2021, 12 puits ont été creusés.", "2021", "2021", FactType.DATE, [""]),
        ("Bilan 2022\n\nLe projet a creusé 12 puits.", "2022", "2022", FactType.DATE, ["2022"]),
        ("La réunion du 4 mai 2023 a groupé 12 maires.", "4 mai 2023", "2023-05-04", FactType.DATE, [""]),
        (
            "De mars à juin 2023, 45 jeunes dont 20 filles ont appris.",
            "De mars à juin 2023",
            "2023-03/2023-06",
            FactType.PERIOD,
            ["2023-03/2023-06"] * 2,
        ),
        ("Du 3 au 5 mai, 12 élus.", "Du 3 au 5 mai", "2023-05-03/2023-05-05", FactType.PERIOD, [""]),
    ],
)
def test_period(text: str, named: str, value: str, fact_type: FactType, expected: list[str]) -> None:
    found = _read(text, _named(text, named, value, fact_type))

    assert [fact.text("period") for fact in found] == expected


@pytest.mark.parametrize(
    ("text", "places", "expected"),
    [
        ("12 puits creusés à Nioro.", ["Nioro"], [("Nioro",)]),
        ("12 puits à Nioro et 8 à Diéma.", ["Nioro", "Diéma"], [("Nioro",), ("Diéma",)]),
        ("7 unions et 2 ligues de Kati et Kita.", ["Kati", "Kita"], [(), ("Kati", "Kita")]),
        ("12 puits. Le maire de Nioro est venu.", ["Nioro"], [()]),
        ("12 puits ; à Nioro, rien.", ["Nioro"], [()]),
    ],
)
def test_place(text: str, places: list[str], expected: list[tuple[str, ...]]) -> None:
    found = _read(text, *(_named(text, place, place, FactType.PLACE) for place in places))

    assert [fact.texts("place") for fact in found] == expected
