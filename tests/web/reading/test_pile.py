"""The pile: documents by what waits in them, their states, the filter, what leads on."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from jalon.flows.reading import accepting, judging
from jalon.records.programmes.actions import attach_document
from jalon.records.programmes.models import Programme
from jalon.records.sources.models import Document
from tests.factories.programmes import MembershipFactory, ProgrammeFactory
from tests.factories.reading import ReadingFactory, fact
from tests.factories.sources import DocumentFactory, TextFactory, VersionFactory
from tests.flows.reading.reports import Report
from tests.web.pages import FRENCH, get

pytestmark = pytest.mark.django_db
PILE = "/lecture/"


def received(programme: Programme, title: str, *, read: bool = False) -> Document:
    """A document of a programme with a text, perhaps read: one person found."""
    document = DocumentFactory(title=title)
    attach_document(programme=programme, document=document)
    text = TextFactory(version__document=document, content="Contact : Aminata Touré.")
    if read:
        ReadingFactory(text=text, facts=[fact(text.content, "person", "Aminata Touré", "Aminata Touré")])
    return document


def groups(page: BeautifulSoup) -> dict[str, list[str]]:
    sections = page.select("main section")
    return {one.h2.get_text(): [li.a.get_text() for li in one.select("li")] for one in sections}


def test_documents_stand_by_what_waits_in_them_alerts_first(client: Client, made: Report) -> None:
    received(made.programme, "Note à examiner", read=True)
    received(made.programme, "Note neuve")
    done = received(made.programme, "Note finie", read=True)
    claim = done.versions.get().texts.get().readings.get().claims.get()
    judging.ignore(claim=claim, reason="Essai.", by="awa")
    title = made.reading.text.version.document.title

    assert groups(get(client, PILE)) == {
        "Avec des alertes": [title],
        "À examiner": ["Note à examiner"],
        "Jamais lus": ["Note neuve"],
        "Terminés": ["Note finie"],
    }


def test_states_are_counted_in_words_and_drawn(client: Client, made: Report) -> None:
    judging.ignore(claim=made.claim("Diré"), reason="Essai.", by="awa")
    judging.accept(claim=made.claim("Aminata Touré"), target=None, scope=made.scope, by="awa")
    line = get(client, PILE).select_one(".pile li")

    counts = [one.get_text(strip=True) for one in line.select(".counts span")]
    assert counts == ["1 alerte ouverte", "6 à examiner", "1 acceptée", "1 ignorée"]
    drawn = [(bar["class"][1], bar["x"], bar["width"]) for bar in line.select(".states rect")]
    assert drawn == [("a", "0.00%", "12.50%"), ("e", "12.50%", "12.50%"), ("open", "25.00%", "75.00%")]


def test_progress_is_over_the_whole_pile(client: Client, made: Report) -> None:
    received(made.programme, "Note", read=True)
    received(made.programme, "Note neuve")
    judging.ignore(claim=made.claim("Diré"), reason="Essai.", by="awa")

    words = get(client, PILE).select_one(".pile-head .progress").get_text(strip=True)
    assert words == "1 décision prise sur 10 propositions et alertes · 1 document jamais lu"


def test_filter_keeps_the_documents_of_a_programme(client: Client, made: Report) -> None:
    other = ProgrammeFactory(slug="autre")
    MembershipFactory(programme=other, user=made.people.awa, role="manager")
    received(other, "Note de l’autre")

    assert groups(get(client, f"{PILE}?programme=autre")) == {"Jamais lus": ["Note de l’autre"]}
    assert len(groups(get(client, f"{PILE}?programme=inconnu"))) == 2


def test_read_button_reads_and_leads_to_the_review(client: Client, made: Report) -> None:
    document = received(made.programme, "Note neuve")
    form = get(client, PILE).select_one(".pile form")

    answer = client.post(form["action"], headers=FRENCH)

    assert answer["Location"] == reverse("reading_review", args=[document.uid])
    assert document.versions.get().texts.get().readings.get().read_by == "awa"


def test_resume_leads_to_what_waits_alerts_first(client: Client, made: Report) -> None:
    received(made.programme, "À lire d’abord par son titre", read=True)
    link = get(client, PILE).select_one(".pile-head a")

    assert link["href"] == reverse("reading_review", args=[made.reading.text.version.document.uid])


def test_next_document_is_another_one_then_the_pile(client: Client, made: Report) -> None:
    here = made.reading.text.version.document
    other = received(made.programme, "Note", read=True)
    address = reverse("reading_next", args=[here.uid])

    assert client.get(address)["Location"] == reverse("reading_review", args=[other.uid])
    accepting.accept_all(reading=other.versions.get().texts.get().readings.get(), types=["person"],
                       known=made.known, by="awa")  # fmt: skip
    assert client.get(address)["Location"] == PILE


def test_file_without_a_text_is_listed_apart(client: Client, made: Report) -> None:
    scanned = DocumentFactory(title="Lettre numérisée")
    attach_document(programme=made.programme, document=scanned)
    VersionFactory(document=scanned)

    assert groups(get(client, PILE))["Sans texte à lire"] == ["Lettre numérisée"]


def test_pile_shows_only_what_one_may_review(client: Client, made: Report) -> None:
    received(ProgrammeFactory(), "Note d’ailleurs")

    assert [title for titles in groups(get(client, PILE)).values() for title in titles] == [
        made.reading.text.version.document.title
    ]


@pytest.mark.parametrize("documents", [1, 3, 8])
def test_queries_do_not_grow_with_the_pile(
    client: Client, made: Report, documents: int, django_assert_num_queries
) -> None:
    for n in range(documents):
        received(made.programme, f"Note {n}", read=True)

    with django_assert_num_queries(13):
        client.get(PILE, headers=FRENCH)
