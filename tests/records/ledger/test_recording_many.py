"""Recording and approving many entries: as one by one, in few queries, all of them or none."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jalon.records.ledger import actions
from jalon.records.ledger.actions import Draft, Line
from jalon.records.ledger.models import Entry
from jalon.records.ledger.states import EntryState, state_of
from jalon.records.problems import Refused
from jalon.records.trail.models import TrailEvent
from tests.factories.ledger import AccountFactory
from tests.factories.programmes import ProgrammeFactory
from tests.factories.sources import TypedSourceFactory

pytestmark = pytest.mark.django_db
DAY = datetime.date(2017, 3, 12)


def drafts(count: int, account=None, **other) -> list[Draft]:
    account, source = account or AccountFactory(), TypedSourceFactory()
    given = {"account": account, "kind": Entry.Kind.EVENT, "stage": Entry.Stage.ACHIEVED, "source": source}
    given |= {"end": DAY} | other
    return [Draft(**given, lines=(Line(value=n, cell={"sex": "F"}),)) for n in range(1, count + 1)]


def test_each_has_its_lines_its_instant_and_its_line_in_the_trail():
    entries = actions.record_many(drafts(3), by="awa")
    acts = actions.approve_many(entries, by="boubacar", why="Relus.")

    assert [[(one.cell.key, one.value) for one in entry.postings.all()] for entry in entries] == [
        [("sex=F", 1)], [("sex=F", 2)], [("sex=F", 3)],
    ]  # fmt: skip
    instants = [one.known_at for one in (*entries, *acts)]
    assert instants == sorted(set(instants))
    assert {state_of(entry) for entry in Entry.objects.all()} == {EntryState.IN_FORCE}
    told = TrailEvent.objects.filter(verb__in=("entry.record", "entry.approve"))
    assert [(one.verb, one.actor) for one in told.order_by("pk")] == [("entry.record", "awa")] * 3 + [
        ("entry.approve", "boubacar")
    ] * 3


def test_one_that_cannot_be_true_keeps_none():
    wrong = Draft(**{**vars(drafts(1)[0]), "lines": ()})

    with pytest.raises(Refused) as refusal:
        actions.record_many([*drafts(2), wrong], by="awa")
    assert (refusal.value.code, Entry.objects.count()) == ("no_line", 0)


def test_four_eyes_holds_for_many():
    account = AccountFactory(programme=ProgrammeFactory(four_eyes=True))
    entries = actions.record_many(drafts(2, account), by="awa")

    with pytest.raises(Refused) as refusal:
        actions.approve_many(entries, by="awa")
    assert refusal.value.code == "four_eyes"
    assert {state_of(entry) for entry in entries} == {EntryState.DRAFT}


def test_none_is_no_entry_and_no_act():
    assert (actions.record_many([], by="awa"), actions.approve_many([], by="awa")) == ([], [])


def test_queries_do_not_grow_with_the_entries():
    counts = []
    for count in (3, 40):
        given = drafts(count)
        with CaptureQueriesContext(connection) as queries:
            actions.approve_many(actions.record_many(given, by="awa"), by="awa")
        counts.append(len(queries))

    assert counts[0] >= counts[1]
