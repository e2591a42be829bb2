"""Numbers as people write them in French: an exact value with its printed precision and qualifier.

How separators are read (`parse_number`):
- Any space and the apostrophe group digits by three: `207 716 144`, `1'508`.
- A dot followed by exactly three digits groups them, as French reports do: `1.508` is 1 508, and likewise
  `2.829.000`, `1.450 000`. Any other single dot is a decimal point (`53.44`, `0.508`).
- A comma is the decimal mark: `1,508` is 1 + 508/1000. It groups as in English only in several groups of
  three (`3,542,367`), before a decimal point (`1,508.25`), before a plus sign (`16,000+`), or when the
  caller says so (`english=True`, as money does for dollars).
- Before millions or milliards a single separator is always the decimal one: `7,814 milliards`,
  `1.508 milliard`; only there may a space follow the comma (`58, 7 millions`).
- Digits that are not grouped by three are refused, not guessed (`4.672.00`, `1 50`).
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from jalon.core.values.errors import ProblemCode, ValueProblem
from jalon.core.values.number_formats import format_number
from jalon.core.values.number_words import read_number_words


class Qualifier(StrEnum):
    """How exact the printed number says it is."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"


@dataclass(frozen=True)
class PrintedNumber:
    """A number and how it was printed.

    `value` is an int when it is whole, a Decimal otherwise. `precision` is the weight of the last digit
    printed: 1 for `276`, 100 000 for `207,7 millions`, 0.01 for `53,44`; for an approximate number, that of
    its last digit that is not zero (10 for `une cinquantaine`, `environ 80`). `text` is what was written.
    """

    value: int | Decimal
    precision: Decimal = Decimal(1)
    qualifier: Qualifier = Qualifier.EXACT
    text: str = ""


_SCALES = {"mille": 3, "millier": 3, "million": 6, "milliard": 9}
_SHORT_SCALES = {"k": 3, "K": 3, "M": 6, "Md": 9, "Mds": 9, "Mrd": 9, "Mrds": 9}
_COLLECTIVES = {
    "dizaine": (10, 10), "douzaine": (12, 1), "quinzaine": (15, 5), "vingtaine": (20, 10),
    "trentaine": (30, 10), "quarantaine": (40, 10), "cinquantaine": (50, 10), "soixantaine": (60, 10),
    "centaine": (100, 100), "millier": (1000, 1000),
}  # fmt: skip
_QUALIFIERS = (
    (
        Qualifier.ABOUT,
        r"environ|à peu près|près de|presque|autour de|aux alentours de|approximativement|quelques?|~|≈",
    ),
    (Qualifier.AT_LEAST, r"plus de|plus d'|au moins|au minimum|minimum|au-delà de|>|≥"),
    (Qualifier.AT_MOST, r"moins de|moins d'|au plus|au maximum|maximum|jusqu'à|<|≤"),
)
_BEFORE = [(q, re.compile(rf"(?:{words})\s*(?=\S)", re.I)) for q, words in _QUALIFIERS]
_AFTER = [(q, re.compile(rf"\s+(?:{words})$", re.I)) for q, words in _QUALIFIERS]

_DIGITS = re.compile(
    r"(?P<sign>[-−]?) ?(?P<digits>[0-9][0-9 .,']*)"
    r"(?: ?(?P<scale>mille|milliers?|millions?|milliards?|[kKM]|Mr?ds?)\b)?"
    r"(?: ?(?:de|d')$)?",
    re.I,
)
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:[ .'][0-9]{3})+(?:,[0-9]+)?")
_GROUPED_POINT = re.compile(r"[1-9][0-9]{0,2}(?:[ '][0-9]{3})+\.[0-9]+")
_ENGLISH_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:(?:,[0-9]{3}){2,}(?:\.[0-9]+)?|,[0-9]{3}\.[0-9]+)")
_ENGLISH_THOUSANDS = re.compile(r"[1-9][0-9]{0,2},[0-9]{3}")
_PLAIN = re.compile(r"[0-9]+(?:[.,][0-9]+)?")
_LONGEST = 24


def parse_number(text: str, *, english: bool = False, short_scales: bool = False) -> PrintedNumber:
    """Read one number that fills `text`, in digits or in words, by the rules of this module.

    `english` reads `16,000` as thousands; `short_scales` reads k, M and Md behind digits (for money only:
    elsewhere `10 m` is metres). Raises ValueProblem: NUMBER_UNREADABLE, NUMBER_GROUPING, NUMBER_TOO_LARGE,
    WORDS_AND_DIGITS_DIFFER.
    """
    body = " ".join(text.replace("’", "'").split())
    qualifier, body = _take_qualifier(body)
    if body.endswith("+"):
        qualifier, body, english = Qualifier.AT_LEAST, body[:-1].strip(), True
    found = _read_body(body, english, short_scales, text)
    if found.qualifier is not Qualifier.EXACT and qualifier is Qualifier.EXACT:
        qualifier = found.qualifier
    precision = found.precision
    if qualifier is Qualifier.ABOUT and found.qualifier is Qualifier.EXACT:
        precision = max(precision, _last_digit_weight(found.value))
    return PrintedNumber(found.value, precision, qualifier, text)


def _take_qualifier(body: str) -> tuple[Qualifier, str]:
    for qualifier, pattern in _BEFORE:
        if match := pattern.match(body):
            return qualifier, body[match.end() :]
    for qualifier, pattern in _AFTER:
        if match := pattern.search(body):
            return qualifier, body[: match.start()]
    return Qualifier.EXACT, body


