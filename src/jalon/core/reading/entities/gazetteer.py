"""The names the reader knows, found in a text without accents or case of letters after the first.

One index holds places, organisations and programmes: a word that begins with a capital is looked up, and the
longest name that goes on with the next words is taken.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from jalon.core.reading.entities.known import NOTHING, Known
from jalon.core.reading.entities.names import read_names, words_of
from jalon.core.reading.entities.words import CAPITALISED, GAP, WORD, fold, key_of
from jalon.core.reading.facts import FactType, Span

ACRONYM_LENGTH = 9


@dataclass(frozen=True, slots=True)
class Entry:
    """A known name: what it names, how to show it, its level (a place), whether it needs a context.

    `right` is the right spelling of a name that is often written wrong, empty for a good one.
    """

    type: FactType
    name: str
    level: str = ""
    doubtful: bool = False
    takes_country: bool = False
    in_capitals: bool = False
    acronym: str = ""
    right: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """A known name at its place in a text."""

    entry: Entry
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The characters of the name."""
        return Span(self.start, self.end)


class Index:
    """Names by their folded words."""

    def __init__(self) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
        self._seen: set[tuple[str, ...]] = set()

    def add(self, name: str, entry: Entry) -> None:
        """Let a name be found; a name that is there already keeps its entry."""
        key = key_of(name)
        if key and key not in self._seen:
            self._seen.add(key)
            names = self._by_first.setdefault(key[0], [])
            names.append((key[1:], entry))
            names.sort(key=lambda one: -len(one[0]))

    def copy(self) -> "Index":
        """An index to which names may be added without changing this one."""
        other = Index()
        other._by_first = {first: list(names) for first, names in self._by_first.items()}
        other._seen = set(self._seen)
        return other

    def entry_of(self, name: str) -> Entry | None:
        """The entry of a whole name."""
        key = key_of(name)
        return (
            next((e for rest, e in self._by_first.get(key[0], ()) if rest == key[1:]), None) if key else None
        )

    def find(self, text: str) -> Iterator[Named]:
        """Yield the known names of a text, the longest at each place, in order."""
        done = 0
        for match in CAPITALISED.finditer(text):
            if match.start() < done:
                continue
            names = self._by_first.get(fold(match[0]))
            if names is None:
                continue
            for rest, entry in names:
                end = _end_of(text, match.end(), rest)
                if end and _is_written(text[match.start() : end], entry):
                    done = end
                    yield Named(entry, match.start(), end)
                    break
            else:
                nearly = _nearly(text, match.end(), names)
                if nearly:
                    done = nearly[1]
                    yield Named(nearly[0], match.start(), done)


def _end_of(text: str, position: int, rest: tuple[str, ...]) -> int:
    for word in rest:
        gap = GAP.match(text, position)
        found = WORD.match(text, gap.end()) if gap else None
        if found is None or fold(found[0]) != word:
            return 0
        position = found.end()
    return position


def _nearly(
    text: str, position: int, names: Sequence[tuple[tuple[str, ...], Entry]]
) -> tuple[Entry, int] | None:
    """The long name of a body that is written with one letter more, less or other: « Cités Unes France »."""
    if len(names[0][0]) < 2:
        return None
    words = [(fold(word[0]), word.end()) for word in _following(text, position, len(names[0][0]))]
    for rest, entry in names:
        if 2 <= len(rest) <= len(words) and entry.type is FactType.ORGANIZATION:
            other = [(one, word) for one, (word, _) in zip(rest, words, strict=False) if one != word]
            if len(other) == 1 and _is_slip(*other[0]):
                return entry, words[len(rest) - 1][1]
    return None


def _following(text: str, position: int, most: int) -> Iterator[re.Match[str]]:
    for _ in range(most):
        gap = GAP.match(text, position)
        word = WORD.match(text, gap.end()) if gap else None
        if word is None:
            return
        yield word
        position = word.end()


def _is_slip(right: str, written: str) -> bool:
    """Whether two words of some length are a letter apart."""
    if min(len(right), len(written)) < 4 or abs(len(right) - len(written)) > 1 or right[0] != written[0]:
        return False
    same = next((n for n, (a, b) in enumerate(zip(right, written, strict=False)) if a != b), -1)
    if same < 0:
        return True
    longer, shorter = sorted((right, written), key=len, reverse=True)
    return longer[same + 1 :] == shorter[same + (len(longer) == len(shorter)) :]


