"""What changed between two instants: example 17 of the ledger's arithmetic, and what must stay silent."""

import datetime

import pytest

from jalon.flows.changes import changes_between
from jalon.records.ledger import actions
from jalon.records.ledger.actions import Line
from tests.factories.ledger import AccountFactory, EntryFactory
from tests.factories.sources import TypedSourceFactory

pytestmark = pytest.mark.django_db
APRIL = datetime.date(2017, 4, 3)


def at(month: int, day: int) -> datetime.datetime:
    return datetime.datetime(2017, month, day, 8, tzinfo=datetime.UTC)


@pytest.fixture
def corrected():
    """The event of 3 April, 23 persons, corrected to 25 on 10 May, the correction approved on 12 May."""
    account = AccountFactory()

    def event(value: int, known_at: datetime.datetime):
        return actions.record(
            account=account,
            kind="event",
            stage="achieved",
            end=APRIL,
            source=TypedSourceFactory(),
            lines=[Line(value)],
            by="awa",
            known_at=known_at,
        )

    first = event(23, at(4, 4))
    actions.approve(entry=first, by="awa", known_at=at(4, 5))
    second = event(25, at(5, 10))
    actions.withdraw(entry=first, by="awa", why="deux noms oubliés", replaced_by=second, known_at=at(5, 10))
    actions.approve(entry=second, by="binta", known_at=at(5, 12))
    return account


def bounds(changes):
    return [(change.before.low, change.after.low) for change in changes]


def test_changes_tell_before_after_why_and_by_whom(corrected):
    (change,) = changes_between([corrected], at(5, 1), at(5, 31))

    assert (change.before.low, change.after.low) == (23, 25)
    assert [(deed.verb, deed.by, deed.why) for deed in change.deeds] == [
        ("remplacée", "awa", "deux noms oubliés"),
        ("approuvée", "binta", ""),
    ]
    assert change.moved


def test_changes_before_the_approval_of_the_correction_move_nothing(corrected):
    (change,) = changes_between([corrected], at(5, 1), at(5, 11))

    assert (change.before.low, change.after.low, change.moved) == (23, 23, False)


def test_changes_are_bounded_by_both_instants(corrected):
    assert bounds(changes_between([corrected], at(4, 1), at(4, 30))) == [(None, 23)]
    assert changes_between([corrected], at(5, 12), at(5, 31)) == []


def test_changes_do_not_tell_drafts():
    draft = EntryFactory(approved=False)

    assert (
        changes_between([draft.account], at(1, 1), datetime.datetime(2100, 1, 1, tzinfo=datetime.UTC)) == []
    )
