"""One place as its page shows it: names, codes, parents by division, what lies in it, zones."""

import dataclasses
import datetime

from django.db.models import F

from jalon.records.places.models import Division, Place, PlaceCode, PlaceName, PlaceParent, ZoneMember


@dataclasses.dataclass(frozen=True)
class Near:
    """Another place: what its link needs, its kind and its point."""

    uid: str
    name: str
    kind: str
    latitude: float | None
    longitude: float | None


@dataclasses.dataclass(frozen=True)
class NameLine:
    """A name, what kind of name, and when it held."""

    text: str
    kind: str
    since: datetime.date | None
    until: datetime.date | None


@dataclasses.dataclass(frozen=True)
class Standing:
    """Where the place stands in one division: the places above it, the nearest first; empty if not in it."""

    division: Division
    above: tuple[Near, ...]


@dataclasses.dataclass(frozen=True)
class Card:
    """All that is known of a place but its programmes and organisations."""

    place: Place
    names: tuple[NameLine, ...]
    codes: tuple[PlaceCode, ...]
    standings: tuple[Standing, ...]
    below: tuple[Near, ...]
    zones: tuple[Near, ...]
    members: tuple[Near, ...]


def divisions() -> list[Division]:
    """Return the divisions, the latest first."""
    return list(Division.objects.order_by(F("in_force_from").desc(nulls_last=True), "-code"))


def card(place: Place, known: list[Division], chosen: Division | None) -> Card:
    """Return the card of a place, with what lies right under it in the chosen division.

    Five queries, and one more for each level above the place.
    """
    names = PlaceName.objects.filter(place=place).order_by("kind", "pk")
    below = Place.objects.filter(parents__parent=place, parents__division=chosen).order_by("sort_key")
    zones = ZoneMember.objects.filter(member=place).select_related("zone").order_by("zone__sort_key")
    members = ZoneMember.objects.filter(zone=place).select_related("member").order_by("member__sort_key")
    return Card(
        place=place,
        names=tuple(NameLine(one.text, one.get_kind_display(), one.since, one.until) for one in names),
        codes=tuple(PlaceCode.objects.filter(place=place).order_by("scheme", "vintage")),
        standings=_standings(place, known),
        below=tuple(_near(one) for one in below),
        zones=tuple(_near(one.zone) for one in zones),
        members=tuple(_near(one.member) for one in members),
    )


def _standings(place: Place, known: list[Division]) -> tuple[Standing, ...]:
    above: dict[int, list[Place]] = {division.pk: [place] for division in known}
    climbing = {division.pk for division in known}
    while climbing:
        rows = PlaceParent.objects.filter(
            division__in=climbing, place__in={above[pk][-1].pk for pk in climbing}
        ).select_related("parent")
        step = {(row.division_id, row.place_id): row.parent for row in rows}
        for division in list(climbing):
            parent = step.get((division, above[division][-1].pk))
            if parent is None:
                climbing.discard(division)
            else:
                above[division].append(parent)
    return tuple(
        Standing(division, tuple(_near(one) for one in above[division.pk][1:])) for division in known
    )


def _near(place: Place) -> Near:
    return Near(
        uid=place.uid,
        name=place.name,
        kind=place.get_level_display(),
        latitude=None if place.latitude is None else float(place.latitude),
        longitude=None if place.longitude is None else float(place.longitude),
    )
