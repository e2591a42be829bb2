"""A part that is larger than what it is a part of: `sur les 298 ménages servis, 312 sont déplacés`."""

import re
from collections.abc import Iterator
from itertools import pairwise

from jalon.core.reading.checks.common import PEOPLE, is_rounded, noun, number, said, spans_of, wrong
from jalon.core.reading.checks.plausible import held_before
from jalon.core.reading.facts import Check, Fact, FactType
from jalon.core.reading.surface import Surface

_OUT_OF = re.compile(
    r"(?:^|[,;:(\"]\s*|\b(?:et|que|mais|où)\s+)(?:sur|parmi|des?|d'entre)\s+"
    r"(?:(?:les|ces|ses|leurs|nos|un total de|un effectif de|une? ensemble de)\s+)?$",
    re.I,
)
_THEN = re.compile(r"[^.;:()0-9]{0,80}?,\s*(?:seule?ment |exactement )?", re.I)
_VERB = re.compile(
    r"(?:[0-9]{1,3}(?: [0-9]{3})+|\S+)\s+(?:en |y |s'|se |n'|d'entre (?:eux|elles) )?"
    r"(?:sont|ont|\w{3,}ent)\b",
    re.I,
)
_HOPED = re.compile(
    r"\b(?:prév\w+|attendu\w*|planifi\w+|programm\w+|cibl\w+|vis[ée]\w*|requis\w*|nécessaires?|initia\w+"
    r"|souhait\w+"
    r"|espér\w+|objectifs?|demand\w+|annonc\w+|à \w+(?:er|ir|re))\b",
    re.I,
)
_AMONG = re.compile(
    r"[^.;:()0-9]{0,60}?[,(]?\s*\b(?:dont|parmi (?:les|des)quel(?:le)?s|parmi eux)\s*,?\s*", re.I
)
_EACH = re.compile(r"\b(?:par|chacune?|chaque|en moyenne)\b", re.I)
_GROUPS = frozenset(
    {"menag", "famil", "foyer", "entre", "group", "organ", "assoc", "coope", "union", "mere", "victi"}
)
_THINGS = frozenset(
    {"villa", "commu", "ha", "hecta", "kg", "tonne", "litre", "jour", "mois", "annee", "heure"}
)


def check_subsets(surface: Surface) -> list[Check]:
    """Compare what a sentence says to be part of a count with that count."""
    counts = surface.of_type(FactType.QUANTITY)
    return [check for whole, part in pairwise(counts) for check in _compare(surface, whole, part)]


def _compare(surface: Surface, whole: Fact, part: Fact) -> Iterator[Check]:
    total, value = number(whole), number(part)
    if total is None or value is None or value <= total or part.of is whole:
        return
    if is_rounded(whole) or is_rounded(part) or surface.sentence_at(whole.start).end < part.end:
        return
    if _is_part(surface, whole, part) or _is_among(surface, whole, part):
        explain = f"la partie ({said(value)}) dépasse le total ({said(total)}) de {said(value - total)}"
        yield wrong("subset_exceeds", spans_of(surface, (whole, part)), explain, (whole, part))


def _is_part(surface: Surface, whole: Fact, part: Fact) -> bool:
    """`Sur les 298 ménages servis, 312 sont …`: the second number counts the same thing, unsaid."""
    sentence = surface.sentence_at(whole.start)
    between = surface.plain[whole.end : part.start]
    if not _OUT_OF.search(surface.plain[sentence.start : whole.start]) or not _THEN.fullmatch(between):
        return False
    named = surface.plain[whole.start : part.start]
    if _HOPED.search(named) or _EACH.search(named):
        return False
    return bool(_VERB.match(surface.plain, part.start, sentence.end))


def _is_among(surface: Surface, whole: Fact, part: Fact) -> bool:
    """`35 personnes, dont 41 élus`: people among people."""
    between = surface.plain[whole.end : part.start]
    people = noun(whole) in PEOPLE - _GROUPS and bool(noun(part)) and noun(part) not in _GROUPS | _THINGS
    told = people and bool(_AMONG.fullmatch(between)) and not _EACH.search(between)
    return told and not held_before(surface, whole, part)
