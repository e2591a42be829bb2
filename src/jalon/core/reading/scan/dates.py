"""Dates: days, months and years as people write them, as ISO text of the precision that was written."""

import re

from jalon.core.reading.facts import Fact, FactType
from jalon.core.reading.scan.forms import (
    ANY_MONTH,
    DAY,
    DAY_WORDS,
    GAP,
    MONTH,
    MONTH_GLUED,
    MONTH_SHORT,
    SLIPPED,
    WEEKDAY,
    YEAR,
    YEAR_WORDS,
    day_of,
    month_of,
    slipped_month,
    year_of,
)
from jalon.core.reading.scan.roles import role_of
from jalon.core.reading.scan.spots import search_in, windows
from jalon.core.reading.scan.years import Years
from jalon.core.reading.surface import Surface

_START = r"(?<![\w/])(?<![0-9][.,-])"
_END = r"(?![\w]|[-/][0-9]|[.,][0-9])"
_WD = rf"(?:{WEEKDAY},?{GAP})?"
_LAST = rf"{GAP}(?P<last>derni[èe]re?|pass[ée]e?|[ée]coul[ée]e?)"
_NEXT = rf"{GAP}(?P<next>prochaine?|courant)"
_ABOUT = (
    r"(?P<about>(?:(?:au )?(?:tout )?d[ée]but|(?:à |d'ici )?(?:la )?fin|mi"
    rf"|courant)(?:{GAP}?-{GAP}?|{GAP})(?:(?:du )?(?:mois )?(?:de |d'))?)"
)

