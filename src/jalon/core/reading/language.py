"""The language of a text, by how often its shortest words come: enough to know French."""

import re
from collections import Counter
from collections.abc import Mapping

from jalon.core.reading.surface import plain

FRENCH = "fr"


def _words(written: str) -> frozenset[str]:
    return frozenset(written.split())


FUNCTION_WORDS: Mapping[str, frozenset[str]] = {
    "fr": _words(
        "le la les l des du de d un une et est sont dans pour par sur avec au aux qui que qu ce cette ces "
        "son sa ses leur leurs ont a été en ne pas plus il elle ils se ou"
    ),
    "en": _words(
        "the of and to in is are was were for by on with at that which this these from as has have been its "
        "their be not or an it will"
    ),
    "bm": _words(
        "ni ye ka la na bɛ be tɛ te min minnu olu o u a i kɔnɔ kono kan fɛ fe ma kɛra kɛ kɔ ko walasa caman "
        "jamana bɔ tun dɔ cogo musow cɛw baara"
    ),
    "es": _words(
        "el la los las de del y en que un una por con para se su sus es son al como más lo este esta"
    ),
    "pt": _words(
        "o a os as de do da dos das e em que um uma por com para se seu sua são ao no na nos nas não"
    ),
    "de": _words(
        "der die das und in zu den von mit ist im für auf des ein eine dem nicht werden sich als auch"
    ),
}
"""Words that a language needs in nearly every sentence (`bm`: Bambara)."""

_WORD = re.compile(r"[^\W\d_]+")
_BAMBARA_LETTERS = re.compile("[ɛɔɲŋ]")
_READ_AT_MOST = 60_000
_FEWEST_WORDS = 25
_LEAST_SHARE = 0.12
_CLEARLY_MORE = 1.25


def language_of(text: str) -> str:
    """Return the code of a text's main language, empty when it is too short, mixed, or not one we know.

    Long texts are judged on three samples: beginning, middle, end.
    """
    words = Counter(_WORD.findall(plain(_sample(text)).lower()))
    count = words.total()
    if count < _FEWEST_WORDS:
        return ""
    shares = {code: sum(words[word] for word in known) / count for code, known in FUNCTION_WORDS.items()}
    shares["bm"] += sum(n for word, n in words.items() if _BAMBARA_LETTERS.search(word)) / count
    best, second = sorted(shares, key=lambda code: -shares[code])[:2]
    if shares[best] < _LEAST_SHARE or shares[best] < shares[second] * _CLEARLY_MORE:
        return ""
    return best


def _sample(text: str) -> str:
    if len(text) <= _READ_AT_MOST:
        return text
    third = _READ_AT_MOST // 3
    middle = len(text) // 2
    return "\n".join((text[:third], text[middle : middle + third], text[-third:]))
