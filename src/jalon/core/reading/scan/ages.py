"""Ages: `15 à 40 ans`, `enfants de 6 à 59 mois`, `moins de 5 ans`, `65 ans et plus`; never how long."""

import re

from jalon.core.reading.facts import Fact, FactType
from jalon.core.reading.numbers import NUMBER_WORDS_OR_DIGITS as _N
from jalon.core.reading.scan.forms import GAP
from jalon.core.reading.scan.spots import search_in, windows
from jalon.core.reading.surface import Surface
from jalon.core.values.errors import ValueProblem
from jalon.core.values.numbers import parse_number

_SPOT = re.compile(r"(?<![^\W\d_])(?:ans|mois)\b", re.I)
_UNIT = rf"{GAP}?(?:ans\b|mois\b)"
_RANGE = re.compile(
    rf"(?<![\w.,/])(?P<low>{_N})(?:{GAP}(?P<unit>ans?|mois))?(?:{GAP}?(?:-|/){GAP}?|{GAP}(?:à|et"
    rf"|au){GAP})(?:l'âge{GAP}de{GAP})?(?P<high>{_N})(?P<last>{_UNIT})(?P<plus>{GAP}et{GAP}(?:plus|demi))?",
    re.I,
)
_MORE = re.compile(
    rf"(?<!\w)(?:(?:plus|au-dessus|au-delà){GAP}de{GAP}(?P<n>{_N}){_UNIT}|(?:à{GAP}partir{GAP}de|au{GAP}moins"
    rf"|minimum){GAP}(?P<n2>{_N}){_UNIT}"
    rf"|(?P<n3>{_N}){_UNIT}{GAP}(?:et{GAP}(?:plus|au-del[àa])|ou{GAP}plus"
    rf"|r[ée]volus{GAP}et{GAP}plus)|\+{GAP}?(?P<n4>{_N}){_UNIT})",
    re.I,
)
_LESS = re.compile(
    rf"(?<!\w)(?:(?:(?:de{GAP})?moins|(?:en |au)-?dessous){GAP}de{GAP}(?P<n>{_N}){_UNIT}"
    rf"|(?P<n2>{_N}){_UNIT}{GAP}(?:et{GAP}moins|au{GAP}plus|ou{GAP}moins)"
    rf"|jusqu'à{GAP}(?P<n3>{_N}){_UNIT})",
    re.I,
)
_EXACT = re.compile(
    rf"(?:\b[âa]g[ée]e?s?{GAP}de{GAP}|\b[âa]ge{GAP}(?:(?:moyen|m[ée]dian|minimum|maximum"
    rf"|l[ée]gal){GAP})?(?:de{GAP}|est{GAP}de{GAP}|:{GAP})?"
    rf"|\bmajeure?s?{GAP}de{GAP}"
    rf"|(?<![0-9] )\b(?:à|d[èe]s){GAP}(?:l'[âa]ge{GAP}de{GAP})?(?=1[0-9]{GAP}ans))(?P<n>{_N}){_UNIT}",
    re.I,
)

