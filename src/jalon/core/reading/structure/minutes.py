"""Whether a text is minutes: what it says is then decided, recommended or promised by a meeting."""

import re

from jalon.core.reading.facts import FactType
from jalon.core.reading.surface import Surface

_TITLE = re.compile(
    r"\b(?:compte[s -]*rendus?|proc[èe]s[ -]verba(?:l|ux)|PV|relev[ée] (?:de|des) (?:d[ée]cisions"
    r"|conclusions)|rapport (?:de synth[èe]se )?(?:de la |d'|du )?(?:r[ée]union|session|rencontre|comit[ée])"
    r"|aide[ -]m[ée]moire|ordre du jour|points? de discussions?|liste de pr[ée]sence)\b",
    re.IGNORECASE,
)
_EVENT = re.compile(
    r"(?:atelier|forum|s[ée]minaire|colloque|symposium|conf[ée]rence|assises|journ[ée]es?|[ée]tats)\b",
    re.IGNORECASE,
)
_BEGINNING = 3000
_FIRST = 1500


def is_minutes(surface: Surface) -> bool:
    """Return whether a text reports a meeting: an agenda, its first lines or its title say so.

    A workshop or a forum decides nothing by itself, and a meeting named far down is one of many things told.
    """
    start = len(surface.provenance)
    if surface.of_type(FactType.AGENDA_ITEM):
        return True
    met = surface.starting_in(start, start + _FIRST, FactType.MEETING)
    if any(not _EVENT.match(fact.text("body")) for fact in met):
        return True
    return bool(_TITLE.search(surface.plain, start, start + _BEGINNING))
