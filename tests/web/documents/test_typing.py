"""Typing a figure from a passage of a document: proposal, preview, record."""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from jalon.flows.intake.plain_text import blocks_of
from jalon.records.ledger.actions import add_axis, add_category
from jalon.records.ledger.models import Act, Entry
from jalon.records.programmes.actions import attach_document
from jalon.records.trail.models import TrailEvent
from tests.factories.ledger import AccountFactory, EntryFactory
from tests.factories.places import DivisionFactory, PlaceFactory
from tests.factories.programmes import ParticipationFactory, ProgrammeFactory
from tests.factories.sources import DocumentFactory, TextFactory
from tests.people import people

pytestmark = pytest.mark.django_db
REPORT = (
    "RAPPORT 2024\n\nRésultats\n\n"
    "- Plans d’affaires : 2\u202f173 jeunes (478 femmes, 1\u202f695 hommes) ont été aidés à en rédiger ;\n"
    "- Formation : 43 personnes dans le cercle de Goundam, du 12 au 13 septembre 2024 ;\n"
    "- Budget : 207,7 millions de FCFA.\n"
)


@pytest.fixture
def case(client):
    """A programme with two indicators and a budget, its report, and Boubacar who records."""
    programme = ProgrammeFactory()
    plans = AccountFactory(programme=programme, label="Jeunes aidés à rédiger un plan d’affaires")
    trained = AccountFactory(programme=programme, label="Personnes formées")
    budget = AccountFactory(programme=programme, label="Budget", unit="XOF", unit_label="FCFA")
    document = DocumentFactory(issuer="LuxDev", dated="2024-12")
    attach_document(programme=programme, document=document)
    text = TextFactory(version__document=document, content=REPORT, blocks=blocks_of(REPORT))
    DivisionFactory()
    PlaceFactory(name="Goundam", level="cercle")
    PlaceFactory(name="Goundam", level="commune")
    axis = add_axis(code="sex", label="Sexe")
    for code, label in (("F", "Femmes"), ("M", "Hommes")):
        add_category(axis=axis, code=code, label=label)
    users = people(programme)
    client.force_login(users.boubacar)
    return {
        "programme": programme,
        "plans": plans,
        "trained": trained,
        "budget": budget,
        "document": document,
        "text": text,
        "people": users,
        "address": reverse("figure_add", args=[document.uid]),
    }


def soup(answer) -> BeautifulSoup:
    return BeautifulSoup(answer.content, "html.parser")


def fields(answer) -> dict[str, str]:
    """The values of the form as a browser would send them."""
    form = soup(answer).select_one("#figure")
    found: dict[str, str] = {}
    for field in form.select("input[name], textarea[name]"):
        if field.get("type") in {"radio", "checkbox"} and not field.has_attr("checked"):
            continue
        found[field["name"]] = field.get("value", field.text)
    for field in form.select("select[name]"):
        chosen = field.select_one("option[selected]")
        found[field["name"]] = chosen["value"] if chosen else ""
    return found


def errors(answer) -> list[str]:
    return [item.text for item in soup(answer).select(".field .errorlist li")]


def proposal(client, case, quote: str) -> dict[str, str]:
    return fields(client.get(case["address"], {"citation": quote}))


def test_proposal_reads_the_passage(client, case):
    said = proposal(client, case, "2 173 jeunes (478 femmes, 1 695 hommes)")

    assert said["indicateur"] == case["plans"].uid
    assert said["valeur"] == "2\u202f173 jeunes (478 femmes, 1\u202f695 hommes)"
    assert (said["etape"], said["nature"], said["periode"]) == ("achieved", "statement", "2024")
    assert said["declare"] == "LuxDev"


def test_proposal_reads_place_and_period_beside_it(client, case):
    said = proposal(client, case, "43 personnes")

    assert said["indicateur"] == case["trained"].uid
    assert said["lieu"] == "Goundam (cercle)"
    assert said["periode"] == "du 12/09/2024 au 13/09/2024"


