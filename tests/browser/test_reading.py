"""Reviewing in the real browser: by keys, without JavaScript on a phone, with a reader of screens."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, expect

from jalon.flows.demonstration import content
from jalon.flows.intake.receiving import Sheet, receive_document
from jalon.records.ledger.models import Entry
from jalon.records.programmes.models import Programme
from jalon.records.reading.queries import review
from jalon.records.reading.states import State
from jalon.records.sources.models import Document
from jalon.records.users.models import User
from tests.factories.programmes import ProgrammeFactory
from tests.flows.reading.reports import Report, report
from tests.people import people

pytestmark = pytest.mark.django_db(transaction=True)
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
SIZES = [(360, 740), (1280, 900)]
MINUTES = Path(content.__file__).parent / "content/documents/003_compte_rendu_comite_technique_2024.txt"
MOST_ACTIONS = 15


def log_in(context: BrowserContext, user: User, origin: str) -> None:
    """Give a browser the session of a user."""
    client = Client()
    client.force_login(user)
    cookie = client.cookies["sessionid"]
    context.add_cookies([{"name": "sessionid", "value": cookie.value, "url": origin}])


@pytest.fixture
def made(context: BrowserContext, origin: str) -> Report:
    """The small report, Awa logged in."""
    made = report()
    log_in(context, made.people.awa, origin)
    return made


def address(made: Report, quote: str = "") -> str:
    query = f"?p={made.claim(quote).pk}#passage" if quote else ""
    return f"/documents/{made.reading.text.version.document.uid}/lecture/{query}"


def states(made: Report) -> dict[str, State]:
    return {one.quote: one.state for one in review(made.reading).claims}


def quote_is(page: Page, quote: str) -> None:
    expect(page.locator(".now blockquote").first).to_have_text(f"« {quote} »")


def test_keys_go_on_and_back(page: Page, made: Report) -> None:
    page.goto(address(made, "43 jeunes"))

    page.keyboard.press("j")
    quote_is(page, "Diré")
    page.keyboard.press("ArrowRight")
    quote_is(page, "19 femmes")
    page.keyboard.press("k")
    quote_is(page, "Diré")
    expect(page.locator(".leaf .current")).to_have_text("Diré")
    expect(page.locator("#courante")).to_be_focused()


def test_accepting_by_a_key_goes_on_and_is_undone_by_another(page: Page, made: Report) -> None:
    page.goto(address(made, "Deux forages"))
    page.locator("#f_indicateur").select_option(made.account.uid)
    page.locator("#courante").focus()

    page.keyboard.press("a")
    quote_is(page, "Aminata Touré")
    assert (states(made)["Deux forages"], Entry.objects.count()) == (State.ACCEPTED, 1)
    page.keyboard.press("u")
    quote_is(page, "Deux forages")
    assert states(made)["Deux forages"] is State.OPEN


def test_correcting_by_keys(page: Page, made: Report) -> None:
    page.goto(address(made, "43 jeunes"))

    page.keyboard.press("c")
    expect(page.locator("#f_lu_value")).to_be_focused()
    page.locator("#f_lu_value").fill("44")
    page.keyboard.press("Enter")

    quote_is(page, "Diré")
    assert states(made)["43 jeunes"] is State.CORRECTED


def test_ignoring_by_two_keys(page: Page, made: Report) -> None:
    page.goto(address(made, "Diré"))

    page.keyboard.press("i")
    page.keyboard.press("4")

    quote_is(page, "19 femmes")
    assert states(made)["Diré"] is State.IGNORED


def test_letters_typed_in_a_field_are_no_keys(page: Page, made: Report) -> None:
    page.goto(address(made, "Aminata Touré"))
    page.keyboard.press("c")

    page.locator("#f_lu_function").press_sequentially("juriste au canal")

    expect(page.locator("#f_lu_function")).to_have_value("juriste au canal")
    quote_is(page, "Aminata Touré")


def test_all_of_this_kind_by_a_key_says_what_is_left(page: Page, made: Report) -> None:
    page.goto(address(made, "Deux forages"))

    page.keyboard.press("t")

    expect(page.locator(".messages .notice")).to_contain_text("1 proposition acceptée. Il en reste 4 :")
    assert states(made)["8 000 habitants"] is State.ACCEPTED


def test_question_mark_shows_the_keys(page: Page, made: Report) -> None:
    page.goto(address(made))

    page.keyboard.press("?")

    expect(page.locator(".keyed")).to_be_visible()
    expect(page.locator(".keyed dt").first).to_contain_text("j")


def test_back_button_shows_what_was_before(page: Page, made: Report) -> None:
    page.goto(address(made, "Diré"))
    page.keyboard.press("j")
    quote_is(page, "19 femmes")

    page.go_back()

    quote_is(page, "Diré")
    expect(page.locator("h1")).to_be_visible()


def test_selected_words_become_a_proposition(page: Page, made: Report) -> None:
    page.goto(address(made, "Diré"))
    page.locator("#nature").select_option("person_role")
    page.evaluate(
        """() => {
          const node = [...document.querySelectorAll(".leaf [data-s]")].at(-1).lastElementChild;
          const range = document.createRange();
          range.selectNodeContents(node);
          const selection = getSelection();
          selection.removeAllRanges();
          selection.addRange(range);
        }"""
    )

    page.get_by_role("button", name="Ajouter ce passage").click()
    page.locator("#id_function").fill("Point focal")
    page.get_by_role("button", name="Ajouter la proposition").click()

    quote_is(page, "Aminata Touré")
    claim = made.reading.claims.get(added_by="awa")
    assert claim.as_published == {"value": "Aminata Touré", "function": "Point focal"}


def test_without_javascript_on_a_phone(browser: Browser, made: Report, origin: str) -> None:
    context = browser.new_context(
        base_url=origin, java_script_enabled=False, viewport={"width": 360, "height": 740}, locale="fr-FR"
    )
    log_in(context, made.people.awa, origin)
    page = context.new_page()
    page.goto("/lecture/")
    page.locator(".pile-head").get_by_role("link", name="Reprendre").click()

    page.get_by_text("Ce n’est pas un problème").click()
    page.get_by_role("button", name="Le document l’explique ailleurs.").click()
    quote_is(page, "43 jeunes")
    page.get_by_role("link", name="Suivante").click()
    page.get_by_role("button", name="Accepter", exact=False).first.click()
    quote_is(page, "19 femmes")
    page.get_by_role("button", name="Annuler").click()
    quote_is(page, "Diré")

    expect(page.locator(".leaf .current")).to_be_in_viewport()
    assert states(made)["Diré"] is State.OPEN
    context.close()


@pytest.mark.parametrize(("width", "height"), SIZES, ids=["phone", "desktop"])
@pytest.mark.parametrize(
    "where", ["/lecture/", "alerte", "43 jeunes", "Aminata Touré", "contenu", "ajouter", "refus"]
)
def test_axe_finds_nothing_and_nothing_overflows(
    page: Page, made: Report, complaints: list[str], where: str, width: int, height: int
) -> None:
    page.set_viewport_size({"width": width, "height": height})
    base = address(made)
    if where == "contenu":
        page.goto(base)
        page.keyboard.press("T")
        page.locator(".messages .notice").wait_for()
    addresses = {
        "/lecture/": "/lecture/",
        "alerte": base,
        "contenu": base.replace("/lecture/", "/contenu/"),
        "ajouter": f"{base}ajouter/?citation=8+000&nature=quantity",
    }
    page.goto(addresses.get(where) or address(made, "43 jeunes" if where == "refus" else where))
    if where == "refus":
        page.keyboard.press("a")
        page.locator(".notice.error").wait_for()
        complaints.clear()  # the ledger refuses parts over their total, with 422
    else:
        for fold in page.locator("main summary").all():
            fold.click()

    assert page.evaluate("document.documentElement.scrollWidth") <= width
    found = Axe().run(page, options=RULES).response["violations"]
    assert [(one["id"], [node["target"] for node in one["nodes"]]) for one in found] == []


class Hand:
    """Counts what a person does."""

    def __init__(self, page: Page) -> None:
        self.page, self.actions = page, 0

    def press(self, key: str) -> None:
        """Press a key, and wait for what it shows."""
        self.actions += 1
        before = self.page.locator("#relecture").element_handle()
        self.page.keyboard.press(key)
        before.wait_for_element_state("hidden")

    def click(self, role: str, name: str) -> None:
        """Click what has this name."""
        self.actions += 1
        self.page.get_by_role(role, name=name).first.click()  # type: ignore[arg-type]


def minutes_of(programme: Programme) -> Document:
    """The minutes of 21 June 2024 of the demonstration, as received."""
    sheet = Sheet(title="Compte rendu du Comité technique", kind="minutes", dated="2024-06-21")
    return receive_document(
        content=MINUTES.read_bytes(),
        file_name="compte_rendu.txt",
        sheet=sheet,
        programmes=[programme],
        by="awa",
    )


def test_minutes_are_accepted_in_few_actions(page: Page, context: BrowserContext, origin: str) -> None:
    programme = ProgrammeFactory(short_title="Stabilisation")
    log_in(context, people(programme).awa, origin)
    minutes_of(programme)
    page.goto("/lecture/")
    hand = Hand(page)

    hand.click("button", "Lire")
    page.locator("#courante").wait_for()
    while page.locator(".now.alert .take").count():
        hand.press("t" if page.locator(".now [name=noter_tous]").count() else "a")
    hand.press("T")
    hand.click("link", "Ce que dit ce document")

    assert hand.actions <= MOST_ACTIONS
    expect(page.locator(".terms")).to_contain_text("21 juin 2024")
    expect(page.locator("#ordre tbody tr")).to_have_count(4)
    expect(page.locator("#personnes tbody")).to_contain_text("Seydou Diawara", ignore_case=True)
    actions = page.locator("#actions tbody tr")
    assert actions.filter(has_not_text="hors tableau").count() == 3
    untabled = actions.filter(has_text="hors tableau")
    assert untabled.filter(has_text="rapport détaillé").count() == 1
    assert untabled.count() >= 5
