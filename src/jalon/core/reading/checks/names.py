"""One name written two ways: people, organisations, places, acronyms."""

import re
from collections.abc import Iterator
from itertools import combinations

from rapidfuzz.distance import DamerauLevenshtein

from jalon.core.reading.checks.common import doubtful, wrong
from jalon.core.reading.facts import Check, Fact, FactType, Span
from jalon.core.reading.surface import Surface
from jalon.core.values import compact_key, search_key

_GROUP = re.compile(r"(?<![\w/])[A-Z]{2,8}(?:\s?/\s?[A-Z]{2,8})+(?![\w/])")
_TYPE_WORDS = {
    FactType.ORGANIZATION: "même organisation",
    FactType.PLACE: "même lieu",
    FactType.PROGRAMME: "même programme",
    FactType.PERSON: "même personne",
}
_SHORTEST = 5
_NAMES_AT_MOST = 300
_PARTICLES = frozenset({"de", "les", "le", "la", "du", "m", "mme", "mr", "dr", "pr", "mlle"})
_TITLES = re.compile(r"^(?:(?:les?|la|du|des|de|mmes?|mm?\.?|mr\.?|mlle|dr|pr)\s+|l'|d')+(?=\w)", re.I)


def check_names(surface: Surface) -> list[Check]:
    """Find names that differ by a letter, a hyphen or an inflection and are likely to be one."""
    found: list[Check] = []
    for kind in _TYPE_WORDS:
        found += _spellings(surface, kind)
        found += _neighbours(surface, kind)
    return [*found, *_groups(surface), *_ministries(surface)]


def _forms(surface: Surface, fact: Fact) -> dict[str, Span]:
    """The ways one entity is written, by a form without case, accents nor articles; first mention of each."""
    forms: dict[str, Span] = {}
    for span in sorted(fact.mentions or [fact.span]):
        form = re.sub(r"\s+", " ", span.quote(surface.plain)).strip().strip("'\"")
        form = _TITLES.sub("", form)
        forms.setdefault(_folded(form), span)
    return forms


def _folded(form: str) -> str:
    """Lower case without accents; hyphens and apostrophes kept, so that `Lux-Dev` is not `LuxDev`."""
    return "-".join(search_key(part) for part in re.split(r"-", form))


def _spellings(surface: Surface, kind: FactType) -> Iterator[Check]:
    """Mentions of one entity whose letters are nearly the same but not quite."""
    for fact in surface.of_type(kind):
        forms = list(_forms(surface, fact).items())
        known = str(fact.value or "")
        usual = [(_folded(known), fact.span)] if known and _is_usual(fact) else []
        variants: set[Span] = set()
        for (one, first), (other, second) in combinations([*forms, *usual], 2):
            if _nearly(one, other, kind):
                variants |= {first} if (other, second) in usual else {first, second}
        if variants:
            yield _variant(surface, kind, sorted(variants), (fact,))


_WELL_KNOWN = frozenset({"pays", "région", "cercle", "district", "province", "département", "wilaya"})


def _is_usual(fact: Fact) -> bool:
    """Whether the known name of an entity is the usual one; a village has several good spellings."""
    if fact.type is FactType.PLACE:
        return fact.text("level") in _WELL_KNOWN
    return fact.type is not FactType.PERSON


def _neighbours(surface: Surface, kind: FactType) -> Iterator[Check]:
    """Two entities whose names are nearly the same."""
    facts = surface.of_type(kind)[:_NAMES_AT_MOST]
    shown = [(fact, _shown(surface, fact)) for fact in facts]
    named = [(fact, name, _folded(name), _sorted_initials(name, kind)) for fact, name in shown if name]
    for (first, one, folded, initials), (second, other, form, letters) in combinations(named, 2):
        if initials == letters and one != other and _nearly(folded, form, kind):
            yield _variant(surface, kind, [first.span, second.span], (first, second))


def _sorted_initials(name: str, kind: FactType) -> str:
    """What two spellings of one name surely share: the length class of a person's, the first letter else."""
    key = compact_key(name)
    return str(len(search_key(name).split())) if kind is FactType.PERSON else key[:1]


def _shown(surface: Surface, fact: Fact) -> str:
    """The canonical name of an entity; for people the name as written."""
    if fact.type is FactType.PERSON:
        return _TITLES.sub("", " ".join(fact.span.quote(surface.plain).split()))
    return str(fact.value or "")


