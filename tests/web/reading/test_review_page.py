"""The review of a document: what it shows first, its highlights, its list, its cost, whom it refuses."""

import gzip

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from jalon.flows.alone import alone
from jalon.flows.intake.plain_text import blocks_of
from jalon.flows.intake.receiving import receive_version
from jalon.flows.reading import judging
from jalon.records.programmes.actions import attach_document
from jalon.records.reading.models import Reading
from jalon.records.sources.models import Document, Text
from jalon.web.reading.long_texts import long_words
from tests.factories.programmes import ProgrammeFactory
from tests.factories.reading import ReadingFactory, fact
from tests.factories.sources import DocumentFactory, TextFactory, VersionFactory
from tests.flows.reading.reports import Report
from tests.people import people
from tests.web.pages import FRENCH, HTMX, get, soup_of

pytestmark = pytest.mark.django_db
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
    "0000000a49444154789c6360000000020001e221bc330000000049454e44ae426082"
)
"""One point of a picture, as PNG."""
THOUSAND = "1\N{NARROW NO-BREAK SPACE}200"


def address(made: Report, query: str = "") -> str:
    return reverse("reading_review", args=[made.reading.text.version.document.uid]) + query


def heading(soup: BeautifulSoup) -> str:
    return soup.select_one("#courante").get_text(" ", strip=True)


def long_text(sentences: int) -> Reading:
    """A reading of as many sentences, a figure in each, of a document where Awa may record."""
    content = "\n\n".join(f"En 2017, {n} jeunes ont été formés à Diré." for n in range(100, 100 + sentences))
    document = DocumentFactory(dated="2018")
    attach_document(programme=ProgrammeFactory(), document=document)
    text = TextFactory(version=VersionFactory(document=document), content=content, blocks=blocks_of(content))
    facts = [
        fact(content, "quantity", f"{n} jeunes", n, unit="jeunes", place=("Diré",))
        for n in range(100, 100 + sentences)
    ]
    return ReadingFactory(text=text, facts=facts)


def test_alert_comes_first_with_its_passages_and_the_difference(client: Client, made: Report) -> None:
    page = get(client, address(made))

    assert heading(page) == "Alerte : femmes et hommes certain"
    assert page.select_one(".difference").get_text() == "19 + 25 = 44, non 43."
    quotes = [one.get_text(strip=True) for one in page.select(".now .pair blockquote p")]
    assert quotes == ["« 43 jeunes »", "« 19 femmes »", "« 25 hommes »"]
    assert [one.get_text() for one in page.select(".leaf .current")] == [
        "43 jeunes",
        "19 femmes",
        "25 hommes",
    ]


def test_proposition_shows_what_was_read_and_what_it_becomes(client: Client, made: Report) -> None:
    claim = made.claim("43 jeunes")
    page = get(client, address(made, f"?p={claim.pk}"))

    assert heading(page) == "Quantité"
    assert page.select_one(".now blockquote").get_text(strip=True) == "« 43 jeunes »"
    said = [one.get_text(" ", strip=True) for one in page.select(".said > div")]
    assert said == ["Valeur 43", "Ce qui est compté jeunes"]
    chosen = [one.get_text() for one in page.select(".now select option[selected]")]
    assert chosen[:2] == ["Jeunes formés", "réalisé"]
    assert (
        page.select_one("#f_periode")["value"] == "année 2017"
        or page.select_one("#f_periode")["value"] == "2017"
    )
    assert page.select_one("#f_lieu")["value"] == "Diré (cercle)"


def test_parts_stand_under_their_total(client: Client, made: Report) -> None:
    page = get(client, address(made))
    total = next(li for li in page.select(".listed li") if li.a.get_text() == "43 jeunes")

    assert [one.get_text() for one in total.select(":scope > ul a")] == ["19 femmes", "25 hommes"]


def test_every_highlight_says_its_kind_by_word_and_by_shape(client: Client, made: Report) -> None:
    page = get(client, address(made, f"?p={made.claim('Aminata Touré').pk}"))
    found = {one.get_text(): (one["title"], one["class"]) for one in page.select(".leaf a.m")}

    assert found["43 jeunes"] == ("quantité", ["m", "figure", "alert"])
    assert found["Diré"] == ("lieu", ["m", "place"])
    assert found["Aminata Touré"] == ("personne", ["m", "actor", "current"])