_IN_WORDS = re.compile(
    rf"{_START}l'an{GAP}(?P<y>{YEAR_WORDS}|{YEAR})(?:{GAP}et|,)?{GAP}(?:le{GAP}"
    rf"|du{GAP})?{_WD}(?P<d>{DAY_WORDS}|{DAY}){GAP}"
    rf"(?:jours?{GAP})?(?:du{GAP}mois{GAP})?(?:de{GAP}|d')?(?P<m>{MONTH})"
    rf"|{_START}{_WD}(?P<d2>{DAY_WORDS}|{DAY}){GAP}(?P<m2>{MONTH}){GAP}(?P<y2>{YEAR_WORDS}){_END}"
    rf"|{_START}{_WD}(?P<d3>{DAY_WORDS}){GAP}(?P<m3>{MONTH}){GAP}(?P<y3>{YEAR}){_END}",
    re.I,
)
_DAY = re.compile(
    rf"{_START}{_WD}(?P<d>{DAY})(?:{GAP}?|[-/.])(?:(?P<m>{MONTH})(?:(?:{GAP}(?:de{GAP}l'an(?:née)?{GAP})?|,{GAP}?"
    rf"|[-/.])(?P<y>{YEAR})(?!{GAP}?[0-9]{{3}}\b)|{_LAST}|{_NEXT})?"
    rf"|(?P<m2>{MONTH_SHORT})(?:{GAP}?|[-/])(?P<y2>{YEAR})){_END}",
    re.I,
)
_WEEKDAY = re.compile(WEEKDAY, re.I)
_DAY_SLIPPED = re.compile(rf"{_START}{_WD}(?P<d>{DAY}){GAP}(?P<m>{SLIPPED}){GAP}(?P<y>{YEAR}){_END}", re.I)
_DAY_LIST = re.compile(
    rf"{_START}(?:(?:les|des"
    rf"|aux){GAP})(?P<days>{DAY}(?:{GAP}?,{GAP}?{DAY})*){GAP}et{GAP}(?P<d>{DAY}){GAP}(?P<m>{MONTH})"
    rf"(?:{GAP}(?P<y>{YEAR}))?{_END}",
    re.I,
)
_NUMERIC = re.compile(
    rf"(?<![\w./-])(?P<d>[0-3]?[0-9])(?P<sep>[./-])(?P<m>[01]?[0-9])(?P=sep)(?P<y>{YEAR}|[0-9]{{2}}){_END}"
)
_DAY_AND_MONTH = re.compile(
    r"\b(?:le|du|au|ce|jusqu'au) (?P<date>(?P<d>0[1-9]|[12][0-9]|3[01]|[1-9])/(?P<m>0[1-9]"
    r"|1[0-2]))(?![\w/-]|[.,][0-9]| ?%)",
    re.I,
)
_ISO = re.compile(
    rf"(?<![\w./-])(?P<y>{YEAR})(?P<sep>[-/])(?P<m>0[1-9]|1[0-2])(?P=sep)(?P<d>0[1-9]|[12][0-9]"
    rf"|3[01])(?![\w-]|\.[0-9])"
)
_MONTH = re.compile(
    rf"{_START}{_ABOUT}?(?:(?P<m>{ANY_MONTH})(?:{GAP}|{GAP}?-{GAP}?"
    rf"|,{GAP}?)|(?P<glued>{MONTH_GLUED}))(?:de{GAP})?(?:l'année{GAP}"
    rf"|l'an{GAP})?(?P<y>{YEAR})(?!{GAP}?[0-9]{{3}}\b){_END}",
    re.I,
)
_MONTH_AND = re.compile(
    rf"{_START}(?P<m>{MONTH})(?=(?:{GAP}et{GAP}(?:en{GAP}|de{GAP}|d')?"
    rf"|,{GAP}?){MONTH}(?:(?:,{GAP}?|{GAP}et{GAP}){MONTH})?{GAP}(?P<y>{YEAR}))",
    re.I,
)
_MONTH_OF_90S = re.compile(
    rf"\b(?:en|depuis|de|d'|dès|fin|début|mi|du mois de){GAP}?-?"
    rf"(?P<date>(?P<m>{MONTH}){GAP}'?(?P<y>[789][0-9]))"
    r"(?= ?[.,;:)\n]|[ ](?:et|à|au)\b|\Z)",
    re.I,
)
_ISO_MONTH = re.compile(
    r"(?<![\w./°-])(?<!n° )(?<!N° )(?P<y>20[0-9]{2})-(?P<m>0[1-9]|1[0-2])(?![\w/-]|[.,][0-9])"
)
_MONTH_NUMBER = re.compile(rf"(?<![\w./-])(?P<m>0[1-9]|1[0-2])[/.](?P<y>20[0-9]{{2}}){_END}")
_CUED_MONTH = re.compile(
    rf"{_START}(?:(?P<about>(?:d[ée]but|fin|mi|courant)(?:{GAP}?-{GAP}?"
    rf"|{GAP})(?:(?:du )?mois )?(?:de |d')?)|(?P<of>mois{GAP}(?:de{GAP}|d'))"
    rf"|(?P<cue>(?:en|d'ici|avant|jusqu'en|depuis|d[èe]s|[àa]{GAP}partir{GAP}de"
    rf"|[àa]{GAP}partir{GAP}d'|pr[ée]vue?s?{GAP}(?:en|pour)|d'ici{GAP}[àa]){GAP}(?:fin{GAP}"
    rf"|d[ée]but{GAP}|mi-)?))"
    rf"(?P<m>{MONTH})(?:{_LAST}|{_NEXT})?(?!{GAP}?[0-9])",
    re.I,
)
_YEAR_END = re.compile(
    rf"{_START}(?P<about>d[ée]but|fin|mi|courant)(?:{GAP}?-{GAP}?"
    rf"|{GAP})(?P<of>(?:de{GAP})?l'(?:année|an|exercice){GAP})?(?P<y>{YEAR}){_END}",
    re.I,
)
_DEADLINE = re.compile(
    r"\b(?:avant|d'ici|au plus tard|jusqu'à|[ée]ch[ée]ance|d[ée]lai|pour|horizon)(?: à)?(?: la)?[ :]*\Z", re.I
)
_MEMORIAL = re.compile(
    r"\b(?:rue|avenue|place|stade|lyc[ée]e|boulevard|cit[ée]|pont|monument|quartier|palais|camp) du \Z", re.I
)
_TO_COME = re.compile(
    r"\b(?:pr[ée]vue?s?|se tiendra|se tiendront|aura lieu|auront lieu|programm[ée]e?s?"
    r"|report[ée]e?s?|fix[ée]e?s?|attendue?s?)\b[^.;]*\Z",
    re.I,
)


def dates(surface: Surface) -> None:
    """Take dates with a day, then months, then years; those without a year take it from around."""
    years = Years(surface)
    stretches = windows(surface)
    for match in search_in(surface, _IN_WORDS, stretches):
        groups = match.groupdict()
        n = next(n for n in ("", "2", "3") if groups[f"d{n}"])
        _take(surface, match, (year_of(groups[f"y{n}"]), month_of(groups[f"m{n}"]), day_of(groups[f"d{n}"])))
    for match in search_in(surface, _ISO, stretches):
        _take(surface, match, (int(match["y"]), int(match["m"]), int(match["d"])))
    for match in surface.search(_NUMERIC):
        _numeric(surface, match)
    for match in search_in(surface, _DAY_LIST, stretches):
        _day_list(surface, match, years)
    for match in search_in(surface, _DAY, stretches):
        _day(surface, match, years)
    for match in search_in(surface, _DAY_SLIPPED, stretches):
        if month := slipped_month(match["m"]):
            _take(surface, match, (int(match["y"]), month, day_of(match["d"])))
    for match in search_in(surface, _MONTH, stretches):
        _take(
            surface,
            match,
            (int(match["y"]), month_of(match["m"] or match["glued"]), 0),
            _about(match["about"]),
        )
    for match in search_in(surface, _MONTH_AND, stretches):
        _keep(surface, match.start(), match.end(), _iso(int(match["y"]), month_of(match["m"])))
    for match in search_in(surface, _MONTH_OF_90S, stretches):
        _keep(surface, *match.span("date"), _iso(1900 + int(match["y"]), month_of(match["m"])))
    for match in search_in(surface, _ISO_MONTH, stretches):
        if (int(match["y"]) + 1) % 100 != int(match["m"]):
            _take(surface, match, (int(match["y"]), int(match["m"]), 0))
    for match in search_in(surface, _MONTH_NUMBER, stretches):
        _take(surface, match, (int(match["y"]), int(match["m"]), 0))
    for match in surface.search(_DAY_AND_MONTH):
        year = _year(surface, match, years, int(match["m"]), None)
        if year:
            _keep(surface, *match.span("date"), _iso(year, int(match["m"]), int(match["d"])))
    for match in search_in(surface, _CUED_MONTH, stretches):
        _cued_month(surface, match, years)
    for match in search_in(surface, _YEAR_END, stretches):
        _year_end(surface, match)


