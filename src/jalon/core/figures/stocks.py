"""Accounts that do not add over time: stocks (`last`), maxima (`max`) and surveys (`none`) (rule 7)."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from jalon.core.figures.additive import Bases, Reckoned
from jalon.core.figures.amounts import Amount, Said, hold, reconcile, total
from jalon.core.figures.controls import Controls, Node, Worth, keyed
from jalon.core.figures.extents import Extent
from jalon.core.figures.fetcher import Grouping, Stated
from jalon.core.figures.scope import Scope, Sorted
from jalon.core.figures.tables import Key, Table


def reckon_last(scope: Scope, found: Sorted, by: Sequence[str]) -> Reckoned:
    """The stock at the end of the question: per account, place and part the latest statement."""
    bases = Bases(scope, by)
    latest: dict[Extent, list[Stated]] = {}
    for statement in found.inside:
        extent = _timeless(scope.extent_of(statement))
        kept = latest.get(extent, [])
        if not kept or statement.end > kept[0].end:
            latest[extent] = [statement]
        elif statement.end == kept[0].end:
            kept.append(statement)
    nodes = [
        Node(extent, _base(bases, claims[0]), tuple(claims), day=claims[0].end.toordinal())
        for extent, claims in latest.items()
    ]
    controls = Controls(nodes, bases.positions, over_places=scope.account.places, control=held_stock)
    worth = controls.worth()
    outermost = frozenset(claim.entry for node in controls.outermost for claim in node.claims)
    used = tuple(claim for node in nodes for claim in node.claims)
    return Reckoned(worth, tuple(sorted(set(controls.crossings))), outermost, used)


def held_stock(
    node: Node, stated: Amount, inner: Worth | None, apart: Sequence[Worth]
) -> tuple[Amount, Table]:
    """A coarser statement newer than its details holds; older, both print, as an interval.

    Newer and smaller, its details are out of date and break nothing down. A contradiction only comes from
    details of the same day.
    """
    if inner is None:
        return stated, {}
    if node.day < inner.day:
        low, high = min(stated.low, inner.amount.low), max(stated.high, inner.amount.high)
        marks = (stated.marks | inner.amount.marks) - {"remainder"}
        return Amount(low, high, marks | {"interval"} if low != high else marks), inner.rows
    fresh = total(worth.amount for worth in apart if worth.day == node.day)
    if fresh.low > stated.high:
        return hold(stated, fresh), inner.rows
    if inner.amount.low > stated.high:
        return stated, {}
    return hold(stated, inner.amount), inner.rows


def reckon_max(scope: Scope, found: Sorted, by: Sequence[str]) -> Reckoned:
    """The largest over time per account, place and part; then parts and places."""
    bases = Bases(scope, by)
    claims: dict[Extent, list[Stated]] = {}
    for statement in found.inside:
        claims.setdefault(_timeless(scope.extent_of(statement)), []).append(statement)
    for event in _largest_events(scope, bases):
        claims.setdefault(_timeless(scope.extent_of(event)), []).append(event)
    nodes = [
        Node(extent, _base(bases, same[0]), (max(same, key=lambda c: (c.total, c.entry)),))
        for extent, same in claims.items()
    ]
    controls = Controls(nodes, bases.positions, over_places=scope.account.places, control=_held_max)
    outermost = frozenset(claim.entry for node in controls.outermost for claim in node.claims)
    used = tuple(claim for node in nodes for claim in node.claims if claim.kind == "statement")
    return Reckoned(controls.worth(), (), outermost, used)


def _largest_events(scope: Scope, bases: Bases) -> Iterable[Stated]:
    """The largest event of each account, place and part, without its cells."""
    slot = (scope.question.start, scope.question.end)
    grouping = Grouping(slots=(slot,), account=True, place=True, about=True, largest=True)
    for row in scope.fetcher.event_sums(scope.selection, grouping):
        assert row.account is not None
        assert row.place is not None
        yield Stated(
            "", row.account, "event", row.place, scope.question.start, scope.question.end,
            (((), row.value),), row.about,
        )  # fmt: skip


def _held_max(node: Node, stated: Amount, inner: Worth | None, _: Sequence[Worth]) -> tuple[Amount, Table]:
    """Maxima of different days do not add: a smaller coarse one bounds the figure without contradicting."""
    if inner is None:
        return stated, {}
    if stated.high >= inner.amount.low:
        return hold(stated, inner.amount), inner.rows
    return Amount(stated.low, inner.amount.high, frozenset({"interval"})), inner.rows


def reckon_survey(scope: Scope, found: Sorted, by: Sequence[str]) -> Reckoned:
    """What adds neither over time nor over places, percentages mostly: cells do not add either.

    The value is that of the line without categories; a cell is a value of its own, with no remainder.
    """
    bases = Bases(scope, by)
    numbers: dict[Key | None, list[Said]] = {}
    for statement in found.inside:
        base = _base(bases, statement)
        for cell, value in statement.cells:
            said = Said(value, statement.precision, statement.qualifier)
            if not cell:
                numbers.setdefault(None, []).append(said)
            if set(dict(cell)) == set(bases.positions):
                numbers.setdefault(keyed(base, cell, bases.positions), []).append(said)
    amounts = {key: reconcile(said) for key, said in numbers.items()}
    rows = {key: amount for key, amount in amounts.items() if key is not None}
    entries = frozenset(s.entry for s in found.inside)
    if None in amounts:
        return Reckoned(Worth(amounts[None], rows), (), entries, tuple(found.inside))
    worth = Worth(Amount(0, 0), rows) if rows and bases.positions else None
    return Reckoned(worth, (), entries, tuple(found.inside), untotalled=True)


def _timeless(extent: Extent) -> Extent:
    return replace(extent, start=0, end=0)


def _base(bases: Bases, statement: Stated) -> Key:
    return bases.key(statement.account, statement.place, statement.about, None, statement.end)
