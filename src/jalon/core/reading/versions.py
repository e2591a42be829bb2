"""Two texts of one document: what the one says is said again in the other, said otherwise, or no longer.

Blanks and typography tell nothing apart. What is said several times alike is matched in its order.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from functools import lru_cache

AROUND = 40
"""Characters on each side that tell a passage from another written alike."""
BESIDE = 20
"""The nearest of them, where the text before or after is new."""

_TYPOGRAPHY = re.compile(
    r"(?P<drop>[\u00ad\u200b\u2060\ufeff])|(?P<quote>\s*»|«\s*|[“”„\"])|(?P<apostrophe>[’‘ʼ´`'])"
    r"|(?P<dash>[‐‑‒–—−])|(?P<blank>\s+)|(?P<dots>…)|(?P<fi>ﬁ)|(?P<fl>ﬂ)"
)
_WRITTEN = {
    "drop": "", "quote": '"', "apostrophe": "'", "dash": "-", "blank": " ", "dots": "...",
    "fi": "fi", "fl": "fl",
}  # fmt: skip
_NUMBER = re.compile(r"[0-9]{1,3}(?:[ .][0-9]{3})+(?:,[0-9]+)?|[0-9]+(?:,[0-9]+)?")


@dataclass(frozen=True)
class Said:
    """A thing that a text says: its type, its characters, its value, and what tells it from others alike.

    `noun` is what a figure counts, empty for what is no figure; `apart` its period and its place, each empty
    when unsaid.
    """

    type: str
    start: int
    end: int
    value: str
    noun: str = ""
    apart: tuple[str, ...] = ()


@dataclass(frozen=True)
class Compared:
    """What became of the things that the first text says: their number → that of the second text's."""

    same: dict[int, int]
    changed: dict[int, int]


class _Folded:
    """A text in which what a pattern finds is written alike; places are found from one to the other."""

    def __init__(self, content: str, pattern: re.Pattern[str], write: Callable[[re.Match[str]], str]) -> None:
        self._raw, self._folded = [0], [0]
        pieces, last, length = [], 0, 0
        for found in pattern.finditer(content):
            written = write(found)
            pieces += [content[last : found.start()], written]
            length += found.start() - last
            self._raw += [found.start(), found.end()]
            self._folded += [length, length + len(written)]
            length, last = length + len(written), found.end()
        self.text = "".join([*pieces, content[last:]])

    def at(self, place: int) -> int:
        """Return where a place of the content is in the folded text."""
        return _moved(self._raw, self._folded, place)

    def back(self, place: int) -> int:
        """Return where a place of the folded text is in the content."""
        return _moved(self._folded, self._raw, place)


def _moved(here: Sequence[int], there: Sequence[int], place: int) -> int:
    index = bisect_right(here, place) - 1
    moved = there[index] + place - here[index]
    return min(moved, there[index + 1]) if index + 1 < len(there) else moved


class _Text:
    """A text with its things said, as passages and what stands around them."""

    def __init__(self, content: str) -> None:
        self.plain = _Folded(content, _TYPOGRAPHY, lambda found: _WRITTEN[str(found.lastgroup)])
        self._bare = _Folded(self.plain.text, _NUMBER, lambda _found: "#")

    def passage(self, start: int, end: int) -> str:
        """The characters of a passage, without its typography."""
        return self.plain.text[self.plain.at(start) : self.plain.at(end)].strip()

    def around(self, start: int, end: int, most: int = AROUND) -> tuple[str, str]:
        """What stands before and after a passage."""
        return _sides(self.plain.text, self.plain.at(start), self.plain.at(end), most)

    def bare_around(self, start: int, end: int) -> tuple[str, str]:
        """What stands before and after a passage, numbers written alike."""
        bare = self._bare
        return _sides(bare.text, bare.at(self.plain.at(start)), bare.at(self.plain.at(end)), AROUND)


@lru_cache(maxsize=2)
def _text(content: str) -> _Text:
    return _Text(content)


def _sides(text: str, start: int, end: int, most: int) -> tuple[str, str]:
    return text[max(start - most, 0) : start].strip(), text[end : end + most].strip()


