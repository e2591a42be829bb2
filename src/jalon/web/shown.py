"""A figure made ready to be shown: what every page, table and export hands to the one figure renderer.

The arithmetic is elsewhere (`core.figures`); here a number gets its French text, its marks and its link.
The five marks and the ways of having no number are fixed by the ledger's rules 9, 10 and 13.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jalon.core.values.number_formats import Exact, format_interval, format_percent

Words = str | Promise
PERCENT = "\u00a0%"


class Mark(StrEnum):
    """A mark beside a figure; the value is also the name of its sign in the sprite (`m-<value>`)."""

    REMAINDER = "remainder"
    INTERVAL = "interval"
    CONTRADICTION = "contradiction"
    DERIVED = "derived"
    DRAFT = "draft"

    @property
    def label(self) -> Words:
        """The mark in one or two words, read aloud beside the figure."""
        return MARK_LABELS[self]

    @property
    def meaning(self) -> Words:
        """The mark in one sentence, for the legend."""
        return MARK_MEANINGS[self]


MARK_LABELS: dict[Mark, Words] = {
    Mark.REMAINDER: _("avec reste"),
    Mark.INTERVAL: _("intervalle"),
    Mark.CONTRADICTION: _("contradiction"),
    Mark.DERIVED: _("dérivé"),
    Mark.DRAFT: _("en cours de saisie"),
}
MARK_MEANINGS: dict[Mark, Words] = {
    Mark.REMAINDER: _("une partie du total n’est pas ventilée"),
    Mark.INTERVAL: _("la valeur exacte n’est pas connue : elle se trouve entre ces deux bornes"),
    Mark.CONTRADICTION: _("des sources se contredisent"),
    Mark.DERIVED: _("obtenu par différence entre deux cumuls publiés"),
    Mark.DRAFT: _("saisi, pas encore approuvé"),
}


class Absence(StrEnum):
    """Why there is no number: different things, none of which is zero."""

    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not-applicable"
    NOT_SPLIT = "not-split"
    ZERO_PLAN = "zero-plan"
    WITHHELD = "withheld"

    @property
    def label(self) -> Words:
        """The words printed instead of a number."""
        return ABSENCE_LABELS[self]


ABSENCE_LABELS: dict[Absence, Words] = {
    Absence.UNKNOWN: _("non renseigné"),
    Absence.NOT_APPLICABLE: _("sans objet"),
    Absence.NOT_SPLIT: _("prévu non réparti"),
    Absence.ZERO_PLAN: _("zéro prévu"),
    Absence.WITHHELD: _("moins de 5, non publié"),
}


@dataclass(frozen=True, kw_only=True)
class ShownFigure:
    """One figure for `{% figure f %}`.

    `text` is the French text without unit; `low` and `high` are the exact values in the unit (a share of
    one for a percentage), for exports and charts, None when there is no number; `href` is the address of
    the figure's page; `title` says what is counted, where and when.
    """

    text: str = ""
    unit: Words = ""
    marks: tuple[Mark, ...] = ()
    href: str = ""
    title: Words = ""
    absence: Absence | None = None
    low: Exact | None = None
    high: Exact | None = None

    @property
    def is_interval(self) -> bool:
        """True when the two bounds differ."""
        return self.low is not None and self.high is not None and self.low != self.high


def shown(
    low: Exact,
    high: Exact | None = None,
    *,
    decimals: int | None = None,
    unit: Words = "",
    marks: Iterable[str] = (),
    href: str = "",
    title: Words = "",
) -> ShownFigure:
    """Return a number or an interval, rounded here and only here to `decimals`; `marks` by name."""
    top = low if high is None else high
    return ShownFigure(
        text=format_interval(low, top, decimals),
        unit=unit,
        marks=tuple(Mark(mark) for mark in marks),
        href=href,
        title=title,
        low=low,
        high=top,
    )


def shown_share(
    low: Exact,
    high: Exact | None = None,
    *,
    decimals: int = 1,
    marks: Iterable[str] = (),
    href: str = "",
    title: Words = "",
) -> ShownFigure:
    """Return a share of one as a percentage: 124/232 → « 53,4 % », or « 86–93,5 % » between two bounds."""
    top = low if high is None else high
    text = format_percent(low, decimals)
    if top != low:
        text = f"{text.removesuffix(PERCENT)}–{format_percent(top, decimals)}"
    return ShownFigure(
        text=text,
        marks=tuple(Mark(mark) for mark in marks),
        href=href,
        title=title,
        low=Fraction(low),
        high=Fraction(top),
    )


def absent(why: Absence, *, marks: Iterable[str] = (), href: str = "", title: Words = "") -> ShownFigure:
    """Return the figure that has no number, and says why."""
    return ShownFigure(absence=why, marks=tuple(Mark(mark) for mark in marks), href=href, title=title)
