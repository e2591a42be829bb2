"""The words for bodies that meet, and for the places where a text names one of their meetings."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jalon.core.reading.facts import Span
from jalon.core.reading.structure.gatherings import gatherings_in
from jalon.core.reading.structure.ranks import DAY, RANK, number_of, rank_before
from jalon.core.reading.surface import Surface, at_words

_SITTING = r"(?:r[ée]unions?|sessions?|rencontres?|s[ée]ances?|assises|assembl[ée]es?|[ée]ditions?)"
_KIND = (
    r"(?:(?:extra)?ordinaires?|statutaires?|(?:bi)?annuelles?|(?:tri|se|bi)?mestrielles?|mensuelles?"
    r"|(?:de\s+)?suivi|de\s+(?:coordination|travail)|élargies?|techniques?|conjointes?)"
)
_YEAR = r"(?:\s+(?:de\s+l'ann[ée]e\s+)?20[0-9]{2})?"
_SORT = rf"(?:\s+{_KIND}){{0,2}}{_YEAR}"
_NOT_OF = r"(?:formation|sensibilisation|soins|gymnastique|cuisine)\b"
_OF_WHAT = (
    rf"(?:(?:de\s+(?:la\s+)?|d')(?!{_NOT_OF})"
    r"[a-zà-ÿ][\w-]+(?:(?:[ -]et\s+(?:de\s+|d')?|-)[a-zà-ÿ][\w-]+)?(?:\s+[àa]\s+mi-parcours)?)"
)
_LEVEL = (
    r"(?:national|d[ée]partemental|r[ée]gional|communal|local|provincial|pr[ée]fectoral|interminist[ée]riel)"
)
_BODY = (
    rf"(?:(?:sous-)?comit[ée]s?\s+(?:(?:[\w-]+(?:al|ale|el|aire|ique|oint|ixte|ieur)\s+)?{_OF_WHAT}"
    r"|technique(?:\s+(?:de\s+(?:suivi|pilotage|coordination)|communal|r[ée]gional|national))?"
    rf"|directeur|consultatif|paritaire|{_LEVEL}(?:\s+(?:de\s+|d')[a-zà-ÿ]+)?)"
    r"|copil|cotech|crocsad|clocsad|ccocsad|crp|cnp|crd"
    r"|conseil\s+(?:d'administration|communal|r[ée]gional|de\s+cercle|municipal|de\s+surveillance|d'orientation)"
    r"|cadre\s+(?:(?:r[ée]gional|national|local|communal)\s+)?"
    r"(?:de\s+(?:concertation|gestion\s+partenariale?)|d'[ée]changes?)"
    r"|commission\s+(?:mixte(?:\s+de\s+\w+)?|(?:technique|nationale|r[ée]gionale|communale)\b|de\s+\w+)"
    r"|groupe\s+(?:de\s+travail|th[ée]matique|sectoriel)(?=\s|[.,;]|$)"
    r"|cluster[ ](?:s[ée]curit[ée]\s+alimentaire|[a-zà-ÿ]{3,})"
    r"|assembl[ée]e\s+(?:g[ée]n[ée]rale|sectorielle)"
    r"|table\s+ronde(?:\s+des\s+(?:partenaires|bailleurs)(?:\s+techniques\s+et\s+financiers)?)?"
    r"|revue\s+(?:annuelle|conjointe|[àa]\s+mi-parcours)(?:\s+conjointe)?)"
)
_SCALE = r"(?:\s+(?:r[ée]gional|national|local|communal|restreint|[ée]largi)e?)?"
_OF = r"\s+(?:du|de\s+la|de\s+l'|des|d'|de)\s*(?:(?:son|leur|ce)\s+)?"
_NO = r"(?:\s*\(?n\s?[°ºo]\.?\s?0?(?P<no>[0-9]{1,2})(?![0-9/])\)?)"
_WORK = (
    r"(?:(?:mensuelle|trimestrielle|semestrielle|annuelle|statutaire|ordinaire|extraordinaire)\s+)?de\s+"
    r"(?:coordination|revue(?:\s+(?:[àa]\s+mi-parcours|annuelle))?|suivi|concertation|planification|lancement|restitution"
    r"|cadrage|validation|bilan|travail|programmation|d[ée]marrage|cl[ôo]ture|haut\s+niveau)"
)
_SITTING_WORD = re.compile(_SITTING + r"\b|revue\b", re.IGNORECASE)
_NAMED = re.compile(rf"{_SITTING}{_SORT}{_NO}?{_OF}(?P<body>{_BODY}{_SCALE})", re.IGNORECASE)
_ALONE = re.compile(
    rf"(?P<body>(?:r[ée]union|rencontre|session|revue)\s+{_WORK}|revue\s+(?=tenue))", re.IGNORECASE
)
_OF_DAY = re.compile(
    rf"(?P<body>(?:r[ée]union|rencontre|s[ée]ance|session){_SORT}"
    rf"(?:\s+avec\s+(?:(?:nos|les|des|la|le)\s+)?[^.,;:\n]{{3,50}}?)?)(?=\s+(?:du|de\s+ce)\s+{DAY})",
    re.IGNORECASE,
)
_ALONE_ON_LINE = re.compile(
    rf"(?P<body>(?:r[ée]union|session|s[ée]ance|rencontre){_SORT})[ \t]*$", re.IGNORECASE | re.MULTILINE
)
_OF_ANY = re.compile(
    r"(?P<body>(?:r[ée]union|rencontre)(?:\s+(?:hebdomadaire|mensuelle|trimestrielle|annuelle|technique|ordinaire))?"
    r"(?:\s+bilan)?\s+(?:d[eu]s?\s|d'|de\s+l[a']|avec\s|entre\s|sur\s)[^.,;:\n]{3,70}?)"
    rf"(?=\s*$|\s*[,:-]\s|\s+(?:du|le)\s+{DAY})",
    re.IGNORECASE | re.MULTILINE,
)
_GENERIC = re.compile(rf"(?:r[ée]union|rencontre|s[ée]ance|session){_SORT}", re.IGNORECASE)
_OWN_DAY = re.compile(
    r"\b(?:compte[s -]*rendus?|proc[èe]s[ -]verbal|pv|minutes|r[ée]sum[ée]|synth[èe]se|relev[ée]"
    r"(?:\s+de[s]?\s+(?:d[ée]cisions|conclusions))?)\s+(?:synth[ée]tique\s+)?de\s+(?:la|notre|cette)\s+$"
    r"|^[ \t#*]*(?:la\s+)?$",
    re.IGNORECASE | re.MULTILINE,
)
_BODY_NAME = re.compile(rf"{_BODY}{_SCALE}", re.IGNORECASE)
_REVERSED = re.compile(
    rf"\b[^.\n]{{0,60}}?\s?[-:,]\s*(?P<rank>{RANK})\s+(?:session|r[ée]union|[ée]dition)\b", re.IGNORECASE
)
_MINUTES = re.compile(
    rf"\b(?:compte[s -]*rendus?|proc[èe]s[ -]verbal|pv|rapport|minutes)(?:\s+(?!n[°ºo])\w+)?{_NO}?\s*"
    rf"(?:du|de\s+la|de\s+l')\s*(?:{RANK}\s+)?$",
    re.IGNORECASE,
)
_SORT_OF = r"(?:\s+(?:constitutive?|(?:extra)?ordinaire|annuel(?:le)?|[ée]lective?))?"
_DATED = re.compile(rf"{_SORT_OF}\s+d[ue]\s+{DAY}", re.IGNORECASE)
_DATED_LINE = re.compile(rf"{_SORT_OF}(?:\s+le|\s?:|,)\s+{DAY}", re.IGNORECASE)
_SAT = re.compile(
    r"(?:[^.;:\n]|\n(?!\s*\n)){0,160}?\b"
    r"(?:s'est\s+(?:r[ée]uni|tenu|retrouv[ée]|d[ée]roul[ée])|a\s+(?:tenu|si[ée]g[ée]|eu\s+lieu)"
    r"|qui\s+(?:a\s+eu\s+lieu|s'est\s+tenue?)|se\s+sont\s+(?:r[ée]uni|retrouv[ée])|tenue?\s+(?:le|les|du)\s"
    r"|(?<=, )r[ée]unie?s?\s+(?:[àa]|le|au|en)\s)",
    re.IGNORECASE,
)
_TIMES = re.compile(
    r"\w*\s+(?:(?:\w+\s+)?(?:[0-9]+|deux|trois|quatre|cinq|six|plusieurs)\s+fois"
    r"|(?:r[ée]guli[èe]rement|chaque|tou(?:s|tes)\s+les))\b",
    re.IGNORECASE,
)
_ONLY_A_HOST = re.compile(r"(?:conseil\s+(?:communal|r[ée]gional|municipal|de\s+cercle))$", re.IGNORECASE)
_SITS = re.compile(
    r"(?:\s+(?!de\b|du\b)[^.;:,\n]{0,40}?)?[,\s]\s*(?:s'est\s+r[ée]uni|a\s+(?:tenu\s+(?:sa|une)|si[ée]g[ée])|r[ée]uni\s+(?:le|en|[àa])"
    r"|en\s+session)\b",
    re.IGNORECASE,
)
_ORGANISES = re.compile(
    r"\b(?:organis[ée]|tenu|abrit[ée]|accueilli|accueille|abrite)\b[^.;:]{0,90}?\b(?:une?|la|le)\s+$",
    re.IGNORECASE,
)
_IN_SESSION = re.compile(
    r"\b(?P<met>r[ée]unie?s?\b[^.;\n]{0,120}?,\s+)(?:les\s+membres\s+du|le|la|l')\s*$", re.IGNORECASE
)
_COUNTED = re.compile(r"\s+(?P<count>[0-9]{1,2})(?=\s*(?:[-:,(]|$))", re.MULTILINE)
_NO_AFTER = re.compile(_NO, re.IGNORECASE)
_OWN = re.compile(
    rf"\b(?:(?:sa|son|leur)\s+(?:(?P<rank>{RANK})\s+)?{_SITTING}|pour\s+l[ae]\s+(?P<time>{RANK})\s+fois"
    rf"|(?:tenu\b[^.;\n]{{0,60}}?\b(?:la|une|cette)|en)\s+(?P<held>{RANK})\s+{_SITTING})",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"comit[ée]s\b", re.IGNORECASE)
_TOP = 450
_HEADS = " \t#*•·-"


@dataclass(frozen=True, slots=True)
class Naming:
    """Where a text names a meeting: its characters, the body or the kind of meeting, its number.

    `titled`: such words in a title tell that the text is of this meeting. `short`: a fuller naming is better.
    """

    start: int
    end: int
    body: str
    number: int | None = None
    titled: bool = False
    short: bool = False
    event: bool = False


def namings(surface: Surface) -> Iterator[Naming]:
    """Yield the namings of meetings in a text; the same characters may be named twice."""
    plain, head = surface.plain, len(surface.provenance)
    for match in at_words(_SITTING_WORD, plain):
        if match.start() >= head:
            yield from _sitting(surface, match.start(), head)
    for match in at_words(_BODY_NAME, plain):
        if match.start() >= head:
            yield from _body(surface, match)
    for one in gatherings_in(plain, head):
        yield Naming(one.start, one.end, one.body, one.number, titled=True, event=True)


def _sitting(surface: Surface, at: int, head: int) -> Iterator[Naming]:
    """« la 4e réunion du comité », « réunion de coordination », « réunion du 14 mars 2023 »."""
    plain = surface.plain
    rank = rank_before(plain, at)
    start = rank.start() if rank else at
    number = number_of(rank["rank"]) if rank else None
    named = _NAMED.match(plain, at)
    alone = _ALONE.match(plain, at)
    of_day = _OF_DAY.match(plain, at)
    if named:
        said = int(named["no"]) if named["no"] else number
        yield Naming(start, named.end(), named["body"], _or_own(surface, named, said), titled=True)
    elif alone:
        yield Naming(start, alone.end(), alone["body"], _or_own(surface, alone, number), titled=True)
    elif of_day and at < head + _TOP and _OWN_DAY.search(plain, surface.line_at(at).start, start):
        yield Naming(start, of_day.end(), of_day["body"], number, titled=True, short=True)
    elif at < head + _TOP and _OWN_DAY.search(plain, surface.line_at(at).start, start):
        yield from _in_head(surface, at, start, number)


def _in_head(surface: Surface, at: int, start: int, number: int | None) -> Iterator[Naming]:
    """« SESSION ORDINAIRE » under the name of the body, « Réunion de l'équipe » with its date: in titles."""
    plain = surface.plain
    alone = _ALONE_ON_LINE.match(plain, at)
    of_any = _OF_ANY.match(plain, at)
    if alone and body_in(plain, Span(len(surface.provenance), at)):
        yield Naming(start, alone.end("body"), alone["body"], number, titled=True, short=True)
    elif of_any:
        yield Naming(start, of_any.end(), of_any["body"], number, titled=True, event=True)


