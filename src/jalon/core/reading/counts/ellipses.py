"""Counts whose noun was said before: `35 ont été retenus`, `15 dans le cercle de Kita`, `500 prévus`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from jalon.core.reading.counts.words import AUXILIARIES, is_participle, word_set
from jalon.core.reading.facts import Fact
from jalon.core.reading.numbers import FoundNumber
from jalon.core.reading.surface import Surface

_W = r"[^\W\d_]+"
_OTHERS = re.compile(r"[ \n]autres?\b(?![ \n][^\W\d_]*s\b(?<!\bs))")
_NEXT = re.compile(rf"[ \n](?P<word>(?:n'|l'|d'|s')?{_W}(?:-{_W})?)")
_VERB_GROUP = re.compile(
    rf"[ \n](?:n'|l'|s')?{_W}(?:[ \n]été)?(?:[ \n]{_W}(?:és?|ées?|is|ises?|us|ues?|its?|ites?)(?!\w))?"
)
_PART_BEFORE = re.compile(
    r"(?:\bdont|\bsoit|\blesquel(?:le)?s|\bparmi eux|\bparmi elles|\by compris)[ \n](?:(?:environ"
    r"|plus de|près de|au moins|les)[ \n])?$",
    re.I,
)
_JOINED_BEFORE = re.compile(r"(?:,|\bet|;|\(|/)[ \n]?$")
_ON_BEFORE = re.compile(r"\bsur[ \n](?:les[ \n]|un total de[ \n]|des[ \n])?$")
_PLACED = word_set(
    """
    dans à en au aux pour par de d' du des chez sur vivant vivants ayant parmi n'ont n'a avec sans entre
    """
)
_SUBJECT_REACH = 260


@dataclass(frozen=True, slots=True)
class Elliptic:
    """A number whose noun is that of `antecedent`, with the words behind that say which of them."""

    end: int
    antecedent: Fact
    added: str = ""


def elliptic(surface: Surface, number: FoundNumber, taken: Sequence[Fact], stop: int) -> Elliptic | None:
    """Return what a number without a noun counts, when the sentence says it."""
    plain = surface.plain
    sentence = surface.sentence_at(number.start)
    antecedent = next((f for f in reversed(taken) if f.start < number.start), None)
    if antecedent is None:
        return None
    same = antecedent.start >= sentence.start
    before = plain[max(sentence.start, number.start - 30) : number.start]
    others = _OTHERS.match(plain, number.end, stop)
    if others:
        return Elliptic(others.end(), antecedent) if number.start - antecedent.end < _SUBJECT_REACH else None
    word = _NEXT.match(plain, number.end, stop)
    low = word["word"].lower() if word else ""
    near = (
        number.start - antecedent.end < _SUBJECT_REACH
        and surface.paragraph_at(number.start).start <= antecedent.start
    )
    if same and _ON_BEFORE.search(before) and _bare_between(plain[antecedent.end : number.start]):
        end = word.end() if word and is_participle(low) else number.end
        return Elliptic(end, antecedent, low if word and is_participle(low) else "")
    if word and (low in AUXILIARIES or is_finite(low)) and near:
        group = _VERB_GROUP.match(plain, number.end, stop)
        return Elliptic(group.end() if group else word.end(), antecedent, _last_participle(group))
    if not same:
        return None
    part = _PART_BEFORE.search(before) is not None
    if word and is_participle(low) and (part or _JOINED_BEFORE.search(before)):
        return Elliptic(word.end(), antecedent, low)
    goes_on = _JOINED_BEFORE.search(before) is not None and antecedent.details.get("unit") is not None
    if part or (goes_on and _is_partial(antecedent, plain)):
        if word is None or low in _PLACED or low.startswith(("d'", "l'")) or part:
            return Elliptic(_phrase_end(plain, number.end, stop, word), antecedent)
    return None


def is_finite(word: str) -> bool:
    """Return whether a word is a verb whose subject may be several: `souffraient`, `n'ont`, `participeront`."""
    return word.startswith(("n'ont", "n'a", "l'ont")) or (len(word) > 5 and word.endswith(_FINITE))


_FINITE = ("aient", "eront", "iront", "èrent", "irent", "issent")


def _is_partial(fact: Fact, plain: str) -> bool:
    """Whether the count before was itself without a noun: `soit 15 dans … et 20 dans …`."""
    return bool(
        re.match(
            r"[0-9 ]+(?:[ \n](?:dans|à|en|au|aux|pour|par|de|vivant|n'|sont|ont)\b|$)",
            plain[fact.start : fact.end],
        )
    )


def _bare_between(between: str) -> bool:
    return len(between) < 140 and not re.search(r"[.;:!?]", re.sub(r"\([^()]*\)", "", between))


def _last_participle(group: re.Match[str] | None) -> str:
    last = group[0].split()[-1] if group else ""
    return last if is_participle(last) and last != "été" else ""


def _phrase_end(plain: str, end: int, stop: int, word: re.Match[str] | None) -> int:
    """A few words behind: `dans le cercle de Kita`, `vivant avec un handicap`."""
    if word is None:
        return end
    found = re.compile(
        rf"(?:[ \n](?!et\b|ou\b|dont\b|soit\b|ont\b|sont\b|a\b)(?:{_W}')?{_W}(?:-{_W})*){{1,6}}"
    ).match(plain, end, stop)
    return found.end() if found else end
