"""The programme a figure is about: named in its sentence, in the heading above, or alone in the text."""

import re
from bisect import bisect_left, bisect_right

from jalon.core.reading.facts import Fact, FactType, Span
from jalon.core.reading.surface import Surface

_ABOUT = (FactType.QUANTITY, FactType.PERCENTAGE, FactType.MONEY)
_BRACKETED = re.compile(r"\(([A-Z][\w-]+)\)$")
_LONGEST_HEADING = 160


def programmes_of_counts(surface: Surface) -> None:
    """Say of every figure which programme it is about, when the text says it.

    A text that names one programme is about it; where it names several, the sentence of the figure must
    name one of them alone, or else the last heading above it.
    """
    named = sorted(
        (mention.start, mention.end, _short(programme))
        for programme in surface.of_type(FactType.PROGRAMME)
        for mention in programme.mentions or [programme.span]
    )
    figures = [fact for fact in surface.of_type(*_ABOUT) if "programme" not in fact.details]
    if len({name for *_, name in named}) == 1:
        for fact in figures:
            if fact.text("status") not in ("context", "baseline"):
                fact.say("programme", named[0][2])
        return
    headings = [(start, name) for start, end, name in named if _is_heading(surface, start, end)]
    for fact in figures:
        if name := _in_sentence(surface, fact, named) or _above(fact, headings):
            fact.say("programme", name)


def _short(programme: Fact) -> str:
    """The name by which its figures are told apart: its acronym when it has one."""
    name = str(programme.value)
    bracketed = _BRACKETED.search(name)
    return programme.text("acronym") or (bracketed[1] if bracketed else name)


def _in_sentence(surface: Surface, fact: Fact, named: list[tuple[int, int, str]]) -> str:
    sentence = surface.sentence_at(fact.start)
    at, end = bisect_left(named, (sentence.start,)), bisect_left(named, (sentence.end,))
    names = {name for _start, _end, name in named[at:end]}
    return names.pop() if len(names) == 1 else ""


def _above(fact: Fact, headings: list[tuple[int, str]]) -> str:
    at = bisect_right(headings, (fact.start,))
    return headings[at - 1][1] if at else ""


def _is_heading(surface: Surface, start: int, end: int) -> bool:
    """Whether a line is a title that names a programme, the title of the whole text left out."""
    line: Span = surface.line_at(start)
    title = surface.lines[0] if surface.lines else line
    return (
        line.start > title.start
        and line.end - line.start <= _LONGEST_HEADING
        and surface.plain[line.end - 1] not in ".;,!?"
        and (end - start) * 2 >= line.end - line.start
    )
