"""Meetings that a text reports: which body, its how-manieth session, when, where, under whose chair."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jalon.core.reading.facts import Detail, Fact, FactType, Span
from jalon.core.reading.structure.action_tables import is_action_table
from jalon.core.reading.structure.chairs import chairs_in
from jalon.core.reading.structure.held import Held
from jalon.core.reading.structure.names import typeset
from jalon.core.reading.structure.tables import tables
from jalon.core.reading.surface import Surface
from jalon.core.values import ValueProblem, parse_ordinal, search_key

_RANK = (
    r"(?:[0-9]{1,3}\s?(?:er|ère|ere|re|nde?|e|è|ème|eme|ième|ieme)|(?:premi(?:er|ère)|seconde?"
    r"|(?:(?:vingt|trente|quarante|cinquante|soixante|dix|quatre-vingts?)[ -](?:et[ -])?)?[a-zà-ÿ]+i[èe]me))"
)
_SITTING = r"(?:r[ée]unions?|sessions?|rencontres?|s[ée]ances?|assises|assembl[ée]es?|[ée]ditions?)"
_SORT = (
    r"(?:\s+(?:extra)?ordinaires?|\s+statutaires?|\s+(?:bi)?annuelles?|\s+(?:tri|se|bi)?mestrielles?|\s+mensuelles?"
    r"|\s+(?:de\s+)?suivi|\s+de\s+(?:coordination|travail)|\s+élargies?|\s+techniques?|\s+conjointes?){0,2}"
)
_BODY = (
    r"(?:(?:sous-)?comit[ée]s?\s+(?:[\w-]+(?:al|ale|el|aire|ique|oint|ixte|ieur)\s+)?(?:(?:de\s+(?:la\s+)?|d')"
    r"[a-zà-ÿ][\w-]+(?:(?:[ -]et\s+(?:de\s+|d')?|-)[a-zà-ÿ][\w-]+)?(?:\s+[àa]\s+mi-parcours)?"
    r"|technique(?:\s+de\s+(?:suivi|pilotage|coordination))?|directeur|consultatif|paritaire"
    r"|(?:national|d[ée]partemental|r[ée]gional|communal|local|interminist[ée]riel)(?:\s+de\s+[a-zà-ÿ]+)?)"
    r"|copil|cotech|crocsad|clocsad|ccocsad|crp|cnp|crd"
    r"|conseil\s+(?:d'administration|communal|r[ée]gional|de\s+cercle|municipal|de\s+surveillance|d'orientation)"
    r"|cadre\s+(?:(?:r[ée]gional|national|local|communal)\s+)?"
    r"(?:de\s+(?:concertation|gestion\s+partenariale?)|d'[ée]changes?)"
    r"|commission\s+(?:(?:mixte|technique|nationale|r[ée]gionale|communale)\b|de\s+\w+)"
    r"|groupe\s+(?:de\s+travail|th[ée]matique)|assembl[ée]e\s+g[ée]n[ée]rale"
    r"|table\s+ronde(?:\s+des\s+(?:partenaires|bailleurs)(?:\s+techniques\s+et\s+financiers)?)?"
    r"|revue\s+(?:annuelle|conjointe|[àa]\s+mi-parcours)(?:\s+conjointe)?)"
)
_OF = r"\s+(?:du|de\s+la|de\s+l'|des|d'|de)\s*"
_SCALE = r"(?:\s+(?:r[ée]gional|national|local|communal|restreint|[ée]largi)e?)?"
_NO = r"(?:\s*\(?n\s?[°ºo]\.?\s?0?(?P<no>[0-9]{1,2})(?![0-9/])\)?)"
_HELD = re.compile(
    r"\b(?:s(?:'est|e\s+sont|'[ée]tait)\s+(?:tenue?s?|r[ée]unie?s?|d[ée]roul[ée]e?s?|retrouv[ée]e?s?"
    r"|ouverte?s?)|(?:a|ont)\s+(?:eu\s+lieu|tenu|abrit[ée]|accueilli|organis[ée]|si[ée]g[ée]|regroup[ée]|rassembl[ée]"
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
_NAMED = re.compile(
    rf"\b(?:(?P<rank>{_RANK})\s+)?(?P<sitting>{_SITTING}){_SORT}{_NO}?{_OF}(?P<body>{_BODY}{_SCALE})",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    rf"(?:^[ \t#*]*|(?<= - )|(?<= : ))(?:(?P<body>{_BODY}{_SCALE}){_NO}"
    r"|(?P<short>copil|cotech)\s+(?P<count>[0-9]{1,2})(?=\s*(?:[-:,(]|$))"
    rf"|(?P<rank>{_RANK})\s+(?P<ranked>{_BODY}{_SCALE}))",
    re.IGNORECASE | re.MULTILINE,
)
_IN_SESSION = re.compile(
    r"\br[ée]unie?s?\b[^.;\n]{0,120}?,\s+(?:les\s+membres\s+du|le|la|l')\s*"
    rf"(?P<body>{_BODY}{_SCALE})",
    re.IGNORECASE,
)
_WORK = (
    r"(?:(?:mensuelle|trimestrielle|semestrielle|annuelle|statutaire|ordinaire|extraordinaire)\s+)?de\s+"
    r"(?:coordination|revue(?:\s+(?:[àa]\s+mi-parcours|annuelle))?|suivi|concertation|planification|lancement|restitution"
    r"|cadrage|validation|bilan|travail|programmation|d[ée]marrage|cl[ôo]ture|haut\s+niveau)"
)
_SITTING_ALONE = re.compile(
    rf"\b(?:(?P<rank>{_RANK})\s+)?(?P<body>(?:r[ée]union|rencontre|session|revue)\s+{_WORK}|revue\s+(?=tenue))",
    re.IGNORECASE,
)
_REVERSED = re.compile(
    rf"\b(?P<body>{_BODY})\b[^.\n]{{0,60}}?\s?[-:,]\s*(?P<rank>{_RANK})\s+(?:session|r[ée]union|[ée]dition)\b",
    re.IGNORECASE,
)
_MINUTES_OF_BODY = re.compile(
    rf"\b(?:compte[s -]*rendus?|proc[èe]s[ -]verbal|pv|rapport)(?:\s+(?!n[°ºo])\w+)?{_NO}?\s*"
    rf"(?:du|de\s+la|de\s+l')\s*(?:(?P<rank>{_RANK})\s+)?(?P<body>{_BODY}{_SCALE})",
    re.IGNORECASE,
)
_WEEKDAY = r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
_DAY = rf"(?:{_WEEKDAY}\s+)?[0-9]{{1,2}}(?:er)?\s+[a-zéû]{{3,9}}\.?\s+20[0-9]{{2}}"
_SORT_OF = r"(?:\s+(?:constitutive?|(?:extra)?ordinaire|annuel(?:le)?|[ée]lective?))?"
_DATED = re.compile(
    rf"\b(?P<body>{_BODY}{_SCALE})"
    rf"(?={_SORT_OF}\s+d[ue]\s+{_DAY})",
    re.IGNORECASE,
)
_DATED_LINE = re.compile(
    rf"(?:^[ \t#*•·-]*|(?<=[.!?] ))(?P<body>{_BODY}{_SCALE})(?={_SORT_OF}(?:\s+le|\s?:|,)\s+{_DAY})",
    re.IGNORECASE | re.MULTILINE,
)
_BY_BODY = re.compile(
    rf"\b(?:(?P<rank>{_RANK})\s+)?(?P<body>{_BODY}{_SCALE})(?=(?:[^.;:\n]|\n(?!\s*\n)){{0,160}}?\b"
    r"(?:s'est\s+(?:r[ée]uni|tenu|retrouv[ée])|a\s+(?:tenu|si[ée]g[ée])"
    r"|qui\s+(?:a\s+eu\s+lieu|s'est\s+tenue?)|se\s+sont\s+(?:r[ée]uni|retrouv[ée])|tenue?\s+(?:le|les|du)\s"
    r"|(?<=, )r[ée]unie?s?\s+(?:[àa]|le|au|en)\s))",
    re.IGNORECASE,
)
_ORGANISED = re.compile(
    rf"\b(?:organis[ée]|tenu|abrit[ée]|accueilli)\b[^.;:]{{0,90}}?\b(?:une?|la|le)\s+(?P<body>{_BODY})",
    re.IGNORECASE,
)
_TITLED = (_NAMED, _MINUTES_OF_BODY, _REVERSED, _SITTING_ALONE, _NUMBERED)
_OWN = re.compile(
    rf"\b(?:(?:sa|son|leur)\s+(?:(?P<rank>{_RANK})\s+)?{_SITTING}|pour\s+l[ae]\s+(?P<time>{_RANK})\s+fois"
    rf"|(?:tenu\b[^.;\n]{{0,60}}?\b(?:la|une|cette)|en)\s+(?P<held>{_RANK})\s+{_SITTING})",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"(?:\s+(?:du|de\s+la|de\s+l'|des|d')\s*(?:(?:deux|trois)\s+)?(?:projets?|programmes?|fonds|phase|plan)\b"
    r"[^.,;:()\n]{0,140}?(?=\s*(?:[.,;:(\n]|$|\s(?:a|ont|s'est|se\s+sont|qui|du\s+[0-9]|pour\s+le\s+compte"
    rf"|le\s+(?:{_WEEKDAY}|[0-9]))\b)))?"
)
_NO_AFTER = re.compile(_NO, re.IGNORECASE)
_NOT_THIS = re.compile(
    r"\b(?:prochaines?|futures?|pv|proc[èe]s[ -]verba(?:l|ux)|recommandations?|conclusions|d[ée]cisions?"
    r"|r[ée]solutions?|organisation|(?<!est )(?<!sont )(?<!été )tenue"
    r"|pr[ée]paration|tdr|actions|salles?)(?:\s+\w+){0,3}?"
    r"\s+(?:de\s+la|du|des|de\s+l'|de|d'|issues?\s+de\s+la|lors\s+de\s+la|[àa]\s+la)?\s*$"
    r"|\b(?:prochaines?|lors\s+d(?:e\s+la|u)|salle\s+de|depuis\s+l[ae]|avant\s+l[ae])\s*$",
    re.IGNORECASE,
)
_OPEN = re.compile(r"\b(?:de|du|des|la|l'|d')\s*$", re.IGNORECASE)
_NOT_HELD = re.compile(
    r"[^.;:,]{0,60}?\b(?:n'(?:a|ont|avait|avaient)|ne\s+s'(?:est|était))\b"
    r"|(?:(?!s'est|se\s+sont|a\s+tenu|prochain)[^.;:,]){0,50}?\b(?:(?:aura|auront)\s+lieu|se\s+tiendr\w+"
    r"|(?:est|sera)\s+(?:pr[ée]vue?|fix[ée]e?|programm[ée]e?|organis[ée]e?|tenue?)|d(?:oit|evra)\s+se)\b",
    re.IGNORECASE,
)
_MINUTES_OF = re.compile(
    r"^[ \t#*]*(?:compte[s -]*rendus?|proc[èe]s[ -]verbal|PV|rapport)\s+"
    r"(?:synth[ée]tique\s+|final\s+|provisoire\s+)?(?:de\s+la\s+|de\s+l'|de\s+|d'|du\s+)$",
    re.IGNORECASE | re.MULTILINE,
)
_BEGINNING = 12
_NEAR = 420
_LONGEST_TITLE = 220
_BEFORE_DATE = frozenset({"", "du", "le", "des", "de"})
_BELOW = 350
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
    rf"(?=\s*(?:[.,;()\n]|$|\s(?:sous|en\s+présence|avec|pour|(?:de|du|à)\s+[0-9]|le\s+(?:{_WEEKDAY}|[0-9])|une?"
    r"|qui|afin|dans\s+le\s+cadre|[àa]\s+partir|s'est|a|par"
    r"|l[ae]\s+(?:r[ée]union|session|rencontre|s[ée]ance|comit[ée]|\w+i[èe]me))\b))"
)


@dataclass(slots=True)
class _Mention:
    """A place where a meeting is named."""

    start: int
    end: int
    body: str
    number: int | None = None
    date: str = ""
    place: str = ""
    chair: str = ""
    cochair: str = ""
    in_title: bool = False
    held: bool = False
    short: bool = False


def find_meetings(surface: Surface) -> None:
    """Keep each meeting that the text reports, once: at its first naming, with what all namings tell."""
    kept: list[_Mention] = []
    for mention in sorted(_mentions(surface), key=lambda one: (one.start, -one.end)):
        same = next((one for one in kept if _same(one, mention)), None)
        if same:
            _merge(same, mention)
        else:
            kept.append(mention)
    for mention in kept:
        if _is_sure(mention):
            surface.keep(_fact(mention))


def _is_sure(mention: _Mention) -> bool:
    told = mention.held or bool(mention.date) or mention.number is not None
    return mention.in_title or told


def _same(one: _Mention, other: _Mention) -> bool:
    if one.start < other.end and other.start < one.end:
        return True
    if _key(one) != _key(other):
        return False
    if one.number is not None and other.number is not None:
        return one.number == other.number
    return not one.date or not other.date or one.date == other.date


def _key(mention: _Mention) -> str:
    key = search_key(mention.body)
    return {"copil": "comite de pilotage", "cotech": "comite technique"}.get(key, key)


def _merge(one: _Mention, other: _Mention) -> None:
    if one.short and not other.short:
        one.start, one.end, one.short = other.start, other.end, False
    one.number = one.number if one.number is not None else other.number
    one.date = one.date or other.date
    one.place = one.place or other.place
    one.chair = one.chair or other.chair
    one.cochair = one.cochair or other.cochair
    one.held = one.held or other.held
    one.in_title = one.in_title or other.in_title


def _fact(mention: _Mention) -> Fact:
    told = {
        "body": _shown(mention.body),
        "date": mention.date,
        "place": typeset(mention.place),
        "chair": mention.chair,
        "cochair": mention.cochair,
    }
    details: dict[str, Detail] = {key: value for key, value in told.items() if value}
    return Fact(FactType.MEETING, mention.start, mention.end, mention.number, details)


def _shown(body: str) -> str:
    """A body's name with a capital at its beginning only when it is all in capitals."""
    words = " ".join(body.split())
    words = words.lower() if words.isupper() and " " in words else words
    return typeset(words[0].upper() + words[1:])


