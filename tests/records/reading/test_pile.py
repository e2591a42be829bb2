"""Progress over a pile of documents, what comes next, and who may see it."""

import pytest
from django.contrib.auth.models import AnonymousUser

from jalon.core.reading.facts import Check, Fact, FactType, Level, Span, Status
from jalon.records.ledger import actions as ledger
from jalon.records.programmes import actions as programmes
from jalon.records.programmes.rules import recordable_programmes, scope_of
from jalon.records.reading import actions
from jalon.records.reading.models import Reading, Verdict
from jalon.records.reading.queries import alerts, claims, last_verdict, next_document, next_open, pile
from jalon.records.reading.rules import can_review, may_undo
from jalon.records.reading.states import State
from jalon.records.sources.models import Document
from tests.factories.ledger import EntryFactory
from tests.factories.programmes import ProgrammeFactory
from tests.factories.reading import ReadingFactory
from tests.factories.sources import DocumentFactory, TextFactory
from tests.people import people

pytestmark = pytest.mark.django_db

CONTENT = "43 personnes, dont 19 femmes."


def a_reading(title: str, *, programme=None, alerts: int = 0, visibility: str = "internal") -> Reading:
    document = DocumentFactory(title=title, visibility=visibility)
    if programme is not None:
        programmes.attach_document(programme=programme, document=document)
    text = TextFactory(version__document=document, content=CONTENT)
    facts = [Fact(FactType.QUANTITY, 0, 12, value=43), Fact(FactType.QUANTITY, 19, 28, value=19)]
    checks = [
        Check("sum_sex", Status.SUSPECT, level, (Span(0, 12),), str(level))
        for level in (Level.HUMAN, Level.CERTAIN)[:alerts]
    ]
    return ReadingFactory(text=text, facts=facts, checks=checks)


def accept(reading: Reading, number: int) -> None:
    actions.judge_claim(claim=reading.claims.get(number=number), kind=Verdict.Kind.ACCEPTED, by="awa")


def test_pile_counts_what_waits_and_what_is_judged():
    programme = ProgrammeFactory()
    awa, *_others = people(programme)
    first = a_reading("Rapport A", programme=programme, alerts=2)
    accept(first, 1)
    done = a_reading("Rapport B", programme=programme)
    accept(done, 1)
    accept(done, 2)
    unread = TextFactory(version__document__title="Rapport C")
    programmes.attach_document(programme=programme, document=unread.version.document)
    rows = pile(scope_of(awa))

    assert [(row.document.title, row.percent, row.open_claims, row.open_alerts) for row in rows] == [
        ("Rapport A", 25, 1, 2),
        ("Rapport B", 100, 0, 0),
        ("Rapport C", 0, 0, 0),
    ]
    assert (rows[0].claims, rows[2].reading) == ({State.OPEN: 1, State.ACCEPTED: 1}, None)
    assert next_document(scope_of(awa)).document.title == "Rapport A"
    assert next_document(scope_of(awa), after=rows[0].document) is None


@pytest.mark.parametrize("documents", [1, 3])
def test_pile_asks_a_constant_number_of_queries(documents, django_assert_num_queries):
    programme = ProgrammeFactory()
    scope = scope_of(people(programme).awa)
    for n in range(documents):
        accept(a_reading(f"Rapport {n}", programme=programme), 1)
    with django_assert_num_queries(7):
        pile(scope)


def test_pile_counts_the_last_reading_of_the_last_text():
    programme = ProgrammeFactory()
    awa, *_others = people(programme)
    earlier = a_reading("Rapport A", programme=programme)
    accept(earlier, 1)
    ReadingFactory(text=earlier.text, version="2")

    assert [(row.reading.version, row.total) for row in pile(scope_of(awa))] == [("2", 0)]


def test_next_is_the_surest_alert_then_the_claims_in_order():
    reading = a_reading("Rapport A", alerts=2)
    first, second = reading.claims.order_by("number")

    assert next_open(reading).alert.level == "certain"
    for alert in reading.alerts.all():
        actions.judge_alert(alert=alert, kind="dismissed", by="awa", reason="Non.")
    assert [next_open(reading, after=start).claim for start in (-1, 0, 19)] == [first, second, first]
    accept(reading, 1)
    accept(reading, 2)
    assert (next_open(reading).alert, next_open(reading).claim) == (None, None)


def test_only_those_who_record_see_propositions():
    programme = ProgrammeFactory()
    reader_of = people(programme)
    mine = a_reading("Rapport", programme=programme, alerts=1)
    public = a_reading("Communiqué", visibility="public")
    viewers = {**reader_of._asdict(), "personne": AnonymousUser()}
    seen = {
        name: {one.reading.text.version.document.title for one in claims(scope_of(viewer))}
        for name, viewer in viewers.items()
    }

    assert seen == {
        "awa": {"Rapport", "Communiqué"},
        "boubacar": {"Rapport", "Communiqué"},
        "coumba": set(),
        "admin": {"Rapport", "Communiqué"},
        "personne": set(),
    }
    assert alerts(scope_of(reader_of.coumba)).count() == 0
    document = mine.text.version.document
    assert [can_review(scope_of(one), document) for one in reader_of] == [True, True, False, True]
    assert recordable_programmes(scope_of(reader_of.awa), document) == [programme]
    assert not can_review(scope_of(reader_of.coumba), public.text.version.document)


def test_internal_document_of_another_programme_is_not_seen():
    mine = ProgrammeFactory()
    awa, *_others = people(mine)
    a_reading("Rapport d’un autre", programme=ProgrammeFactory())
    a_reading("Note interne sans programme")

    assert pile(scope_of(awa)) == []
    assert Document.objects.count() == 2


def test_undo_of_an_approved_entry_is_for_who_withdraws():
    programme = ProgrammeFactory()
    awa, boubacar, *_others = people(programme)
    entry = EntryFactory(account__programme=programme)
    claim = a_reading("Rapport", programme=programme).claims.get(number=1)
    verdict = actions.judge_claim(claim=claim, kind="accepted", by="awa", entry=entry)

    assert may_undo(scope_of(awa), verdict, username="awa")
    assert not may_undo(scope_of(boubacar), verdict, username="boubacar")
    ledger.withdraw(entry=entry, by="awa", why="Compté deux fois.")
    withdrawn = last_verdict(claim=claim)
    assert may_undo(scope_of(boubacar), withdrawn, username="boubacar")
