"""Ordinals and days as they stand beside the name of a meeting."""

import re

from jalon.core.values import ValueProblem, parse_ordinal

RANK = (
    r"(?:[0-9]{1,3}\s?(?:er|ère|ere|re|nde?|e|è|ème|eme|ième|ieme)|(?:premi(?:er|[èe]re)|seconde?"
    r"|(?:(?:vingt|trente|quarante|cinquante|soixante|dix|quatre-vingts?)[ -](?:et[ -])?)?[a-zà-ÿ]+i[èe]me))"
)
WEEKDAY = r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
_MONTH = r"janv|f[ée]v|mars|avr|mai|juin|juil|ao[uû]|sept|oct|nov|d[ée]c"
DAY = rf"(?:{WEEKDAY}\s+)?[0-9]{{1,2}}(?:er)?\s+(?:{_MONTH})[a-zéû]*\.?\s+20[0-9]{{2}}"

_BEFORE = re.compile(rf"(?<!\w)(?P<rank>{RANK})\s+$", re.IGNORECASE)
_LONGEST = 32


def rank_before(plain: str, at: int) -> re.Match[str] | None:
    """Return the ordinal that ends where `at` begins (« la 4e réunion »), None when there is none."""
    return _BEFORE.search(plain, max(0, at - _LONGEST), at)


def number_of(rank: str | None) -> int | None:
    """Return what an ordinal says, None when it is none."""
    if not rank:
        return None
    try:
        return parse_ordinal(rank)
    except ValueProblem:
        return None
