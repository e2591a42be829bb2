"""Words of a text as names are made of: capitals, folding, what stands before and after."""

import re
from functools import lru_cache

from jalon.core.values.text_keys import search_key

UPPER = "A-ZÀ-ÖØ-Þ"
LOWER = "a-zß-öø-ÿœ"
CAPITAL = rf"(?:[NM]'[{UPPER}]|[{UPPER}])[{UPPER}{LOWER}]*"
"""A word that begins with a capital: `Kita`, `KEITA`, `N'Gouma`."""


CAPITALISED = re.compile(rf"(?<![^\W_])[{UPPER}][^\W_]*")
WORD = re.compile(r"[^\W_]+")
GAP = re.compile(r"(?:[ '\-/&.]|\n(?![ \t]*\n)){1,4}")

_LEVEL_WORDS = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Lower case without accents."""
    return search_key(word)


def key_of(name: str) -> tuple[str, ...]:
    """The folded words of a name, by which it is found: `Birni N'Konni` → birni, n, konni."""
    return tuple(fold(word) for word in WORD.findall(name))


_AROUND = 160


def is_capitals(text: str, start: int, end: int) -> bool:
    """Whether the line around is written in capitals, so that capitals say nothing of a word."""
    low, high = max(0, start - _AROUND), min(len(text), end + _AROUND)
    begin = text.rfind("\n", low, start) + 1 or low
    stop = text.find("\n", end, high)
    line = text[begin : stop if stop >= 0 else high]
    words = [word for word in _LEVEL_WORDS.findall(line) if len(word) > 1]
    return len(words) > 2 and sum(word.isupper() for word in words) > 0.7 * len(words)


def before(text: str, start: int, length: int = 40) -> str:
    """The characters just before, a line end read as a space."""
    return text[max(0, start - length) : start].replace("\n", " ")


def after(text: str, end: int, length: int = 40) -> str:
    """The characters just after, a line end read as a space."""
    return text[end : end + length].replace("\n", " ")


def one_line(name: str) -> str:
    """A name as one writes it: no line end inside, one space between words."""
    return " ".join(re.sub(r"(?<=\w)-\s+(?=\w)", "-", name).split())
