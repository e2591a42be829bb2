"""The pass of entities: organisations, programmes, people and places, each once with all its mentions."""

import re
from collections.abc import Iterable, Sequence

from jalon.core.reading.entities.alone import alone
from jalon.core.reading.entities.bodies import bodies_of, shown
from jalon.core.reading.entities.columns import organisations_in_columns, place_cells
from jalon.core.reading.entities.company import in_company
from jalon.core.reading.entities.gazetteer import Index, Named, index_of
from jalon.core.reading.entities.keeping import keep_bodies, keep_people, keep_places, say_roles
from jalon.core.reading.entities.mentions import Mention, Taken
from jalon.core.reading.entities.people import Person, is_family_name, is_given_name, people_in
from jalon.core.reading.entities.place_words import is_meant, is_place_word, level_before, refused
from jalon.core.reading.entities.places import (
    Place,
    after_known,
    called_places,
    places_at,
    quartered,
    whole_name,
)
from jalon.core.reading.entities.words import CAPITAL, LOWER, key_of, small_words
from jalon.core.reading.facts import FactType, Span
from jalon.core.reading.surface import Surface

_PREPOSITION = re.compile(
    r"(?:\b(?:de|du|des|de la|au|aux|à|en|et|la)[\s*]+|\bd'|[,:(/]\s*|-\s)$", re.IGNORECASE
)


_QUARTERS = frozenset({"Est", "Ouest", "Nord", "Sud", "Centre", "Littoral"})
_VERB = re.compile(rf"[A-ZÉÈ][{LOWER}]{{3,}}(?:er|ir|oir|dre|tre)")


def find_entities(surface: Surface) -> None:
    """Keep the organisations, programmes, people and places of a text, and the roles that it gives them."""
    plain, start = surface.plain, len(surface.provenance)
    index = index_of(surface.known)
    named = [one for one in index.find(plain) if one.start >= start]
    columns = list(organisations_in_columns(surface))
    bodies = bodies_of(plain, named, index, surface.is_free, start, columns)
    taken = Taken(mention.span for mention in bodies)
    people = [
        p
        for p in people_in(plain, _others(named, bodies))
        if p.span.start >= start and taken.touching(p.span) is None
    ]
    people = _without_tables(surface, people)
    in_tables = [
        Person(span, str(fact.value))
        for fact in surface.of_type(FactType.PERSON)
        for span in fact.mentions or [fact.span]
    ]
    everyone = sorted([*in_tables, *people], key=lambda person: person.span)
    others = _apart([*_others(named, bodies), *(person.span for person in everyone)])
    people = sorted([*people, *alone(plain, everyone, others)], key=lambda person: person.span)
    persons = Taken(_apart(person.span for person in [*everyone, *people]))
    places = [m for m in _places(surface, named, index, start) if persons.touching(m.span) is None]
    keep_bodies(surface, bodies)
    keep_people(surface, people)
    keep_places(surface, [m for m in places if _stands_alone(plain, m, taken)])
    say_roles(surface)


def _others(named: Sequence[Named], bodies: Sequence[Mention]) -> list[Span]:
    """Where unknown capitalised words are names of something else."""
    places = (n.span for n in named if n.entry.type is FactType.PLACE and not n.entry.doubtful)
    return _apart([*places, *(mention.span for mention in bodies)])


