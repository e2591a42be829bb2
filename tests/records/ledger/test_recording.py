"""Recording entries: what is refused, what the database itself refuses, instants that never go back."""

import datetime

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from jalon.records.ledger import actions
from jalon.records.ledger.actions import Line
from jalon.records.ledger.models import Account, Act, Entry, Posting
from jalon.records.places.actions import add_division, add_place
from jalon.records.problems import Refused
from jalon.records.trail.models import TrailEvent
from tests.factories.ledger import AccountFactory, EntryFactory
from tests.factories.people import GroupFactory, PersonFactory
from tests.factories.sources import TypedSourceFactory

pytestmark = pytest.mark.django_db

DAY = datetime.date(2017, 3, 12)


def record(account, **changes):
    given = {
        "account": account,
        "kind": Entry.Kind.EVENT,
        "stage": Entry.Stage.ACHIEVED,
        "end": DAY,
        "source": TypedSourceFactory(),
        "lines": [Line(value=20)],
        "by": "awa",
    }
    return actions.record(**{**given, **changes})


def test_record_keeps_cells_and_tells_the_trail():
    account = AccountFactory()

    entry = record(account, lines=[Line(value=8, cell={"sex": "F"}), Line(value=12, cell={"sex": "M"})])

    assert [(posting.cell.key, posting.value) for posting in entry.postings.order_by("pk")] == [
        ("sex=F", 8),
        ("sex=M", 12),
    ]
    assert (entry.start, entry.end, entry.recorded_by) == (DAY, DAY, "awa")
    told = TrailEvent.objects.get(verb="entry.record")
    assert (told.actor, told.object_id, told.programme) == ("awa", entry.uid, account.programme.uid)


def test_record_counts_only_once_approved():
    entry = record(AccountFactory())

    assert entry.acts.count() == 0


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"lines": []}, "no_line"),
        ({"lines": [Line(value=-1)]}, "negative"),
        (
            {"kind": Entry.Kind.STATEMENT, "start": datetime.date(2017, 12, 31), "end": DAY},
            "dates_reversed",
        ),
        ({"plan_version": 1}, "version_without_plan"),
    ],
)
def test_record_refuses(changes, code):
    account = AccountFactory()

    with pytest.raises(Refused) as refusal:
        record(account, **changes)

    assert refusal.value.code == code
    assert Entry.objects.count() == 0


def test_record_refuses_an_event_of_a_stock():
    with pytest.raises(Refused) as refusal:
        record(AccountFactory(time=Account.Time.LAST))

    assert refusal.value.code == "event_on_stock"


def test_record_accepts_a_refund():
    account = AccountFactory(unit="XOF", unit_label="FCFA")

    assert record(account, lines=[Line(value=-5)]).postings.get().value == -5


def test_known_at_strictly_increases():
    account = AccountFactory()
    entries = [record(account) for _n in range(20)]
    acts = [actions.approve(entry=entry, by="awa") for entry in entries]
    instants = [row.known_at for row in [*entries, *acts]]

    assert instants == sorted(set(instants))


@pytest.mark.parametrize(
    "change",
    [
        lambda entry: Entry.objects.filter(pk=entry.pk).update(note="autre"),
        lambda entry: Posting.objects.filter(entry=entry).update(value=99),
        lambda entry: Act.objects.filter(entry=entry).update(why="autre"),
    ],
)
def test_database_refuses_to_change_what_was_recorded(change):
    entry = EntryFactory()

    with pytest.raises(DatabaseError) as refusal, transaction.atomic():
        change(entry)

    assert "une écriture du registre ne se modifie pas" in str(refusal.value)


@pytest.mark.parametrize(
    ("constraint", "make"),
    [
        (
            "ledger_entry_dates_in_order",
            lambda entry: {"start": datetime.date(2018, 1, 1), "end": datetime.date(2017, 1, 1)},
        ),
        ("ledger_event_has_one_day", lambda entry: {"kind": "event", "start": datetime.date(2017, 1, 1)}),
        ("ledger_only_plans_have_versions", lambda entry: {"plan_version": 1}),
        ("ledger_precision_is_positive", lambda entry: {"precision": 0}),
    ],
)
def test_database_refuses_an_entry_that_cannot_be(constraint, make):
    entry = EntryFactory()
    fields = {
        name: getattr(entry, name)
        for name in ("account", "kind", "stage", "start", "end", "source", "known_at")
    }

    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        Entry.objects.create(**{**fields, **make(entry)})

    assert constraint in str(refusal.value)


def test_database_refuses_a_person_counted_twice_in_a_line():
    entry = EntryFactory()
    cell = entry.postings.get().cell

    with pytest.raises(IntegrityError, match="ledger_a_person_is_one"), transaction.atomic():
        Posting.objects.create(entry=entry, cell=cell, value=2, person=PersonFactory())
    with pytest.raises(IntegrityError, match="ledger_person_or_group"), transaction.atomic():
        Posting.objects.create(entry=entry, cell=cell, value=1, person=PersonFactory(), group=GroupFactory())


def test_database_refuses_decimals_of_cfa_francs():
    given = {"label": "Budget", "unit": "XOF", "decimals": 2, "time": "sum", "places": "sum"}

    with pytest.raises(IntegrityError, match="ledger_cfa_francs_have_no_decimals"), transaction.atomic():
        Account.objects.create(**given)


def test_open_account_refuses_another_unit_than_its_parent():
    parent = AccountFactory(unit="EUR", decimals=2)

    with pytest.raises(Refused) as refusal:
        AccountFactory(unit="XOF", parent=parent)

    assert refusal.value.code == "parent_unit"


def test_change_additivity_refused_once_there_are_entries():
    account = AccountFactory()
    actions.change_additivity(account=account, time="last", places="sum", by="awa")
    account.time = Account.Time.SUM
    EntryFactory(account=account)

    with pytest.raises(Refused) as refusal:
        actions.change_additivity(account=account, time="sum", places="sum", by="awa")

    assert refusal.value.code == "account_has_entries"


def test_cell_is_the_same_whatever_the_order():
    assert actions.cell({"sex": "F", "age": "15-24"}) == actions.cell({"age": "15-24", "sex": "F"})


def test_cell_key_keeps_odd_codes_apart():
    assert actions.cell_key({"a": "1;b=2"}) != actions.cell_key({"a": "1", "b": "2"})


def test_place_without_a_division_is_meant_in_the_one_in_force():
    old = add_division(code="D2016", in_force_to=datetime.date(2023, 3, 12))
    add_division(code="D2023", in_force_from=datetime.date(2023, 3, 13))
    place = add_place(level="commune", name="Goundam")

    assert EntryFactory(place=place).division == old
    assert EntryFactory().division is None
