"""Parts far from their total, told by arithmetic alone: people of both sexes, the lines of a list, a run."""

import re
from collections.abc import Iterator, Sequence

from jalon.core.reading.counts.holding import counts_people, head, may_hold, number_of, of_other_year, sum_of
from jalon.core.reading.counts.sums import bare_numbers, is_inner
from jalon.core.reading.facts import Fact
from jalon.core.reading.surface import Surface

_FAR = 900
_LONGEST = 12
_TOLD = 20
_SOME = 50
_MANY = 100
_NEXT = re.compile(r"[^.;:()\n]{0,40}(?:\([^()\n]{0,30}\)[ ]?)?(?:,|;|\bet|\bpuis|\bainsi que)[ ]", re.I)
_COMES = re.compile(r"\b(?:suivr|s'ajout|s'y ajout|en plus|outre|supplémentaire|autres|nouvea)", re.I)
_ONE = re.compile(r"(?:,|;|\bet|\bcontre)[ ]une?[ ](?=(?:pour|à|au|dans|en|chez)[ ])")
_ORDER = re.compile(r"premi[eè]re?s|derni[eè]re?s|autres|nouve(?:aux|lles)|mêmes")
_ITEM = re.compile(r"[ ]*(?:[-•*–·▪➢]|[0-9]{1,2}[.)])[ ]")


def add_up(surface: Surface, counts: Sequence[Fact]) -> None:
    """Tie counts that stand without a total to one said earlier that they make up to the unit."""
    for index, total in enumerate(counts):
        if number_of(total) < _TOLD or not isinstance(total.value, int) or total.text("approx"):
            continue
        behind = counts[index + 1 : index + 40]
        for rule in (_by_lines, _of_people, _of_one_noun):
            parts = rule(surface, total, behind)
            for part in () if parts and of_other_year(surface, total, parts[0]) else parts:
                part.of = total


def _by_lines(surface: Surface, total: Fact, behind: Sequence[Fact]) -> Sequence[Fact]:
    """The first counts of the lines of a list under a total: `180 adultes`, then a line for each class."""
    plain = surface.plain
    firsts: list[Fact] = []
    line = _line(plain, total.start)
    for fact in behind:
        start = _line(plain, fact.start)
        if fact.start - total.end > _FAR:
            return ()
        if start == line:
            continue
        line = start
        if not _ITEM.match(plain, start, fact.start):
            return ()
        if fact.of is not None or counts_people(fact) != counts_people(total) or not may_hold(total, fact):
            return ()
        if not counts_people(total) and head(fact) != head(total):
            return ()
        firsts.append(fact)
        if len(firsts) > 2 and sum_of(firsts) == total.value:
            return firsts
    return ()


def _of_one_noun(surface: Surface, total: Fact, behind: Sequence[Fact]) -> Sequence[Fact]:
    """All counts of its noun in a later paragraph: `50 coopératives`. `Say en a 20. Téra suit avec 16 …`."""
    if total.text("sex") or not _noun(total):
        return ()
    alike = [
        fact
        for fact in behind
        if fact.of is None and fact.text("unit") and _noun(fact) == _noun(total) and not fact.text("sex")
    ]
    start = surface.sentence_at(total.start).end
    for first, fact in enumerate(alike):
        if fact.start - total.end > _FAR:
            break
        paragraph = surface.paragraph_at(fact.start)
        if fact.start < start or surface.sentence_at(fact.start).start <= alike[first - 1].start * bool(
            first
        ):
            continue
        run = [one for one in alike[first : first + _LONGEST] if one.start < paragraph.end]
        parts = _made_up(surface, total, run)
        if parts:
            return parts
    return ()


def _noun(fact: Fact) -> str:
    """The noun of a count, behind `premiers`, `nouvelles`, `autres`."""
    words = [word for word in fact.text("unit").lower().split() if not _ORDER.fullmatch(word)]
    return words[0] if words else ""


def _made_up(surface: Surface, total: Fact, run: Sequence[Fact]) -> Sequence[Fact]:
    """The first of these counts that make the total, with the bare numbers between; two in one sentence."""
    first = surface.sentence_at(run[0].start)
    if _COMES.search(surface.plain, max(first.start, run[0].start - 60), run[0].start):
        return ()
    whole = number_of(total)
    for last in range(1, len(run)):
        parts = run[: last + 1]
        said = sum_of(parts)
        if said > whole or "\t" in surface.plain[run[last - 1].start : run[last].start]:
            return ()
        several = len(parts) > 2 or (parts[-1].start < first.end and whole >= _MANY)
        if several and (said == whole or (parts == run and said * 2 > whole)):
            left = 0 if said == whole else _left_bare(surface, first.start, run)
            return parts if said + left == whole else ()
    return ()


def _left_bare(surface: Surface, start: int, run: Sequence[Fact]) -> int:
    """The sum of the numbers without a noun that stand among the counts of a run."""
    end = surface.sentence_at(run[-1].start).end
    return sum(bare_numbers(surface, start, end)) + len(_ONE.findall(surface.plain, start, end))


def _line(plain: str, position: int) -> int:
    return plain.rfind("\n", 0, position) + 1


def _of_people(surface: Surface, total: Fact, behind: Sequence[Fact]) -> Sequence[Fact]:
    """Women, men and children of one later sentence: `422 arrivées`. `7 femmes, 56 mineurs et 359 hommes`."""
    if total.text("sex") or (counts_people(total) is False and not head(total).endswith(("ées", "és"))):
        return ()
    if number_of(total) < _SOME:
        return ()
    for run in _runs(surface, behind):
        if run[-1].end - total.end > _FAR:
            return ()
        if {"F", "M"} <= {fact.text("sex") for fact in run} and sum_of(run) == total.value:
            return run if run[0].start >= surface.sentence_at(total.start).end else ()
    return ()


def _runs(surface: Surface, counts: Sequence[Fact]) -> Iterator[Sequence[Fact]]:
    """Counts of people without a total that follow one another, only commas and shares between them."""
    run: list[Fact] = []
    for fact in counts[:_LONGEST]:
        free = fact.of is None and counts_people(fact) and not is_inner(surface, fact)
        joined = run and _NEXT.fullmatch(surface.plain, run[-1].end, fact.start)
        if run and not (free and joined):
            if len(run) > 1:
                yield run
            run = []
        if free and not _COMES.search(surface.plain, max(0, fact.start - 40), fact.start):
            run.append(fact)
    if len(run) > 1:
        yield run
