"""Making places, divisions and zones, and the closure that tells what lies within what."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from jalon.core.identity import new_uid
from jalon.core.values.text_keys import search_key, sort_key
from jalon.records.places.models import (
    Division,
    Level,
    Place,
    PlaceCode,
    PlaceName,
    PlaceParent,
    PlaceWithin,
    ZoneMember,
)
from jalon.records.problems import Refused


def add_division(
    *,
    code: str,
    label: str = "",
    in_force_from: datetime.date | None = None,
    in_force_to: datetime.date | None = None,
    act: str = "",
) -> Division:
    """Add an edition of the territorial division."""
    return Division.objects.create(
        code=code, label=label, in_force_from=in_force_from, in_force_to=in_force_to, act=act
    )


@transaction.atomic
def add_place(
    *,
    level: str,
    name: str,
    uid: str | None = None,
    parents: Mapping[Division, Place] | None = None,
    latitude: Decimal | None = None,
    longitude: Decimal | None = None,
    opened_on: datetime.date | None = None,
    closed_on: datetime.date | None = None,
) -> Place:
    """Add a place under its parents, one a division; call `rebuild_closure` once all are in."""
    place = Place.objects.create(
        uid=uid or new_uid(),
        level=level,
        name=name,
        sort_key=sort_key(name),
        latitude=latitude,
        longitude=longitude,
        opened_on=opened_on,
        closed_on=closed_on,
    )
    add_name(place=place, text=name)
    for division, parent in (parents or {}).items():
        PlaceParent.objects.create(place=place, division=division, parent=parent)
    return place


def add_name(
    *,
    place: Place,
    text: str,
    kind: str = PlaceName.Kind.OFFICIAL,
    since: datetime.date | None = None,
    until: datetime.date | None = None,
) -> PlaceName:
    """Add a name the place has, had, or is also written under."""
    return PlaceName.objects.create(
        place=place, text=text, kind=kind, since=since, until=until, search_key=search_key(text)
    )


def add_code(*, place: Place, scheme: str, vintage: str, value: str) -> PlaceCode:
    """Add a code of the place in a scheme and a vintage."""
    return PlaceCode.objects.create(place=place, scheme=scheme, vintage=vintage, value=value)


@transaction.atomic
def add_zone(*, name: str, members: Iterable[Place], uid: str | None = None) -> Place:
    """Add a zone: a named set of places of any level."""
    zone = add_place(level=Level.ZONE, name=name, uid=uid)
    ZoneMember.objects.bulk_create(ZoneMember(zone=zone, member=member) for member in members)
    return zone


@transaction.atomic
def rebuild_closure() -> None:
    """Compute again, for every division, which place lies within which.

    Raises Refused when a place would lie under itself.
    """
    PlaceWithin.objects.all().delete()
    places = dict(Place.objects.values_list("id", "level"))
    members = defaultdict(set)
    for zone, member in ZoneMember.objects.values_list("zone_id", "member_id"):
        members[zone].add(member)
    for division in Division.objects.all():
        parent_of = dict(PlaceParent.objects.filter(division=division).values_list("place_id", "parent_id"))
        PlaceWithin.objects.bulk_create(
            _closure_rows(division.pk, places, parent_of, members), batch_size=5000
        )


def _closure_rows(
    division: int, places: Mapping[int, str], parent_of: Mapping[int, int], members: Mapping[int, set[int]]
) -> list[PlaceWithin]:
    with_children = set(parent_of.values())
    depths: dict[tuple[int, int], int] = {}
    for inner in places:
        for depth, outer in enumerate(_line(inner, parent_of)):
            depths[outer, inner] = depth
    below = defaultdict(list)
    for (outer, inner), depth in depths.items():
        below[outer].append((inner, depth))
    for zone in members:
        for inner, depth in _zone_members(zone, members, below):
            depths.setdefault((zone, inner), depth)
    return [
        PlaceWithin(
            division_id=division,
            outer_id=outer,
            inner_id=inner,
            depth=depth,
            leaf=inner not in with_children and inner not in members,
        )
        for (outer, inner), depth in depths.items()
    ]


def _line(place: int, parent_of: Mapping[int, int]) -> list[int]:
    line = [place]
    while (parent := parent_of.get(line[-1])) is not None:
        if parent in line:
            raise Refused(
                "place_under_itself", _("Un lieu se trouve sous lui-même : revoir son rattachement.")
            )
        line.append(parent)
    return line


def _zone_members(
    zone: int, members: Mapping[int, set[int]], below: Mapping[int, list[tuple[int, int]]]
) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    seen = {zone}
    waiting = [zone]
    while waiting:
        for member in members.get(waiting.pop(), ()):
            if member in seen:
                continue
            seen.add(member)
            if member in members:
                waiting.append(member)
            found.extend((inner, depth + 1) for inner, depth in below[member])
    return found