def test_after_one_comes_the_next_that_waits(client: Client, made: Report) -> None:
    place, money = made.claim("Diré"), made.claim("12 500 000 FCFA")
    judging.ignore(claim=made.claim("19 femmes"), reason="Essai.", by="awa")

    page = get(client, address(made, f"?apres={place.pk}"))

    assert page.select_one(".now blockquote").get_text(strip=True) == "« 25 hommes »"
    links = [one["href"] for one in page.select(".steps a")]
    assert links == [f"?p={made.claim('19 femmes').pk}#passage", f"?p={money.pk}#passage"]


def test_nothing_left_says_so_and_leads_on(client: Client, made: Report) -> None:
    judging.dismiss_alert(alert=made.alert, reason="Essai.", by="awa")
    for claim in made.reading.claims.all():
        judging.ignore(claim=claim, reason="Essai.", by="awa")

    page = get(client, address(made))

    assert heading(page) == "Tout est examiné"
    assert page.select_one(".review-bar .progress").get_text(strip=True) == "tout est décidé"


def test_long_text_is_shown_in_parts_around_the_current_proposition(client: Client) -> None:
    reading = long_text(800)
    client.force_login(people().admin)
    page_address = reverse("reading_review", args=[reading.text.version.document.uid])
    last = reading.claims.get(number=800)
    answer = client.get(f"{page_address}?p={last.pk}", headers=FRENCH)
    page = soup_of(answer)

    assert page.select_one(".leaf a.current").get_text() == "899 jeunes"
    assert page.select_one(".windows span").get_text() == "partie 5 sur 5"
    assert len(page.select(".leaf a.m")) == len(page.select(".listed li")) < 200
    assert len(gzip.compress(answer.content)) < 20_000


@pytest.mark.parametrize("sentences", [1, 3, 40])
def test_queries_do_not_grow_with_the_propositions(
    client: Client, sentences: int, django_assert_num_queries
) -> None:
    reading = long_text(sentences)
    client.force_login(people().admin)
    page_address = reverse("reading_review", args=[reading.text.version.document.uid])

    with django_assert_num_queries(QUERIES):
        client.get(page_address, headers=FRENCH)


QUERIES = 16


def test_page_patched_by_htmx_is_the_page_reloaded(client: Client, made: Report) -> None:
    asked = address(made, f"?p={made.claim('43 jeunes').pk}")
    part = soup_of(client.get(asked, headers=HTMX | FRENCH))
    whole = get(client, asked)
    for form in (*part.select("[name=csrfmiddlewaretoken]"), *whole.select("[name=csrfmiddlewaretoken]")):
        form.decompose()

    assert str(part.select_one("#relecture")) == str(whole.select_one("#relecture"))
    assert part.select_one("h1") is None


def test_document_never_read_offers_to_read_it(client: Client, made: Report) -> None:
    document = DocumentFactory(title="Compte rendu")
    attach_document(programme=made.programme, document=document)
    TextFactory(version__document=document, content="En 2017, 43 jeunes ont été formés.")
    page_address = reverse("reading_review", args=[document.uid])

    assert get(client, page_address).select_one(".blank button").get_text() == "Lire ce document"
    client.post(reverse("reading_read", args=[document.uid]))
    assert get(client, page_address).select_one("#courante") is not None


@pytest.fixture
def long_document(made: Report, settings, tmp_path) -> Document:
    settings.MEDIA_ROOT = tmp_path
    document = DocumentFactory()
    attach_document(programme=made.programme, document=document)
    TextFactory(content="Douze puits. " * 47_000, version__document=document)
    return document


def test_long_text_says_how_long_its_reading_takes(client: Client, long_document: Document) -> None:
    blank = get(client, reverse("reading_review", args=[long_document.uid])).select_one(".blank")

    assert blank.p.get_text() == ("Ce texte compte environ 204 pages : sa lecture prend moins d’une minute.")
    assert blank.form["hx-post"] == blank.form["action"]
    assert blank.select_one(".while").get_text() == (
        "Lecture en cours… On peut quitter cette page : ce qui est lu sera gardé."
    )


