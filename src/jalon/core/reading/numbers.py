"""Every number written in a stretch of text: digits with any separators, words, or both.

What is no cardinal is left out: ordinals (`1er`, `2ème`), numbers of a list (`3. `), numbers behind `n°`, the
pieces of a longer token (`2021-000226`, `v2.1`, `COVID-19`, `65 66 98 68`, `09:30`). Dates, amounts and years
are numbers too: the passes before have used their characters.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from jalon.core.values.errors import ValueProblem
from jalon.core.values.numbers import PrintedNumber, parse_number


@dataclass(frozen=True, slots=True)
class FoundNumber:
    """Characters [start, end[ and the number they say.

    `in_words`: written in words only. `words`: what the words say when digits repeat them (`douze (12)`),
    whose value is then `number`. `malformed`: badly grouped (`4.672.00`), the value is the best guess.
    """

    start: int
    end: int
    number: PrintedNumber
    in_words: bool = False
    words: int | Decimal | None = None
    malformed: bool = False

    @property
    def value(self) -> int | Decimal:
        """The value as written."""
        return self.number.value


_NUMBER_WORD = (
    "(?:zéro|zero|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize"
    "|vingts?|trente|quarante|cinquante|soixante|septante|huitante|octante|nonante|cents?|mille|millions?"
    "|milliards?)(?![a-zà-ÿ])"
)
_COLLECTIVE = (
    "(?:dizaine|douzaine|quinzaine|vingtaine|trentaine|quarantaine|cinquantaine|soixantaine"
    "|centaine|millier)s?"
)
WORDS = (
    rf"(?<!\w)(?<![Ll]')(?<!elqu')(?<!\w-){_NUMBER_WORD}"
    rf"(?:(?:[ -]et[ \n-]|\net |[ -]|\n){_NUMBER_WORD}){{0,14}}"
    rf"(?:[ \n]{_COLLECTIVE})?(?![\w])"
)
"""Words that may be a number, to be read with `parse_number`."""

_GAP = r"(?: |\n {0,12}(?=[0-9]{3}(?:[ .,'][0-9]{3})* {0,2}[^\n0-9 ]))"
DIGITS = (
    rf"(?:[1-9][0-9]{{0,2}}(?:(?:[.,']|{_GAP})[0-9]{{3}}(?![0-9]))+"
    r"(?:(?:[.,]| ,)[0-9]{1,2}(?![0-9.,]?[0-9]))?"
    r"|[0-9]+(?:[.,'][0-9]+)*)"
)
"""Digits that may be a number: groups of three behind any separator, or what stands without a space."""

NUMBER_WORDS_OR_DIGITS = (
    rf"(?:[0-9]{{1,4}}(?:[.,][0-9]{{1,2}})?|{_NUMBER_WORD}(?:(?:[ -]et[ \n-]|[ -]){_NUMBER_WORD}){{0,4}}"
    rf"|une [a-z]{{3,8}}aine d(?:e|'))"
)
"""A small number, before a unit of time: digits, words, or `une dizaine de`."""

_SCALE = (
    r"(?:(?:(?<![0-9]{4}), (?P<tail>[0-9]{1,3}))?[ \n]?(?P<scale>milliers?|millions?|milliards?"
    r"|mille)(?![\w-]))"
)
_FOUND = re.compile(rf"(?<![\w])(?P<digits>{DIGITS})(?:{_SCALE}|(?P<plus>\+))?", re.I)
_WORDS_FOUND = re.compile(WORDS, re.I)
_TWICE_DIGITS = re.compile(rf" ?\( ?(?P<digits>{DIGITS}) ?\)")
_TWICE_WORDS = re.compile(rf" ?\( ?(?P<words>{WORDS}) ?\)", re.I)

_BEHIND_BRACKET = re.compile(r" (millions?|milliards?|mille)\b", re.I)
_SMALLER = re.compile(r"(?: et)?[ \n](?P<digits>[0-9]{1,3})[ \n](?P<scale>millions?|mille)(?![\w-])", re.I)
_ORDINAL = re.compile(r" ?(?:ers?|[èe]res?|nde?s?|i?[èeé]mes?|[èe])(?!\w)|(?:i?[èé]me|[èé]re)(?=[^\W\d_]{4})")
_GLUED = re.compile(r"[A-Za-zÀ-ÿ²³]+")
_GLUED_UNITS = re.compile(
    r"[hflgtmjk]|fcf|fca|f?cfa|ans|xof|xaf|eur|usd|ha|[kcm]m[²³]?|m[²³]|kg|mn|min|[kmc]l|[km]wh?|kwc|wc|kva"
    r"|mrds?|mds?",
    re.I,
)
_MEASURE = re.compile(
    r"[ \n]?(?:%|(?:ha|hectares?|km²?|kilom[èe]tres?|m[²³23]?|m[èe]tres?|mm|cm|kg|g|t|tonnes?|l|litres?"
    r"|[km]wh?)\b)",
    re.I,
)
_PHONE = re.compile(r"(?<![0-9])[0-9]{2}(?:[ .-][0-9]{2}){3,}(?![0-9])")
_LIST_NUMBER = re.compile(r"\(?[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}(?:[.)]|\.-|\.\)|°|-)\)?[ \t]{1,4}(?=[^\W\d_])")
_BEHIND = re.compile(r"(?:\bn ?[°º] ?|\bno\.? |#|\bpage |\bpp?\. ?|\bart(?:icle|\.) ?)$", re.I)
_THREE_GROUP = re.compile(r"[1-9][0-9]{0,2},[0-9]{3}")
_MALFORMED = re.compile(
    r"[1-9][0-9]{0,2}(?:[.,][0-9]{3})+[.,](?:[0-9]{1,2}|[0-9]{4})|[1-9][0-9]{3,}(?:[.,][0-9]{3}){2,}"
)


def numbers(
    text: str, start: int = 0, end: int | None = None, *, articles: bool = False
) -> Iterator[FoundNumber]:
    """Yield the numbers of a `plain` text between two positions, in its order.

    `articles`: also `un` and `une` alone, which are seldom numbers.
    """
    stop = len(text) if end is None else end
    found = [*_in_digits(text, start, stop), *_in_words(text, start, stop, articles)]
    found.sort(key=lambda one: (one.start, -one.end))
    last = start
    for one in found:
        if one.start >= last:
            last = one.end
            yield one


def read_digits(written: str, *, scale: str = "", measured: bool = False) -> tuple[PrintedNumber, bool]:
    """Return the number that digits say, and whether they were badly grouped.

    `scale` is a word behind them (`millions`); `measured`: a unit of measure stands behind, so that a comma
    before three digits (`1,508`) is the decimal one. Raises ValueProblem when they are no number at all.
    """
    flat = re.sub(r"\s+", " ", written)
    if " ," in flat:
        return parse_number(flat.replace(" ,", ","), english=False), True
    english = not scale and not measured and bool(_THREE_GROUP.fullmatch(flat))
    try:
        return parse_number(f"{flat} {scale}".strip(), english=english), False
    except ValueProblem:
        if not _MALFORMED.fullmatch(flat):
            raise
    groups = re.split(r"[.,]", flat)
    if len(groups[-1]) < 3 and set(groups[-1]) == {"0"}:
        groups[-1] = "000"
    return PrintedNumber(int("".join(groups)), text=written), True


def _in_digits(text: str, start: int, stop: int) -> Iterator[FoundNumber]:
    phones = [match.span() for match in _PHONE.finditer(text, start, stop)]
    position = start
    while match := _FOUND.search(text, position, stop):
        first = match.start()
        if "\n" in match["digits"] and not _goes_on(text, first):
            match = _FOUND.match(text, first, text.index("\n", first)) or match
        position = match.end()
        if _inside(phones, first) or not _stands_alone(text, match) or _is_list_number(text, first):
            continue
        found = _read(text, match)
        if found is None:
            continue
        if match["scale"] and (smaller := _SMALLER.match(text, match.end(), stop)):
            found = _summed(found, smaller)
            position = found.end
        twice = _TWICE_WORDS.match(text, found.end, stop)
        repeated = _words_number(twice["words"]) if twice else None
        if twice and repeated:
            position = twice.end()
            yield FoundNumber(first, position, found.number, words=repeated.value, malformed=found.malformed)
        else:
            yield found


def _goes_on(text: str, first: int) -> bool:
    """Whether a number at a line's end is in a sentence: a cell of its own does not go on below."""
    return re.search(r"[^\W\d_]{2}[^\n\t|]*\Z", text[max(0, first - 80) : first]) is not None


def _read(text: str, match: re.Match[str]) -> FoundNumber | None:
    written, scale = match["digits"], match["scale"] or ""
    if match["tail"]:
        if not written.isdecimal():
            return None
        written = f"{written},{match['tail']}"
    try:
        if match["plus"]:
            number, malformed = parse_number(re.sub(r"\s+", " ", written) + "+"), False
        else:
            measured = bool(_MEASURE.match(text, match.end()))
            number, malformed = read_digits(written, scale=scale.lower(), measured=measured)
    except ValueProblem:
        return None
    return FoundNumber(*match.span(), number, malformed=malformed)


def _summed(found: FoundNumber, smaller: re.Match[str]) -> FoundNumber:
    """`1 milliard 870 millions`: one number in two scales."""
    rest = parse_number(f"{smaller['digits']} {smaller['scale'].lower()}")
    if rest.value >= found.value:
        return found
    number = PrintedNumber(found.value + rest.value, rest.precision, found.number.qualifier)
    return FoundNumber(found.start, smaller.end(), number)


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    """Whether the digits are no piece of a longer token, nor an ordinal."""
    first, last = match.start(), match.end()
    before, further = text[first - 1 : first], text[first - 2 : first - 1] if first > 1 else ""
    if before in ".,:'" and before and further.isdigit():
        return False
    if before in "-/" and before and further.isalnum() and not _is_other_end(text, first, match["digits"]):
        return False
    if _BEHIND.search(text, max(0, first - 9), first):
        return False
    return match["scale"] is not None or _may_end(text, last, match["digits"])


def _is_other_end(text: str, first: int, digits: str) -> bool:
    """Whether digits behind a dash or a slash are the second of two numbers: `15-40`, `253 H/358`."""
    window = max(0, first - 24)
    head = re.search(r"(?:(?<![\w./,-])[0-9]{1,4}|[0-9] ?[A-Za-zÀ-ÿ]+)[-/]$", text[window:first])
    if head is None or re.match(r"0[0-9]{2}|[0-9]{5}", digits):
        return False
    return not _BEHIND.search(text, max(0, window + head.start() - 9), window + head.start())


def _may_end(text: str, last: int, digits: str) -> bool:
    after = text[last : last + 2]
    if re.fullmatch(r"[-/][0-9]", after):
        tail = re.match(r"[-/][0-9]{1,4}(?![\w/-]|[.,][0-9])", text[last : last + 8])
        return tail is not None and re.fullmatch(r"[1-9]?[0-9]{1,3}|[0-9]{4}", digits) is not None
    if re.fullmatch(r"[-_][^\W\d_]|[:_'][0-9]|[_@]\w?", after):
        return False
    if _ORDINAL.match(text, last):
        return False
    glued = _GLUED.match(text, last)
    if glued is None:
        return True
    word = glued[0]
    ends = not re.match(r"[0-9]", text[glued.end() : glued.end() + 1])
    return ends and (_GLUED_UNITS.fullmatch(word) is not None or (len(word) > 3 and word[1:].islower()))


def _is_list_number(text: str, first: int) -> bool:
    line = text.rfind("\n", 0, first) + 1
    lead = text[line:first].strip(" \t*|(")
    return not lead and _LIST_NUMBER.match(text, first) is not None


def _inside(spans: list[tuple[int, int]], position: int) -> bool:
    index = bisect_right(spans, position, key=lambda span: span[0]) - 1
    return index >= 0 and position < spans[index][1]


def _in_words(text: str, start: int, stop: int, articles: bool) -> Iterator[FoundNumber]:
    for match in _WORDS_FOUND.finditer(text, start, stop):
        for first, last, number in _cut(text, *match.span()):
            twice = _TWICE_DIGITS.match(text, last, stop)
            if twice and (digits := _digits_number(twice["digits"])):
                yield _scaled(text, FoundNumber(first, twice.end(), digits, words=number.value), stop)
            elif (number.value != 1 or articles) and not _is_other_word(text, first, last):
                yield FoundNumber(first, last, number, in_words=True)


def _scaled(text: str, found: FoundNumber, stop: int) -> FoundNumber:
    """`quinze (15) millions`: the scale behind the bracket is that of both."""
    scale = _BEHIND_BRACKET.match(text, found.end, stop)
    size = parse_number(f"1 {scale[1]}".lower()).value if scale else 1
    if scale is None or found.words is None:
        return found
    value = parse_number(f"{found.value} {scale[1]}".lower())
    return FoundNumber(found.start, scale.end(), value, words=found.words * size)


def _cut(text: str, first: int, last: int) -> Iterator[tuple[int, int, PrintedNumber]]:
    """The longest readable numbers of a run of number words: `deux trois` is two of them."""
    edges = [m.span() for m in re.finditer(r"[^\W\d_]+", text[first:last])]
    index = 0
    while index < len(edges):
        for after in range(len(edges), index, -1):
            start, end = first + edges[index][0], first + edges[after - 1][1]
            if number := _words_number(text[start:end]):
                yield start, end, number
                index = after
                break
        else:
            index += 1


_NO_NUMBER = re.compile(r"et\b|(?:millions?|milliards?|cents|vingts)\b|.*\bet$", re.I | re.S)


def _words_number(written: str) -> PrintedNumber | None:
    if _NO_NUMBER.match(written):
        return None
    try:
        return parse_number(re.sub(r"\s+", " ", written))
    except ValueProblem:
        return None


def _digits_number(written: str) -> PrintedNumber | None:
    try:
        return read_digits(written)[0]
    except ValueProblem:
        return None


def _is_other_word(text: str, first: int, last: int) -> bool:
    """`un véhicule neuf` is new and not nine, `les deux tiers` is a fraction."""
    word = text[first:last].lower()
    if word == "neuf":
        before, after = text[max(0, first - 10) : first], text[last : last + 6]
        return bool(re.search(r"\b(?:à|flambant) $", before)) or not re.match(r"\s[a-zà-ÿ]{3,}", after, re.I)
    return bool(
        re.match(r" (?:fois merci|mercis?\b|tiers\b|quarts?\b|cinqui[èe]mes?\b)", text[last : last + 14])
    )
