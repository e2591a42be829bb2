"""Periods: days, months, quarters and years from one to another, as ISO intervals of their own precision."""

import re
from collections.abc import Callable
from itertools import pairwise

from jalon.core.reading.facts import Fact, FactType
from jalon.core.reading.scan.forms import (
    ANY_MONTH,
    DAY,
    GAP,
    MONTH,
    SLIPPED,
    WEEKDAY,
    YEAR,
    day_of,
    month_of,
    slipped_month,
)
from jalon.core.reading.scan.roles import role_of
from jalon.core.reading.scan.spots import search_in, windows
from jalon.core.reading.scan.years import Years
from jalon.core.reading.surface import Surface

_START = r"(?<![\w/])(?<![0-9][.,-])"
_END = r"(?![\w]|[-/][0-9]|[.,][0-9])"
_WD = rf"(?:{WEEKDAY},?{GAP})?"
_TO = rf"(?:{GAP}(?:jusqu'au|jusqu'à|au|à|-){GAP}(?:le{GAP})?| ?- ?)"
_AND = rf"{GAP}(?:et|au|à|-){GAP}(?:le{GAP})?"
_OF = rf"(?:{GAP}(?:de{GAP})?(?:l'année{GAP}|l'exercice{GAP}|l'an{GAP})?)"

