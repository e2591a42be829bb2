"""What the arithmetic asks of an engine. One algorithm, several fetchers: memory, SQL, Parquet, Spark.

The rules are not here: an engine only says which entries are live, and adds. Each method is meant to be
*one* portable query. Live at `as_of` (ledger.md, Words):

- the entry is known (`known_at <= as_of`), and so is an approval of it (unless `drafts`);
- no setting aside of it is known;
- no withdrawal of it *has taken effect*: a withdrawal without replacement takes effect when known; one with
  `replaced_by` takes effect once the replacement is known too and an approval of it is known
  (with `drafts`: once the replacement is known).

A `Selection` that selects "inside" takes the entries whose pair (place, division) is in `places`, whose days
lie in [start, end], whose account is in `accounts`, and whose part is `about` when that is not None.
Currency: entries whose currency is neither null nor the unit of their account are never summed.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal, Protocol

from jalon.core.figures.geography import Geography
from jalon.core.figures.model import (
    Account,
    Act,
    Cell,
    Entry,
    Judgement,
    Kind,
    Pair,
    PlanVersion,
    Qualifier,
    Stage,
)

Slot = tuple[date | None, date]
"""Days from the first (None: since the start) to the last, both included."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Which live entries are meant. `places` None: no condition on places. `version`: only for plans."""

    accounts: frozenset[str]
    stage: Stage
    start: date | None
    end: date
    as_of: datetime
    places: frozenset[Pair] | None = None
    version: int | None = None
    about: str | None = None
    drafts: bool = False
    cell: Cell = ()
    """Only the postings whose cell holds all these categories (used for persons)."""

    def within(self, **changes: object) -> "Selection":
        """The same selection with some fields changed."""
        return replace(self, **changes)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Stated:
    """One statement (or an event that must be named), with its postings summed by full cell.

    `state`: "live"; "draft" (no approval known, only with `drafts`); "set_aside", with the act that did it.
    """

    entry: str
    account: str
    kind: Kind
    place: Pair
    start: date | None
    end: date
    cells: tuple[tuple[Cell, int], ...]
    about: str | None = None
    source: str | None = None
    printed: str | None = None
    precision: int = 1
    qualifier: Qualifier = "exact"
    currency: str | None = None
    state: Literal["live", "draft", "set_aside"] = "live"
    act: Act | None = None

    @property
    def total(self) -> int:
        """The sum of its postings, scaled."""
        return sum(value for _, value in self.cells)


@dataclass(frozen=True, slots=True)
class Grouping:
    """How events are to be summed: GROUP BY these, in these slots, with only these category axes kept.

    A column not grouped by comes back as None (`account`, `place`, `about`). `slots` are disjoint and in
    order and cover the selection's days; an event belongs to the one that holds its day.
    `largest` asks for MAX over entries of the entry's total in the cell instead of SUM.
    """

    slots: tuple[Slot, ...]
    account: bool = False
    place: bool = False
    about: bool = False
    axes: tuple[str, ...] = ()
    largest: bool = False


@dataclass(frozen=True, slots=True)
class EventSum:
    """Events summed: scaled value of one group. `slot` is an index into Grouping.slots."""

    value: int
    slot: int
    cell: Cell = ()
    account: str | None = None
    place: Pair | None = None
    about: str | None = None


@dataclass(frozen=True, slots=True)
class HeadSum:
    """Events as headcounts, per account, place, part and slot.

    `unnamed`: the sum of posting values with neither person nor group, plus, for postings on a group, the
    value less the members known on that day, when positive. `peak`: the largest total of one event.
    """

    account: str
    place: Pair
    about: str | None
    slot: int
    unnamed: int
    peak: int


@dataclass(frozen=True, slots=True)
class Known:
    """Persons known in one selection: how many distinct ones outside `listed`, and which of `listed`."""

    others: int
    listed: frozenset[str]


class Fetcher(Protocol):
    """An engine that hands rows to the arithmetic. All methods only read, and answer for one fixed ledger."""

    def accounts(self, keys: Collection[str]) -> Mapping[str, Account]:
        """These accounts, all accounts under them, all above them, and those their ratios name.

        An unknown key is simply absent.
        """
        ...

    def geography(self) -> Geography:
        """Places, zones and divisions; an engine keeps it for its own lifetime."""
        ...

    def plan_versions(self, selection: Selection) -> Sequence[PlanVersion]:
        """The versions that have live planned entries of these accounts whose days overlap [start, end].

        `places`, `about` and `version` of the selection are not looked at.
        """
        ...

    def stated(self, touching: Selection, named: Collection[Pair]) -> Sequence[Stated]:
        """Statements that touch a scope, live or set aside (live but for a setting aside known at as_of).

        Touching: account in `accounts`, pair in `places` (None: any), every part, and either the days
        overlap [start, end] or the statement is "depuis le début" (start null). Besides these, the live
        events among them whose pair is in `named` or whose currency is not their account's unit.
        """
        ...

    def event_sums(self, selection: Selection, grouping: Grouping) -> Sequence[EventSum]:
        """Live events inside the selection, summed. This is the only thing asked of the great majority."""
        ...

    def heads(self, selection: Selection, slots: Sequence[Slot]) -> Sequence[HeadSum]:
        """Live events inside the selection as headcounts, for distinct persons."""
        ...

    def known_persons(self, selections: Sequence[Selection], listed: Collection[str]) -> Sequence[Known]:
        """Distinct persons of live postings (events and statements) inside each selection, in order.

        A posting on a group stands for its members on the last day of the entry. `listed` are the persons
        about whom there is a judgement: they are named rather than counted.
        """
        ...

    def judgements(self, as_of: datetime) -> Sequence[Judgement]:
        """Judgements held at `as_of`: known_at <= as_of, and ended_at null or later than as_of."""
        ...

    def first_day(self, selection: Selection) -> date | None:
        """The earliest last day of a live entry inside the selection; asked only to cut "since the start"."""
        ...

    def sources(self, selection: Selection) -> frozenset[str]:
        """Distinct sources of the live entries inside the selection, those in another currency left out."""
        ...

    def entries(self, selection: Selection, limit: int, offset: int = 0) -> Sequence[Entry]:
        """Live entries inside the selection by (end, key), so that a page can open a figure."""
        ...
