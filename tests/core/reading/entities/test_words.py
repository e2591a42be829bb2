"""Patterns that begin with a letter: the same matches as with a look behind."""

import re

import pytest

from jalon.core.reading.entities.words import heads, worded

TEXT = "Mairie de Kaya, mairie, sous-mairie, Conseil (A|B), conseil; reconseil"


@pytest.mark.parametrize(
    "ways", ["[Mm]airie|Conseil", r"[Cc]onseil(?: \(A\|B\))?|[m]airie", "[(]A|[Mm]ai(?:rie|re)"]
)
def test_heads_find_what_a_look_behind_finds(ways):
    slow = re.compile(rf"(?<![\w-])(?:{ways})")
    found = [match.span() for match in re.finditer(heads(ways), TEXT)]
    assert found == [match.span() for match in slow.finditer(TEXT)]
    assert found


def test_worded_pattern_keeps_what_follows():
    assert [match[1] for match in worded(r"(?<![\w-])(?:[Mm]airie|[Cc]ercle) de (\w+)").finditer(TEXT)] == [
        "Kaya"
    ]


def test_alternative_without_a_first_letter_is_refused():
    with pytest.raises(ValueError, match="no letter first"):
        heads("(?:Les )?Amis|Union")
