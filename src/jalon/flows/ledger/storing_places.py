"""Divisions, places and zones of a ledger into the database, by union."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from jalon.core.figures.model import Ledger
from jalon.core.values.text_keys import search_key, sort_key
from jalon.flows.ledger import bulk
from jalon.flows.ledger.clauses import batches
from jalon.flows.ledger.reading import UNDECLARED
from jalon.records.places import actions as places
from jalon.records.places.models import Division, Level, Place, PlaceName, PlaceParent, ZoneMember


def store_divisions(ledger: Ledger) -> dict[str, int]:
    """Add the divisions that are missing, with their dates; code → primary key."""
    named = {division for place in ledger.places.values() for division in place.under}
    named |= {entry.division for entry in ledger.entries.values() if entry.division}
    existing = {division.code: division for division in Division.objects.all()}
    for key, given in ledger.divisions.items():
        if (known := existing.get(key)) is None:
            continue
        for field, value in (("in_force_from", given.start), ("in_force_to", given.end)):
            ours = getattr(known, field)
            if value is None or ours == value:
                continue
            if ours is not None:
                raise bulk.conflict("division", key, _("dates"), ours, value)
            setattr(known, field, value)
        known.save()

    def make(code: str) -> Division:
        given = ledger.divisions.get(code)
        return Division(
            code=code,
            label=code,
            in_force_from=given.start if given else None,
            in_force_to=given.end if given else None,
        )

    return bulk.ensure(Division, sorted({*named, *ledger.divisions}), make, _("Le découpage"), "code")


def store_places(ledger: Ledger, divisions: dict[str, int]) -> dict[str, int]:
    """Add the places, parents and zones that are missing, and the closure; key → primary key."""
    levels = {key: place.level or UNDECLARED for key, place in ledger.places.items()}
    levels |= dict.fromkeys(ledger.zones, Level.ZONE.value)
    for key in _referred(ledger):
        levels.setdefault(key, UNDECLARED)
    _check_levels(levels)
    before = set(bulk.numbers(Place, levels))

    def make(key: str) -> Place:
        bulk.check_text(levels[key], Place, "level", _("Le lieu"), key)
        return Place(uid=key, level=levels[key], name=key, sort_key=sort_key(key)[:200])

    found = bulk.ensure(Place, levels, make, _("Le lieu"))
    made = [key for key in levels if key not in before]
    bulk.add(
        PlaceName,
        [PlaceName(place_id=found[key], text=key, search_key=search_key(key)[:200]) for key in made],
    )
    changed = _store_parents(ledger, found, divisions)
    if _store_members(ledger, found) or changed or made:
        places.rebuild_closure()
    return found


def _referred(ledger: Ledger) -> Iterable[str]:
    for place in ledger.places.values():
        yield from place.under.values()
    for zone in ledger.zones.values():
        yield from zone.places
    for entry in ledger.entries.values():
        if entry.place:
            yield entry.place


def _check_levels(levels: dict[str, str]) -> None:
    """A place keeps its level; one that was only named as a parent takes the level it is now given."""
    for some in batches(sorted(levels), bulk.NAMED_AT_ONCE):
        for place in Place.objects.filter(uid__in=some):
            given = levels[place.uid]
            if given in {place.level, UNDECLARED}:
                continue
            if place.level != UNDECLARED:
                raise bulk.conflict("place", place.uid, _("niveau"), place.level, given)
            place.level = given
            place.save(update_fields=["level"])


def _store_parents(ledger: Ledger, found: dict[str, int], divisions: dict[str, int]) -> bool:
    codes = {number: code for code, number in divisions.items()}
    wanted = {
        (found[place.key], divisions[division]): found[parent]
        for place in ledger.places.values()
        for division, parent in place.under.items()
    }
    keys = {number: key for key, number in found.items()}
    for some in batches(sorted({place for place, _division in wanted}), bulk.NAMED_AT_ONCE):
        rows = PlaceParent.objects.filter(place__in=some).values_list(
            "place_id", "division_id", "parent_id", "parent__uid"
        )
        for place, division, parent, uid in rows:
            theirs = wanted.pop((place, division), parent)
            if theirs != parent:
                what = _("rattachement dans %(division)s") % {"division": codes[division]}
                raise bulk.conflict("place", keys[place], what, uid, keys[theirs])
    bulk.add(
        PlaceParent,
        [PlaceParent(place_id=p, division_id=d, parent_id=parent) for (p, d), parent in wanted.items()],
    )
    return bool(wanted)


def _store_members(ledger: Ledger, found: dict[str, int]) -> bool:
    """A zone is the set of its places: another set under the same name is another content."""
    rows = ZoneMember.objects.filter(zone__in=[found[key] for key in ledger.zones])
    known: dict[int, set[str]] = {}
    for zone, member in rows.values_list("zone_id", "member__uid"):
        known.setdefault(zone, set()).add(member)
    missing: list[ZoneMember] = []
    for key, given in ledger.zones.items():
        ours = known.get(found[key])
        if ours is None:
            missing += [
                ZoneMember(zone_id=found[key], member_id=found[member])
                for member in dict.fromkeys(given.places)
            ]
        elif ours != set(given.places):
            raise bulk.conflict(
                "zone", key, _("lieux"), ", ".join(sorted(ours)), ", ".join(sorted(given.places))
            )
    bulk.add(ZoneMember, missing)
    return bool(missing)
