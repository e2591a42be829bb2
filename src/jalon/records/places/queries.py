"""Reading places: the division in force, what lies under a place, looking a place up by name."""

import datetime

from django.db.models import F, QuerySet

from jalon.core.values.text_keys import search_key
from jalon.records.places.models import Division, Place


def division_in_force(on: datetime.date) -> Division | None:
    """Return the division in force on a day; the latest known when none says so."""
    divisions = Division.objects.order_by(F("in_force_from").desc(nulls_last=True), "-code")
    for division in divisions:
        since, until = division.in_force_from, division.in_force_to
        if (since is None or since <= on) and (until is None or on <= until):
            return division
    return divisions.first()


def children(place: Place, division: Division) -> QuerySet[Place]:
    """Return the places right under a place in a division, in French alphabetical order."""
    return Place.objects.filter(parents__parent=place, parents__division=division).order_by("sort_key")


def named(text: str) -> QuerySet[Place]:
    """Return the places with a name that begins like the text, without accents, hyphens or case."""
    return (
        Place.objects.filter(names__search_key__startswith=search_key(text)).distinct().order_by("sort_key")
    )
