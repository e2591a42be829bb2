"""Totals told from their parts: lists that share a count out, sums said behind, men by difference."""

import re
from collections.abc import Sequence

from jalon.core.reading.counts.holding import counts_people, head, may_hold, number_of, of_other_year, sum_of
from jalon.core.reading.counts.sums import is_inner
from jalon.core.reading.facts import Fact
from jalon.core.reading.surface import Surface

_SHARED = re.compile(
    r"(?:répartie?s?|réparties|reparti\w*|ventilée?s?|se répartissent|se décomposent|comme suit"
    r"|suivants?|ainsi)[^.]{0,60}:?\s*",
    re.I,
)
_COLON = re.compile(r":\s*[-•*]?\s*(?:(?:le|la|les|l'|des)[ ]?[^.;:0-9\n]{3,50},[ ])?\Z")
_NAMELY = re.compile(r"\b(?:à savoir|soit|composée?s? de|constituée?s? de|comprenant)[ \n]\Z", re.I)
_REACH = 320
SAYS_TOTAL = re.compile(
    r"\bsoit[ \n]un (?:effectif|ensemble|cumul|groupe)(?: total)?[ \n]de[ \n]\Z"
    r"|(?:\bsoit|\bpour|\bsur)?[ \n]?(?:un |une "
    r"|au )(?:nombre )?total(?: général)?[ \n](?:de[ \n])?\Z|\bau total,?[ \n]\Z|\btotalisant[ \n]\Z"
    r"|\bsoit[ \n](?:au total[ \n])?\Z",
    re.I,
)
"""Words right before a count that make it the total of those before."""


def share_out(surface: Surface, counts: Sequence[Fact]) -> None:
    """A total followed by `répartis comme suit` or a colon, and by counts that make it up."""
    plain = surface.plain
    for index, total in enumerate(counts):
        following = [fact for fact in counts[index + 1 : index + 13] if fact is not total.of]
        if not following or following[0].start - total.end > 200:
            continue
        lead = plain[total.end : following[0].start]
        shared = _SHARED.search(lead) or _COLON.search(lead)
        told = re.search(r"[^\W\d_]", lead) is not None and re.search(r"\.[ \n]|[%|]", lead) is None
        alike = told and head(following[0]) == head(total) != ""
        if not (shared or alike or following[0].of is total or _NAMELY.search(lead)) or "\t" in lead:
            continue
        if not shared:
            end = surface.sentence_at(total.start).end
            following = [fact for fact in following if fact.start < end]
        parts = _parts_of(surface, total, following)
        if alike and not shared and any(not _same_unit(total, part) for part in parts):
            continue
        deeper = shared or (alike and not _made_up(counts, total.of))
        for part in parts:
            if part.of is None or (deeper and part.of is total.of):
                part.of = total


def _made_up(counts: Sequence[Fact], total: Fact | None) -> bool:
    """Whether the parts a total has already make it up."""
    return total is None or sum_of([fact for fact in counts if fact.of is total]) == total.value


def _same_unit(total: Fact, part: Fact) -> bool:
    """Whether two counts have one noun and no complement that tells them apart: `kg de riz`, `kg de sel`."""
    one, other = total.text("unit").split(), part.text("unit").split()
    complements = (" ".join(one[1:3]), " ".join(other[1:3]))
    measured = all(words.startswith(("de ", "d'", "d’")) for words in complements)
    return head(total) == head(part) and (not measured or complements[0] == complements[1])


def _parts_of(surface: Surface, total: Fact, following: Sequence[Fact]) -> list[Fact]:
    """The first counts whose sum is the total, leaving out the parts of parts."""
    parts: list[Fact] = []
    for fact in following:
        if parts and (fact.of in parts or (fact.of is None and is_inner(surface, fact))):
            continue
        if fact.of is not None and fact.of is not total and fact.of is not total.of:
            break
        parts.append(fact)
        if len(parts) > 1 and sum_of(parts) == total.value:
            return parts
        if not may_hold(total, fact):
            break
    return []


def sum_up(surface: Surface, counts: Sequence[Fact]) -> None:
    """`124 femmes et 108 hommes, soit 232 bénéficiaires`: the counts before make up the total behind."""
    for index, total in enumerate(counts):
        before = surface.plain[max(0, total.start - 60) : total.start]
        own = surface.plain[total.start : total.end].lower()
        if not (SAYS_TOTAL.search(before) or own.startswith(("total", "ensemble", "effectif"))):
            continue
        parts: list[Fact] = []
        for fact in reversed(counts[max(0, index - 8) : index]):
            if total.start - fact.end > _REACH:
                break
            if counts_people(fact) != counts_people(total):
                continue
            parts.append(fact)
            if len(parts) > 1 and sum_of(parts) == total.value:
                for part in parts:
                    part.of = total
                if total.of in parts:
                    total.of = None
                break


_FAR = 1600
_TOLD = 10


def told_again(surface: Surface, counts: Sequence[Fact]) -> None:
    """`25 projets` evaluated, then `5 projets sont en démarrage, 17 en exécution et 3 en clôture`.

    Counts of one noun that follow one another in a sentence and make up a count of it said before.
    """
    heads = [head(fact) for fact in counts]
    for index in range(1, len(counts) - 1):
        if (
            counts[index].of is not None
            or not heads[index]
            or heads[index] not in heads[index + 1 : index + 8]
        ):
            continue
        run = _run(surface, counts, index)
        said = sum_of(run)
        if len(run) < 2 or said < _TOLD or _COMES.search(surface.plain, run[0].start - 60, run[0].start):
            continue
        start = surface.sentence_at(run[0].start).start
        for total in reversed(counts[max(0, index - 30) : index]):
            if run[0].start - total.end > _FAR:
                break
            if total.start >= start:
                continue
            if of_other_year(surface, total, run[0]):
                continue
            if total.value == said and head(total) == head(run[0]) and not total.text("sex"):
                for part in run:
                    part.of = total
                break


