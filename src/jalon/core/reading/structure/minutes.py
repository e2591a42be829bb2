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
_BEGINNING = 3000


def is_minutes(surface: Surface) -> bool:
    """Return whether a text reports a meeting: it has an agenda or names a meeting, or its title says so."""
    start = len(surface.provenance)
    if any(fact.type in (FactType.AGENDA_ITEM, FactType.MEETING) for fact in surface.facts):
        return True
    return bool(_TITLE.search(surface.plain, start, start + _BEGINNING))
