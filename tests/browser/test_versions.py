"""A report received again, in the real browser: what is entered, what changed, by keys."""

import os
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect

from jalon.flows.intake.receiving import Sheet, receive_document, receive_version
from jalon.flows.reading import accepting, judging
from jalon.flows.reading.proposing import Known
from jalon.flows.reading.running import read_document
from jalon.records.ledger.models import Entry
from jalon.records.ledger.states import EntryState, state_of
from jalon.records.programmes.rules import scope_of
from jalon.records.reading.queries import review
from jalon.records.sources.models import Document
from tests.browser.test_reading import RULES, SIZES, log_in
from tests.factories.ledger import AccountFactory
from tests.factories.places import PlaceFactory
from tests.factories.programmes import ProgrammeFactory
from tests.people import people

pytestmark = pytest.mark.django_db(transaction=True)
SHOTS = os.environ.get("JALON_SHOTS", "")
BEFORE = """Rapport annuel 2023 du programme Jeunesse du Fleuve

1. Formation

En 2023, 3 800 jeunes ont été formés dans le cercle de Diré, dont 1 900 femmes et 1 900 hommes.
En 2023, 12 forages ont été réalisés dans la commune de Tindirma.

2. Appui

En 2023, 240 producteurs ont reçu des semences dans la commune de Tindirma.
"""
AFTER = (
    BEFORE.replace("Rapport annuel", "Rapport annuel révisé,")
    .replace("240 producteurs", "260 producteurs")
    .replace("En 2023, 12 forages ont été réalisés dans la commune de Tindirma.\n", "")
)


@pytest.fixture
def document(context: BrowserContext, origin: str) -> Document:
    """The report, its figures accepted, then received again and read; Awa is logged in."""
    programme = ProgrammeFactory(title="Jeunesse du Fleuve")
    for label, unit in (
        ("Jeunes formés", "person"),
        ("Forages réalisés", "forage"),
        ("Producteurs", "person"),
    ):
        AccountFactory(programme=programme, label=label, unit=unit, unit_label=label.split()[0].lower())
    PlaceFactory(name="Diré", level="cercle")
    PlaceFactory(name="Tindirma", level="commune")
    awa = people(programme).awa
    document = receive_document(
        content=BEFORE.encode(),
        file_name="rapport.txt",
        sheet=Sheet(title="Rapport annuel 2023", kind="report", dated="2024-02"),
        programmes=[programme],
        by="awa",
    )
    reading = read_document(document, by="awa")
    for one in review(reading).alerts:
        judging.dismiss_alert(alert=one.alert, reason="Essai.", by="awa")
    types = {one.claim.type for one in review(reading).claims}
    accepting.accept_all(reading=reading, types=types, known=Known.of(document, scope_of(awa)), by="awa")
    assert Entry.objects.count() == 3
    receive_version(document=document, content=AFTER.encode(), file_name="rapport-2.txt", by="awa")
    read_document(document, by="awa")
    log_in(context, awa, origin)
    return document


def address(document: Document) -> str:
    return f"/documents/{document.uid}/lecture/"


def shoot(page: Page, name: str) -> None:
    if SHOTS:
        page.screenshot(path=Path(SHOTS) / f"{name}.png", full_page=True)


@pytest.mark.parametrize("size", SIZES, ids=["360", "1280"])
def test_page_of_a_new_version_is_accessible_and_fits(
    page: Page, document: Document, size: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(address(document))

    expect(page.locator("#courante")).to_contain_text("versions du document")
    shoot(page, f"alert-{size[0]}")
    found = Axe().run(page, options=RULES)
    page.get_by_role("link", name="3 800 jeunes", exact=True).last.click()
    expect(page.locator(".now .earlier")).to_contain_text("Déjà inscrit depuis la version 1 du")
    shoot(page, f"claim-{size[0]}")
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_old_entry_is_withdrawn_and_the_new_figure_accepted_by_keys(page: Page, document: Document) -> None:
    page.goto(address(document))

    expect(page.locator(".difference")).to_contain_text(
        "disait « 240 producteurs » ; celle-ci dit « 260 producteurs »"
    )
    page.keyboard.press("r")
    expect(page.locator(".difference")).to_contain_text("disait « 12 forages » ; celle-ci ne le dit plus")
    page.keyboard.press("r")
    expect(page.locator(".difference")).to_contain_text("disait aussi")
    page.keyboard.press("T")

    expect(page.locator(".messages .notice")).to_contain_text("acceptée")
    states = sorted(state_of(one) for one in Entry.objects.all())
    assert states == [EntryState.IN_FORCE, EntryState.IN_FORCE, EntryState.WITHDRAWN, EntryState.WITHDRAWN]
