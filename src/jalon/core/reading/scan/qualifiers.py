"""`environ`, `plus de`, `au plus` before a figure: what the outer format calls about, min and max."""

import re

_QUALIFIERS = (
    (
        "about",
        r"environs?|pr[èe]s (?:de|d')|presque|quelques?|autour (?:de|d')|aux alentours (?:de|d')"
        r"|approximativement|à peu près|~|≈",
    ),
    (
        "min",
        r"(?:plus|au moins|minimum|au-delà|à partir) (?:de|d')|au moins|au minimum|minimum|>|≥"
        r"|supérieure?s? à|dépass\w+",
    ),
    (
        "max",
        r"(?:moins|maximum) (?:de|d')|au plus|au maximum|maximum|jusqu'à|<|≤|inférieure?s? à"
        r"|plafonn\w+ à",
    ),
)
_BEFORE = tuple(
    (name, re.compile(rf"(?<!\w)(?:{words})\s*(?:de |d')?\Z", re.I)) for name, words in _QUALIFIERS
)


def qualifier_before(text: str, start: int) -> str:
    """Return `about`, `min` or `max` when the words that end at `start` say so, else nothing."""
    before = text[max(0, start - 26) : start]
    return next((name for name, pattern in _BEFORE if pattern.search(before)), "")
