"""What a reader finds in a text: facts and checks, each with the characters it comes from.

Offsets are code points of the text, end excluded. The types, values and details are those of the outer
format `jalon-reader-gold/1` (`jalon.core.reading.outer`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum


class FactType(StrEnum):
    """The kinds of facts."""

    QUANTITY = "quantity"
    PERCENTAGE = "percentage"
    MONEY = "money"
    DATE = "date"
    PERIOD = "period"
    DURATION = "duration"
    TIME = "time"
    LIST_COUNT = "list_count"
    AGE_RANGE = "age_range"
    REFERENCE = "reference"
    CONTACT = "contact"
    PROGRAMME_DOC = "programme_doc"
    ORGANIZATION = "organization"
    PLACE = "place"
    PERSON = "person"
    PROGRAMME = "programme"
    ORG_ROLE = "org_role"
    PERSON_ROLE = "person_role"
    MEETING = "meeting"
    AGENDA_ITEM = "agenda_item"
    EXPECTED_RESULT = "expected_result"
    COMPONENT = "component"
    ACTION = "action"
    FINDING = "finding"


FIGURES = frozenset(
    {
        FactType.QUANTITY,
        FactType.PERCENTAGE,
        FactType.MONEY,
        FactType.DATE,
        FactType.PERIOD,
        FactType.DURATION,
    }
)
"""Types whose value is read in the characters themselves."""

ENTITIES = frozenset({FactType.ORGANIZATION, FactType.PLACE, FactType.PERSON, FactType.PROGRAMME})
"""Types that are named several times in a text: one fact, with a mention for each."""

DETAILS: Mapping[FactType, frozenset[str]] = {
    FactType.QUANTITY: frozenset(
        {"unit", "sex", "age", "approx", "status", "place", "period", "programme", "per", "bound"}
    ),
    FactType.PERCENTAGE: frozenset({"about", "sex", "approx", "status", "period", "programme", "place"}),
    FactType.MONEY: frozenset(
        {
            "currency", "what", "status", "equivalent", "funder", "approx", "bound", "period", "programme",
            "place", "per", "implicit",
        }
    ),
    FactType.DATE: frozenset({"role", "approx"}),
    FactType.PERIOD: frozenset({"role", "approx"}),
    FactType.DURATION: frozenset({"about", "approx"}),
    FactType.TIME: frozenset({"role"}),
    FactType.LIST_COUNT: frozenset({"about"}),
    FactType.AGE_RANGE: frozenset({"about", "sex"}),
    FactType.REFERENCE: frozenset({"kind", "year"}),
    FactType.CONTACT: frozenset({"kind", "person"}),
    FactType.PROGRAMME_DOC: frozenset({"kind", "year"}),
    FactType.ORGANIZATION: frozenset({"role", "acronym", "kind"}),
    FactType.PLACE: frozenset({"level", "within"}),
    FactType.PERSON: frozenset(
        {"function", "organisation", "phone", "email", "sex", "role", "number", "also"}
    ),
    FactType.PROGRAMME: frozenset({"code", "acronym", "kind"}),
    FactType.ORG_ROLE: frozenset({"role"}),
    FactType.PERSON_ROLE: frozenset({"function", "organisation", "meeting_role", "sex"}),
    FactType.MEETING: frozenset({"body", "date", "place", "chair", "cochair"}),
    FactType.AGENDA_ITEM: frozenset(),
    FactType.EXPECTED_RESULT: frozenset(),
    FactType.COMPONENT: frozenset(),
    FactType.ACTION: frozenset({"kind", "responsible", "deadline", "status", "subject", "comment"}),
    FactType.FINDING: frozenset({"kind", "period", "duration", "new_end"}),
}  # fmt: skip
"""What may be said of a fact of each type, beside its value."""

Value = int | Decimal | str | tuple[int | None, int | None] | tuple[str, ...] | None
Detail = str | int | bool | tuple[str, ...]


@dataclass(frozen=True, order=True, slots=True)
class Span:
    """Characters [start, end[ of a text."""

    start: int
    end: int

    def quote(self, text: str) -> str:
        """Return the characters themselves."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Return whether the two share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(eq=False, slots=True)
class Fact:
    """One thing read in a text.

    `value` as written, even when it is wrong. `of` is the quantity or the amount it is a part of.
    `mentions` are all places where an entity is named, the first included; empty for the others.
    Raises ValueError for a detail that its type does not have.
    """

    type: FactType
    start: int
    end: int
    value: Value = None
    details: dict[str, Detail] = field(default_factory=dict)
    of: "Fact | None" = None
    mentions: list[Span] = field(default_factory=list)

    def __post_init__(self) -> None:
        for key in self.details:
            _check_detail(self.type, key)

    @property
    def span(self) -> Span:
        """The characters it comes from."""
        return Span(self.start, self.end)

    def say(self, key: str, value: Detail) -> None:
        """Say one thing more of the fact."""
        _check_detail(self.type, key)
        self.details[key] = value

    def text(self, key: str) -> str:
        """Return a detail that is a text, empty when it is not said."""
        value = self.details.get(key, "")
        return value if isinstance(value, str) else ""

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a detail that is several texts, empty when it is not said."""
        value = self.details.get(key, ())
        return value if isinstance(value, tuple) else (str(value),)


def _check_detail(fact_type: FactType, key: str) -> None:
    if key not in DETAILS[fact_type]:
        raise ValueError(f"{fact_type} has no detail {key!r}")


class Level(StrEnum):
    """How sure an alert is: arithmetic and form, probable, or a matter for a human."""

    CERTAIN = "certain"
    VERIFY = "verify"
    HUMAN = "human"


class Status(StrEnum):
    """What a check found."""

    OK = "ok"
    INCONSISTENT = "inconsistent"
    SUSPECT = "suspect"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Check:
    """A comparison between passages.

    `kind` is one of the outer format (`sum_sex`, `percentage`…); `explain` a French sentence with the
    difference; `spans` the passages compared, in the order of the text; `facts` what they were read as.
    """

    kind: str
    status: Status
    level: Level
    spans: tuple[Span, ...]
    explain: str
    facts: tuple[Fact, ...] = ()

    @property
    def is_alert(self) -> bool:
        """Whether a person should look: anything but ok."""
        return self.status is not Status.OK