def _is_written(written: str, entry: Entry) -> bool:
    """An acronym is in capitals, or, from four letters, as the press writes it (`Unicef`)."""
    if not entry.in_capitals:
        return True
    letters = [letter for letter in written if letter.isalpha()]
    if len(letters) >= 4 and all(letter.islower() for letter in letters[1:]):
        return fold(written) not in _WORDS_TOO
    return sum(letter.isupper() for letter in letters) > len(letters) / 2


_WORDS_TOO = words_of("lexicon.txt", "acronyms that are words")


@cache
def _shipped() -> Index:
    index = Index()
    for line in read_names("programmes.txt"):
        for name in line.names:
            index.add(name, replace(_organisation(line.canonical, name, False), type=FactType.PROGRAMME))
    for line in read_names("organisations.txt"):
        takes = line.canonical.startswith("+")
        for name in line.names:
            bare = name.removeprefix("+").removeprefix("~")
            entry = _organisation(line.canonical.removeprefix("+"), bare, takes)
            if name.startswith("~"):
                entry = replace(entry, right=_right(line.names))
            index.add(bare, entry)
    for file in ("places.txt", "places_generated.txt"):
        for line in read_names(file):
            _, _, level = line.head.partition(" ")
            entry = _place(line.canonical, level)
            for name in line.names:
                index.add(name, entry)
    return index


def _right(names: Sequence[str]) -> str:
    """The first name in full words: how a misspelled one is written."""
    return next((name for name in names if " " in name and not name.startswith("~")), names[0])


def _organisation(canonical: str, name: str, takes_country: bool) -> Entry:
    capitals = _is_acronym(name)
    acronym = canonical if _is_acronym(canonical) else ""
    return Entry(
        FactType.ORGANIZATION, canonical, takes_country=takes_country, in_capitals=capitals, acronym=acronym
    )


def _is_acronym(name: str) -> bool:
    letters = [letter for letter in name if letter.isalpha()]
    return (
        len(letters) <= ACRONYM_LENGTH
        and " " not in name
        and sum(map(str.isupper, letters)) > len(letters) / 2
    )


def _place(name: str, level: str) -> Entry:
    level, _, mark = level.partition(" ")
    return Entry(FactType.PLACE, name, level=level, doubtful=bool(mark) or is_doubtful(name, level))


def is_doubtful(name: str, level: str) -> bool:
    """Whether a place is also a word, a family name or a very short name."""
    key = fold(name)
    if key in _ambiguous():
        return True
    return len(key) < 5 and level != "pays" and key not in _SHORT


_SHORT = words_of("lexicon.txt", "short places")
_ALSO_WORDS = frozenset(
    fold(line.canonical) for line in read_names("lexicon.txt") if line.head == "places that are words"
)


@cache
def _ambiguous() -> frozenset[str]:
    people = words_of("names.txt", "given") | words_of("names.txt", "family")
    return _ALSO_WORDS | {fold(name) for name in people}


@cache
def _indexed(known: tuple[tuple[FactType, str, str, str], ...]) -> Index:
    index = Index()
    for type_, name, shown, level in known:
        index.add(name, _own(type_, name, shown, level))
    for first, names in _shipped()._by_first.items():
        for rest, entry in names:
            index.add(" ".join((first, *rest)), entry)
    return index


def _own(type_: FactType, name: str, shown: str, level: str) -> Entry:
    if type_ is FactType.PLACE:
        return Entry(type_, shown, level=level, doubtful=is_doubtful(name, level))
    return Entry(type_, shown, in_capitals=_is_acronym(name), acronym=name if _is_acronym(name) else "")


def index_of(known: Known = NOTHING) -> Index:
    """The shipped names, and before them those of an installation."""
    own = tuple(sorted(_own_names(known)))
    return _indexed(own) if own else _shipped()


def _own_names(known: Known) -> Iterable[tuple[FactType, str, str, str]]:
    for name, shown in known.places.items():
        yield FactType.PLACE, name, shown, known.levels.get(shown, "")
    for name, shown in known.organisations.items():
        yield FactType.ORGANIZATION, name, shown, ""
    for name, shown in known.programmes.items():
        yield FactType.PROGRAMME, name, shown, ""