def _read_body(body: str, english: bool, short_scales: bool, text: str) -> PrintedNumber:
    """A number alone, or words and digits that repeat each other: `quatorze (14)`, `14 (quatorze)`."""
    twice = re.fullmatch(r"([^()]+?) ?\( ?([^()]+?) ?\)(.*)", body)
    if twice:
        first = _read_one(twice[1] + twice[3], english, short_scales, text)
        second = _read_one(twice[2] + twice[3], english, short_scales, text)
        if first.value != second.value:
            words, digits = (second, first) if twice[1][0].isdigit() else (first, second)
            raise ValueProblem(
                ProblemCode.WORDS_AND_DIGITS_DIFFER, text=text, words=words.value, digits=digits.value
            )
        return second
    return _read_one(body, english, short_scales, text)


def _read_one(body: str, english: bool, short_scales: bool, text: str) -> PrintedNumber:
    match = _DIGITS.fullmatch(body)
    if match is None:
        return _read_words(body, text)
    scale = _scale(match["scale"], short_scales, text)
    if sum(c.isdigit() for c in body) + scale > _LONGEST:
        raise ValueProblem(ProblemCode.NUMBER_TOO_LARGE, text=text)
    plain = _plain_decimal(match["digits"].strip(), english, scale > 3)
    if plain is None:
        raise ValueProblem(ProblemCode.NUMBER_GROUPING, text=text)
    value = plain.scaleb(scale)
    return PrintedNumber(_whole(-value if match["sign"] else value), _unit_of(value), text=text)


def _scale(word: str | None, short_scales: bool, text: str) -> int:
    if word is None:
        return 0
    name = word.lower().removesuffix("s")
    if name in _SCALES:
        return _SCALES[name]
    if short_scales and word in _SHORT_SCALES:
        return _SHORT_SCALES[word]
    raise ValueProblem(ProblemCode.NUMBER_UNREADABLE, text=text)


def _plain_decimal(digits: str, english: bool, before_scale: bool) -> Decimal | None:
    """The digits as a Decimal that keeps its printed decimals, or None when they are not grouped by three."""
    if before_scale:
        digits = re.sub(r", (?=[0-9]+$)", ",", digits)
    if before_scale and _PLAIN.fullmatch(digits):
        return Decimal(digits.replace(",", "."))
    if _GROUPED.fullmatch(digits):
        return Decimal(re.sub(r"[ .']", "", digits).replace(",", "."))
    if _GROUPED_POINT.fullmatch(digits):
        return Decimal(re.sub(r"[ ']", "", digits))
    if _ENGLISH_GROUPED.fullmatch(digits) or (english and _ENGLISH_THOUSANDS.fullmatch(digits)):
        return Decimal(digits.replace(",", ""))
    if _PLAIN.fullmatch(digits):
        return Decimal(digits.replace(",", "."))
    return None


def _read_words(body: str, text: str) -> PrintedNumber:
    words = re.sub(r" (?:de|d')$", "", body.lower())
    if words in ("aucun", "aucune"):
        return PrintedNumber(0, text=text)
    head, _, last = words.rpartition(" ")
    if (last.removesuffix("s") in _COLLECTIVES) and (count := read_number_words(head)):
        size, precision = _COLLECTIVES[last.removesuffix("s")]
        return PrintedNumber(count * size, Decimal(precision), Qualifier.ABOUT, text)
    value = read_number_words(words)
    if value is None:
        raise ValueProblem(ProblemCode.NUMBER_UNREADABLE, text=text)
    return PrintedNumber(
        value, Decimal(10 ** _SCALES.get(last.removesuffix("s"), 0) if value >= 10**6 else 1), text=text
    )


def _whole(value: Decimal) -> int | Decimal:
    return int(value) if value == value.to_integral_value() else value


def _unit_of(value: Decimal) -> Decimal:
    return Decimal(1).scaleb(int(value.as_tuple().exponent))


def _last_digit_weight(value: int | Decimal) -> Decimal:
    if value == 0:
        return Decimal(1)
    return _unit_of(Decimal(value).normalize())


def agrees(first: PrintedNumber | int | Decimal, second: PrintedNumber | int | Decimal) -> bool:
    """Do two numbers say the same at the precision of the coarser one? (ledger rule, case 20)

    `207,7 millions` agrees with 207 716 144; 276 does not agree with 275; 53,44 does not agree with 53,448.
    An exact half away counts as agreement, since people round it either way. `plus de 16 000` agrees with all
    that is not below it, `au plus` with all that is not above it.
    """
    a, b = _printed(first), _printed(second)
    reach = max(a.precision, b.precision) / 2
    difference = Decimal(a.value) - Decimal(b.value)
    a_may_be_above = a.qualifier is Qualifier.AT_LEAST or b.qualifier is Qualifier.AT_MOST
    b_may_be_above = b.qualifier is Qualifier.AT_LEAST or a.qualifier is Qualifier.AT_MOST
    return (difference <= reach or b_may_be_above) and (-difference <= reach or a_may_be_above)


def _printed(number: PrintedNumber | int | Decimal) -> PrintedNumber:
    if isinstance(number, PrintedNumber):
        return number
    return PrintedNumber(number, _unit_of(Decimal(number)))


_SAID = {
    Qualifier.EXACT: "",
    Qualifier.ABOUT: "environ ",
    Qualifier.AT_LEAST: "au moins ",
    Qualifier.AT_MOST: "au plus ",
}


def format_printed(number: PrintedNumber) -> str:
    """The value with its qualifier and its printed decimals: `environ 50`, `au moins 16 000`, `53,40`."""
    decimals = max(0, -int(number.precision.as_tuple().exponent))
    return _SAID[number.qualifier] + format_number(number.value, decimals)
