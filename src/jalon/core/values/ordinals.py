"""Ranks in French, in digits and in words: `9e session`, `première`, `vingt et unième`."""

import re

from jalon.core.values.errors import ProblemCode, ValueProblem
from jalon.core.values.number_words import read_number_words, spell_number


def spell_ordinal(rank: int, *, feminine: bool = False) -> str:
    """A rank in words: `premier`/`première`, `neuvième`, `vingt et unième`, `quatre-vingtième`."""
    if rank < 1:
        raise ValueProblem(ProblemCode.ORDINAL_UNREADABLE, text=str(rank))
    if rank == 1:
        return "première" if feminine else "premier"
    words = re.sub(r"^un (?=milli(?:on|ard)$)", "", spell_number(rank))
    if re.search(r"(vingts|cents|millions|milliards)$", words):
        words = words[:-1]
    stem = {"neuf": "neuv", "cinq": "cinqu"}
    last = re.split(r"[\s-]", words)[-1]
    return words[: len(words) - len(last)] + stem.get(last, last.removesuffix("e")) + "ième"


def format_ordinal(rank: int, *, feminine: bool = False) -> str:
    """A rank in digits: `1er`, `1re`, `9e`."""
    if rank < 1:
        raise ValueProblem(ProblemCode.ORDINAL_UNREADABLE, text=str(rank))
    return f"{rank}{('re' if feminine else 'er') if rank == 1 else 'e'}"


_DIGIT_ORDINAL = re.compile(r"(\d{1,12})\s?(er|ère|ere|re|nd|nde|de|e|è|ème|eme|ième|ieme)s?")


def parse_ordinal(text: str) -> int:
    """The rank that is written: `9e`, `9ème`, `1re`, `1ère`, `2nde`, `neuvième`, `premier`, `second`."""
    word = " ".join(text.lower().split())
    digits = _DIGIT_ORDINAL.fullmatch(word)
    if digits and int(digits[1]) > 0:
        return int(digits[1])
    if word in ("premier", "première", "premiere"):
        return 1
    if word in ("second", "seconde"):
        return 2
    rank = _rank_of_words(word.replace("ieme", "ième"))
    if rank is None:
        raise ValueProblem(ProblemCode.ORDINAL_UNREADABLE, text=text)
    return rank


def _rank_of_words(word: str) -> int | None:
    if not word.endswith("ième"):
        return None
    stem = word.removesuffix("ième")
    for ending in (stem, stem + "e", stem.removesuffix("u"), stem.removesuffix("v") + "f", f"un {stem}"):
        rank = read_number_words(ending)
        if rank is not None and rank > 1:
            return rank
    return None
