"""Counts of a line whose unit its label says once: `Superficies (ha) : mil 612 400 ; sorgho 438 150`."""

import re

from jalon.core.reading.facts import Fact, FactType
from jalon.core.reading.numbers import numbers
from jalon.core.reading.surface import Surface

_LABEL = re.compile(
    r"\((?:en[ ])?(?P<unit>ha|hectares|tonnes|t|kg|têtes|km|litres|l|m3|m²|sacs|quintaux"
    r"|habitants|personnes|ménages)\)[ ]?:[ ]"
)
_NAMED = re.compile(r"[ ]?(?P<name>[a-zà-ÿA-ZÀ-Ý][a-zà-ÿ]+(?:[ '-][a-zà-ÿ]+){0,3})[ ]?:?[ ](?=[0-9])")
_BEHIND = re.compile(r"[ ]?[;,][ ]|[ ]?\.(?![0-9])|[ ]?(?=\n|\Z)")


def unit_once(surface: Surface) -> None:
    """Take the numbers, each behind a name, of a list whose label says their unit; two at least."""
    plain = surface.plain
    for label in surface.search(_LABEL):
        unit, position = label["unit"], label.end()
        found: list[Fact] = []
        while named := _NAMED.match(plain, position):
            number = next(numbers(plain, named.end(), named.end() + 20), None)
            behind = _BEHIND.match(plain, number.end) if number and number.start == named.end() else None
            if number is None or behind is None or not surface.is_free(number.start, number.end):
                break
            found.append(
                Fact(
                    FactType.QUANTITY,
                    number.start,
                    number.end,
                    number.value,
                    {"unit": f"{unit} {named['name']}"},
                )
            )
            position = behind.end()
        if len(found) > 1:
            for fact in found:
                surface.take(fact)
