"""The SQL engine of the arithmetic: one portable text a method, whoever runs it (see `runners.py`)."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import cached_property

from jalon.core.figures.fetcher import (
    EventSum,
    Grouping,
    HeadSum,
    Known,
    Selection,
    Slot,
    Stated,
)
from jalon.core.figures.geography import Geography
from jalon.core.figures.model import Account, Cell, Entry, Judgement, Pair, PlanVersion
from jalon.flows.ledger import clauses, reading
from jalon.flows.ledger.clauses import batches, both
from jalon.flows.ledger.keys import Keys, as_date
from jalon.flows.ledger.runners import Row, Runner

ENTRIES = "ledger_entry e JOIN ledger_account a ON a.id = e.account_id"
NAMED_AT_ONCE = 10_000
"""How many entries one statement names."""
SUM = "CAST(sum(p.value) AS BIGINT)"
PERSONS_AT_ONCE = 25
"""How many selections of persons one statement asks: engines limit the members of a UNION."""


class SqlFetcher:
    """A `Fetcher` over the tables of one database or of one extract; it must not change meanwhile."""

    def __init__(self, runner: Runner) -> None:
        self._runner = runner
        self._keys = Keys(runner)

    def accounts(self, keys: Collection[str]) -> Mapping[str, Account]:
        """These accounts with those under and above them and the terms of their ratios."""
        return reading.family(self._keys.accounts, keys)

    def geography(self) -> Geography:
        """Places, zones and divisions, read once."""
        return self._geography

    @cached_property
    def _geography(self) -> Geography:
        return reading.geography(self._runner, self._keys)

    def plan_versions(self, selection: Selection) -> Sequence[PlanVersion]:
        """The versions of the live plans of these accounts over these days, by number."""
        loose = selection.within(places=None, version=None, about=None, stage="planned")
        where = [*self._live(loose), *clauses.scope(loose, self._keys), clauses.overlapping(loose)]
        rows = self._runner.rows(
            "SELECT DISTINCT e.plan_version, v.effective_on, v.decision, g.uid "
            f"FROM {ENTRIES} LEFT JOIN ledger_planversion v ON v.number = e.plan_version "
            "AND (v.programme_id = a.programme_id OR (v.programme_id IS NULL AND a.programme_id IS NULL)) "
            "LEFT JOIN programmes_programme g ON g.id = v.programme_id "
            f"WHERE e.plan_version IS NOT NULL AND {both(where)}"
        )
        found: dict[int, PlanVersion] = {}
        rows = sorted(rows, key=lambda row: (row[0], str(row[1] or "")))
        for number, effective, decision, programme in rows:
            found[number] = PlanVersion(number, as_date(effective), decision or "", programme)
        return list(found.values())

    def first_day(self, selection: Selection) -> date | None:
        """The earliest last day of a live entry inside the selection."""
        where = [*self._live(selection), *clauses.inside(selection, self._keys)]
        ((found,),) = self._runner.rows(f'SELECT min(e."end") FROM {ENTRIES} WHERE {both(where)}')
        return as_date(found)

    def stated(self, touching: Selection, named: Collection[Pair]) -> Sequence[Stated]:
        """Statements that touch the selection, and the live events that must be named one by one."""
        columns = (
            'e.id, e.uid, e.account_id, e.kind, e.place_id, e.division_id, e."start", e."end", e.about_id, '
            "s.uid, e.printed, e.precision, e.qualifier, e.currency"
        )
        # A LEFT JOIN keeps planners from starting with the sources.
        source = f"{ENTRIES} LEFT JOIN sources_source s ON s.id = e.source_id"
        found = self._runner.rows(
            " UNION ".join(
                f"SELECT {columns} FROM {source} WHERE {part}" for part in self._touching(touching, named)
            )
        )
        ids = [row[0] for row in found]
        approved = self._approved(ids, touching) if touching.drafts else None
        return reading.stated(found, self._keys, self._cells(ids), self._set_aside(ids, touching), approved)

    def _touching(self, touching: Selection, named: Collection[Pair]) -> Iterator[str]:
        scope = clauses.scope(touching, self._keys)
        known_at = self._runner.instant(touching.as_of)
        statements = clauses.live(known_at, drafts=touching.drafts, set_aside_too=True)
        yield both([*scope, "e.kind = 'statement'", clauses.overlapping(touching), *statements])
        events = both([*scope, "e.kind = 'event'", *clauses.on_days(touching), *self._live(touching)])
        yield f"{events} AND {clauses.OTHER_CURRENCY}"
        if named:
            yield f"{events} AND {clauses.among(self._keys.pair_ids(named), self._keys)}"

    def _cells(self, entries: Sequence[int]) -> dict[int, list[tuple[Cell, int]]]:
        found: dict[int, list[tuple[Cell, int]]] = {}
        for some in batches(entries, NAMED_AT_ONCE):
            for entry, cell, value in self._runner.rows(
                f"SELECT p.entry_id, p.cell_id, {SUM} FROM ledger_posting p "
                f"WHERE p.entry_id IN ({clauses.numbers(some)}) GROUP BY p.entry_id, p.cell_id"
            ):
                found.setdefault(entry, []).append((self._keys.cells.get(cell, ()), value))
        return found

    def _acts(self, kind: str, columns: str, entries: Sequence[int], touching: Selection) -> Iterator[Row]:
        for some in batches(entries, NAMED_AT_ONCE):
            yield from self._runner.rows(
                f"SELECT {columns} FROM ledger_act k WHERE k.kind = '{kind}' "
                f"AND k.entry_id IN ({clauses.numbers(some)}) "
                f"AND k.known_at <= {self._runner.instant(touching.as_of)}"
            )

    def _approved(self, entries: Sequence[int], touching: Selection) -> set[int]:
        return {entry for (entry,) in self._acts("approve", "k.entry_id", entries, touching)}

    def _set_aside(self, entries: Sequence[int], touching: Selection) -> dict[int, reading.Aside]:
        """The first setting aside of each entry that has one."""
        rows = self._acts("set_aside", 'k.entry_id, k.known_at, k.id, k."by", k.at, k.why', entries, touching)
        found: dict[int, reading.Aside] = {}
        for entry, known, _number, by, at, why in sorted(rows, key=lambda row: row[1:3]):
            found.setdefault(entry, reading.Aside(by, reading.as_instant(at), reading.as_instant(known), why))
        return found

    def event_sums(self, selection: Selection, grouping: Grouping) -> Sequence[EventSum]:
        """Live events inside the selection, summed by what the grouping keeps."""
        columns = self._columns(grouping)
        joins = "".join(
            f" LEFT JOIN ledger_cellcategory x{n} ON x{n}.cell_id = p.cell_id "
            f"AND x{n}.axis_id = {self._keys.axis_id(axis)}"
            for n, axis in enumerate(grouping.axes)
        )
        by = [str(n + 1) for n in range(len(columns))]
        where = both([*self._inside(selection, "event"), *clauses.of_cell(selection.cell, self._keys)])
        source = f"FROM {ENTRIES} JOIN ledger_posting p ON p.entry_id = e.id{joins} WHERE {where}"
        sql = f"SELECT {', '.join([*columns, SUM])} {source}{_grouped(by)}"
        if grouping.largest:
            names = [f"c{n}" for n in range(len(columns))]
            inner = [f"{column} AS {name}" for column, name in zip(columns, names, strict=True)]
            totals = f"SELECT {', '.join([*inner, 'e.id AS entry_id', 'sum(p.value) AS total'])} {source}"
            sql = (
                f"SELECT {', '.join([*names, 'CAST(max(t.total) AS BIGINT)'])} "
                f"FROM ({totals}{_grouped([*by, str(len(columns) + 1)])}) t{_grouped(names)}"
            )
        rows = self._runner.rows(sql)
        return [reading.event_sum(row, grouping, self._keys) for row in rows if row[-1] is not None]

    def _columns(self, grouping: Grouping) -> list[str]:
        columns = ["e.account_id"] if grouping.account else []
        columns += ["e.place_id", "e.division_id"] if grouping.place else []
        columns += ["e.about_id"] if grouping.about else []
        columns += [f"x{n}.category_id" for n in range(len(grouping.axes))]
        # What an index already has in order comes first.
        return [*columns, clauses.slot_case(grouping.slots)] if len(grouping.slots) > 1 else columns

    def heads(self, selection: Selection, slots: Sequence[Slot]) -> Sequence[HeadSum]:
        """Live events inside the selection as headcounts."""
        where = both([*self._inside(selection, "event"), *clauses.of_cell(selection.cell, self._keys)])
        rows = self._runner.rows(
            "WITH lines AS (SELECT e.id AS entry_id, e.account_id, e.place_id, e.division_id, e.about_id, "
            f'e."end" AS on_day, {clauses.slot_case(slots)} AS slot, p.id AS posting_id, p.value, '
            "p.person_id, p.group_id "
            f"FROM {ENTRIES} JOIN ledger_posting p ON p.entry_id = e.id WHERE {where}), "
            "members AS (SELECT l.posting_id, count(DISTINCT m.person_id) AS known FROM lines l "
            f"JOIN people_groupmember m ON m.group_id = l.group_id AND {_member_on('l.on_day')} "
            "GROUP BY l.posting_id), "
            "totals AS (SELECT l.entry_id, l.account_id, l.place_id, l.division_id, l.about_id, l.slot, "
            "sum(CASE WHEN l.person_id IS NOT NULL THEN 0 WHEN l.group_id IS NULL THEN l.value "
            "WHEN l.value > coalesce(m.known, 0) THEN l.value - coalesce(m.known, 0) ELSE 0 END) AS unnamed, "
            "sum(l.value) AS total FROM lines l LEFT JOIN members m ON m.posting_id = l.posting_id "
            "GROUP BY l.entry_id, l.account_id, l.place_id, l.division_id, l.about_id, l.slot) "
            "SELECT t.account_id, t.place_id, t.division_id, t.about_id, t.slot, "
            "CAST(sum(t.unnamed) AS BIGINT), CAST(max(t.total) AS BIGINT) FROM totals t "
            "GROUP BY t.account_id, t.place_id, t.division_id, t.about_id, t.slot"
        )
        keys = self._keys
        return [
            HeadSum(keys.account(account), keys.pair(place, division), keys.organisation(about), *figures)
            for account, place, division, about, *figures in rows
        ]

    def known_persons(self, selections: Sequence[Selection], listed: Collection[str]) -> Sequence[Known]:
        """Distinct persons known in each selection, those listed by name."""
        ids = self._person_ids(listed)
        found: list[Known] = []
        for first in range(0, len(selections), PERSONS_AT_ONCE):
            found += self._known(selections[first : first + PERSONS_AT_ONCE], ids)
        return found

    def _person_ids(self, keys: Collection[str]) -> dict[int, str]:
        wanted, found = sorted(set(keys)), dict[int, str]()
        for first in range(0, len(wanted), 500):
            some = wanted[first : first + 500]
            marks = ", ".join("?" * len(some))
            found |= dict(
                self._runner.rows(f"SELECT q.id, q.uid FROM people_person q WHERE q.uid IN ({marks})", some)
            )
        return found

    def _known(self, selections: Sequence[Selection], listed: Mapping[int, str]) -> list[Known]:
        who = f"CASE WHEN q.person_id IN ({clauses.numbers(listed)}) THEN q.person_id ELSE 0 END"
        parts = [
            f"SELECT {n} AS part, {who} AS who, count(DISTINCT q.person_id) AS persons "
            f"FROM ({self._persons(selection)}) q GROUP BY {who}"
            for n, selection in enumerate(selections)
        ]
        others = [0] * len(selections)
        named: list[set[str]] = [set() for _ in selections]
        for part, number, persons in self._runner.rows(" UNION ALL ".join(parts)):
            if number:
                named[part].add(listed[number])
            else:
                others[part] = persons
        return [Known(*pair) for pair in zip(others, map(frozenset, named), strict=True)]

    def _persons(self, selection: Selection) -> str:
        where = both([*self._inside(selection), *clauses.of_cell(selection.cell, self._keys)])
        lines = f"{ENTRIES} JOIN ledger_posting p ON p.entry_id = e.id"
        member = _member_on('e."end"')
        return (
            f"SELECT p.person_id AS person_id FROM {lines} WHERE p.person_id IS NOT NULL AND {where} "
            f"UNION ALL SELECT m.person_id AS person_id FROM {lines} JOIN people_groupmember m "
            f"ON m.group_id = p.group_id AND {member} WHERE {where}"
        )

    def judgements(self, as_of: datetime) -> Sequence[Judgement]:
        """Judgements held at an instant."""
        return reading.judgements(self._runner, as_of)

    def sources(self, selection: Selection) -> frozenset[str]:
        """Distinct sources of the live entries inside the selection, in the unit of their account."""
        where = both(self._inside(selection))
        rows = self._runner.rows(
            f"SELECT DISTINCT s.uid FROM {ENTRIES} JOIN sources_source s ON s.id = e.source_id WHERE {where}"
        )
        return frozenset(uid for (uid,) in rows if uid)

    def entries(self, selection: Selection, limit: int, offset: int = 0) -> Sequence[Entry]:
        """Live entries inside the selection by (end, key)."""
        where = both(self._inside(selection))
        rows = self._runner.rows(
            f"SELECT {reading.ENTRY_COLUMNS} "
            f"FROM {ENTRIES} JOIN sources_source s ON s.id = e.source_id WHERE {where} "
            f'ORDER BY e."end", e.uid{self._runner.binary} LIMIT {int(limit)} OFFSET {int(offset)}'
        )
        ids = clauses.numbers(row[0] for row in rows)
        postings = reading.postings(self._runner, self._keys, f"WHERE p.entry_id IN ({ids})")
        return [reading.entry(row, tuple(postings.get(row[0], ())), self._keys) for row in rows]

    def _live(self, selection: Selection) -> list[str]:
        return clauses.live(self._runner.instant(selection.as_of), drafts=selection.drafts)

    def _inside(self, selection: Selection, *kinds: str) -> list[str]:
        return [*clauses.inside(selection, self._keys, *kinds), *self._live(selection)]


def _grouped(by: Sequence[str]) -> str:
    return f" GROUP BY {', '.join(by)}" if by else ""


def _member_on(column: str) -> str:
    return f"(m.since IS NULL OR m.since <= {column}) AND (m.until IS NULL OR m.until >= {column})"
