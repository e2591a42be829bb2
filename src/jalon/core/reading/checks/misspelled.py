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

_SLIP = re.compile(
    r"(?:(?<=Nations )|(?<=Nations-))(?P<unies>[Uu]nis)(?!\w)"
    r"|(?:(?<=Union )|(?<=Commission ))(?P<europeenne>[Ee]urop[ée]ene)(?!\w)"
    r"|(?<!\w)(?P<developpement>D[ée]velopement)(?!\w)"
)
_SLIPS = ("ations unis", "ations Unis", "ations-Unis", "uropéene", "uropeene", "velopement")
_RIGHT = {"unies": "unies", "europeenne": "européenne", "developpement": "Développement"}
_BETWEEN = (
    r"(?:(?:[Aa]limentaire|[Hh]umanitaire|[Tt]echnique|[Ss]cientifique|[Ss]anitaire|[Éé]conomique"
    r"|[Aa]gricole)"
    r"\s+)?"
)
_ADJECTIVE = re.compile(
    r"(?<=\s)(?:[Rr]égion|[Nn]ation|[Mm]ondi|[Ii]nternation|[Mm]unicip|[Cc]ommun|[Ll]oc|[Gg]énér|[Ss]oci"
    r"|[Rr]ur"
    r"|[Dd]épartement|[Pp]rovinci)al(?P<feminine>e)?(?!\w)"
)
_MASCULINE = re.compile(
    r"(?<!\w)(?:programme|fonds|projet|centre|conseil|comité|ministère|bureau|réseau|institut"
    r"|observatoire|forum"
    rf"|collectif|hôpital|laboratoire)\s+{_BETWEEN}$",
    re.I,
)
_FEMININE = re.compile(
    r"(?<!\w)(?:organisation|direction|agence|commission|banque|coopération|délégation|caisse|fédération"
    r"|association"
    rf"|société|assemblée|coordination|confédération)\s+{_BETWEEN}$",
    re.I,
)
_LARGE = frozenset({"pays", "région", "province", "wilaya"})
_SHORTEST = 8
_STRAY = re.compile(r"[ '](?P<name>[A-ZÀ-Ý][a-zà-ÿ]{6,})(?!\w)")
_AT = re.compile(r"\b(?:[àa]|de|d'?|du|vers)$", re.I)
_LISTED = re.compile(r"[\s\S]{0,2}[:,] [A-ZÀ-Ý][a-zà-ÿ]+(?:, [A-ZÀ-Ý][\w' -]{2,30})*(?:,| et) [A-ZÀ-Ý]")
"""A name among the names of an enumeration."""


def check_misspelled(surface: Surface) -> list[Check]:
    """Find what is written wrong in names that everybody writes one way."""
    found = [*_agreement(surface), *_slips(surface), *_regions(surface), *_strays(surface)]
    return [check for check in found if surface.is_read(check.spans[0].start)]


def _slips(surface: Surface) -> Iterator[Check]:
    if not any(slip in surface.plain for slip in _SLIPS):
        return
    for match in _SLIP.finditer(surface.plain):
        right = _RIGHT[match.lastgroup or "unies"]
        yield wrong("name_variant", (Span(*match.span()),), f"« {match[0]} » : « {right} » d’ordinaire")


def _agreement(surface: Surface) -> Iterator[Check]:
    """`Fonds humanitaire Régionale`, `Organisation Mondial`: whose adjective is of the other gender."""
    for match in _ADJECTIVE.finditer(surface.plain):
        heads = _MASCULINE if match["feminine"] else _FEMININE
        before = max(0, match.start() - 40)
        head = heads.search(surface.plain[before : match.start()])
        if head is None:
            continue
        words = (head[0] + match[0]).split()
        if any(word[0].isupper() for word in words):
            span = Span(before + head.start(), match.end())
            explain = f"« {' '.join(words)} » : « {words[-1]} » ne s’accorde pas avec « {words[0]} »"
            yield wrong("name_variant", (span,), explain)


def _regions(surface: Surface) -> Iterator[Check]:
    """A place that nobody knows, one letter from a region or a country."""
    index = index_of(surface.known)
    seen: set[str] = set()
    for fact in surface.of_type(FactType.PLACE):
        written = fact.span.quote(surface.plain)
        if written in seen or len(written) < _SHORTEST or written.isupper():
            continue
        seen.add(written)
        if index.entry_of(written) is not None:
            continue
        key = compact_key(written)
        near = [name for name, form in _large_places() if form[:1] == key[:1] and _is_slip(key, form)]
        if near:
            yield wrong("name_variant", (fact.span,), f"« {written} » : « {near[0]} » d’ordinaire", (fact,))


def _strays(surface: Surface) -> Iterator[Check]:
    """A word that nothing was read as, one letter from a place of the text: `Bandjagara` for `Bandiagara`."""
    places: dict[str, Fact] = {}
    written = {fact.span.quote(surface.plain): fact for fact in reversed(surface.of_type(FactType.PLACE))}
    for name, fact in written.items():
        key = compact_key(name)
        if len(key) >= _SHORTEST and " " not in name:
            places[key[:2]] = fact
    firsts = {key[0] for key in places}
    for match in _STRAY.finditer(surface.plain):
        if match["name"][:1].lower() not in firsts or not surface.is_free(*match.span("name")):
            continue
        at = _AT.search(surface.plain[max(0, match.start() - 5) : match.start("name") - 1])
        listed = None if at else _LISTED.match(surface.plain, max(0, match.start() - 2))
        if not at and not listed:
            continue
        key = compact_key(match["name"])
        near = places.get(key[:2])
        if near is None or len(key) < _SHORTEST:
            continue
        if listed and surface.paragraph_at(near.start) == surface.paragraph_at(match.start("name")):
            continue  # two places of one list
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
