"""Places as people write them in a form: « Goundam (cercle) », or a name that only one place has."""

import re
from collections.abc import Iterable

from django.utils.translation import gettext as _

from jalon.core.values.text_keys import search_key
from jalon.records.places.models import Level, Place
from jalon.records.problems import Refused

_WITH_LEVEL = re.compile(r"\s*(?P<name>.+?)\s*\((?P<level>[^()]+)\)\s*")
_CAPITAL = "[A-ZÀ-ÖØ-ÞŒ]"
_NAME = re.compile(rf"\b{_CAPITAL}[\wÀ-ÿ’'-]*(?:[ -](?:d[eu]|la|le|{_CAPITAL}[\wÀ-ÿ’'-]*))*")
_HINTS = {"région": Level.REGION, "cercle": Level.CERCLE, "commune": Level.COMMUNE, "district": Level.REGION}


def written(place: Place) -> str:
    """Return a place as the form writes it: « Goundam (cercle) »."""
    return f"{place.name} ({place.get_level_display()})"


def place_named(text: str) -> Place | None:
    """Return the place a field names, None when it is empty.

    Raises Refused when no place has this name, or when several have it: the sentence lists them.
    """
    if not text.strip():
        return None
    match = _WITH_LEVEL.fullmatch(text)
    name = match["name"] if match else text
    found = _of_name([name])
    if match and (level := _level(match["level"])) is not None:
        found = [place for place in found if place.level == level]
    if not found:
        raise Refused(
            "unknown_place",
            _("« %(text)s » n’est pas un lieu connu : écrire son nom officiel, ou laisser vide.")
            % {"text": text},
        )
    if len(found) > 1:
        choices = ", ".join(f"« {written(place)} »" for place in found[:6])
        raise Refused(
            "several_places",
            _("Plusieurs lieux se nomment « %(text)s » : écrire %(choices)s.")
            % {"text": text, "choices": choices},
        )
    return found[0]


def places_said(text: str) -> list[Place]:
    """Return the places that a text may name, those whose level it says (« cercle de Goundam ») first."""
    heads = [
        (match[0], text[max(0, match.start() - 24) : match.start()].lower()) for match in _NAME.finditer(text)
    ]
    names: dict[str, str] = {}
    for said, before in heads:
        words = said.split(" ")
        for first in range(len(words)):
            led = f"{before} {' '.join(words[:first])}".lower()
            for last in range(len(words), first, -1):
                names.setdefault(search_key(" ".join(words[first:last])), led)
    found = _of_name(names)
    keys = {place.pk: {name.search_key for name in place.names.all()} for place in found}

    def rank(place: Place) -> tuple[bool, int]:
        before = next((names[key] for key in names if key in keys[place.pk]), "")
        hinted = any(hint in before and place.level == level for hint, level in _HINTS.items())
        return (not hinted, list(Level).index(Level(place.level)))

    return sorted(found, key=rank)


def _of_name(names: Iterable[str]) -> list[Place]:
    keys = {search_key(name) for name in names} - {""}
    matching = Place.objects.filter(names__search_key__in=keys).distinct()
    return list(matching.prefetch_related("names").order_by("sort_key", "pk"))


def _level(text: str) -> str | None:
    wanted = search_key(text)
    return next((level.value for level in Level if search_key(str(level.label)) == wanted), None)
