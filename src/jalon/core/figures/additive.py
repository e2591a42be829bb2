"""Accounts that add over time: events summed by the engine, under the control of statements."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import chain, combinations

from jalon.core.figures.amounts import Amount
from jalon.core.figures.axes import TIME_AXES, common_label, is_category, step_start, steps
from jalon.core.figures.axes import slots as cut_slots
from jalon.core.figures.controls import Controls, Node, Worth, keyed
from jalon.core.figures.extents import Extent, ordinal
from jalon.core.figures.fetcher import EventSum, Grouping, Slot, Stated
from jalon.core.figures.model import Pair
from jalon.core.figures.scope import Scope, Sorted
from jalon.core.figures.tables import Key, Table


@dataclass(slots=True)
class Reckoned:
    """What an algorithm found: the worth, the groups of crossing entries, the statements that count.

    `untotalled`: only the rows have a value, they do not add up to one.
    """

    worth: Worth | None
    crossings: tuple[tuple[str, ...], ...] = ()
    outermost: frozenset[str] = frozenset()
    used: Sequence[Stated] = field(default_factory=tuple)
    untotalled: bool = False


class Bases:
    """Row keys by extent, for the axes of one breakdown (category axes stay None)."""

    def __init__(self, scope: Scope, by: Sequence[str]) -> None:
        self.scope = scope
        self.by = by
        levels = scope.geography.levels()
        self.positions = {axis: i for i, axis in enumerate(by) if is_category(axis, levels)}
        self.steps = [axis for axis in by if axis in TIME_AXES]
        self.has_places = any(axis in levels for axis in by)
        self._levels = {axis: scope.geography.at_level(axis, scope.division) for axis in by if axis in levels}
        self._places: dict[tuple[str, Pair], str | None] = {}

    def key(
        self, account: str | None, place: Pair | None, about: str | None, start: date | None, end: date
    ) -> Key:
        """The key of an extent: its category on each axis that holds it whole, else None."""
        return tuple(self._category(axis, account, place, about, start, end) for axis in self.by)

    def _category(
        self,
        axis: str,
        account: str | None,
        place: Pair | None,
        about: str | None,
        start: date | None,
        end: date,
    ) -> str | None:
        if axis in TIME_AXES:
            return common_label(axis, start, end)
        if axis == "about":
            return about
        if axis == "account":
            return self._account(account) if account is not None else None
        if axis in self._levels and place is not None:
            return self._place(axis, place)
        return None

    def _place(self, axis: str, pair: Pair) -> str | None:
        if (axis, pair) not in self._places:
            holders = self._levels[axis]
            found = {holders.get(leaf) for leaf in self.scope.geography.leaves(pair)}
            self._places[axis, pair] = found.pop() if len(found) == 1 else None
        return self._places[axis, pair]

    def _account(self, key: str) -> str | None:
        """Of several accounts asked, the one it falls under; of one, the account just under that one."""
        return account_row(self.scope, key)


def account_row(scope: Scope, key: str) -> str | None:
    """The row of an account on the axis "account"."""
    roots = scope.question.accounts
    path = [key]
    while path[-1] not in roots:
        parent = scope.chart[path[-1]].parent
        if parent is None:
            return None
        path.append(parent)
    if len(roots) > 1:
        return path[-1]
    if len(path) > 1:
        return path[-2]
    return key if scope.selection.accounts == {key} else None


def reckon(scope: Scope, found: Sorted, by: Sequence[str]) -> Reckoned:
    """Rules 1 to 6 for one question and one breakdown."""
    bases = Bases(scope, by)
    if not found.inside:
        return Reckoned(_plain(scope, bases))
    slots, sums = _event_sums(scope, found.inside, bases)
    derived = frozenset(s.entry for d in found.derivations for s in d.statements)

    def controls(bases: Bases) -> Controls:
        nodes = [*statement_nodes(scope, found.inside, bases), *_event_nodes(scope, bases, slots, sums)]
        return Controls(nodes, bases.positions, derived=derived, over_places=scope.account.places)

    main = controls(bases)
    worth = main.worth()
    if worth and "contradiction" not in worth.amount.marks:
        others = (controls(Bases(scope, axes)).worth() for axes in _other_axes(found.inside, by))
        if any(other and "contradiction" in other.amount.marks for other in others):
            worth = Worth(worth.amount.marked("contradiction"), worth.rows, worth.day)
    outermost = frozenset(claim.entry for node in main.outermost for claim in node.claims)
    return Reckoned(worth, tuple(sorted(set(main.crossings))), outermost, tuple(found.inside))


def _plain(scope: Scope, bases: Bases) -> Worth | None:
    """No statement in scope: one sum by the engine, grouped by the asked axes alone."""
    if scope.account.time == "none":
        return None
    grouping = Grouping(
        slots=time_slots(scope, bases, ()),
        account="account" in bases.by,
        place=bases.has_places,
        about="about" in bases.by,
        axes=tuple(bases.positions),
    )
    sums = scope.fetcher.event_sums(scope.selection, grouping)
    if not sums:
        return None
    rows: Table = {}
    for row in sums:
        start, end = grouping.slots[row.slot]
        key = keyed(bases.key(row.account, row.place, row.about, start, end), row.cell, bases.positions)
        before = rows[key].low if key in rows else 0
        rows[key] = Amount(before + row.value, before + row.value)
    value = sum(row.value for row in sums)
    return Worth(Amount(value, value), rows)


def statement_nodes(scope: Scope, inside: Iterable[Stated], bases: Bases) -> list[Node]:
    """Statements as nodes, those of equal extent being claims of one."""
    claims: dict[Extent, list[Stated]] = {}
    for statement in inside:
        claims.setdefault(scope.extent_of(statement), []).append(statement)
    nodes = []
    for extent, same in claims.items():
        one = same[0]
        base = bases.key(one.account, one.place, one.about, one.start, one.end)
        nodes.append(Node(extent, base, tuple(sorted(same, key=lambda claim: claim.entry))))
    return nodes


def _event_sums(
    scope: Scope, inside: Sequence[Stated], bases: Bases
) -> tuple[tuple[Slot, ...], Sequence[EventSum]]:
    """Events in slots so fine that each lies inside a statement or wholly outside it, by all useful axes."""
    if scope.account.time == "none":
        return (), ()
    edges = {day for s in inside for day in (s.start, s.end + timedelta(days=1)) if day is not None}
    slots = time_slots(scope, bases, edges)
    said = {axis for s in inside for cell, _ in s.cells for axis, _ in cell}
    axes = tuple(sorted(said | set(bases.positions)))
    grouping = Grouping(slots=slots, account=True, place=True, about=True, axes=axes)
    return slots, scope.fetcher.event_sums(scope.selection, grouping)


def _event_nodes(scope: Scope, bases: Bases, slots: Sequence[Slot], sums: Sequence[EventSum]) -> list[Node]:
    bundles: dict[tuple[str, Pair, str | None, int], list[EventSum]] = {}
    for row in sums:
        assert row.account is not None
        assert row.place is not None
        bundles.setdefault((row.account, row.place, row.about, row.slot), []).append(row)
    nodes = []
    for (account, place, about, slot), rows in bundles.items():
        start, end = slots[slot]
        extent = Extent(
            scope.account_mask(account), scope.place_mask(place), about, ordinal(start), end.toordinal()
        )
        base = bases.key(account, place, about, start, end)
        cells: dict[Key, int] = {}
        for row in rows:
            key = keyed(base, row.cell, bases.positions)
            cells[key] = cells.get(key, 0) + row.value
        nodes.append(Node(extent, base, cells=cells))
    return nodes


def time_slots(scope: Scope, bases: Bases, edges: Iterable[date]) -> tuple[Slot, ...]:
    """The days of the question cut at these edges and at the steps of its time axes."""
    start, end = scope.question.start, scope.question.end
    cuts = set(edges)
    if bases.steps:
        first = start or scope.fetcher.first_day(scope.selection) or end
        for axis in bases.steps:
            cuts |= {begin for begin, _ in steps(axis, first, end) if begin is not None}
            if start is None:
                cuts.add(step_start(axis, first))
    return cut_slots(start, end, cuts)


def _other_axes(inside: Sequence[Stated], by: Sequence[str]) -> list[tuple[str, ...]]:
    """The sets of categories that statements break down by and that the question did not ask.

    A contradiction of their cells is said above all the same (ex. 6).
    """
    sets = {frozenset(axis for axis, _ in cell) for s in inside for cell, _ in s.cells}
    subsets = {subset for axes in sets for subset in _subsets(axes)}
    return sorted(subset for subset in subsets if set(subset) != set(by))


def _subsets(axes: frozenset[str]) -> Iterable[tuple[str, ...]]:
    ordered = sorted(axes)
    return chain.from_iterable(combinations(ordered, size) for size in range(1, len(ordered) + 1))
