"""Conditions of the portable SQL: which entries are live, inside or touching a selection.

In every text the entry is `e` and its account `a`. Only integers, days, instants and words of our own are
written in; free text is always a parameter or has been turned into an integer key before.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import TypeVar

from jalon.core.figures.fetcher import Selection, Slot
from jalon.flows.ledger.keys import IdPair, Keys

T = TypeVar("T")
NOTHING = "1 = 0"
OWN_CURRENCY = "(e.currency = '' OR e.currency = a.unit)"
"""The entry is in the unit of its account."""
OTHER_CURRENCY = "NOT (e.currency = '') AND NOT (e.currency = a.unit)"
"""The entry is in another; written as the partial index of the few that name a currency."""


def numbers(ids: Iterable[int]) -> str:
    """Integer keys as the inside of an IN; a key that no row has when there is none."""
    return ", ".join(map(str, sorted(set(ids)))) or "-1"


def day(value: date) -> str:
    """A day as a literal."""
    return f"'{value.isoformat()}'"


def live(instant: str, *, drafts: bool, set_aside_too: bool = False) -> list[str]:
    """The entry is known and approved at an instant, not withdrawn in effect, not set aside (fetcher.py)."""
    found = [f"e.known_at <= {instant}"]
    if not drafts:
        found.append(_act_known("approve", instant))
    if not set_aside_too:
        found.append("NOT " + _act_known("set_aside", instant))
    return [*found, _not_withdrawn(instant, drafts=drafts)]


def _act_known(kind: str, instant: str) -> str:
    return (
        "EXISTS (SELECT 1 FROM ledger_act k "
        f"WHERE k.entry_id = e.id AND k.kind = '{kind}' AND k.known_at <= {instant})"
    )


def _not_withdrawn(instant: str, *, drafts: bool) -> str:
    effect = "w.replaced_by_id IS NULL OR r.id IS NOT NULL"
    approval = ""
    if not drafts:
        effect = "w.replaced_by_id IS NULL OR (r.id IS NOT NULL AND ra.id IS NOT NULL)"
        approval = (
            "LEFT JOIN ledger_act ra ON ra.entry_id = w.replaced_by_id AND ra.kind = 'approve' "
            f"AND ra.known_at <= {instant} "
        )
    return (
        "NOT EXISTS (SELECT 1 FROM ledger_act w "
        f"LEFT JOIN ledger_entry r ON r.id = w.replaced_by_id AND r.known_at <= {instant} {approval}"
        f"WHERE w.entry_id = e.id AND w.kind = 'withdraw' AND w.known_at <= {instant} AND ({effect}))"
    )


def scope(selection: Selection, keys: Keys) -> list[str]:
    """Accounts, stage, plan version and places; neither days nor part."""
    found = [
        f"e.account_id IN ({numbers(keys.account_ids(selection.accounts))})",
        f"e.stage = '{selection.stage}'",
    ]
    if selection.version is not None:
        found.append(f"e.plan_version = {int(selection.version)}")
    if selection.places is not None:
        found.append(among(keys.pair_ids(selection.places), keys))
    return found


def inside(selection: Selection, keys: Keys, *kinds: str) -> list[str]:
    """In the scope of the selection, of its part, all its days within it, in the unit of its account."""
    found = [*scope(selection, keys), *(f"e.kind = '{kind}'" for kind in kinds), OWN_CURRENCY]
    found += on_days(selection)
    if selection.start is not None and "event" not in kinds:
        found.append(f'e."start" >= {day(selection.start)}')
    if selection.about is not None:
        found.append(f"e.about_id = {keys.organisation_id(selection.about)}")
    return found


def overlapping(selection: Selection) -> str:
    """Some day of the entry is within the selection, or it is "depuis le début"."""
    first = f'e."end" >= {day(selection.start)} AND ' if selection.start is not None else ""
    return f'(e."start" IS NULL OR ({first}e."start" <= {day(selection.end)}))'


def among(pairs: Collection[IdPair], keys: Keys) -> str:
    """The entry's place, as named in its division, is one of these pairs.

    Written once for divisions that share the same places, and by what is left out when that is shorter: the
    pairs of a whole country come to one short condition.
    """
    by_division: dict[int, set[int]] = {}
    nowhere: set[int] = set()
    for place, division in pairs:
        if place is None:
            nowhere.add(division or 0)
        else:
            by_division.setdefault(division or 0, set()).add(place)
    divisions_of: dict[frozenset[int], list[int]] = {}
    for division, places in by_division.items():
        divisions_of.setdefault(frozenset(places), []).append(division)
    choices = [
        f"(coalesce(e.division_id, 0) IN ({numbers(divisions)}) AND {_one_of(places, keys)})"
        for places, divisions in divisions_of.items()
    ]
    if nowhere:
        choices.append(f"(e.place_id IS NULL AND coalesce(e.division_id, 0) IN ({numbers(nowhere)}))")
    return f"({' OR '.join(choices)})" if choices else NOTHING


def _one_of(places: frozenset[int], keys: Keys) -> str:
    left = keys.place_numbers - places
    if not left:
        return "e.place_id IS NOT NULL"
    if len(left) < len(places):
        return f"e.place_id NOT IN ({numbers(left)})"
    return f"e.place_id IN ({numbers(places)})"


def on_days(selection: Selection) -> list[str]:
    """The day of the event is within the selection."""
    found = [f'e."end" <= {day(selection.end)}']
    if selection.start is not None:
        found.append(f'e."end" >= {day(selection.start)}')
    return found


def slot_case(slots: Sequence[Slot], column: str = 'e."end"') -> str:
    """Which slot a day belongs to, as a CASE cut in two at each step so that long series stay cheap."""
    return _halved(0, [last for _, last in slots], column)


def _halved(first: int, lasts: Sequence[date], column: str) -> str:
    if len(lasts) == 1:
        return f"CASE WHEN {column} <= {day(lasts[0])} THEN {first} ELSE {first} END"
    middle = len(lasts) // 2
    before, after = _branch(first, lasts[:middle], column), _branch(first + middle, lasts[middle:], column)
    return f"CASE WHEN {column} <= {day(lasts[middle - 1])} THEN {before} ELSE {after} END"


def _branch(first: int, lasts: Sequence[date], column: str) -> str:
    return str(first) if len(lasts) == 1 else _halved(first, lasts, column)


def of_cell(cell: Iterable[tuple[str, str]], keys: Keys) -> list[str]:
    """The posting `p` is in a cell that holds all these categories."""
    found = []
    for axis, category in cell:
        axis_id, category_id = keys.category_id(axis, category)
        found.append(
            "EXISTS (SELECT 1 FROM ledger_cellcategory h WHERE h.cell_id = p.cell_id "
            f"AND h.axis_id = {axis_id} AND h.category_id = {category_id})"
        )
    return found


def batches(items: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    """The items in slices."""
    for first in range(0, len(items), size):
        yield items[first : first + size]


def both(conditions: Iterable[str]) -> str:
    """Conditions that must all hold."""
    return " AND ".join(conditions)