def _mentions(surface: Surface) -> Iterator[_Mention]:
    plain = surface.plain
    head = len(surface.provenance)
    drawn = Held(Span(table.start, table.end) for table in tables(surface) if is_action_table(table))
    days = [fact for fact in surface.of_type(FactType.DATE, FactType.PERIOD) if _is_day(fact)]
    titles = surface.lines[:_BEGINNING]
    title_end = titles[-1].end if titles else 0
    for pattern in (
        _NAMED,
        _MINUTES_OF_BODY,
        _REVERSED,
        _SITTING_ALONE,
        _DATED,
        _DATED_LINE,
        _BY_BODY,
        _ORGANISED,
        _NUMBERED,
        _IN_SESSION,
    ):
        for match in pattern.finditer(plain, head):
            sentence = surface.sentence_at(match.start())
            if drawn.overlapping(Span(match.start(), match.end())):
                continue
            spoken_of = _is_another(plain, _clause_start(plain, sentence, match.start()), match.start())
            if not spoken_of and not _NOT_HELD.match(plain, match.end()):
                yield _mention(surface, match, sentence, title_end, days)


def _clause_start(plain: str, sentence: Span, start: int) -> int:
    """Where to look for words before a naming: on its line, on the one above too when it goes on from it."""
    begin = max(sentence.start, start - 60)
    above = plain.rfind("\n", begin, start)
    goes_on = above < 0 or plain[above + 1 : start].strip() or _OPEN.search(plain, begin, above)
    return begin if goes_on else start


