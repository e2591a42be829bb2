"""Entities as facts: one fact each, all mentions inside it, and who does what."""

from collections.abc import Iterable, Sequence

from jalon.core.reading.entities.mentions import Mention
from jalon.core.reading.entities.people import Person
from jalon.core.reading.entities.roles import function_before, function_of_person, roles_before
from jalon.core.reading.entities.same_person import same_person
from jalon.core.reading.entities.words import key_of
from jalon.core.reading.facts import Fact, FactType, Span
from jalon.core.reading.surface import Surface

_SMALL = frozenset(["de", "du", "des", "d", "la", "le", "les", "l", "et", "en", "a", "au", "aux"])


def keep_bodies(surface: Surface, mentions: Iterable[Mention]) -> None:
    """Keep organisations and programmes; the same words, or the same acronym, are one."""
    facts: dict[tuple[FactType, str], Fact] = {}
    for fact in surface.of_type(FactType.ORGANIZATION, FactType.PROGRAMME):
        facts[fact.type, _key(str(fact.value))] = fact
    for mention in mentions:
        known = facts.get((mention.type, _key(mention.name)))
        if known is None and mention.acronym:
            known = facts.get((mention.type, _key(mention.acronym)))
        fact = known or surface.keep(Fact(mention.type, mention.span.start, mention.span.end, mention.name))
        _add(fact, mention.span)
        facts[mention.type, _key(mention.name)] = fact
        if mention.acronym:
            facts.setdefault((mention.type, _key(mention.acronym)), fact)
            fact.say("acronym", mention.acronym)
        if mention.type is FactType.PROGRAMME and any(
            c.isdigit() for c in mention.acronym or mention.name[:8]
        ):
            _say_code(fact, mention)


def _say_code(fact: Fact, mention: Mention) -> None:
    code = mention.acronym or mention.name
    if len(code) < 16 and sum(c.isdigit() for c in code) >= 3:
        fact.say("code", code)


def _key(name: str) -> str:
    return " ".join(word for word in key_of(name) if word not in _SMALL)


def _add(fact: Fact, span: Span) -> None:
    if not any(span.overlaps(one) for one in fact.mentions[-3:]):
        fact.mentions.append(span)


def keep_people(surface: Surface, people: Sequence[Person]) -> None:
    """Keep people, or add their mentions to those of a table; a function said beside the name is theirs."""
    facts = surface.of_type(FactType.PERSON)
    by_key: dict[frozenset[str], Fact] = {}
    by_word: dict[str, list[Fact]] = {}
    for fact in facts:
        _remember(by_key, by_word, fact)
    for person in people:
        key = frozenset(key_of(person.name))
        alike = (f for word in sorted(key) for f in by_word.get(word, ()))
        known = by_key.get(key) or next((f for f in alike if same_person(str(f.value), person.name)), None)
        fact = known or surface.keep(Fact(FactType.PERSON, person.span.start, person.span.end, person.name))
        if known is None:
            _remember(by_key, by_word, fact)
        if not fact.mentions:
            fact.mentions.append(fact.span)
        by_key[key] = fact
        _add(fact, person.span)
        _say_person(surface, fact, person)


def _remember(by_key: dict[frozenset[str], Fact], by_word: dict[str, list[Fact]], fact: Fact) -> None:
    words = key_of(str(fact.value))
    by_key.setdefault(frozenset(words), fact)
    for word in words:
        by_word.setdefault(word, []).append(fact)


def _say_person(surface: Surface, fact: Fact, person: Person) -> None:
    if person.sex and not fact.text("sex"):
        fact.say("sex", person.sex)
    if not fact.text("function"):
        function = function_of_person(surface.plain, person.span)
        if function:
            fact.say("function", function)


def keep_places(surface: Surface, mentions: Sequence[Mention]) -> None:
    """Keep places; a name said at several levels is one place, with its first level."""
    facts: dict[str, Fact] = {}
    for mention in mentions:
        key = " ".join(key_of(mention.name))
        if key not in facts:
            fact = Fact(FactType.PLACE, mention.span.start, mention.span.end, mention.name)
            if mention.level:
                fact.say("level", mention.level)
            facts[key] = surface.keep(fact)
        _add(facts[key], mention.span)


def say_roles(surface: Surface) -> None:
    """Say the roles of organisations, and keep who does what where the text says it in full words."""
    for fact in surface.of_type(FactType.ORGANIZATION):
        roles: list[str] = list(fact.texts("role"))
        for span in fact.mentions:
            for role, said in roles_before(surface.plain, span.start):
                if role not in roles:
                    roles.append(role)
                if said:
                    surface.keep(Fact(FactType.ORG_ROLE, span.start, span.end, fact.value, {"role": role}))
            _keep_function(surface, fact, span)
        if roles:
            fact.say("role", tuple(roles))
    _say_organisations(surface)


def _keep_function(surface: Surface, organisation: Fact, span: Span) -> None:
    role = function_before(surface.plain, span.start)
    if role is None:
        return
    fact = Fact(FactType.PERSON_ROLE, role.start, span.end)
    fact.say("function", role.function)
    fact.say("organisation", str(organisation.value))
    if role.sex:
        fact.say("sex", role.sex)
    if role.meeting_role:
        fact.say("meeting_role", role.meeting_role)
    surface.keep(fact)


def _say_organisations(surface: Surface) -> None:
    """The organisation of a person is the one named in the function said beside the name."""
    spans = sorted(
        (span, str(fact.value)) for fact in surface.of_type(FactType.ORGANIZATION) for span in fact.mentions
    )
    for person in surface.of_type(FactType.PERSON):
        if person.text("organisation") or not person.text("function"):
            continue
        for span, name in spans:
            near = person.start - 160 < span.start < person.end + 130
            if near and span.quote(surface.text) and _within(surface.plain, span, person.text("function")):
                person.say("organisation", name)
                break


def _within(plain: str, span: Span, function: str) -> bool:
    written = " ".join(plain[span.start : span.end].split())
    return written in function
