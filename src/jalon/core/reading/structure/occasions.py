"""When, where and whether a meeting was held, as told around its name."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from jalon.core.reading.facts import Fact, FactType, Span
from jalon.core.reading.structure.ranks import WEEKDAY
from jalon.core.reading.structure.spoken_days import spoken_day
from jalon.core.reading.surface import Surface

_HELD = re.compile(
    r"\b(?:s(?:'est|e\s+sont|'[ée]tait)\s+(?:tenue?s?|r[ée]unie?s?|d[ée]roul[ée]e?s?|retrouv[ée]e?s?"
    r"|ouverte?s?)|(?:a|ont)\s+(?:eu\s+lieu|tenu|abrit[ée]|accueilli|organis[ée]|si[ée]g[ée]|servi\s+de\s+cadre|regroup[ée]|rassembl[ée]"
    r"|r[ée]uni|retrouv[ée]|(?:co-?)?pr[ée]sid[ée])|[ée]tait\s+r[ée]unie?|a\s+[ée]t[ée]\s+(?:organis[ée]e?|tenue?)"
    r"|(?:tenue?|organis[ée]e?)s?\s+(?:le|du|[àa]|au|en|dans)|se\s+(?:tient|r[ée]unit)"
    r"|r[ée]unie?s?\s+(?:le|[àa]|au|en\s+session))\b",
    re.IGNORECASE,
)
_ATTENDED = re.compile(
    r"\b(?:(?:a|ont)\s+(?:pris\s+part|particip[ée]|assist[ée])\s+[àa]\s+(?:la|une|cette)"
    r"|r[ée]unis?\s+pour\s+(?:la|une)|retrouv[ée]e?s?\b[^.;:]{0,140}?\bpour\s+(?:la|une))\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_EVENT_AFTER = re.compile(
    r"[^.;:\n]{0,200}?(?:\b(?:s'(?:est|[ée]tait)|se\s+sont)\s+(?:tenue?s?|d[ée]roul[ée]e?s?|ouverte?s?|achev[ée]e?s?)"
    r"|\b(?:a|ont)\s+(?:eu\s+lieu|r[ée]uni|regroup[ée]|rassembl[ée]|mobilis[ée]|pris\s+fin|d[ée]but[ée]|d[ée]marr[ée]|commenc[ée]|connu\s+la\s+participation"
    r"|[ée]t[ée]\s+(?:organis[ée]e?s?|tenue?s?|ouverte?s?|pr[ée]sid[ée]e?s?|clos|cl[ôo]tur[ée]e?s?))"
    r"|\b(?:tenue?|organis[ée]e?|pr[ée]sid[ée]e?|ouverte?)s?\s+(?:le|les|du|[àa]|au|en|dans|par|ce)\b|\bse\s+(?:tient|d[ée]roule))",
    re.IGNORECASE,
)
_EVENT_BEFORE = re.compile(
    r"\b(?:(?:a|ont)\s+(?:conjointement\s+)?(?:organis[ée]|tenu|abrit[ée]|accueilli|(?:co-?)?pr[ée]sid[ée]|ouvert|lanc[ée]"
    r"|servi\s+de\s+cadre|pris\s+part|particip[ée]|cl[ôo]tur[ée])|abrite|accueille"
    r"|(?:s'est|se\s+sont)\s+(?:tenue?s?|ouverte?s?|d[ée]roul[ée]e?s?|r[ée]unie?s?|retrouv[ée]e?s?)"
    r"|(?:a|ont)\s+eu\s+lieu|a\s+[ée]t[ée]\s+(?:organis[ée]|tenu))\b[^.;:]{0,180}$",
    re.IGNORECASE,
)
_NOT_HELD = re.compile(
    r"[^.;:,]{0,60}?\b(?:n'(?:a|ont|avait|avaient)|ne\s+s'(?:est|était))\b"
    r"|(?:(?!s'est|se\s+sont|a\s+tenu|prochain)[^.;:,]){0,50}?\b(?:(?:aura|auront)\s+lieu|se\s+tiendr\w+"
    r"|pr[ée]vue?\s+(?:le|en|pour|du|au)|d(?:oit|evra)\s+se"
    r"|(?:est|sera)\s+(?:pr[ée]vue?|fix[ée]e?|programm[ée]e?|organis[ée]e?|tenue?))\b",
    re.IGNORECASE,
)
_NO_EVENT = re.compile(
    r"\b(?:prochaines?|futures?|pr[ée]voi\w*|pr[ée]vue?s?|(?:sera|seront)\s+\w+|organiser|tenir|recommandations?|rapports?"
    r"|conclusions?|r[ée]sultats?|depuis|avant|apr[èe]s|suite\s+[àa]|[àa]\s+l'issue|actes|organisation|pr[ée]paration|tdr"
    r"|lors)\b[^.;:,]{0,30}$",
    re.IGNORECASE,
)
_THIS_ONE = re.compile(
    r"\b(?:l[ae']|cette?|ces|notre|les)\s?(?:atelier|forum|rencontre|r[ée]union|session|revue|assises|travaux|s[ée]ance"
    r"|table\s+ronde|commission|comit[ée]|activit[ée]|s[ée]minaire|journ[ée]es?|assembl[ée]e|c[ée]r[ée]monie)\b"
    r"|^\s*(?:organis[ée]e?|tenue?)s?\s|\bs'est\s+(?:tenue?|ouverte?|d[ée]roul[ée]e?)\b|\br[ée]unie?s?\s",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"\bdate(?:\s+(?:et\s+lieu|de\s+la\s+(?:r[ée]union|rencontre)))?\s*[:\t]\s*$", re.IGNORECASE
)
_NOT_ITS_DAY = re.compile(
    r"\b(?:n°|d[ée]cision|arr[êe]t[ée]|lettre|publi\w+|depuis|d'ici|avant\s+le|au\s+plus\s+tard|jusqu'au"
    r"|sign[ée]\w*|prochaine?)[^.;]{0,25}$",
    re.IGNORECASE,
)
_CHAIRED = re.compile(r",?\s+pr[ée]sid[ée]es?\s+par\b", re.IGNORECASE)
_MET = re.compile(r"\br[ée]unie?s?\b|\bretrouv[ée]e?s\b|\brassembl[ée]e?s?\b", re.IGNORECASE)
_BEFORE_DATE = frozenset({"", "du", "le", "des", "de"})
_BELOW = 350
_HEAD = 1500
_AT = re.compile(r"\blieu\s*[:\t]\s*(?P<place>[^\n\t]{3,100}?)(?=\s*(?:\n|\t|\s{3}|$))", re.IGNORECASE)
_HALLS = (
    r"salles?|locaux|si[èe]ge|minist[èe]re|h[ôo]tel|gouvernorat|centre|mairie|h[ée]micycle|chambre|direction"
    r"|maison|pr[ée]fecture|conseil|bureau|campus|palais|cercle|auditorium|haut[- ]commissariat|bourse"
    r"|institut|unit[ée]"
)
_HALL = re.compile(_HALLS, re.IGNORECASE)
_PLACE = re.compile(
    r"\b(?:au|aux|à\s+la|à\s+l'|à|en|dans\s+(?:la|les|l'|le))\s*"
    rf"(?P<place>(?i:{_HALLS})\b[^.,;()]{{0,110}}?|[A-ZÀ-Ý][\w'-]+(?:[ -][A-ZÀ-Ý][\w'-]+){{0,3}})"
    rf"(?=\s*(?:[.,;()\n]|$|\s(?:sous|en\s+présence|avec|pour|(?:de|du|à)\s+[0-9]|le\s+(?:{WEEKDAY}|[0-9])|une?"
    r"|qui|afin|dans\s+le\s+cadre|[àa]\s+partir|s'est|a|par"
    r"|l[ae]\s+(?:r[ée]union|session|rencontre|s[ée]ance|comit[ée]|\w+i[èe]me))\b))"
)


class Days:
    """The dates and the periods of days of a text."""

    def __init__(self, surface: Surface) -> None:
        told = surface.of_type(FactType.DATE, FactType.PERIOD)
        self._days = [fact for fact in told if _is_day(fact)]
        self._months = [fact for fact in told if _is_month(fact)]

    def between(self, start: int, end: int) -> Sequence[Fact]:
        """Return those that start in [start, end[, in the order of the text."""
        return _starting(self._days, start, end)

    def months(self, start: int, end: int) -> Sequence[Fact]:
        """Return the months that start in [start, end[, in the order of the text."""
        return _starting(self._months, start, end)


def _starting(facts: Sequence[Fact], start: int, end: int) -> Sequence[Fact]:
    first = bisect_left(facts, start, key=lambda fact: fact.start)
    return facts[first : bisect_left(facts, end, lo=first, key=lambda fact: fact.start)]


def is_said_held(plain: str, sentence: Span) -> bool:
    """Return whether a sentence tells that a meeting was held."""
    return bool(_HELD.search(plain, sentence.start, sentence.end))


def is_attended(plain: str, sentence: Span, start: int, end: int) -> bool:
    """Return whether somebody attended or chaired what a sentence names in [start, end[."""
    return bool(_ATTENDED.search(plain, sentence.start, start) or _CHAIRED.match(plain, end))


def is_event_held(plain: str, sentence: Span, start: int, end: int) -> bool:
    """Return whether a sentence tells that the workshop or the forum named in [start, end[ was held."""
    if _NO_EVENT.search(plain, sentence.start, start):
        return False
    return bool(
        _EVENT_AFTER.match(plain, end, sentence.end)
        or _EVENT_BEFORE.search(plain, max(sentence.start, start - 240), start)
    )


def is_only_planned(plain: str, end: int) -> bool:
    """Return whether the words behind a meeting's name say that it has not been held."""
    return bool(_NOT_HELD.match(plain, end))


def date_said(whens: Sequence[Fact], start: int, end: int, *, held: bool) -> Fact | None:
    """Return the date said of a meeting in its sentence: nearest, after its naming first."""
    after = [fact for fact in whens if fact.start >= end]
    before = [fact for fact in whens if fact.end <= start]
    if after and (held or after[0].start - end < 60):
        return after[0]
    return before[-1] if before and held else None


def whole_of(surface: Surface, days: Days, date: Fact, sentence: Span) -> Fact:
    """Return the days that a meeting took when the sentence after tells them: its last day is one of them."""
    following = surface.sentence_at(min(len(surface.plain) - 1, sentence.end + 1))
    if date.type is FactType.DATE and _THIS_ONE.search(surface.plain, following.start, following.end):
        for fact in days.between(following.start, following.end):
            first, _, last = str(fact.value).partition("/")
            if last and first <= str(date.value) <= last:
                return fact
    return date


def is_joined(plain: str, end: int, date: Fact) -> bool:
    """Return whether a date belongs to a meeting's title: « réunion du 4 mai 2023 »."""
    return plain[end : date.start].strip(" ,\n").lower() in _BEFORE_DATE


def date_below(surface: Surface, days: Days, position: int) -> tuple[Fact | None, bool]:
    """Return the date that the lines under a title give, and whether they say that it is of the meeting.

    A date alone may be that of the page; what a label or a sentence says is sure.
    """
    plain = surface.plain
    near = days.between(position, position + _HEAD)
    for fact in near:
        sentence = surface.sentence_at(fact.start)
        line = surface.line_at(fact.start)
        if _LABEL.search(plain, line.start, fact.start):
            return fact, True
        this = _THIS_ONE.search(plain, sentence.start, sentence.end)
        if this and _HELD.search(plain, sentence.start, sentence.end) and not _is_other(plain, fact):
            return fact, True
    first = next((fact for fact in near if fact.start < position + _BELOW), None)
    return (None if first is None or _is_other(plain, first) else first), False


def spoken_day_below(surface: Surface, position: int) -> str:
    """Return the day that a sentence under a title tells of the meeting by its weekday, empty when none."""
    plain, at = surface.plain, position
    while at < min(position + _BELOW, len(plain)):
        sentence = surface.sentence_at(at)
        if sentence.end > at and _THIS_ONE.search(plain, sentence.start, sentence.end):
            return spoken_day(surface, sentence)
        at = max(sentence.end, at) + 1
    return ""


def date_before(surface: Surface, days: Days, start: int, sentence: Span) -> Fact | None:
    """Return the day told before a sentence in its paragraph: « réunis mardi 4 mai. Cette rencontre… »."""
    paragraph = surface.paragraph_at(start)
    near = days.between(max(paragraph.start, sentence.start - _BELOW), sentence.start)
    told = [fact for fact in near if _MET.search(surface.plain, paragraph.start, fact.start)]
    return told[-1] if told else None


def _is_other(plain: str, fact: Fact) -> bool:
    return bool(_NOT_ITS_DAY.search(plain, max(0, fact.start - 40), fact.start))


def place_in(plain: str, start: int, end: int) -> str:
    """Return where a sentence says that a meeting was held: the hall before the town."""
    places = [" ".join(match["place"].split()) for match in _PLACE.finditer(plain, start, end)]
    return next((place for place in places if _HALL.match(place)), places[0] if places else "")


def place_below(plain: str, position: int) -> str:
    """Return what a line « Lieu : » under a title says."""
    told = _AT.search(plain, position, min(len(plain), position + _BELOW))
    return " ".join(told["place"].split()).strip(" *") if told else ""


def _is_day(fact: Fact) -> bool:
    return all(part.count("-") == 2 for part in str(fact.value).split("/"))


def _is_month(fact: Fact) -> bool:
    return fact.type is FactType.DATE and str(fact.value).count("-") == 1
