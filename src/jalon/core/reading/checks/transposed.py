"""One figure with two of its digits exchanged: `1 325 ménages` in the text, `1 235` in the table."""

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from jalon.core.reading.checks.common import (
    doubtful,
    exchanged,
    in_table,
    is_rounded,
    noun,
    number,
    said,
    stems,
)
from jalon.core.reading.facts import Check, Fact, FactType, Span
from jalon.core.reading.surface import Surface

_OF_ONE = ("sex", "period", "programme", "place", "age")
_SURE_FROM = 100
_MOST = 60
_WORDS = 160


def check_transposed(surface: Surface) -> list[Check]:
    """Find two counts of one noun, in two sentences, that differ by the order of two neighbouring digits.

    Below a hundred chance does that too: there the sentences must share another word that is said of the
    count. A number that stands several times is meant. To be verified: both may be right.
    """
    counts = [fact for fact in surface.of_type(FactType.QUANTITY) if noun(fact) and not is_rounded(fact)]
    written = Counter(number(fact) for fact in counts)
    groups: dict[str, list[Fact]] = {}
    for fact in counts:
        if written[number(fact)] == 1 or fact.of is None:
            groups.setdefault(noun(fact), []).append(fact)
    return [check for group in groups.values() for check in _of_group(surface, group[:_MOST], written)]


def _of_group(surface: Surface, group: list[Fact], written: Counter[Decimal | None]) -> Iterator[Check]:
    for first, second in combinations(group, 2):
        one, other = number(first), number(second)
        if one is None or other is None or not exchanged(str(one), str(other)):
            continue
        if min(written[one], written[other]) > 1 or not _of_one_thing(surface, first, second):
            continue
        values = f"{said(one)} et {said(other)} pour « {first.text('unit')} »"
        explain = f"{values} : deux chiffres sont peut-être intervertis"
        yield doubtful("conflicting_values", (first.span, second.span), explain, (first, second))


def _of_one_thing(surface: Surface, first: Fact, second: Fact) -> bool:
    for key in _OF_ONE:
        one, other = first.details.get(key), second.details.get(key)
        if one and other and one != other:
            return False
    here, there = surface.sentence_at(first.start), surface.sentence_at(second.start)
    if here == there or (_in_row(surface, first) and _in_row(surface, second)):
        return False
    if (number(first) or 0) >= _SURE_FROM:
        return True
    common = _said_of(surface, first, here) & _said_of(surface, second, there)
    return len(common - {noun(first)}) > 0


def _said_of(surface: Surface, fact: Fact, sentence: Span) -> frozenset[str]:
    words = surface.plain[fact.start : min(sentence.end, fact.start + _WORDS)]
    return stems(re.split(r"[;:(.]", words)[0])


def _in_row(surface: Surface, fact: Fact) -> bool:
    return in_table(surface, fact) or surface.line_at(fact.start).quote(surface.plain).count(";") > 1
