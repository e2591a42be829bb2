"""Every world behind a ledger drawn at random: sexes, sub-accounts, parts, crossing zones, cumulative claims.

Written from the rules alone, on files in the outer format, as somebody outside would check the arithmetic.
A *world* is a number of women and men at each point (account × place × part × time). It is consistent when
every statement inside the question gives its total over its extent (and, of each sex, at least what it says
and at most that with what it leaves unsaid), every recorded event is in it, and where no statement inside
the question speaks there is nothing but the recorded events.
"""

import itertools
import json
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from jalon.core.figures import MemoryFetcher, answer_json, load

Point = tuple[str, str, str, int]
Cells = dict[str | None, int]
Held = tuple[frozenset[Point], Cells]
State = tuple[tuple[int, int, int], ...]

TIMES = [
    ("start", "2016-12-31", "2015-06-01"),
    ("2017-01-01", "2017-03-31", "2017-02-01"),
    ("2017-04-01", "2017-06-30", "2017-05-01"),
    ("2017-07-01", "2017-12-31", "2017-08-01"),
]
LEAVES = {"a": "a", "b": "b", "c": "c", "G": "ab", "H": "c", "R": "abc", "Z": "bc", "Y": "ab"}
PARTS: dict[str | None, tuple[str, ...]] = {None: ("A", "-"), "A": ("A",)}
ACCOUNTS = {"P": ("P1", "-"), "P1": ("P1",)}
KNOWN = "2018-01-01T00:00:00Z"
HEAD: list[dict[str, object]] = [
    {"place": "a", "level": "commune", "under": {"D": "G"}},
    {"place": "b", "level": "commune", "under": {"D": "G"}},
    {"place": "c", "level": "commune", "under": {"D": "H"}},
    {"place": "G", "level": "cercle", "under": {"D": "R"}},
    {"place": "H", "level": "cercle", "under": {"D": "R"}},
    {"place": "R", "level": "région"},
    {"zone": "Z", "places": ["b", "c"]},
    {"zone": "Y", "places": ["a", "b"]},
    {"account": "P", "unit": "person"},
    {"account": "P1", "unit": "person", "parent": "P"},
]


@dataclass(frozen=True)
class Said:
    """An entry. `first` and `last` are indices of TIMES; `cells`: sex (None: not said) → value."""

    key: str
    kind: str
    account: str
    place: str
    about: str | None
    first: int
    last: int
    cells: Cells

    @property
    def points(self) -> frozenset[Point]:
        """Its extent."""
        return points(self.account, self.place, self.about, self.first, self.last)

    def lines(self, *, known: str = KNOWN, approved: bool = True) -> list[dict[str, object]]:
        """Its lines in the outer format."""
        first, last = TIMES[self.first], TIMES[self.last]
        days = {"on": first[2]} if self.kind == "event" else {"from": first[0], "to": last[1]}
        postings = [
            {"value": str(value)} | ({"sex": sex} if sex else {}) for sex, value in self.cells.items()
        ]
        entry = {
            "entry": self.key, "account": self.account, "kind": self.kind, "stage": "achieved", **days,
            "place": self.place, "division": "D", "about": self.about, "postings": postings,
            "known_at": known,
        }  # fmt: skip
        return [entry, act("approve", self.key, known)] if approved else [entry]


@dataclass(frozen=True)
class Asked:
    """A question about P."""

    place: str
    first: int
    last: int

    @property
    def points(self) -> frozenset[Point]:
        """What it is about."""
        return points("P", self.place, None, self.first, self.last)


def points(account: str, place: str, about: str | None, first: int, last: int) -> frozenset[Point]:
    """The points of an extent."""
    return frozenset(
        itertools.product(ACCOUNTS[account], LEAVES[place], PARTS[about], range(first, last + 1))
    )


def act(verb: str, entry: str, known: str, **more: object) -> dict[str, object]:
    """The line of an act."""
    return {"act": verb, "entry": entry, "known_at": known, **more}


def figure(lines: Sequence[dict[str, object]], asked: Asked, **more: object) -> dict[str, object]:
    """The answer of the product."""
    question: dict[str, object] = {
        "accounts": ["P"], "place": asked.place, "division": "D",
        "from": TIMES[asked.first][0], "to": TIMES[asked.last][1],
    }  # fmt: skip
    ledger = load([json.dumps(line) for line in (*HEAD, *lines)])
    return answer_json(question | more, MemoryFetcher(ledger))


def lines_of(found: Sequence[Said]) -> list[dict[str, object]]:
    """The lines of entries, all approved."""
    return [line for said in found for line in said.lines()]


def drawn(chance: random.Random) -> list[Said]:
    """Up to three statements and two events."""
    sexed, cumulative = chance.random() < 0.4, chance.random() < 0.4
    found = []
    for number in range(chance.randint(1, 3)):
        first = 0 if cumulative and chance.random() < 0.7 else chance.randint(1, 3)
        last = chance.randint(max(first, 1), 3)
        place = chance.choice("abcGGRRZYH")
        found.append(_said(chance, f"s{number}", "statement", place, first, last, 2 if sexed else 4, sexed))
    for number in range(chance.randint(0, 2)):
        time = chance.randint(1, 3)
        found.append(_said(chance, f"e{number}", "event", chance.choice("abcabcR"), time, time, 1, sexed))
    return found


