"""Numbers of people by sex, that cannot be built wrong."""

import re
from dataclasses import dataclass

from jalon.core.values.errors import ProblemCode, ValueProblem
from jalon.core.values.number_formats import format_number
from jalon.core.values.numbers import PrintedNumber, parse_number


@dataclass(frozen=True)
class Headcount:
    """A total and what is known of its women and men; None is unknown, 0 is none.

    The total need not be the sum: the rest is `unspecified`. Raises HEADCOUNT_NEGATIVE,
    HEADCOUNT_PARTS_EXCEED.
    """

    total: int
    women: int | None = None
    men: int | None = None

    def __post_init__(self) -> None:
        for value in (self.total, self.women, self.men):
            if value is not None and value < 0:
                raise ValueProblem(ProblemCode.HEADCOUNT_NEGATIVE, value=value)
        parts = (self.women or 0) + (self.men or 0)
        if parts > self.total:
            raise ValueProblem(ProblemCode.HEADCOUNT_PARTS_EXCEED, parts=parts, total=self.total)

    @classmethod
    def of(cls, *, women: int, men: int, unspecified: int = 0) -> "Headcount":
        """The total is computed: women, men and those whose sex is not known."""
        for value in (women, men, unspecified):
            if value < 0:
                raise ValueProblem(ProblemCode.HEADCOUNT_NEGATIVE, value=value)
        return cls(women + men + unspecified, women, men)

    @property
    def unspecified(self) -> int:
        """Those counted in the total and neither in the women nor in the men."""
        return self.total - (self.women or 0) - (self.men or 0)


@dataclass(frozen=True)
class PrintedHeadcount:
    """A headcount as printed.

    `printed` is the number of the total, None when only parts were printed and the total is their sum; `noun`
    is who is counted, in lower case, `""` when not said.
    """

    headcount: Headcount
    printed: PrintedNumber | None
    noun: str
    text: str


_WOMEN = r"(?:jeunes )?(?:femmes?|filles?)|f"
_MEN = r"(?:jeunes )?(?:hommes?|gar[çc]ons?)|h"
_UNKNOWN = r"non pr[ée]cis[ée]e?s?|de sexe non pr[ée]cisé"
_SEX = rf"(?<![a-zà-ÿ])(?:(?P<women>{_WOMEN})|(?P<men>{_MEN})|(?P<unknown>{_UNKNOWN}))(?![a-zà-ÿ])"
_AFTER_SEX = re.compile(rf"(?P<sex>{_SEX}) ?(?:[,;/+-]|et\b|dont\b|soit\b)? ?")
_PART = re.compile(rf"(?P<number>.+?) ?{_SEX}")
_OTHER_PART = re.compile(r"[0-9]+ [^0-9]+")
_LED = re.compile(r"(?P<total>.+?) ?(?:\(|,? ?\b(?:dont|soit|y compris)\b)(?P<parts>.*)")
_PERCENT = re.compile(r"\(\s?[0-9.,]+\s?%\s?\)")
_ASIDE = re.compile(r"\([^()0-9]*\)(?=\s*,?\s*(?:dont|soit)\b)")


def parse_headcount(text: str) -> PrintedHeadcount:
    """Read the total, its noun if any, and the parts that fill `text`.

    `2 173 (478 femmes, 1 695 hommes)`, `253 H/358 F` (F is never money here), `12 agents dont 03femmes`,
    `232 bénéficiaires soit 124 jeunes femmes (53,44 %) et 108 jeunes hommes`. A part without a sex
    (`141 femmes et 135 jeunes`) stays in what is unspecified.
    Raises HEADCOUNT_UNREADABLE, HEADCOUNT_NEGATIVE, HEADCOUNT_PARTS_EXCEED.
    """
    body = _ASIDE.sub("", _PERCENT.sub("", text.replace("’", "'").lower()))
    body = " ".join(body.split()).strip(" .;,")
    body = _digits_alone(re.sub(r"^\((.*)\)$", r"\1", body))
    alone = _read_parts(body)
    if alone:
        return PrintedHeadcount(_counted(sum(alone.values()), alone), None, "", text)
    led = _LED.fullmatch(body)
    printed, noun = _read_total(led["total"] if led else body, text)
    parts = _read_parts(re.sub(r"^(?:dont|soit) ", "", led["parts"].strip())) if led else {}
    if parts is None or not isinstance(printed.value, int):
        raise ValueProblem(ProblemCode.HEADCOUNT_UNREADABLE, text=text)
    return PrintedHeadcount(_counted(printed.value, parts), printed, noun, text)


def _digits_alone(body: str) -> str:
    """`douze(12) agents` → `12 agents`, so that the bracket is not taken for the parts."""
    twice = re.match(r"[a-zà-ÿ -]+\([0-9 ]+\)", body)
    number = _number_or_none(twice[0]) if twice else None
    return f"{number.value} {body[twice.end() :].strip()}" if twice and number else body


def _counted(total: int, parts: dict[str, int]) -> Headcount:
    known = sum(parts.values())
    if known > total >= 0:
        raise ValueProblem(ProblemCode.HEADCOUNT_PARTS_EXCEED, parts=known, total=total)
    return Headcount(total, parts.get("women"), parts.get("men"))


def _read_parts(body: str) -> dict[str, int] | None:
    """Women, men and unknown, or None when a piece is neither; behind one, `135 jeunes` is skipped."""
    parts: dict[str, int] = {}
    for piece in _AFTER_SEX.sub(r"\g<sex>|", body.rstrip(" )")).rstrip("|").split("|"):
        match = _PART.fullmatch(piece)
        if match is None:
            if parts and _OTHER_PART.fullmatch(piece):
                continue
            return None
        sex = "women" if match["women"] else "men" if match["men"] else "unknown"
        number = _number_or_none(match["number"])
        if number is None or not isinstance(number.value, int) or sex in parts:
            return None
        parts[sex] = number.value
    return parts


def _read_total(head: str, text: str) -> tuple[PrintedNumber, str]:
    """The longest beginning that is a number, and the noun behind it."""
    words = re.sub(r"(?<=[0-9])(?=[a-zà-ÿ])", " ", head.strip()).split()
    for length in range(min(len(words), 10), 0, -1):
        number = _number_or_none(" ".join(words[:length]))
        noun = " ".join(words[length:])
        counts_again = re.search(r"[0-9()]", noun) or _number_or_none("".join(words[length : length + 1]))
        if number is not None and not counts_again:
            return number, noun
    raise ValueProblem(ProblemCode.HEADCOUNT_UNREADABLE, text=text)


def _number_or_none(text: str) -> PrintedNumber | None:
    try:
        return parse_number(text)
    except ValueProblem:
        return None


def format_headcount(headcount: Headcount) -> str:
    """`2 173 (478 femmes, 1 695 hommes)`, `12 (3 femmes, 9 non précisés)`, `43` when no sex is known."""
    parts = []
    if headcount.women is not None:
        parts.append(f"{format_number(headcount.women)} femme{_s(headcount.women)}")
    if headcount.men is not None:
        parts.append(f"{format_number(headcount.men)} homme{_s(headcount.men)}")
    if parts and headcount.unspecified:
        parts.append(f"{format_number(headcount.unspecified)} non précisé{_s(headcount.unspecified)}")
    return format_number(headcount.total) + (f" ({', '.join(parts)})" if parts else "")


def _s(count: int) -> str:
    return "s" if count > 1 else ""
