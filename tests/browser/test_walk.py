"""The walk that the product promises: from the first page to the passage behind a figure, in four clicks."""

import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.demonstration import Demonstration

QUOTE = "2 173 jeunes (478 femmes, 1 695 hommes)"


@pytest.fixture
def origin(demo: Demonstration) -> str:
    return demo.origin


def walk(page: Page) -> None:
    """Four clicks: the programme, its results, the figure, the passage."""
    page.goto("/")
    page.get_by_role("link", name="Développement rural et sécurité alimentaire").first.click()
    page.get_by_role("link", name="Résultats", exact=True).and_(page.locator(".tabs a")).click()
    indicator = page.get_by_role("row", name=re.compile("Jeunes appuyés dans l’élaboration d’un plan"))
    indicator.get_by_role("link", name=re.compile("2.173")).first.click()
    page.locator(".trail").get_by_role("link", name=re.compile("Communiqué")).first.click()


def passage_is_shown(page: Page) -> None:
    passage = page.locator("mark.current, mark:target, mark[aria-current]").first
    expect(passage).to_be_visible()
    expect(passage).to_be_in_viewport()
    expect(passage).to_contain_text(QUOTE)


def test_walk_from_the_first_page_to_the_passage_in_four_clicks(page: Page) -> None:
    walk(page)

    passage_is_shown(page)


def test_walk_without_javascript_on_a_phone(browser, origin: str) -> None:
    context: BrowserContext = browser.new_context(
        base_url=origin, java_script_enabled=False, viewport={"width": 360, "height": 740}, locale="fr-FR"
    )
    page = context.new_page()

    walk(page)

    passage_is_shown(page)
    context.close()
