"""Fills one database with a large ledger and measures questions on it; prints one JSON object.

Run by `./jalon bench` in a process of its own for each database, with JALON_DATA and JALON_DATABASE_URL set.
"""

import json
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jalon.config.settings")

import django

django.setup()

from django.core.management import call_command  # noqa: E402 (Django first)
from django.db import connection, transaction  # noqa: E402

from jalon.core.figures import Account, Fetcher, Ledger, Place, Question, answer  # noqa: E402
from jalon.core.figures.fetcher import Grouping, Selection  # noqa: E402
from jalon.core.identity import new_uid  # noqa: E402
from jalon.flows.ledger import bulk, storing_entries  # noqa: E402
from jalon.flows.ledger.duck import DuckRunner  # noqa: E402
from jalon.flows.ledger.extract import write_extract  # noqa: E402
from jalon.flows.ledger.runners import DjangoRunner  # noqa: E402
from jalon.flows.ledger.sql_fetcher import SqlFetcher  # noqa: E402
from jalon.flows.ledger.storing import store  # noqa: E402
from jalon.records.ledger.actions import cell  # noqa: E402
from jalon.records.ledger.models import Account as AccountRow  # noqa: E402
from jalon.records.ledger.models import Act, Entry, Posting  # noqa: E402
from jalon.records.places import models as places  # noqa: E402
from jalon.records.sources.models import Source  # noqa: E402

FIRST = date(2014, 1, 1)
LAST = date(2023, 12, 31)
KNOWN = datetime(2024, 1, 1, tzinfo=UTC)
EVENT_ONLY, MIXED = 400, 100
EVENTS, STATEMENTS = 500_000, 140_000
REGIONS, CERCLES, COMMUNES = 8, 8, 10
Row = tuple[int, str, date, date, int]


def country() -> Ledger:
    """Eight regions of eight cercles of ten communes, and five hundred accounts."""
    found = {"M": Place("M", "country")}
    for r in range(REGIONS):
        found[f"R{r}"] = Place(f"R{r}", "region", {"D": "M"})
        for c in range(CERCLES):
            found[f"R{r}C{c}"] = Place(f"R{r}C{c}", "cercle", {"D": f"R{r}"})
            for k in range(COMMUNES):
                found[f"R{r}C{c}k{k}"] = Place(f"R{r}C{c}k{k}", "commune", {"D": f"R{r}C{c}"})
    keys = [*(f"E{n}" for n in range(EVENT_ONLY)), *(f"S{n}" for n in range(MIXED))]
    return Ledger(places=found, accounts={key: Account(key, "person") for key in keys})


def fill(scale: float) -> int:
    """Write the ledger, scaled, and return its number of entries."""
    draw = random.Random(20261122)
    with transaction.atomic():
        store(country(), title="mesure")
        source = Source.objects.create(uid="mesure", kind=Source.Kind.PACKAGE).pk
        accounts = dict(AccountRow.objects.values_list("uid", "pk"))
        division = places.Division.objects.get().pk
        by_level: dict[str, list[int]] = {}
        for pk, level in places.Place.objects.values_list("pk", "level"):
            by_level.setdefault(level, []).append(pk)
        cells = [cell({"sex": "F"}).pk, cell({"sex": "M"}).pk]
        rows = [*_events(draw, accounts, by_level, int(EVENTS * scale)),
                *_statements(draw, accounts, by_level, int(STATEMENTS * scale))]  # fmt: skip
        draw.shuffle(rows)
        for first in range(0, len(rows), 20_000):
            _insert(rows[first : first + 20_000], first, division, source, cells, draw)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return len(rows)


def _events(
    draw: random.Random, accounts: dict[str, int], by_level: dict[str, list[int]], count: int
) -> Iterator[Row]:
    numbers, days = list(accounts.values()), (LAST - FIRST).days
    for _event in range(count):
        day = FIRST + timedelta(draw.randint(0, days))
        yield draw.choice(numbers), "event", day, day, draw.choice(by_level["commune"])


