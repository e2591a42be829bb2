"""When two spellings are likely one name: shared by the checks of one text and by documents read together."""

import re

from rapidfuzz.distance import DamerauLevenshtein

from jalon.core.reading.entities.people import is_given_name
from jalon.core.reading.facts import FactType
from jalon.core.values import compact_key, search_key

TYPE_WORDS = {
    FactType.ORGANIZATION: "même organisation",
    FactType.PLACE: "même lieu",
    FactType.PROGRAMME: "même programme",
    FactType.PERSON: "même personne",
}
"""How a French sentence says that two names are one thing."""

TITLES = re.compile(r"^(?:(?:les?|la|du|des|de|mmes?|mm?\.?|mr\.?|mlle|dr|pr)\s+|l'|d')+(?=\w)", re.I)
"""What may stand before a name and is no part of it."""

_SHORTEST = 5
_PARTICLES = frozenset({"de", "les", "le", "la", "du", "m", "mme", "mr", "dr", "pr", "mlle"})


def folded(form: str) -> str:
    """Lower case without accents; hyphens and apostrophes kept, so that `Lux-Dev` is not `LuxDev`."""
    return "-".join(search_key(part) for part in re.split(r"-", form))


def nearly(one: str, other: str, kind: FactType) -> bool:
    """One or two letters apart in a long name; numbers and short acronyms must be equal."""
    if re.findall(r"\d+", one) != re.findall(r"\d+", other):
        return False
    a, b = compact_key(one), compact_key(other)
    if a == b:
        return kind is FactType.ORGANIZATION and one != other and not one.isdigit()
    shorter = min(len(a), len(b))
    if kind is FactType.PERSON:
        return _same_words(one, other)
    if shorter < _SHORTEST or a[0] != b[0] or {"ministre", "ministere"} <= {a[:8], b[:9], b[:8], a[:9]}:
        return False
    if len(one.split()) != len(other.split()):
        return False
    if kind is FactType.PLACE and re.sub(r"(.)\1", r"\1", a) == re.sub(r"(.)\1", r"\1", b):
        return False
    distance = DamerauLevenshtein.distance(a, b, score_cutoff=2)
    return distance <= (1 if shorter < 12 else 2) and not _inflected_acronym(one, other)


def _inflected_acronym(one: str, other: str) -> bool:
    return one.rstrip("s") == other.rstrip("s") and " " not in one


def _same_words(one: str, other: str) -> bool:
    """The words of one name are those of the other, in any order, each at most two letters away.

    Two given names that are both known (`Salif`, `Salifou`) are two people.
    """
    first, second = (
        {word for word in search_key(name).split() if word not in _PARTICLES} for name in (one, other)
    )
    if len(first) != len(second) or len(first) < 2 or not first & second:
        return False
    left, right = sorted(first - second), sorted(second - first)
    gaps = [DamerauLevenshtein.distance(a, b, score_cutoff=2) for a, b in zip(left, right, strict=True)]
    for one_word, other_word, gap in zip(left, right, gaps, strict=True):
        if gap > 1 and is_given_name(one_word) and is_given_name(other_word):
            return False
    return bool(gaps) and max(gaps) <= (1 if min(map(len, left + right)) < 5 else 2)