def _is_another(plain: str, start: int, end: int) -> bool:
    """A meeting that is only spoken of: the next one, the one whose minutes are adopted."""
    return bool(_NOT_THIS.search(plain, start, end)) and not _MINUTES_OF.search(plain, start, end)


def _mention(
    surface: Surface, match: re.Match[str], sentence: Span, title_end: int, days: Sequence[Fact]
) -> _Mention:
    plain = surface.plain
    start = _start(match)
    tail = _TAIL.match(plain, match.end(), sentence.end)
    found = _Mention(start, tail.end() if tail else match.end(), _body(match))
    found.short = match.re is _NUMBERED
    found.number = _said_number(match) or _own_number(plain, match, sentence)
    found.held = bool(_HELD.search(plain, sentence.start, sentence.end)) or bool(
        _ATTENDED.search(plain, sentence.start, match.start())
        and _between(days, sentence.start, sentence.end)
    )
    line = surface.line_at(start)
    titled = (
        match.re in _TITLED and line.end - line.start < _LONGEST_TITLE and plain[line.end - 1] not in ".;"
    )
    found.in_title = start < title_end and titled
    _say_when_and_where(surface.plain, days, found, line if found.in_title else sentence, sentence)
    if found.held or found.in_title or found.date:
        found.chair, found.cochair = _chairs(plain, found, line, sentence)
    return found


