"""A document received again: what is in the ledger already is shown so, what changed is an alert."""

import pytest
from bs4 import BeautifulSoup
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from jalon.core.values.date_formats import format_date
from jalon.flows.intake.plain_text import blocks_of
from jalon.flows.reading import judging
from jalon.records.ledger.models import Entry
from jalon.records.ledger.states import EntryState, state_of
from jalon.records.programmes.actions import attach_document
from jalon.records.reading.models import Reading
from jalon.records.reading.queries import review
from jalon.records.reading.versions import compare_with_other_texts
from tests.factories.programmes import ProgrammeFactory
from tests.factories.reading import ReadingFactory, fact
from tests.factories.sources import DocumentFactory, TextFactory, VersionFactory
from tests.flows.reading.reports import Report
from tests.flows.reading.test_versions_of_a_document import FIRST, WELLS, enter, first, next_text
from tests.people import people
from tests.web.pages import FRENCH, get, soup_of

pytestmark = pytest.mark.django_db
QUERIES = 11


@pytest.fixture
def made(client: Client) -> Report:
    """A first version of which one figure was entered and another ignored; Awa is logged in."""
    made = first()
    enter(made, "3 800 jeunes")
    judging.ignore(claim=made.claim("Cinq forages"), reason="Un autre projet.", by="awa")
    client.force_login(made.people.awa)
    return made


def second(made: Report, number: str) -> Reading:
    value = int(number.replace(" ", ""))
    figure = ("quantity", f"{number} jeunes", value, {"unit": "jeunes"})
    return next_text(made, FIRST.replace("3 800", number), figure, WELLS)


def page_of(client: Client, reading: Reading, query: str = "") -> BeautifulSoup:
    return get(client, reverse("reading_review", args=[reading.text.version.document.uid]) + query)


def claim_page(client: Client, reading: Reading, quote: str) -> BeautifulSoup:
    one = next(one for one in review(reading).claims if one.quote == quote)
    return page_of(client, reading, f"?p={one.claim.pk}")


def post_alert(client: Client, reading: Reading, **data: str) -> HttpResponse:
    uid = reading.text.version.document.uid
    return client.post(
        reverse("reading_alert", args=[uid, reading.alerts.get().pk]), data, follow=True, headers=FRENCH
    )


def version_of(made: Report) -> str:
    version = made.reading.text.version
    return f"la version {version.number} du {format_date(version.received_at.date())}"


def test_figure_of_the_first_version_leads_to_its_entry(client: Client, made: Report) -> None:
    page = claim_page(client, second(made, "3 800"), "3 800 jeunes")

    said = [one.get_text(" ", strip=True) for one in page.select(".now .also")]
    assert said[0] == f"Déjà inscrit depuis {version_of(made)} : une seule écriture pour ce chiffre."
    assert page.select_one(".now .also a")["href"] == reverse("entry", args=[Entry.objects.get().uid])
    listed = page.select(".listed li small")[0].get_text(" ", strip=True)
    assert listed == "quantité · déjà inscrite"
    assert page.select_one(".now button[name=rouvrir]") is not None


def test_ignored_one_keeps_its_reason(client: Client, made: Report) -> None:
    page = claim_page(client, second(made, "3 800"), "Cinq forages")

    said = [one.get_text(" ", strip=True) for one in page.select(".now .also")]
    assert said[0] == f"Déjà ignorée depuis {version_of(made)}."
    assert said[1].endswith("Un autre projet.")


def test_page_says_how_many_were_decided_before(client: Client, made: Report) -> None:
    page = page_of(client, second(made, "3 800"))

    said = page.select_one(".review-side > .also").get_text(" ", strip=True)
    assert said == (
        f"2 propositions étaient déjà décidées depuis {version_of(made)} : elles ne sont pas à reprendre."
    )


def test_what_was_decided_before_is_not_undone_by_one_press(client: Client, made: Report) -> None:
    assert page_of(client, second(made, "3 800")).select_one(".review-bar form") is None


def test_number_that_changed_comes_first_with_both_passages_and_the_entry(
    client: Client, made: Report
) -> None:
    page = page_of(client, second(made, "4 840"))

    assert page.select_one("#courante").get_text(" ", strip=True) == "Alerte : versions du document certain"
    assert page.select_one(".difference").get_text() == (
        f"La{version_of(made)[2:]} disait « 3 800 jeunes » ; celle-ci dit « 4 840 jeunes ». "
        "L’écriture d’alors tient toujours : la retirer, la corriger, ou dire pourquoi elle reste."
    )
    quotes = [one.get_text(strip=True) for one in page.select(".now .pair blockquote p")]
    assert quotes == ["« 3 800 jeunes »", "« 4 840 jeunes »"]
    links = [one["href"] for one in page.select(".now .also a")]
    assert reverse("entry", args=[Entry.objects.get().uid]) in links


def test_old_entry_is_withdrawn_then_the_new_figure_accepted(client: Client, made: Report) -> None:
    later = second(made, "4 840")
    left = client.post(
        reverse("reading_accept_all", args=[later.text.version.document.uid]), {"nature": "*"}, follow=True
    )
    assert (Entry.objects.count(), review(later).open_claims) == (1, 1)
    assert "Une alerte porte sur cette proposition" in soup_of(left).select_one(".messages").get_text()

    post_alert(client, later, retirer="1")
    client.post(reverse("reading_accept_all", args=[later.text.version.document.uid]), {"nature": "quantity"})

    states = [state_of(one) for one in Entry.objects.order_by("pk")]
    assert states == [EntryState.WITHDRAWN, EntryState.IN_FORCE]
    assert review(later).open_alerts == 0


def test_who_may_not_withdraw_is_not_offered_to_and_is_told_why(client: Client, made: Report) -> None:
    later = second(made, "4 840")
    client.force_login(made.people.boubacar)

    assert page_of(client, later).select_one("button[name=retirer]") is None
    answer = post_alert(client, later, retirer="1")
    said = soup_of(answer).select_one(".notice.error").get_text(" ", strip=True)
    assert said == "Cette écriture ne peut être retirée que par un responsable du programme."
    assert state_of(Entry.objects.get()) == EntryState.IN_FORCE


@pytest.mark.parametrize("sentences", [1, 3, 40])
def test_queries_do_not_grow_with_what_another_version_said(
    client: Client, sentences: int, django_assert_num_queries
) -> None:
    content = "\n\n".join(f"En 2017, {n} jeunes ont été formés." for n in range(100, 100 + sentences))
    document = DocumentFactory(dated="2018")
    attach_document(programme=ProgrammeFactory(), document=document)
    facts = [fact(content, "quantity", f"{n} jeunes", n, unit="jeunes") for n in range(100, 100 + sentences)]
    for version in (1, 2):
        text = TextFactory(
            version=VersionFactory(document=document), content=content, blocks=blocks_of(content)
        )
        reading = ReadingFactory(text=text, facts=facts)
        if version == 1:
            for one in reading.claims.all():
                judging.accept(claim=one, target=None, scope=None, by="awa")
    compare_with_other_texts(reading)
    client.force_login(people().admin)

    with django_assert_num_queries(QUERIES):
        client.get(reverse("reading_review", args=[document.uid]), headers=FRENCH)
