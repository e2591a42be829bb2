"""Names of people compared: capitals, the order, a particle, a letter or two make no other person."""

import re
from difflib import SequenceMatcher

from jalon.core.reading.entities.people import PARTICLES, bare_name, is_family_name, is_given_name
from jalon.core.reading.entities.words import fold

_LETTERS = re.compile(r"[^\W\d_]+")


def same_person(first: str, second: str) -> bool:
    """Whether two spellings may name one person; the words may stand in another order."""
    one, two = _name_words(first), _name_words(second)
    if not one or not two:
        return False
    if len(one) == 1 or len(two) == 1:
        return bool(set(one) & set(two)) and min(len(one), len(two)) == 1
    short, long = sorted((one, two), key=len)
    rest = list(long)
    for word in short:
        best = max(rest, key=lambda other: (_likeness(word, other), other), default="")
        if not best or not _alike(word, best):
            return False
        rest.remove(best)
    return not rest or len(short) >= 2


def _name_words(name: str) -> list[str]:
    words = [fold(word) for word in _LETTERS.findall(bare_name(name))]
    return [word for word in words if word not in PARTICLES]


def _likeness(one: str, two: str) -> float:
    return SequenceMatcher(None, one, two, autojunk=False).ratio()


def _alike(one: str, two: str) -> bool:
    """Equal, an initial, or a letter or two apart; two known given names that differ are two names."""
    if one == two or (1 in (len(one), len(two)) and one[0] == two[0]):
        return True
    if (is_given_name(one) and is_given_name(two)) or (is_family_name(one) and is_family_name(two)):
        return (
            _likeness(one, two) > 0.8
            and abs(len(one) - len(two)) < 2
            and one[0] == two[0]
            and one[:2] == two[:2]
        )
    return _likeness(one, two) >= 0.8 and one[0] == two[0]