def _body(surface: Surface, match: re.Match[str]) -> Iterator[Naming]:
    plain, at, end = surface.plain, match.start(), match.end()
    sentence = surface.sentence_at(at)
    rank = rank_before(plain, at)
    start = rank.start() if rank else at
    ranked = number_of(rank["rank"]) if rank else None
    if _SEVERAL.match(match[0]):
        return
    host = bool(_ONLY_A_HOST.fullmatch(match[0]))
    reversed_ = _REVERSED.match(plain, end)
    if reversed_:
        yield Naming(at, reversed_.end(), match[0], number_of(reversed_["rank"]), titled=True)
    minutes = _MINUTES.search(plain, max(surface.line_at(at).start, at - 80), at)
    if minutes:
        said = int(minutes["no"]) if minutes["no"] else ranked
        yield Naming(at, end, match[0], _or_own(surface, match, said), titled=True)
    if host and not _SITS.match(plain, end):
        return
    if (
        _DATED.match(plain, end)
        or (_begins(plain, at) and _DATED_LINE.match(plain, end))
        or _has_sat(plain, end)
        or _ORGANISES.search(plain, max(sentence.start, at - 110), start)
    ):
        yield Naming(start, end, match[0], _or_own(surface, match, ranked))
    met = _IN_SESSION.search(plain, max(sentence.start, at - 150), start)
    if met:
        own = _OWN.search(plain, met.start(), start)
        number = _own(own) if own else _or_own(surface, match, ranked)
        yield Naming(own.start() if own and number else start, end, match[0], number)
    yield from _numbered(surface, match, start, ranked)