_APPOSED = re.compile(
    rf"(?<=, )(?:1[2-9]|[2-9][0-9]){_UNIT}(?=,| et |\.|\)| \()|(?<=\()(?:1[2-9]|[2-9][0-9]) ans(?=\))", re.I
)
_ONE_PERSON = re.compile(
    r"\b(?:fille|gar[çc]on|femme|homme|enfant|m[èe]re|p[èe]re|[ée]l[èe]ve|veuve|veuf|dame"
    r"|fillette|jeune|adolescente?|orpheline?)"
    r"(?: (?!pendant|depuis|durant|dans|il|apr[èe]s"
    r"|en\b)[a-zà-ÿ]+){0,2},? (?:de )?(?P<n>[0-9]{1,2}) (?:ans|mois)\b",
    re.I,
)
_PERSON = (
    r"(?:jeunes?(?: gens| filles?| gar[çc]ons?| femmes?| hommes?)?|enfants?|femmes?|hommes?"
    r"|filles?|gar[çc]ons?|personnes?|adultes?|adolescente?s?"
    r"|[ée]l[èe]ves?|nourrissons?|nouveau-n[ée]s|b[ée]b[ée]s?|population|individus?|habitants?"
    r"|b[ée]n[ée]ficiaires?|apprenante?s?|candidate?s?|citoyens?"
    r"|m[èe]res?|fillettes|mineurs?|PDI|d[ée]plac[ée]s|r[ée]fugi[ée]s|cible|public|tranches?"
    r"|groupes?|ceux|celles|[âa]ges?|[âa]g[ée]e?s?|seniors|a[îi]n[ée]s)"
)
_ABOUT = re.compile(
    rf"(?:\b(?P<about>{_PERSON})(?:,? (?!pendant|durant|depuis|apr[èe]s|dans|sur|d'exp|dur[ée]e"
    rf"|p[ée]riode|suivi|form[ée]|r[ée]sid)[^\W\d]+(?:[-'][^\W\d]+)*){{0,4}},?{GAP}?\(?"
    rf"(?:(?:ayant|dont l'âge (?:varie|est)|[âa]g[ée]e?s?){GAP})?(?:(?:de|d'|des|entre|ont"
    rf"|compris(?:es|e)?{GAP}entre|allant{GAP}de|d'{GAP}?au|les){GAP}?)?"
    rf"|[âa]ge[^.\n]{{0,24}})\Z",
    re.I,
)
_DIRECT = re.compile(
    r"(?:\b(?:[âa]g[ée]e?s?|[âa]ge)(?: \w+){0,3} (?:de |d'|entre |est de )?|\b(?:les|des"
    r"|aux)(?: jeunes)? |\b(?:ont|avaient|ayant|[0-9]+ de) )\Z",
    re.I,
)
_LONG = re.compile(
    r"\b(?:dur[ée]e|pendant|durant|depuis|apr[èe]s|d[ée]lai|p[ée]riode|exp[ée]rience|extension"
    r"|prolongation|sur|dans|d'ici|en|tous|toutes|chaque|convention|projet|programme|phase"
    r"|plan)\b[^.;\n]{0,18}\Z",
    re.I,
)
_EXPERIENCE = re.compile(
    r"\s(?:d'exp|d'anciennet|de service|de mise en|de travail|de pr[ée]sence|de collabor"
    r"|d'existence|plus t[oô]t|plus tard|avant|apr[èe]s|auparavant|de suivi|de formation"
    r"|de p[âa]t)",
    re.I,
)
_AGES_HEAD = re.compile(r"(?:\A|[\n\t|(:]) *(?:d'|de )?\Z")


def ages(surface: Surface) -> None:
    """Take ranges of age where persons are spoken of; an age alone is only passed over."""
    stretches = windows(surface, _SPOT, before=110, after=30)
    for match in search_in(surface, _RANGE, stretches):
        low, high = _number(match["low"]), _number(match["high"])
        if _is_mixed(match):
            if _is_age(surface, match):
                surface.use(*match.span())
            continue
        if low is not None and high is not None and low < high <= 120 and _is_age(surface, match):
            _take(surface, match, low, high)
    for match in search_in(surface, _MORE, stretches):
        number = _number(match["n"] or match["n2"] or match["n3"] or match["n4"])
        if number is not None and _is_age(surface, match, after=bool(match["n3"])):
            _take(surface, match, number, None)
    for match in search_in(surface, _LESS, stretches):
        number = _number(match["n"] or match["n2"] or match["n3"])
        if number is not None and _is_age(surface, match):
            _take(surface, match, None, number)
    for pattern in (_EXACT, _APPOSED, _ONE_PERSON):
        for match in search_in(surface, pattern, stretches):
            surface.use(*match.span())


def _is_mixed(match: re.Match[str]) -> bool:
    """Whether the two ends are in two units: `de 6 mois à 5 ans` is no pair of years nor of months."""
    return bool(match["unit"]) and match["unit"].lower().startswith("mois") != (
        "mois" in match["last"].lower()
    )


def _is_age(surface: Surface, match: re.Match[str], *, after: bool = False) -> bool:
    text, start = surface.plain, match.start()
    if _EXPERIENCE.match(text, match.end()):
        return False
    before = text[max(0, start - 90) : start]
    if _DIRECT.search(before) or _ABOUT.search(before) or "dess" in match[0]:
        return True
    if match.groupdict().get("low") == "0":
        return True
    if _LONG.search(before):
        return False
    if re.match(r"[0-9]{1,2}-[0-9]{2} ans", match[0]):
        return True
    alone = (
        _AGES_HEAD.search(before) is not None
        and re.match(r" *(?:[\n\t|):]|\Z)", text[match.end() :][:4]) is not None
    )
    return after or (alone and "mois" not in match[0])


def _take(surface: Surface, match: re.Match[str], low: int | None, high: int | None) -> None:
    surface.take(Fact(FactType.AGE_RANGE, match.start(), match.end(), (low, high)))


def _number(written: str | None) -> int | None:
    try:
        value = parse_number(re.sub(r"\s+", " ", written or "")).value
    except ValueProblem:
        return None
    return value if isinstance(value, int) else None
