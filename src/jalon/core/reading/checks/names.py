"""One name written two ways: people, organisations, places, acronyms."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import combinations

from rapidfuzz.distance import DamerauLevenshtein

from jalon.core.reading.checks.common import doubtful, wrong
from jalon.core.reading.checks.misspelled import sound_of
from jalon.core.reading.entities.gazetteer import index_of
from jalon.core.reading.facts import Check, Fact, FactType, Span
from jalon.core.reading.spelling import TITLES, TYPE_WORDS, folded, nearly
from jalon.core.reading.surface import Surface
from jalon.core.values import compact_key, search_key

_GROUP = re.compile(r"(?<![\w/])[A-Z]{2,8}(?:\s?/\s?[A-Z]{2,8})+(?![\w/])")
_NAMES_AT_MOST = 300
_TOO_FAR = 8
"""Characters by which two spellings of one name differ in length at most."""


def check_names(surface: Surface) -> list[Check]:
    """Find names that differ by a letter, a hyphen or an inflection and are likely to be one."""
    found: list[Check] = []
    for kind in TYPE_WORDS:
        found += _spellings(surface, kind)
        found += _neighbours(surface, kind)
    found += _strays(surface)
    found += _misspelled(surface)
    return [*found, *_groups(surface), *_ministries(surface), *_defined(surface)]


def _forms(surface: Surface, fact: Fact) -> dict[str, Span]:
    """The ways one entity is written, by a form without case, accents nor articles; first mention of each."""
    forms: dict[str, Span] = {}
    for span in sorted(fact.mentions or [fact.span]):
        form = re.sub(r"\s+", " ", span.quote(surface.plain)).strip().strip("'\"")
        form = TITLES.sub("", form)
        forms.setdefault(folded(form), span)
    return forms


def _spellings(surface: Surface, kind: FactType) -> Iterator[Check]:
    """Mentions of one entity whose letters are nearly the same but not quite."""
    index = index_of(surface.known)
    for fact in surface.of_type(kind):
        forms = list(_forms(surface, fact).items())
        known = str(fact.value or "")
        usual = [(folded(known), fact.span)] if known and _is_usual(fact) else []
        usual = [one for one in usual if one[0] not in dict(forms)]
        listed = {form for form, span in forms if usual and _is_listed(surface, fact, span)}
        variants: set[Span] = set()
        for (one, first), (other, second) in combinations([*forms, *usual], 2):
            if (other, second) in usual and kind is FactType.ORGANIZATION and index.entry_of(one):
                continue  # a spelling that the reader knows: a hyphen for a space
            if (other, second) in usual and one in listed:
                continue
            if nearly(one, other, kind):
                variants |= {first} if (other, second) in usual else {first, second}
        if variants:
            yield _variant(surface, kind, sorted(variants), (fact,))


def _is_listed(surface: Surface, fact: Fact, span: Span) -> bool:
    """Whether a mention is a good way to write a known name: listed as such, or heard as the usual one."""
    written = span.quote(surface.plain)
    entry = index_of(surface.known).entry_of(written)
    if fact.type is FactType.PLACE:
        return sound_of(compact_key(written)) == sound_of(compact_key(str(fact.value)))
    return entry is not None and not entry.right


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
    named = [(fact, name, folded(name), _sorted_initials(name, kind)) for fact, name in shown if name]
    for (first, one, written, initials), (second, other, form, letters) in combinations(named, 2):
        if (
            abs(len(written) - len(form)) > _TOO_FAR
            or initials != letters
            or one == other
            or not nearly(written, form, kind)
        ):
            continue
        if _of_one_list(surface, first, second):
            continue
        if kind is not FactType.PERSON or not _two_sexes(surface, first, second):
            yield _variant(surface, kind, [first.span, second.span], (first, second))


def _of_one_list(surface: Surface, first: Fact, second: Fact) -> bool:
    """Whether one enumeration names both, and so tells them apart: `Niamé, Niami et Gassi`."""
    between = surface.plain[min(first.end, second.end) : max(first.start, second.start)]
    items = re.split(r"\s*(?:,|;|\bet\b)\s*", between)
    listed = len(items) > 1 and len(between) <= _LIST_AT_MOST and not items[0].strip()
    return listed and all(not item.strip() or _NAMED.fullmatch(item) for item in items)


_LIST_AT_MOST = 160
_NAMED = re.compile(r"(?:(?:de|d'|à|l'|la|le)\s?)?[A-ZÀ-Ý][\w'./-]*(?:\s[A-ZÀ-Ý][\w'./-]*)*\s?")


_TITLE = re.compile(r"\b(?:(?P<woman>mme|mlle|madame)|(?P<man>mr?|monsieur))\b\.?\s*$", re.I)


def _two_sexes(surface: Surface, first: Fact, second: Fact) -> bool:
    """Whether one name is a woman's and the other a man's, by the titles before them."""
    titles = []
    for fact in (first, second):
        before = surface.plain[max(0, fact.start - 12) : fact.start]
        titles.append(
            _TITLE.search(before) or _TITLE.match(fact.span.quote(surface.plain).split(" ")[0] + " ")
        )
    return all(titles) and len({one.lastgroup for one in titles if one}) == 2


def _sorted_initials(name: str, kind: FactType) -> str:
    """What two spellings of one name surely share: the length class of a person's, the first letter else."""
    key = compact_key(name)
    return str(len(search_key(name).split())) if kind is FactType.PERSON else key[:1]


