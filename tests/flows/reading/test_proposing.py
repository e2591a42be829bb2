"""What is proposed for a figure: indicator, stage, period, place, from what exists."""

import datetime

import pytest

from jalon.flows.reading.proposing import iso_period, propose
from jalon.flows.reading.targets import Becomes, NewAccount
from jalon.flows.reading.units import unit_of
from jalon.records.ledger.models import Entry
from jalon.records.programmes import actions as programmes
from tests.factories.ledger import AccountFactory, EntryFactory
from tests.factories.places import PlaceFactory
from tests.flows.reading.reports import report


@pytest.mark.django_db
def test_figure_is_proposed_where_it_belongs():
    made = report()
    total = made.claim("43 jeunes")
    proposal = propose(total, made.known)

    target = proposal.target
    assert (target.account, target.stage, target.reported_by) == (made.account, "achieved", "AMSS")
    assert (target.start, target.end) == (datetime.date(2017, 1, 1), datetime.date(2017, 12, 31))
    assert (target.place.name, proposal.period, proposal.missing) == ("Diré", "2017", ())
    assert [part.as_published["sex"] for part in proposal.parts] == ["F", "M"]


@pytest.mark.django_db
def test_indicator_is_chosen_by_its_label_among_those_of_the_same_unit():
    made = report()
    AccountFactory(programme=made.programme, label="Jeunes identifiés", unit_label="jeunes")
    AccountFactory(programme=made.programme, label="Budget des jeunes formés", unit="XOF", nature="use")

    assert [one.label for one in propose(made.claim("43 jeunes"), made.known).accounts] == [
        "Jeunes formés",
        "Jeunes identifiés",
    ]


@pytest.mark.django_db
def test_what_nothing_counts_yet_opens_an_indicator_over_the_year_of_the_document():
    made = report()
    proposal = propose(made.claim("Deux forages"), made.known)

    assert proposal.target.account == NewAccount(made.programme, "Forages", "forage", "forages")
    assert (proposal.target.start, proposal.target.end) == (
        datetime.date(2018, 1, 1),
        datetime.date(2018, 12, 31),
    )


@pytest.mark.django_db
def test_amount_is_planned_in_its_currency():
    made = report()
    target = propose(made.claim("12 500 000 FCFA"), made.known).target

    assert (target.account.unit, target.account.nature, target.stage) == ("XOF", "use", Entry.Stage.PLANNED)


@pytest.mark.django_db
def test_population_of_a_place_is_no_result():
    made = report()

    assert propose(made.claim("8 000 habitants"), made.known).becomes is Becomes.KEPT


@pytest.mark.django_db
def test_without_a_date_the_period_is_to_be_said():
    made = report(dated="")
    proposal = propose(made.claim("Deux forages"), made.known)

    assert (proposal.target, proposal.missing) == (
        None,
        ("Aucune période n’est dite : indiquer celle que couvre le chiffre.",),
    )


@pytest.mark.django_db
def test_homonym_is_the_place_of_the_programme_else_to_be_chosen():
    made = report()
    other = PlaceFactory(name="Diré", level="cercle")
    total = made.claim("43 jeunes")

    asked = propose(total, made.known)
    assert (asked.target, len(asked.places)) == (None, 2)
    programmes.add_place(programme=made.programme, place=other)
    assert propose(total, made.known).place == other


@pytest.mark.django_db
def test_homonym_is_of_the_level_that_the_text_says():
    made = report()
    PlaceFactory(name="Diré", level="commune")

    assert propose(made.claim("43 jeunes"), made.known).place.level == "cercle"


@pytest.mark.django_db
def test_women_go_where_their_total_goes():
    made = report()
    AccountFactory(programme=made.programme, label="Femmes installées", unit_label="femmes")

    assert propose(made.claim("19 femmes"), made.known).accounts[0] == made.account


@pytest.mark.django_db
def test_corrected_value_is_proposed_again():
    made = report()
    said = {**made.claim("43 jeunes").as_published, "period": "2016-07/2016-12", "place": ["Inconnu"]}
    proposal = propose(made.claim("43 jeunes"), made.known, said=said)

    assert (proposal.start, proposal.end) == (datetime.date(2016, 7, 1), datetime.date(2016, 12, 31))
    assert proposal.missing == ("« Inconnu » n’est pas un lieu connu : choisir le lieu.",)


@pytest.mark.django_db
def test_place_unsaid_is_the_usual_one_of_the_indicator_else_the_programme_s():
    made = report()
    claim = made.claim("Deux forages")
    assert propose(claim, made.known).place is None

    region = PlaceFactory(name="Tombouctou", level="region")
    programmes.add_place(programme=made.programme, place=region)
    assert propose(claim, made.known).place == region

    account = AccountFactory(programme=made.programme, label="Forages réalisés", unit="forage")
    gao = PlaceFactory(name="Gao", level="region")
    EntryFactory(account=account, place=gao)
    assert propose(claim, made.known).place == gao


@pytest.mark.django_db
def test_row_of_a_table_says_its_place_and_its_heading_the_period():
    content = "Jeunes formés en 2016\n\nCercle\tJeunes\nDiré\t14\nGoundam\t12\n"
    made = report(content=content, facts=[("quantity", "14", 14, {"unit": "Jeunes"})])
    target = propose(made.reading.claims.get(), made.known).target

    assert (target.account, target.place.name, target.start.year) == (made.account, "Diré", 2016)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2017", ("2017-01-01", "2017-12-31")),
        ("2013-05/2015-04", ("2013-05-01", "2015-04-30")),
        ("2024-06-21", ("2024-06-21", "2024-06-21")),
        ("2017/2018-06-30", ("2017-01-01", "2018-06-30")),
    ],
)
def test_iso_period(text, days):
    period = iso_period(text)

    assert (period.start.isoformat(), period.end.isoformat()) == days


@pytest.mark.parametrize("text", ["", "P6M", "2018/2017", "le 3 mai", "/"])
def test_iso_period_of_nothing(text):
    assert iso_period(text) is None


@pytest.mark.parametrize(
    ("noun", "unit"),
    [
        ("jeunes femmes", "person"),
        ("bénéficiaires directs", "person"),
        ("villageois", "person"),
        ("conseillères", "person"),
        ("hectares aménagés", "ha"),
        ("micro-entreprises collectives", "enterprise"),
        ("forages", "forage"),
        ("périmètres maraîchers", "perimetre_maraicher"),
    ],
)
def test_unit_of(noun, unit):
    assert unit_of(noun) == unit
