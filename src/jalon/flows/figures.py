"""The desk where pages ask for figures: many questions, a constant number of queries."""

import datetime
from collections.abc import Iterable, Sequence

from django.db.models import Exists, OuterRef

from jalon.core.figures.answer import Answer
from jalon.core.figures.arithmetic import answer
from jalon.core.figures.fetcher import Fetcher
from jalon.core.figures.memory import MemoryFetcher
from jalon.core.figures.question import Question
from jalon.core.figures.scope import resolve
from jalon.flows.ledger import reading
from jalon.flows.ledger.keys import Keys
from jalon.flows.ledger.runners import DjangoRunner
from jalon.flows.ledger.snapshot import snapshot
from jalon.flows.ledger.sql_fetcher import SqlFetcher
from jalon.records.ledger.models import Act, Entry

HELD_IN_MEMORY = 4000
"""Entries up to which a page's accounts are read at once and answered in memory, instead of by SQL."""


class Desk:
    """Answers the questions of one page about some accounts.

    The accounts' entries are read once, with those of the accounts under and above them and of their
    ratios, so that the number of queries does not depend on the number of questions; beyond
    `HELD_IN_MEMORY` entries each question is answered by the database instead.
    """

    def __init__(self, accounts: Iterable[str]) -> None:
        runner = DjangoRunner()
        keys = Keys(runner)
        self.accounts = family(accounts, keys)
        few = Entry.objects.filter(account__in=self.accounts)[: HELD_IN_MEMORY + 1].count() <= HELD_IN_MEMORY
        self.fetcher: Fetcher = (
            MemoryFetcher(snapshot(runner, self.accounts, keys)) if few else SqlFetcher(runner)
        )

    def ask(self, question: Question) -> Answer:
        """Return the figure asked for."""
        return answer(question, self.fetcher)

    def entries(self, question: Question, limit: int) -> list[str]:
        """Return the uids of the live entries inside the question's scope, by day, at most `limit`."""
        selection = resolve(question, self.fetcher).selection
        return [entry.key for entry in self.fetcher.entries(selection, limit)]


def family(accounts: Iterable[str], keys: Keys) -> list[int]:
    """Return the ids of these accounts (uids), of those under and above them, of the terms of their ratios.

    What is stated of an account above is mentioned beside a figure, so its entries are read too.
    """
    return sorted(keys.account_ids(reading.family(keys.accounts, list(accounts))))


def years_of(accounts: Sequence[str]) -> list[int]:
    """Return the years in which these accounts have approved achievements, the last first."""
    days: Iterable[datetime.date] = (
        Entry.objects.filter(account__uid__in=accounts, stage=Entry.Stage.ACHIEVED)
        .filter(Exists(Act.objects.filter(entry=OuterRef("pk"), kind=Act.Kind.APPROVE)))
        .dates("end", "year", order="DESC")
    )
    return [day.year for day in days]
