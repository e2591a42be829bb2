"""What a passage seems to say: its period, place, stage and indicator."""

import pytest

from jalon.core.values import parse_period
from jalon.flows.intake.plain_text import blocks_of
from jalon.flows.intake.proposals import period_in, propose
from tests.factories.ledger import AccountFactory
from tests.factories.places import PlaceFactory
from tests.factories.sources import TextFactory


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("12 septembre 2017\tGoundam", "12/09/2017"),
        ("Du 17 au 19 octobre 2023, le Conseil", "du 17/10/2023 au 19/10/2023"),
        ("En 2017, 43 personnes", "2017"),
        ("mission de mars à juillet 2017 ;", "du 01/03/2017 au 31/07/2017"),
        ("au 31 décembre 2023", "31/12/2023"),
    ],
)
def test_period_in(text, period):
    found, wanted = period_in(text), parse_period(period)

    assert found is not None
    assert (found.start, found.end) == (wanted.start, wanted.end)


@pytest.mark.parametrize("text", ["sans date", "le 3 mars", "12 345 jeunes", "20176"])
def test_period_in_without_a_year(text):
    assert period_in(text) is None


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("content", "quote", "expected"),
    [
        ("1. Prévisions de 2017\n\nJeunes à former : 150.", "150", {"stage": "planned", "period": "2017"}),
        ("Situation de départ : 0 bénéficiaire.", "0 bénéficiaire", {"stage": "baseline"}),
        (
            "Depuis le début du programme, 3 800 exploitations au 31 décembre 2023.",
            "3 800 exploitations",
            {"since_start": True, "period": "31/12/2023"},
        ),
        ("Le 12 mars 2017, 20 jeunes.", "20 jeunes", {"kind": "event", "period": "12/03/2017"}),
        ("43 jeunes.", "43", {"period": "2016", "stage": "achieved", "kind": "statement"}),
    ],
)
def test_propose_what_stands_around(content, quote, expected):
    text = TextFactory(content=content, blocks=blocks_of(content), version__document__dated="2016-03")
    start = content.index(quote)

    said = propose(text, start, start + len(quote), [])

    assert {name: getattr(said, name) for name in expected} == expected


@pytest.mark.django_db
def test_propose_the_indicator_whose_label_fits_best():
    content = "- Insertion : 4 840 jeunes suivis ;\n- Plans d’affaires : 2 173 jeunes aidés ; 35 entreprises."
    text = TextFactory(content=content, blocks=blocks_of(content))
    labels = (
        "Jeunes suivis dans leur insertion",
        "Jeunes appuyés pour un plan d’affaires",
        "Entreprises appuyées",
    )
    accounts = [AccountFactory(label=label) for label in labels]

    def proposed(quote):
        start = content.index(quote)
        return propose(text, start, start + len(quote), accounts).account

    assert [proposed(quote) for quote in ("4 840 jeunes", "2 173 jeunes", "35 entreprises")] == [
        account.uid for account in accounts
    ]


@pytest.mark.django_db
def test_propose_a_place_only_when_it_is_sure():
    for level in ("cercle", "commune"):
        PlaceFactory(name="Goundam", level=level)
    content = "43 jeunes à Goundam.\n\n12 jeunes dans la commune de Goundam."
    text = TextFactory(content=content, blocks=blocks_of(content))

    unsure, sure = (
        propose(text, content.index(q), content.index(q) + 9, []) for q in ("43 jeunes", "12 jeunes")
    )

    assert unsure.places == ("Goundam (cercle)", "Goundam (commune)")
    assert sure.place == "Goundam (commune)"
