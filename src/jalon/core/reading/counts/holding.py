"""Which counts may be parts of which: people of people, never more than the total."""

import re
from collections.abc import Sequence
from decimal import Decimal

from jalon.core.reading.counts.sexes import is_person
from jalon.core.reading.counts.words import word_set
from jalon.core.reading.facts import Fact
from jalon.core.reading.surface import Surface

GROUPS = word_set(
    """
    jeunes jeune autres autre hommes femmes garçons filles enfants adultes handicapés handicapées
    déplacés déplacées réfugiés réfugiées retournés personnes ruraux mineurs majeurs adolescents
    adolescentes veuves
    """
)


def number_of(fact: Fact) -> int | Decimal:
    """Return the number a fact says, -1 when it says none."""
    return fact.value if isinstance(fact.value, int | Decimal) else -1


def may_hold(total: Fact, part: Fact) -> bool:
    """Return whether a count may be the total of another: not smaller, people among what may hold people."""
    if number_of(total) < number_of(part) or number_of(part) < 0:
        return False
    if total.text("sex") and part.text("sex") and total.text("sex") != part.text("sex"):
        return False
    return not (counts_people(part) and head(total) in PLACES) and not (
        counts_people(total) and (head(part) in PLACES or head(part) in _ROOMS)
    )


PLACES = word_set(
    """
    commune communes village villages cercle cercles région régions localité localités site sites école
    écoles pays province provinces département départements quartier quartiers forage forages puits ha
    hectares km kits tonnes session sessions atelier ateliers réunion réunions formation formations
    journées points module modules
    """
)


_ROOMS = word_set("cours classe classes salle salles centre centres bâtiment bâtiments puits")


def head(fact: Fact) -> str:
    """Return the first word of what is counted, in lower case."""
    return fact.text("unit").split(" ")[0].lower()


def counts_people(fact: Fact) -> bool:
    """Return whether people are counted one by one."""
    return bool(fact.text("sex")) or is_person(head(fact)) or head(fact) in GROUPS


_YEAR = re.compile(r"(?<![0-9])(?:19[6-9]|20[0-4])[0-9](?![0-9])")


def of_other_year(surface: Surface, total: Fact, part: Fact) -> bool:
    """Return whether the sentences of two counts each name years, none of them the same."""
    years = [
        set(_YEAR.findall(surface.plain, (sentence := surface.sentence_at(fact.start)).start, sentence.end))
        for fact in (total, part)
    ]
    return bool(years[0] and years[1]) and not years[0] & years[1]


def sum_of(facts: Sequence[Fact]) -> int:
    """Return the sum of the whole numbers among these."""
    return sum(int(f.value) for f in facts if isinstance(f.value, int))
