"""Percentages against the numbers beside them: shares, rates, what was planned and what was done."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from jalon.core.reading.checks.common import (
    TOTAL_OF,
    doubtful,
    is_goal_of,
    is_rounded,
    noun,
    number,
    ok,
    parts_of,
    said,
    spans_of,
    stems,
    wrong,
)
from jalon.core.reading.checks.plausible import printed_share, share_holds
from jalon.core.reading.facts import Check, Fact, FactType
from jalon.core.reading.surface import Surface
from jalon.core.values import format_number, is_truncated

_BETWEEN_PART = re.compile(
    r"[^.;%0-9)]{0,50}[(,]\s*(?:soit|environ|près de|=)?\s*|[^.;%0-9)]{0,40}\bsoit\s*(?:environ)?\s*", re.I
)
_SOIT = re.compile(r"[^.;]{0,70}\bsoit\s*$", re.I)
_MORE_THAN_ALL = re.compile(r"[^.;\n]{0,40}\bdont\s*$", re.I)
_BODIES = frozenset(
    {"menag", "famil", "foyer", "group", "organ", "assoc", "coope", "union", "villa", "commu"}
)


def check_shares(surface: Surface) -> list[Check]:
    """Compare each percentage with the part and the total it is printed beside."""
    found: list[Check] = []
    parts = parts_of(surface, FactType.QUANTITY, FactType.MONEY)
    for percent in surface.of_type(FactType.PERCENTAGE):
        found += _of_a_part(surface, percent)
        found += _then_a_part(surface, percent)
        found += _inside_another(surface, percent)
        found += _out_of(surface, percent)
    for whole_id, group in parts.items():
        whole = next(fact.of for fact in group if fact.of is not None and id(fact.of) == whole_id)
        found += _women(surface, whole, group)
    found += _done_and_planned(surface)
    found += _base(surface)
    return found


def _near(surface: Surface, fact: Fact, *, before: bool, within: int = 90) -> list[Fact]:
    """Figures of the same sentence on one side, nearest first."""
    sentence = surface.sentence_at(fact.start)
    start, end = (sentence.start, fact.start) if before else (fact.end, sentence.end)
    facts = surface.starting_in(start, end, FactType.QUANTITY, FactType.MONEY)
    if before:
        return [
            f
            for f in reversed(facts)
            if sentence.start <= f.start and f.end <= fact.start and fact.start - f.end <= within
        ]
    return [f for f in facts if fact.end <= f.start < sentence.end and f.start - fact.end <= within]


def _of_a_part(surface: Surface, percent: Fact) -> Iterator[Check]:
    """`124 jeunes femmes (53,44 %)`: the part stands just before its share."""
    for part in _near(surface, percent, before=True, within=60)[:1]:
        between = surface.plain[part.end : percent.start]
        whole = part.of
        if whole is None or is_goal_of(surface, part, whole) or not _BETWEEN_PART.fullmatch(between):
            continue
        if not _names_another(surface, percent, whole) and not _fits_another(surface, percent, part, whole):
            yield from _ratio(surface, percent, part, whole)


_NAMED = re.compile(r"\s*(?:des|de la|de l'|du|de ces|de ses)\s*(?P<of>[a-zà-ÿ]+)", re.I)


def _names_another(surface: Surface, percent: Fact, whole: Fact) -> bool:
    """Whether the words after a share say what it is a share of, and the text counts that elsewhere."""
    named = _NAMED.match(surface.plain, percent.end)
    if named is None or not whole.text("unit") or stems(named["of"]) & stems(whole.text("unit")):
        return False
    return any(noun(fact) in stems(named["of"]) for fact in surface.of_type(FactType.QUANTITY))


def _fits_another(surface: Surface, percent: Fact, part: Fact, whole: Fact) -> bool:
    """Whether a share is one of another count of the sentences around, or of what another share is of."""
    share, some = Fraction(number(percent) or 0), Fraction(number(part) or 0)
    if not share or not some:
        return False
    sentence = surface.sentence_at(part.start)
    start = surface.sentence_at(max(0, sentence.start - 2)).start
    base = some * 100 / share
    for other in surface.starting_in(min(start, sentence.start), sentence.end, part.type):
        value = Fraction(number(other) or 0)
        if other is not whole and other is not part and value > some and abs(value - base) * 50 <= base:
            return True
    for other in surface.starting_in(sentence.start, percent.start, FactType.PERCENTAGE):
        beside = _near(surface, other, before=True, within=40)[:1]
        rate = Fraction(number(other) or 0)
        if beside and rate and abs(Fraction(number(beside[0]) or 0) * 100 / rate - base) * 10 <= base:
            return True
    return False


def _then_a_part(surface: Surface, percent: Fact) -> Iterator[Check]:
    """`dont 20 % des membres sont des femmes, soit 17 femmes`."""
    following = _near(surface, percent, before=False)
    if len(following) == 2 and following[1].of is following[0]:
        whole, part = following
        among = re.fullmatch(
            r"[^.;:()0-9%]{0,50}\b(?:parmi|sur) (?:les )?", surface.plain[percent.end : whole.start], re.I
        )
        if among and _SOIT.fullmatch(surface.plain[whole.end : part.start]):
            yield from _ratio(surface, percent, part, whole)
    for part in following[:1]:
        if part.of is not None and _SOIT.fullmatch(surface.plain[percent.end : part.start]):
            yield from _ratio(surface, percent, part, part.of)


def _ratio(surface: Surface, percent: Fact, part: Fact, whole: Fact) -> Iterator[Check]:
    share, some, total = number(percent), number(part), number(whole)
    if share is None or some is None or not total or is_rounded(part) or is_rounded(whole):
        return
    exact = Fraction(some) * 100 / Fraction(total)
    facts = (whole, part, percent)
    spans = spans_of(surface, facts)
    shown = format_number(exact, 2)
    ratio = f"{said(some)} / {said(total)} = {shown} %"
    printed = printed_share(surface, percent)
    if abs(Fraction(share) - exact) <= Fraction(printed.precision) / 2:
        yield ok("percentage", spans, ratio, facts)
    elif is_truncated(printed, exact):
        yield ok("percentage", spans, f"{ratio} : {said(share)} est tronqué et non arrondi", facts)
    elif is_rounded(percent) and abs(Fraction(share) - exact) <= 5:
        yield ok("percentage", spans, ratio, facts)
    elif not share_holds(surface, percent, whole):
        yield wrong("percentage", spans, f"{ratio}, écrit {said(share)} %", facts)


_THEN_SHARE = re.compile(
    r"[^.;%0-9]{0,60}(?:\bsoit|\(|\bce qui (?:donne|représente|fait))\s*(?:environ |près de )?"
    r"(?:(?:un|le) taux (?:de |d')[a-zà-ÿ ]{3,40}? (?:de |d'))?(?:soit |environ )?",
    re.I,
)
_SOME_OF = re.compile(rf"\s*(?:[a-zà-ÿ]+\s)?(?:sur|des|de ces)\s+(?:{TOTAL_OF}\s+)?", re.I)
_OUT_OF = re.compile(rf"\b(?:sur|parmi)\s+(?:{TOTAL_OF}\s+)?$", re.I)


def _out_of(surface: Surface, percent: Fact) -> Iterator[Check]:
    """`Sur 2 384 enfants, 1 812 ont été vaccinés, soit 67 %`: the first two figures of the sentence."""
    before = list(reversed(_near(surface, percent, before=True, within=400)))
    if len(before) != 2 or any(fact.type is not FactType.QUANTITY for fact in before):
        return
    whole, part = before
    sentence = surface.sentence_at(percent.start)
    if is_goal_of(surface, whole, part) or not _THEN_SHARE.fullmatch(surface.plain[part.end : percent.start]):
        return
    if _SOME_OF.fullmatch(surface.plain[whole.end : part.start]) and (number(whole) or 0) < (
        number(part) or 0
    ):
        yield from _ratio(surface, percent, whole, part)
    elif part.of in (None, whole) and _OUT_OF.search(surface.plain[sentence.start : whole.start]):
        yield from _ratio(surface, percent, part, whole)


def _inside_another(surface: Surface, percent: Fact) -> Iterator[Check]:
    """`74,96 % à date, dont 82,90 % sur …`: a rate is not a part of another."""
    sentence = surface.sentence_at(percent.start)
    for other in surface.starting_in(percent.end, sentence.end, FactType.PERCENTAGE):
        if not _MORE_THAN_ALL.fullmatch(surface.plain[percent.end : other.start]):
            continue
        whole, part = number(percent), number(other)
        if whole is not None and part is not None and part > whole:
            explain = f"« dont » {said(part)} % dans {said(whole)} % : un taux n’est pas une part"
            yield doubtful("percentage", spans_of(surface, (percent, other)), explain, (percent, other))


def _women(surface: Surface, whole: Fact, group: list[Fact]) -> Iterator[Check]:
    """Few women among those counted, and women counted among what is not people."""
    total = number(whole)
    women = [part for part in group if part.text("sex") == "F" and part.type is FactType.QUANTITY]
    if len(women) != 1 or not total:
        return
    some = number(women[0]) or Decimal(0)
    facts = (whole, women[0])
    if noun(whole) in _BODIES:
        explain = f"des femmes comptées parmi des {whole.text('unit')} : deux unités différentes"
        yield doubtful("unit_mismatch", spans_of(surface, facts), explain, facts)
    elif some * 10 <= total and not _is_said(surface, women[0]):
        shown = format_number(Fraction(some) * 100 / Fraction(total), 0)
        about = "environ " if is_rounded(whole) else ""
        explain = f"{said(some)} femmes sur {about}{said(total)} : {shown} %"
        yield doubtful("sex_share", spans_of(surface, facts), explain, facts)


def _is_said(surface: Surface, women: Fact) -> bool:
    """Whether the text prints the share itself: `7 femmes (2 %)`."""
    shares = surface.starting_in(women.end, women.end + 12, FactType.PERCENTAGE)
    return any("(" in surface.plain[women.end : share.start] for share in shares)


_RATE_OF_WORK = re.compile(r"taux (?:moyen |global )?d'exécution|taux de réalisation", re.I)


def _done_and_planned(surface: Surface) -> Iterator[Check]:
    """`698 lampadaires sur 500 prévus` beside a rate of 81 %."""
    quantities = surface.of_type(FactType.QUANTITY)
    above: list[tuple[Fact, Fact]] = []
    for done, planned in pairwise(quantities):
        if not is_goal_of(surface, planned, done) or _is_only_part(surface, done, planned):
            continue
        some, goal = number(done), number(planned)
        if some is None or not goal:
            continue
        if some > goal:
            above.append((done, planned))
        yield from _printed_rate(surface, done, planned)
    starts = [done.start for done, _planned in above]
    for rate in surface.of_type(FactType.PERCENTAGE):
        if not _RATE_OF_WORK.search(surface.plain, max(0, rate.start - 60), rate.start):
            continue
        first, last = _around(surface, rate)
        touching = above[bisect_left(starts, first) : bisect_left(starts, last)]
        near = [(d, p) for d, p in touching if _beside(surface, d, rate)]
        if not near:
            continue
        value = number(rate) or Decimal(0)
        if value < 100:
            shown = ", ".join(f"{said(number(d) or 0)} sur {said(number(p) or 0)}" for d, p in near)
            facts = [fact for pair in near for fact in pair] + [rate]
            yield doubtful(
                "planned_vs_achieved",
                tuple(sorted(fact.span for fact in facts)),
                f"réalisé au-dessus du prévu ({shown}) alors que le taux annoncé est de {said(value)} %",
                facts,
            )


def _is_only_part(surface: Surface, done: Fact, planned: Fact) -> bool:
    """Whether a number of women stands between what was done and its goal: `2 140, dont 771 femmes, …`."""
    near = re.fullmatch(r"\s*sur\s*", surface.plain[done.end : planned.start])
    return bool(done.text("sex")) and not planned.text("sex") and not near


def _around(surface: Surface, fact: Fact) -> tuple[int, int]:
    """The characters of the sentence of a fact and of the two that touch it."""
    sentences = surface.sentences
    index = bisect_right(sentences, fact.start, key=lambda one: one.start) - 1
    return sentences[max(index - 1, 0)].start, sentences[min(index + 1, len(sentences) - 1)].end


def _beside(surface: Surface, done: Fact, rate: Fact) -> bool:
    """Whether a rate stands in the sentence of a figure or in one that touches it, and is not about money."""
    one, other = surface.sentence_at(done.start), surface.sentence_at(rate.start)
    first, second = sorted((one, other))
    apart = surface.plain[first.end : second.start]
    money = re.search(r"financi|budg|décaiss|recommand", other.quote(surface.plain), re.I)
    return not money and (first == second or not apart.strip())


def _printed_rate(surface: Surface, done: Fact, planned: Fact) -> Iterator[Check]:
    sentence = surface.sentence_at(planned.start)
    for percent in surface.starting_in(planned.end, sentence.end, FactType.PERCENTAGE):
        between = surface.plain[planned.end : percent.start]
        if planned.end <= percent.start < sentence.end and re.fullmatch(
            r"[^.;\d]{0,40}(?:\(|\bsoit\b|taux)[^.;\d]{0,40}", between, re.I
        ):
            yield from _ratio_of_either(surface, percent, done, planned)
            return


def _ratio_of_either(surface: Surface, percent: Fact, done: Fact, planned: Fact) -> Iterator[Check]:
    """The rate of a figure or of the total it is a part of, whichever holds; wrong when neither does."""
    whole = done.of
    if whole is None or re.fullmatch(r"\s*sur\s*", surface.plain[done.end : planned.start]):
        yield from _ratio(surface, percent, done, planned)
        return
    for one in (done, whole):
        checks = list(_ratio(surface, percent, one, planned))
        if any(not check.is_alert for check in checks):
            yield from checks
            return


def _base(surface: Surface) -> Iterator[Check]:
    """A share of the direct ones printed inside a total of direct and indirect ones."""
    for percent in surface.of_type(FactType.PERCENTAGE):
        sentence = surface.sentence_at(percent.start)
        after = surface.plain[percent.end : min(sentence.end, percent.end + 60)].lower()
        if not re.match(r"\s*(?:de |d'|des )[^,;.]*\bdirect", after) or "indirect" in after.split(",")[0]:
            continue
        for whole in _near(surface, percent, before=True)[:1]:
            named = surface.plain[whole.start : percent.start].lower()
            if "direct" in named and "indirect" in named and "dont" in named:
                explain = "le pourcentage porte sur les directes, le total sur les directes et les indirectes"
                yield doubtful(
                    "base_mismatch", spans_of(surface, (whole, percent)), explain, (whole, percent)
                )
