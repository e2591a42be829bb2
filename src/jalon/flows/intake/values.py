"""A value as printed, read in the unit of an account: its total, women and men, precision, qualifier."""

import dataclasses
import re
from collections.abc import Callable, Iterator

from django.utils.translation import gettext as _

from jalon.core.values import (
    PrintedNumber,
    ProblemCode,
    Qualifier,
    ValueProblem,
    parse_headcount,
    parse_money,
    parse_number,
    parse_percent,
    to_scaled,
)
from jalon.records.ledger.models import Account, Entry
from jalon.records.problems import Refused

_WORDS = re.compile(r"\S+")
_LONGEST = 24
_QUALIFIERS = {
    Qualifier.EXACT: Entry.Qualifier.EXACT,
    Qualifier.ABOUT: Entry.Qualifier.ABOUT,
    Qualifier.AT_LEAST: Entry.Qualifier.AT_LEAST,
}


@dataclasses.dataclass(frozen=True)
class ReadValue:
    """A value read for an account: scaled integers; `currency` only when it is not the account's own."""

    total: int
    women: int | None = None
    men: int | None = None
    precision: int = 1
    qualifier: str = Entry.Qualifier.EXACT
    currency: str = ""


def read_value(text: str, account: Account) -> ReadValue:
    """Read a written value in an account's unit: a headcount, an amount, a percentage or a number.

    Raises ValueProblem or Refused, whose text is a French sentence.
    """
    if account.currency_like:
        money = parse_money(text, currency=account.unit)
        code = str(money.money.currency)
        total = to_scaled(money.printed.value, account.decimals)
        return _exact(ReadValue(total, currency="" if code == account.unit else code), money.printed, account)
    if account.unit == "%":
        return _number(_percentage(text), account)
    try:
        counted = parse_headcount(text)
    except ValueProblem as problem:
        if problem.code != ProblemCode.HEADCOUNT_UNREADABLE:
            raise
        return _number(parse_number(text), account)
    head = counted.headcount
    step = 10**account.decimals
    read = ReadValue(
        head.total * step,
        None if head.women is None else head.women * step,
        None if head.men is None else head.men * step,
    )
    return _exact(read, counted.printed, account) if counted.printed else read


def _percentage(text: str) -> PrintedNumber:
    return parse_percent(text) if "%" in text else parse_number(text)


def _number(number: PrintedNumber, account: Account) -> ReadValue:
    return _exact(ReadValue(to_scaled(number.value, account.decimals)), number, account)


def _exact(read: ReadValue, number: PrintedNumber, account: Account) -> ReadValue:
    if number.qualifier not in _QUALIFIERS:
        raise Refused(
            "at_most",
            _("« au plus » ne s’enregistre pas : saisir la valeur que le document donne pour réalisée."),
        )
    precision = max(1, int(number.precision * 10**account.decimals))
    return dataclasses.replace(read, precision=precision, qualifier=_QUALIFIERS[number.qualifier])


def value_in(quote: str) -> str:
    """Return the value that a quote seems to give, as written in it; empty when none is found.

    A headcount with its women and men comes before an amount, an amount or a percentage before a number.
    """
    for accepts in (_is_split, _is_amount, _is_number):
        for piece in _pieces(quote):
            if accepts(piece):
                return piece
    return ""


def _pieces(quote: str) -> Iterator[str]:
    """Yield the runs of words of a quote, from left to right, the longest first, without closing marks."""
    words = list(_WORDS.finditer(quote))
    for first in range(len(words)):
        for last in range(min(len(words), first + _LONGEST) - 1, first - 1, -1):
            piece = quote[words[first].start() : words[last].end()].rstrip(".;:,")
            yield piece
            if piece.count("(") < piece.count(")"):
                yield piece.rstrip(")")


def _reads(parse: Callable[[str], object], piece: str) -> bool:
    try:
        parse(piece)
    except ValueProblem:
        return False
    return True


def _is_split(piece: str) -> bool:
    if not any(map(str.isdigit, piece)):
        return False
    try:
        counted = parse_headcount(piece)
    except ValueProblem:
        return False
    return counted.headcount.women is not None or counted.headcount.men is not None


def is_money(written: str) -> bool:
    """Whether a written value names a currency."""
    return _reads(parse_money, written)


def _is_amount(piece: str) -> bool:
    return any(map(str.isdigit, piece)) and (
        _reads(parse_money, piece) or ("%" in piece and _reads(parse_percent, piece))
    )


def _is_number(piece: str) -> bool:
    return _reads(parse_number, piece) and not re.fullmatch(r"(?:un|une|19[0-9]{2}|20[0-9]{2})", piece, re.I)
