"""« Ce que dit ce document »: what was accepted, by kind, and nothing else."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from jalon.flows.reading import accepting, judging
from jalon.flows.reading.proposing import Known
from jalon.records.programmes.actions import attach_document
from jalon.records.programmes.rules import scope_of
from jalon.records.reading.models import Claim, Reading
from tests.factories.programmes import ProgrammeFactory
from tests.factories.reading import ReadingFactory, fact
from tests.factories.sources import DocumentFactory, TextFactory, VersionFactory
from tests.people import people
from tests.web.pages import get

pytestmark = pytest.mark.django_db
MINUTES = (
    "Comité technique du 14 mars 2024, présidé par M. Sidibé.\n"
    "1. Bilan du semestre\n"
    "Le PNUD s’engage à transmettre la carte.\n"
    "Réviser les termes de référence\tAwa Traoré\n"
    "Traoré Awa\tChargée de suivi\tPNUD\t76 00 00 00"
)


@pytest.fixture
def minutes(client: Client) -> Reading:
    """Minutes that were read; Awa is logged in and accepted all but the agenda."""
    programme = ProgrammeFactory()
    document = DocumentFactory(dated="2024-03-14", title="Compte rendu")
    attach_document(programme=programme, document=document)
    text = TextFactory(version=VersionFactory(document=document), content=MINUTES)
    facts = [
        fact(
            MINUTES, "meeting", "Comité technique du 14 mars 2024", 3, body="Comité technique",
            date="2024-03-14", chair="M. Sidibé",
        ),
        fact(MINUTES, "agenda_item", "Bilan du semestre", 1),
        fact(
            MINUTES, "action", "Le PNUD s’engage à transmettre la carte", kind="engagement",
            responsible=("PNUD",),
        ),
        fact(
            MINUTES, "action", "Réviser les termes de référence", 1, kind="action",
            responsible=("Awa Traoré",), deadline="2024-04",
        ),
        fact(
            MINUTES, "person", "Traoré Awa", "Awa Traoré", function="Chargée de suivi", organisation="PNUD",
            phone="76 00 00 00",
        ),
    ]  # fmt: skip
    reading = ReadingFactory(text=text, facts=facts)
    awa = people(programme).awa
    client.force_login(awa)
    known = Known.of(document, scope_of(awa))
    for kind in ("meeting", "action", "person"):
        accepting.accept_all(reading=reading, types=[kind], known=known, by="awa")
    return reading


def address(reading: Reading) -> str:
    return reverse("reading_contents", args=[reading.text.version.document.uid])


def cells(page: BeautifulSoup, table: str) -> list[list[str]]:
    rows = page.select(f"#{table} tbody tr")
    return [[cell.get_text(" ", strip=True) for cell in row.select("th, td")] for row in rows]


def test_session_is_a_sheet(client: Client, minutes: Reading) -> None:
    page = get(client, address(minutes))

    said = [(one.dt.get_text(), one.dd.get_text(strip=True)) for one in page.select(".terms > div")]
    assert said == [
        ("Instance", "Comité technique"),
        ("Numéro de la session", "3"),
        ("Date", "14 mars 2024"),
        ("Présidence", "M. Sidibé"),
    ]


def test_commitment_outside_the_table_says_so(client: Client, minutes: Reading) -> None:
    assert cells(get(client, address(minutes)), "actions") == [
        ["Réviser les termes de référence", "1", "action", "Awa Traoré", "avril 2024"],
        ["Le PNUD s’engage à transmettre la carte", "hors tableau", "engagement", "PNUD", "non dite"],
    ]


def test_participants_are_a_table(client: Client, minutes: Reading) -> None:
    assert cells(get(client, address(minutes)), "personnes") == [
        ["Awa Traoré", "Chargée de suivi", "PNUD", "76 00 00 00", ""]
    ]


def test_what_waits_is_not_there_and_is_said(client: Client, minutes: Reading) -> None:
    page = get(client, address(minutes))

    assert [one.get_text() for one in page.select("h2")][:3] == [
        "Séance",
        "Participants et personnes citées",
        "Actions, décisions et recommandations",
    ]
    assert "1 proposition ou alerte reste à examiner" in page.select_one(".notice").get_text()


def test_corrected_value_is_what_is_printed(client: Client, minutes: Reading) -> None:
    person = minutes.claims.get(type=Claim.Type.PERSON)
    judging.reopen(claim=person, by="awa")
    awa = person.as_published | {"function": "Coordonnatrice"}
    scope = scope_of(people_of(minutes))
    judging.correct(claim=person, corrected=awa, target=None, scope=scope, by="awa")

    assert cells(get(client, address(minutes)), "personnes")[0][1] == "Coordonnatrice"


def people_of(reading: Reading):
    """Awa, who reviews the minutes."""
    document = reading.text.version.document
    return document.programme_documents.get().programme.memberships.get(user__username="awa").user


def test_nothing_accepted_yet_says_so(client: Client) -> None:
    reading = ReadingFactory()
    client.force_login(people().admin)

    assert get(client, address(reading)).select_one(".blank b").get_text() == "Rien d’accepté encore"
