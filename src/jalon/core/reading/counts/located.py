"""Where a count is from and of which programme: what its own clause names, once entities are known."""

from bisect import bisect_left

from jalon.core.reading.facts import Fact, FactType, Span
from jalon.core.reading.surface import Surface

_REACH = 110


def places_of_counts(surface: Surface) -> None:
    """Say of every quantity the places named behind it in its clause, else right before it."""
    named = sorted(
        (span, str(place.value))
        for place in surface.of_type(FactType.PLACE)
        for span in place.mentions or [place.span]
        if place.text("level") not in ("country", "pays")
    )
    counts = surface.of_type(FactType.QUANTITY)
    for index, fact in enumerate(counts):
        if "place" in fact.details:
            continue
        end = counts[index + 1].start if index + 1 < len(counts) else len(surface.plain)
        found = _behind(surface, fact, named, end)
        if found:
            fact.say("place", found)


def _behind(surface: Surface, fact: Fact, named: list[tuple[Span, str]], end: int) -> tuple[str, ...]:
    index = bisect_left(named, fact.start, key=lambda one: one[0].start) - 1
    if index >= 0 and surface.plain[named[index][0].end : fact.start].strip() == "(":
        return (named[index][1],)
    sentence = surface.sentence_at(fact.start)
    stop = min(end, sentence.end, fact.end + _REACH)
    clause = surface.plain[fact.end : stop]
    stop = fact.end + min((at for mark in (";", "\t") if (at := clause.find(mark)) >= 0), default=len(clause))
    first = bisect_left(named, fact.start, key=lambda one: one[0].start)
    last = bisect_left(named, stop, key=lambda one: one[0].start)
    inside = [name for _, name in named[first:last]]
    return tuple(dict.fromkeys(inside))
