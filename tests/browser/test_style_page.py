"""The style page in the real browser: no violation of WCAG 2.2 AA, no scroll sideways, keyboard first."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
SIZES = [(360, 740), (1280, 900)]


@pytest.mark.parametrize(("width", "height"), SIZES, ids=["phone", "desktop"])
@pytest.mark.parametrize("address", ["/style/", "/utilisateur/login/"])
def test_axe_finds_nothing(page: Page, address: str, width: int, height: int) -> None:
    page.set_viewport_size({"width": width, "height": height})
    page.goto(address)

    found = Axe().run(page, options=RULES).response["violations"]

    assert [(one["id"], [node["target"] for node in one["nodes"]]) for one in found] == []


@pytest.mark.parametrize("address", ["/style/", "/utilisateur/login/"])
def test_phone_does_not_scroll_sideways(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(address)

    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_first_key_reaches_the_skip_link(page: Page) -> None:
    page.goto("/style/")

    page.keyboard.press("Tab")

    expect(page.locator("a.skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_sorted_heading_is_told_by_a_link(page: Page) -> None:
    page.goto("/style/")

    page.locator("#indicateurs thead a", has_text="Réalisé").click()

    expect(page.locator("#indicateurs th[aria-sort=ascending]")).to_contain_text("Réalisé")


def test_print_hides_the_navigation_and_shows_the_legend(page: Page) -> None:
    page.goto("/style/")

    page.emulate_media(media="print")

    expect(page.locator(".head")).to_be_hidden()
    expect(page.locator(".foot .print-only .legend")).to_be_visible()
    expect(page.locator(".print-head")).to_be_visible()


def test_language_is_changed_by_a_form(page: Page) -> None:
    page.goto("/style/")

    page.get_by_role("button", name="English").click()

    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("button", name="Français")).to_be_visible()


def test_slash_reaches_the_search_box(page: Page) -> None:
    page.goto("/style/")

    page.keyboard.press("/")

    expect(page.locator("#recherche")).to_be_focused()
    expect(page.locator("#recherche")).to_have_value("")
