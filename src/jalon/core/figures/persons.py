"""Distinct persons: those known, and those that statements say there are besides (rule 8)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from jalon.core.figures.additive import Bases, Reckoned, statement_nodes
from jalon.core.figures.amounts import Amount, Said, reconcile
from jalon.core.figures.answer import Mark
from jalon.core.figures.axes import slots as cut_slots
from jalon.core.figures.controls import Controls, Node, Worth
from jalon.core.figures.extents import Extent, ordinal
from jalon.core.figures.fetcher import HeadSum, Known, Selection, Slot, Stated
from jalon.core.figures.identities import Identities
from jalon.core.figures.model import Cell
from jalon.core.figures.scope import Scope, Sorted


@dataclass(frozen=True, slots=True)
class _Headcount:
    """Persons known in some entries: distinct as judged, and the merges that could still follow."""

    distinct: int
    merges: int
    judged: int
    """Merges already judged."""


@dataclass(frozen=True, slots=True)
class _Statement:
    """A statement of persons with those known under it."""

    stated: Amount
    known: _Headcount
    whole: bool
    """Whether it speaks of all that the question asks."""

    @property
    def excess(self) -> int:
        """Persons known beyond the number stated, even if every candidate were merged."""
        return max(0, self.known.distinct - self.known.merges - self.stated.high)

    @property
    def unidentified(self) -> int:
        """r of rule 8."""
        return max(0, self.stated.high - self.known.distinct)


@dataclass(frozen=True, slots=True)
class _Heads:
    """Heads of events: those not named in events that no statement holds, and the largest event of all."""

    unnamed: int
    peak: int
    excess: int
    """Heads of an event beyond the number stated over it."""


def reckon_persons(scope: Scope, found: Sorted) -> Reckoned:
    """[max(known, largest statement), known + Σ r], r being what each outermost statement has beyond those
    known under it; candidates lower the lower bound; a statement of the whole caps the upper one.

    Events with heads that are not named count likewise: at least as many as the largest event, at most
    those known and all the unnamed of events that no statement holds.
    """
    inside = [reduced for s in found.inside if (reduced := _of_cell(s, scope.selection.cell)).cells]
    controls = Controls(statement_nodes(scope, inside, Bases(scope, ())), {})
    identities = Identities(scope.fetcher.judgements(scope.question.as_of))
    selections = [scope.selection, *(_selection(scope, node) for node in controls.nodes)]
    rows = scope.fetcher.known_persons(selections, identities.persons)
    known, *under = [_headcount(row, identities) for row in rows]
    statements = {
        node: _Statement(_stated(node), count, node.extent.holds(scope.extent))
        for node, count in zip(controls.nodes, under, strict=True)
    }
    outermost = [statements[node] for node in controls.outermost]
    heads = _heads(scope, known, controls.outermost, statements)
    if not known.distinct and not statements and not heads.peak:
        return Reckoned(None)
    amount = _bounds(known, outermost, heads)
    if heads.excess or _contradicted(controls, statements):
        amount = amount.marked("contradiction")
    entries = frozenset(claim.entry for node in controls.outermost for claim in node.claims)
    return Reckoned(Worth(amount, {}), (), entries, tuple(inside))


def _bounds(known: _Headcount, outermost: Sequence[_Statement], heads: _Heads) -> Amount:
    rest = sum(statement.unidentified for statement in outermost)
    excess = sum(statement.excess for statement in outermost)
    low = max(
        known.distinct - known.merges - excess,
        heads.peak - heads.excess - known.judged - known.merges - excess,
        *(statement.stated.low for statement in outermost),
        0,
    )
    high = known.distinct + rest + heads.unnamed
    caps = [s.stated.high for s in outermost if s.whole and not s.excess and s.stated.high >= low]
    high = max(low, min([high, *caps]), heads.peak if heads.excess else 0)
    marks: list[Mark] = ["remainder"] if high > known.distinct or (rest or heads.unnamed) else []
    if low != high and not excess and not heads.excess:
        marks.append("interval")
    return Amount(low, high, frozenset(marks))


def _contradicted(controls: Controls, statements: dict[Node, _Statement]) -> bool:
    """Whether a statement has more persons known under it, or stated inside it, than it says."""
    for node, statement in statements.items():
        inner = max((statements[child].stated.low for child in controls.inside[node]), default=0)
        if statement.excess or inner > statement.stated.high or "contradiction" in statement.stated.marks:
            return True
    return False


def _headcount(row: Known, identities: Identities) -> _Headcount:
    listed = identities.distinct(row.listed)
    return _Headcount(row.others + listed, identities.could_merge(row.listed), len(row.listed) - listed)


def _stated(node: Node) -> Amount:
    return reconcile([Said(claim.total, claim.precision, claim.qualifier) for claim in node.claims])


def _of_cell(statement: Stated, cell: Cell) -> Stated:
    """The statement reduced to the cells that hold these categories."""
    wanted = set(cell)
    return replace(statement, cells=tuple(pair for pair in statement.cells if wanted <= set(pair[0])))


def _selection(scope: Scope, node: Node) -> Selection:
    """The entries that lie inside a statement."""
    claim = node.claims[0]
    inside = scope.geography.inside(scope.geography.leaves(claim.place))
    accounts = (k for k in scope.selection.accounts if not scope.account_mask(k) & ~node.extent.accounts)
    return scope.selection.within(
        accounts=frozenset(accounts),
        places=inside if scope.selection.places is None else inside & scope.selection.places,
        about=claim.about or scope.selection.about,
        start=claim.start,
        end=claim.end,
    )


def _heads(
    scope: Scope, known: _Headcount, outermost: Sequence[Node], statements: Mapping[Node, _Statement]
) -> _Heads:
    """What events say of persons whom they do not name."""
    claims = [claim for node in outermost for claim in node.claims]
    edges = {day for c in claims for day in (c.start, c.end + timedelta(days=1)) if day is not None}
    slots = cut_slots(scope.question.start, scope.question.end, edges)
    unnamed = peak = excess = 0
    for heads in scope.fetcher.heads(scope.selection, slots):
        peak = max(peak, heads.peak)
        extent = _extent(scope, heads, slots)
        holders = [statements[node].stated.high for node in outermost if node.extent.holds(extent)]
        if not holders:
            unnamed += heads.unnamed
        elif heads.unnamed:
            excess = max(excess, heads.peak - known.judged - known.merges - min(holders))
    return _Heads(unnamed, peak, excess)


def _extent(scope: Scope, heads: HeadSum, slots: Sequence[Slot]) -> Extent:
    start, end = slots[heads.slot]
    return Extent(
        scope.account_mask(heads.account),
        scope.place_mask(heads.place),
        heads.about,
        ordinal(start),
        end.toordinal(),
    )