def _shown(surface: Surface, fact: Fact) -> str:
    """The canonical name of an entity; for people the name as written."""
    if fact.type is FactType.PERSON:
        return TITLES.sub("", " ".join(fact.span.quote(surface.plain).split()))
    return str(fact.value or "")


def _variant(surface: Surface, kind: FactType, spans: list[Span], facts: tuple[Fact, ...]) -> Check:
    shown = ", ".join(f"« {' '.join(span.quote(surface.text).split())} »" for span in spans)
    if len(spans) == 1:
        explain = f"{shown} : « {facts[0].value} » d’ordinaire"
    else:
        explain = f"{TYPE_WORDS[kind]}, plusieurs graphies : {shown}"
    return wrong("name_variant", tuple(sorted(spans)), explain, facts)


_OF = r"(?:de l'|de la |des |du |de )"


def _misspelled(surface: Surface) -> Iterator[Check]:
    """A name that the gazetteer knows as a common misspelling: `Programme Alimentaire Mondiale`."""
    index = index_of(surface.known)
    for fact in surface.of_type(FactType.ORGANIZATION):
        for span in sorted(fact.mentions or [fact.span])[:20]:
            entry = index.entry_of(span.quote(surface.plain))
            if entry is not None and entry.right:
                written = " ".join(span.quote(surface.text).split())
                explain = f"« {written} » : « {entry.right} » d’ordinaire"
                yield wrong("name_variant", (span,), explain, (fact,))
                break


_CAPITALS = re.compile(r"(?<!\w)[A-ZÀ-Ý][\w'-]+(?:[ \n][A-ZÀ-Ý][\w'-]+){1,3}(?!\w)")


def _strays(surface: Surface) -> Iterator[Check]:
    """Words in capitals that are nearly a name of the text, and that nothing was read as: `Sani Laoualy`."""
    facts = surface.of_type(FactType.PERSON, FactType.ORGANIZATION)[:_NAMES_AT_MOST]
    by_word: dict[str, list[tuple[Fact, str]]] = {}
    by_key: dict[str, tuple[Fact, str]] = {}
    taken = sorted(span for fact in facts for span in fact.mentions or [fact.span])
    for fact in facts:
        name = TITLES.sub("", " ".join(fact.span.quote(surface.plain).split()))
        by_key.setdefault(compact_key(name), (fact, name))
        for word in search_key(name).split():
            if len(word) > 2:
                by_word.setdefault(word, []).append((fact, name))
    told: set[int] = set()
    for match in _CAPITALS.finditer(surface.plain):
        span = Span(*match.span())
        if _meets(taken, span) or not surface.is_read(span.start):
            continue
        stray = " ".join(match[0].split())
        near = [one for word in search_key(stray).split() for one in by_word.get(word, ())]
        joined = by_key.get(compact_key(stray))
        form = folded(stray)
        apart = joined is not None and folded(joined[1]) != form
        likely = [joined] if joined and apart and joined[0].type is FactType.ORGANIZATION else []
        likely += [(fact, name) for fact, name in near if nearly(folded(name), form, FactType.PERSON)]
        for fact, _name in likely[:1]:
            if id(fact) not in told:
                told.add(id(fact))
                yield _variant(surface, fact.type, [fact.span, span], (fact,))


def _meets(spans: list[Span], span: Span) -> bool:
    """Whether one of these ordered spans shares a character with another."""
    index = bisect_right(spans, span.end, key=lambda one: one.start)
    return any(one.overlaps(span) for one in spans[max(0, index - 3) : index])


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


def _defined(surface: Surface) -> Iterator[Check]:
    """`PAGELA` where the text defines `PAGLEA`: an acronym of one slip, said nowhere else."""
    written: dict[str, list[Span]] = {}
    for match in _ACRONYM.finditer(surface.plain):
        if surface.is_read(match.start()):
            written.setdefault(match[0], []).append(Span(*match.span()))
    defined = {
        fact.text("acronym"): fact
        for fact in surface.of_type(FactType.ORGANIZATION, FactType.PROGRAMME)
        if f"({fact.text('acronym')})" in surface.plain
    }
    for right, fact in defined.items():
        for other, spans in written.items():
            slip = len(right) >= _LONG_ACRONYM and sorted(right) == sorted(other) and right != other
            if slip and len(spans) == 1 and DamerauLevenshtein.distance(right, other) == 1:
                explain = f"« {other} » : « {right} » est le sigle que le texte explique"
                yield wrong("name_variant", (written[right][0], spans[0]), explain, (fact,))


_ACRONYM = re.compile(r"(?<![\w-])[A-Z]{4,12}(?![\w-])")
_LONG_ACRONYM = 4


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
