"""Bounds are never wrong: against every world that could be behind a small ledger.

A *world* says how much really happened in each elementary place × half × part. It is consistent with a
question when: every recorded event is in it (one whose part is not said, in one part or the other); every
statement inside the question is its total over the statement's extent; and where no statement inside the
question speaks, nothing happened but the recorded events. Whatever the world, its total must lie within
the answer, unless the answer says that there is a contradiction.
"""

from collections.abc import Iterator
from itertools import product

from hypothesis import given, settings

from jalon.core.figures import Entry, MemoryFetcher, Question, answer
from tests.core.figures.small import HALVES, LEAVES, PARTS, entries, ledger, questions

Spot = tuple[str, int, str]


def spots(entry_or_question: Entry | Question) -> frozenset[Spot]:
    asked = entry_or_question
    halves = [n for n, (start, end) in enumerate(HALVES) if asked.start <= end and start <= asked.end]
    parts = PARTS if asked.about is None else [asked.about]
    return frozenset(product(LEAVES[asked.place], halves, parts))


def inside(entry: Entry, question: Question) -> bool:
    """An event of nobody's part in particular is not inside a question about one part."""
    said = question.about is None or entry.about == question.about
    return said and spots(entry) <= spots(question)


def totals(found: list[Entry], question: Question) -> Iterator[int]:
    """The totals of all the consistent worlds."""
    held = [e for e in found if inside(e, question)]
    constraints = [(spots(e), sum(p.value for p in e.postings)) for e in held if e.kind == "statement"]
    happened = [e for e in held if e.kind == "event"]
    recorded = sum(p.value for event in happened for p in event.postings)
    covered = sorted(frozenset[Spot]().union(*(extent for extent, _ in constraints)))
    left = set()
    for choice in product(*(sorted(spots(event)) for event in happened)):
        values = [
            (spot, sum(p.value for p in event.postings)) for event, spot in zip(happened, choice, strict=True)
        ]
        left.add(
            tuple(
                stated - sum(value for spot, value in values if spot in extent)
                for extent, stated in constraints
            )
        )
    for rests in left:
        held_by = [(extent, rest) for (extent, _), rest in zip(constraints, rests, strict=True)]
        yield from {recorded + more for more in extras(covered, held_by)}


def extras(covered: list[Spot], left: list[tuple[frozenset[Spot], int]]) -> set[int]:
    """How much more may have happened in the spots covered, given what each statement leaves to explain."""
    if any(rest < 0 for _, rest in left):
        return set()
    states = {tuple(rest for _, rest in left): {0}}
    for spot in covered:
        following: dict[tuple[int, ...], set[int]] = {}
        for rests, sums in states.items():
            bound = min(rest for (extent, _), rest in zip(left, rests, strict=True) if spot in extent)
            for more in range(bound + 1):
                key = tuple(
                    rest - more if spot in extent else rest
                    for (extent, _), rest in zip(left, rests, strict=True)
                )
                following.setdefault(key, set()).update(total + more for total in sums)
        states = following
    return states.get(tuple(0 for _ in left), set())


@given(entries(), questions)
@settings(max_examples=120)
def test_bounds_hold_in_every_world(found: list[Entry], question: Question) -> None:
    result = answer(question, MemoryFetcher(ledger(found)))
    possible = set(totals(found, question))

    if result.low is None or result.high is None:
        assert possible == {0}
    elif "contradiction" not in result.marks:
        assert all(result.low <= total <= result.high for total in possible)


@given(entries(), questions)
@settings(max_examples=120)
def test_rows_hold_in_every_world(found: list[Entry], question: Question) -> None:
    """A row is never more than really happened there, and never less than that by more than the rest."""
    result = answer(question.with_(by=("commune",)), MemoryFetcher(ledger(found)))
    if "contradiction" in result.marks or result.high is None:
        return
    rows = {row.key[0]: row for row in result.rows}
    rest = rows.pop(None, None)
    for place, row in rows.items():
        alone = answer(question.with_(place=place), MemoryFetcher(ledger(found)))
        assert (alone.low, alone.high) == (row.low, row.high)
        assert alone.high <= result.high
    assert sum(row.low for row in rows.values()) <= result.high
    assert sum(row.high for row in rows.values()) + (rest.high if rest else 0) >= result.high