_DAYS = re.compile(
    rf"{_START}(?:(?P<between>entre{GAP}le{GAP}|entre{GAP})|(?P<lead>(?:du|de|les?){GAP}))?{_WD}(?P<d1>{DAY})"
    rf"(?P<link>{GAP}?-{GAP}?|{GAP}(?:au|à|et"
    rf"|&){GAP}(?:le{GAP})?){_WD}(?P<d2>{DAY}){GAP}(?P<m>{MONTH})(?:{GAP}(?P<y>{YEAR}))?{_END}",
    re.I,
)
_DAYS_SLIPPED = re.compile(
    rf"{_START}(?:du|de|des|les?){GAP}{_WD}(?P<d1>{DAY}){GAP}?(?P<link>au|à|et|-){GAP}?{_WD}(?P<d2>{DAY}){GAP}"
    rf"(?P<m>{SLIPPED}){GAP}(?P<y>{YEAR}){_END}",
    re.I,
)
_DAYS_TWICE = re.compile(
    rf"{_START}(?:du{GAP})?(?P<d1>{DAY}){GAP}(?:au|-){GAP}(?P<d2>{DAY})(?=(?:,{GAP}?|{GAP})(?:et|puis)?{GAP}?du{GAP}{DAY}{GAP}(?:au|-){GAP}{DAY}{GAP}"
    rf"(?P<m>{MONTH})(?:{GAP}(?P<y>{YEAR}))?)",
    re.I,
)
_DAY_LIST = re.compile(
    rf"{_START}(?:les{GAP})?(?P<days>{DAY}(?: ?,{GAP}?{DAY})+{GAP}(?:et"
    rf"|au){GAP}{DAY}){GAP}(?P<m>{MONTH})(?:{GAP}(?P<y>{YEAR}))?{_END}",
    re.I,
)
_DATES = re.compile(
    rf"{_START}(?:(?P<between>entre{GAP}le{GAP}|entre{GAP})|(?:du|de"
    rf"|le){GAP})?{_WD}(?P<d1>{DAY}){GAP}(?P<m1>{ANY_MONTH})"
    rf"(?:{GAP}(?P<y1>{YEAR}))?(?:{_TO}"
    rf"|(?P<and>{_AND})){_WD}(?P<d2>{DAY}){GAP}(?P<m2>{ANY_MONTH})(?:{GAP}(?P<y2>{YEAR}))?{_END}",
    re.I,
)
_NUMERIC = re.compile(
    rf"{_START}(?:du{GAP}|de{GAP}"
    rf"|le{GAP})?(?P<d1>[0-3]?[0-9])(?:(?P<s1>[./-])(?P<m1>[01]?[0-9])(?:(?P=s1)(?P<y1>{YEAR}"
    rf"|[0-9]{{2}}))?)?"
    rf"(?:{GAP}(?P<link>au|à|-|et){GAP}|-)(?P<d2>[0-3]?[0-9])(?P<s2>[./-])(?P<m2>[01]?[0-9])(?P=s2)(?P<y2>{YEAR}"
    rf"|[0-9]{{2}}(?![0-9])){_END}",
    re.I,
)
_MONTHS = re.compile(
    rf"{_START}(?:(?P<between>entre{GAP})|(?P<lead>(?:de|du|des|d'){GAP}?))?(?:mois{GAP}(?:de{GAP}|d'))?"
    rf"(?P<m1>{ANY_MONTH})(?:{GAP}(?P<y1>{YEAR}))?(?:(?P<and>{GAP}et{GAP})|{GAP}(?:à|au|jusqu'à"
    rf"|jusqu'en){GAP}|(?P<dash>-)|{GAP}?[-/]{GAP}?)"
    rf"(?:mois{GAP}(?:de{GAP}|d'))?(?P<m2>{ANY_MONTH})(?:{_OF}(?P<y2>{YEAR}))?{_END}",
    re.I,
)
_MONTH_LIST = re.compile(
    rf"{_START}(?P<months>{ANY_MONTH}(?:(?:{GAP}?[-,/]{GAP}?"
    rf"|{GAP}et{GAP}){ANY_MONTH}){{2,}})(?:{_OF}(?P<y>{YEAR}))?{_END}",
    re.I,
)
_RANK = (
    r"(?:premier|deuxi[èe]me|second|troisi[èe]me|quatri[èe]me|dernier|[1-4] ?(?:er|nd|i?[èe]me|e|è)"
    r"|(?:I{1,3}|IV)(?:er|[èe]me|e)?)"
)
_PART = re.compile(
    rf"{_START}(?P<rank>{_RANK}){GAP}(?P<part>trimestre|semestre){_OF}(?P<y>{YEAR}){_END}"
    rf"|{_START}(?P<part2>trimestre|semestre){GAP}(?P<rank2>[1-4]){_OF}(?P<y2>{YEAR}){_END}"
    rf"|{_START}(?P<part3>[TSQ]) ?(?P<rank3>[1-4])(?:[ /-]{{0,3}}|{_OF})(?P<y3>{YEAR}){_END}"
    rf"|{_START}(?P<y4>{YEAR})[ /-]{{0,3}}(?P<part4>[TSQ])(?P<rank4>[1-4]){_END}",
    re.I,
)
_PARTS = re.compile(
    rf"{_START}(?P<first>{_RANK})(?:{GAP}(?:trimestre|semestre))?{GAP}(?:et"
    rf"|au){GAP}(?:le{GAP})?(?P<last>{_RANK}){GAP}"
    rf"(?P<part>trimestre|semestre)s?{_OF}(?P<y>{YEAR}){_END}",
    re.I,
)
_YEARS = re.compile(
    rf"{_START}(?:(?P<between>entre{GAP})|(?P<lead>(?:de|en){GAP}))?(?P<y1>{YEAR})"
    rf"(?:(?P<and>{GAP}et{GAP})|(?P<link>{GAP}?[-/]{GAP}?|{GAP}(?:à|au|jusqu'en"
    rf"|jusqu'à){GAP}))(?P<y2>{YEAR}){_END}",
    re.I,
)
_SCHOOL = re.compile(r"\b(?:scolaire|agricole|campagnes?|saisons?|ann[ée]es?|exercices?)[ \n]\Z", re.I)
_SHORT_YEARS = re.compile(rf"{_START}(?P<y1>(?:19|20)[0-9]{{2}})[-/](?P<y2>[0-9]{{2}}){_END}")
_EXERCISE = re.compile(
    rf"{_START}(?:exercices?(?:{GAP}(?:budgétaire|fiscal|comptable|financier|clos"
    rf"|social))?{_OF}|gestion(?:{GAP}budgétaire)?{GAP})(?P<y>{YEAR}){_END}",
    re.I,
)

_RANKS = {"premier": 1, "1": 1, "i": 1, "deuxième": 2, "deuxieme": 2, "second": 2, "2": 2, "ii": 2}
_RANKS |= {"troisième": 3, "troisieme": 3, "3": 3, "iii": 3, "quatrième": 4, "quatrieme": 4, "4": 4, "iv": 4}

_COUNTED = re.compile(
    r" (?!dans|sous|sans|vers|lors|mais|puis|plus|moins|apr[èe]s|depuis|tous|des|les|ses|ces"
    r"|aux)[a-zà-ÿ]{3,}[sx]\b| ?(?:%|F\b|FCFA|euros?)"
)
"""What stands behind two numbers that are no years: `de 2010 à 2045 habitants`."""

