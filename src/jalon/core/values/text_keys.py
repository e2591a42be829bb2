"""Keys for sorting and searching French text, written by the application because databases sort French badly.

Store them in a column beside the text (on PostgreSQL with the C collation) and compare keys with keys.
"""

import re
import unicodedata
from functools import lru_cache

_LIGATURES = str.maketrans(
    {"œ": "oe", "æ": "ae", "ø": "o", "đ": "d", "ł": "l", "ŋ": "ng", "ɲ": "ny", "ɛ": "e", "ɔ": "o"}
)
_NOT_WORD = re.compile(r"[^a-z0-9]+")
_NUMBER = re.compile(r"[0-9]+")
_DIGITS_KEPT = 12


@lru_cache(maxsize=8192)
def search_key(text: str) -> str:
    """Lower case without accents; all marks become one space: `l’Économie` → `l economie`."""
    folded = text.casefold().translate(_LIGATURES)
    letters = "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))
    return _NOT_WORD.sub(" ", letters.casefold()).strip()


def compact_key(text: str) -> str:
    """The search key without spaces: `N’Tillit` and `Ntillit` have the same."""
    return search_key(text).replace(" ", "")


def sort_key(text: str) -> str:
    """The search key with its numbers padded: `R2` comes before `R10`, `Éléphant` beside `elephant`."""
    return _NUMBER.sub(lambda number: number[0].lstrip("0").zfill(_DIGITS_KEPT), search_key(text))


def matches(query: str, text: str) -> bool:
    """Does every word of `query` begin a word of `text`, or the whole query stand in it without spaces?"""
    words = search_key(text).split()
    wanted = search_key(query).split()
    if all(any(word.startswith(want) for word in words) for want in wanted):
        return True
    return compact_key(query) in compact_key(text)
