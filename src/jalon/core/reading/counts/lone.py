"""Infographics: a number alone on its line, with what it counts on the lines below or above."""

import re

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
_LONGEST = 80


def lone_counts(surface: Surface) -> None:
    """Take the numbers alone on their line whose noun stands on a line next to them."""
    pages = page_numbers(surface)
    labelled_above = False
    for index, line in enumerate(surface.lines):
        number = _lone(surface, line)
        if number is None or number.start in pages or (looks_like_year(surface.plain, number)):
            continue
        above = _label_above(surface, index, number) if index else None
        below = _noun_below(surface, index, number)
        chosen = above if above is not None and (labelled_above or below is None) else below
        labelled_above = chosen is not None and chosen is above
        if chosen is not None:
            surface.take(chosen)


def _lone(surface: Surface, line: Span) -> FoundNumber | None:
    if line.end - line.start > 24 or not _ALONE.match(surface.plain[line.start : line.end].strip("*# ")):
        return None
    if not surface.is_free(line.start, line.end):
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


def _label_above(surface: Surface, index: int, number: FoundNumber) -> Fact | None:
    line = surface.lines[index - 1]
    plain = surface.plain
    if plain.count("\n", line.end, number.start) > 2 or line.end - line.start > _LONGEST:
        return None
    if plain[line.end - 1] in ".;," or not surface.is_free(line.start, line.end):
        return None
    end = line.end - 1 if plain[line.end - 1] == ":" else line.end
    label = label_of(plain, line.start, end)
    if label is None or not (plain[line.start].isupper() or plain[end : line.end] == ":"):
        return None
    if not (
        is_person(label.head) or re.match(r"(?:nombre|nbre|effectif|total)", plain[line.start : end], re.I)
    ):
        return None
    sex = sex_of_words(label.words, label.head)
    return _build(number, label.unit, sex)


def _fact(surface: Surface, number: FoundNumber, end: int, unit: str, phrase: NounPhrase) -> Fact:
    return _build(number, unit, sex_of_words(phrase.words, phrase.head))


def _build(number: FoundNumber, unit: str, sex: str) -> Fact:
    details: dict[str, Detail] = {"unit": unit}
    if sex:
        details["sex"] = sex
    if hedge_of(number):
        details["approx"] = hedge_of(number)
    return Fact(FactType.QUANTITY, number.start, number.end, number.value, details)