Built = tuple[str, str] | None
"""The two ends as ISO text, of the same precision."""

_UNSAID = ("", "")
"""The ends of a period whose year nothing tells."""


def periods(surface: Surface) -> None:
    """Take periods that say both their ends, and quarters, semesters and exercises of a year."""
    years = Years(surface)
    stretches = windows(surface)
    for pattern, build in _FORMS:
        for match in search_in(surface, pattern, stretches):
            ends = build(match, years)
            if ends is None or not surface.is_free(*match.span()):
                continue
            if ends == _UNSAID or (
                pattern is _MONTH_LIST and match["y"] is None and _explains(surface, match)
            ):
                surface.use(*match.span())
                continue
            value = "/".join(ends) if ends[0] != ends[1] or len(ends[0]) > 4 else ends[0]
            fact = Fact(FactType.PERIOD, match.start(), match.end(), value)
            if role := role_of(surface, match.start()):
                fact.say("role", role)
            surface.take(fact)


def _explains(surface: Surface, match: re.Match[str]) -> bool:
    """Whether months in brackets only repeat the quarter before them: `T2 2024 (avril, mai et juin)`."""
    return (
        re.search(r"(?:19|20)[0-9]{2} ?\( ?\Z", surface.plain[max(0, match.start() - 9) : match.start()])
        is not None
    )


def _days(match: re.Match[str], years: Years) -> Built:
    first, last = day_of(match["d1"]), day_of(match["d2"])
    link = match["link"].strip().lower()
    if first >= last or (match["between"] and not link.startswith("et")):
        return None
    if link.startswith(("et", "&")) and not match["between"] and last != first + 1:
        return None
    if link == "-" and " " in match["link"] and not (match["lead"] or _opens(match)):
        return None
    month = month_of(match["m"])
    year = _year(match["y"], match, years, month)
    return (_iso(year, month, first), _iso(year, month, last)) if year else _UNSAID


def _days_slipped(match: re.Match[str], years: Years) -> Built:
    """`du 27 au 29 juini 2016`: the month that one slip of the keyboard hides."""
    first, last, month = day_of(match["d1"]), day_of(match["d2"]), slipped_month(match["m"])
    if first >= last or not month or (match["link"] == "et" and last != first + 1):
        return None
    return _iso(int(match["y"]), month, first), _iso(int(match["y"]), month, last)


def _days_twice(match: re.Match[str], years: Years) -> Built:
    """`du 14 au 16 et du 21 au 23 mai 2024`: the first of the two."""
    first, last, month = day_of(match["d1"]), day_of(match["d2"]), month_of(match["m"])
    year = _year(match["y"], match, years, month)
    if first >= last or not year:
        return None
    return _iso(year, month, first), _iso(year, month, last)


def _opens(match: re.Match[str]) -> bool:
    """Whether the match opens its line or a bracket: `Phase 2 - 15 mars` is no range of days."""
    return (
        re.search(r"(?:^|[\n\t|(:;,\"*]) *\Z", match.string[max(0, match.start() - 6) : match.start()])
        is not None
    )


def _day_list(match: re.Match[str], years: Years) -> Built:
    days = [day_of(day) for day in re.findall(r"[0-9]+", match["days"])]
    if days != list(range(days[0], days[0] + len(days))):
        return None
    month = month_of(match["m"])
    year = _year(match["y"], match, years, month)
    return (_iso(year, month, days[0]), _iso(year, month, days[-1])) if year else _UNSAID


def _dates(match: re.Match[str], years: Years) -> Built:
    if match["and"] and match["and"].strip().lower().startswith("et") and not match["between"]:
        return None
    first, last = month_of(match["m1"]), month_of(match["m2"])
    year = _year(match["y2"] or match["y1"], match, years, last)
    if not year:
        return _UNSAID
    before = int(match["y1"]) if match["y1"] else year - (first > last)
    return _iso(before, first, day_of(match["d1"])), _iso(year, last, day_of(match["d2"]))


