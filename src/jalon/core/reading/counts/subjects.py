"""Counts whose noun is the subject of the sentence: `Le nombre de coopératives est passé de 45 à 72`."""

import re
from collections.abc import Sequence

from jalon.core.reading.counts.nouns import noun_phrase
from jalon.core.reading.facts import Fact
from jalon.core.reading.surface import Surface

_NUMBER_OF = re.compile(
    r"\b(?:nombre|effectif|total|quantité|stock|parc"
    r"|cheptel)s?[ \n](?:[^\W\d_]+[ \n])?(?:de[ \n]la[ \n]|de[ \n]l'|des[ \n]"
    r"|de[ \n]|du[ \n]|d')",
    re.I,
)
_SAYS = re.compile(
    r"\b(?:est|était|sont|étaient|sera|s'élève|s'élevait|s'élèvera|atteint|atteignait|atteindra"
    r"|passe|passé|passée|passés"
    r"|passées|passait|passera|évalué|évaluée|estimé|estimée|porté|portée|fixé|fixée|ramené|ramenée"
    r"|compte|comptait"
    r"|contre|de)\b[^.;:!?]{0,40}\Z"
)
_THEY = re.compile(
    r"\b(?:ils|elles)[ \n](?:n')?(?:étaient|sont|seront|étaient plus)[ \n](?:que[ \n]|plus de[ \n]"
    r"|environ[ \n])?\Z",
    re.I,
)
_OF_THEM = re.compile(
    r"\ben[ \n](?:a|ont|avons|avait|avaient)[ \n](?:été[ \n])?[^\W\d_]+(?:é|i|u|it|is)e?s?[ \n]\Z"
    r"|\b(?:j'en|nous en|on en|en|il en)[ \n](?:compte|comptait|ai|a|avons|ont|avait|avaient"
    r"|dénombre|dénombrait|recense"
    r"|espère|espèrent|attend|attendent|reste|restait|restent|faut|faudra"
    r"|faudrait)[ \n](?:au moins[ \n]|environ[ \n])?\Z",
    re.I,
)
_REACH = 300


def unit_opened(surface: Surface, position: int) -> str:
    """Return what `Parmi les enfants dépistés, 318 étaient …` says is counted, else an empty text."""
    plain = surface.plain
    sentence = surface.sentence_at(position)
    opened = _OPENED.search(plain, sentence.start, position)
    if opened is None or not _APART.fullmatch(plain, opened.end(), position):
        return ""
    phrase = noun_phrase(plain, opened.end(), position)
    return "" if phrase is None else " ".join(surface.text[phrase.start : phrase.end].split())


def unit_of_subject(surface: Surface, position: int, taken: Sequence[Fact]) -> str:
    """Return what a number counts when its sentence says it before the verb, else an empty text."""
    plain = surface.plain
    sentence = surface.sentence_at(position)
    head = plain[max(sentence.start, position - 60) : position]
    if _THEY.search(head) or _OF_THEM.search(head):
        near = surface.paragraph_at(position).start
        counted = [f for f in taken if f.start >= near and f.text("unit")]
        said = next((f for f in reversed(counted) if not f.text("sex")), counted[-1] if counted else None)
        if said is not None and position - said.end < _REACH:
            return said.text("unit")
        return _who(plain, position, head) if _THEY.search(head) else ""
    total = _IN_ALL.match(plain, position_end(plain, position))
    if total is not None:
        return _noun_before(surface, sentence.start, position)
    named = list(_NUMBER_OF.finditer(plain, sentence.start, position))
    if not named or not _SAYS.search(plain[named[-1].end() : position]):
        return ""
    phrase = noun_phrase(plain, named[-1].end(), position)
    return "" if phrase is None else " ".join(surface.text[phrase.start : phrase.end].split())


_FAR = 1600
_SHE = re.compile(r"\belles[ \n]", re.I)
_WOMEN = re.compile(r"\bfemmes\b", re.I)


def _who(plain: str, position: int, head: str) -> str:
    """Who `elles étaient 240` speaks of, when women were named just before; people otherwise."""
    women = _SHE.search(head) and _WOMEN.search(plain, max(0, position - _FAR), position)
    return "femmes" if women else "personnes"


_OPENED = re.compile(
    r"(?:^|(?<=[.;:] )|(?<=\n))(?:parmi|sur|quant|pour|chez|de|s'agissant|concernant)"
    r"[ \n](?:les|ces|aux|des)[ \n]",
    re.I,
)
_APART = re.compile(
    r"[^,.;:()]{3,90},[ \n](?:seuls?[ \n]|seules[ \n]|environ[ \n]|plus de[ \n]|près de[ \n])?"
)
_IN_ALL = re.compile(r"[ \n](?:au total|en tout)\b")
_PLURAL_LED = re.compile(r"\b(?:les|des|ces|nos|leurs)[ \n](?=[^\W\d_])")


def position_end(plain: str, position: int) -> int:
    """Return where the digits at a position end."""
    digits = re.compile(r"[0-9][0-9 ]*(?<! )").match(plain, position)
    return digits.end() if digits else position


def _noun_before(surface: Surface, start: int, position: int) -> str:
    """`les comités, 68 au total`: the noun between the last plural article and the comma."""
    led = list(_PLURAL_LED.finditer(surface.plain, start, position))
    if not led or not surface.plain.endswith(", ", start, position):
        return ""
    phrase = noun_phrase(surface.plain, led[-1].end(), position)
    return "" if phrase is None else " ".join(surface.text[phrase.start : phrase.end].split())
