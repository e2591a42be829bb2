"""The ages of those counted: `392 jeunes de moins de 35 ans`, `250 femmes (15-49 ans)`."""

import re
from bisect import bisect_left

from jalon.core.reading.facts import Fact, FactType
from jalon.core.reading.surface import Surface

_TO_AGE = re.compile(
    r"[\s,(:]*(?:(?:ont|ayant|avaient|âgée?s?|dont\s+l'âge\s+(?:est|va|varie))\s*)?(?:(?:de|d'|entre|a)\s*)?",
    re.IGNORECASE,
)
_TO_COUNT = re.compile(r"\s*(?:,|:|sont|étaient|=|\()\s*(?:au\s+nombre\s+de\s+|de\s+)?", re.IGNORECASE)
_OF = re.compile(r"(?:de|d'|entre)\s*(?=\w)", re.IGNORECASE)
_AGED = re.compile(r"\s+âgée?s?$", re.IGNORECASE)


def ages_of_counts(surface: Surface) -> None:
    """Say of a quantity the ages that stand beside it, in the words of the text: `moins de 35 ans`."""
    counts = surface.of_type(FactType.QUANTITY)
    starts = [count.start for count in counts]
    for age in surface.of_type(FactType.AGE_RANGE):
        at = bisect_left(starts, age.start)
        before = counts[at - 1] if at else None
        after = counts[at] if at < len(counts) else None
        if before and _TO_AGE.fullmatch(surface.plain, min(before.end, age.start), age.start):
            _say(surface, before, age)
        elif after and _TO_COUNT.fullmatch(surface.plain, age.end, max(after.start, age.end)):
            _say(surface, after, age)


def _say(surface: Surface, count: Fact, age: Fact) -> None:
    if "age" in count.details:
        return
    words = " ".join(surface.plain[age.start : age.end].split())
    of = _OF.match(words)
    count.say("age", words[of.end() :] if of else words)
    if unit := count.text("unit"):
        count.say("unit", _AGED.sub("", unit))
