"""Which year a day or a month without one belongs to: what the text around says."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from jalon.core.reading.scan.forms import ANY_MONTH, GAP, YEAR, month_of
from jalon.core.reading.surface import Surface
from jalon.core.values.date_formats import WEEKDAYS

_YEAR = re.compile(
    rf"(?<![\w.,/-]){YEAR}(?![\w%]|[.,][0-9]| ?(?:%|F\b|FCFA|euros?|personnes|femmes|hommes|m[ée]nages))"
)
_TWO_YEARS = re.compile(rf"(?<![\w.,/-])(?P<first>{YEAR}) ?[-/] ?(?P<second>{YEAR})(?![\w/-])")
_DATED = re.compile(rf"(?P<month>{ANY_MONTH}){GAP}(?P<year>{YEAR})", re.I)
_NUMERIC = re.compile(rf"(?<![\w/.-])[0-3]?[0-9]([./-])(?P<month>[01]?[0-9])\1(?P<year>{YEAR})")
_PUBLISHED = re.compile(r"\bdate (?:de publication )?:? ?(?P<year>20[0-9]{2})(?:-(?P<month>[0-9]{2}))?")
_NAMED = re.compile(
    r"/(?P<year>20[0-9]{2})[-/](?P<month>[01][0-9])(?:[-/][0-3][0-9])?|(?P<alone>20[0-9]{2})-(?P<m>[01][0-9])-[0-3][0-9]"
)


_HEAD = 500
_DAY = re.compile(
    rf"(?<![\w/])[0-3]?[0-9](?:er)?{GAP}{ANY_MONTH}{GAP}{YEAR}|(?<![\w/.-])[0-3]?[0-9]([./-])[01]?[0-9]\1{YEAR}",
    re.I,
)
_SHARED = 40
"""`le 15 mars et le 18 avril 2023` share the year that stands this near."""


@dataclass(frozen=True)
class _Anchor:
    """A place of the text that names a year, with its month when it is a date, or two years in a row."""

    start: int
    year: int
    month: int = 0
    pair: bool = False


class Years:
    """The years that a text names."""

    def __init__(self, surface: Surface) -> None:
        self._surface = surface

    @cached_property
    def _anchors(self) -> list[_Anchor]:
        text, floor = self._surface.plain, len(self._surface.provenance)
        found: dict[int, _Anchor] = {}
        for match in _YEAR.finditer(text, floor):
            found[match.start()] = _Anchor(match.start(), int(match[0]))
        for pattern in (_DATED, _NUMERIC):
            for match in pattern.finditer(text, floor):
                month = match["month"]
                number = int(month) if month.isdecimal() else month_of(month)
                found[match.start("year")] = _Anchor(match.start("year"), int(match["year"]), number)
        for match in _TWO_YEARS.finditer(text, floor):
            first, second = int(match["first"]), int(match["second"])
            if second == first + 1:
                found[match.start()] = _Anchor(match.start(), first, pair=True)
                found.pop(match.start("second"), None)
        return sorted(found.values(), key=lambda anchor: anchor.start)

    @cached_property
    def published(self) -> tuple[int, int] | None:
        """Year and month (0 when unsaid) in which the text was published, as its first line says."""
        first = self._surface.provenance
        if match := _PUBLISHED.search(first):
            return int(match["year"]), int(match["month"] or 0)
        if match := _DATED.search(first):
            return int(match["year"]), month_of(match["month"])
        if match := _NAMED.search(first):
            return int(match["year"] or match["alone"]), int(match["month"] or match["m"])
        return None

    @cached_property
    def main(self) -> tuple[int, int] | None:
        """Year and month of the document: when it was published, else its first full date, else a year."""
        if self.published:
            return self.published
        dated = next((a for a in self._anchors if a.month), None)
        first = dated or next(iter(self._anchors), None)
        return (first.year, first.month) if first else None

    def around(self, position: int, month: int, *, last: bool = False, ahead: bool = False) -> int | None:
        """Return the year of `month` at `position`, None when nothing tells.

        A year in the same sentence, then the date named before, else the document's year. A school year
        (2017-2018) gives its first year to the months from September. `last`: the last such month before
        the document (`le 6 juillet dernier`); `ahead`: the next one (`au plus tard le 15 janvier`).
        """
        near, said = self._near(position)
        if not said and self.main and self.main[1] and (last or ahead):
            year, now = self.main
            return year + (1 if ahead and month < now else -1 if last and month > now else 0)
        if near is None:
            return self._main_year(month)
        school = near if near.pair else self._school_year_of(near)
        if school:
            return school.year if month >= 9 else school.year + 1
        return near.year

    def with_weekday(self, year: int, month: int, day: int, weekday: str) -> int:
        """Return the year, or the nearest one that the text names in which this day is that weekday."""
        wanted = WEEKDAYS.index(weekday.lower())
        named = sorted({a.year for a in self._anchors} - {year}, key=lambda other: abs(other - year))
        right = (other for other in (year, *named) if _weekday_of(other, month, day) == wanted)
        return next(right, year)

    def _main_year(self, month: int) -> int | None:
        """The document's year; a text of January that says `le 28 décembre` speaks of the year before."""
        if self.main is None:
            return None
        year, now = self.main
        return year - 1 if now and month - now >= 8 else year

    def _school_year_of(self, dated: _Anchor) -> _Anchor | None:
        """The school year named before that holds a date of another sentence."""
        if not dated.month:
            return None
        first = dated.year if dated.month >= 9 else dated.year - 1
        return next((a for a in self._anchors if a.pair and a.year == first and a.start < dated.start), None)

    def _near(self, position: int) -> tuple[_Anchor | None, bool]:
        """The year that counts here, and whether it stands in the same sentence."""
        index = bisect_left(self._starts, position)
        before = self._anchors[index - 1] if index else None
        after = self._anchors[index] if index < len(self._anchors) else None
        sentence = self._surface.sentence_at(position)
        behind = position - before.start if before and before.start >= sentence.start else None
        ahead = after.start - position if after and after.start < sentence.end else None
        if ahead is not None and (behind is None or (ahead <= _SHARED and ahead < behind)):
            return after, True
        if behind is not None:
            return before, True
        pair = next((anchor for anchor in reversed(self._pairs) if anchor.start < position), None)
        earlier = self._anchors[max(0, index - 12) : index][::-1]
        dated = next((anchor for anchor in earlier if anchor.month), None)
        if self._is_dated or (pair is None and dated is None):
            return pair if pair and self._holds(pair) else None, False
        return max((a for a in (pair, dated) if a), key=lambda a: a.start), False

    @cached_property
    def _is_dated(self) -> bool:
        """Whether the text opens with its own day, as news and minutes do."""
        floor = len(self._surface.provenance)
        return bool(self.published or _DAY.search(self._surface.plain, floor, floor + _HEAD))

    def _holds(self, pair: _Anchor) -> bool:
        """Whether a school year goes with the document's own date."""
        return self.main is not None and self.main[0] in (pair.year, pair.year + 1)

    @cached_property
    def _pairs(self) -> list[_Anchor]:
        return [anchor for anchor in self._anchors if anchor.pair]

    @cached_property
    def _starts(self) -> list[int]:
        return [anchor.start for anchor in self._anchors]


def _weekday_of(year: int, month: int, day: int) -> int:
    """0 for Monday, -1 for a day that its month has not."""
    try:
        return date(year, month, day).weekday()
    except ValueError:
        return -1
