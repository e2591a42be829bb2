"""What a ledger says across lines: that what is named exists, and that nothing stands under itself."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from jalon.core.figures.errors import Problem
from jalon.core.figures.geography import Geography
from jalon.core.figures.model import Account, Act, Ledger

Lines = Mapping[tuple[str, Any], int]


def check(
    ledger: Ledger, lines: Lines, acts: Mapping[Act, int | None]
) -> tuple[list[Problem], list[Problem]]:
    """Problems and warnings of the values read from these lines (those of a base are taken as right)."""
    problems = [*_circles(ledger, lines)]
    if problems:
        return problems, []
    geography = Geography(ledger.places.values(), ledger.zones.values(), ledger.divisions.values())
    problems += _accounts(ledger, lines)
    problems += _zones(ledger, geography, lines)
    problems += _entries(ledger, geography, lines)
    problems += _acts(ledger, lines, acts)
    return problems, [*_warnings(ledger, geography, lines)]


def _circles(ledger: Ledger, lines: Lines) -> Iterator[Problem]:
    divisions = sorted({division for place in ledger.places.values() for division in place.under})
    for division in divisions:
        above = {p.key: p.under[division] for p in ledger.places.values() if division in p.under}
        for key in _under_themselves(above):
            where = f" dans le découpage « {division} »"
            yield Problem("circle", {"key": key, "where": where}, lines.get(("place", key)))
    parents = {a.key: a.parent for a in ledger.accounts.values() if a.parent is not None}
    for key in _under_themselves(parents):
        yield Problem("circle", {"key": key, "where": ""}, lines.get(("account", key)))
    inner = {zone.key: zone.places for zone in ledger.zones.values()}
    for key, places in inner.items():
        if key in ledger.places or any(place in inner for place in places):
            yield Problem("zone_of_zones", {"key": key}, lines.get(("zone", key)))


def _under_themselves(above: Mapping[str, str]) -> Iterator[str]:
    for key in above:
        seen = {key}
        at: str | None = above[key]
        while at is not None and at not in seen:
            seen.add(at)
            at = above.get(at)
        if at == key:
            yield key


def _accounts(ledger: Ledger, lines: Lines) -> Iterator[Problem]:
    chart = ledger.accounts
    for account in chart.values():
        line = lines.get(("account", account.key))
        for named in (account.parent, account.numerator, account.denominator):
            if named is not None and named not in chart:
                yield Problem("undeclared_account", {"account": named}, line)
        parent = chart.get(account.parent or "")
        if parent and (parent.unit, parent.decimals) != (account.unit, account.decimals):
            yield _parent_unit(account, parent, line)


def _parent_unit(account: Account, parent: Account, line: int | None) -> Problem:
    data = {
        "account": account.key,
        "unit": account.unit,
        "decimals": account.decimals,
        "parent": parent.key,
        "other": parent.unit,
        "other_decimals": parent.decimals,
    }
    return Problem("parent_unit", data, line)


def _zones(ledger: Ledger, geography: Geography, lines: Lines) -> Iterator[Problem]:
    for zone in ledger.zones.values():
        for place in zone.places:
            if place not in geography.places:
                yield Problem("undeclared_place", {"place": place}, lines.get(("zone", zone.key)))


def _entries(ledger: Ledger, geography: Geography, lines: Lines) -> Iterator[Problem]:
    levels = geography.levels()
    ambiguous: dict[str, bool] = {}
    for entry in ledger.entries.values():
        line = lines.get(("entry", entry.key))
        if line is None:
            continue
        if entry.place is not None and not geography.has(entry.place):
            yield Problem("undeclared_place", {"place": entry.place}, line)
        elif entry.place is not None and entry.division is None:
            if entry.place not in ambiguous:
                found = {geography.leaves((entry.place, division)) for division in geography.divisions}
                ambiguous[entry.place] = len(found) > 1
            if ambiguous[entry.place]:
                yield Problem("division_missing", {"entry": entry.key, "place": entry.place}, line)
        if entry.division is not None and entry.division not in geography.divisions:
            yield Problem("undeclared_division", {"division": entry.division}, line)
        for axis in sorted({axis for posting in entry.postings for axis, _ in posting.cell} & levels):
            yield Problem("axis_taken", {"key": axis}, line)


def _acts(ledger: Ledger, lines: Lines, acts: Mapping[Act, int | None]) -> Iterator[Problem]:
    for act, line in acts.items():
        named: Iterable[str | None] = (act.entry, act.replaced_by)
        for key in named:
            if key is not None and key not in ledger.entries and ("entry", key) not in lines:
                yield Problem("undeclared_entry", {"entry": key}, line)


def _warnings(ledger: Ledger, geography: Geography, lines: Lines) -> Iterator[Problem]:
    for key in sorted(geography.undeclared):
        yield Problem("undeclared_parent", {"place": key})
    for entry in ledger.entries.values():
        line = lines.get(("entry", entry.key))
        if (
            line is not None
            and entry.kind == "event"
            and ledger.accounts[entry.account].time in ("last", "none")
        ):
            yield Problem("event_of_stock", {"entry": entry.key, "account": entry.account}, line)
