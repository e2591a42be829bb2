"""Times of the day: `09 heures 30`, `15h`, `09 h 15 mn`, `8h30-12h`, `10:30`; value `HH:MM`."""

import re

from jalon.core.reading.facts import Fact, FactType
from jalon.core.reading.numbers import NUMBER_WORDS_OR_DIGITS
from jalon.core.reading.surface import Surface
from jalon.core.values.errors import ValueProblem
from jalon.core.values.numbers import parse_number

_TIME = re.compile(
    r"(?<![\w.,/])(?P<h>[01]?[0-9]|2[0-4])[ \n]?(?P<mark>h(?:eures?|rs?)?|H(?:eures?|EURES?)?|:)"
    r"(?:[ \n]?(?P<m>[0-5][0-9])(?![0-9]|[ .,][0-9])(?:[ \n]?(?:mn|min(?:utes?)?\b|MN))?"
    r"| ?z[ée]ro(?: minute)?)?"
    r"(?![\w%]|-?hommes|[.,:][0-9]| ?/ ?[0-9j])",
)
_IN_WORDS = re.compile(
    rf"(?<=\bà )(?P<h>{NUMBER_WORDS_OR_DIGITS}) heures?(?: (?P<m>{NUMBER_WORDS_OR_DIGITS})(?: minutes?)?\b"
    rf"| (?:z[ée]ro)(?: minute)?|(?P<half> et demie))?",
    re.I,
)
_LONG_BEFORE = re.compile(
    r"\b(?:pendant|durant|dur[ée]e(?: \w+){0,3}?|environ|moyenne|plus|moins|en|total"
    r"|volume(?: \w+)?|les|de|d'|apr[èe]s|toutes les|chaque|pr[èe]s|sous|dans les"
    r"|ensemble|soit|dont|sur|suivi|ont|a dur[ée]|raison de)(?: de)?(?: :)? ?\Z",
    re.I,
)
_AT_BEFORE = re.compile(
    r"(?:\b(?:à|vers|d[èe]s|jusqu'à|avant|apr[èe]s|partir de|entre \w{0,12}"
    r"|heures?(?: de (?:d[ée]but|fin|d[ée]marrage|cl[ôo]ture))? ?:|horaires? ?:|il (?:est"
    r"|[ée]tait)|de|et)|[-(–:]|[0-9])[ \n]?\Z",
    re.I,
)
_LONG_AFTER = re.compile(
    r"\s(?:de (?:formation|cours|travail|route|vol|d[ée]bats?|discussions?|programmes?"
    r"|t[ée]l[ée]vision|diffusion|marche|voyage|temps|d[ée]brief\w*|lecture)|par (?:jour"
    r"|semaine|mois)|d'(?:horloge|affil[ée]e|[ée]change\w*|antenne|[ée]mission\w*|attente)"
    r"|sur 24|\d|avant|apr[èe]s)",
    re.I,
)


def times(surface: Surface) -> None:
    """Take times of the day; hours that say how long are left to durations."""
    for match in surface.search(_TIME):
        if (
            (match["m"] is None and match["mark"] == ":")
            or int(match["h"]) > 24
            or not _is_time(surface, match)
        ):
            continue
        written = f"{int(match['h']):02}:{int(match['m'] or 0):02}"
        surface.take(Fact(FactType.TIME, match.start(), match.end(), written))
    for match in surface.search(_IN_WORDS):
        hour = _small(match["h"])
        minute = _small(match["m"]) if match["m"] else 30 if match["half"] else 0
        if (
            hour is not None
            and minute is not None
            and hour <= 24
            and minute < 60
            and not _LONG_AFTER.match(surface.plain, match.end())
        ):
            surface.take(Fact(FactType.TIME, match.start(), match.end(), f"{hour:02}:{minute:02}"))


def _small(written: str) -> int | None:
    try:
        value = parse_number(re.sub(r"\s+", " ", written)).value
    except ValueProblem:
        return None
    return value if isinstance(value, int) else None


_MEN = re.compile(r" ?(?:/|,|;|et|-|\+) ?[0-9]+ ?F\b")
_MEN_BEFORE = re.compile(r"[/,;(-] ?\Z|\b[0-9]+ ?F ?.{0,3}\Z")
_WOMEN = re.compile(r"[0-9] ?F\b|/ ?F\b")
_LASTING = re.compile(
    r"\b(?:pendant|durant|a dur[ée]|(?:dur[ée]e|d[ée]lai|temps|attente"
    r"|trajet)(?: [^\W\d]+(?:'[^\W\d]+)?){0,4}?)"
    r"(?: de| est de)?(?: :)? ?\Z",
    re.I,
)
_TO = re.compile(r" ?(?:à|et|-) ?[0-9]{1,2} ?h", re.I)
_AT = re.compile(r"\b(?:à|vers|dès|jusqu'à|partir de|après) ?\Z", re.I)
_FROM = re.compile(r"[0-9] ?h[^.]{0,6}\Z", re.I)
_ENDS = re.compile(r"\s*(?:[.\n\t|)]|\Z|pr[ée]cises?|GMT|TU)")


def _is_time(surface: Surface, match: re.Match[str]) -> bool:
    """Whether hours say when (`à 15h`, `14H-16H`), not how long (`pendant 2h`) nor men (`12 H et 15 F`)."""
    before = surface.plain[max(0, match.start() - 48) : match.start()]
    after = surface.plain[match.end() : match.end() + 24]
    if match["mark"] == "H" and (
        _MEN.match(after) or (_MEN_BEFORE.search(before) and _WOMEN.search(after[:12] + before))
    ):
        return False
    if _LONG_AFTER.match(after):
        return False
    if match["m"] is not None:
        return not _LASTING.search(before)
    if _TO.match(after) and not _LASTING.search(before):
        return True
    if _LONG_BEFORE.search(before) and not _AT.search(before):
        return _FROM.search(before) is not None
    return _AT_BEFORE.search(before) is not None or (match["mark"] in "hH" and _ENDS.match(after) is not None)
