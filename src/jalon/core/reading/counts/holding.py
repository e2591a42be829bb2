"""Which counts may be parts of which: people of people, never more than the total."""

from jalon.core.reading.counts.sexes import is_person
from jalon.core.reading.counts.words import word_set
from jalon.core.reading.facts import Fact

GROUPS = word_set(
    """
    jeunes jeune autres autre hommes femmes garçons filles enfants adultes handicapés handicapées
    déplacés déplacées réfugiés réfugiées retournés personnes ruraux mineurs majeurs adolescents
    adolescentes veuves
    """
)


def may_hold(total: Fact, part: Fact) -> bool:
    """Return whether a count may be the total of another: not smaller, and people among what may hold people."""
    if (
        isinstance(total.value, str)
        or isinstance(part.value, str)
        or total.value is None
        or part.value is None
    ):
        return False
    if isinstance(total.value, tuple) or isinstance(part.value, tuple) or total.value < part.value:
        return False
    if total.text("sex") and part.text("sex") and total.text("sex") != part.text("sex"):
        return False
    return not (counts_people(part) and head(total) in PLACES)


PLACES = word_set(
    """
    commune communes village villages cercle cercles région régions localité localités site sites école
    écoles pays province provinces département départements quartier quartiers forage forages puits ha
    hectares km kits tonnes session sessions atelier ateliers réunion réunions formation formations
    journées points module modules
    """
)


def head(fact: Fact) -> str:
    return fact.text("unit").split(" ")[0].lower()


def counts_people(fact: Fact) -> bool:
    return bool(fact.text("sex")) or is_person(head(fact)) or head(fact) in GROUPS