def _numeric(match: re.Match[str], years: Years) -> Built:
    year = _full(match["y2"])
    month, day = int(match["m2"]), int(match["d2"])
    first_month = int(match["m1"] or month)
    first_year = _full(match["y1"]) if match["y1"] else year - (first_month > month)
    if not (1 <= month <= 12 and 1 <= first_month <= 12 and 1 <= day <= 31 and 1 <= int(match["d1"]) <= 31):
        return None
    if (match["link"] or "").lower() == "et" and int(match["d1"]) != day - 1:
        return None
    return _iso(first_year, first_month, int(match["d1"])), _iso(year, month, day)


def _months(match: re.Match[str], years: Years) -> Built:
    if match["and"] and not match["between"]:
        return None
    first, last = month_of(match["m1"]), month_of(match["m2"])
    if not (match["y1"] or match["y2"] or match["lead"] or match["between"] or match["dash"]):
        return None
    year = _year(match["y2"] or (match["y1"] if last >= first else None), match, years, last)
    if not year:
        return _UNSAID
    before = int(match["y1"]) if match["y1"] else year - (first > last)
    return _iso(before, first), _iso(year, last)


def _month_list(match: re.Match[str], years: Years) -> Built:
    months = [month_of(month) for month in re.findall(ANY_MONTH, match["months"], re.I)]
    year = _year(match["y"], match, years, months[-1])
    if not year or any((after - before) % 12 != 1 for before, after in pairwise(months)):
        return None
    return _iso(year - (months[0] > months[-1]), months[0]), _iso(year, months[-1])


def _part(match: re.Match[str], years: Years) -> Built:
    groups = match.groupdict()
    rank, part, year = next(
        (groups[f"rank{n}"], groups[f"part{n}"], groups[f"y{n}"])
        for n in ("", "2", "3", "4")
        if groups[f"part{n}"]
    )
    size = 6 if part[0].lower() == "s" else 3
    number = _rank(rank, size)
    if number > 12 // size:
        return None
    return _iso(int(year), number * size - size + 1), _iso(int(year), number * size)


def _parts(match: re.Match[str], years: Years) -> Built:
    """`les premier et deuxième trimestres 2022`: from the start of the one to the end of the other."""
    size = 6 if match["part"][0].lower() == "s" else 3
    first, last = _rank(match["first"], size), _rank(match["last"], size)
    if not 1 <= first < last <= 12 // size:
        return None
    return _iso(int(match["y"]), first * size - size + 1), _iso(int(match["y"]), last * size)


def _rank(written: str, size: int) -> int:
    word = re.sub(
        r"(?<=[0-9]).*|(?<=^[iv])(?:er|[èe]me|e)$|(?<=^i[iv])(?:[èe]me|e)$|(?<=^iii)(?:[èe]me|e)$",
        "",
        written.lower(),
    )
    return _RANKS.get(word, 12 // size)


def _years(match: re.Match[str], years: Years) -> Built:
    first, last = int(match["y1"]), int(match["y2"])
    if match["and"] and not match["between"]:
        return None
    if _COUNTED.match(match.string, match.end()) or not 0 < last - first <= 40:
        return None
    return str(first), str(last)


def _short_years(match: re.Match[str], years: Years) -> Built:
    first, last = int(match["y1"]), int(match["y2"])
    led = last > 12 or _SCHOOL.search(match.string[max(0, match.start() - 24) : match.start()])
    return (str(first), str(first + 1)) if last == (first + 1) % 100 and led else None


def _exercise(match: re.Match[str], years: Years) -> Built:
    return match["y"], match["y"]


def _year(written: str | None, match: re.Match[str], years: Years, month: int) -> int:
    return int(written) if written else years.around(match.start(), month) or 0


def _full(written: str) -> int:
    return int(written) + (2000 if len(written) == 2 else 0)


def _iso(year: int, month: int, day: int = 0) -> str:
    return f"{year}-{month:02}" + (f"-{day:02}" if day else "")


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Years], Built]], ...] = (
    (_DATES, _dates),
    (_DAY_LIST, _day_list),
    (_DAYS_TWICE, _days_twice),
    (_DAYS, _days),
    (_DAYS_SLIPPED, _days_slipped),
    (_NUMERIC, _numeric),
    (_MONTH_LIST, _month_list),
    (_MONTHS, _months),
    (_PARTS, _parts),
    (_PART, _part),
    (_YEARS, _years),
    (_SHORT_YEARS, _short_years),
    (_EXERCISE, _exercise),
)