def _apart(spans: Iterable[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in sorted(spans):
        if not kept or not kept[-1].overlaps(span):
            kept.append(span)
    return kept


def _without_tables(surface: Surface, people: Sequence[Person]) -> list[Person]:
    """Leave out people that a table has already given."""
    taken = Taken(
        _apart(s for fact in surface.of_type(FactType.PERSON) for s in fact.mentions or [fact.span])
    )
    return [person for person in people if taken.touching(person.span) is None]


def _stands_alone(plain: str, place: Mention, bodies: Taken) -> bool:
    """A place in the name of a body is one only after a preposition (de Ségou), not in « Caritas Mali »."""
    body = bodies.touching(place.span)
    if body is None:
        return True
    if place.span.start <= body.start:
        return False
    return _PREPOSITION.search(plain[body.start : place.span.start]) is not None


def _places(surface: Surface, named: Sequence[Named], index: Index, start: int) -> list[Mention]:
    plain = surface.plain
    known = [n for n in named if n.entry.type is FactType.PLACE and not refused(plain, n)]
    by_start = {n.start: n for n in named if n.entry.type is FactType.PLACE}
    bodies = {n.start for n in named if n.entry.type is not FactType.PLACE}
    called = [p for p in called_places(plain) if p.span.start >= start and p.span.start not in bodies]
    cells = place_cells(surface)
    called += [Place(cell, plain[cell.start : cell.end], "") for cell in cells if cell.start not in bodies]
    at = [p for p in places_at(plain) if p.span.start >= start and p.span.start not in bodies]
    parts = [p for p in quartered(plain) if p.span.start >= start and p.span.start not in bodies]
    levels = {p.span.start: p.level for p in called}
    doubtful = {n.start for n in known if n.entry.doubtful}
    ends = {n.start: n.end for n in known}
    at += after_known(plain, ends, doubtful)
    at += [
        p
        for p in in_company(plain, index, ends, doubtful)
        if p.span.start >= start and p.span.start not in bodies
    ]
    meant = {p.span.start for p in [*called, *at]} | {cell.start for cell in cells}
    sure = {n.entry.name for n in known if not n.entry.doubtful or n.start in meant or is_meant(plain, n)}
    wider = Taken(p.span for p in parts)
    said = {p.span.start: p.span for p in [*called, *at]}
    found = [
        _mention(plain, n, levels.get(n.start, ""), said.get(n.start))
        for n in known
        if n.entry.name in sure and (wider.touching(n.span) in (None, n.span))
    ]
    found += [
        Mention(p.span, FactType.PLACE, shown(plain, p.span), level=levels.get(p.span.start, p.level))
        for p in parts
        if not any(m.span == p.span for m in found)
    ]
    taken = Taken(_apart(m.span for m in found))
    unknown: dict[tuple[str, ...], tuple[str, str]] = {}
    small = small_words(plain)
    for place in [*called, *at]:
        if (
            place.span.start not in by_start
            and taken.touching(place.span) is None
            and _is_new(plain, place.span, place.level, small)
        ):
            taken.add(place.span)
            name = shown(plain, place.span)
            unknown.setdefault(key_of(name), (name, place.level))
            found.append(Mention(place.span, FactType.PLACE, name, level=place.level))
    found += _again(plain, unknown, taken, start)
    return sorted(found, key=lambda m: m.span)


def _mention(plain: str, named: Named, level: str, said: Span | None) -> Mention:
    level = level or level_before(plain, named.start)
    span = whole_name(plain, named, said)
    if span != named.span:
        return Mention(span, FactType.PLACE, shown(plain, span), level=level)
    return Mention(span, FactType.PLACE, named.entry.name, level=level or named.entry.level)


def _is_new(plain: str, span: Span, level: str, small: frozenset[str]) -> bool:
    """An unknown name after « à » is a place when the text never writes its first word small."""
    words = re.findall(CAPITAL, plain[span.start : span.end])
    if level == "région" and words and words[0] in _QUARTERS:
        return True
    if not words or any(not is_place_word(word) for word in words):
        return False
    if level in ("", "localité") and is_given_name(words[0]):
        return False
    if not level and len(words) == 1 and (is_family_name(words[0]) or _VERB.fullmatch(words[0])):
        return False
    return bool(level) or words[0].lower() not in small


def _again(
    plain: str, unknown: dict[tuple[str, ...], tuple[str, str]], taken: Taken, start: int
) -> list[Mention]:
    """The other mentions of the places that the text made known."""
    found: list[Mention] = []
    names = {name: level for name, level in unknown.values() if len(name) > 3 or (level and len(name) > 2)}
    if not names:
        return found
    alternation = "|".join(
        re.escape(n).replace(r"\ ", r"[ \n-]").replace(r"\-", r"[ -]\n?")
        for n in sorted(names, key=lambda n: (-len(n), n))
    )
    by_key = {key_of(name): (name, level) for name, level in names.items()}
    for match in re.compile(rf"(?<![\w-])(?:{alternation})(?![\w-])").finditer(plain, start):
        span = Span(*match.span())
        if taken.touching(span) is None:
            taken.add(span)
            name, level = by_key[key_of(match[0])]
            found.append(Mention(span, FactType.PLACE, name, level=level))
    return found