_COMES = re.compile(r"\b(?:suivr|s'ajout|s'y ajout|en plus|outre|supplémentaire|de plus\b)[^.;\n]*\Z", re.I)
_JOINED = re.compile(r"(?:,|;|\bet|\bcontre|\bpuis|\bainsi que)[ \n](?:à[ ][A-ZÀ-Ý]\w+,?[ ])?\Z", re.I)


def _run(surface: Surface, counts: Sequence[Fact], index: int) -> list[Fact]:
    """The counts without a total, of one noun, from one on to the end of its sentence."""
    first = counts[index]
    if _same_before(surface, counts, index):
        return []
    end = surface.sentence_at(first.start).end
    run: list[Fact] = []
    for fact in counts[index : index + 8]:
        apart = run and not _JOINED.search(surface.plain, run[-1].end, fact.start)
        if fact.start >= end or "\t" in surface.plain[first.end : fact.start] or apart:
            break
        if head(fact) == head(first) and fact.of is None and not fact.text("sex"):
            run.append(fact)
    return run


def _same_before(surface: Surface, counts: Sequence[Fact], index: int) -> bool:
    before, first = counts[index - 1], counts[index]
    start = surface.sentence_at(first.start).start
    return before.start >= start and head(before) == head(first) and before.of is None


_LADDERS = (
    (
        frozenset({"élèves", "elèves", "eleves", "inscrits", "apprenants", "étudiants", "effectif"}),
        frozenset({"présents", "présentés", "examens", "candidats", "composants", "évalués"}),
        frozenset({"admis", "reçus", "réussites", "lauréats"}),
    ),
    (
        frozenset({"admis", "admissions", "enfants"}),
        frozenset({"guéris", "guérisons", "sortis", "abandons", "décès", "transferts", "transférés"}),
    ),
)
_STEP = re.compile(r"[ \n]?(?:\([^()]*\)[ \n]?)?(?:,|;|et|/)(?:[ \n]dont|[ \n]soit)?[ \n]", re.I)


def down_ladders(surface: Surface, counts: Sequence[Fact]) -> None:
    """`119 élèves, 20 présentés, 13 admis`: who sat are some of the pupils, who passed some of those."""
    for index, total in enumerate(counts):
        for ladder in _LADDERS:
            if head(total) in ladder[0]:
                _down(surface, total, counts[index + 1 : index + 6], ladder)


def _down(surface: Surface, total: Fact, following: Sequence[Fact], ladder: Sequence[frozenset[str]]) -> None:
    held, end = [total], total.end
    for fact in following:
        level = next((n for n, words in enumerate(ladder) if n and head(fact) in words), 0)
        if not level or not _STEP.fullmatch(surface.plain[end : fact.start]):
            return
        above = next((f for f in reversed(held) if _level(f, ladder) < level), total)
        if fact.of is None and may_hold(above, fact):
            fact.of = above
        held, end = [*held, fact], fact.end


def _level(fact: Fact, ladder: Sequence[frozenset[str]]) -> int:
    return next((n for n, words in enumerate(ladder) if head(fact) in words), 0)


def men_by_difference(counts: Sequence[Fact]) -> None:
    """`141 femmes et 135 jeunes` of 276: where the women leave it, the others are men."""
    parts_of: dict[int, list[Fact]] = {}
    for fact in counts:
        if fact.of is not None and not fact.of.text("sex"):
            parts_of.setdefault(id(fact.of), []).append(fact)
    for parts in parts_of.values():
        total = parts[0].of
        women = [fact for fact in parts if fact.text("sex") == "F"]
        others = [fact for fact in parts if fact.text("unit").lower() in ("jeunes", "autres", "personnes")]
        if total is not None and len(parts) == 2 and women and others and sum_of(parts) == total.value:
            others[0].say("sex", "M")


_APPOSED = re.compile(r"[ \n]?(?:[^.;:,()0-9]{0,40})(?:,[ \n]|[ \n]?:[ \n]{0,2})(?:dont[ \n]|soit[ \n])?")
_BESIDE = re.compile(r"(?:[ \n]{1,2}\([^()]*\))?[ \n]{0,2}(?:,|/|;|et|,[ \n]et)[ \n]{1,2}")


def women_and_men(surface: Surface, counts: Sequence[Fact]) -> None:
    """`126 agents, 71 femmes et 55 hommes`: women and men said right behind people are these people."""
    plain = surface.plain
    for total, one, other in zip(counts, counts[1:], counts[2:], strict=False):
        if total.text("sex") or one.of is not None or {one.text("sex"), other.text("sex")} != {"F", "M"}:
            continue
        said = _APPOSED.fullmatch(plain[total.end : one.start]) and _BESIDE.fullmatch(
            plain[one.end : other.start]
        )
        said_sum, whole = sum_of([one, other]), int(number_of(total))
        close = abs(said_sum - whole) * 10 <= whole
        if said and close and may_hold(total, one) and may_hold(total, other):
            one.of = other.of = total
