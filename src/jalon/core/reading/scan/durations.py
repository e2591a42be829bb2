"""Durations: `six mois`, `trois (03) ans`, `2 ans et 6 mois`, `48 heures`, as ISO 8601."""

import re

from jalon.core.reading.facts import Fact, FactType
from jalon.core.reading.numbers import NUMBER_WORDS_OR_DIGITS as _N
from jalon.core.reading.scan.forms import GAP
from jalon.core.reading.scan.qualifiers import qualifier_before
from jalon.core.reading.surface import Surface
from jalon.core.values.errors import ValueProblem
from jalon.core.values.numbers import parse_number

_UNITS = (
    ("Y", 1, r"ans?|ann[ée]es?"),
    ("Y", 10, r"d[ée]cennies?"),
    ("M", 6, r"semestres?"),
    ("M", 3, r"trimestres?"),
    ("M", 1, r"mois"),
    ("D", 7, r"semaines?"),
    ("D", 1, r"jours?|journ[ée]es?|jrs?"),
    ("TH", 1, r"heures?|hrs?|h"),
    ("TM", 1, r"minutes?|mn|min"),
)
_UNIT = "|".join(words for _, _, words in _UNITS)
_ORDER = ("Y", "M", "D", "TH", "TM")
_ADJECTIVE = r"(?:(?:premi[èe]re?s?|derni[èe]re?s?|prochaine?s?|longue?s?|bonne?s?|pleine?s?|petite?s?)\s)?"
_ONE = (
    rf"(?P<number>{_N})(?: ?\( ?(?P<again>[0-9]{{1,3}}"
    rf"|{_N}) ?\))?(?:{GAP}?){_ADJECTIVE}(?P<unit>{_UNIT})(?:(?!\w)"
    r"|(?<=h)(?=[0-5][0-9])|(?<=[a-z]{3})(?=[1-9](?!\w)))(?!-hommes?|/hommes?|-personnes?)"
)
_PART = re.compile(_ONE, re.I)
_DURATION = re.compile(rf"(?<![\w.,/])(?<![^\W\d_]-)(?<!\bl')(?<!qu'){_ONE}", re.I)
_FIRST_END = re.compile(
    rf"(?:(?<=entre )|(?<![\w.,/'-]))(?P<number>{_N}) ?(?:à|-|(?<=[0-9]) ou|ou) ?\Z", re.I
)
_NEXT = re.compile(rf"(?:{GAP}et{GAP}|,?{GAP}|)(?={_N})", re.I)
_MINUTES = re.compile(r" ?([0-5][0-9])(?: ?(?:mn|min(?:utes?)?)\b)?(?![\w%]| [a-z]{3,}s\b)")
_HALF = re.compile(rf"{GAP}et{GAP}demie?\b", re.I)

_A_YEAR = re.compile(r"[ \n](?:19|20)[0-9]{2}\b")
_LASTING = re.compile(r"\b(?:pendant|durant|dur[ée]e de|extension de|sur) \Z", re.I)
_COUNTED_DAYS = re.compile(
    r"\s(?:portes? ouvertes?|mondiale|internationale|nationale|d'action citoyenne|f[ée]ri[ée]s?)", re.I
)
_OF_EVENT = re.compile(r"\s(?:de |d'|du |des )", re.I)
_OF_DAYS = re.compile(r"\b(?:de|d'|pendant|durant|en|sur|dure|soit)(?: \w{2,5})? ?\Z", re.I)
_RATE = re.compile(r" ?/ ?(?:24|7|j)\b|\ssur (?:24|7|sept|vingt-quatre)\b")
_MAN_DAYS = re.compile(r"(?: ?[-/] ?|\s)(?:hommes?|personnes?)(?:\b)")


def durations(surface: Surface) -> None:
    """Take lengths of time: years, months, days (a week is seven), hours and minutes as written."""
    for match in surface.search(_DURATION):
        if not surface.is_free(*match.span()) or not _is_duration(surface, match):
            continue
        read = _read(match)
        if read is None:
            continue
        sizes, end = {read[0]: read[1]}, match.end()
        end = _further(surface, end, sizes)
        fact = Fact(FactType.DURATION, match.start(), end, _iso(sizes))
        if approx := qualifier_before(surface.plain, match.start()):
            fact.say("approx", approx)
        surface.take(fact)
        _first_end(surface, fact, match)


