"""The arithmetic checked from outside, on files drawn at random: what holds of every ledger."""

import random
from collections.abc import Mapping
from typing import Any

import pytest

from tests.core.figures.worlds import (
    LEAVES,
    Asked,
    Point,
    Said,
    act,
    asked_at_random,
    bounds,
    drawn,
    figure,
    inside,
    lines_of,
)

SEEDS = range(8)
AXES: dict[str, dict[str, Any]] = {
    "commune": {key: (lambda p, s, key=key: p[1] == key) for key in "abc"},
    "cercle": {key: (lambda p, s, key=key: p[1] in LEAVES[key]) for key in "GH"},
    "sex": {key: (lambda p, s, key=key: s == key) for key in "FM"},
    "about": {"A": lambda p, s: p[2] == "A"},
    "quarter": {f"2017-Q{n}": (lambda p, s, n=n: p[3] == n) for n in (1, 2)},
    "account": {"P1": lambda p, s: p[0] == "P1"},
}


def same(answer: Mapping[str, object]) -> list[object]:
    return [answer[key] for key in ("low", "high", "marks", "rows", "sources")]


def whole(_point: Point, _sex: str) -> bool:
    return True


@pytest.mark.parametrize("seed", SEEDS)
def test_total_and_rows_hold_in_every_world(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(40):
        found, asked = drawn(chance), asked_at_random(chance)
        stated, events, falls = inside(found, asked)
        possible = bounds(stated, events, asked, whole)
        total: Any = figure(lines_of(found), asked)
        if falls:
            assert "contradiction" in total["marks"]
        if possible is None or falls or "contradiction" in total["marks"]:
            continue
        if not stated and not events:
            assert total["low"] is None
            continue
        assert int(total["low"]) <= possible[0] <= possible[1] <= int(total["high"]), (found, asked)
        axis = chance.choice(list(AXES))
        cut: Any = figure(lines_of(found), asked, by=[axis])
        assert [cut[key] for key in ("low", "high", "marks")] == [
            total[key] for key in ("low", "high", "marks")
        ]
        check_rows(cut["rows"], axis, found, asked)


def check_rows(rows: list[dict[str, Any]], axis: str, found: list[Said], asked: Asked) -> None:
    """A row is never more than what was there, nor less by more than the remainder."""
    printed = {row[axis]: (int(row["low"] or 0), int(row["high"] or 0)) for row in rows}
    assert len(printed) == len(rows)
    left = printed.get(None, (0, 0))[1]
    stated, events, _ = inside(found, asked)
    for category, counts in AXES[axis].items():
        possible = bounds(stated, events, asked, counts)
        low, high = printed.get(category, (0, 0))
        if possible is not None and any(counts(p, s) for p in asked.points for s in "FM"):
            assert low <= possible[0], (found, asked, category)
            assert possible[1] <= high + left, (found, asked, category)


def test_events_that_cross_a_statement_do_not_cross_one_another() -> None:
    found = [
        Said("s1", "statement", "P", "b", None, 1, 3, {None: 2}),
        Said("e1", "event", "P", "R", None, 1, 1, {None: 1}),
        Said("e2", "event", "P", "Z", None, 2, 2, {None: 2}),
    ]

    answers: list[Any] = [figure(lines_of(found), Asked("R", 1, 3), by=by) for by in ([], ["quarter"])]

    assert [(found["low"], found["high"]) for found in answers] == [("3", "5"), ("3", "5")]


def test_partial_cells_of_one_claim_do_not_contradict_the_finer_ones_of_another() -> None:
    def claim(key: str, postings: list[dict[str, str]]) -> list[dict[str, object]]:
        entry, approval = Said(key, "statement", "P", "G", None, 1, 3, {None: 0}).lines()
        return [entry | {"postings": postings}, approval]

    coarse = claim("s1", [{"value": "10", "sex": "F"}, {"value": "5", "sex": "M", "age": "J"}])
    fine = claim(
        "s2",
        [
            {"value": "6", "sex": "F", "age": "J"},
            {"value": "4", "sex": "F", "age": "V"},
            {"value": "5", "sex": "M", "age": "J"},
        ],
    )

    found: Any = figure([*coarse, *fine], Asked("G", 1, 3), by=["sex", "age"])

    assert [(r["sex"], r["age"], r["low"], r["high"], r["marks"]) for r in found["rows"]] == [
        ("F", "J", "6", "6", []),
        ("F", "V", "4", "4", []),
        ("M", "J", "5", "5", []),
    ]


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("verb", ["withdraw", "set_aside"])
def test_entry_taken_out_is_as_if_it_had_never_been(seed: int, verb: str) -> None:
    chance = random.Random(seed)
    for _ in range(12):
        found, asked = drawn(chance), asked_at_random(chance)
        gone = chance.choice(found)
        by = {"by": [chance.choice(list(AXES))]}
        lines = [*lines_of(found), act(verb, gone.key, "2019-01-01T00:00:00Z")]

        before = figure(lines, asked, as_of="2018-12-31T00:00:00Z", **by)
        after = figure(lines, asked, as_of="2019-01-01T00:00:00Z", **by)

        assert same(before) == same(figure(lines_of(found), asked, **by))
        assert same(after) == same(figure(lines_of([s for s in found if s is not gone]), asked, **by))


@pytest.mark.parametrize("seed", SEEDS)
def test_correction_takes_effect_with_the_approval_of_its_replacement(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(12):
        found, asked = drawn(chance), asked_at_random(chance)
        gone = chance.choice(found)
        new = Said("new", gone.kind, gone.account, gone.place, gone.about, gone.first, gone.last, {None: 3})
        lines = [
            *lines_of(found),
            *new.lines(known="2019-01-01T00:00:00Z", approved=False),
            act("withdraw", gone.key, "2019-01-01T00:00:00Z", replaced_by="new"),
            act("approve", "new", "2019-06-01T00:00:00Z"),
        ]

        assert same(figure(lines, asked, as_of="2019-05-31T00:00:00Z")) == same(
            figure(lines_of(found), asked)
        )
        assert same(figure(lines, asked)) == same(
            figure(lines_of([*(s for s in found if s is not gone), new]), asked)
        )


@pytest.mark.parametrize("seed", SEEDS)
def test_drafts_and_lines_said_again_or_in_another_order_change_nothing(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(15):
        found, asked = drawn(chance), asked_at_random(chance)
        drafts = [
            line
            for s in drawn(chance)
            for line in s.lines(approved=False)
            if line.update(entry=f"d-{s.key}") is None
        ]
        lines = lines_of(found)
        shuffled = [*lines, *drafts, *lines[:2]]
        chance.shuffle(shuffled)

        assert figure(shuffled, asked, by=["commune"]) == figure(lines, asked, by=["commune"])


@pytest.mark.parametrize("seed", SEEDS)
def test_parts_of_a_place_add_up_to_it(seed: int) -> None:
    """When no entry straddles them; and a contradiction below is said above."""
    chance = random.Random(seed)
    for _ in range(15):
        found = [s for s in drawn(chance) if LEAVES[s.place] in ("a", "b", "c", "ab")]
        asked = asked_at_random(chance)
        parts: list[Any] = [figure(lines_of(found), Asked(p, asked.first, asked.last)) for p in "GH"]
        above: Any = figure(lines_of(found), Asked("R", asked.first, asked.last))
        if above["low"] is None:
            assert [part["low"] for part in parts] == [None, None]
            continue

        for end in ("low", "high"):
            assert int(above[end]) == sum(int(part[end] or 0) for part in parts)
        assert ("contradiction" in above["marks"]) == any("contradiction" in part["marks"] for part in parts)
