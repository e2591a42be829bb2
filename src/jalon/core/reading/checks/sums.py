"""Parts and their total: women and men, amounts and what they are made of, a part larger than its whole."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from jalon.core.reading.checks.common import (
    PEOPLE,
    doubtful,
    is_goal_of,
    is_rounded,
    noun,
    number,
    ok,
    parts_of,
    said,
    spans_of,
    wrong,
)
from jalon.core.reading.checks.plausible import held_before, is_people, sum_holds
from jalon.core.reading.counts.holding import PLACES, head
from jalon.core.reading.facts import Check, Fact, FactType, Span, Status
from jalon.core.reading.surface import Surface

_FAR = Decimal("0.25")
"""Parts whose sum is farther from the total than this share of it are not all of it."""

_FOR = re.compile(r"\s*pour\b", re.I)
_EACH = re.compile(
    r"\s*\b(?:par (?:an|mois|jour|semaine|personne|ménage|groupe\w*|village|commune|école|famille|hectare)"
    r"|en moyenne|chacune?|l'unité)\b",
    re.I,
)
_RESULT = re.compile(r"\bsoit\s+(?:une? \w+ (?:de |totale? de )|au total )?$", re.I)
_CLOSES = re.compile(r"\bsoit\b|répartis?|réparties|à savoir|comme suit|compos[ée]|\bse répart|\(|:")
_BODIES = frozenset(
    {
        "menag", "famil", "foyer", "entre", "group", "organ", "assoc", "coope", "union", "villa", "commu",
        "comit", "ecole", "unite", "feder", "explo",
    }
)  # fmt: skip
"""Stems of what is counted but is not a person: the women among them are counted apart."""


def check_sums(surface: Surface) -> list[Check]:
    """Compare each total with the parts it is said to have."""
    found: list[Check] = list(_said_outright(surface))
    for whole_id, parts in parts_of(surface, FactType.QUANTITY, FactType.MONEY).items():
        whole = next(fact.of for fact in parts if fact.of is not None and id(fact.of) == whole_id)
        found += _of_one(surface, whole, parts)
    return found


def _of_one(surface: Surface, whole: Fact, parts: Sequence[Fact]) -> Iterator[Check]:
    total = number(whole)
    if total is None:
        return
    too_large = [
        part
        for part in parts
        if _exceeds(part, whole, total)
        and not is_goal_of(surface, part, whole)
        and _may_be_some(surface, whole, part)
        and not _RESULT.search(surface.plain[whole.end : part.start])
        and not _EACH.search(surface.plain, whole.start, part.start)
    ]
    for part in too_large:
        value = number(part) or Decimal(0)
        yield wrong(
            "subset_exceeds",
            spans_of(surface, (whole, part)),
            f"la partie ({said(value)}) dépasse le total ({said(total)}) de {said(value - total)}",
            (whole, part),
        )
    if too_large:
        return
    sexed = None if any(_FOR.match(surface.plain, part.end) for part in parts) else _by_sex(parts)
    if sexed is not None:
        beside = _beside(surface, whole, sexed)
        if beside or _OTHERS.match(surface.plain, max(part.end for part in sexed)):
            yield from _with_others(surface, whole, sexed, beside)
        else:
            yield from _surely(surface, "sum_sex", whole, sexed)
        return
    group = _partition(surface, whole, parts)
    if group:
        yield from _surely(surface, "sum_parts", whole, group)
    elif _too_many(surface, whole, parts):
        yield from _surely(surface, "sum_parts", whole, parts)


def _surely(surface: Surface, kind: str, whole: Fact, parts: Sequence[Fact]) -> Iterator[Check]:
    """The check of a sum, unless the parts make something else that the sentence says."""
    check = _sum(surface, kind, whole, parts)
    values = [number(part) or Decimal(0) for part in parts]
    total = number(whole) or Decimal(0)
    if kind == "sum_parts" and abs(sum(values, Decimal(0)) - total) > total * _FAR:
        return
    within = Span(min(whole.start, parts[0].start), max(part.end for part in parts))
    if not check.is_alert or not sum_holds(surface, within, total, values, (whole, *parts)):
        yield check


def _beside(surface: Surface, whole: Fact, sexed: Sequence[Fact]) -> list[Fact]:
    """Those counted beside men and women in one enumeration: `17 hommes, 33 femmes et 12 mineurs`."""
    start, end = min(part.start for part in sexed), max(part.end for part in sexed)
    around = surface.starting_in(max(whole.end, start - _NEAR), end + _NEAR, FactType.QUANTITY)
    known = [*sexed, whole]
    found = [one for one in around if not any(one is fact for fact in known) and not one.text("sex")]
    return [
        one
        for one in found
        if _JOINED.fullmatch(surface.plain, end, max(one.start, end))
        or _JOINED.fullmatch(surface.plain, min(one.end, start), start)
    ]


def _with_others(surface: Surface, whole: Fact, sexed: Sequence[Fact], others: list[Fact]) -> Iterator[Check]:
    """Women, men and others: sound when either sum is the total; too many is not sure, fewer says nothing."""
    alone = _sum(surface, "sum_sex", whole, sexed)
    together = _sum(surface, "sum_sex", whole, [*sexed, *others])
    sound = [one for one in (together, alone) if one.status is Status.OK]
    if sound:
        yield sound[0]
    elif sum((number(part) or Decimal(0) for part in (*sexed, *others)), Decimal(0)) > (number(whole) or 0):
        yield doubtful("sum_sex", together.spans, together.explain, (whole, *sexed, *others))


_NEAR = 60
_JOINED = re.compile(r"\s*(?:,\s*(?:et\s+)?|\bet\s+|;\s*|ainsi\s+que\s+)(?:de\s+|d')?", re.I)
_OTHERS = re.compile(
    r"\s*(?:,\s*(?:et\s+)?|et\s+|ainsi\s+que\s+)(?:des|les|quelques|plusieurs|d'autres|le\s+reste)\b", re.I
)
_DONT = re.compile(r"[^.;:()0-9]{0,60}?,?\s*\bdont\s+(?:plus de |environ )?", re.I)


def _said_outright(surface: Surface) -> Iterator[Check]:
    """`26 membres, dont 28 femmes`: what is announced as a part and is larger is seldom taken for one."""
    counts = surface.of_type(FactType.QUANTITY)
    for index, part in enumerate(counts):
        whole = _people_before(surface, counts, index) if part.text("sex") else None
        total = number(whole) if whole is not None else None
        if whole is None or part.of is whole or total is None or whole.text("sex") or noun(part) in _BODIES:
            continue
        joint = surface.plain[counts[index - 1].end : part.start]
        said_part = _DONT.fullmatch(joint) and not _EACH.search(surface.plain, whole.start, part.start)
        if said_part and _exceeds(part, whole, total) and _may_be_some(surface, whole, part):
            value = number(part) or Decimal(0)
            explain = f"la partie ({said(value)}) dépasse le total ({said(total)}) de {said(value - total)}"
            yield wrong("subset_exceeds", spans_of(surface, (whole, part)), explain, (whole, part))


def _people_before(surface: Surface, counts: Sequence[Fact], index: int) -> Fact | None:
    """The count before another; the people before it where it is of the places they come from."""
    part = counts[index]
    sentence = surface.sentence_at(part.start)
    before = [one for one in counts[max(0, index - 3) : index] if one.start >= sentence.start]
    if before and head(before[-1]) in PLACES:
        before = [one for one in before if head(one) not in PLACES and is_people(one)]
    return before[-1] if before else None


def _may_be_some(surface: Surface, whole: Fact, part: Fact) -> bool:
    """Whether a part is surely some of a whole: people of people, and of no larger count said before."""
    if part.type is FactType.MONEY:
        return True
    return (is_people(whole) or not part.text("sex")) and not held_before(surface, whole, part)


_LENGTHS = frozenset({"m", "km", "cm", "mm", "mètres", "kilomètres"})


def _exceeds(part: Fact, whole: Fact, total: Decimal) -> bool:
    value = number(part)
    if whole.text("unit") in _LENGTHS:
        return False
    if value is None or is_rounded(part) or is_rounded(whole) or part.type is not whole.type:
        return False
    if part.type is FactType.MONEY and part.text("currency") != whole.text("currency"):
        return False
    counted_apart = bool(part.text("sex")) and noun(whole) in _BODIES
    hoped = part.text("status") == "planned" and whole.text("status") != "planned"
    return value > total and not counted_apart and not hoped


def _by_sex(parts: Sequence[Fact]) -> list[Fact] | None:
    """One part of women and one of men: only then do they make the whole."""
    women = [part for part in parts if part.text("sex") == "F"]
    men = [part for part in parts if part.text("sex") == "M"]
    if len(women) == 1 and len(men) == 1:
        return [*women, *men]
    return None


def _partition(surface: Surface, whole: Fact, parts: Sequence[Fact]) -> list[Fact]:
    """Parts that are said to be all of the whole: `soit 15 … et 20 …`, `répartis comme suit : …`.

    Parts named by « dont » may overlap (women, young people, people with a handicap) and are not summed.
    """
    plain = [part for part in parts if not part.text("sex") and part.type is whole.type]
    if any(_EACH.search(surface.plain, part.start, part.end + 16) for part in plain):
        return []
    if len(plain) < 2 or len(plain) != len(parts):
        return []
    first = min(part.start for part in plain)
    if any(re.search(r"\bsoit\b", surface.plain[a.end : b.start]) for a, b in pairwise(plain)):
        return []
    if any(is_goal_of(surface, after, before) for before, after in pairwise(plain)):
        return []
    between = surface.plain[whole.end : first].lower()
    if len(between) > 120 or "dont" in between or not _CLOSES.search(between):
        return []
    return plain


def _too_many(surface: Surface, whole: Fact, parts: Sequence[Fact]) -> bool:
    """`27 ouvrages, dont 11 châteaux d’eau, 9 forages et 8 bornes`: kinds of things exceed their total.

    People may be of several kinds at once: they are left out.
    """
    if len(parts) < 2 or noun(whole) in PEOPLE or any(part.type is not whole.type for part in parts):
        return False
    nouns = [noun(part) for part in parts]
    if len(set(nouns)) < len(parts) or any(one in PEOPLE or not one for one in nouns):
        return False
    made = sum((number(part) or Decimal(0) for part in parts), Decimal(0))
    return made > (number(whole) or Decimal(0))


def _sum(surface: Surface, kind: str, whole: Fact, parts: Sequence[Fact]) -> Check:
    total = number(whole) or Decimal(0)
    values = [number(part) or Decimal(0) for part in parts]
    made = sum(values, Decimal(0))
    spelled = " + ".join(said(value) for value in values)
    facts = (whole, *parts)
    spans = spans_of(surface, facts)
    if made == total:
        return ok(kind, spans, f"{spelled} = {said(total)}", facts)
    explain = f"{spelled} = {said(made)}, écrit {said(total)} (écart {said(abs(made - total))})"
    if any(map(is_rounded, facts)):
        return doubtful(kind, spans, explain, facts)
    return wrong(kind, spans, explain, facts)
