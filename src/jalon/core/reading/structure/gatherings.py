"""Meetings that are no body's session: workshops, forums, reviews, assizes, days of reflection."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jalon.core.reading.structure.ranks import number_of, rank_before
from jalon.core.reading.surface import at_words

_SCALE = (
    r"(?:\s+(?:inter)?(?:r[ée]gionale?|nationale?|provinciale?|d[ée]partementale?|communale?|communautaire|locale?"
    r"|sous-r[ée]gionale?|internationale?|pr[ée]fectorale?|technique|conjointe?|multi-?acteurs?|sectorielle?"
    r"|participatif|annuel(?:le)?|trimestriel(?:le)?|semestriel(?:le)?)s?)"
)
_WORK = (
    r"(?:lancement|bilan|cl[ôo]ture|concertation|validation|restitution|capitalisation|coordination|partage"
    r"|r[ée]flexion|planification|programmation|d[ée]marrage|cadrage|revue|suivi|dialogue|haut\s+niveau|consultation"
    r"|[ée]changes?|[ée]valuation|orientation|diss[ée]mination|plaidoyer|pr[ée]-?validation|finalisation|diagnostic"
    r"|information|travail)"
)
_OF_WORK = rf"(?:\s+(?:de\s+|d'){_WORK}(?:\s+et\s+(?:de\s+|d')?{_WORK})?)"
_EVENTS = (
    rf"atelier(?:{_SCALE}{{1,2}}{_OF_WORK}?|{_OF_WORK}{_SCALE}?)(?!\s+de\s+formation)",
    rf"forum{_SCALE}{{0,2}}{_OF_WORK}?(?!\s+(?:communautaire|radio|villageois))",
    rf"(?:s[ée]minaire|colloque|symposium|conf[ée]rence)(?:{_SCALE}{{1,2}}{_OF_WORK}?|{_OF_WORK})",
    rf"assises{_SCALE[:-1]}s?){{0,2}}",
    rf"journ[ée]es?{_SCALE}?(?:{_OF_WORK})",
    r"[ée]tats\s+g[ée]n[ée]raux",
    rf"r[ée]union{_SCALE}{_OF_WORK}",
    rf"rencontre{_SCALE}?{_OF_WORK}",
    r"revue\s+(?:trimestrielle|semestrielle|mensuelle|annuelle|sectorielle|conjointe|p[ée]riodique|[àa]\s+mi-parcours"
    r"|(?:de|du)\s+portefeuille)(?:\s+(?:conjointe|sectorielle))?",
)
_EVENT = re.compile(rf"(?P<body>{'|'.join(_EVENTS)})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Gathering:
    """Where an event is named: its characters, what it is, its number."""

    start: int
    end: int
    body: str
    number: int | None


def gatherings_in(plain: str, head: int) -> Iterator[Gathering]:
    """Yield the events that a text names behind its first `head` characters, held or not."""
    for match in at_words(_EVENT, plain):
        if match.start() >= head:
            rank = rank_before(plain, match.start())
            number = number_of(rank["rank"]) if rank else None
            start = rank.start() if rank and number is not None else match.start()
            yield Gathering(start, match.end(), match["body"], number)
