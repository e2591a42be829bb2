"""When an action is due: a date that the words before it make a deadline."""

import re
from bisect import bisect_left

from jalon.core.reading.facts import Fact, FactType
from jalon.core.reading.surface import Surface
from jalon.core.values import Duration, Period, Precision, ValueProblem, parse_when

_DUE = re.compile(
    r"\b(?:au\s+plus\s+tard|avant|d'ici|jusqu'|[ée]ch[ée]ance|d[ée]lai|date\s+limite|pour|courant|au\s+cours"
    r"|d[ée]butant|[àa]\s+partir|pr[ée]vue?s?|fix[ée]e?s?|d[ée]but|fin|mi-|la\s+semaine)(?:\b|(?<=[-']))"
    r"(?:\s*:)?[^.;:()]{0,40}$",
    re.IGNORECASE,
)
_STRONG = re.compile(
    r"\b(?:au\s+plus\s+tard|avant|d'ici|jusqu'|[ée]ch[ée]ance|date\s+limite|d[ée]lai|au\s+plus)",
    re.IGNORECASE,
)
_LABEL = re.compile(r"\b(?:[ée]ch[ée]ance|d[ée]lai|date\s+limite)", re.IGNORECASE)
_OPENING = re.compile(
    r"(?:au\s+plus\s+tard|avant|d'ici|jusqu'|d[ée]but|fin|courant|mi-|pour)\b", re.IGNORECASE
)
_OPENS_WITHIN = 12
_FULL = len("2024-06-21")
_FROM = re.compile(r"(?:du|les|le|en|au)\s", re.IGNORECASE)
_AT_THAT_TIME = re.compile(r"\b(?:le|en|dès|du|au)\s+(?:le\s+)?(?:mois\s+d(?:e\s+|'))?$", re.IGNORECASE)
_NOT_DUE = re.compile(
    r"\b(?:depuis|dat[ée]e?|en\s+date|orientations|r[ée]union|session|rencontre|exercice|rapport|plan|pta|ptba|bilan"
    r"|budget|compte\s+rendu|campagne|ann[ée]e)\s*(?:\w+\s+){0,4}$",
    re.IGNORECASE,
)
_LAST = re.compile(r"\b(?:fin|avant|plus\s+tard|d'ici)\b[^,.;]{0,20}$", re.IGNORECASE)
_WHEN_WORDS = re.compile(
    r"^(?:au plus tard|avant|d'ici|pour|jusqu'(?:au|à|en)?|courant|fin|début|mi-?)?\s*"
    r"(?:(?:le|la|au|à|du|de|en|fin|mois de|mois d'|l'année|la fin(?: de| du| d')?)\s*)*",
    re.IGNORECASE,
)


class Deadlines:
    """The dates found so far in a text, as deadlines of what stands around them."""

    def __init__(self, surface: Surface) -> None:
        self._plain = surface.plain
        self._whens = surface.of_type(FactType.DATE, FactType.PERIOD)
        self._starts = [when.start for when in self._whens]
        self._since = next((fact.text("date") for fact in surface.of_type(FactType.MEETING)[:1]), "")
        if not self._since:
            days = (str(when.value) for when in self._whens if when.type is FactType.DATE)
            self._since = next((day for day in days if len(day) == _FULL), "")

    def within(self, start: int, end: int, *, listed: bool = False) -> str:
        """Return the ISO date (of reduced precision) by which what stands there is due, empty if none.

        `listed`: among things to do, a date without such words is when they are done.
        """
        cued = [(when, cue) for when in self._between(start, end) if (cue := self._cue(start, when))]
        labelled = [when for when, cue in cued if _LABEL.search(cue)]
        strong = labelled or [when for when, cue in cued if _STRONG.search(cue)]
        chosen = strong or [when for when, _ in cued]
        if listed and not chosen:
            chosen = [when for when in self._between(start, end) if self._is_then(start, when)]
        return self._iso(chosen[0]) if chosen else ""

    def of_note(self, start: int, end: int) -> str:
        """Return the date of a note between brackets: `(DNP, juin 2024)`."""
        whens = self._between(start, end)
        return self._iso(whens[-1]) if whens else ""

    def any_within(self, start: int, end: int) -> bool:
        """Return whether a date or a period stands in [start, end[."""
        return bool(self._between(start, end))

    def opening(self, start: int, end: int) -> str:
        """Return the ISO date with which a sentence opens: `En 2025, la mairie ouvrira…`."""
        whens = self._between(start, end)[:1]
        return self._iso(whens[0]) if whens and whens[0].start - start <= _OPENS_WITHIN else ""

    def _is_then(self, start: int, when: Fact) -> bool:
        before = self._plain[max(start, when.start - 30) : when.start]
        at_that_time = _AT_THAT_TIME.search(before) or _FROM.match(self._plain, when.start, when.end)
        return bool(at_that_time) and not _NOT_DUE.search(before)

    def of_cell(self, start: int, end: int, text: str) -> str:
        """Return the ISO date of a cell of deadlines, empty when it tells none (`immédiat`)."""
        if whens := self._between(start, end):
            return self._iso(whens[-1])
        try:
            when = parse_when(_WHEN_WORDS.sub("", text, count=1))
        except ValueProblem:
            return ""
        return "" if isinstance(when, Duration) else _of_period(when)

    def _between(self, start: int, end: int) -> list[Fact]:
        at = bisect_left(self._starts, start)
        stop = bisect_left(self._starts, end)
        return [when for when in self._whens[at:stop] if when.end <= end + 1]

    def _cue(self, start: int, when: Fact) -> str:
        """The words that make a date a deadline, empty when they do not."""
        own = _OPENING.match(self._plain, when.start, when.end)
        if own:
            return own[0]
        before = self._plain[max(start, when.start - 60) : when.start]
        due = _DUE.search(before)
        if not due or (_NOT_DUE.search(before) and not _STRONG.search(due[0])):
            return self._after(start, when)
        return due[0]

    def _after(self, start: int, when: Fact) -> str:
        """The words before a date that comes after the meeting: something is to be done then."""
        value, since = str(when.value), self._since
        size = min(len(value), len(since))
        before = self._plain[max(start, when.start - 30) : when.start]
        later = bool(since) and size >= 7 and value[:size] > since[:size]
        at_that_time = _AT_THAT_TIME.search(before) or _FROM.match(self._plain, when.start, when.end)
        return before or " " if later and at_that_time else ""

    def _iso(self, when: Fact) -> str:
        value = str(when.value)
        before = self._plain[max(0, when.start - 30) : when.start]
        around = before + self._plain[when.start : when.end]
        if "/" in value:
            return value.split("/")[1] if _LAST.search(before) else value
        if re.fullmatch(r"[0-9]{4}", value):
            return f"{value}-12-31" if re.search(r"\b(?:fin|avant)\b", around, re.IGNORECASE) else value
        return value


def _of_period(period: Period) -> str:
    """The last day or month of a period, as precise as it is written."""
    if period.precision in (Precision.DAY, Precision.YEAR):
        return period.end.isoformat()
    return f"{period.end:%Y-%m}"
