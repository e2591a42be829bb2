"""The names an installation knows, as the reader is handed them, and back: a level in French, a place."""

from collections.abc import Iterable

from django.db.models import Q

from jalon.core.reading.entities.known import Known as KnownNames
from jalon.core.values.text_keys import search_key
from jalon.records.parties.models import OrganisationName
from jalon.records.places.models import Level, Place, PlaceName
from jalon.records.programmes.models import Programme
from jalon.records.sources.models import Document

SAID = {
    Level.COUNTRY: "pays",
    Level.REGION: "région",
    Level.CERCLE: "cercle",
    Level.ARRONDISSEMENT: "arrondissement",
    Level.COMMUNE: "commune",
    Level.LOCALITY: "village",
    Level.ZONE: "zone",
}
"""How texts call the levels of places."""

_ALSO = {"ville": Level.COMMUNE, "quartier": Level.LOCALITY, "district": Level.REGION}
_LEVELS = {search_key(word): level for level, word in SAID.items()} | _ALSO
_SHORTEST = 3


def known_names(document: Document) -> KnownNames:
    """Return the names of the places, organisations and programmes of this installation. Three queries.

    Of the programmes that are not published, only those of the document: a proposition may show a name.
    """
    places, levels = _places()
    organisations = {
        name.text: name.organisation.name
        for name in OrganisationName.objects.select_related("organisation").order_by("pk")
        if len(name.text) >= _SHORTEST
    }
    programmes: dict[str, str] = {}
    own = Q(published=True) | Q(programme_documents__document=document)
    for programme in Programme.objects.filter(own).distinct().order_by("pk"):
        for name in (programme.title, programme.short_title, programme.acronym):
            if len(name) >= _SHORTEST:
                programmes.setdefault(name, programme.short_title)
    return KnownNames(places=places, organisations=organisations, programmes=programmes, levels=levels)


def _places() -> tuple[dict[str, str], dict[str, str]]:
    """Names of places → the official one, and the level of those that only one place has."""
    names: dict[str, str] = {}
    found: dict[str, set[str]] = {}
    for name in PlaceName.objects.select_related("place").order_by("pk"):
        if len(name.text) >= _SHORTEST:
            names.setdefault(name.text, name.place.name)
        found.setdefault(name.place.name, set()).add(name.place.level)
    levels = {
        shown: SAID[Level(next(iter(some)))]
        for shown, some in found.items()
        if len(some) == 1 and Level(next(iter(some))) in SAID
    }
    return names, levels


def at_level(places: Iterable[Place], said: str) -> list[Place]:
    """Return the places of a level as texts say it (`région/commune` is either); all when none is."""
    wanted = {_LEVELS[key] for word in said.split("/") if (key := search_key(word)) in _LEVELS}
    some = list(places)
    return [place for place in some if place.level in wanted] or some
