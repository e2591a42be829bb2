"""Finding a quoted passage again, as people paste it."""

import pytest

from jalon.flows.intake.passages import above, around, find_quote, trimmed
from jalon.flows.intake.plain_text import blocks_of
from jalon.records.problems import Refused

TEXT = "TITRE\n\nL’équipe compte 2\u202f173 jeunes – 478\u00a0femmes.\nL’équipe part.\n\nFin."


@pytest.mark.parametrize(
    "quote", ["2 173 jeunes – 478 femmes", "  2\u202f173\njeunes - 478 femmes ", "2 173 jeunes — 478 femmes"]
)
def test_find_quote_whatever_its_blanks_and_dashes(quote):
    start, end = find_quote(TEXT, quote)

    assert TEXT[start:end] == "2\u202f173 jeunes – 478\u00a0femmes"


def test_find_quote_the_second_time_with_a_plain_apostrophe():
    start, end = find_quote(TEXT, "L'équipe", 2)

    assert (TEXT[start:end], start) == ("L’équipe", TEXT.rindex("L’équipe"))


@pytest.mark.parametrize(
    ("quote", "occurrence", "code"),
    [
        ("", 1, "no_quote"),
        (" \n", 1, "no_quote"),
        ("absent", 1, "quote_not_found"),
        ("L’équipe", 3, "quote_fewer_times"),
        ("L’équipe", 0, "quote_fewer_times"),
        ("mot " * 600, 1, "quote_too_long"),
        ("(a+)+$", 1, "quote_not_found"),
    ],
)
def test_find_quote_refuses(quote, occurrence, code):
    with pytest.raises(Refused) as refusal:
        find_quote(TEXT, quote, occurrence)

    assert refusal.value.code == code


def test_trimmed_leaves_out_the_blanks_of_a_selection():
    assert trimmed(" \n Diré \t", 0, 9) == (3, 7)


@pytest.mark.parametrize(
    ("start", "end", "code"),
    [(3, 3, "passage_outside"), (-1, 2, "passage_outside"), (0, 99, "passage_outside"), (5, 7, "no_quote")],
)
def test_trimmed_refuses(start, end, code):
    with pytest.raises(Refused) as refusal:
        trimmed(TEXT, start, end)

    assert refusal.value.code == code


def test_around_and_above():
    blocks = blocks_of(TEXT)
    start = TEXT.index("478")
    first, last = around(blocks, start, start + 3)

    assert TEXT[first:last] == "L’équipe compte 2\u202f173 jeunes – 478\u00a0femmes."
    assert above(TEXT, blocks, first) == ["TITRE"]
    assert around([], 3, 5) == (3, 5)
