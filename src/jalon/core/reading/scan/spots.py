"""Where a text speaks of months and years: long patterns are tried only there, which keeps reading fast."""

import re
from collections.abc import Iterator

from jalon.core.reading.surface import Surface

_SPOT = re.compile(
    r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])|jan[v.]|f[ée]v(?:r|\b)|mars\b|avr(?:il|\b)|mai\b|juin|juil|ao[uû]t|sept"
    r"|oct(?:o|\b)|nov(?:em|\b)|d[ée]c(?:em|\b)",
    re.I,
)
_BEFORE, _AFTER = 130, 100


def windows(
    surface: Surface, spot: re.Pattern[str] = _SPOT, *, before: int = _BEFORE, after: int = _AFTER
) -> list[tuple[int, int]]:
    """Return stretches of text around every month and every year, in order, none touching another.

    `spot`: around these words instead, so many characters before and after each.
    """
    found: list[tuple[int, int]] = []
    for match in spot.finditer(surface.plain):
        start, end = max(0, match.start() - before), match.end() + after
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return [(start, min(end, len(surface.plain))) for start, end in found]


def search_in(
    surface: Surface, pattern: re.Pattern[str], stretches: list[tuple[int, int]]
) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern in these stretches whose characters are all free."""
    for start, end in stretches:
        for match in pattern.finditer(surface.plain, start, end):
            if surface.is_free(*match.span()):
                yield match
