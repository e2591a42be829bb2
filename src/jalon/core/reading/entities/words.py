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

_SMALL = re.compile(rf"(?<![\w'@./-])[{LOWER}]+(?!\w)")


@lru_cache(maxsize=2)
def small_words(text: str) -> frozenset[str]:
    """The words that a text writes without a capital."""
    return frozenset(_SMALL.findall(text))


def heads(alternatives: str, behind: str = r"(?<![\w-].)") -> str:
    """A pattern of alternatives (`[Mm]airie|Conseil`) that the engine finds by their first letters.

    The same as `(?<![\\w-])(?:…)`, some times faster: with a character class first, and nothing before it,
    the engine skips what cannot begin. `behind` is what must hold before the first letter, written after it.
    """
    split = [_split(way) for way in _top_level(alternatives)]
    letters = "".join(sorted({letter for first, _ in split for letter in first}))
    return f"[{letters}]{behind}(?:" + "|".join(f"(?<=[{first}]){rest}" for first, rest in split) + ")"


def _split(way: str) -> tuple[str, str]:
    """The letters with which an alternative may begin, and its rest."""
    head = _HEAD.match(way)
    if head is None:
        raise ValueError(f"no letter first: {way}")
    return head[1] or head[2], head[3]


_BEGINNING = r"(?<![\w-])(?:"


def worded(pattern: str) -> re.Pattern[str]:
    """Compile a pattern `(?<![\\w-])(?:…|…)…` so that its first letters are sought (see `heads`)."""
    assert pattern.startswith(_BEGINNING), pattern[:40]
    inside = _top_level(pattern[len(_BEGINNING) :], closing=True)
    rest = pattern[len(_BEGINNING) + len("|".join(inside)) + 1 :]
    assert not rest.startswith(("?", "*", "+", "{")), rest[:10]
    return re.compile(heads("|".join(inside)) + rest)


_TOKEN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.", re.DOTALL)
_HEAD = re.compile(r"(?:\[([^\]]+)\]|([^\W_]))(?![?*+{])(.*)", re.DOTALL)


def _top_level(alternatives: str, *, closing: bool = False) -> list[str]:
    """The parts between bars outside brackets, as far as the bracket that closes when it is sought."""
    parts, depth = [""], 0
    for token in _TOKEN.findall(alternatives):
        depth += (token == "(") - (token == ")")
        if closing and depth < 0:
            break
        if token == "|" and depth == 0:
            parts.append("")
        else:
            parts[-1] += token
    return parts


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
