"""A person's given name, or family name, alone: read as theirs once the text has named them in full."""

import re
from collections.abc import Iterable, Iterator

from jalon.core.reading.entities.mentions import Taken
from jalon.core.reading.entities.people import (
    PLACE_HEADS,
    Person,
    is_family_name,
    is_given_name,
    is_only_doubtful,
)
from jalon.core.reading.entities.words import LOWER, UPPER, before, fold, small_words
from jalon.core.reading.facts import Span

_WORD = re.compile(rf"(?:[NM]'[{UPPER}{LOWER}]|[{UPPER}])[{UPPER}{LOWER}]+(?:[-'][{UPPER}{LOWER}]+)*")
_NAME_BEFORE = re.compile(
    rf"(?:[{UPPER}][\w'.-]*|[&/-]|\b(?:à|vers|depuis|dans|en|au|aux|sur|lac|fleuve)) ?$"
)
_NAME_AFTER = re.compile(rf"[ \t]?[-/&]|[ \t][{UPPER}]|\n[{UPPER}]|[ \t]?\([0-9]")
_NAMED_AFTER = re.compile(
    r"\b(?:famille|équipe|groupe|village|fonds|prix|espace|loi|rapport|Saint|Sainte)s? (?:de |d'|du )?$"
)


def alone(plain: str, people: Iterable[Person], others: Iterable[Span]) -> Iterator[Person]:
    """Yield « Alex », « Malaquin » after « Alex Boissier », « Thierry Malaquin ».

    `others` are the characters of other names, the full names of these people among them.
    """
    people = list(people)
    taken = Taken(others)
    for person in _couples(plain, people):
        if taken.touching(person.span) is None:
            taken.add(person.span)
            yield person
    parts = _parts(plain, people)
    if not parts:
        return
    names = "|".join(re.escape(part) for part in sorted(parts, key=lambda part: (-len(part), part)))
    for match in re.finditer(rf"(?<![\w.@/-])(?:{names})(?![\w'@-]|\.\w)", plain):
        person = parts[match[0]]
        span = Span(*match.span())
        if match.start() > person.span.end and taken.touching(span) is None and _is_alone(plain, span):
            yield Person(span, person.name, known=True)


_COUPLE = re.compile(
    rf"(?<![\w'-])(?<![{UPPER}{LOWER}] )([{UPPER}][{LOWER}]{{2,}}(?:-[{UPPER}][{LOWER}]+)?) et $"
)


def _couples(plain: str, people: Iterable[Person]) -> Iterator[Person]:
    """« Monique et Alain Perrot »: a given name that shares the family name said after."""
    for person in people:
        words = _WORD.findall(plain[person.span.start : person.span.end])
        low = max(0, person.span.start - 40)
        left = _COUPLE.search(plain[low : person.span.start]) if len(words) > 1 else None
        given = left and is_given_name(left[1]) and not is_only_doubtful(left[1])
        if left and given and is_given_name(words[0]):
            yield Person(Span(low + left.start(1), low + left.end(1)), left[1], known=True)


def _parts(plain: str, people: Iterable[Person]) -> dict[str, Person]:
    """The names that only one person of the text bears, and that are no common word of it."""
    small = small_words(plain)
    found: dict[str, Person] = {}
    several: set[str] = set()
    for person in people:
        words = _WORD.findall(person.name)
        if len(words) == 1 and is_given_name(words[0]) and not is_only_doubtful(words[0]):
            found.setdefault(words[0], person)
        if len(words) < 2:
            continue
        for number, word in enumerate(words):
            known = found.setdefault(word, person)
            if _key(known.name) != _key(person.name):
                several.add(word)
            if not _may_stand_alone(word, first=number == 0) or word.lower() in small:
                several.add(word)
    return {word: person for word, person in found.items() if word not in several}


def _key(name: str) -> frozenset[str]:
    return frozenset(fold(word) for word in _WORD.findall(name))


def _may_stand_alone(word: str, *, first: bool) -> bool:
    if first:
        return is_given_name(word) and not is_only_doubtful(word)
    return len(word) > 4 and not (is_given_name(word) and not is_family_name(word))


def _is_alone(plain: str, span: Span) -> bool:
    left = before(plain, span.start)
    begins = not left.rstrip() or left.rstrip()[-1] in ".!?:;•-"
    if (not begins and _NAME_BEFORE.search(left)) or _NAME_AFTER.match(plain, span.end):
        return False
    return not PLACE_HEADS.search(left) and not _NAMED_AFTER.search(left)
