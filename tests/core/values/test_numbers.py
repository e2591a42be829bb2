"""Numbers as written: one table of what is read, one of what is refused, and round trips."""

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jalon.core.values.errors import ProblemCode, ValueProblem
from jalon.core.values.number_words import read_number_words, spell_number
from jalon.core.values.numbers import PrintedNumber, Qualifier, agrees, format_printed, parse_number

EXACT, ABOUT, AT_LEAST, AT_MOST = Qualifier

READ = [
    ("276", 276, 1, EXACT),
    ("2 173", 2173, 1, EXACT),
    ("2\u00a0173", 2173, 1, EXACT),
    ("2\u202f173", 2173, 1, EXACT),
    ("2\u2009173", 2173, 1, EXACT),
    ("207 716 144", 207716144, 1, EXACT),
    ("35 915\n      000", 35915000, 1, EXACT),
    ("1.508", 1508, 1, EXACT),
    ("2.829.000", 2829000, 1, EXACT),
    ("1.450 000", 1450000, 1, EXACT),
    ("1'508", 1508, 1, EXACT),
    ("1’508", 1508, 1, EXACT),
    ("3,542,367", 3542367, 1, EXACT),
    ("1,508.25", Decimal("1508.25"), "0.01", EXACT),
    ("16,000+", 16000, 1, AT_LEAST),
    ("16 000+", 16000, 1, AT_LEAST),
    ("53,44", Decimal("53.44"), "0.01", EXACT),
    ("53,40", Decimal("53.40"), "0.01", EXACT),
    ("5,0", 5, "0.1", EXACT),
    ("53.44", Decimal("53.44"), "0.01", EXACT),
    ("0.508", Decimal("0.508"), "0.001", EXACT),
    ("1,508", Decimal("1.508"), "0.001", EXACT),
    ("1 508,25", Decimal("1508.25"), "0.01", EXACT),
    ("1.508,25", Decimal("1508.25"), "0.01", EXACT),
    ("1 508.25", Decimal("1508.25"), "0.01", EXACT),
    ("58, 7 millions", 58700000, 100000, EXACT),
    ("7,814 milliards", 7814000000, 1000000, EXACT),
    ("1.508 milliard", 1508000000, 1000000, EXACT),
    ("207,7 millions", 207700000, 100000, EXACT),
    ("107 Millions de", 107000000, 1000000, EXACT),
    ("200 mille", 200000, 1000, EXACT),
    ("03", 3, 1, EXACT),
    ("0", 0, 1, EXACT),
    ("-12", -12, 1, EXACT),
    ("−12", -12, 1, EXACT),
    ("sept", 7, 1, EXACT),
    ("une", 1, 1, EXACT),
    ("Deux", 2, 1, EXACT),
    ("dix-sept", 17, 1, EXACT),
    ("aucune", 0, 1, EXACT),
    ("vingt et une", 21, 1, EXACT),
    ("deux mille cent soixante-treize", 2173, 1, EXACT),
    ("quatre vingt dix-sept", 97, 1, EXACT),
    ("deux-cent-vingt-et-un", 221, 1, EXACT),
    ("septante et un", 71, 1, EXACT),
    ("huitante-deux", 82, 1, EXACT),
    ("nonante-neuf mille", 99000, 1, EXACT),
    ("nonante", 90, 1, EXACT),
    ("deux millions", 2000000, 1000000, EXACT),
    ("quatorze (14)", 14, 1, EXACT),
    ("Douze(12)", 12, 1, EXACT),
    ("14 (quatorze)", 14, 1, EXACT),
    ("une cinquantaine", 50, 10, ABOUT),
    ("une cinquantaine de", 50, 10, ABOUT),
    ("une quinzaine", 15, 5, ABOUT),
    ("deux centaines", 200, 100, ABOUT),
    ("environ 200", 200, 100, ABOUT),
    ("environ 1 250", 1250, 10, ABOUT),
    ("près de 150 000", 150000, 10000, ABOUT),
    ("environ 53,5", Decimal("53.5"), "0.1", ABOUT),
    ("plus de 16 000", 16000, 1, AT_LEAST),
    ("Plus d’une centaine", 100, 100, AT_LEAST),
    ("au moins trois", 3, 1, AT_LEAST),
    ("1 000 au moins", 1000, 1, AT_LEAST),
    ("moins de 40", 40, 1, AT_MOST),
    ("au plus 12", 12, 1, AT_MOST),
]


@pytest.mark.parametrize(("text", "value", "precision", "qualifier"), READ, ids=[row[0] for row in READ])
def test_parse_number_reads(
    text: str, value: int | Decimal, precision: int | str, qualifier: Qualifier
) -> None:
    read = parse_number(text)
    assert read == PrintedNumber(value, Decimal(precision), qualifier, text)
    assert type(read.value) is type(value)


