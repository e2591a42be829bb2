"""The words of the ledger as frozen values: what an entry, an act or a place *is* to the arithmetic.

Values are integers scaled by the account's decimals (XOF 0, EUR 2), never floats. Dates include both
ends; instants are aware UTC datetimes. Keys are opaque strings: the outer format uses its own, a
database its uids or its numbers written as text. Source of every rule: docs/reference/ledger.md.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

Kind = Literal["event", "statement"]
Stage = Literal["baseline", "planned", "committed", "achieved"]
Qualifier = Literal["exact", "about", "at_least"]
OverTime = Literal["sum", "last", "max", "none"]
OverPlaces = Literal["sum", "max", "none"]
ActKind = Literal["approve", "withdraw", "set_aside"]
Verdict = Literal["same", "different", "candidate"]

STAGES: tuple[Stage, ...] = ("baseline", "planned", "committed", "achieved")

Cell = tuple[tuple[str, str], ...]
"""A cell of categories, sorted pairs (axis, category); an axis that is absent is "non précisé"."""

Pair = tuple[str, str]
"""A place as named in a division: (place key, division key). No place is "everywhere"."""

EVERYWHERE: Pair = ("", "")


def cell_of(categories: Mapping[str, str | None] | Iterable[tuple[str, str | None]]) -> Cell:
    """A mapping axis → category as a sorted cell; null categories (non précisé) are left out."""
    pairs = categories.items() if isinstance(categories, Mapping) else categories
    return tuple(sorted((axis, category) for axis, category in pairs if category is not None))


@dataclass(frozen=True, slots=True)
class Account:
    """A thing that is counted. `numerator`/`denominator`: account keys, for a ratio; both or neither.

    `programme`: whose plan versions are its own; None: those of no programme.
    """

    key: str
    unit: str
    decimals: int = 0
    time: OverTime = "sum"
    places: OverPlaces = "sum"
    grain: tuple[str, ...] = ()
    parent: str | None = None
    numerator: str | None = None
    denominator: str | None = None
    programme: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A place; `under`: division → parent in it. `level` None: unknown."""

    key: str
    level: str | None = None
    under: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Zone:
    """A set of places under one name; its leaves are theirs, in whichever division is asked."""

    key: str
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Division:
    """An edition of the territorial division; dates of validity, both included, when known."""

    key: str
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class PlanVersion:
    """Version `number` of a programme's plan; in force from `effective` (None: from the beginning)."""

    number: int
    effective: date | None = None
    decision: str = ""
    programme: str | None = None

    @property
    def key(self) -> tuple[str, int]:
        """What names it: its programme ("" for none) and its number."""
        return (self.programme or "", self.number)


@dataclass(frozen=True, slots=True)
class Posting:
    """One cell of an entry: a scaled integer, possibly of one person or one group."""

    value: int
    cell: Cell = ()
    person: str | None = None
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One event (start = end = its day, the last one if it lasted) or one statement over [start, end].

    `start` None is "depuis le début" and is stored as such. `about` None is the part of all.
    `precision` is in scaled units (XOF "207,7 millions": 100 000; EUR to the cent: 1).
    `currency` None: the unit of the account.
    """

    key: str
    account: str
    kind: Kind
    stage: Stage
    start: date | None
    end: date
    postings: tuple[Posting, ...]
    known_at: datetime
    place: str | None = None
    division: str | None = None
    about: str | None = None
    version: int | None = None
    source: str | None = None
    reported_by: str | None = None
    printed: str | None = None
    precision: int = 1
    qualifier: Qualifier = "exact"
    currency: str | None = None

    @property
    def pair(self) -> Pair:
        """Its place in its own division, as the arithmetic names it."""
        return (self.place or "", self.division or "")


@dataclass(frozen=True, slots=True)
class Act:
    """What was done to an entry. `at` is the author's instant, `known_at` when this copy learned it."""

    act: ActKind
    entry: str
    by: str
    at: datetime
    known_at: datetime
    why: str = ""
    replaced_by: str | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict on the identity of persons, from `known_at` until `ended_at` (None: still held)."""

    key: str
    persons: tuple[str, ...]
    verdict: Verdict
    known_at: datetime
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Member:
    """A person in a group from `start` to `end`, both included; None: not bounded."""

    person: str
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """A group of persons with its known members."""

    key: str
    members: tuple[Member, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """Where entries come from; only the key matters to the arithmetic."""

    key: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Ledger:
    """A whole ledger in memory, by key; acts in the order in which this copy learned them."""

    places: Mapping[str, Place] = field(default_factory=dict)
    zones: Mapping[str, Zone] = field(default_factory=dict)
    divisions: Mapping[str, Division] = field(default_factory=dict)
    accounts: Mapping[str, Account] = field(default_factory=dict)
    versions: Mapping[tuple[str, int], PlanVersion] = field(default_factory=dict)
    groups: Mapping[str, Group] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    entries: Mapping[str, Entry] = field(default_factory=dict)
    acts: tuple[Act, ...] = ()
    judgements: Mapping[str, Judgement] = field(default_factory=dict)