def _day(surface: Surface, match: re.Match[str], years: Years) -> None:
    if _MEMORIAL.search(surface.plain, max(0, match.start() - 16), match.start()):
        surface.use(*match.span())
        return
    month = month_of(match["m"] or match["m2"])
    written = match["y"] or match["y2"]
    year, day = _year(surface, match, years, month, written), day_of(match["d"])
    weekday = _WEEKDAY.match(match[0])
    if year and not written and weekday:
        year = years.with_weekday(year, month, day, weekday[0])
    _take(surface, match, (year, month, day))


def _day_list(surface: Surface, match: re.Match[str], years: Years) -> None:
    """`les 8 et 15 mai 2024`: a date for each day, the last with its month."""
    month = month_of(match["m"])
    year = _year(surface, match, years, month, match["y"])
    if not year:
        return
    first = match.start("days")
    for day in re.finditer(r"[0-9]+", match["days"]):
        value = _iso(year, month, day_of(day[0]))
        surface.take(Fact(FactType.DATE, first + day.start(), first + day.end(), value))
    surface.take(Fact(FactType.DATE, match.start("d"), match.end(), _iso(year, month, day_of(match["d"]))))


def _numeric(surface: Surface, match: re.Match[str]) -> None:
    day, month = int(match["d"]), int(match["m"])
    short = len(match["y"]) == 2
    if short and (
        match["sep"] == "-" or not 5 <= int(match["y"]) <= 49 or len(match["d"]) + len(match["m"]) < 4
    ):
        return
    if 1 <= day <= 31 and 1 <= month <= 12:
        _take(surface, match, (year_of(match["y"]), month, day))


def _cued_month(surface: Surface, match: re.Match[str], years: Years) -> None:
    month = month_of(match["m"])
    year = _year(surface, match, years, month, None)
    if not year:
        return
    start = match.start("m") if match["cue"] else match.start()
    _keep(surface, start, match.end(), _iso(year, month), _about(match["about"]))


def _year_end(surface: Surface, match: re.Match[str]) -> None:
    about = _about(match["about"])
    before = surface.plain[max(0, match.start() - 24) : match.start()]
    ends = about == "fin" and (match["of"] is not None or _DEADLINE.search(before) is not None)
    _keep(
        surface, match.start(), match.end(), f"{match['y']}-12" if ends else match["y"], "" if ends else about
    )


def _year(surface: Surface, match: re.Match[str], years: Years, month: int, written: str | None) -> int:
    if written:
        return int(written)
    groups = match.groupdict()
    before = surface.plain[max(0, match.start() - 60) : match.start()]
    ahead = (
        bool(groups.get("next") or _TO_COME.search(before)) or role_of(surface, match.start()) == "deadline"
    )
    return years.around(match.start(), month, last=bool(groups.get("last")), ahead=ahead) or 0


def _about(written: str | None) -> str:
    found = re.search(r"d[ée]but|fin|mi|courant", written or "", re.I)
    return {"d": "début", "f": "fin", "m": "mi", "c": "courant"}[found[0][0].lower()] if found else ""


def _take(surface: Surface, match: re.Match[str], day: tuple[int, int, int], about: str = "") -> None:
    year, month, number = day
    if year:
        _keep(surface, match.start(), match.end(), _iso(year, month, number), about)
    else:
        surface.use(*match.span())


def _keep(surface: Surface, start: int, end: int, value: str, about: str = "") -> None:
    if not surface.is_free(start, end):
        return
    fact = Fact(FactType.DATE, start, end, value)
    if about:
        fact.say("approx", about)
    if role := role_of(surface, start):
        fact.say("role", role)
    surface.take(fact)


def _iso(year: int, month: int, day: int = 0) -> str:
    return f"{year:04}-{month:02}" + (f"-{day:02}" if day else "")