def _first_end(surface: Surface, fact: Fact, match: re.Match[str]) -> None:
    """`3 à 5 ans`: the first end takes the unit of the last."""
    window = max(0, fact.start - 24)
    found = _FIRST_END.search(surface.plain[window : fact.start])
    if found is None or not surface.is_free(window + found.start("number"), window + found.end("number")):
        return
    try:
        value = parse_number(found["number"]).value
    except ValueProblem:
        return
    if value == 0:
        return
    letter, size = _unit_of(match["unit"])
    start, end = window + found.start("number"), window + found.end("number")
    surface.take(Fact(FactType.DURATION, start, end, _iso({letter: float(value * size)})))


def _is_duration(surface: Surface, match: re.Match[str]) -> bool:
    text = surface.plain
    before = text[max(0, match.start() - 14) : match.start()]
    number, unit = match["number"].lower(), match["unit"].lower()
    if number in ("un", "une") and not match["again"] and not _is_one(text, match, unit):
        return False
    if unit in ("h", "hr", "hrs") and match["unit"] == "H":
        return False
    if unit.startswith(("trim", "sem")) and not unit.startswith("semaine") and not _LASTING.search(before):
        return False
    if re.search(r"\b(?:[âa]g[ée]e?s?|[âa]ge) de \Z", before, re.I) or re.search(r"\bn ?[°o]\.? ?\Z", before):
        return False
    after = match.end()
    if unit.startswith("journ") and _OF_EVENT.match(text, after) and not _OF_DAYS.search(before):
        return False
    return not (_COUNTED_DAYS.match(text, after) or _RATE.match(text, after) or _MAN_DAYS.match(text, after))


def _is_one(text: str, match: re.Match[str], unit: str) -> bool:
    """Whether `un jour`, `une journée` says how long: not in `un jour, …`, `une année record`."""
    before = text[max(0, match.start() - 24) : match.start()]
    led = re.search(
        r"\b(?:de|d'|pendant|durant|apr[èe]s|depuis|en|dans|sur|prend|pour|dure|dur[ée]|moins"
        r"|plus|environ|d'au moins|soit|encore|pr[èe]s|tous les|avant|sous|il y a) ?(?:d')?\Z",
        before,
        re.I,
    )
    if _HALF.match(text, match.end()):
        return True
    if _A_YEAR.match(text, match.end()):
        return False
    if unit in ("jour", "journée", "heure", "année", "annee", "journee"):
        return (
            led is not None
            and re.match(
                r"\s(?:record|charni[èe]re|exceptionnelle|de transition|difficile)", text[match.end() :][:20]
            )
            is None
        )
    return True


def _read(match: re.Match[str]) -> tuple[str, float] | None:
    written = match["again"] or match["number"]
    try:
        value = parse_number(re.sub(r"\s+", " ", written)).value
    except ValueProblem:
        return None
    letter, size = _unit_of(match["unit"])
    total = value * size
    return (letter, float(total)) if 0 < total < 10_000 else None


def _unit_of(written: str) -> tuple[str, int]:
    return next((a, b) for a, b, words in _UNITS if re.fullmatch(words, written, re.I))


def _further(surface: Surface, end: int, sizes: dict[str, float]) -> int:
    """`et 6 mois`, `30 minutes`, `et demi` behind a part: smaller units only."""
    text = surface.plain
    if half := _HALF.match(text, end):
        last = list(sizes)[-1]
        smaller = {"Y": ("M", 6.0), "M": ("D", 15.0), "TH": ("TM", 30.0)}.get(last)
        if smaller:
            sizes[smaller[0]] = smaller[1]
            return half.end()
        return end
    if "TH" in sizes and (minutes := _MINUTES.match(text, end)):
        sizes["TM"] = float(minutes[1])
        return minutes.end()
    link = _NEXT.match(text, end)
    part = _PART.match(text, link.end()) if link else None
    read = _read(part) if part else None
    if part is None or read is None or not surface.is_free(*part.span()):
        return end
    if _ORDER.index(read[0]) <= max(_ORDER.index(letter) for letter in sizes):
        return end
    sizes[read[0]] = read[1]
    return _further(surface, part.end(), sizes)


def _iso(sizes: dict[str, float]) -> str:
    days = "".join(f"{sizes[letter]:g}{letter}" for letter in ("Y", "M", "D") if letter in sizes)
    hours = "".join(f"{sizes[letter]:g}{letter[1]}" for letter in ("TH", "TM") if letter in sizes)
    return f"P{days}" + (f"T{hours}" if hours else "")
