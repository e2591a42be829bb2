"""Infographics: a number alone on its line, with what it counts on the lines below or above."""

import re
from collections.abc import Sequence

from jalon.core.reading.counts.hedges import hedge_of
from jalon.core.reading.counts.labels import label_of
from jalon.core.reading.counts.nouns import NounPhrase, noun_phrase
from jalon.core.reading.counts.pages import page_numbers
from jalon.core.reading.counts.quantities import unit_text
from jalon.core.reading.counts.refusals import is_whole, looks_like_year
from jalon.core.reading.counts.sexes import is_person, sex_of_words
from jalon.core.reading.facts import Detail, Fact, FactType, Span
from jalon.core.reading.numbers import FoundNumber, numbers
from jalon.core.reading.surface import Surface
from jalon.core.values.numbers import parse_number

_ALONE = re.compile(
    r"(?:(?:plus de|près de|environ|\+|>|~) ?)?[0-9][0-9 .,]*(?: ?\+)?(?: ?M| (?:milliers"
    r"|millions?)(?: de)?)?$",
    re.I,
)
_MILLIONS = re.compile(r"[0-9]{1,3}(?:[.,][0-9]{1,2})? ?M")
_COUNTING = re.compile(r"(?:nombre|nbre|effectif|total)\b", re.I)
_CELL_ABOVE = re.compile(r"(?:\A|\n)[ \t]*[0-9][0-9 .,]*\n[ \t]*\Z")
_LONGEST = 80


def lone_counts(surface: Surface) -> None:
    """Take the numbers alone on their line whose noun stands on a line next to them."""
    pages = page_numbers(surface)
    found = {
        index: number
        for index, line in enumerate(surface.lines)
        if (number := _lone(surface, line)) and number.start not in pages
        if not looks_like_year(surface.plain, number)
    }
    for run in _runs(list(found)):
        first_above = _label_above(surface, run[0], found[run[0]], alone=len(run) == 1)
        last_below = _noun_below(surface, run[-1], found[run[-1]])
        labelled = first_above is not None and (last_below is None or _is_label(surface, run[0] - 1))
        persons = False
        for index in run:
            number = found[index]
            if labelled:
                fact = _label_above(surface, index, number, alone=False, of_persons=persons)
            else:
                fact = _noun_below(surface, index, number)
            if fact is not None:
                persons = "sex" in fact.details
                surface.take(fact)


def _runs(indexes: Sequence[int]) -> list[list[int]]:
    """Numbers that alternate with one line each, which reads as a stack of labels and numbers."""
    runs: list[list[int]] = []
    for index in indexes:
        if runs and index - runs[-1][-1] == 2:
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs


def _is_label(surface: Surface, index: int) -> bool:
    """Whether a line says that a number follows: `Nombre de bénéficiaires`, `Villages :`."""
    line = surface.lines[index]
    words = surface.plain[line.start : line.end]
    return words.endswith(":") or _COUNTING.match(words) is not None


def _lone(surface: Surface, line: Span) -> FoundNumber | None:
    if line.end - line.start > 24 or not _ALONE.match(surface.plain[line.start : line.end].strip("*# ")):
        return None
    if not surface.is_free(line.start, line.end):
        return None
    if _CELL_ABOVE.search(surface.plain, max(0, line.start - 30), line.start):
        return None
    found = next(numbers(surface.plain, line.start, line.end), None)
    millions = _MILLIONS.fullmatch(surface.plain, line.start, line.end)
    if millions:
        found = FoundNumber(line.start, line.end, parse_number(millions[0], short_scales=True))
    return found if found is not None and is_whole(found) else None


def _noun_below(surface: Surface, index: int, number: FoundNumber) -> Fact | None:
    if index + 1 >= len(surface.lines):
        return None
    line = surface.lines[index + 1]
    plain = surface.plain
    blank = plain.count("\n", number.end, line.start) > 1
    if plain.count("\n", number.end, line.start) > 3 or not surface.is_free(line.start, line.start + 1):
        return None
    phrase = noun_phrase(plain, line.start, line.end, plural=number.value >= 2, linked=True)
    if phrase is None or not _fits(plain, phrase, line, number, blank):
        return None
    return _fact(surface, number, number.end, unit_text(surface, phrase.start, phrase.end), phrase)


def _fits(plain: str, phrase: NounPhrase, line: Span, number: FoundNumber, blank: bool) -> bool:
    first = phrase.words[0]
    plural = (
        number.value < 2 or phrase.head[-1].lower() in "sxz" or phrase.head.isupper() or phrase.is_measure
    )
    if not plural or phrase.start - line.start > 4:
        return False
    if first[0].islower():
        return True
    short = line.end - line.start <= _LONGEST and plain[line.end - 1] not in ".;:"
    grouped = number.value >= 100 or len(plain[number.start : number.end]) > 3
    return short and (grouped or is_person(phrase.head) or (not blank and number.value >= 10))


def _label_above(
    surface: Surface, index: int, number: FoundNumber, *, alone: bool, of_persons: bool = False
) -> Fact | None:
    """The label on the line above; one number alone asks for people or for `Nombre de`."""
    if not index:
        return None
    line = surface.lines[index - 1]
    plain = surface.plain
    if plain.count("\n", line.end, number.start) > 2 or line.end - line.start > _LONGEST:
        return None
    if plain[line.end - 1] in ".;," or not surface.is_free(line.start, line.end):
        return None
    end = line.end - 1 if plain[line.end - 1] == ":" else line.end
    label = label_of(plain, line.start, end, of_persons=of_persons)
    if label is None or not (plain[line.start].isupper() or end < line.end):
        return None
    if alone and not (is_person(label.head) or _is_label(surface, index - 1)):
        return None
    return _build(number, label.unit, sex_of_words(label.words, label.head))


def _fact(surface: Surface, number: FoundNumber, end: int, unit: str, phrase: NounPhrase) -> Fact:
    return _build(number, unit, sex_of_words(phrase.words, phrase.head))


def _build(number: FoundNumber, unit: str, sex: str) -> Fact:
    details: dict[str, Detail] = {"unit": unit}
    if sex:
        details["sex"] = sex
    if hedge_of(number):
        details["approx"] = hedge_of(number)
    return Fact(FactType.QUANTITY, number.start, number.end, number.value, details)
