"""Reading kept texts: once a version, atomic, few queries, and nobody judges twice."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jalon.core.reading import reader
from jalon.core.reading.facts import Fact, FactType
from jalon.flows.reading import judging
from jalon.flows.reading.running import read_document, read_text
from jalon.records.ledger.models import Entry
from jalon.records.problems import Refused
from jalon.records.reading.carrying import carry_over
from jalon.records.reading.models import Reading
from jalon.records.reading.queries import review
from jalon.records.reading.states import State
from tests.factories.reading import ReadingFactory, fact
from tests.factories.sources import DocumentFactory, TextFactory
from tests.flows.reading import reports

pytestmark = pytest.mark.django_db


def test_reading_twice_with_the_same_version_is_once():
    text = TextFactory()
    reading = read_text(text, by="awa")

    assert (read_text(text, by="boubacar"), reading.version, reading.read_by) == (
        reading,
        reader.VERSION,
        "awa",
    )
    assert read_document(text.version.document, by="awa") == reading


def test_an_older_reader_leaves_the_last_reading():
    text = TextFactory()
    read_text(text, by="awa")
    later = ReadingFactory(text=text, version="999")

    assert read_text(text, by="awa") == later


def test_document_without_a_text_is_refused():
    with pytest.raises(Refused) as refusal:
        read_document(DocumentFactory(), by="awa")

    assert (refusal.value.code, Reading.objects.count()) == ("no_text", 0)


def test_large_reading_is_kept_in_few_queries():
    content = "43 jeunes " * 3000
    text = TextFactory(content=content)
    facts = [Fact(FactType.QUANTITY, n * 10, n * 10 + 9, value=n) for n in range(3000)]
    for n in range(1, 3000, 3):
        facts[n].of = facts[n - 1]
    with CaptureQueriesContext(connection) as queries:
        ReadingFactory(text=text, facts=facts)

    assert len(queries) <= 40


def again(made: reports.Report, *facts: Fact) -> Reading:
    later = ReadingFactory(text=made.reading.text, version="2", facts=facts)
    carry_over(earlier=made.reading, later=later)
    return later


def test_later_reading_carries_what_was_judged():
    made = reports.report()
    accepted = made.claim("8 000 habitants")
    judging.accept(claim=accepted, target=None, scope=made.scope, by="awa")
    judging.ignore(claim=made.claim("Aminata Touré"), reason="Sans intérêt.", by="awa")
    content = reports.CONTENT
    later = again(
        made,
        fact(content, "quantity", "8 000 habitants", 8000, unit="habitants", status="context"),
        fact(content, "person", "Aminata Touré", "Aminata Touré"),
        fact(content, "place", "Diré", "Diré", level="cercle"),
    )

    views = {one.quote: one for one in review(later).claims}
    assert {quote: one.state for quote, one in views.items()} == {
        "8 000 habitants": State.ACCEPTED,
        "Aminata Touré": State.IGNORED,
        "Diré": State.OPEN,
    }
    assert views["8 000 habitants"].verdict.carried_from.claim == accepted


def test_what_was_taken_stays_taken_when_it_is_read_otherwise_or_no_longer():
    made = reports.report()
    for quote in ("8 000 habitants", "19 femmes"):
        judging.accept(claim=made.claim(quote), target=None, scope=made.scope, by="awa")
    judging.add_claim(reading=made.reading, type="date", start=3, end=7, said={"value": "2017"}, by="awa")
    later = again(made, fact(reports.CONTENT, "quantity", "8 000 habitants", 8, unit="habitants"))

    assert [
        (one.quote, one.state, one.said["value"], one.published["value"]) for one in review(later).claims
    ] == [
        ("2017", State.OPEN, "2017", "2017"),
        ("19 femmes", State.ACCEPTED, 19, 19),
        ("8 000 habitants", State.CORRECTED, 8000, 8),
    ]


def test_entry_made_of_an_earlier_reading_is_withdrawn_from_the_later_one():
    made = reports.report()
    target = judging.propose(made.claim("Deux forages"), made.known).target
    judging.accept(claim=made.claim("Deux forages"), target=target, scope=made.scope, by="awa")
    later = again(
        made, fact(reports.CONTENT, "quantity", "Deux forages", 2, unit="forages", status="achieved")
    )
    judging.reopen(claim=later.claims.get(), by="awa")

    assert Entry.objects.get().acts.filter(kind="withdraw").count() == 1


def test_two_propositions_of_one_passage_keep_a_verdict_each():
    made = reports.report()
    content = reports.CONTENT
    span = {"start": content.index("8 000"), "end": content.index("8 000") + len("8 000 habitants")}
    by_hand = judging.add_claim(
        reading=made.reading, type="quantity", **span, said={"value": 8000, "unit": "personnes"}, by="awa"
    )
    judging.accept(claim=made.claim("8 000 habitants"), target=None, scope=made.scope, by="awa")
    judging.accept(claim=by_hand, target=None, scope=made.scope, by="awa")
    later = again(
        made, fact(content, "quantity", "8 000 habitants", 8000, unit="habitants", status="context")
    )

    taken = [one for one in review(later).claims if one.state is State.ACCEPTED]
    assert [(one.said["unit"], one.verdict.carried_from.claim_id) for one in taken] == [
        ("habitants", made.claim("8 000 habitants").pk),
        ("personnes", by_hand.pk),
    ]
