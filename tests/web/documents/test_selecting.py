"""Selecting a passage in a real browser, with the strict policy; and the same without JavaScript."""

from collections.abc import Callable

import pytest
from django.test import Client
from playwright.sync_api import BrowserContext, Page, expect

from jalon.flows.intake.plain_text import blocks_of
from jalon.records.ledger.models import Entry
from jalon.records.programmes.actions import attach_document
from tests.factories.ledger import AccountFactory
from tests.factories.sources import DocumentFactory, TextFactory
from tests.people import people

pytestmark = pytest.mark.django_db(transaction=True)
REPORT = "RAPPORT 2024\n\nCercle\tJeunes\nGoundam\t𝄞 76 formés\n\nEn 2024, 43 personnes ont été formées."
SELECT = """([selector, from, to]) => {
  const node = document.querySelector(selector).firstChild, range = document.createRange();
  range.setStart(node, from); range.setEnd(node, to);
  document.getSelection().removeAllRanges(); document.getSelection().addRange(range);
}"""


@pytest.fixture
def address(context: BrowserContext, origin: str) -> str:
    """A report of a programme with one indicator, open to Boubacar who is logged in."""
    account = AccountFactory(label="Personnes formées")
    document = DocumentFactory()
    attach_document(programme=account.programme, document=document)
    TextFactory(version__document=document, content=REPORT, blocks=blocks_of(REPORT))
    log_in(context, origin, people(account.programme).boubacar)
    return f"/documents/{document.uid}/"


def log_in(context: BrowserContext, origin: str, user: object) -> None:
    client = Client()
    client.force_login(user)  # type: ignore[arg-type]
    context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": origin}])


def test_selected_passage_is_proposed_by_its_place(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.locator(".pick-bar")).to_be_hidden()
    page.evaluate(SELECT, [".leaf p", 9, 21])

    expect(page.locator(".pick-bar")).to_be_visible()
    page.keyboard.press("Enter")

    start = REPORT.index("43 personnes")
    page.wait_for_url(f"**debut_passage={start}&fin_passage={start + 12}**")
    expect(page.locator("mark.current")).to_have_text("43 personnes")
    expect(page.locator("#id_valeur")).to_have_value("43")


def test_selection_counts_code_points_in_a_cell(page: Page, address: str) -> None:
    page.goto(address)
    page.evaluate(SELECT, ["td:nth-child(2)", 3, 5])
    page.locator("[data-pick-go]").click()

    expect(page.locator("mark.current")).to_have_text("76")


def test_figure_is_typed_without_javascript(
    new_context: Callable[..., BrowserContext], origin: str, address: str, context: BrowserContext
) -> None:
    plain = new_context(base_url=origin, locale="fr-FR", java_script_enabled=False)
    plain.add_cookies(context.cookies())  # type: ignore[arg-type]
    page = plain.new_page()
    page.goto(address)

    page.get_by_label("Passage qui donne le chiffre").fill("43 personnes")
    page.get_by_role("button", name="Proposer la saisie").click()
    page.get_by_role("button", name="Vérifier avant d’enregistrer").click()
    page.get_by_role("button", name="Enregistrer en brouillon").click()

    expect(page.locator(".page-head .badge")).to_have_text("en cours de saisie")
    assert Entry.objects.get().source.quote == "43 personnes"