def _say_when_and_where(
    plain: str, days: Sequence[Fact], found: _Mention, near: Span, sentence: Span
) -> None:
    end = found.end
    date = _date(_between(days, near.start, sentence.end), found, end)
    if date and found.in_title and plain[end : date.start].strip(" ,\n").lower() in _BEFORE_DATE:
        found.end = date.end
    if found.in_title and not date:
        date = _date_below(plain, days, near.end)
    found.date = str(date.value) if date else ""
    found.place = _place(plain, sentence.start, sentence.end) if found.held or date else ""
    if found.in_title and not found.place:
        told = _AT.search(plain, near.end, min(len(plain), near.end + _BELOW))
        found.place = " ".join(told["place"].split()).strip(" *") if told else ""


def _chairs(plain: str, found: _Mention, line: Span, sentence: Span) -> tuple[str, str]:
    chairs = chairs_in(plain, Span(sentence.start, min(len(plain), sentence.end + _NEAR)))
    if found.in_title and not chairs[0]:
        return chairs_in(plain, Span(line.end, min(len(plain), line.end + 3 * _BELOW)))
    return chairs


def _number(rank: str | None) -> int | None:
    if not rank:
        return None
    try:
        return parse_ordinal(rank)
    except ValueProblem:
        return None


def _start(match: re.Match[str]) -> int:
    if match.re in (_ORGANISED, _MINUTES_OF_BODY, _IN_SESSION):
        return match.start("body")
    blank = len(match[0]) - len(match[0].lstrip(" \t#*•·-"))
    return match.start() + blank


