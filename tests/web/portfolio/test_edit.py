"""Describing a programme: its sheet and its sections, who may, and what bad input is told."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from jalon.records.parties.models import Organisation
from jalon.records.programmes.models import Amendment, Programme, ProgrammeCode, StatusChange
from jalon.records.programmes.queries import calendar
from jalon.records.trail.models import TrailEvent
from tests.factories.parties import OrganisationFactory
from tests.factories.programmes import ParticipationFactory, ProgrammeCodeFactory, ProgrammeFactory
from tests.factories.sources import DocumentFactory, TextFactory
from tests.people import people

pytestmark = pytest.mark.django_db
SHEET = {"title": "Insertion des jeunes", "short_title": "Jeunes", "country": "ML"}


def sheet_address(programme) -> str:
    return reverse("programme_edit", args=[programme.slug])


def section(programme, key: str) -> str:
    return reverse("programme_section", args=[programme.slug, key])


def errors(response) -> dict[str, str]:
    """What a refused form says, by field; "" for what concerns no single field."""
    assert response.status_code == 422
    form = response.context["page"].form
    return {("" if name == "__all__" else name): said[0] for name, said in form.errors.items()}


@pytest.fixture
def awa(client):
    """Awa, logged in, responsible for the programme « Jeunes »."""
    programme = ProgrammeFactory(short_title="Jeunes", kind="programme", planned_end="2024-12")
    client.force_login(people(programme).awa)
    return programme


def test_administrator_opens_a_programme_and_lands_on_its_sheet(client):
    client.force_login(people().admin)
    said = {**SHEET, "kind": "programme", "planned_start": "mai 2013", "planned_end": "30/04/2015"}

    response = client.post(reverse("programme_add"), said)

    made = Programme.objects.get()
    assert response["Location"] == sheet_address(made)
    assert (made.planned_start, made.planned_end, made.slug) == ("2013-05", "2015-04-30", "jeunes")
    assert TrailEvent.objects.get().actor == "admin"


def test_awa_opens_a_project_under_her_programme_and_no_programme_of_first_rank(client, awa):
    top = client.post(reverse("programme_add"), {**SHEET, "kind": "programme", "parent": ""})
    under = client.post(reverse("programme_add"), {**SHEET, "kind": "project", "parent": awa.slug})

    assert "parent" in errors(top)
    made = Programme.objects.exclude(pk=awa.pk).get()
    assert (made.parent, under["Location"]) == (awa, sheet_address(made))
    assert client.get(sheet_address(made)).status_code == 200


def test_awa_may_not_open_a_project_under_the_programme_of_another(client, awa):
    other = ProgrammeFactory()

    response = client.post(reverse("programme_add"), {**SHEET, "kind": "project", "parent": other.slug})

    assert "parent" in errors(response)
    assert not Programme.objects.filter(parent=other).exists()


def test_sheet_shows_dates_in_french_and_saves_them_as_they_are_written(client, awa):
    soup = BeautifulSoup(client.get(sheet_address(awa)).content, "html.parser")
    assert soup.select_one("[name=planned_end]")["value"] == "décembre 2024"

    client.post(sheet_address(awa), {**SHEET, "planned_end": "2025", "published": "on", "four_eyes": "on"})

    awa.refresh_from_db()
    assert (awa.planned_end, awa.published, awa.four_eyes) == ("2025", True, True)


@pytest.mark.parametrize(
    ("said", "field", "sentence"),
    [
        (
            {"planned_start": "31 février 2024"},
            "planned_start",
            "« 31 février 2024 » : ce jour n’existe pas. Février 2024 compte 29 jours ; "
            "corrigez le jour ou le mois.",
        ),
        (
            {"planned_start": "mai 2015", "planned_end": "avril 2015"},
            "planned_end",
            "La fin (avril 2015) précède le début (mai 2015) : corriger l’une des deux dates.",
        ),
        (
            {"actual_end": "1er trimestre 2017"},
            "actual_end",
            "« 1er trimestre 2017 » n’est pas une date. Écrivez par exemple 21 juin 2024 ou 21/06/2024.",
        ),
        ({"title": ""}, "title", "Ce champ est obligatoire."),
        ({"country": "mali"}, "country", "Écrire deux capitales, par exemple ML."),
    ],
)
def test_sheet_tells_what_is_wrong_at_its_field_and_changes_nothing(client, awa, said, field, sentence):
    response = client.post(sheet_address(awa), {**SHEET, "short_title": "Autre", **said})

    assert errors(response)[field].replace("\N{NO-BREAK SPACE}", " ") == sentence
    awa.refresh_from_db()
    assert (awa.short_title, TrailEvent.objects.filter(verb="programme.edit").count()) == ("Jeunes", 0)


def test_refused_sheet_keeps_what_was_written(client, awa):
    response = client.post(sheet_address(awa), {**SHEET, "planned_start": "31 février 2024"})

    soup = BeautifulSoup(response.content, "html.parser")
    assert soup.select_one("[name=planned_start]")["value"] == "31 février 2024"
    assert soup.select_one("[role=alert] a")["href"] == "#id_planned_start"


def test_code_is_added_once_and_taken_back(client, awa):
    said = {"scheme": "LuxDev", "value": "MLI/801"}
    client.post(section(awa, "codes"), said)
    twice = client.post(section(awa, "codes"), said)
    code = awa.codes.get()
    assert errors(twice) == {"value": "Le code MLI/801 (LuxDev) est déjà inscrit."}

    client.post(reverse("programme_section_remove", args=[awa.slug, "codes", code.pk]))

    assert not ProgrammeCode.objects.exists()
    verbs = TrailEvent.objects.filter(actor="awa").order_by("pk").values_list("verb", flat=True)
    assert list(verbs) == ["programme.code", "programme.code_remove"]


def test_line_of_another_programme_is_not_taken_back(client, awa):
    other = ProgrammeCodeFactory()

    response = client.post(reverse("programme_section_remove", args=[awa.slug, "codes", other.pk]))

    assert response.status_code == 404
    assert ProgrammeCode.objects.filter(pk=other.pk).exists()


def test_organisation_is_found_by_its_acronym_without_accents(client, awa):
    known = OrganisationFactory(name="Association malienne", acronym="AMSS")

    client.post(section(awa, "organisations"), {"organisation": "amss", "role": "partner"})

    assert awa.participations.get().organisation == known


def test_organisation_not_known_is_added_only_with_its_nature(client, awa):
    OrganisationFactory(name="Coopérative de Goundam")
    said = {"organisation": "Coopérative", "role": "community"}

    refused = client.post(section(awa, "organisations"), said)
    assert errors(refused)["organisation"] == (
        "« Coopérative » n’est pas connue : vérifier l’orthographe, ou choisir sa nature pour l’ajouter. "
        "Nom proche : « Coopérative de Goundam »."
    )
    assert Organisation.objects.count() == 1

    client.post(section(awa, "organisations"), {**said, "new_kind": "community", "since": "2017"})
    part = awa.participations.get()
    assert (part.organisation.name, part.organisation.kind, part.since) == (
        "Coopérative",
        "community",
        "2017",
    )


def test_organisation_is_not_added_when_its_role_is_refused(client, awa):
    part = ParticipationFactory(programme=awa, organisation=OrganisationFactory(name="Une"))

    response = client.post(section(awa, "organisations"), {"organisation": "Une", "role": part.role})

    assert errors(response) == {"organisation": "« Une » a déjà ce rôle dans le programme."}


def test_status_keeps_its_passage(client, awa):
    document = DocumentFactory(title="Rapport")
    TextFactory(version__document=document, content="Le projet est clôturé depuis mars 2018.")
    awa.programme_documents.create(document=document)
    said = {"status": "closed", "on": "mars 2018", "document": document.uid}

    missing = client.post(section(awa, "statuts"), {**said, "quote": "clôturé en mai"})
    assert errors(missing) == {
        "quote": "Ce passage ne figure pas dans le document : le copier tel quel, sans le compléter."
    }
    client.post(section(awa, "statuts"), {**said, "quote": "clôturé depuis mars 2018"})

    change = StatusChange.objects.get()
    assert (change.status, change.on, change.source.quote) == (
        "closed",
        "2018-03",
        "clôturé depuis mars 2018",
    )


def test_agreement_names_its_parties(client, awa):
    OrganisationFactory(name="Welthungerhilfe", acronym="WHH")
    said = {"kind": "partnership", "title": "Accord", "signed_on": "février 2017", "signed_by": "WHH\nAMSS"}

    refused = client.post(section(awa, "conventions"), said)
    client.post(section(awa, "conventions"), {**said, "new_kind": "ngo"})

    assert errors(refused) == {
        "signed_by": "« AMSS » n’est pas connue : vérifier l’orthographe, "
        "ou choisir sa nature pour l’ajouter."
    }
    parties = awa.agreements.get().parties.order_by("organisation__sort_key")
    assert [one.organisation.name for one in parties] == ["AMSS", "Welthungerhilfe"]


def test_amendment_of_six_months_moves_the_end_and_says_by_what_act(client, awa):
    said = {"title": "Extension de six mois", "months": "6", "decided_on": "5 décembre 2024"}

    refused = client.post(section(awa, "avenants"), said)
    done = client.post(section(awa, "avenants"), {**said, "act": "Décision de la 9e session"}, follow=True)

    assert errors(refused) == {"act": "Un avenant dit par quel acte il a été décidé : remplir ce champ."}
    amendment = Amendment.objects.get()
    assert (amendment.new_end, amendment.act) == ("2025-06", "Décision de la 9e session")
    assert calendar(awa, [amendment.new_end]).end == "2025-06"
    assert "L’avenant est inscrit : la fin passe à juin 2025." in done.content.decode()
    page = client.get(reverse("programme", args=[awa.slug])).content.decode()
    assert "Décision de la 9e session" in page


def test_link_takes_a_web_address_only(client, awa):
    said = {"kind": "page", "title": "Site"}

    refused = client.post(section(awa, "liens"), {**said, "url": "javascript:alert(1)"})
    client.post(section(awa, "liens"), {**said, "url": "https://example.org/jeunes"})

    assert errors(refused) == {"url": "Écrire une adresse complète, qui commence par https://."}
    assert awa.links.get().url == "https://example.org/jeunes"


def test_buttons_are_for_who_may(client):
    programme = ProgrammeFactory(kind="programme")
    who = people(programme)
    shown = {}
    for name in ("anonymous", "coumba", "boubacar", "awa", "admin"):
        client.logout()
        if name != "anonymous":
            client.force_login(getattr(who, name))
        sheet = client.get(reverse("programme", args=[programme.slug])).content.decode()
        portfolio = client.get("/").content.decode()
        shown[name] = (sheet_address(programme) in sheet, reverse("programme_add") in portfolio)

    assert shown == {
        "anonymous": (False, False),
        "coumba": (False, False),
        "boubacar": (False, False),
        "awa": (True, False),
        "admin": (True, True),
    }


@pytest.mark.parametrize("key", ["codes", "organisations"])
def test_section_costs_the_same_queries_for_one_line_and_three(client, awa, key, django_assert_num_queries):
    factory = {"codes": ProgrammeCodeFactory, "organisations": ParticipationFactory}[key]
    queries = {"codes": 8, "organisations": 9}[key]
    factory(programme=awa)
    client.get(section(awa, key))

    with django_assert_num_queries(queries):
        client.get(section(awa, key))
    factory(programme=awa)
    factory(programme=awa)
    with django_assert_num_queries(queries):
        client.get(section(awa, key))
