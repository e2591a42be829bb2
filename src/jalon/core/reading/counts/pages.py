"""Page numbers of an extraction: alone on their line, one after the other."""

import re

from jalon.core.reading.surface import Surface

_ALONE = re.compile(r"(?m)^[ \t]*(?:[-–—] ?)?(?P<number>[0-9]{1,4})(?: ?[-–—])?[ \t]*$")
_OF_PAGES = re.compile(
    r"(?mi)^[ \t]*(?:page|p\.)[ \t]*\|?[ \t]*(?P<number>[0-9]{1,4})\b.*$"
    r"|^[ \t]*(?P<of>[0-9]{1,4})[ \t]*(?:/|sur)[ \t]*[0-9]{1,4}[ \t]*$"
)


def page_numbers(surface: Surface) -> frozenset[int]:
    """Return where page numbers start: `Page 3`, `3 / 45`, and numbers alone that grow by one.

    A number of two facing pages (`2627`) is one too.
    """
    plain = surface.plain
    found = {m.start("number") if m["number"] else m.start("of") for m in _OF_PAGES.finditer(plain)}
    alone = [(m.start("number"), m["number"]) for m in _ALONE.finditer(plain)]
    for index, (start, digits) in enumerate(alone):
        near = [int(other) for _, other in (*alone[max(0, index - 2) : index], *alone[index + 1 : index + 3])]
        if int(digits) - 1 in near or int(digits) + 1 in near or _faces(digits):
            found.add(start)
    return frozenset(found)


def _faces(digits: str) -> bool:
    half = len(digits) // 2
    return len(digits) in (2, 4) and len(digits) > 2 and int(digits[half:]) == int(digits[:half]) + 1
