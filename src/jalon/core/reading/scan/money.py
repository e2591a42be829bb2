"""Amounts of money, their currency beside them, shared with a neighbour, or in a table's header."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from jalon.core.reading.facts import Fact, FactType
from jalon.core.reading.numbers import FoundNumber, numbers
from jalon.core.reading.scan.columns import headed_cells
from jalon.core.reading.scan.currencies import FRANC, LONE_F, TOKEN, begins_token, code_of, franc_of
from jalon.core.reading.scan.money_words import describe
from jalon.core.reading.scan.qualifiers import qualifier_before
from jalon.core.reading.surface import Surface
from jalon.core.values.errors import ValueProblem
from jalon.core.values.numbers import PrintedNumber, parse_number

_REACH = 110
_PARITY = Decimal("655.957")
_SHORT = r"(?:Mds?|Mrds?|MM|M|[kK])"
_BETWEEN = re.compile(rf"\s?(?P<short>{_SHORT})?(?: ?\n? {{0,12}})(?:(?:de|d')\s?)?")
_AFTER_NUMBER = re.compile(rf" ?(?P<short>{_SHORT})(?![\w])")
_SCALES = {"k": 3, "m": 6, "mm": 6, "md": 9, "mds": 9, "mrd": 9, "mrds": 9}
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
    franc = franc_of(surface.plain)
    spoken_of = _FRANCS.search(surface.plain) is not None
    for pattern in (TOKEN, LONE_F):
        for match in surface.search(pattern):
            alone = pattern is LONE_F
            if not (
                _is_franc(surface, match.start(), spoken_of)
                if alone
                else begins_token(surface.plain, match.start())
            ):
                continue
            code = code_of(match[0])
            _beside(surface, match, franc if code == FRANC else code)
    for cell in headed_cells(surface, TOKEN):
        _in_column(surface, cell.start, cell.end, cell.header, franc)
    _implicit(surface, franc)


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
    fact = _take(surface, start, end, _amount(surface, number, short), currency, implicit=implicit)
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
    head = _BAD_GROUPS.search(surface.plain[window : number.start])
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


def _amount(surface: Surface, number: FoundNumber, short: str) -> int | Decimal:
    if surface.plain[number.start : number.end] == "655,957":
        return _PARITY
    if not short:
        return number.value
    written = re.sub(r"\s+", " ", surface.plain[number.start : number.end])
    try:
        return parse_number(f"{written} {short}", short_scales=True).value
    except ValueProblem:
        return _scaled(number.value, _SCALES[short.lower()])


def _scaled(value: int | Decimal, zeros: int) -> int | Decimal:
    found = Decimal(value).scaleb(zeros)
    return int(found) if found == found.to_integral_value() else found


def _take(
    surface: Surface, start: int, end: int, value: int | Decimal, currency: str, *, implicit: bool = False
) -> Fact:
    fact = Fact(FactType.MONEY, start, end, value, {"currency": currency})
    if implicit:
        fact.say("implicit", True)
    if approx := qualifier_before(surface.plain, start):
        fact.say("approx", approx)
    describe(surface, fact)
    return surface.take(fact)


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
        value = _scaled(value, _scale_of(written))
    lower = _take(surface, first.start, last, value, fact.text("currency"), implicit=True)
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


def _in_column(surface: Surface, start: int, end: int, header: str, franc: str) -> None:
    token = TOKEN.search(header)
    found = list(numbers(surface.plain, start, end))
    if token is None or len(found) != 1 or not surface.is_free(start, end):
        return
    number = found[0]
    short = _AFTER_NUMBER.fullmatch(surface.plain, number.end, end)
    if number.start != start or (number.end != end and not short):
        return
    code = code_of(token[0])
    value = _amount(surface, number, short["short"] if short else "")
    zeros = next((zeros for pattern, zeros in _HEADER_SCALE if pattern.search(header)), 0)
    if number.malformed is False and isinstance(value, Decimal) and zeros == 0 and code == FRANC:
        value = _scaled(value, 0)
    currency = franc if code == FRANC else code
    again = _repeats(surface, start, currency)
    fact = _take(surface, start, end, _scaled(value, zeros), currency, implicit=True)
    if again:
        fact.say("equivalent", True)


_SAID = re.compile(
    r"\b(?:montants?|co[ûu]ts?|budgets?|enveloppes?|sommes?|financements?|subventions?"
    r"|cr[ée]dits?|contributions?|apports?|recettes?"
    r"|chiffres? d'affaires|b[ée]n[ée]fices?|d[ée]penses?|ch[èe]ques?|dons?|dotations?|primes?"
    r"|bourses?|salaires?|cotisations?|pr[êe]ts?|fonds|valeur)(?: (?!d'|de\b"
    r"|est|[ée]tait|[àa] )[^\W\d]+){0,3}"
    r"(?:,? (?:qui )?(?:s'[ée]l[èe]v\w+|s'[ée]tabli\w+|est estim[ée]e?|estim[ée]e?s?"
    r"|[ée]valu[ée]e?s?|chiffr[ée]e?s?|est|[ée]tait|fix[ée]e?|arr[êe]t[ée]e?"
    r"|port[ée]e?)(?: (?:à|de))?"
    r"| (?:global |total |initial |annuel |pr[ée]visionnel )*(?:de|d'|à hauteur de|:)"
    r"| ?:)\s?(?:environ |pr[èe]s de |plus de |moins de )?\Z",
    re.I,
)
_LARGE = re.compile(
    r"(?<![\w.,/-])(?:(?:[1-9][0-9]{0,2}(?:[ .][0-9]{3}){1,4}"
    r"|[0-9]+(?:[.,] ?[0-9]+)?)\s(?P<scale>millions?|milliards?|Mds?)"
    r"|[1-9][0-9]{0,2}(?:[ .][0-9]{3}){1,4})(?!\w|[.,][0-9]| [0-9])",
    re.I,
)
_NOT_COUNTED = re.compile(
    r"\s?(?:[.,;:)!?(]|\Z|\n\s*\n|\s(?:dans|pour|sur|par|en|au|aux|à|a|ont|est|sont|[ée]tait|et|ou|dont|soit"
    r"|qui|afin|avec|lors|destin|r[ée]part|octroy|allou|accord|mobilis|mis|pour)\b\w*)"
)
_COUNTED = re.compile(
    r"\s(?:de|d'|des|du)\b|\s(?:habitants|personnes|femmes|hommes|plants|arbres|tonnes|t[êe]tes"
    r"|doses|ha|km|m3)\b",
    re.I,
)
_OF_PEOPLE = re.compile(
    r"\b(?:habitants|population|personnes|hectares|tonnes|plants|arbres|t[êe]tes|doses|femmes|enfants)\b",
    re.I,
)
_PART_OF = re.compile(r"\b(?:dont|soit|contre|sur|reste|à|puis)\s\Z", re.I)


def _implicit(surface: Surface, franc: str) -> None:
    """`un montant de 26 millions dans trois régions`: the currency is the one the text uses most.

    `dont 900 millions pour…` beside an amount of the same sentence or paragraph has its currency.
    """
    amounts = surface.of_type(FactType.MONEY)
    used = Counter(f.text("currency") for f in amounts)
    most = used.most_common(1)[0][0] if used else franc
    starts = [fact.start for fact in amounts]
    for match in surface.search(_LARGE):
        text = surface.plain
        counted = (
            _COUNTED.match(text, match.end()) if match["scale"] else not _NOT_COUNTED.match(text, match.end())
        )
        if counted:
            continue
        before = text[max(0, match.start() - 90) : match.start()]
        index = bisect_left(starts, match.start())
        beside = _beside_amount(surface, match, amounts[max(0, index - 1) : index + 1])
        if _SAID.search(before):
            currency = beside.text("currency") if beside else most
        elif beside and (match["scale"] or _PART_OF.search(before)):
            currency = beside.text("currency")
        else:
            continue
        _take_implicit(surface, match, currency)


def _beside_amount(surface: Surface, match: re.Match[str], near: list[Fact]) -> Fact | None:
    """The amount of the same sentence that a number without a currency goes with."""
    sentence = surface.sentence_at(match.start())
    same = [fact for fact in near if sentence.start <= fact.start < sentence.end]
    if same:
        return same[0] if same[0].end <= match.start() or match["scale"] else None
    paragraph = surface.paragraph_at(match.start())
    people = _OF_PEOPLE.search(surface.plain, sentence.start, sentence.end)
    earlier = [fact for fact in near if paragraph.start <= fact.start < match.start()]
    return earlier[-1] if earlier and match["scale"] and not people else None


def _take_implicit(surface: Surface, match: re.Match[str], currency: str) -> None:
    found = next(iter(numbers(surface.plain, *match.span())), None)
    if found is None:
        return
    short = match["scale"] if match["scale"] and match["scale"].lower().startswith("md") else ""
    value = _amount(surface, found, short)
    if value >= 1000:
        _take(surface, match.start(), match.end(), value, currency, implicit=True)


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
    value = _amount(surface, number, short)
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