REFUSED = [
    ("", ProblemCode.NUMBER_UNREADABLE),
    ("   ", ProblemCode.NUMBER_UNREADABLE),
    ("abc", ProblemCode.NUMBER_UNREADABLE),
    ("deux trois", ProblemCode.NUMBER_UNREADABLE),
    ("trente-cinq cents", ProblemCode.NUMBER_UNREADABLE),
    ("10 m", ProblemCode.NUMBER_UNREADABLE),
    ("1e5", ProblemCode.NUMBER_UNREADABLE),
    ("NaN", ProblemCode.NUMBER_UNREADABLE),
    ("12 agents", ProblemCode.NUMBER_UNREADABLE),
    ("53,44 %", ProblemCode.NUMBER_UNREADABLE),
    ("4.672.00", ProblemCode.NUMBER_GROUPING),
    ("1 50", ProblemCode.NUMBER_GROUPING),
    ("58, 7", ProblemCode.NUMBER_GROUPING),
    ("65 66 98 68", ProblemCode.NUMBER_GROUPING),
    ("14.04.2015", ProblemCode.NUMBER_GROUPING),
    ("9" * 40, ProblemCode.NUMBER_TOO_LARGE),
    ("9" * 5000, ProblemCode.NUMBER_TOO_LARGE),
    ("quinze (14)", ProblemCode.WORDS_AND_DIGITS_DIFFER),
    ("un milliard milliards", ProblemCode.NUMBER_UNREADABLE),
]


@pytest.mark.parametrize(("text", "code"), REFUSED, ids=[row[0][:20] for row in REFUSED])
def test_parse_number_refuses(text: str, code: ProblemCode) -> None:
    with pytest.raises(ValueProblem) as caught:
        parse_number(text)
    assert caught.value.code is code


def test_parse_number_words_and_digits_differ_names_both() -> None:
    with pytest.raises(ValueProblem) as caught:
        parse_number("14 (quinze)")
    assert caught.value.data == {"text": "14 (quinze)", "words": 15, "digits": 14}


def test_parse_number_english_context_groups_by_comma() -> None:
    assert parse_number("16,000", english=True).value == 16000
    assert parse_number("16,00", english=True).value == 16


def test_parse_number_short_scales_only_when_asked() -> None:
    assert parse_number("256,390 M", short_scales=True).value == 256390000
    assert parse_number("12 k", short_scales=True).precision == 1000


AGREEMENTS = [
    ("207,7 millions", "207 716 144", True),
    ("207,7 millions", "207 816 144", False),
    ("208 millions", "207,7 millions", True),
    ("276", "275", False),
    ("276", "276", True),
    ("53,44", "53,448", False),
    ("53,4", "53,448", True),
    ("53,45", "53,448", True),
    ("une cinquantaine", "46", True),
    ("une cinquantaine", "44", False),
    ("plus de 16 000", "20 000", True),
    ("plus de 16 000", "15 000", False),
    ("au plus 12", "3", True),
    ("au plus 12", "13", False),
    ("au moins 12", "au moins 300", True),
    ("au moins 12", "au plus 11", False),
]


@pytest.mark.parametrize(("first", "second", "expected"), AGREEMENTS)
def test_agrees_at_the_printed_precision(first: str, second: str, expected: bool) -> None:
    a, b = parse_number(first), parse_number(second)
    assert agrees(a, b) is expected
    assert agrees(b, a) is expected


def test_agrees_with_plain_values() -> None:
    assert agrees(parse_number("207,7 millions"), 207716144)
    assert not agrees(Decimal("53.44"), Decimal("53.448"))


@given(
    st.integers(-(10**18), 10**18),
    st.integers(0, 4),
    st.sampled_from(Qualifier),
)
def test_format_printed_then_parse_gives_the_same(units: int, decimals: int, qualifier: Qualifier) -> None:
    value = Decimal(units).scaleb(-decimals)
    whole = int(value) if value == int(value) else value
    printed = PrintedNumber(whole, Decimal(1).scaleb(-decimals), qualifier)
    read = parse_number(format_printed(printed))
    assert (read.value, read.qualifier) == (printed.value, printed.qualifier)
    if qualifier is not Qualifier.ABOUT:
        assert read.precision == printed.precision


@given(st.integers(0, 10**12 - 1), st.booleans())
def test_spell_number_then_read_gives_the_same(value: int, feminine: bool) -> None:
    assert read_number_words(spell_number(value, feminine=feminine)) == value


@given(st.text(max_size=40))
def test_parse_number_raises_nothing_else(text: str) -> None:
    with suppress(ValueProblem):
        assert parse_number(text).text == text