def _numbered(surface: Surface, match: re.Match[str], start: int, ranked: int | None) -> Iterator[Naming]:
    """« Comité de pilotage n° 5 », « COPIL 5 », « 5e COMITÉ DE PILOTAGE » at the head of a line."""
    plain, line = surface.plain, surface.line_at(match.start())
    above = plain[line.start : start]
    if above.strip(_HEADS) and not above.endswith((" - ", " : ")):
        return
    after = _NO_AFTER.match(plain, match.end())
    count = _COUNTED.match(plain, match.end()) if match[0].lower() in ("copil", "cotech") else None
    if after:
        yield Naming(start, after.end(), match[0], int(after["no"]), titled=True, short=True)
    elif count:
        yield Naming(start, count.end(), match[0], int(count["count"]), titled=True, short=True)
    elif ranked is not None:
        yield Naming(start, match.end(), match[0], ranked, titled=True, short=True)


def _has_sat(plain: str, end: int) -> bool:
    """Whether the body named before `end` met, once: « s'est réuni trois fois » is no meeting of its own."""
    sat = _SAT.match(plain, end)
    return bool(sat) and not _TIMES.match(plain, sat.end() if sat else end)


def _begins(plain: str, at: int) -> bool:
    """Whether a line or a sentence begins here, behind at most the mark of a list."""
    line = plain.rfind("\n", 0, at) + 1
    return not plain[line:at].strip(_HEADS) or plain[at - 2 : at] in (". ", "! ", "? ")


def _or_own(surface: Surface, match: re.Match[str], number: int | None) -> int | None:
    """« a tenu sa 4e réunion », « pour la troisième fois », « réuni en sa cinquième session »."""
    if number is not None:
        return number
    end = surface.sentence_at(match.start()).end
    after = _NO_AFTER.match(surface.plain, match.end(), end)
    if after:
        return int(after["no"])
    own = _OWN.search(surface.plain, match.end(), end)
    return _own(own) if own else None


def _own(own: re.Match[str]) -> int | None:
    return number_of(own["rank"] or own["time"] or own["held"])


def is_generic(body: str) -> bool:
    """Return whether a meeting is named without what it is of: « réunion ordinaire »."""
    return bool(_GENERIC.fullmatch(body))


def body_in(plain: str, span: Span) -> str:
    """Return the first body that a title names, empty when none."""
    match = _BODY_NAME.search(plain, span.start, span.end)
    return match[0] if match else ""
