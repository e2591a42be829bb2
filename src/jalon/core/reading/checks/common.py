"""What the checks share: exact values, content words, and the sentences that explain a difference."""

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache

from jalon.core.reading.facts import Check, Fact, FactType, Level, Span, Status
from jalon.core.reading.surface import Surface
from jalon.core.values import format_number, search_key

CLOSE = 160
"""Characters two facts may stand apart and still belong to one statement."""

_EMPTY = frozenset(
    {
        "a", "ai", "ainsi", "ait", "alors", "au", "aux", "avec", "c", "ce", "ces", "cet", "cette",
        "chaque", "d", "dans", "de", "des", "deja", "dont", "du", "elle", "elles", "en", "ensemble",
        "entre", "est", "et", "eu", "ete", "etre", "fait", "il", "ils", "l", "la", "le", "les", "leur",
        "leurs", "lors", "mais", "meme", "n", "ne", "non", "nos", "notre", "nous", "on", "ont", "ou",
        "par", "pas", "plus", "pour", "qu", "que", "qui", "s", "sa", "sans", "se", "ses", "si", "soit",
        "son", "sont", "sous", "sur", "tout", "toute", "toutes", "tous", "un", "une", "vers", "y",
        "cours", "cas", "suite", "titre", "cadre", "travers", "afin", "m", "mme", "nombre",
    }
)  # fmt: skip
"""Words that say nothing of what is counted."""

PEOPLE = frozenset(
    {
        "actif", "agent", "agric", "appre", "artis", "audit", "benef", "cadre", "candi", "depla",
        "eleve", "elu", "elus", "enfan", "ensei", "entre", "etudi", "famil", "femme", "fille", "force",
        "forma", "garco", "habit", "handi", "homme", "jeune", "leade", "maire", "membr", "menag", "mere",
        "parti", "patie", "peche", "pecheu", "perso", "produ", "promo", "rapat", "refug", "relai",
        "retou", "trava", "usage", "victi", "vivan",
    }
)  # fmt: skip
"""Stems of nouns of people: one person may be counted under several."""

TOTAL = re.compile(
    r"\b(?:sous[- ])?tota(?:l|ux)\b|\bmontants? (?:total|globa)|\bco[uû]t (?:total|global|de )"
    r"|\bbudget (?:total|global)|\bsomme totale",
    re.I,
)
"""A label that announces the sum of other lines."""


def number(fact: Fact) -> Decimal | None:
    """Return the value of a figure, None when it has none."""
    value = fact.value
    if isinstance(value, Decimal):
        return value
    return Decimal(value) if isinstance(value, int) else None


def said(value: Decimal | int) -> str:
    """Return a number as it is printed in French."""
    return format_number(value)


def is_rounded(fact: Fact) -> bool:
    """Return whether the figure says itself that it is not exact (`une cinquantaine`, `plus de 700`)."""
    return bool(fact.text("approx"))


@lru_cache(maxsize=4096)
def stems(text: str) -> frozenset[str]:
    """Return the first five letters of the content words: `jeunes formées` and `jeune formé` share both."""
    return frozenset(
        word[:5].rstrip("s") for word in search_key(text).split() if word not in _EMPTY and not word.isdigit()
    )


def noun(fact: Fact) -> str:
    """Return the stem of the first content word of what is counted, empty when nothing is."""
    for word in search_key(fact.text("unit")).split():
        if word not in _EMPTY and not word.isdigit():
            return word[:5].rstrip("s")
    return ""


TOTAL_OF = (
    r"(?:les|une? (?:total|objectif|cible|pr[ée]vision)"
    r"(?: (?:annuelle?|initiale?|globale?|pr[ée]vue?))? de)"
)
"""What stands between `sur` and the number of the whole: `les`, `une cible annuelle de`."""

_OUT_OF = re.compile(rf"[^.;\n]{{0,90}}?\b(?:sur|contre|pour)\s*{TOTAL_OF}?\s*", re.I)


def is_goal_of(surface: Surface, goal: Fact, done: Fact) -> bool:
    """Return whether a number is what another was hoped to be: `12 forages sur 15 prévus`."""
    return done.end <= goal.start and bool(_OUT_OF.fullmatch(surface.plain[done.end : goal.start]))


def exchanged(one: str, other: str) -> bool:
    """Return whether two numbers differ by the order of two digits that stand side by side."""
    if len(one) != len(other) or len(one) < 2 or sorted(one) != sorted(other):
        return False
    apart = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    return len(apart) == 2 and apart[1] - apart[0] == 1


def in_table(surface: Surface, fact: Fact) -> bool:
    """Return whether a fact stands on a line cut by tabs or strokes."""
    line = surface.line_at(fact.start).quote(surface.plain)
    return "\t" in line or "|" in line


def spans_of(surface: Surface, facts: Iterable[Fact]) -> tuple[Span, ...]:
    """Return one span over facts of one sentence, or each one's own."""
    ordered = sorted(facts, key=lambda fact: fact.start)
    whole = Span(ordered[0].start, max(fact.end for fact in ordered))
    same = surface.sentence_at(whole.start) == surface.sentence_at(whole.end - 1)
    if same and whole.end - whole.start <= 2 * CLOSE:
        return (whole,)
    return tuple(fact.span for fact in ordered)


def parts_of(surface: Surface, *types: FactType) -> dict[int, list[Fact]]:
    """Return the parts of each fact that has some, by the identity of the whole."""
    found: dict[int, list[Fact]] = {}
    for fact in surface.of_type(*types):
        if fact.of is not None:
            found.setdefault(id(fact.of), []).append(fact)
    return found


def ok(kind: str, spans: tuple[Span, ...], explain: str, facts: Iterable[Fact] = ()) -> Check:
    """Return a check that holds."""
    return Check(kind, Status.OK, Level.CERTAIN, spans, explain, tuple(facts))


def wrong(kind: str, spans: tuple[Span, ...], explain: str, facts: Iterable[Fact] = ()) -> Check:
    """Return a certain contradiction: arithmetic or form."""
    return Check(kind, Status.INCONSISTENT, Level.CERTAIN, spans, explain, tuple(facts))


def doubtful(kind: str, spans: tuple[Span, ...], explain: str, facts: Iterable[Fact] = ()) -> Check:
    """Return a doubt to be verified."""
    return Check(kind, Status.SUSPECT, Level.VERIFY, spans, explain, tuple(facts))


def for_human(kind: str, spans: tuple[Span, ...], explain: str, facts: Iterable[Fact] = ()) -> Check:
    """Return a point that only somebody who knows can settle."""
    return Check(kind, Status.UNCLEAR, Level.HUMAN, spans, explain, tuple(facts))