def _said(
    chance: random.Random, key: str, kind: str, place: str, first: int, last: int, most: int, sexed: bool
) -> Said:
    sexes = chance.choice([["F", "M"], ["F", "M"], [None], ["F", "M", None]]) if sexed else [None]
    cells: Cells = {sex: chance.randint(0, most) for sex in sexes}
    about = chance.choice([None, None, "A"])
    return Said(key, kind, chance.choice(["P", "P1"]), place, about, first, last, cells)


def asked_at_random(chance: random.Random) -> Asked:
    """A question over a place and some times."""
    first = chance.choice([0, 1, 1, 2])
    return Asked(chance.choice("RRGaZ"), first, chance.choice([3, 3, max(first, 1)]))


def inside(found: Sequence[Said], asked: Asked) -> tuple[list[Held], list[Said], bool]:
    """Statements inside the question (with those derived from cumulative claims), events, and whether a
    cumulative claim is under the one before it."""
    stated = [(s.points, s.cells) for s in found if s.kind == "statement" and s.points <= asked.points]
    events = [s for s in found if s.kind == "event" and s.points <= asked.points]
    falls = False
    groups: dict[object, list[Said]] = {}
    for said in found:
        if said.kind == "statement" and said.first == 0:
            scope = (ACCOUNTS[said.account], LEAVES[said.place], PARTS[said.about])
            groups.setdefault(scope, []).append(said)
    for group in groups.values():
        for one, two in itertools.pairwise(sorted(group, key=lambda said: said.last)):
            between = two.points - one.points
            if between and between <= asked.points:
                more = sum(two.cells.values()) - sum(one.cells.values())
                falls = falls or more < 0
                stated.append((between, {None: more}))
    return stated, events, falls


def bounds(
    stated: Sequence[Held], events: Sequence[Said], asked: Asked, counts: Callable[[Point, str], bool]
) -> tuple[int, int] | None:
    """The least and the most of what `counts`, over all the consistent worlds; None when there is none."""
    alike: dict[tuple[object, ...], Point] = {}
    for point in sorted(asked.points):
        held = tuple(point in extent for extent, _ in stated)
        heard = tuple(point in event.points for event in events)
        if any(held) or any(heard):
            alike.setdefault((held, heard, counts(point, "F"), counts(point, "M")), point)
    spots = list(alike.values())
    ends: list[tuple[int, int]] = []
    for recorded in _placed(events, spots):
        states: dict[State, tuple[int, int]] = {tuple((0, 0, 0) for _ in stated): (0, 0)}
        for spot, here in zip(spots, recorded, strict=True):
            weights = int(counts(spot, "F")), int(counts(spot, "M"))
            states = _with(states, stated, spot, here, weights)
        ends += [ends_ for state, ends_ in states.items() if _met(state, stated)]
    return (min(low for low, _ in ends), max(high for _, high in ends)) if ends else None


def _placed(events: Sequence[Said], spots: Sequence[Point]) -> Iterator[list[Cells]]:
    """Every way of saying where each recorded person was."""
    persons = [(event, sex) for event in events for sex, value in event.cells.items() for _ in range(value)]
    choices = [[n for n, spot in enumerate(spots) if spot in event.points] for event, _ in persons]
    seen = set()
    for choice in itertools.product(*choices):
        recorded: list[Cells] = [{"F": 0, "M": 0, None: 0} for _ in spots]
        for (_, sex), spot in zip(persons, choice, strict=True):
            recorded[spot][sex] += 1
        key = str(recorded)
        if key not in seen:
            seen.add(key)
            yield recorded


def _with(
    states: dict[State, tuple[int, int]],
    stated: Sequence[Held],
    spot: Point,
    recorded: Cells,
    weights: tuple[int, int],
) -> dict[State, tuple[int, int]]:
    held = [spot in extent for extent, _ in stated]
    least = sum(recorded.values())
    most = min((sum(c.values()) for here, (_, c) in zip(held, stated, strict=True) if here), default=least)
    here = [
        (women, total - women)
        for total in range(least, most + 1)
        for women in range(recorded["F"], total - recorded["M"] + 1)
    ]
    after: dict[State, tuple[int, int]] = {}
    for state, (low, high) in states.items():
        for women, men in here:
            new = tuple(
                (t + women + men, f + women, m + men) if inside_ else (t, f, m)
                for inside_, (t, f, m) in zip(held, state, strict=True)
            )
            if all(_fits(used, cells) for used, (_, cells) in zip(new, stated, strict=True)):
                value = weights[0] * women + weights[1] * men
                known = after.get(new, (low + value, high + value))
                after[new] = (min(known[0], low + value), max(known[1], high + value))
    return after


def _fits(used: tuple[int, int, int], cells: Cells) -> bool:
    unsaid = cells.get(None, 0)
    limits = sum(cells.values()), cells.get("F", 0) + unsaid, cells.get("M", 0) + unsaid
    return all(value <= limit for value, limit in zip(used, limits, strict=True))


def _met(state: State, stated: Sequence[Held]) -> bool:
    return all(
        (total, women >= cells.get("F", 0), men >= cells.get("M", 0)) == (sum(cells.values()), True, True)
        for (total, women, men), (_, cells) in zip(state, stated, strict=True)
    )
