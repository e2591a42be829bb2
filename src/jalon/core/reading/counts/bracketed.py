"""Counts in brackets behind what they count: `les femmes (125)`, `Kayes (10), Ségou (20)`."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from jalon.core.reading.counts.nouns import noun_phrase
from jalon.core.reading.counts.refusals import looks_like_year
from jalon.core.reading.counts.sexes import sex_of_subject, sex_of_words
from jalon.core.reading.facts import Detail, Fact, FactType
from jalon.core.reading.numbers import FoundNumber, numbers
from jalon.core.reading.surface import Surface

_BRACKET = re.compile(r"(?P<before>[^\W\d_]+)[ ]?\((?P<number>[0-9][0-9 ]{0,8})\)")
_NAMED = re.compile(
    r"(?:[,;:(|][ ]?|\bet[ ])(?P<noun>femmes|hommes|filles|garçons)[ ]"
    r"(?P<number>[0-9][0-9 ]{0,8}[0-9]|[0-9])(?=[ ]?[,;.)|\n]|[ ]et[ ]|\Z)"
)
_NAME_LED = re.compile(
    r"(?<=\))(?:,|[ ]et)[ \n](?:(?:de|à|d'|et)[ \n]?)?"
    r"[A-ZÀ-Ý][^\W\d_]+(?:[- ][^\W\d_]+)?\Z"
)
_PLURAL_LED = re.compile(r"\b(?:les|des|aux|ces)[ \n](?P<noun>[^\W\d_]+(?:[ \n][^\W\d_]+)?)\Z")
_REACH = 260


def bracketed_counts(surface: Surface) -> None:
    """Take numbers alone in brackets: behind women and men, or sharing out the count before them."""
    found = [
        (match, number)
        for match in _BRACKET.finditer(surface.plain)
        if surface.is_free(match.start("number"), match.end("number"))
        and (number := next(numbers(surface.plain, match.start("number"), match.end("number")), None))
    ]
    for match, number in found:
        _sexed(surface, match, number)
        _many(surface, match, number)
    for named in _NAMED.finditer(surface.plain):
        number = next(numbers(surface.plain, named.start("number"), named.end()), None)
        if number is not None and surface.is_free(named.start(), named.end()):
            details: dict[str, Detail] = {
                "unit": named["noun"],
                "sex": sex_of_words((named["noun"],), named["noun"]),
            }
            surface.take(Fact(FactType.QUANTITY, named.start("noun"), named.end(), number.value, details))
    _go_on(surface, found)
    for total in surface.of_type(FactType.QUANTITY):
        end = surface.sentence_at(total.start).end
        first = bisect_left(found, total.end, key=lambda one: one[0].start())
        last = bisect_left(found, end, key=lambda one: one[0].start())
        shares = [(m, n) for m, n in found[first:last] if surface.is_free(n.start, n.end)]
        if shares and shares[0][0].start() - total.end < _REACH:
            _share(surface, total, [number for _, number in shares])


def _sexed(surface: Surface, match: re.Match[str], number: FoundNumber) -> None:
    phrase = noun_phrase(surface.plain, match.start(), match.end("before"))
    sex = sex_of_words(phrase.words, phrase.head) if phrase is not None else ""
    if phrase is not None and sex and match["before"].endswith("s"):
        details: dict[str, Detail] = {"unit": phrase.head, "sex": sex}
        surface.take(Fact(FactType.QUANTITY, match.start(), match.end(), number.value, details))


def _go_on(surface: Surface, found: Sequence[tuple[re.Match[str], FoundNumber]]) -> None:
    """`Kita (12 communes), Bafoulabé (8) et Kéniéba (7)`: the next brackets count the same."""
    plain = surface.plain
    counted = {
        fact.end + 1: fact.text("unit")
        for fact in surface.of_type(FactType.QUANTITY)
        if plain[fact.start - 1 : fact.start] == "(" and plain[fact.end : fact.end + 1] == ")"
    }
    for match, number in found:
        led = _NAME_LED.search(plain, max(0, match.start() - 40), match.end("before"))
        unit = counted.get(led.start()) if led is not None else None
        if unit and surface.is_free(number.start, number.end):
            surface.take(Fact(FactType.QUANTITY, number.start, number.end, number.value, {"unit": unit}))
            counted[match.end()] = unit


def _many(surface: Surface, match: re.Match[str], number: FoundNumber) -> None:
    """`des attributaires (3 833)`: a number too large for a note, behind a noun in the plural."""
    plain = surface.plain
    led = _PLURAL_LED.search(plain[max(0, match.start() - 40) : match.end("before")])
    if (
        led is None
        or number.value < 100
        or looks_like_year(plain, number)
        or not surface.is_free(number.start, number.end)
    ):
        return
    phrase = noun_phrase(plain, match.end("before") - len(led["noun"]), match.end("before"))
    if phrase is not None and phrase.head.endswith(("s", "x")):
        details: dict[str, Detail] = {"unit": " ".join(plain[phrase.start : phrase.end].split())}
        sex = sex_of_subject(plain, surface.sentence_at(number.start).start, number.start)
        if sex:
            details["sex"] = sex
        surface.take(Fact(FactType.QUANTITY, number.start, number.end, number.value, details))


def _share(surface: Surface, total: Fact, found: Sequence[FoundNumber]) -> None:
    parts = [number for number in found if isinstance(number.value, int)]
    if len(parts) < 2 or sum(int(number.value) for number in parts) != total.value:
        return
    for number in parts:
        details: dict[str, Detail] = {"unit": total.text("unit")}
        surface.take(Fact(FactType.QUANTITY, number.start, number.end, number.value, details, of=total))
