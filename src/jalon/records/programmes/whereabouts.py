"""Where the programmes a viewer may see work: the regions they touch, for the map and the place filter."""

import dataclasses
from collections.abc import Iterable
from decimal import Decimal

from jalon.records.places.models import Division, Level, Place
from jalon.records.places.queries import reach
from jalon.records.programmes.models import ProgrammePlace
from jalon.records.programmes.queries import visible
from jalon.records.programmes.rules import Scope


@dataclasses.dataclass(frozen=True)
class Region:
    """A region with its point."""

    pk: int
    uid: str
    name: str
    latitude: Decimal | None
    longitude: Decimal | None


@dataclasses.dataclass(frozen=True)
class Whereabouts:
    """The regions touched in a division, and which programme touches which; `places` are (uid, name)."""

    regions: dict[int, Region]
    of_programme: dict[int, frozenset[int]]
    places: tuple[tuple[str, str], ...]

    def counts(self, programmes: Iterable[int]) -> list[tuple[Region, int]]:
        """Return for each region how many of these programmes touch it, those that none touches left out."""
        found: dict[int, int] = {}
        for programme in programmes:
            for region in self.of_programme.get(programme, ()):
                found[region] = found.get(region, 0) + 1
        return [(region, found[pk]) for pk, region in self.regions.items() if pk in found]


def whereabouts(scope: Scope, division: Division | None) -> Whereabouts:
    """Return where the visible programmes work, by the regions of a division. Five queries.

    A programme of the whole country touches no region in particular: it is not spread over them.
    """
    working: dict[int, set[int]] = {}
    places: dict[int, Place] = {}
    rows = ProgrammePlace.objects.filter(programme__in=visible(scope).values("pk")).select_related("place")
    for row in rows.order_by("place__sort_key"):
        working.setdefault(row.programme_id, set()).add(row.place_id)
        places[row.place_id] = row.place
    countries = {pk for pk, place in places.items() if place.level == Level.COUNTRY}
    touched = reach(set(places) - countries, division, [Level.REGION])
    wanted = set().union(*touched.values()) if touched else set()
    regions = {
        row.pk: Region(row.pk, row.uid, row.name, row.latitude, row.longitude)
        for row in Place.objects.filter(pk__in=wanted).order_by("sort_key")
    }
    choices = {region.uid: region.name for region in regions.values()}
    choices |= {place.uid: place.name for place in places.values() if place.uid not in choices}
    return Whereabouts(
        regions=regions,
        of_programme={
            programme: frozenset().union(*(touched.get(place, frozenset()) for place in found))
            for programme, found in working.items()
        },
        places=tuple(choices.items()),
    )


def programmes_by_place(scope: Scope, division: Division | None) -> dict[int, int]:
    """Return how many visible programmes share ground with each place of a division. Three queries."""
    working: dict[int, set[int]] = {}
    for programme, place in ProgrammePlace.objects.filter(
        programme__in=visible(scope).values("pk")
    ).values_list("programme_id", "place_id"):
        working.setdefault(place, set()).add(programme)
    found: dict[int, set[int]] = {}
    for place, touched in reach(set(working), division).items():
        for other in touched | {place}:
            found.setdefault(other, set()).update(working[place])
    return {place: len(programmes) for place, programmes in found.items()}
