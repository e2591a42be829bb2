"""Counts behind the names of places, one after another: `Kiffa : 540 ; Guérou : 396 ; Kankossa : 324`.

Or before them, when they add up to a count: `87 villages : 31 à Loga, 28 à Boboye et 28 à Tibiri`.
What they count is told by the words that lead to them (`Bénéficiaires par commune :`), or by the count just
before that they add up to.
"""

import re
from collections.abc import Iterator, Sequence

from jalon.core.reading.counts.labels import label_of
from jalon.core.reading.counts.tabled import PRICED, counted_by_place
from jalon.core.reading.facts import Detail, Fact, FactType
from jalon.core.reading.numbers import FoundNumber, numbers
from jalon.core.reading.surface import Surface

_ITEM = re.compile(
    r"(?<![\w'])(?P<label>[A-ZÀ-Ý][^\n:;,=/.()0-9]{1,39}?)(?: ?[:=] ?| \(| - )"
    r"(?P<figure>[0-9]{1,3}(?:[ .][0-9]{3})+|[0-9]{1,6})(?![\w%]| %|[.,]?[0-9]| [^\W\d_])"
    r"(?: ?\([^()\n]{1,40}\))?\)?"
)
_AT = re.compile(
    r"(?<![\w',.])(?P<figure>[0-9]{1,3}(?:[ .][0-9]{3})+|[0-9]{1,6}) (?:à|au|aux|en|dans le|dans la) "
    r"(?P<label>[A-ZÀ-Ý][\w'-]*(?: [A-ZÀ-Ý][\w'-]*){0,3})(?: ?\([^()\n]{1,40}\))?"
)
_BETWEEN = re.compile(r"\s?(?:[;,/]|[;,.]?\n[ \t]*[-•*·▪]?|[;,]? ?et) ?(?:et )?")
_LEAD = re.compile(
    r"(?:\A|\n|[.;] )[ \t]*(?:[-•*·▪] )?(?P<lead>[^\n.;:]{4,90}?) ?:\s?\n?[ \t]*(?:[-•*·▪] )?\Z"
)
_REACH = 250
_SMALL = 20


def series_counts(surface: Surface) -> None:
    """Take the counts behind several names in a row when what they count is told before them."""
    for run in (*_runs(surface, _ITEM), *_runs(surface, _AT)):
        found = [_number(surface, item) for item in run]
        counts = [one for one in found if one is not None]
        if len(counts) < len(run) or any(label_of(surface.plain, *item.span("label")) for item in run):
            continue
        whole = _whole(surface, run[0].start(), counts)
        if whole is None and run[0].re is _AT:
            continue
        unit, sex = (whole.text("unit"), whole.text("sex")) if whole else _led(surface, run[0].start())
        if not unit:
            continue
        for number in counts:
            details: dict[str, Detail] = {"unit": unit}
            if sex:
                details["sex"] = sex
            fact = Fact(FactType.QUANTITY, number.start, number.end, number.value, details)
            fact.of = whole
            surface.take(fact)


def _runs(surface: Surface, pattern: re.Pattern[str]) -> Iterator[list[re.Match[str]]]:
    """Two names with a figure or more, with only a comma, a semicolon or a line between."""
    run: list[re.Match[str]] = []
    for item in pattern.finditer(surface.plain):
        if run and not _BETWEEN.fullmatch(surface.plain, run[-1].end(), item.start()):
            if len(run) > 1:
                yield run
            run = []
        run.append(item)
    if len(run) > 1:
        yield run


def _number(surface: Surface, item: re.Match[str]) -> FoundNumber | None:
    start, end = item.span("figure")
    found = next(numbers(surface.plain, start, end), None) if surface.is_free(start, end) else None
    return found if found is not None and (found.start, found.end) == (start, end) else None


def _whole(surface: Surface, start: int, counts: Sequence[FoundNumber]) -> Fact | None:
    """The count just before that these add up to."""
    values = [count.value for count in counts]
    if len(counts) == 2 and min(values) < _SMALL:
        return None
    before = surface.starting_in(max(0, start - _REACH), start, FactType.QUANTITY)
    return next(
        (one for one in reversed(before) if one.text("unit") and one.value == sum(values)),
        None,
    )


def _led(surface: Surface, start: int) -> tuple[str, str]:
    lead = _LEAD.search(surface.plain[max(0, start - _REACH) : start])
    if lead is None or PRICED.search(lead["lead"]):
        return "", ""
    offset = max(0, start - _REACH)
    return counted_by_place(surface, offset + lead.start("lead"), offset + lead.end("lead"))