def test_proposal_by_the_place_of_the_selection(client, case):
    start = REPORT.index("43 personnes")
    span = {"texte": case["text"].pk, "debut_passage": start - 1, "fin_passage": start + 12}
    said = fields(client.get(case["address"], span))

    assert (said["debut_passage"], said["fin_passage"]) == (str(start), str(start + 12))
    assert said["valeur"] == "43"


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"citation": "absente du texte"},
        {"citation": "43 personnes", "rang": "2"},
        {"debut_passage": "99999", "fin_passage": "100000"},
        {"debut_passage": "14", "fin_passage": "14"},
    ],
)
def test_passage_that_is_not_there_goes_back_with_a_sentence(client, case, given):
    answer = client.get(case["address"], given, follow=True)

    assert answer.redirect_chain[0][0] == reverse("document", args=[case["document"].uid]) + "#saisir"
    assert len(soup(answer).select(".messages .error")) == 1


def test_preview_shows_the_change_and_writes_nothing(client, case):
    EntryFactory(
        account=case["plans"],
        values={"": 2000},
        start=datetime.date(2024, 1, 1),
        end=datetime.date(2024, 12, 31),
    )
    said = proposal(client, case, "2 173 jeunes (478 femmes, 1 695 hommes)")
    before = Entry.objects.count(), Act.objects.count(), TrailEvent.objects.count()

    page = soup(client.post(case["address"], {**said, "action": "apercu"}))

    assert (Entry.objects.count(), Act.objects.count(), TrailEvent.objects.count()) == before
    assert page.select_one(".preview .keys .fig").text.startswith("2\u202f173")
    terms = [
        (one.dt.text, one.dd.text.strip().removesuffix("personnes").strip())
        for one in page.select(".preview .terms > div")
    ]
    assert terms == [("Femmes", "478"), ("Hommes", "1\u202f695")]
    assert "2\u202f000" in page.select_one(".change del").text
    assert "2\u202f000–2\u202f173" in page.select_one(".change ins").text


def test_record_makes_a_draft_with_its_passage(client, case):
    said = proposal(client, case, "2 173 jeunes (478 femmes, 1 695 hommes)")

    answer = client.post(case["address"], {**said, "action": "enregistrer"})

    entry = Entry.objects.get()
    assert answer["Location"] == reverse("entry", args=[entry.uid])
    assert entry.source.quote == "2\u202f173 jeunes (478 femmes, 1\u202f695 hommes)"
    assert [(one.cell.key, one.value) for one in entry.postings.order_by("pk")] == [
        ("sex=F", 478),
        ("sex=M", 1695),
    ]
    assert (entry.kind, entry.stage, entry.printed) == ("statement", "achieved", said["valeur"])
    assert (entry.start, entry.end) == (datetime.date(2024, 1, 1), datetime.date(2024, 12, 31))
    assert (entry.recorded_by, entry.reported_by, entry.acts.count()) == ("boubacar", "LuxDev", 0)


def test_record_a_place_its_division_and_a_part(client, case):
    part = ParticipationFactory(programme=case["programme"]).organisation
    said = proposal(client, case, "43 personnes")

    client.post(case["address"], {**said, "part": part.uid, "action": "enregistrer"})

    entry = Entry.objects.get()
    assert (entry.place.level, entry.division.code, entry.about) == ("cercle", "ML-2016", part)


def test_record_money_at_its_printed_precision(client, case):
    said = proposal(client, case, "207,7 millions de FCFA")

    client.post(case["address"], {**said, "indicateur": case["budget"].uid, "action": "enregistrer"})

    entry = Entry.objects.get()
    assert (entry.postings.get().value, entry.precision, entry.currency) == (207_700_000, 100_000, "")


def test_record_an_event_since_its_day_and_a_crossed_breakdown(client, case):
    age = add_axis(code="age", label="Âge")
    add_category(axis=age, code="15-24", label="15–24 ans")
    said = proposal(client, case, "43 personnes") | {
        "nature": "event",
        "periode": "12/09/2024",
        "case0": "sex:F",
        "croisee0": "age:15-24",
        "nombre0": "19",
        "action": "enregistrer",
    }

    client.post(case["address"], said)

    entry = Entry.objects.get()
    assert (entry.kind, entry.start, entry.end) == ("event", entry.end, datetime.date(2024, 9, 12))
    assert [(one.cell.key, one.value) for one in entry.postings.order_by("pk")] == [
        ("age=15-24;sex=F", 19),
        ("", 24),
    ]


