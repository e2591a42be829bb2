"""Bounds on distinct persons are never wrong, against every world behind a few names and statements.

A world says who took part in which half, beyond those recorded where a statement speaks of that half, with
people nobody named among them, and which open candidates are the same person.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from jalon.core.figures import Entry, Judgement, MemoryFetcher, Posting, answer
from tests.core.figures.small import HALVES, INSTANT, YEAR, asking, entry, ledger

NAMED = ["p1", "p2", "p3"]
NAMELESS = ["x1", "x2", "x3"]
SPANS = {"first": (0,), "second": (1,), "year": (0, 1)}
DAYS = {"first": HALVES[0], "second": HALVES[1], "year": YEAR}

recorded = st.tuples(*(st.frozensets(st.sampled_from(NAMED)) for _ in HALVES))
said = st.dictionaries(st.sampled_from(sorted(SPANS)), st.integers(0, 5), max_size=3)
pairs = st.frozensets(st.sampled_from([("p1", "p2"), ("p2", "p3"), ("p1", "p3")]), max_size=2)


def worlds(
    present: tuple[frozenset[str], frozenset[str]],
    stated: dict[str, int],
    candidates: frozenset[tuple[str, str]],
) -> Iterator[int]:
    """How many distinct persons over the year in each consistent world."""
    covered = {half for span in stated for half in SPANS[span]}
    for same in product([False, True], repeat=len(candidates)):
        leader = {person: person for person in (*NAMED, *NAMELESS)}
        for (one, other), merged in zip(sorted(candidates), same, strict=True):
            if merged:
                gone = leader[other]
                leader = {p: leader[one] if head == gone else head for p, head in leader.items()}
        known = [frozenset(leader[p] for p in half) for half in present]
        people = sorted(set(leader.values()))
        choices = [[(), *([(0,)] if 0 in covered else []), *([(1,)] if 1 in covered else [])]]
        choices[0] += [(0, 1)] if covered == {0, 1} else []
        for attendance in product(choices[0], repeat=len(people)):
            there = [
                known[half] | {p for p, halves in zip(people, attendance, strict=True) if half in halves}
                for half in (0, 1)
            ]
            counts = {span: len(frozenset().union(*(there[h] for h in SPANS[span]))) for span in SPANS}
            if all(counts[span] == number for span, number in stated.items()):
                yield counts["year"]


@given(recorded, said, pairs)
@settings(max_examples=60)
def test_bounds_hold_in_every_world(
    present: tuple[frozenset[str], frozenset[str]],
    stated: dict[str, int],
    candidates: frozenset[tuple[str, str]],
) -> None:
    found: list[Entry] = []
    for half, (start, _) in enumerate(HALVES):
        day: date = start + timedelta(days=9)
        if present[half]:
            postings = [Posting(1, (), person) for person in sorted(present[half])]
            found.append(entry(f"e{half}", "a", (day, day), postings, kind="event"))
    found += [entry(f"s-{span}", "G", DAYS[span], [Posting(number)]) for span, number in stated.items()]
    judgements = {f"j-{a}-{b}": Judgement(f"j-{a}-{b}", (a, b), "candidate", INSTANT) for a, b in candidates}
    book = ledger(found)
    fetcher = MemoryFetcher(type(book)(book.places, book.zones, accounts=book.accounts, entries=book.entries,
                                       acts=book.acts, judgements=judgements))  # fmt: skip

    result = answer(asking(measure="persons"), fetcher)

    possible = set(worlds(present, stated, candidates))
    if result.low is None or result.high is None:
        assert possible <= {0}
    elif "contradiction" not in result.marks:
        assert all(result.low <= number <= result.high for number in possible)
