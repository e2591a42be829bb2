"""The real browser, as the other tests are given it."""

from playwright.sync_api import Page, expect


def test_login_page_speaks_french_with_an_empty_console(page: Page) -> None:
    page.goto("/utilisateur/login/")

    expect(page.locator("html")).to_have_attribute("lang", "fr")
    expect(page.locator("input[name=login]")).to_be_visible()


def test_complaint_of_the_console_is_seen(page: Page, complaints: list[str]) -> None:
    page.goto("/utilisateur/login/")
    page.evaluate("console.error('planted')")
    seen = list(complaints)
    complaints.clear()  # planted on purpose

    assert seen == ["console: planted"]


def test_request_to_another_origin_is_seen(page: Page, complaints: list[str]) -> None:
    page.goto("/utilisateur/login/")
    page.evaluate("new Image().src = 'http://127.0.0.1:9/x.png'")
    expect(page.locator("html")).to_be_visible()
    seen = list(complaints)
    complaints.clear()  # planted on purpose

    assert "leaves the origin: http://127.0.0.1:9/x.png" in seen
    assert any("violates the following Content Security Policy" in text for text in seen)