def test_record_since_the_start_keeps_no_first_day(client, case):
    said = proposal(client, case, "43 personnes")

    client.post(case["address"], {**said, "debut": "on", "action": "enregistrer"})

    assert Entry.objects.get().start is None


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"indicateur": ""}, "Choisir l’indicateur que ce passage renseigne."),
        ({"valeur": ""}, "Écrire la valeur que donne le passage."),
        ({"valeur": "beaucoup"}, "« beaucoup » n’est pas un nombre."),
        ({"valeur": "10 (8 femmes, 7 hommes)"}, "plus nombreux que le total"),
        ({"valeur": "-3"}, "négatif"),
        ({"valeur": "au plus 50"}, "« au plus » ne s’enregistre pas"),
        ({"periode": "31 février 2024"}, "ce jour n’existe pas"),
        ({"periode": "du 5 au 3 mars 2024"}, "avant de commencer"),
        ({"lieu": "Atlantide"}, "« Atlantide » n’est pas un lieu connu"),
        ({"lieu": "Goundam"}, "Plusieurs lieux se nomment « Goundam » : écrire « Goundam (cercle) »"),
        ({"decoupage": "ML-1492"}, "Sélectionnez un choix valide"),
        ({"version": "1"}, "Sélectionnez un choix valide"),
        ({"nature": "event", "debut": "on"}, "Un événement a un jour"),
        ({"case0": "sex:F"}, "Choisir la case et écrire sa valeur"),
        ({"nombre0": "12"}, "Choisir la case et écrire sa valeur"),
        ({"case0": "sex:F", "croisee0": "sex:M", "nombre0": "1"}, "Croiser deux ventilations différentes"),
        ({"case0": "sex:F", "nombre0": "44"}, "dépassent le total"),
        ({"case0": "sex:F", "nombre0": "1", "case1": "sex:F", "nombre1": "1"}, "remplie deux fois"),
        ({"case0": "sex:F", "nombre0": "-1"}, "ne peut pas être négative"),
    ],
)
def test_error_stands_at_its_field_and_nothing_is_written(client, case, changes, sentence):
    said = proposal(client, case, "43 personnes") | {"action": "enregistrer"} | changes

    answer = client.post(case["address"], said)

    assert answer.status_code == 422
    assert [sentence in error for error in errors(answer)] == [True]
    assert Entry.objects.count() == 0


def test_event_of_a_stock_is_refused_by_the_ledger(client, case):
    stock = AccountFactory(programme=case["programme"], label="Comités en place", time="last")
    said = proposal(client, case, "43 personnes")
    said |= {"indicateur": stock.uid, "nature": "event", "periode": "12/09/2024", "action": "enregistrer"}

    answer = client.post(case["address"], said)

    assert answer.status_code == 422
    assert "déclarer un total" in soup(answer).select_one(".notice.error").text


def test_passage_says_what_it_carries_already(client, case):
    said = proposal(client, case, "43 personnes")
    client.post(case["address"], {**said, "action": "enregistrer"})

    page = soup(client.get(case["address"], {"citation": "43 personnes"}))

    assert page.select_one(".notice a")["href"] == reverse("entry", args=[Entry.objects.get().uid])


def test_outsider_may_not_type(client, case):
    client.force_login(case["people"].coumba)

    assert client.get(case["address"], {"citation": "43 personnes"}).status_code == 403


def test_account_of_another_programme_is_not_offered(client, case):
    other = AccountFactory()
    said = proposal(client, case, "43 personnes")

    answer = client.post(case["address"], {**said, "indicateur": other.uid, "action": "enregistrer"})

    assert answer.status_code == 422
    assert Entry.objects.count() == 0


def test_form_costs_the_same_queries_for_one_indicator_and_three(client, case, django_assert_num_queries):
    client.get(case["address"], {"citation": "43 personnes"})

    with django_assert_num_queries(17):
        client.get(case["address"], {"citation": "43 personnes"})
    for _n in range(3):
        AccountFactory(programme=case["programme"])
        PlaceFactory()
    with django_assert_num_queries(17):
        client.get(case["address"], {"citation": "43 personnes"})
