"""One organisation, programme or person under two spellings from a document to another."""

import re
from collections.abc import Sequence
from itertools import combinations

from jalon.core.reading.entities.organisations import same_organisation
from jalon.core.reading.facts import Fact, FactType, Level
from jalon.core.reading.series.shapes import Document, Note, Passage
from jalon.core.reading.spelling import TITLES, TYPE_WORDS, folded, nearly
from jalon.core.values import compact_key, search_key

_KINDS = (FactType.ORGANIZATION, FactType.PROGRAMME, FactType.PERSON)
_NAMES_AT_MOST = 600
_SMALL = frozenset(
    ["de", "du", "des", "d", "la", "le", "les", "l", "et", "en", "a", "au", "aux", "pour", "un", "une"]
)


def spelled_otherwise(documents: Sequence[Document]) -> list[Note]:
    """Return the names that two documents likely spell in two ways; what one document spells in two ways is
    a matter of its own checks."""
    places = {
        word
        for one in documents
        for fact in one.facts
        if fact.type is FactType.PLACE
        for word in search_key(str(fact.value or "")).split()
    }
    return [note for kind in _KINDS for note in _of_kind(documents, kind, places)]


def _of_kind(documents: Sequence[Document], kind: FactType, places: set[str]) -> list[Note]:
    named = _named(documents, kind)
    notes = []
    for (one, first), (other, second) in combinations(list(named.items())[:_NAMES_AT_MOST], 2):
        if one[:1] != other[:1] and kind is not FactType.PERSON:
            continue
        together = {passage.document.key for passage in first} & {passage.document.key for passage in second}
        if together or not _one_name(one, other, kind, places):
            continue
        pair = next(((a, b) for a in first for b in second if a.document.shares_programme(b.document)), None)
        if pair is not None:
            shown = " et ".join(f"« {_shown(passage)} »" for passage in pair)
            explain = f"{TYPE_WORDS[kind]}, deux graphies d’un document à l’autre : {shown}"
            notes.append(Note("name_variant", Level.VERIFY, pair, explain))
    return notes


def _named(documents: Sequence[Document], kind: FactType) -> dict[str, list[Passage]]:
    """The names of one kind by their form without case nor accents, with a passage a document."""
    found: dict[str, list[Passage]] = {}
    for document in documents:
        for fact in document.facts:
            if fact.type is kind and (name := _name(document, fact)):
                found.setdefault(folded(name), []).append(Passage(document, fact))
    return found


def _name(document: Document, fact: Fact) -> str:
    if fact.type is FactType.PERSON:
        return TITLES.sub("", " ".join(fact.span.quote(document.plain).split()))
    return str(fact.value or "")


def _shown(passage: Passage) -> str:
    return _name(passage.document, passage.fact)


def _one_name(one: str, other: str, kind: FactType, places: set[str]) -> bool:
    words, others = _words(one), _words(other)
    if words == others or compact_key(one) == compact_key(other):
        return False
    if (set(words) ^ set(others)) & places:
        return False
    if re.findall(r"\d+", one) != re.findall(r"\d+", other):
        return False
    return nearly(one, other, kind) or (kind is not FactType.PERSON and same_organisation(one, other))


def _words(name: str) -> list[str]:
    return [word for word in search_key(name).split() if word not in _SMALL]
