"""The period a count is about: said in its sentence, in the heading above, or of the whole report."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from jalon.core.reading.facts import Fact, FactType
from jalon.core.reading.surface import Surface

_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_LONG = re.compile(r"(?:19|20)[0-9]{2}(?:-[0-9]{2})?/(?:19|20)[0-9]{2}(?:-[0-9]{2})?")
_NOT_DURING = re.compile(
    r"\b(?:depuis|d[ée]but|fin|d[èe]s|jusqu'en|avant|apr[èe]s|cr[ée]{1,2}e?s? en|sign[ée]{1,2}s? en"
    r"|lanc[ée]{1,2}s? en|horizon|vers|ici"
    r"|n[ée]e?s? en|adopt[ée]{1,2}s? en|loi|d[ée]cret)\W{1,3}(?:l'ann[ée]e\W)?(?:d[ée]but\W|fin\W)?\Z",
    re.I,
)
_REPORT = re.compile(
    r"\b(?:bilan|rapport(?: annuel| d'activit[ée]s?| de l'exercice| de l'ann[ée]e)?"
    r"|au titre de(?: cette| l')? ?ann[ée]e|exercice"
    r"|r[ée]alisations de l'ann[ée]e)\W{1,3}(?P<year>20[0-9]{2})\b(?![-–/])",
    re.I,
)
_THIS_YEAR = re.compile(r"\bau titre de (?:cette |l')?ann[ée]e (?P<year>20[0-9]{2})\b", re.I)
_NO_PERIOD_ROLES = ("signature", "deadline", "session", "end_date", "previous_session", "start")
_RIGHT_BEHIND = re.compile(r"[ \n]?(?:en[ \n]|\(|au[ \n])?(?:ann[ée]e[ \n])?")
_LISTED = ("-", "•", "*", "·", "▪")
_TITLE = 500


def set_periods(surface: Surface) -> None:
    """Say of every quantity which year or period it is about, when the text says it."""
    times = [fact for fact in surface.of_type(FactType.DATE, FactType.PERIOD) if _is_period(surface, fact)]
    whole = _of_report(surface)
    counts = surface.of_type(FactType.QUANTITY)
    for fact in counts:
        if "period" in fact.details or fact.text("status") in ("context", "baseline"):
            continue
        said = _in_sentence(surface, fact, times) or _in_heading(surface, fact, times)
        if not said and fact.text("status") == "achieved":
            said = whole
        if said:
            fact.say("period", said)
    for fact in counts:
        if fact.of is not None and "period" not in fact.details and fact.of.text("period"):
            fact.say("period", fact.of.text("period"))


def _is_period(surface: Surface, fact: Fact) -> bool:
    value = str(fact.value)
    if fact.text("role") in _NO_PERIOD_ROLES:
        return False
    if _NOT_DURING.search(surface.plain, max(0, fact.start - 24), fact.start):
        return False
    year = re.match(r"\W*(?:d[ée]but|fin)\b", surface.plain[fact.start : fact.end], re.I) is None
    return bool(_YEAR.fullmatch(value) and year) or (
        fact.type is FactType.PERIOD and bool(_LONG.fullmatch(value))
    )


def _in_sentence(surface: Surface, fact: Fact, times: Sequence[Fact]) -> str:
    sentence = surface.sentence_at(fact.start)
    near = _between(times, sentence.start, sentence.end)
    if not near:
        return ""
    right = next((one for one in near if _RIGHT_BEHIND.fullmatch(surface.plain[fact.end : one.start])), None)
    if right is not None:
        return str(right.value)
    return str(min(near, key=lambda one: (abs(one.start - fact.start), one.start)).value)


def _between(times: Sequence[Fact], start: int, end: int) -> Sequence[Fact]:
    first = bisect_left(times, start, key=lambda fact: fact.start)
    return times[first : bisect_left(times, end, key=lambda fact: fact.start)]


def _in_heading(surface: Surface, fact: Fact, times: Sequence[Fact]) -> str:
    """The period of the line, ended by a colon, that opens the list the count is in."""
    plain = surface.plain
    lead = plain.rfind(":\n", max(0, fact.start - 3000), fact.start)
    if lead < 0:
        return ""
    items = [item.strip() for item in plain[lead + 2 : fact.start].splitlines()]
    if any(item and not item.startswith(_LISTED) for item in items[:-1]):
        return ""
    sentence = surface.sentence_at(lead)
    named = _between(times, sentence.start, lead)
    return str(named[-1].value) if named else ""


def _of_report(surface: Surface) -> str:
    """The year of an annual report or a balance, from its title or from where it comes."""
    head = surface.plain[len(surface.provenance) : len(surface.provenance) + _TITLE]
    found = _REPORT.search(head) or _REPORT.search(surface.provenance) or _THIS_YEAR.search(surface.plain)
    return found["year"] if found else ""
