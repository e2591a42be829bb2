"""The heart of the arithmetic: outermost entries are added, statements control what they hold.

Nodes are statements of distinct extent (each with its claims) and events already summed. What a statement
is worth depends only on what lies inside it, so each is worked out once. Rules 2 to 5 of ledger.md.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from jalon.core.figures.amounts import Amount, Said, hold, reconcile, total
from jalon.core.figures.answer import Mark
from jalon.core.figures.crossings import best_family, groups
from jalon.core.figures.extents import Extent
from jalon.core.figures.fetcher import Stated
from jalon.core.figures.model import OverPlaces
from jalon.core.figures.tables import Key, Table, added, broken_down, compatible, meet, remaining


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """A statement (with all the claims of its extent) or, when `claims` is empty, events summed in `cells`.

    `base` is the row key its extent gives. `day`: for stocks, the day of the statement.
    """

    extent: Extent
    base: Key
    claims: tuple[Stated, ...] = ()
    cells: Mapping[Key, int] = field(default_factory=dict)
    day: int = 0


@dataclass(frozen=True, slots=True)
class Worth:
    """What some entries are worth together: the amount and its rows. `day`: the newest statement in it."""

    amount: Amount
    rows: Table
    day: int = 0


Control = Callable[[Node, Amount, "Worth | None", Sequence[Worth]], tuple[Amount, Table]]
"""How a statement holds its details: from the node, its stated amount, its details together and apart,
what it is worth and the detail rows that are still good."""


def held_sum(node: Node, stated: Amount, inner: Worth | None, apart: Sequence[Worth]) -> tuple[Amount, Table]:
    """Rule 3, for what adds over time."""
    floor = all(claim.qualifier == "at_least" for claim in node.claims)
    return hold(stated, inner.amount if inner else None, floor=floor), inner.rows if inner else {}


class Controls:
    """Nodes in the order of what holds what. `positions`: category axis → its place in row keys."""

    def __init__(
        self,
        nodes: Sequence[Node],
        positions: Mapping[str, int],
        *,
        derived: frozenset[str] = frozenset(),
        over_places: OverPlaces = "sum",
        control: Control = held_sum,
    ) -> None:
        self.nodes = nodes
        self.positions = positions
        self.derived = derived
        self.over_places = over_places
        self.control = control
        self.crossings: list[tuple[str, ...]] = []
        self._worths: dict[Node, Worth] = {}
        self.outermost, self.inside = _nested(nodes)

    def worth(self) -> Worth | None:
        """What all the nodes are worth together; None when there are none."""
        return self.together(self.outermost)

    def together(self, nodes: Sequence[Node]) -> Worth | None:
        """What nodes of which none holds another are worth together."""
        if not nodes:
            return None
        if self.over_places != "max":
            return self._summed(nodes)
        by_place: dict[int, list[Node]] = {}
        for node in nodes:
            by_place.setdefault(node.extent.leaves, []).append(node)
        return largest([self._summed(same) for same in by_place.values()])

    def _summed(self, nodes: Sequence[Node]) -> Worth:
        parts = [
            self._alone(nodes[group[0]]) if len(group) == 1 else self._crossed([nodes[i] for i in group])
            for group in groups(len(nodes), _overlaps(nodes))
        ]
        if len(parts) == 1:
            return parts[0]
        return Worth(
            total(part.amount for part in parts),
            added(part.rows for part in parts),
            max(part.day for part in parts),
        )

    def _alone(self, node: Node) -> Worth:
        if node not in self._worths:
            self._worths[node] = self._stated(node) if node.claims else _events(node)
        return self._worths[node]

    def _stated(self, node: Node) -> Worth:
        inner = self.together(self.inside[node])
        apart = [self._alone(child) for child in self.inside[node]] if node.day else []
        amount, details = self.control(node, self._claimed(node), inner, apart)
        own = self._own_rows(node)
        whole = bool(own) and node.base not in own
        own.pop(node.base, None)
        rows, contradicts = broken_down(amount, node.base, own, details, exhaustive=whole)
        if contradicts:
            amount = amount.marked("contradiction")
        return Worth(amount, rows, max(node.day, inner.day if inner else 0))

    def _claimed(self, node: Node) -> Amount:
        amount = reconcile([Said(c.total, c.precision, c.qualifier) for c in node.claims])
        deduced = [claim.entry in self.derived for claim in node.claims]
        return amount.marked("derived") if all(deduced) or (any(deduced) and amount.marks) else amount

    def _own_rows(self, node: Node) -> dict[Key, Amount]:
        """The breakdown of a statement by the asked categories: of the claims that say the most of them.

        At the base key, what these claims leave unsaid.
        """
        tables = [(claim, self._projected(claim, node.base)) for claim in node.claims]
        said = [frozenset(axis for key in table for axis in self._axes(key)) for _, table in tables]
        best = max(said, key=lambda axes: (len(axes), [-self.positions[a] for a in sorted(axes)]))
        if not best:
            return {}
        chosen = [pair for pair, axes in zip(tables, said, strict=True) if axes == best]
        deduced = all(claim.entry in self.derived for claim in node.claims)
        marks: list[Mark] = ["derived"] if deduced else []
        rows: dict[Key, Amount] = {}
        for key in _apart([table for _, table in chosen], node.base):
            # A claim that leaves nothing of it unsaid says 0 of what it does not name.
            numbers = [
                Said(table.get(key, 0), claim.precision)
                for claim, table in chosen
                if key in table or not any(value and compatible(key, k) for k, value in table.items())
            ]
            rows[key] = reconcile(numbers).marked(*marks)
        if any(not table.get(node.base) for _, table in chosen):
            rows.pop(node.base, None)
        return rows

    def _axes(self, key: Key) -> Iterable[str]:
        return (axis for axis, position in self.positions.items() if key[position] is not None)

    def _projected(self, claim: Stated, base: Key) -> dict[Key, int]:
        table: dict[Key, int] = {}
        for cell, value in claim.cells:
            key = keyed(base, cell, self.positions)
            table[key] = table.get(key, 0) + value
        return table

    def _crossed(self, nodes: Sequence[Node]) -> Worth:
        """A connected group of crossing entries (rule 4)."""
        self.crossings.append(tuple(sorted(claim.entry for node in nodes for claim in node.claims)))
        worths = {node: self._alone(node) for node in nodes}
        amount = _bounded({node: worth.amount for node, worth in worths.items()})
        base = meet(node.base for node in nodes)
        if None not in base:
            return Worth(amount, {base: amount}, max(worth.day for worth in worths.values()))
        rows: Table = {}
        keys = {key for worth in worths.values() for key in worth.rows} - {base}
        for key in sorted(keys, key=lambda k: (k.count(None), [c is None for c in k], [c or "" for c in k])):
            if not any(compatible(key, other) for other in rows):
                having = {node: worth.rows[key] for node, worth in worths.items() if key in worth.rows}
                rows[key] = _bounded(having)
        left = remaining(amount, rows.values())
        if left is not None:
            rows[base] = left
        return Worth(amount, rows, max(worth.day for worth in worths.values()))


def _apart(tables: Sequence[Mapping[Key, int]], base: Key) -> list[Key]:
    """Keys of claims of the same thing, of the one that has the most first, without any that the keys
    before it speak of otherwise; the base key last, when it is one."""
    kept: list[Key] = []
    for table in sorted(tables, key=lambda table: (-len(table), sorted(map(repr, table)))):
        before = [*kept]
        kept += [
            k for k in table if k != base and k not in kept and not any(compatible(k, b) for b in before)
        ]
    return [*kept, base] if any(base in table for table in tables) else kept


def keyed(base: Key, cell: Iterable[tuple[str, str]], positions: Mapping[str, int]) -> Key:
    """The row key of a cell of an entry whose extent gives `base`."""
    key = list(base)
    for axis, category in cell:
        if axis in positions:
            key[positions[axis]] = category
    return tuple(key)


def largest(worths: Sequence[Worth]) -> Worth:
    """The largest of several worths, row by row: for what takes the maximum over places."""
    keys = {key for worth in worths for key in worth.rows}

    def top(amounts: Sequence[Amount]) -> Amount:
        low, high = max(a.low for a in amounts), max(a.high for a in amounts)
        marks = frozenset[Mark]().union(*(a.marks for a in amounts if a.high >= low))
        return Amount(low, high, marks)

    rows = {key: top([worth.rows[key] for worth in worths if key in worth.rows]) for key in keys}
    return Worth(top([worth.amount for worth in worths]), rows, max(worth.day for worth in worths))


def _events(node: Node) -> Worth:
    value = sum(node.cells.values())
    return Worth(Amount(value, value), {key: Amount(cell, cell) for key, cell in node.cells.items()})


def _bounded(amounts: Mapping[Node, Amount]) -> Amount:
    nodes = list(amounts)
    low = best_family(nodes, lambda n: amounts[n].low, _crosses)
    summed = total(amounts.values())
    marks: list[Mark] = ["interval"] if low != summed.high else []
    return replace(summed, low=low).marked(*marks)


def _crosses(one: Node, other: Node) -> bool:
    """Events never cross events, wherever and whenever they are."""
    return bool(one.claims or other.claims) and one.extent.overlaps(other.extent)


def _bits(mask: int) -> Iterable[int]:
    while mask:
        lowest = mask & -mask
        yield lowest
        mask ^= lowest


def _nested(nodes: Sequence[Node]) -> tuple[list[Node], dict[Node, list[Node]]]:
    """The outermost nodes, and for each node those just inside it."""
    by_lowest: dict[int, list[Node]] = {}
    for node in nodes:
        by_lowest.setdefault(node.extent.leaves & -node.extent.leaves, []).append(node)
    holders: dict[Node, list[Node]] = {node: [] for node in nodes}
    for outer in nodes:
        if outer.claims:
            for bit in _bits(outer.extent.leaves):
                for inner in by_lowest.get(bit, ()):
                    if inner is not outer and outer.extent.holds(inner.extent):
                        holders[inner].append(outer)
    inside: dict[Node, list[Node]] = {node: [] for node in nodes}
    outermost: list[Node] = []
    for node, above in holders.items():
        if not above:
            outermost.append(node)
        for outer in above:
            if not any(outer in holders[other] for other in above):
                inside[outer].append(node)
    return outermost, inside


def _overlaps(nodes: Sequence[Node]) -> list[tuple[int, int]]:
    """Pairs of nodes that share something, at least one of the two being a statement."""
    if not any(node.claims for node in nodes):
        return []
    by_leaf: dict[int, list[int]] = {}
    for index, node in enumerate(nodes):
        for bit in _bits(node.extent.leaves):
            by_leaf.setdefault(bit, []).append(index)
    found: set[tuple[int, int]] = set()
    for index, node in enumerate(nodes):
        if node.claims:
            for bit in _bits(node.extent.leaves):
                for other in by_leaf[bit]:
                    if other != index and node.extent.overlaps(nodes[other].extent):
                        found.add((min(index, other), max(index, other)))
    return sorted(found)
