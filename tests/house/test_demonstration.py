"""`./jalon demo`: the first start loads everything, the next is quick and changes nothing."""

import os
import sqlite3
import urllib.request
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

from tests.demonstration import Demonstration, demonstration

NOT_CONTENT = {"django_session", "axes_accesslog", "sqlite_sequence"}


def counts(data: Path) -> dict[str, int]:
    with sqlite3.connect(data / "jalon.sqlite3") as database:
        tables = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {
            table: database.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]
            for table in tables
            if table not in NOT_CONTENT
        }


@pytest.mark.slow
def test_first_page_answers(demo: Demonstration) -> None:
    with urllib.request.urlopen(demo.origin) as response:
        assert response.status == 200


@pytest.mark.slow
def test_it_prints_where_and_how_to_log_in(demo: Demonstration) -> None:
    assert f"{demo.origin}/utilisateur/login/" in demo.printed
    assert all(demo.password(name) in demo.printed for name in ("awa", "boubacar", "coumba", "admin"))


@pytest.mark.slow
def test_passwords_are_the_owner_s_alone(demo: Demonstration) -> None:
    assert (demo.data / "demonstration.json").stat().st_mode & 0o777 == 0o600


@pytest.mark.slow
def test_second_start_is_quick_and_neither_loses_nor_doubles(demo: Demonstration) -> None:
    before = counts(demo.data)
    passwords = (demo.data / "demonstration.json").read_text(encoding="utf-8")

    with demonstration(demo.data) as again:
        assert counts(demo.data) == before
        assert (demo.data / "demonstration.json").read_text(encoding="utf-8") == passwords
        assert again.busy < 3


@pytest.mark.slow
@pytest.mark.postgres
def test_it_runs_the_same_on_postgresql(tmp_path: Path) -> None:
    cluster = os.environ["JALON_DATABASE_URL"]
    name = f"demo_{uuid4().hex}"
    with psycopg.connect(cluster, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    head, _, query = cluster.partition("?")
    url = f"{head.rpartition('/')[0]}/{name}?{query}"

    with demonstration(tmp_path / "data", url) as running, urllib.request.urlopen(running.origin) as response:
        status = response.status
    with psycopg.connect(url) as connection:
        entries = connection.execute("SELECT count(*) FROM ledger_entry").fetchone()
    with psycopg.connect(cluster, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")

    assert (status, entries is not None and entries[0] > 100) == (200, True)
