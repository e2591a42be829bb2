"""The desk answers many questions in a constant number of queries, in memory or by SQL alike."""

import datetime

import pytest

from jalon.core.figures import arithmetic
from jalon.core.figures.memory import MemoryFetcher
from jalon.core.figures.question import Question
from jalon.flows import figures
from jalon.flows.figures import Desk, family, years_of
from jalon.flows.ledger.keys import Keys
from jalon.flows.ledger.runners import DjangoRunner
from jalon.flows.ledger.sql_fetcher import SqlFetcher
from tests.factories.ledger import AccountFactory, EntryFactory

pytestmark = pytest.mark.django_db
DAY = datetime.date(2017, 12, 31)


def question(account, **changes) -> Question:
    return Question((account.uid,), "achieved", datetime.date(2017, 1, 1), DAY).with_(**changes)


def test_desk_costs_the_same_queries_for_one_account_and_three(django_assert_num_queries):
    accounts = [EntryFactory(values={"F": 8, "M": 12}).account for _rank in range(3)]

    with django_assert_num_queries(16):
        desk = Desk([accounts[0].uid])
        assert desk.ask(question(accounts[0])).low == 20
    with django_assert_num_queries(16):
        desk = Desk(account.uid for account in accounts)
        assert [desk.ask(question(account, by=("sex",))).low for account in accounts] == [20, 20, 20]


def test_desk_of_a_large_ledger_asks_the_database_and_answers_the_same(monkeypatch):
    account = EntryFactory(values={"F": 8, "M": 12}).account
    EntryFactory(account=account, kind="event", start=None, end=datetime.date(2017, 3, 12), values={"F": 5})
    asked = question(account, by=("sex",))
    small = Desk([account.uid])

    monkeypatch.setattr(figures, "HELD_IN_MEMORY", 1)
    large = Desk([account.uid])

    assert (type(small.fetcher), type(large.fetcher)) == (MemoryFetcher, SqlFetcher)
    assert small.ask(asked) == large.ask(asked)
    assert small.entries(asked, 10) == large.entries(asked, 10)


def test_family_holds_what_is_under_and_the_terms_of_ratios():
    parent, women, all_of_them = AccountFactory(), AccountFactory(), AccountFactory()
    child = AccountFactory(parent=parent, numerator=women, denominator=all_of_them)
    other = AccountFactory()

    found = family([parent.uid], Keys(DjangoRunner()))

    assert found == sorted([parent.pk, women.pk, all_of_them.pk, child.pk])
    assert other.pk not in found


def test_desk_mentions_what_is_stated_of_the_account_above_as_the_database_does():
    parent = EntryFactory(values={"": 50}).account
    child = EntryFactory(account=AccountFactory(parent=parent, programme=parent.programme)).account
    asked = question(child)

    answer = Desk([child.uid]).ask(asked)

    assert [(mention.why, mention.value) for mention in answer.not_attributable] == [("account", 50)]
    assert answer == arithmetic.answer(asked, SqlFetcher(DjangoRunner()))


def test_years_of_leaves_drafts_out():
    account = EntryFactory().account
    EntryFactory(account=account, end=datetime.date(2025, 1, 1), start=None, approved=False)

    assert years_of([account.uid]) == [2017]
