"""Headcounts: read, refused, printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jalon.core.values import (
    Headcount,
    ProblemCode,
    Qualifier,
    ValueProblem,
    format_headcount,
    parse_headcount,
)

READ = [
    ("2 173 (478 femmes, 1 695 hommes)", Headcount(2173, 478, 1695), ""),
    ("2 173 jeunes (478 femmes, 1 695 hommes)", Headcount(2173, 478, 1695), "jeunes"),
    ("253 H/358 F", Headcount(611, 358, 253), ""),
    ("(253 H/358 F)", Headcount(611, 358, 253), ""),
    ("12 agents dont 03femmes", Headcount(12, 3), "agents"),
    ("12 agents dont 03femmes)", Headcount(12, 3), "agents"),
    ("12 agents (dont 3 femmes)", Headcount(12, 3), "agents"),
    ("42 participants dont 6 femmes", Headcount(42, 6), "participants"),
    ("42 participants (autorités et acteurs) dont 6 femmes", Headcount(42, 6), "participants"),
    ("85 membres soit 17 femmes", Headcount(85, 17), "membres"),
    ("276 jeunes dont  141femmes et  135 jeunes", Headcount(276, 141), "jeunes"),
    (
        "232 bénéficiaires directs soit 124 jeunes femmes (53,44%) et 108 jeunes hommes",
        Headcount(232, 124, 108),
        "bénéficiaires directs",
    ),
    ("une cinquantaine de participants, dont 4 femmes", Headcount(50, 4), "participants"),
    ("Douze(12) agents dont quatre (4) femmes", Headcount(12, 4), "agents"),
    ("quatorze (14) agents", Headcount(14), "agents"),
    ("43 personnes", Headcount(43), "personnes"),
    ("six membres", Headcount(6), "membres"),
    ("6 femmes", Headcount(6, 6), ""),
    ("un homme et une femme", Headcount(2, 1, 1), ""),
    ("vingt et une femmes et deux hommes", Headcount(23, 21, 2), ""),
    ("85 (17 femmes, 68 non précisés)", Headcount(85, 17), ""),
    ("0", Headcount(0), ""),
]


@pytest.mark.parametrize(("text", "headcount", "noun"), READ, ids=[row[0] for row in READ])
def test_parse_headcount_reads(text: str, headcount: Headcount, noun: str) -> None:
    read = parse_headcount(text)
    assert (read.headcount, read.noun, read.text) == (headcount, noun, text)


def test_parse_headcount_total_as_printed() -> None:
    about = parse_headcount("une cinquantaine de participants, dont 4 femmes").printed
    assert about is not None
    assert (about.value, about.precision, about.qualifier) == (50, 10, Qualifier.ABOUT)
    assert parse_headcount("253 H/358 F").printed is None


REFUSED = [
    ("", ProblemCode.HEADCOUNT_UNREADABLE),
    ("des jeunes", ProblemCode.HEADCOUNT_UNREADABLE),
    ("12,5 agents", ProblemCode.HEADCOUNT_UNREADABLE),
    ("12 dont femmes", ProblemCode.HEADCOUNT_UNREADABLE),
    ("deux trois agents", ProblemCode.HEADCOUNT_UNREADABLE),
    ("treize (12) agents", ProblemCode.HEADCOUNT_UNREADABLE),
    ("12 (x)", ProblemCode.HEADCOUNT_UNREADABLE),
    ("3 femmes, 4 femmes", ProblemCode.HEADCOUNT_UNREADABLE),
    ("85 membres dont 20% de femmes", ProblemCode.HEADCOUNT_UNREADABLE),
    ("-5 personnes", ProblemCode.HEADCOUNT_NEGATIVE),
    ("-5 femmes", ProblemCode.HEADCOUNT_NEGATIVE),
    ("12 dont 13 femmes", ProblemCode.HEADCOUNT_PARTS_EXCEED),
    ("10 (6 femmes, 5 hommes)", ProblemCode.HEADCOUNT_PARTS_EXCEED),
    ("10 (6 femmes, 5 non précisés)", ProblemCode.HEADCOUNT_PARTS_EXCEED),
]


@pytest.mark.parametrize(("text", "code"), REFUSED, ids=[row[0] for row in REFUSED])
def test_parse_headcount_refuses(text: str, code: ProblemCode) -> None:
    with pytest.raises(ValueProblem) as caught:
        parse_headcount(text)
    assert caught.value.code is code


@pytest.mark.parametrize(
    ("total", "women", "men", "code"),
    [
        (-1, None, None, ProblemCode.HEADCOUNT_NEGATIVE),
        (5, -1, None, ProblemCode.HEADCOUNT_NEGATIVE),
        (5, None, -1, ProblemCode.HEADCOUNT_NEGATIVE),
        (5, 6, None, ProblemCode.HEADCOUNT_PARTS_EXCEED),
        (5, 3, 3, ProblemCode.HEADCOUNT_PARTS_EXCEED),
    ],
)
def test_headcount_cannot_be_built_wrong(
    total: int, women: int | None, men: int | None, code: ProblemCode
) -> None:
    with pytest.raises(ValueProblem) as caught:
        Headcount(total, women, men)
    assert caught.value.code is code


def test_headcount_of_computes_the_total() -> None:
    assert Headcount.of(women=478, men=1695) == Headcount(2173, 478, 1695)
    assert Headcount.of(women=1, men=2, unspecified=3).unspecified == 3
    with pytest.raises(ValueProblem) as caught:
        Headcount.of(women=-1, men=2)
    assert caught.value.code is ProblemCode.HEADCOUNT_NEGATIVE


@pytest.mark.parametrize(
    ("headcount", "text"),
    [
        (Headcount(2173, 478, 1695), "2\u202f173 (478 femmes, 1\u202f695 hommes)"),
        (Headcount(12, 3), "12 (3 femmes, 9 non précisés)"),
        (Headcount(3, 1, 1), "3 (1 femme, 1 homme, 1 non précisé)"),
        (Headcount(6, 6), "6 (6 femmes)"),
        (Headcount(12, 0, 12), "12 (0 femme, 12 hommes)"),
        (Headcount(43), "43"),
    ],
)
def test_format_headcount(headcount: Headcount, text: str) -> None:
    assert format_headcount(headcount) == text


@st.composite
def headcounts(draw: st.DrawFn) -> Headcount:
    women, men, rest = (draw(st.integers(0, 10**6)) for _ in range(3))
    return Headcount(
        women + men + rest, draw(st.sampled_from([women, None])), draw(st.sampled_from([men, None]))
    )


@given(headcounts())
def test_format_headcount_then_parse_gives_the_same(headcount: Headcount) -> None:
    assert parse_headcount(format_headcount(headcount)).headcount == headcount
