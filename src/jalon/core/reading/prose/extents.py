"""Where the words of an action begin and end, and how one sentence says several."""

import re

from jalon.core.reading.facts import Span
from jalon.core.reading.prose.words import NOUN_OF_DOING, TO_DO
from jalon.core.reading.structure.lists import trimmed

_NEXT_TO_DO = re.compile(
    rf"(?:\s*[,;]\s*(?:et\s+|puis\s+|enfin\s+)?|\s+et\s+)(?:de\s+|d')(?!l[ea]s?\s|l'|y\s|en\s)(?={TO_DO})",
    re.IGNORECASE,
)
_NEXT_NOUN = re.compile(
    rf"(?:\s*[,;]\s*(?:et\s+|ainsi\s+que\s+|enfin\s+)?|\s+et\s+|\s+ainsi\s+que\s+)(?={NOUN_OF_DOING})",
    re.IGNORECASE,
)
_PURPOSE = re.compile(
    r"\b(?:afin|en\s+vue|permet\w*|but|objectif|fins|manière|façon|avant\s+d[e']|risque|capables?)\s", re.I
)
_CODA = re.compile(
    r",\s+(?:[a-zà-ÿ]+ant\s+(?:ainsi|de|la|le|les|l'|à|une?)\b|ce\s+qui\b)|\s+aux\s+fins\s+d|\s+notamment\s"
    r"|,?\s+et\s+(?:(?:a|ont|s'est|se\s+sont)\s+)?(?:recommand|souhait|demand|invit|exhort|propos|sugg[èé]r|rappel|insist"
    r"|remerci|salu|f[ée]licit|pr[ée]cis|ajout|soulign|not|prend|regrett)(?:e|ent|é|a)?\b(?=\s)"
    r"|\s+(?:a|ont)\s+été\s+(?:soulign|relev|rappel|[ée]voqu|not)ée?s?\b"
    r"|\s*[(\[]\s*(?:resp|structure|porteur|[ée]ch[ée]ance|d[ée]lai)|\s+-\s+(?:resp|[ée]ch[ée]ance)",
    re.IGNORECASE,
)


def parts(plain: str, start: int, end: int) -> list[Span]:
    """Return the actions that stand in [start, end[: `de A et de B`, `la mise à jour…, l'établissement…`."""
    named = re.compile(NOUN_OF_DOING, re.IGNORECASE).match(plain, start, end)
    next_one = _NEXT_NOUN if named else _NEXT_TO_DO
    found: list[Span] = []
    begin = start
    for mark in next_one.finditer(plain, start, end):
        if not named and _PURPOSE.search(plain, begin, mark.start()):
            continue
        if mark.start() - begin >= 12:
            found.append(_cut(plain, begin, mark.start()))
            begin = mark.end()
    found.append(_cut(plain, begin, end))
    return found


def whole(plain: str, start: int, end: int) -> Span:
    """Return one action's characters, without what only comments on it."""
    return _cut(plain, start, end)


def _cut(plain: str, start: int, end: int) -> Span:
    coda = _CODA.search(plain, start + 20, end)
    return trimmed(plain, start, coda.start() if coda else end)
