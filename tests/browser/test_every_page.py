"""Every page a visitor or Awa may open: no axe violation, no overflow, and light on the line."""

import gzip
import urllib.request

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.demonstration import Demonstration

PHONE, DESKTOP = {"width": 360, "height": 740}, {"width": 1280, "height": 900}
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
FIGURE = "/chiffres/drsa.jeunes-plans/?etape=achieved&du=2024-01-01&au=2024-12-31&par=sex"
PUBLIC = (
    "/",
    "/programmes/drsa/",
    "/programmes/mli-801/",
    "/programmes/mli-1088/",
    "/programmes/drsa/resultats/",
    "/programmes/mli-1088/resultats/?periode=2017&par=sex",
    "/programmes/mli-1088/cadre/",
    "/programmes/mli-1088/changements/?depuis=2018-02-01&au=2018-12-31",
    "/resultats/",
    FIGURE,
    "/chiffres/mli1088.premiers-secours/?etape=achieved&du=2017-01-01&au=2017-12-31",
    "/documents/",
    "/documents/document-000/",
    "/documents/document-001/",
    "/documents/document-004/",
    "/ecritures/000.jeunes-plans/",
    "/organisations/",
    "/organisations/luxdev/",
    "/territoires/",
    "/territoires/region-segou/",
    "/recherche/?q=segou",
    "/aide/",
    "/style/",
    "/utilisateur/login/",
)
FIRST_PAGE, NEXT_PAGE = 60_000, 20_000


@pytest.fixture
def origin(demo: Demonstration) -> str:
    return demo.origin


def check(page: Page, address: str) -> None:
    """Open an address at both widths: it answers, does not overflow, and axe finds nothing."""
    for size in (PHONE, DESKTOP):
        page.set_viewport_size(size)
        answer = page.goto(address)
        assert answer is not None
        assert answer.status == 200
        overflow = page.locator("html").evaluate("e => e.scrollWidth - e.clientWidth")
        assert overflow <= 0, f"{address} overflows by {overflow} px at {size['width']} px"
    found = Axe().run(page, options=RULES)
    assert found.violations_count == 0, f"{address}: {found.generate_report()}"


@pytest.mark.parametrize("address", PUBLIC)
def test_public_page_is_accessible_and_fits(page: Page, address: str) -> None:
    check(page, address)


@pytest.mark.parametrize(
    "address",
    [
        *("/saisie/", "/documents/nouveau/", "/programmes/mli-1088/journal/", "/documents/document-101/"),
        *("/lecture/", "/documents/document-001/lecture/", "/documents/document-001/contenu/"),
    ],
)
def test_page_of_who_runs_the_programme_is_accessible_and_fits(
    page: Page, demo: Demonstration, address: str
) -> None:
    page.goto("/utilisateur/login/")
    page.locator("input[name=login]").fill("awa")
    page.locator("input[name=password]").fill(demo.password("awa"))
    page.locator("main form button").first.click()

    check(page, address)


def weight(origin: str, address: str) -> tuple[int, str]:
    """The bytes of an answer as sent to a browser that takes gzip or brotli, and its text."""
    request = urllib.request.Request(origin + address, headers={"Accept-Encoding": "br, gzip"})
    with urllib.request.urlopen(request, timeout=30) as answer:
        body, encoding = answer.read(), answer.headers.get("Content-Encoding")
    return len(body), gzip.decompress(body).decode() if encoding == "gzip" else ""


def test_first_page_with_all_it_loads_is_light(page: Page, demo: Demonstration) -> None:
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    page.goto("/", wait_until="networkidle")

    total = sum(weight(demo.origin, url.removeprefix(demo.origin))[0] for url in dict.fromkeys(loaded))

    assert len(loaded) >= 3
    assert total <= FIRST_PAGE


@pytest.mark.parametrize("address", [address for address in PUBLIC if address != "/style/"])
def test_next_page_is_light(demo: Demonstration, address: str) -> None:
    """All but the style page, which shows every component."""
    assert weight(demo.origin, address)[0] <= NEXT_PAGE