@pytest.mark.parametrize(
    ("length", "words"),
    [
        (100_000, ""),
        (3_600_000, f"Ce texte compte environ {THOUSAND} pages : sa lecture prend environ 2 minutes."),
        (1_900_000, "Ce texte compte environ 633 pages : sa lecture prend environ 1 minute."),
    ],
)
def test_words_of_a_long_text(length: int, words: str) -> None:
    assert long_words(Text(length=length)) == words


def test_two_long_texts_are_not_read_at_once(client: Client, long_document: Document) -> None:
    with alone("lecture"):
        answer = client.post(reverse("reading_read", args=[long_document.uid]), follow=True, headers=FRENCH)

    said = soup_of(answer).select_one(".notice").get_text().strip()
    assert said == "Un long document est en cours de lecture : recommencer dans une minute."
    assert Reading.objects.filter(text__version__document=long_document).count() == 0


def test_reading_sent_by_the_page_leads_to_the_review(client: Client, made: Report) -> None:
    document = made.reading.text.version.document
    answer = client.post(reverse("reading_read", args=[document.uid]), headers={"HX-Request": "true"})

    assert answer["HX-Redirect"] == reverse("reading_review", args=[document.uid])


def test_scanned_document_says_what_to_do(client: Client, made: Report) -> None:
    document = DocumentFactory()
    attach_document(programme=made.programme, document=document)
    VersionFactory(document=document, unread="Ce document est numérisé.", has_images=True)
    blank = get(client, reverse("reading_review", args=[document.uid])).select_one(".blank")

    assert blank.b.get_text() == "Ce document n’a pas de texte à lire"
    assert "Ce document est numérisé." in blank.get_text()
    assert len(blank.select("li")) == 3
    assert blank.select_one(".button").get_text() == "Reconnaître le texte des images"


def test_recognition_that_fails_says_why(client: Client, made: Report, monkeypatch) -> None:
    monkeypatch.setenv("PATH", "")
    document = DocumentFactory()
    attach_document(programme=made.programme, document=document)
    receive_version(document=document, content=PICTURE, file_name="lettre.png", by="awa")

    answer = client.post(reverse("reading_recognise", args=[document.uid]), follow=True, headers=FRENCH)

    said = soup_of(answer).select_one(".notice.error").get_text(strip=True)
    assert said.startswith("La reconnaissance de texte n’est pas installée sur ce serveur.")


def test_text_read_by_an_older_reader_is_read_again(client: Client) -> None:
    reading = ReadingFactory(version="0")
    uid = reading.text.version.document.uid
    client.force_login(people().admin)
    form = get(client, reverse("reading_review", args=[uid])).select_one("form.outdated")

    client.post(form["action"])

    assert form.button.get_text() == "Lire de nouveau"
    assert reading.text.readings.count() == 2
    assert get(client, reverse("reading_review", args=[uid])).select_one("form.outdated") is None


def test_text_that_is_not_french_says_so(client: Client) -> None:
    english = "The steering committee met in Bamako and approved the annual work plan of the programme. " * 5
    reading = ReadingFactory(text=TextFactory(content=english))
    client.force_login(people().admin)

    page = get(client, reverse("reading_review", args=[reading.text.version.document.uid]))

    assert heading(page) == "Rien à proposer"
    assert "Ce texte n’est pas en français" in page.select_one(".now").get_text()


@pytest.mark.parametrize("query", ["?p=999999", "?p=x", "?partie=99", "?apres=0", "?a=²"])
def test_nonsense_in_the_address_shows_a_page(client: Client, made: Report, query: str) -> None:
    assert get(client, address(made, query)).select_one("#relecture") is not None


def test_partner_reviews_and_outsider_is_refused(client: Client, made: Report) -> None:
    found = {}
    for name in ("boubacar", "coumba"):
        client.force_login(getattr(made.people, name))
        found[name] = client.get(address(made)).status_code

    assert found == {"boubacar": 200, "coumba": 403}
