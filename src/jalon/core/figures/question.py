"""What may be asked of the ledger."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Literal

from jalon.core.figures.model import Stage

Measure = Literal["value", "persons", "rate"]
VersionAsked = Literal["in_force", "initial"] | int

END_OF_TIME = datetime(9999, 12, 31, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Question:
    """One figure, perhaps broken down.

    `accounts`: keys; each stands for itself and those under it; several are taken together. `start` None is
    "depuis le début". `place` None: everywhere; `division` None: the one in force on `end`. `about` None:
    the part of all. `as_of`: what this copy knew then (by default all it knows). `measure`: "value" (also
    "participations" for headcounts), "persons" (distinct), "rate" (stage over planned, or the account's
    own ratio). `version`: of the plan, also where the rate divides by it.
    `by`: axes, each a level of places ("commune"), a step of time ("month", "quarter", "semester", "year"),
    "about", "account", "zone", "stage", or else a category axis ("sex").
    """

    accounts: tuple[str, ...]
    stage: Stage
    start: date | None
    end: date
    place: str | None = None
    division: str | None = None
    as_of: datetime = END_OF_TIME
    by: tuple[str, ...] = ()
    measure: Measure = "value"
    version: VersionAsked = "in_force"
    about: str | None = None
    drafts: bool = False

    def with_(self, **changes: object) -> "Question":
        """The same question with some fields changed."""
        return replace(self, **changes)  # type: ignore[arg-type]
