"""What a date or a period is for, as the words just before it say."""

import re

from jalon.core.reading.surface import Surface

_REACH = 90
_ROLES = (
    (
        "deadline",
        r"avant(?: la| le)?|au plus tard(?: le| en| à)?|d'ici(?: à)?(?: la| le)?|[ée]ch[ée]ances?"
        r"|d[ée]lai|date limite"
        r"|jusqu'(?:au|en|à)|pour le|pour la|devra (?:\w+ ){0,3}(?:pour|en)",
    ),
    (
        "end_date",
        r"prend(?:re|ra|ront|s)? fin|(?:ach[eè]v|cl[ôo]tur)\w+(?: depuis)?(?: le)?|se termin\w+"
        r"|arriv\w+ [àa] (?:terme|[ée]ch[ée]ance)|expir\w+|date de fin",
    ),
    ("signature", r"sign(?:[ée]e?s?|ature)|parap\w+|conclu\w*"),
    (
        "start",
        r"depuis|lanc[ée]\w*|d[ée]marr\w+|d[ée]but\w*|[àa] partir|dès|entr[ée]e en vigueur"
        r"|lancement|commenc\w+",
    ),
    (
        "session",
        r"s'est tenue?|s'est r[ée]uni\w*|a tenu|se sont tenu\w*|a eu lieu|r[ée]union du|session du"
        r"|tenue? le|organis[ée]\w*",
    ),
)
_WORDS = tuple((role, re.compile(rf"\b(?:{words})\b", re.I)) for role, words in _ROLES)
_CLOSE = re.compile(r"[.;!?](?=\s)|\b(?:19|20)[0-9]{2}\b|\n[ \t]*\n|\n[ \t]*[-•]")

_FOR_THE = re.compile(r"pour l[ea]", re.I)
_WEEKDAY = re.compile(r"[ \n]*(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)[ \n])?", re.I)
_IS_HELD = re.compile(r"[^.;!?]*?\b(?:s'est tenue?|a tenu|s'est r[ée]uni|a eu lieu|se sont r[ée]uni)", re.I)


def role_of(surface: Surface, start: int) -> str:
    """Return the role that the nearest cue before `start` gives, empty when there is none."""
    before = surface.plain[max(0, start - _REACH) : start]
    if cut := list(_CLOSE.finditer(before)):
        before = before[cut[-1].end() :]
    found = [
        (match.end(), role)
        for role, pattern in _WORDS
        for match in pattern.finditer(before)
        if not _FOR_THE.fullmatch(match[0]) or _WEEKDAY.fullmatch(before, match.end())
    ]
    if found:
        return max(found)[1]
    sentence = surface.sentence_at(start)
    return "session" if _IS_HELD.match(surface.plain, start, min(sentence.end, start + _REACH * 2)) else ""
