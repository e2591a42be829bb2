"""Every engine gives the same answers, of which the one in memory is the plainest."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from jalon.core.figures.answer import Answer
from jalon.core.figures.arithmetic import answer
from jalon.core.figures.errors import QuestionError
from jalon.core.figures.fetcher import Fetcher
from jalon.core.figures.memory import MemoryFetcher
from jalon.core.figures.model import Ledger
from jalon.core.figures.outer import load
from jalon.core.figures.question import Question
from jalon.flows.ledger import exchange
from jalon.flows.ledger.duck import DuckRunner
from jalon.flows.ledger.extract import write_extract
from jalon.flows.ledger.runners import DjangoRunner
from jalon.flows.ledger.snapshot import snapshot
from jalon.flows.ledger.sql_fetcher import SqlFetcher
from jalon.flows.ledger.storing import store
from tests.effort import examples
from tests.flows.ledger.drawn import ledgers, questions

pytestmark = pytest.mark.django_db


several = st.lists(questions(), min_size=5, max_size=5)


@contextmanager
def stored(ledger: Ledger) -> Iterator[None]:
    """The ledger in the database, for the length of a block."""
    with transaction.atomic():
        store(ledger, title="essai")
        yield
        transaction.set_rollback(True)


def said(question: Question, fetcher: Fetcher) -> Answer | str:
    try:
        return answer(question, fetcher)
    except QuestionError as error:
        return str(error)


def without_authors(said: Answer | str) -> Answer | str:
    """An extract does not say who set aside, nor why."""
    if isinstance(said, str):
        return said
    terms = {
        name: without_authors(term) for name in ("numerator", "denominator") if (term := getattr(said, name))
    }
    return replace(said, set_aside=tuple(replace(s, by="", why="") for s in said.set_aside), **terms)


@given(ledgers(), several)
@examples(60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_database_answers_as_memory(ledger: Ledger, asked: list[Question]) -> None:
    with stored(ledger):
        database, memory = SqlFetcher(DjangoRunner()), MemoryFetcher(ledger)

        assert [said(question, database) for question in asked] == [
            said(question, memory) for question in asked
        ]


@given(ledgers(), several)
@pytest.mark.slow
@examples(15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_extract_answers_as_memory(ledger: Ledger, asked: list[Question]) -> None:
    with stored(ledger), tempfile.TemporaryDirectory() as folder:
        write_extract(Path(folder))
        runner = DuckRunner(Path(folder))
        extract, memory = SqlFetcher(runner), MemoryFetcher(ledger)

        for question in asked:
            assert said(question, extract) == without_authors(said(question, memory))
        runner.close()


@given(ledgers())
@examples(15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_snapshot_gives_back_what_was_stored(ledger: Ledger) -> None:
    with stored(ledger):
        found = snapshot(DjangoRunner())

    assert found.entries == ledger.entries
    assert sorted(map(repr, found.acts)) == sorted(map(repr, ledger.acts))
    assert (found.places, found.zones, found.divisions) == (ledger.places, ledger.zones, ledger.divisions)
    assert (found.accounts, found.versions, found.groups) == (ledger.accounts, ledger.versions, ledger.groups)
    assert found.judgements == ledger.judgements


@given(ledgers())
@examples(20, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_storing_twice_adds_nothing(ledger: Ledger) -> None:
    with stored(ledger):
        again = store(ledger, title="essai")

    assert (again.entries, again.acts) == (0, 0)


@given(ledgers())
@examples(15)
def test_dump_loads_into_an_empty_database_and_dumps_the_same(ledger: Ledger) -> None:
    # The outer format asks in which division a place is named, and takes a plan without version as the first.
    entries = {
        key: replace(
            entry,
            division=(entry.division or "D2016") if entry.place else None,
            version=(entry.version or 1) if entry.stage == "planned" else None,
        )
        for key, entry in ledger.entries.items()
    }
    with stored(replace(ledger, entries=entries)):
        lines = list(exchange.dumped())

    with stored(load(lines)):
        assert list(exchange.dumped()) == lines
