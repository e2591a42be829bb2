"""`kill -9` in the middle of `ledger load`: the file is in the database whole, or not at all."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest

ROOT = Path(__file__).parents[3]
ENTRIES = 6000


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file that takes a few seconds to load."""
    path = tmp_path_factory.mktemp("registre") / "grand.jsonl"
    known = "2017-03-13T08:00:00Z"
    with path.open("w", encoding="utf-8") as file:
        file.write('{"place": "a", "level": "commune", "under": {"D2016": "G"}}\n')
        file.write('{"account": "P", "unit": "person"}\n')
        for number in range(ENTRIES):
            entry = {
                "entry": f"e{number}", "account": "P", "kind": "event", "stage": "achieved", "place": "a",
                "on": "2017-03-12", "division": "D2016", "known_at": known, "reported_by": "AMSS" * 20,
                "postings": [{"value": "8", "sex": "F"}, {"value": "12", "sex": "M"}],
            }  # fmt: skip
            act = {"act": "approve", "entry": f"e{number}", "by": "u1", "known_at": known}
            file.write(f"{json.dumps(entry)}\n{json.dumps(act)}\n")
    return path


def product(arguments: list[str], data: Path, url: str = "") -> subprocess.Popen[bytes]:
    environment = {
        **os.environ, "JALON_DATA": str(data), "JALON_DATABASE_URL": url, "PYTHONPATH": str(ROOT / "src"),
        "DJANGO_SETTINGS_MODULE": "jalon.config.settings",
    }  # fmt: skip
    return subprocess.Popen(
        [sys.executable, "-m", "jalon", *arguments],
        env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def loading(ledger: Path, data: Path, url: str = "") -> subprocess.Popen[bytes]:
    return product(["ledger", "load", str(ledger)], data, url)


def kill_when(process: subprocess.Popen[bytes], is_writing: Callable[[], bool]) -> None:
    """Kill the process the first time it is seen writing."""
    while process.poll() is None and not is_writing():
        time.sleep(0.005)
    assert process.poll() is None, "le chargement a fini avant d’avoir été vu"
    process.send_signal(signal.SIGKILL)
    process.wait()


@pytest.mark.sqlite
@pytest.mark.slow
def test_killed_load_leaves_nothing_on_sqlite(ledger: Path, tmp_path: Path) -> None:
    base, wal = tmp_path / "jalon.sqlite3", tmp_path / "jalon.sqlite3-wal"

    def counts() -> tuple[int, ...]:
        tables = ("ledger_entry", "ledger_posting", "ledger_act", "ledger_account", "places_place")
        with sqlite3.connect(base) as connection:
            return tuple(
                connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables
            )

    assert product(["migrate", "-v0"], tmp_path).wait() == 0
    # Only what overflows SQLite's page cache reaches the journal before the commit.
    kill_when(loading(ledger, tmp_path), lambda: wal.exists() and wal.stat().st_size > 300_000)

    assert counts() == (0, 0, 0, 0, 0)

    assert loading(ledger, tmp_path).wait() == 0
    assert counts() == (ENTRIES, 2 * ENTRIES, ENTRIES, 1, 2)


@pytest.mark.postgres
@pytest.mark.slow
def test_killed_load_leaves_nothing_on_postgresql(ledger: Path, tmp_path: Path) -> None:
    url = os.environ["JALON_DATABASE_URL"]
    other = url.replace("/postgres?", "/jalon_kill?")
    assert other != url
    with psycopg.connect(url, autocommit=True) as server:
        server.execute("CREATE DATABASE jalon_kill")

        def is_writing() -> bool:
            found = server.execute(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = 'jalon_kill' "
                """AND query LIKE 'INSERT INTO "ledger_posting"%'"""
            ).fetchone()
            return found is not None and found[0] > 0

        def counts() -> tuple[int, ...]:
            with psycopg.connect(other) as connection:
                return (
                    connection.execute(
                        "SELECT (SELECT count(*) FROM ledger_entry), (SELECT count(*) FROM ledger_posting), "
                        "(SELECT count(*) FROM ledger_act), (SELECT count(*) FROM places_place)"
                    ).fetchone()
                    or ()
                )

        try:
            kill_when(loading(ledger, tmp_path, other), is_writing)
            assert counts() == (0, 0, 0, 0)

            assert loading(ledger, tmp_path, other).wait() == 0
            assert counts() == (ENTRIES, 2 * ENTRIES, ENTRIES, 2)
        finally:
            server.execute("DROP DATABASE jalon_kill WITH (FORCE)")
