"""Approving, withdrawing, setting aside, correcting: who, when, and what becomes of an entry."""

import pytest

from jalon.records.ledger import actions
from jalon.records.ledger.actions import Line
from jalon.records.ledger.models import Act, Entry
from jalon.records.ledger.rules import may_do
from jalon.records.ledger.states import EntryState, state_of
from jalon.records.problems import Refused
from jalon.records.programmes.rules import scope_of
from tests.factories.ledger import AccountFactory, EntryFactory
from tests.people import people

pytestmark = pytest.mark.django_db


def state(entry: Entry) -> EntryState:
    return state_of(Entry.objects.get(pk=entry.pk))


def refusal_of(act, **given) -> str:
    with pytest.raises(Refused) as refusal:
        act(**given)
    return refusal.value.code


def test_approve_once():
    entry = EntryFactory(approved=False)
    act = actions.approve(entry=entry, by="awa")

    assert (act.kind, act.by, state(entry)) == (Act.Kind.APPROVE, "awa", EntryState.IN_FORCE)
    assert refusal_of(actions.approve, entry=entry, by="awa") == "already_approved"


def test_approve_by_its_author_unless_four_eyes():
    account = AccountFactory()
    account.programme.four_eyes = True
    account.programme.save()
    entry = EntryFactory(account=account, approved=False, by="awa")

    assert refusal_of(actions.approve, entry=entry, by="awa") == "four_eyes"
    assert actions.approve(entry=entry, by="moussa").kind == Act.Kind.APPROVE


def test_withdraw_needs_a_reason_and_happens_once():
    entry = EntryFactory()

    assert refusal_of(actions.withdraw, entry=entry, by="awa", why="  ") == "no_reason"
    actions.withdraw(entry=entry, by="awa", why="Compté deux fois.")
    assert state(entry) == EntryState.WITHDRAWN
    assert refusal_of(actions.withdraw, entry=entry, by="awa", why="Encore.") == "already_withdrawn"


def test_withdraw_a_draft_discards_it():
    entry = EntryFactory(approved=False)
    actions.withdraw(entry=entry, by="awa", why="Erreur de frappe.")

    assert state(entry) == EntryState.DISCARDED
    assert refusal_of(actions.approve, entry=entry, by="awa") == "withdrawn"


def test_set_aside_needs_a_reason_and_happens_once():
    entry = EntryFactory()

    assert refusal_of(actions.set_aside, entry=entry, by="awa", why="") == "no_reason"
    actions.set_aside(entry=entry, by="awa", why="Le rapport annuel fait foi.")
    assert state(entry) == EntryState.SET_ASIDE
    assert refusal_of(actions.set_aside, entry=entry, by="awa", why="Encore.") == "already_set_aside"


def test_correct_takes_effect_with_the_approval_of_the_replacement():
    entry = EntryFactory(values={"": 23})
    new = actions.correct(entry=entry, lines=[Line(value=25)], by="awa", why="Deux oubliés.")

    assert (state(entry), state(new)) == (EntryState.UNDER_CORRECTION, EntryState.DRAFT)
    actions.approve(entry=new, by="awa")
    assert (state(entry), state(new)) == (EntryState.CORRECTED, EntryState.IN_FORCE)
    kept = ("account_id", "kind", "stage", "start", "end", "place_id", "about_id", "source_id")
    assert [getattr(new, name) for name in kept] == [getattr(entry, name) for name in kept]


def test_correct_again_after_a_correction_was_dropped():
    entry = EntryFactory(values={"": 23})
    first = actions.correct(entry=entry, lines=[Line(value=24)], by="awa", why="Un oublié.")

    assert refusal_of(actions.withdraw, entry=entry, by="awa", why="Non.") == "already_withdrawn"
    actions.withdraw(entry=first, by="awa", why="La liste disait vrai.")
    assert state(entry) == EntryState.IN_FORCE
    second = actions.correct(entry=entry, lines=[Line(value=25)], by="awa", why="Deux oubliés.")
    actions.approve(entry=second, by="awa")
    assert state(entry) == EntryState.CORRECTED


def test_correct_refused_leaves_nothing():
    entry = EntryFactory(values={"": 23})
    actions.withdraw(entry=entry, by="awa", why="Compté deux fois.")

    assert (
        refusal_of(actions.correct, entry=entry, lines=[Line(value=1)], by="awa", why="x")
        == "already_withdrawn"
    )
    assert Entry.objects.count() == 1


def test_may_do_by_role_and_state():
    entry = EntryFactory(by="boubacar")
    draft = EntryFactory(account=entry.account, approved=False, by="boubacar")
    awa, boubacar, coumba, admin = people(entry.account.programme)

    def may(user, of):
        rights = may_do(scope_of(user), of, username=user.username)
        return [
            name
            for name in ("approve", "withdraw", "set_aside", "correct", "remark")
            if getattr(rights, name)
        ]

    assert may(awa, entry) == ["withdraw", "set_aside", "correct", "remark"]
    assert may(awa, draft) == ["approve", "withdraw", "correct", "remark"]
    assert may(boubacar, entry) == ["correct", "remark"]
    assert may(boubacar, draft) == ["withdraw", "correct", "remark"]
    assert may(coumba, entry) == may(coumba, draft) == []
    assert may(admin, draft) == ["approve", "withdraw", "correct", "remark"]


def test_may_do_four_eyes():
    draft = EntryFactory(approved=False, by="awa")
    programme = draft.account.programme
    programme.four_eyes = True
    programme.save()
    awa, *_others = people(programme)

    assert not may_do(scope_of(awa), draft, username="awa").approve