def _statements(
    draw: random.Random, accounts: dict[str, int], by_level: dict[str, list[int]], count: int
) -> Iterator[Row]:
    mixed = [accounts[f"S{n}"] for n in range(MIXED)]
    for _statement in range(count):
        year = draw.randint(FIRST.year, LAST.year)
        level = draw.choices(["region", "cercle", "commune"], [1, 8, 9])[0]
        place = draw.choice(by_level[level])
        yield draw.choice(mixed), "statement", date(year, 1, 1), date(year, 12, 31), place


def _insert(
    rows: list[Row], first: int, division: int, source: int, cells: list[int], draw: random.Random
) -> None:
    bulk.insert(
        Entry,
        storing_entries.ENTRY,
        (
            (f"b{first + n}", account, kind, "achieved", start, end, place, division, None, None, "", source,
             "", "", 1, "exact", "", "bench", KNOWN)
            for n, (account, kind, start, end, place) in enumerate(rows)
        ),
    )  # fmt: skip
    numbers = list(bulk.numbers(Entry, [f"b{first + n}" for n in range(len(rows))]).values())
    bulk.insert(
        Posting,
        storing_entries.POSTING,
        ((number, draw.randint(0, 40), cell, None, None) for number in numbers for cell in cells),
    )
    bulk.insert(
        Act,
        storing_entries.ACT,
        ((new_uid(), number, "approve", None, "bench", "", KNOWN, KNOWN) for number in numbers),
    )


def milliseconds(work: Callable[[], Any], times: int = 7) -> float:
    """The best of a few runs, which others on the machine disturb least."""
    work()
    taken = []
    for _run in range(times):
        began = time.perf_counter()
        work()
        taken.append((time.perf_counter() - began) * 1000)
    return round(min(taken), 1)


def measured(fetcher: Fetcher) -> dict[str, float]:
    """The two measurements of docs/reference/ledger.md: rows fetched, and figure answered."""
    ten_years = Question(("S7",), "achieved", FIRST, LAST)
    a_year = Question(tuple(f"E{n}" for n in range(50)), "achieved", date(2020, 1, 1), date(2020, 12, 31))
    one, many = selection(ten_years), selection(a_year)
    of_places = Grouping(((FIRST, LAST),), place=True)
    of_accounts = Grouping(((a_year.start, a_year.end),), account=True)
    return {
        "un compte, dix ans : constats": milliseconds(lambda: fetcher.stated(one, ())),
        "un compte, dix ans : événements": milliseconds(lambda: fetcher.event_sums(one, of_places)),
        "un compte, dix ans : chiffre": milliseconds(
            lambda: answer(ten_years, fetcher, with_sources=False), 3
        ),
        "50 comptes sans constat, un an : sommes": milliseconds(
            lambda: fetcher.event_sums(many, of_accounts)
        ),
        "50 comptes sans constat, un an : chiffre": milliseconds(
            lambda: answer(a_year, fetcher, with_sources=False)
        ),
    }


def selection(question: Question) -> Selection:
    """A question's entries, wherever they lie."""
    return Selection(
        frozenset(question.accounts), question.stage, question.start, question.end, question.as_of
    )


def main(scale: float) -> None:
    """Fill, measure on the database and on its extract, print."""
    call_command("migrate", verbosity=0)
    began = time.perf_counter()
    entries = fill(scale)
    found: dict[str, Any] = {"entries": entries, "filled": round(time.perf_counter() - began, 1)}
    found["database"] = measured(SqlFetcher(DjangoRunner()))
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        write_extract(Path(folder))
        found["extracted"] = round(time.perf_counter() - began, 1)
        found["size"] = round(sum(file.stat().st_size for file in Path(folder).iterdir()) / 1e6)
        runner = DuckRunner(Path(folder))
        found["extract"] = measured(SqlFetcher(runner))
        runner.close()
    sys.stdout.write(json.dumps(found, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main(float(sys.argv[1]))
