"""A whole database (or extract) as one ledger in memory: what `dump` writes and the memory engine reads."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import Any

from jalon.core.figures.model import (
    Act,
    Entry,
    Group,
    Judgement,
    Ledger,
    Member,
    PlanVersion,
    Source,
)
from jalon.flows.ledger import clauses, reading
from jalon.flows.ledger.keys import Keys, as_date
from jalon.flows.ledger.runners import Runner


def snapshot(runner: Runner, accounts: Collection[int] | None = None, keys: Keys | None = None) -> Ledger:
    """What the arithmetic knows of a database; texts, names and labels stay behind.

    `accounts`: primary keys, to read only their entries; everything else is read all the same. The places
    that are only named as parents are left out, as the outer format does.
    """
    keys = keys or Keys(runner)
    geography = reading.geography(runner, keys)
    parents = {parent for place in geography.places.values() for parent in place.under.values()}
    some = "" if accounts is None else f"WHERE e.account_id IN ({clauses.numbers(accounts)})"
    return Ledger(
        places={
            key: place
            for key, place in geography.places.items()
            if place.level or place.under or key not in parents
        },
        zones=geography.zones,
        divisions=geography.divisions,
        accounts=keys.accounts,
        versions={version.key: version for version in _versions(runner)},
        groups=_groups(runner),
        sources=_sources(runner, some),
        entries={entry.key: entry for entry in _entries(runner, keys, some)},
        acts=tuple(_acts(runner, some)),
        judgements=_judgements(runner),
    )


def _entries(runner: Runner, keys: Keys, some: str) -> Iterator[Entry]:
    postings = reading.postings(runner, keys, f"JOIN ledger_entry e ON e.id = p.entry_id {some}")
    rows = runner.rows(
        f"SELECT {reading.ENTRY_COLUMNS} FROM ledger_entry e JOIN sources_source s ON s.id = e.source_id "
        f"{some} ORDER BY e.known_at, e.id"
    )
    for row in rows:
        yield reading.entry(row, tuple(postings.pop(row[0], ())), keys)


def _acts(runner: Runner, some: str) -> Iterator[Act]:
    rows: Sequence[Sequence[Any]] = runner.rows(
        'SELECT k.kind, e.uid, k."by", k.at, k.known_at, k.why, r.uid FROM ledger_act k '
        "JOIN ledger_entry e ON e.id = k.entry_id LEFT JOIN ledger_entry r ON r.id = k.replaced_by_id "
        f"{some} ORDER BY k.known_at, k.id"
    )
    for kind, entry, by, at, known, why, replaced in rows:
        yield Act(kind, entry, by, reading.as_instant(at), reading.as_instant(known), why or "", replaced)


def _versions(runner: Runner) -> Iterator[PlanVersion]:
    rows = runner.rows(
        "SELECT v.number, v.effective_on, v.decision, g.uid FROM ledger_planversion v "
        "LEFT JOIN programmes_programme g ON g.id = v.programme_id ORDER BY v.id"
    )
    for number, since, decision, programme in rows:
        yield PlanVersion(number, as_date(since), decision or "", programme)


def _groups(runner: Runner) -> dict[str, Group]:
    members: dict[str, list[Member]] = {
        uid: [] for (uid,) in runner.rows("SELECT g.uid FROM people_group g ORDER BY g.id")
    }
    for group, person, since, until in runner.rows(
        "SELECT g.uid, q.uid, m.since, m.until FROM people_groupmember m "
        "JOIN people_group g ON g.id = m.group_id JOIN people_person q ON q.id = m.person_id ORDER BY m.id"
    ):
        members[group].append(Member(person, as_date(since), as_date(until)))
    return {uid: Group(uid, tuple(sorted(found, key=_by_person))) for uid, found in members.items()}


def _by_person(member: Member) -> tuple[str, date, date]:
    return (member.person, member.start or date.min, member.end or date.max)


def _sources(runner: Runner, of_these: str) -> dict[str, Source]:
    rows = runner.rows(
        "SELECT s.uid, s.title FROM sources_source s "
        f"WHERE s.id IN (SELECT e.source_id FROM ledger_entry e {of_these}) ORDER BY s.id"
    )
    return {uid: Source(uid, title or "") for uid, title in rows if uid}


def _judgements(runner: Runner) -> dict[str, Judgement]:
    rows = runner.rows(f"SELECT {reading.JUDGEMENT_COLUMNS} {reading.JUDGEMENTS} ORDER BY j.known_at, j.id")
    return {row[0]: reading.judgement(row) for row in rows}
