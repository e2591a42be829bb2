"""What the ledger answers: bounds, marks, rows, and everything a page needs to open the figure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from jalon.core.figures.model import Pair

Mark = Literal[
    "remainder", "interval", "contradiction", "derived", "no_plan", "zero_plan", "plan_not_split", "draft"
]
"""The four marks of the ledger; then what a rate without a plan says; then drafts, only when asked for."""

MARKS: tuple[Mark, ...] = (
    "remainder",
    "interval",
    "contradiction",
    "derived",
    "no_plan",
    "zero_plan",
    "plan_not_split",
    "draft",
)

Why = Literal["place", "period", "division", "part", "account", "currency", "not_additive", "stock"]
"""Why an entry is mentioned and not counted: stated over something larger than the question (place, period,
part, account); in a division that does not fit; in another currency; of an account that does not add;
an event of a stock, which takes only statements."""


def ordered(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Marks without repetition, always in the same order."""
    found = set(marks)
    return tuple(mark for mark in MARKS if mark in found)


@dataclass(frozen=True, slots=True)
class Mention:
    """An entry that touches the question and is shown beside the figure, not in it. `value` is scaled."""

    entry: str
    why: Why
    account: str
    value: int
    place: Pair
    start: date | None
    end: date
    about: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class SetAside:
    """A claim that was set aside: no longer counted, still shown."""

    entry: str
    value: int
    source: str | None
    by: str
    why: str
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement that the figure rests on, as stated. `age` in days at the end of the question (stocks)."""

    entry: str
    value: int
    source: str | None
    place: Pair
    start: date | None
    end: date
    printed: str | None = None
    qualifier: str = "exact"
    age: int | None = None
    outermost: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a breakdown: categories in the order of `by`, None on an axis being the remainder."""

    key: tuple[str | None, ...]
    low: int | None
    high: int | None
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """A figure. `low`/`high`: integers scaled by `decimals`; None: nothing can be said ("non renseigné").

    A rate is in tenths of a percent (unit "%", decimals 1), with both its terms. `crossings`: groups of
    entries that overlap without one holding the other. `events`: whether events were added in.
    """

    low: int | None
    high: int | None
    unit: str
    decimals: int
    marks: tuple[Mark, ...] = ()
    by: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    not_attributable: tuple[Mention, ...] = ()
    sources: tuple[str, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    claims: tuple[Claim, ...] = ()
    crossings: tuple[tuple[str, ...], ...] = ()
    division: str = ""
    version: int | None = None
    numerator: "Answer | None" = None
    denominator: "Answer | None" = None