@dataclass(frozen=True)
class _Seen:
    """A thing said, with the keys by which it is matched."""

    said: Said
    passage: str
    around: tuple[str, str]
    beside: tuple[str, str]
    bare: tuple[str, str]


Key = Callable[[_Seen], Hashable]
_IN_ORDER, _AS_MANY, _ALONE = "in order", "as many on both sides", "one on each side"


def _pattern(seen: _Seen) -> Hashable:
    """What a figure counts and how it is written, but for its number; nothing for what is no figure."""
    return (seen.said.type, seen.said.noun, _NUMBER.sub("#", seen.passage)) if seen.said.noun else None


def _figure(seen: _Seen) -> Hashable:
    return (seen.said.type, seen.said.noun, seen.said.value) if seen.said.noun else None


_STEPS: tuple[tuple[Key, str], ...] = (
    (lambda one: (one.said.type, one.passage, one.around), _IN_ORDER),
    (lambda one: (one.said.type, one.passage, one.beside), _IN_ORDER),
    (lambda one: (one.said.type, one.bare), _ALONE),
    (lambda one: (one.said.type, one.said.value, one.passage), _IN_ORDER),
    (lambda one: (one.said.type, one.bare), _AS_MANY),
    (_figure, _ALONE),
    (_pattern, _ALONE),
)
"""The surest first: the same words in the same place, then the same place, then the same words."""


def compare(before: str, old: Sequence[Said], after: str, new: Sequence[Said]) -> Compared:
    """Match what two texts of a document say, each in the order of its text; what is in neither is gone.

    A figure whose place or period is now another one is changed, whatever its number.
    """
    olds, news = _seen(before, old), _seen(after, new)
    pairs: dict[int, int] = {}
    for key, how in _STEPS:
        left = _by_key(olds, key, set(pairs))
        free = _by_key(news, key, set(pairs.values()))
        for name, first in left.items():
            second = free.get(name, [])
            most = 1 if how == _ALONE else len(first)
            if how == _IN_ORDER or len(first) == len(second) == most:
                pairs.update(zip(first, second, strict=False))
    same = {one: other for one, other in pairs.items() if _is_same(olds[one], news[other])}
    return Compared(same, {one: other for one, other in pairs.items() if one not in same})


def _seen(content: str, things: Sequence[Said]) -> list[_Seen]:
    text = _text(content)
    return [
        _Seen(
            said=one,
            passage=text.passage(one.start, one.end),
            around=text.around(one.start, one.end),
            beside=text.around(one.start, one.end, BESIDE),
            bare=text.bare_around(one.start, one.end),
        )
        for one in things
    ]


def _by_key(things: Sequence[_Seen], key: Key, taken: set[int]) -> dict[Hashable, list[int]]:
    found: dict[Hashable, list[int]] = {}
    for number, one in enumerate(things):
        if number not in taken and (name := key(one)) is not None:
            found.setdefault(name, []).append(number)
    return found


def _is_same(one: _Seen, other: _Seen) -> bool:
    if one.passage != other.passage and _number(one) != _number(other):
        return False
    pairs = zip(one.said.apart, other.said.apart, strict=False)
    return one.around == other.around or all(not a or not b or a == b for a, b in pairs)


def _number(seen: _Seen) -> tuple[str, str]:
    return seen.said.value, seen.said.noun


def find_again(before: str, start: int, end: int, after: str) -> tuple[int, int] | None:
    """Return where a passage of a text stands in another: the same words beside the same words, once.

    None when it does not stand there, or more than once.
    """
    first, second = _text(before), _text(after)
    passage, sides = first.passage(start, end), first.around(start, end, BESIDE)
    places, at = [], second.plain.text.find(passage)
    while passage and at >= 0:
        there = _sides(second.plain.text, at, at + len(passage), BESIDE)
        if any(side and side == other for side, other in zip(sides, there, strict=True)):
            places.append(at)
        at = second.plain.text.find(passage, at + 1)
    if len(places) != 1:
        return None
    return second.plain.back(places[0]), second.plain.back(places[0] + len(passage))
