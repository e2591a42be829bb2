"""What the demonstration content puts in the ledger: entries, their cells and their acts.

Values are decimal strings in the unit, instants have a Z, `start = "start"` says since the start.
"""

import dataclasses
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from jalon.core.values.numbers import PrintedNumber, parse_number

SINCE_START = "start"


@dataclass(frozen=True)
class CellData:
    """A cell of an entry, with its value and verdict; without a quote it stands in the entry's own."""

    value: str = ""
    sex: str = ""
    age: str = ""
    type: str = ""
    funder: str = ""
    printed: str = ""
    quote: str = ""
    occurrence: int = 1
    verdict: str = "accepted"
    gold: tuple[str, ...] = ()

    @property
    def categories(self) -> dict[str, str]:
        """Axis code → category code."""
        axes = {"sex": self.sex, "age": self.age, "type": self.type, "funder": self.funder}
        return {axis: category for axis, category in axes.items() if category}


@dataclass(frozen=True)
class Withdrawal:
    """The entry was withdrawn; `replaced_by` is the key of its replacement."""

    at: str
    by: str
    why: str
    replaced_by: str = ""


@dataclass(frozen=True)
class SettingAside:
    """The entry was set aside, as one of two contradicting claims."""

    at: str
    by: str
    why: str


@dataclass(frozen=True)
class EntryData:
    """A figure of the recorded review: what the reader proposed in a passage, and the entry it became.

    `verdict`: `accepted` as read (`value` is then the reader's), `corrected` (`value` holds, what was read
    stays beside it), `added` by hand where the reader proposes nothing. `value` is the total; `cells` are the
    parts that are said, the rest is a posting without a category. A draft has an empty `approved_at`.
    `gold` are the labels of the source document that the total carries (its cells have their own); `repeat`
    says that another entry already carries them.
    """

    key: str
    account: str
    document: str
    quote: str
    place: str
    division: str
    recorded_at: str
    recorded_by: str
    approved_at: str
    approved_by: str
    occurrence: int = 1
    value: str = ""
    verdict: str = "accepted"
    kind: str = "statement"
    stage: str = "achieved"
    start: str = ""
    end: str = ""
    on: str = ""
    about: str = ""
    version: int | None = None
    reported_by: str = ""
    printed: str = ""
    precision: str = ""
    qualifier: str = ""
    note: str = ""
    invented: bool = False
    gold: tuple[str, ...] = ()
    repeat: bool = False
    cells: tuple[CellData, ...] = ()
    withdrawn: Withdrawal | None = None
    set_aside: SettingAside | None = None

    @property
    def first_day(self) -> date | None:
        """The first day, or None since the start."""
        return (
            None if self.start == SINCE_START and not self.on else date.fromisoformat(self.on or self.start)
        )

    @property
    def last_day(self) -> date:
        """The last day, or the day of an event."""
        return date.fromisoformat(self.on or self.end)

    @property
    def postings(self) -> tuple[CellData, ...]:
        """The cells and, when they do not make the total, the rest in a cell without category."""
        rest = Decimal(self.value) - sum((Decimal(cell.value) for cell in self.cells), Decimal(0))
        return self.cells if self.cells and rest == 0 else (*self.cells, CellData(value=str(rest)))

    @property
    def number(self) -> PrintedNumber:
        """The total as printed, with its precision and qualifier; as valued when not printed."""
        read = parse_number(self.printed) if self.printed else parse_number(self.value.replace(".", ","))
        if not self.precision and not self.qualifier:
            return read
        return dataclasses.replace(
            read,
            precision=Decimal(self.precision) if self.precision else read.precision,
            qualifier=type(read.qualifier)(self.qualifier) if self.qualifier else read.qualifier,
        )


@dataclass(frozen=True)
class BatchData:
    """Entries recorded together; what a batch says holds for each entry that does not say otherwise."""

    name: str
    entries: tuple[EntryData, ...]