def _body(match: re.Match[str]) -> str:
    said = match.groupdict()
    return str(said["body"] or said["short"] or said["ranked"])


def _said_number(match: re.Match[str]) -> int | None:
    said = match.groupdict()
    figures = said.get("no") or said.get("count")
    return int(figures) if figures else _number(said.get("rank"))


def _own_number(plain: str, match: re.Match[str], sentence: Span) -> int | None:
    """« a tenu sa 4e réunion », « pour la troisième fois », « réuni en sa cinquième session »."""
    after = _NO_AFTER.match(plain, match.end(), sentence.end)
    if after:
        return int(after["no"])
    start = match.start() if match.re is _IN_SESSION else match.end()
    own = _OWN.search(plain, start, sentence.end)
    return _number(own["rank"] or own["time"] or own["held"]) if own else None


def _between(days: Sequence[Fact], start: int, end: int) -> Sequence[Fact]:
    return days[_index(days, start) : _index(days, end)]


def _index(days: Sequence[Fact], position: int) -> int:
    return bisect_left(days, position, key=lambda fact: fact.start)


def _date(whens: Sequence[Fact], found: _Mention, end: int) -> Fact | None:
    """The date said of a meeting in its sentence: nearest, after its naming first."""
    after = [fact for fact in whens if fact.start >= end]
    before = [fact for fact in whens if fact.end <= found.start]
    if after and (found.held or after[0].start - end < 60):
        return after[0]
    return before[-1] if before and found.held else None


def _date_below(plain: str, days: Sequence[Fact], position: int) -> Fact | None:
    """The first full date under a title, unless it is of a decision or of another document."""
    for fact in _between(days, position, position + _BELOW)[:1]:
        before = plain[max(position, fact.start - 40) : fact.start]
        if not re.search(r"\b(?:n°|d[ée]cision|arr[êe]t[ée]|lettre)", before, re.IGNORECASE):
            return fact
    return None


def _is_day(fact: Fact) -> bool:
    return str(fact.value).count("-") > 0


def _place(plain: str, start: int, end: int) -> str:
    """Where a sentence says that a meeting was held: the hall before the town."""
    places = [" ".join(match["place"].split()) for match in _PLACE.finditer(plain, start, end)]
    return next((place for place in places if _HALL.match(place)), places[0] if places else "")
