"""Names that are misspelled by themselves: institutions, regions, a place one letter from its neighbour."""

import re
from collections.abc import Iterator
from functools import cache

from rapidfuzz.distance import DamerauLevenshtein

from jalon.core.reading.checks.common import wrong
from jalon.core.reading.entities.gazetteer import index_of
from jalon.core.reading.entities.names import read_names
from jalon.core.reading.facts import Check, Fact, FactType, Span
from jalon.core.reading.surface import Surface
from jalon.core.values import compact_key

_SLIPS = (
    (r"(?<!\w)Nations[ -][Uu]nis(?!\w)", "Nations unies"),
    (r"(?<!\w)Union [Ee]urop[ée]ene(?!\w)", "Union européenne"),
    (r"(?<!\w)Commission [Ee]urop[ée]ene(?!\w)", "Commission européenne"),
    (r"(?<!\w)(?:d[eu] |pour le )?D[ée]velopement(?!\w)", "Développement"),
    (r"(?<!\w)Croix[ -]Rouges [A-ZÉa-zé]\w+", "Croix-Rouge"),
    (r"(?<!\w)Banque [Mm]ondial(?![e\w])", "Banque mondiale"),
    (r"(?<!\w)Unions? [Aa]fricaines? de Dévelopement", "Développement"),
)
_SLIP = [(re.compile(pattern), right) for pattern, right in _SLIPS]
_BETWEEN = (
    r"(?:(?:[Aa]limentaire|[Hh]umanitaire|[Tt]echnique|[Ss]cientifique|[Ss]anitaire|[Éé]conomique|[Aa]gricole)"
    r"\s+)?"
)
_MASCULINE = re.compile(
    rf"(?<!\w)(?:[Pp]rogramme|[Ff]onds|[Pp]rojet|[Cc]entre|[Cc]onseil|[Cc]omité|[Mm]inistère|[Bb]ureau"
    rf"|[Rr]éseau"
    rf"|[Ii]nstitut|[Oo]bservatoire|[Ff]orum|[Cc]ollectif|[Hh]ôpital|[Ll]aboratoire)\s+{_BETWEEN}"
    r"(?:[Rr]égionale|[Nn]ationale|[Mm]ondiale|[Ii]nternationale|[Mm]unicipale|[Cc]ommunale|[Ll]ocale"
    r"|[Gg]énérale"
    r"|[Ss]ociale|[Rr]urale|[Dd]épartementale|[Pp]rovinciale)(?!\w)"
)
_FEMININE = re.compile(
    rf"(?<!\w)(?:[Oo]rganisation|[Dd]irection|[Aa]gence|[Cc]ommission|[Bb]anque|[Cc]oopération|[Dd]élégation"
    rf"|[Cc]aisse|[Ff]édération|[Aa]ssociation|[Ss]ociété|[Aa]ssemblée|[Cc]oordination"
    rf"|[Cc]onfédération)\s+{_BETWEEN}"
    r"(?:[Rr]égional|[Nn]ational|[Mm]ondial|[Ii]nternational|[Mm]unicipal|[Cc]ommunal|[Ll]ocal|[Gg]énéral"
    r"|[Ss]ocial|[Rr]ural|[Dd]épartemental|[Pp]rovincial)(?!\w)"
)
_LARGE = frozenset({"pays", "région", "province", "wilaya"})
_SHORTEST = 8
_STRAY = re.compile(
    r"(?:\b(?:à|de|d'|du|vers)\s*|\b(?:villages?|communes?|cercles?|régions?"
    r"|villes?) de )(?P<name>[A-ZÀ-Ý][a-zà-ÿ]{6,})(?!\w)"
)


def check_misspelled(surface: Surface) -> list[Check]:
    """Find what is written wrong in names that everybody writes one way."""
    found = [*_agreement(surface), *_slips(surface), *_regions(surface), *_strays(surface)]
    return [check for check in found if surface.is_read(check.spans[0].start)]


def _slips(surface: Surface) -> Iterator[Check]:
    for pattern, right in _SLIP:
        for match in pattern.finditer(surface.plain):
            written = match[0].strip()
            yield wrong("name_variant", (Span(*match.span()),), f"« {written} » : « {right} » d’ordinaire")


def _agreement(surface: Surface) -> Iterator[Check]:
    """`Fonds humanitaire Régionale`, `Organisation Mondial`: whose adjective is of the other gender."""
    for pattern in (_MASCULINE, _FEMININE):
        for match in pattern.finditer(surface.plain):
            words = match[0].split()
            if not any(word[0].isupper() for word in words):
                continue
            explain = f"« {' '.join(words)} » : « {words[-1]} » ne s’accorde pas avec « {words[0]} »"
            yield wrong("name_variant", (Span(*match.span()),), explain)


def _regions(surface: Surface) -> Iterator[Check]:
    """A place that nobody knows, one letter from a region or a country."""
    index = index_of(surface.known)
    for fact in surface.of_type(FactType.PLACE):
        written = fact.span.quote(surface.plain)
        key = compact_key(written)
        if len(key) < _SHORTEST or written.isupper() or index.entry_of(written) is not None:
            continue
        near = [name for name, form in _large_places() if form[:1] == key[:1] and _is_slip(key, form)]
        if near:
            yield wrong("name_variant", (fact.span,), f"« {written} » : « {near[0]} » d’ordinaire", (fact,))


def _strays(surface: Surface) -> Iterator[Check]:
    """A word that nothing was read as, one letter from a place of the text: `Bandjagara` for `Bandiagara`."""
    places: dict[str, Fact] = {}
    for fact in surface.of_type(FactType.PLACE):
        key = compact_key(fact.span.quote(surface.plain))
        if len(key) >= _SHORTEST and " " not in fact.span.quote(surface.plain):
            places.setdefault(key[:2], fact)
    if not places:
        return
    for match in _STRAY.finditer(surface.plain):
        key = compact_key(match["name"])
        near = places.get(key[:2])
        if near is None or len(key) < _SHORTEST or not surface.is_free(*match.span("name")):
            continue
        if _is_slip(key, compact_key(near.span.quote(surface.plain))):
            shown = f"« {near.span.quote(surface.text)} », « {match['name']} »"
            spans = tuple(sorted((near.span, Span(*match.span("name")))))
            yield wrong("name_variant", spans, f"même lieu, plusieurs graphies : {shown}", (near,))


def _is_slip(one: str, other: str) -> bool:
    """One letter apart, and not in the way that two alphabets write one name (`Tilabéry`, `Tillabéri`)."""
    if one == other or sound_of(one) == sound_of(other):
        return False
    return DamerauLevenshtein.distance(one, other, score_cutoff=1) == 1


def sound_of(key: str) -> str:
    """Return what the letters of a name are heard as, so that two ways of writing African names are one."""
    for written, heard in (
        ("gh", "k"),
        ("kh", "k"),
        ("dj", "j"),
        ("ou", "w"),
        ("y", "i"),
        ("h", ""),
        ("g", "k"),
    ):
        key = key.replace(written, heard)
    return re.sub(r"(.)\1+", r"\1", key)


@cache
def _large_places() -> tuple[tuple[str, str], ...]:
    """The regions and countries that ship with the product, each with its letters."""
    large = [line for line in read_names("places.txt") if line.head.partition(" ")[2].split(" ")[0] in _LARGE]
    named = [(line.canonical, compact_key(line.canonical)) for line in large]
    return tuple((name, key) for name, key in named if len(key) >= _SHORTEST - 1)
