"""Numbers and ranks in words, and ranks in digits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jalon.core.values.errors import ProblemCode, ValueProblem
from jalon.core.values.number_words import read_number_words, spell_number
from jalon.core.values.ordinals import format_ordinal, parse_ordinal, spell_ordinal

SPELT = [
    (0, "zéro"),
    (1, "un"),
    (17, "dix-sept"),
    (21, "vingt et un"),
    (70, "soixante-dix"),
    (71, "soixante et onze"),
    (79, "soixante-dix-neuf"),
    (80, "quatre-vingts"),
    (81, "quatre-vingt-un"),
    (91, "quatre-vingt-onze"),
    (99, "quatre-vingt-dix-neuf"),
    (100, "cent"),
    (200, "deux cents"),
    (201, "deux cent un"),
    (1000, "mille"),
    (2173, "deux mille cent soixante-treize"),
    (3000, "trois mille"),
    (80000, "quatre-vingt mille"),
    (200000, "deux cent mille"),
    (80000000, "quatre-vingts millions"),
    (207716144, "deux cent sept millions sept cent seize mille cent quarante-quatre"),
    (1000000000, "un milliard"),
    (-5, "moins cinq"),
]


@pytest.mark.parametrize(("value", "words"), SPELT)
def test_spell_number(value: int, words: str) -> None:
    assert spell_number(value) == words


@pytest.mark.parametrize(
    ("value", "words"), [(1, "une"), (21, "vingt et une"), (11, "onze"), (101, "cent une")]
)
def test_spell_number_feminine(value: int, words: str) -> None:
    assert spell_number(value, feminine=True) == words


def test_spell_number_too_large_is_refused() -> None:
    with pytest.raises(ValueProblem) as caught:
        spell_number(10**12)
    assert caught.value.code is ProblemCode.NUMBER_TOO_LARGE


@pytest.mark.parametrize(
    "words", ["", "et", "cent deux cent", "dix deux", "vingt-zéro", "mille mille", "million", "un " * 50]
)
def test_read_number_words_refuses_what_is_not_one_number(words: str) -> None:
    assert read_number_words(words) is None


ORDINALS = [
    (1, "premier", "première", "1er", "1re"),
    (2, "deuxième", "deuxième", "2e", "2e"),
    (4, "quatrième", "quatrième", "4e", "4e"),
    (5, "cinquième", "cinquième", "5e", "5e"),
    (9, "neuvième", "neuvième", "9e", "9e"),
    (17, "dix-septième", "dix-septième", "17e", "17e"),
    (21, "vingt et unième", "vingt et unième", "21e", "21e"),
    (80, "quatre-vingtième", "quatre-vingtième", "80e", "80e"),
    (100, "centième", "centième", "100e", "100e"),
    (1000, "millième", "millième", "1000e", "1000e"),
]


@pytest.mark.parametrize(("rank", "masculine", "feminine", "digits", "digits_feminine"), ORDINALS)
def test_ordinals(rank: int, masculine: str, feminine: str, digits: str, digits_feminine: str) -> None:
    assert spell_ordinal(rank) == masculine
    assert spell_ordinal(rank, feminine=True) == feminine
    assert format_ordinal(rank) == digits
    assert format_ordinal(rank, feminine=True) == digits_feminine


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("9ème", 9),
        ("9 eme", 9),
        ("1ère", 1),
        ("1RE", 1),
        ("2nde", 2),
        ("seconde", 2),
        ("Première", 1),
        ("Neuvieme", 9),
    ],
)
def test_parse_ordinal_reads(text: str, rank: int) -> None:
    assert parse_ordinal(text) == rank


@pytest.mark.parametrize("text", ["", "9", "0e", "neuf", "ième", "unième", "zéroième", "dernière"])
def test_parse_ordinal_refuses(text: str) -> None:
    with pytest.raises(ValueProblem) as caught:
        parse_ordinal(text)
    assert caught.value.code is ProblemCode.ORDINAL_UNREADABLE


@pytest.mark.parametrize("write", [spell_ordinal, format_ordinal])
def test_ordinals_start_at_one(write: object) -> None:
    assert callable(write)
    with pytest.raises(ValueProblem) as caught:
        write(0)
    assert caught.value.code is ProblemCode.ORDINAL_UNREADABLE


@given(st.integers(1, 10**7), st.booleans())
def test_spell_ordinal_then_parse_gives_the_same(rank: int, feminine: bool) -> None:
    assert parse_ordinal(spell_ordinal(rank, feminine=feminine)) == rank
    assert parse_ordinal(format_ordinal(rank, feminine=feminine)) == rank
