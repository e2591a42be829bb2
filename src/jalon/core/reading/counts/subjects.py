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
    r"\ben[ \n](?:a|ont|avons|avait|avaient)[ \n](?:été[ \n])?[^\W\d_]+(?:é|i|u|it|is)e?s?[ \n]\Z|\b(?:j'en|nous en|on en|en|il en)[ \n](?:compte|comptait|ai|a|avons|ont|avait|avaient"
    r"|dénombre|dénombrait|recense"
    r"|espère|espèrent|attend|attendent|reste|restait|restent|faut|faudra"
    r"|faudrait)[ \n](?:au moins[ \n]|environ[ \n])?\Z",
    re.I,
)
_REACH = 300


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
        return "personnes" if _THEY.search(head) else ""
    named = list(_NUMBER_OF.finditer(plain, sentence.start, position))
    if not named or not _SAYS.search(plain[named[-1].end() : position]):
        return ""
    phrase = noun_phrase(plain, named[-1].end(), position)
    return "" if phrase is None else " ".join(surface.text[phrase.start : phrase.end].split())
