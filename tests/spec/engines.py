"""The engines that the spec is run on. To plug one in, add its factory here.

A factory takes pytest's request (for a folder, say) and a ledger, and gives a fetcher over it. Those on the
database want a test that is marked for it.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from jalon.core.figures import Fetcher, Ledger, MemoryFetcher
from jalon.flows.ledger.duck import DuckRunner
from jalon.flows.ledger.extract import write_extract
from jalon.flows.ledger.runners import DjangoRunner
from jalon.flows.ledger.sql_fetcher import SqlFetcher
from jalon.flows.ledger.storing import store

Factory = Callable[[pytest.FixtureRequest, Ledger], Fetcher]


def memory(request: pytest.FixtureRequest, ledger: Ledger) -> Fetcher:
    """The plainest engine, which the others must equal."""
    return MemoryFetcher(ledger)


def database(request: pytest.FixtureRequest, ledger: Ledger) -> Fetcher:
    """The application's own database, SQLite or PostgreSQL as the pass has it."""
    store(ledger, title="spec")
    return SqlFetcher(DjangoRunner())


def extract(request: pytest.FixtureRequest, ledger: Ledger) -> Fetcher:
    """A Parquet extract of that database, read by DuckDB."""
    database(request, ledger)
    folder: Path = request.getfixturevalue("tmp_path")
    write_extract(folder)
    runner = DuckRunner(folder)
    request.addfinalizer(runner.close)
    return SqlFetcher(runner)


ENGINES: dict[str, Factory] = {"memory": memory, "database": database, "extract": extract}
