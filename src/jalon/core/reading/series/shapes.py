"""Documents of one programme read together, and what comes of it: every result is made of passages."""

import re
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from jalon.core.reading.facts import Fact, Level, Span
from jalon.core.reading.surface import plain

_REACH = 110
_LIMIT = re.compile(r"[.!?;](?=\s)|\n\s*\n|\n(?=[ \t]*[-•*·0-9A-ZÀ-Ý])")


@dataclass(frozen=True, eq=False)
class Document:
    """A document that was read: `facts` in the order of its text, as they hold once judged.

    `dated` is ISO text of reduced precision, empty when unknown. `programmes` are those it is about,
    `lineage` the same with all that lie above: two documents are compared when one is about a programme of
    the other or one above it; a document of no programme is compared with all.
    """

    key: str
    title: str
    dated: str
    text: str
    facts: tuple[Fact, ...]
    programmes: frozenset[str] = frozenset()
    lineage: frozenset[str] = frozenset()
    plain: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "plain", plain(self.text))

    def shares_programme(self, other: "Document") -> bool:
        """Return whether what the two say may be of one programme."""
        if not self.programmes or not other.programmes:
            return True
        above, others = self.lineage | self.programmes, other.lineage | other.programmes
        return bool(self.programmes & others or other.programmes & above)


@dataclass(frozen=True, eq=False, slots=True)
class Passage:
    """The characters of one fact in its document."""

    document: Document
    fact: Fact

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.fact.span

    @property
    def quote(self) -> str:
        """Its characters on one line."""
        return " ".join(self.span.quote(self.document.text).split())

    @property
    def context(self) -> str:
        """Its sentence or its line, cut at what is far, on one line."""
        text, span = self.document.plain, self.span
        before = _LIMIT.split(text[max(0, span.start - _REACH) : span.start])[-1]
        after = _LIMIT.split(text[span.end : span.end + _REACH])[0]
        start, end = span.start - len(before), span.end + len(after)
        cut = "… " if len(before) == _REACH else "", " …" if len(after) == _REACH else ""
        return cut[0] + " ".join(self.document.text[start:end].split()).lstrip("-•*· ") + cut[1]


@dataclass(frozen=True, eq=False, slots=True)
class Note:
    """A doubt or a contradiction between documents: a French sentence with the difference, both quotes."""

    kind: str
    level: Level
    passages: tuple[Passage, ...]
    explain: str


class Nature(StrEnum):
    """How the figures of a series seem to follow each other."""

    CUMULATIVE = "cumulative"
    CUMULATIVE_LIKELY = "cumulative_likely"
    BY_PERIOD = "by_period"
    STABLE = "stable"
    RATE = "rate"


@dataclass(frozen=True, eq=False, slots=True)
class Point:
    """A figure of a series: the day it is about (`on`, ISO text), its period when said, the change.

    `change` is the difference with the figure before it in time; None for the first, and for one that says
    again the period of the one before.
    """

    passage: Passage
    value: Decimal
    on: str
    period: str
    change: Decimal | None = None


@dataclass(frozen=True, eq=False, slots=True)
class Series:
    """One indicator over documents, in the order of time. `unit`: the noun, a currency, or « % »."""

    label: str
    unit: str
    sex: str
    places: tuple[str, ...]
    planned: bool
    nature: Nature
    points: tuple[Point, ...]
    notes: tuple[Note, ...] = ()


class Stand(StrEnum):
    """What a document says became of a recommendation."""

    SAID = "said"
    OPEN = "open"
    ONGOING = "ongoing"
    DONE = "done"


@dataclass(frozen=True, eq=False, slots=True)
class Return:
    """A recommendation said in several documents: a passage and a state each, in the order of time."""

    passages: tuple[Passage, ...]
    stands: tuple[Stand, ...]
    level: Level
    explain: str

    @property
    def is_closed(self) -> bool:
        """Whether the last document says it done."""
        return self.stands[-1] is Stand.DONE


@dataclass(frozen=True, eq=False, slots=True)
class Together:
    """What documents say when they are read together."""

    documents: tuple[Document, ...]
    series: tuple[Series, ...]
    contradictions: tuple[Note, ...]
    names: tuple[Note, ...]
    returns: tuple[Return, ...]
