"""Page numbers of an extraction: alone on their line, one after the other."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from jalon.core.reading.surface import Surface

_ALONE = re.compile(r"(?m)^[ \t]*(?:[-–—] ?)?(?P<number>[0-9]{1,4})(?: ?[-–—])?[ \t]*$")
_OF_PAGES = re.compile(
    r"(?mi)^[ \t]*(?:page|p\.)[ \t]*\|?[ \t]*(?P<number>[0-9]{1,4})\b.*$"
    r"|^[ \t]*(?P<of>[0-9]{1,4})[ \t]*(?:/|sur)[ \t]*[0-9]{1,4}[ \t]*$"
)


def page_numbers(surface: Surface) -> frozenset[int]:
    """Return where page numbers start: `Page 3`, `3 / 45`, and numbers alone that grow by one.

    A number of two facing pages (`2627`) and those of a table of contents are too.
    """
    plain = surface.plain
    found = {m.start("number") if m["number"] else m.start("of") for m in _OF_PAGES.finditer(plain)}
    alone = [(m.start("number"), m["number"]) for m in _ALONE.finditer(plain)]
    for index, (start, digits) in enumerate(alone):
        near = [int(other) for _, other in (*alone[max(0, index - 2) : index], *alone[index + 1 : index + 3])]
        if int(digits) - 1 in near or int(digits) + 1 in near or _faces(digits):
            found.add(start)
    return frozenset(found | set(_of_contents(surface)))


def _faces(digits: str) -> bool:
    half = len(digits) // 2
    return len(digits) in (2, 4) and len(digits) > 2 and int(digits[half:]) == int(digits[:half]) + 1


_LAST_ON_LINE = re.compile(r"(?m)(?<![0-9.,/:%-])(?P<number>[0-9]{1,3})[ \t]*$")
_CONTENTS = re.compile(r"(?mi)^[ \t#*]*(?:sommaire|table des mati[èe]res|plan du rapport)\b[^\n]{0,20}$")
_LEADERS = re.compile(r"(?:\.{3,}|…|_{3,}|·{3,}|(?:\. ){3,})[ \t.…_·]*\Z")
_NUMBERED = re.compile(r"(?:[IVX]{1,5}|[A-H]|[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}) ?[.)/-]+ ?[^\W\d_]")
_COUNTED = re.compile(r"\b(?:total|hommes|femmes|filles|gar[çc]ons|nombre|effectifs?)\b", re.I)
_APART, _NEAR = 4, 400
"""As many lines may stand between two of the same table of contents."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line that ends in a number: what stands before it, and on which line."""

    line: int
    start: int
    title: str
    page: int


def _of_contents(surface: Surface) -> Iterator[int]:
    """Where the page numbers of tables of contents start."""
    plain = surface.plain
    heads = [match.end() for match in _CONTENTS.finditer(plain)]
    run: list[_Entry] = []
    for entry in _entries(plain):
        if run and not (0 < entry.line - run[-1].line <= _APART and entry.page >= run[-1].page):
            yield from _pages_of(run, plain, heads)
            run = []
        run.append(entry)
    yield from _pages_of(run, plain, heads)


def _entries(plain: str) -> Iterator[_Entry]:
    line, last = 0, 0
    for match in _LAST_ON_LINE.finditer(plain):
        line += plain.count("\n", last, match.start())
        last = match.start()
        opened = plain.rfind("\n", 0, last) + 1
        yield _Entry(line, last, plain[opened:last].strip(), int(match["number"]))


def _pages_of(run: list[_Entry], plain: str, heads: list[int]) -> Iterator[int]:
    if len(run) < 3:
        return
    opened = run[0].start - len(run[0].title) - 1
    above = heads[bisect_right(heads, run[0].start) - 1] if heads and heads[0] <= run[0].start else -1
    headed = above >= 0 and opened - above < _NEAR and plain.count("\n", above, opened) <= _APART
    titled = [entry for entry in run if entry.title]
    led = sum(bool(_LEADERS.search(entry.title)) for entry in titled)
    if headed or 2 * led > len(run) or (titled == run and _is_headings(run)):
        yield from (entry.start for entry in run)


def _is_headings(run: list[_Entry]) -> bool:
    """Whether lines are those of headings without a table's title: numbered, or all in capitals."""
    if any(_COUNTED.search(entry.title) or entry.title.endswith(":") for entry in run):
        return False
    rising = run[0].page < run[-1].page
    numbered = sum(bool(_NUMBERED.match(entry.title)) for entry in run)
    capitals = all(entry.title.isupper() and " " in entry.title for entry in run)
    return rising and (numbered == len(run) or capitals)
