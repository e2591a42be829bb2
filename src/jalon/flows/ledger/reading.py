"""Rows of an engine as the values of the arithmetic."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Literal

from jalon.core.figures.fetcher import EventSum, Grouping, Stated
from jalon.core.figures.geography import Geography
from jalon.core.figures.model import (
    Account,
    Act,
    Cell,
    Division,
    Entry,
    Judgement,
    Place,
    Posting,
    Zone,
    cell_of,
)
from jalon.flows.ledger.keys import Keys, as_date
from jalon.flows.ledger.runners import Runner

State = Literal["live", "draft", "set_aside"]
UNDECLARED = "unknown"
"""The level of a place that is only known as the parent of others."""

ENTRY_COLUMNS = (
    'e.id, e.uid, e.account_id, e.kind, e.stage, e."start", e."end", e.place_id, e.division_id, e.about_id, '
    "e.plan_version, s.uid, e.reported_by, e.printed, e.precision, e.qualifier, e.currency, e.known_at"
)
JUDGEMENT_COLUMNS = "j.uid, f.uid, s.uid, j.verdict, j.known_at, j.ended_at"
JUDGEMENTS = (
    "FROM people_judgement j JOIN people_person f ON f.id = j.first_id "
    "JOIN people_person s ON s.id = j.second_id"
)


def as_instant(value: Any) -> datetime:
    """An instant as an engine gives it: aware, or naive in UTC, or text on SQLite."""
    moment = value if isinstance(value, datetime) else datetime.fromisoformat(value)
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def known_date(value: Any) -> date:
    """A day that the database never leaves out."""
    found = as_date(value)
    assert found is not None
    return found


def family(accounts: Mapping[str, Account], keys: Collection[str]) -> dict[str, Account]:
    """These accounts, all under them, all above them, and those that their ratios name."""
    children: dict[str, list[str]] = {}
    for account in accounts.values():
        if account.parent is not None:
            children.setdefault(account.parent, []).append(account.key)
    asked = [key for key in keys if key in accounts]
    found = dict.fromkeys(asked)
    for key in found.copy():
        found |= dict.fromkeys(_line(accounts, key))
    waiting = asked
    while waiting:
        under = children.get(waiting.pop(), [])
        waiting += [key for key in under if key not in found]
        found |= dict.fromkeys(under)
    for key in [*found]:
        found |= dict.fromkeys(filter(None, (accounts[key].numerator, accounts[key].denominator)))
    return {key: accounts[key] for key in found}


def _line(accounts: Mapping[str, Account], key: str) -> list[str]:
    line = [key]
    while (parent := accounts[line[-1]].parent) is not None and parent not in line:
        line.append(parent)
    return line


def geography(runner: Runner, keys: Keys) -> Geography:
    """Places with their parents by division, zones with their members, divisions with their dates."""
    under: dict[int, dict[str, str]] = {}
    for place, division, parent in runner.rows(
        "SELECT u.place_id, u.division_id, u.parent_id FROM places_placeparent u"
    ):
        under.setdefault(place, {})[keys.divisions[division]] = keys.places[parent][0]
    under = {place: dict(sorted(parents.items())) for place, parents in under.items()}
    members: dict[int, list[str]] = {}
    for zone, member in runner.rows("SELECT z.zone_id, z.member_id FROM places_zonemember z"):
        members.setdefault(zone, []).append(keys.places[member][0])
    divisions = runner.rows("SELECT d.code, d.in_force_from, d.in_force_to FROM places_division d")
    return Geography(
        [
            Place(key, None if level == UNDECLARED else level, under.get(number, {}))
            for number, (key, level) in keys.places.items()
            if level != "zone"
        ],
        [
            Zone(key, tuple(sorted(members.get(number, ()))))
            for number, (key, level) in keys.places.items()
            if level == "zone"
        ],
        [Division(code, as_date(since), as_date(until)) for code, since, until in divisions],
    )


@dataclass(frozen=True, slots=True)
class Aside:
    """Who set an entry aside, when and why; nobody and nothing in an extract."""

    by: str
    at: datetime
    known_at: datetime
    why: str


def stated(
    rows: Sequence[Sequence[Any]],
    keys: Keys,
    cells: Mapping[int, Sequence[tuple[Cell, int]]],
    aside: Mapping[int, Aside],
    approved: Collection[int] | None,
) -> list[Stated]:
    """Entries as values, by last day and key; `approved` None when all of them are."""
    found = []
    for row in rows:
        set_aside = aside.get(row[0])
        state: State = "live" if approved is None or row[0] in approved else "draft"
        act = None
        if set_aside:
            state = "set_aside"
            act = Act("set_aside", row[1], set_aside.by, set_aside.at, set_aside.known_at, set_aside.why)
        found.append(_one_stated(row, tuple(sorted(cells.get(row[0], ()))), keys, state, act))
    return sorted(found, key=lambda one: (one.end, one.entry))


def _one_stated(
    row: Sequence[Any], cells: tuple[tuple[Cell, int], ...], keys: Keys, state: State, act: Act | None
) -> Stated:
    return Stated(
        entry=row[1],
        account=keys.account(row[2]),
        kind=row[3],
        place=keys.pair(row[4], row[5]),
        start=as_date(row[6]),
        end=known_date(row[7]),
        cells=cells,
        about=keys.organisation(row[8]),
        source=row[9] or None,
        printed=row[10] or None,
        precision=row[11],
        qualifier=row[12],
        currency=row[13] or None,
        state=state,
        act=act,
    )


def event_sum(row: Sequence[Any], grouping: Grouping, keys: Keys) -> EventSum:
    """One group of events: what it is grouped by, its slot if there are several, its value."""
    *columns, value = row
    slot = columns.pop() if len(grouping.slots) > 1 else 0
    account = keys.account(columns.pop(0)) if grouping.account else None
    place = keys.pair(columns.pop(0), columns.pop(0)) if grouping.place else None
    about = keys.organisation(columns.pop(0)) if grouping.about else None
    named = zip(grouping.axes, columns, strict=True)
    cell = cell_of((axis, keys.categories[category]) for axis, category in named if category)
    return EventSum(value, slot, cell, account, place, about)


def entry(row: Sequence[Any], postings: tuple[Posting, ...], keys: Keys) -> Entry:
    """One entry with its postings; `row` as in ENTRY_COLUMNS."""
    return Entry(
        key=row[1],
        account=keys.account(row[2]),
        kind=row[3],
        stage=row[4],
        start=as_date(row[5]),
        end=known_date(row[6]),
        postings=postings,
        known_at=as_instant(row[17]),
        place=keys.places[row[7]][0] if row[7] else None,
        division=keys.divisions[row[8]] if row[8] else None,
        about=keys.organisation(row[9]),
        version=row[10],
        source=row[11] or None,
        reported_by=row[12] or None,
        printed=row[13] or None,
        precision=row[14],
        qualifier=row[15],
        currency=row[16] or None,
    )


def postings(runner: Runner, keys: Keys, where: str = "") -> dict[int, list[Posting]]:
    """Entry → its postings in the order in which they were written. `where`: a condition on `p`."""
    found: dict[int, list[Posting]] = {}
    for number, value, cell, person, group in runner.rows(
        "SELECT p.entry_id, p.value, p.cell_id, q.uid, g.uid FROM ledger_posting p "
        "LEFT JOIN people_person q ON q.id = p.person_id LEFT JOIN people_group g ON g.id = p.group_id "
        f"{where} ORDER BY p.id"
    ):
        found.setdefault(number, []).append(Posting(value, keys.cells.get(cell, ()), person, group))
    return found


def judgements(runner: Runner, as_of: datetime) -> list[Judgement]:
    """Judgements held at an instant, by key."""
    moment = runner.instant(as_of)
    rows = runner.rows(
        f"SELECT {JUDGEMENT_COLUMNS} {JUDGEMENTS} WHERE j.known_at <= {moment} "
        f"AND (j.ended_at IS NULL OR j.ended_at > {moment}) ORDER BY j.uid{runner.binary}"
    )
    return [judgement(row) for row in rows]


def judgement(row: Sequence[Any]) -> Judgement:
    """One judgement on two persons."""
    key, first, second, verdict, known, ended = row
    return Judgement(key, (first, second), verdict, as_instant(known), as_instant(ended) if ended else None)
