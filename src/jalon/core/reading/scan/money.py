"""Amounts of money, their currency beside them, shared with a neighbour, or in a table's header."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from jalon.core.reading.facts import Fact, FactType
from jalon.core.reading.numbers import FoundNumber, numbers
from jalon.core.reading.scan.amounts import amount_of, scaled, take_amount
from jalon.core.reading.scan.columns import headed_cells
from jalon.core.reading.scan.currencies import (
    BARE,
    LONE_F,
    SHORT,
    TOKEN,
    begins_token,
    code_of,
    francs_of,
)
from jalon.core.reading.scan.unmarked_money import unmarked_money
from jalon.core.reading.surface import Surface
from jalon.core.values.errors import ValueProblem
from jalon.core.values.numbers import PrintedNumber, parse_number

_REACH = 110
_SHORT = r"(?:Mds?|Mrds?|MM|M|[kK])"
_BETWEEN = re.compile(rf"\s?(?P<short>{_SHORT})?(?: ?\n? {{0,12}})(?:(?:de|d')\s?)?")
_AFTER_NUMBER = re.compile(rf" ?(?P<short>{_SHORT})(?![\w])")
_BRACKETED = re.compile(r"\s?\(\s?(?P<inner>[^()]{6,200})\)")
_IN_WORDS = re.compile(r"[^\d]*\b(?:mille|cents?|millions?|milliards?)\b[^\d]*", re.I)
_HEADS = re.compile(r"\b[0-9]+ ?(?:H|hommes?)\b|\bH ?/ ?F\b|\bM ?/ ?F\b|\b(?:hommes|gar[çc]ons)\b", re.I)
_PRICED = re.compile(
    r"\b(?:prix|co[ûu]ts?|montants?|francs?|tarifs?|loyers?|frais|budget|somme|vend\w+|achet\w+"
    r"|pay\w+|F ?CFA|FCFA|salaire|recettes?"
    r"|cotisation\w*|[ée]pargne|d[ée]penses?|amende|caisse|total|revenus?)\b|\*|\bx\b",
    re.I,
)
_FRANCS = re.compile(r"\bF ?CFA\b|FCFA|\bfrancs CFA\b", re.I)
_UNIT_PRICE = re.compile(
    r"\s?\)?\s?[*x×]|\s(?:le|la|l'|par|chacun)\b|/[a-z]|\s(?:et|à|ou)\s[0-9][0-9 .]{2,9} ?F\b", re.I
)
_HEADER_SCALE = (
    (re.compile(r"\bmilliers? d|\bK ?(?:F|€|EUR)", re.I), 3),
    (re.compile(r"\bmillions? d|\bM ?(?:F ?CFA|€|EUR)", re.I), 6),
    (re.compile(r"\bmilliards? d", re.I), 9),
)


def money(surface: Surface) -> None:
    """Take amounts beside a currency, then the cells under one, then amounts whose words say money."""
    francs = francs_of(surface.plain)
    spoken_of = _FRANCS.search(surface.plain) is not None
    for pattern in (TOKEN, SHORT, LONE_F):
        for match in surface.search(pattern):
            alone = pattern is LONE_F
            if not (
                _is_franc(surface, match.start(), spoken_of)
                if alone
                else begins_token(surface.plain, match.start())
            ):
                continue
            code = code_of(match[0])
            _beside(surface, match, francs.get(code, code))
    for cell in headed_cells(surface, TOKEN):
        _in_column(surface, cell.start, cell.end, cell.header, francs)
    unmarked_money(surface, francs[BARE])


def _beside(surface: Surface, token: re.Match[str], currency: str) -> None:
    number, short = _before(surface, token.start())
    if number is not None and number.in_words and number.value == 1:
        return
    if number is not None:
        start, end = number.start, token.end()
    else:
        number, short, end = _behind(surface, token)
        if number is None:
            return
        labelled = ":" in surface.plain[token.end() : number.start]
        start = number.start if labelled else token.start()
    if not surface.is_free(start, end):
        return
    implicit = start > token.end()
    fact = take_amount(surface, start, end, amount_of(surface, number, short), currency, implicit=implicit)
    _pass_over_words(surface, fact)
    _first_bound(surface, fact, number)


def _before(surface: Surface, token: int) -> tuple[FoundNumber | None, str]:
    """The number that ends where a currency begins, and its short scale (`M` of `12 M€`)."""
    for number in reversed(list(_near(surface, max(0, token - _REACH), token))):
        if number.end > token:
            continue
        link = _BETWEEN.fullmatch(surface.plain, number.end, token)
        if link:
            return _whole(surface, number), link["short"] or ""
        if surface.plain[number.end : token].strip(" \n(") == "":
            return number, ""
    return None, ""


_APART = re.compile(r"(?<![0-9.,])([0-9]{1,3}) ,\Z")
_BAD_GROUPS = re.compile(r"(?<![\w.,])[1-9][0-9]{0,2}(?: [0-9]{3})+ \Z")
_BAD_GROUP = re.compile(r"(?<![\w.,/-])(?<![0-9] )([1-9][0-9]{1,2}) \Z")


def _whole(surface: Surface, number: FoundNumber) -> FoundNumber:
    """`4 672 00` is one badly written number, not 4 672 and 00."""
    tail = surface.plain[number.start : number.end]
    apart = _APART.search(surface.plain, max(0, number.start - 8), number.start)
    if apart is not None and surface.is_free(apart.start(), number.end):
        try:
            mended = parse_number(f"{apart[1]},{tail}", short_scales=True)
        except ValueProblem:
            return number
        return replace(number, start=apart.start(), number=mended, malformed=True)
    window = max(0, number.start - 24)
    written = surface.plain[window : number.start]
    head = _BAD_GROUPS.search(written)
    lone = _BAD_GROUP.search(written) if tail == "00" else None
    if lone is not None and surface.is_free(window + lone.start(), number.end):
        start = window + lone.start()
        joined = PrintedNumber(int(lone[1] + tail), text=surface.plain[start : number.end])
        return FoundNumber(start, number.end, joined, malformed=True)
    if head is None or not re.fullmatch("00?", tail):
        return number
    value = int(re.sub(r" ", "", head[0]) + "000")
    start = window + head.start()
    return FoundNumber(
        start, number.end, PrintedNumber(value, text=surface.plain[start : number.end]), malformed=True
    )


_NAMED = re.compile(r"francs?|euros?|dollars?", re.I)
_LABEL = re.compile(r" ?\)? ?: ?")


def _behind(surface: Surface, token: re.Match[str]) -> tuple[FoundNumber | None, str, int]:
    """The number behind a currency (`XOF 256,390 M`), its short scale, and where it ends."""
    if re.search(r"[0-9)] ?\Z", surface.plain[max(0, token.start() - 2) : token.start()]):
        return None, "", 0
    number = next(_near(surface, token.end(), min(len(surface.plain), token.end() + _REACH)), None)
    link = surface.plain[token.end() : number.start] if number else ""
    if (
        number is None
        or number.in_words
        or not (_LABEL.fullmatch(link) or (link in ("", " ") and not _NAMED.match(token[0])))
    ):
        return None, "", 0
    scale = _AFTER_NUMBER.match(surface.plain, number.end)
    return number, scale["short"] if scale else "", scale.end() if scale else number.end


def _near(surface: Surface, start: int, end: int) -> Iterator[FoundNumber]:
    """Numbers between two positions, this side of the last tab; what follows shows that a line goes on."""
    cell = surface.plain.rfind("\t", start, end - 1) + 1
    yield from numbers(surface.plain, max(start, cell), min(len(surface.plain), end + 4), articles=True)


def _pass_over_words(surface: Surface, fact: Fact) -> None:
    """`13 794 000 F CFA (treize millions …)` says the amount twice: the words are no other amount."""
    match = _BRACKETED.match(surface.plain, fact.end)
    if match and _IN_WORDS.fullmatch(match["inner"]) and surface.is_free(*match.span()):
        surface.use(*match.span())


_LED = re.compile(r"\b(?P<led>entre|de|variant de|allant de) (?:environ )?\Z", re.I)
_LINK = re.compile(r"\s?(?P<link>à|et|ou|-)\s?\Z")
_A_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


def _first_bound(surface: Surface, fact: Fact, number: FoundNumber) -> None:
    """`de 500 000 à 1 000 000 F CFA`, `entre 5 et 10 millions d'euros`: the first end has no currency."""
    link = _LINK.search(surface.plain[max(0, fact.start - 5) : fact.start])
    if link is None:
        return
    last = fact.start - len(link[0])
    first = next((n for n in _near(surface, max(0, last - 48), last) if n.end == last), None)
    if (
        first is None
        or not surface.is_free(first.start, last)
        or not _is_bound(surface, first, number, link["link"])
    ):
        return
    written, value = surface.plain[number.start : fact.end], first.value
    if value < 1000 and (re.search("mill", written) or fact.value != number.value):
        value = scaled(value, _scale_of(written))
    lower = take_amount(surface, first.start, last, value, fact.text("currency"), implicit=True)
    lower.say("bound", "min")
    fact.say("bound", "max")


def _is_bound(surface: Surface, first: FoundNumber, number: FoundNumber, link: str) -> bool:
    written = surface.plain[first.start : first.end]
    led = _LED.search(surface.plain[max(0, first.start - 24) : first.start])
    if _A_YEAR.fullmatch(written) and (led is None or first.value % 100):
        return False
    if link == "et":
        return led is not None and led["led"].lower() == "entre"
    return led is not None or link == "-" or 100 <= first.value < number.value


def _scale_of(written: str) -> int:
    if re.search(r"milliards?|Md|Mrd", written):
        return 9
    return 6 if re.search(r"millions?|M", written) else 3


def _repeats(surface: Surface, start: int, currency: str) -> bool:
    """Whether the cell before in the same row is the same amount in another currency."""
    last = next((f for f in reversed(surface.facts) if f.type is FactType.MONEY), None)
    return (
        last is not None
        and last.end < start
        and "\n" not in surface.plain[last.end : start]
        and last.text("currency") != currency
    )


def _in_column(surface: Surface, start: int, end: int, header: str, francs: Mapping[str, str]) -> None:
    token = TOKEN.search(header)
    found = list(numbers(surface.plain, start, end))
    if token is None or len(found) != 1 or not surface.is_free(start, end):
        return
    number = found[0]
    short = _AFTER_NUMBER.fullmatch(surface.plain, number.end, end)
    if number.start != start or (number.end != end and not short):
        return
    code = code_of(token[0])
    value = amount_of(surface, number, short["short"] if short else "")
    zeros = next((zeros for pattern, zeros in _HEADER_SCALE if pattern.search(header)), 0)
    if number.malformed is False and isinstance(value, Decimal) and zeros == 0 and code in francs:
        value = scaled(value, 0)
    currency = francs.get(code, code)
    again = _repeats(surface, start, currency)
    fact = take_amount(surface, start, end, scaled(value, zeros), currency, implicit=True)
    if again:
        fact.say("equivalent", True)


_HEADCOUNT = re.compile(r"\b(?:dont|soit) \Z|(?:[0-9]|[^\W\d]s) ?\( ?(?:dont )?\Z")
_MEN_NEXT = re.compile(r"F ?[/,;+-] ?[0-9]+ ?H\b")
_ASKED = re.compile(r"\b(?:à|de|pour|co[ûu]te|vaut)\s?\Z", re.I)


def _is_franc(surface: Surface, position: int, spoken_of: bool) -> bool:
    """Whether a lone F is francs: a price, never women (`253 H/358 F`, `85 membres (50 F)`).

    `spoken_of`: the text names the franc elsewhere.
    """
    text = surface.plain
    number, short = _before(surface, position)
    if number is None:
        return False
    paragraph = surface.paragraph_at(position)
    near = text[max(paragraph.start, position - 80) : min(paragraph.end, position + 40)]
    if _HEADS.search(near) or _MEN_NEXT.match(text, position):
        return False
    value = amount_of(surface, number, short)
    if short or value >= 1000:
        return value % 5 == 0
    before = text[max(0, number.start - 12) : number.start]
    if _UNIT_PRICE.match(text, position + 1):
        return value % 5 == 0
    if value < 5 or value % 5 or _HEADCOUNT.search(before):
        return False
    return (
        spoken_of
        or _PRICED.search(near) is not None
        or (_ASKED.search(before) is not None and value % 25 == 0)
    )