def _nearly(one: str, other: str, kind: FactType) -> bool:
    """One or two letters apart in a long name; numbers and short acronyms must be equal."""
    if re.findall(r"\d+", one) != re.findall(r"\d+", other):
        return False
    a, b = compact_key(one), compact_key(other)
    if a == b:
        return kind is FactType.ORGANIZATION and one != other and not one.isdigit()
    shorter = min(len(a), len(b))
    if kind is FactType.PERSON:
        return _same_words(one, other)
    if shorter < _SHORTEST or a[0] != b[0] or {"ministre", "ministere"} <= {a[:8], b[:9], b[:8], a[:9]}:
        return False
    if len(one.split()) != len(other.split()):
        return False
    if kind is FactType.PLACE and re.sub(r"(.)\1", r"\1", a) == re.sub(r"(.)\1", r"\1", b):
        return False
    distance = DamerauLevenshtein.distance(a, b, score_cutoff=2)
    return distance <= (1 if shorter < 12 else 2) and not _inflected_acronym(one, other)


def _inflected_acronym(one: str, other: str) -> bool:
    return one.rstrip("s") == other.rstrip("s") and " " not in one


def _same_words(one: str, other: str) -> bool:
    """The words of one name are those of the other, in any order, each at most two letters away."""
    first, second = (
        {word for word in search_key(name).split() if word not in _PARTICLES} for name in (one, other)
    )
    if len(first) != len(second) or len(first) < 2 or not first & second:
        return False
    left, right = sorted(first - second), sorted(second - first)
    gaps = [DamerauLevenshtein.distance(a, b, score_cutoff=2) for a, b in zip(left, right, strict=True)]
    return bool(gaps) and max(gaps) <= (1 if min(map(len, left + right)) < 5 else 2)


def _variant(surface: Surface, kind: FactType, spans: list[Span], facts: tuple[Fact, ...]) -> Check:
    shown = ", ".join(f"« {' '.join(span.quote(surface.text).split())} »" for span in spans)
    if len(spans) == 1:
        explain = f"{shown} : « {facts[0].value} » d’ordinaire"
    else:
        explain = f"{_TYPE_WORDS[kind]}, plusieurs graphies : {shown}"
    return wrong("name_variant", tuple(sorted(spans)), explain, facts)


_OF = r"(?:de l'|de la |des |du |de )"
_MINISTRY = re.compile(rf"ministère\s+{_OF}(?P<head>[^,;()]+?)\s+et\s+{_OF}?(?P<tail>.+)", re.I | re.S)


def _ministries(surface: Surface) -> Iterator[Check]:
    """Two ministries with one second half: that of one was likely given to the other."""
    read: list[tuple[str, str, Span, Fact]] = []
    for fact in surface.of_type(FactType.ORGANIZATION):
        for span in sorted(fact.mentions or [fact.span]):
            match = _MINISTRY.match(" ".join(span.quote(surface.plain).split()))
            if match:
                tail = re.split(r" de la republique| du ", search_key(match["tail"]))[0]
                read.append((search_key(match["head"]), tail, span, fact))
    for (head, tail, span, fact), (other, end, second, them) in combinations(read, 2):
        if tail == end and head[:6] != other[:6]:
            explain = "deux ministères avec la même seconde moitié : l’un des deux noms est à vérifier"
            yield doubtful("name_variant", tuple(sorted((span, second))), explain, (fact, them))
            return


def _groups(surface: Surface) -> Iterator[Check]:
    """`AMM/WHH/BMZ` beside `AMSS/WHH`: one member of a group of acronyms is not the usual one."""
    acronyms: dict[str, int] = {}
    for match in re.finditer(r"(?<![\w])[A-Z]{2,8}(?![\w])", surface.plain):
        acronyms[match[0]] = acronyms.get(match[0], 0) + 1
    for match in _GROUP.finditer(surface.plain):
        members = [member.strip() for member in match[0].split("/")]
        for member in members:
            if acronyms.get(member) != 1 or len(member) < 3:
                continue
            usual = _usual(member, members, surface.plain, acronyms)
            if usual:
                explain = f"« {member} » dans « {match[0]} » : « {usual} » ailleurs"
                yield doubtful("name_variant", (Span(*match.span()),), explain)


def _usual(member: str, members: list[str], text: str, acronyms: dict[str, int]) -> str:
    """The acronym that stands beside the same partners elsewhere and begins and looks like this one."""
    for other, count in sorted(acronyms.items()):
        if count < 2 or other in members or other[:2] != member[:2]:
            continue
        if DamerauLevenshtein.distance(member, other) > 2:
            continue
        partners = [one for one in members if one != member]
        if any(re.search(rf"(?<!\w){other}\s?/\s?{one}(?!\w)", text) for one in partners):
            return other
    return ""
