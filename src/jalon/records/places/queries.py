"""Reading places: the division in force, what lies under a place, looking a place up by name."""

import dataclasses
import datetime
from collections.abc import Collection

from django.db.models import CharField, F, Q, QuerySet, Value
from django.db.models.functions import Replace

from jalon.core.values.text_keys import compact_key, search_key
from jalon.records.places.models import (
    Division,
    Level,
    Place,
    PlaceName,
    PlaceParent,
    PlaceWithin,
    ZoneMember,
)


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


def search(text: str) -> QuerySet[Place]:
    """Return the places of which a name has a word that begins like the text, or that is written apart.

    `tarabangou`, `Bamako peri` and `N’Tillit` for `Ntillit` are found. Nothing is found by an empty text.
    """
    key = search_key(text)
    if not key:
        return Place.objects.none()
    tight = Replace(
        F("search_key"), Value(" ", CharField()), Value("", CharField()), output_field=CharField()
    )
    names = PlaceName.objects.annotate(tight=tight).filter(
        Q(search_key__startswith=key)
        | Q(search_key__contains=f" {key}")
        | Q(tight__startswith=compact_key(text))
    )
    return Place.objects.filter(pk__in=names.values("place")).order_by("sort_key", "pk")


def reach(
    places: Collection[int], division: Division | None, levels: Collection[str] = ()
) -> dict[int, set[int]]:
    """Return for each place those it lies in, itself, and those in it; a zone touches what its members do.

    Two queries; nothing when there is no division.
    """
    rows = PlaceWithin.objects.filter(division=division)
    anchors = {place: {place} for place in places}
    for zone, member in rows.filter(outer__in=places, outer__level=Level.ZONE, depth=1).values_list(
        "outer_id", "inner_id"
    ):
        anchors[zone].add(member)
    every = set().union(*anchors.values()) if anchors else set()
    above = rows.filter(inner__in=every).exclude(outer__level=Level.ZONE)
    below = rows.filter(outer__in=every).exclude(inner__level=Level.ZONE)
    if levels:
        above, below = above.filter(outer__level__in=levels), below.filter(inner__level__in=levels)
    touched: dict[int, set[int]] = {}
    pairs = [(inner, outer) for outer, inner in above.values_list("outer_id", "inner_id")]
    pairs += below.values_list("outer_id", "inner_id")
    for anchor, place in pairs:
        touched.setdefault(anchor, set()).add(place)
    return {
        place: set().union(*(touched.get(anchor, set()) for anchor in found))
        for place, found in anchors.items()
    }


@dataclasses.dataclass(frozen=True)
class PlaceLine:
    """A place in the list of a division; `level` is its depth there, `parent` the id of what it lies in."""

    pk: int
    uid: str
    name: str
    kind: str
    level: int
    codes: tuple[str, ...]
    parent: int | None
    below: int


def tree(division: Division | None, levels: Collection[str]) -> list[PlaceLine]:
    """Return the places of these levels in a division, each after the one it lies in. Three queries.

    `below` counts the places right under each, of any level.
    """
    parent_of = dict(PlaceParent.objects.filter(division=division).values_list("place_id", "parent_id"))
    below: dict[int, int] = {}
    for parent in parent_of.values():
        below[parent] = below.get(parent, 0) + 1
    places = Place.objects.filter(level__in=levels).prefetch_related("codes").in_bulk()
    in_division = set(parent_of) | set(parent_of.values())
    found = []
    for place in places.values():
        if place.pk not in in_division:
            continue
        line = [place]
        while (above := places.get(parent_of.get(line[0].pk, 0))) is not None:
            line.insert(0, above)
        found.append((line, place))
    found.sort(key=lambda one: [(place.sort_key, place.pk) for place in one[0]])
    return [
        PlaceLine(
            pk=place.pk,
            uid=place.uid,
            name=place.name,
            kind=place.get_level_display(),
            level=len(line) - 1,
            codes=tuple(str(code) for code in place.codes.all()),
            parent=parent_of.get(place.pk),
            below=below.get(place.pk, 0),
        )
        for line, place in found
    ]


@dataclasses.dataclass(frozen=True)
class ZoneLine:
    """A zone with the names of its members."""

    uid: str
    name: str
    members: tuple[str, ...]


def zones() -> list[ZoneLine]:
    """Return the zones in French order. Two queries."""
    rows = Place.objects.filter(level=Level.ZONE).order_by("sort_key", "pk")
    members: dict[int, list[str]] = {}
    for row in ZoneMember.objects.select_related("member").order_by("member__sort_key"):
        members.setdefault(row.zone_id, []).append(row.member.name)
    return [ZoneLine(zone.uid, zone.name, tuple(members.get(zone.pk, ()))) for zone in rows]


def above(places: Collection[int], division: Division | None) -> dict[int, list[str]]:
    """Return the names of what each place lies in, the nearest first, zones and the country left out.

    One query.
    """
    rows = (
        PlaceWithin.objects.filter(division=division, inner__in=places, depth__gte=1)
        .exclude(outer__level__in=[Level.ZONE, Level.COUNTRY])
        .order_by("depth")
        .values_list("inner_id", "outer__name")
    )
    found: dict[int, list[str]] = {}
    for place, name in rows:
        found.setdefault(place, []).append(name)
    return found
