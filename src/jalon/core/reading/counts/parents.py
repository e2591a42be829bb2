"""Which total a count is a part of: `dont`, `soit`, parentheses, lists that share out a total."""

import re
from collections.abc import Sequence

from jalon.core.reading.counts.holding import GROUPS, counts_people, head, may_hold
from jalon.core.reading.facts import Fact, FactType
from jalon.core.reading.surface import Surface

_PART = re.compile(
    r"(?:\bdont|\bparmi[ \n]lesquel(?:le)?s|\bdesquel(?:le)?s|\by compris|\bincluant"
    r""
    r"|\bcomptant|\bréparties? entre|\brépartis en"
    r"|\breparti(?:e?s)? en|\bà raison de"
    r"|\bd'entre (?:eux|elles)(?: sont)?,?|\bdans lesquel(?:le)?s)\b[^.;:()]{0,40}$",
    re.I,
)
_THAT_IS = re.compile(r"\bsoit\b[^.;:()]{0,30}$", re.I)
_TOTAL = re.compile(
    r"(?:\bsoit|\bpour|\bsur)?[ \n]?(?:un |une "
    r"|au )(?:nombre )?total(?: général)?[ \n](?:de[ \n])?$|\bau total,?[ \n]$|\btotalisant[ \n]$"
    r"|\bsoit[ \n](?:au total[ \n])?$",
    re.I,
)
_OPENS = re.compile(r"\([ \n]?(?:dont[ \n]|soit[ \n]|environ[ \n])?$")
_SHARED = re.compile(
    r"(?:répartie?s?|réparties|reparti\w*|ventilée?s?|se répartissent|se décomposent|comme suit"
    r"|suivants?|ainsi)[^.]{0,60}:?\s*",
    re.I,
)
_ON = re.compile(r"\bsur[ \n](?:les[ \n]|un total de[ \n]|un effectif de[ \n]|des[ \n])?$", re.I)
_STARTS_ON = re.compile(
    r"(?:^|[,;:.(\t][ \n]?)(?:sur|parmi)[ \n](?:les[ \n]|un total de[ \n]|ces[ \n])?$", re.I
)
_AMONG = re.compile(r"\b(?:parmi (?:eux|elles|ces|les|lesquel)|d'entre (?:eux|elles))", re.I)
_GOES_ON = re.compile(r"^[^.:()\n]{0,90}?(?:,|\bet|;|/|\bainsi que|\bou|\+|-|\n)[ \n]{0,3}[^.:;()]{0,12}$")
_REACH = 320


def parents(surface: Surface) -> None:
    """Tie every quantity to the total it is a part of, and every amount to the amount before `dont`."""
    counts = surface.of_type(FactType.QUANTITY)
    for index, count in enumerate(counts):
        if count.of is None:
            count.of = _total_of(surface, counts, index)
    _share_out(surface, counts)
    _sum_up(surface, counts)
    _by_difference(counts)
    amounts = surface.of_type(FactType.MONEY)
    for index, amount in enumerate(amounts):
        if amount.of is None and "equivalent" not in amount.details:
            amount.of = _amount_of(surface, amounts, index)


def _total_of(surface: Surface, counts: Sequence[Fact], index: int) -> Fact | None:
    count = counts[index]
    plain = surface.plain
    behind = counts[index - 1].end if index else 0
    before = plain[max(behind, count.start - 90) : count.start]
    on = _planned_on(surface, counts, index)
    if on is not None:
        return on
    if (
        _PART.search(before)
        or (_THAT_IS.search(before) and not _TOTAL.search(before))
        or _soit_part(plain, count, before)
    ):
        return _nearest(surface, counts, index)
    if _OPENS.search(before):
        return _before_bracket(surface, counts, index)
    if index and _chains(surface, counts[index - 1], count):
        return counts[index - 1].of
    return _out_of(surface, counts, index)


def _soit_part(plain: str, count: Fact, before: str) -> bool:
    return bool(re.search(r"\bsoit[ \n]$", before))


def _planned_on(surface: Surface, counts: Sequence[Fact], index: int) -> Fact | None:
    """`698 lampadaires sur 500 prévus`: what was planned hangs on what was done."""
    count = counts[index]
    if not index or not re.search(
        r"pr[ée]vue?s?|planifi|attendu|programm|cibl", surface.plain[count.start : count.end + 12]
    ):
        return None
    before = surface.plain[counts[index - 1].end : count.start]
    return counts[index - 1] if _ON.search(before) and len(before) < 160 else None


def _nearest(surface: Surface, counts: Sequence[Fact], index: int) -> Fact | None:
    """The nearest count before, of the sentence or the line above it, that may hold this one."""
    count = counts[index]
    start = surface.paragraph_at(count.start).start
    near = [f for f in counts[max(0, index - 6) : index] if count.start - f.end < _REACH]
    sentence = surface.sentence_at(count.start).start
    if near and near[-1].start >= sentence and _same_thing(near[-1], count) and near[-1].of is None:
        return near[-1]
    for found in reversed(near):
        if found.start < sentence and (found.start < start - 120 or not _continues(surface, found, count)):
            break
        if found.of is not None and _same_chain(surface, found, count):
            continue
        if may_hold(found, count):
            return found
    return None


def _same_thing(total: Fact, part: Fact) -> bool:
    """Whether a count and the one right before it have one noun: then even too large a part is one."""
    return bool(head(total)) and head(total) == head(part) and not total.text("approx")


def _continues(surface: Surface, found: Fact, count: Fact) -> bool:
    """Whether only line ends, no full stop, stand between: an infographic, a broken sentence."""
    return not re.search(r"[.!?]\s", surface.plain[found.end : count.start])


def _same_chain(surface: Surface, found: Fact, count: Fact) -> bool:
    """A part before in the same breath is no total: `dont 4 femmes et 3 jeunes dont 2 filles` may be, though."""
    return (found.value or 0) < (count.value or 0) or (bool(found.text("sex")) and bool(count.text("sex")))  # type: ignore[operator]


def _before_bracket(surface: Surface, counts: Sequence[Fact], index: int) -> Fact | None:
    if not index:
        return None
    count, total = counts[index], counts[index - 1]
    opening = surface.plain.rfind("(", 0, count.start)
    between = surface.plain[total.end : opening]
    if (
        opening < total.end
        or len(between) > 60
        or re.search(r"[.;:\t|)]|\n\n|\n\s*[-•*]", between)
        or not may_hold(total, count)
    ):
        return None
    closing = surface.plain.find(")", count.end)
    inside = [f for f in counts[index : index + 8] if f.end <= closing]
    related = (
        count.text("sex")
        or head(count) in GROUPS
        or head(count) == head(total)
        or count.text("unit") == total.text("unit")
    )
    return total if related or (len(inside) > 1 and _sum(inside) == total.value) else None


def _sum(facts: Sequence[Fact]) -> int:
    return sum(int(f.value) for f in facts if isinstance(f.value, int))


def _chains(surface: Surface, before: Fact, count: Fact) -> bool:
    """Whether a count goes on sharing the total of the one before: `dont 4 femmes, 3 jeunes et 2 handicapés`."""
    if before.of is None:
        return False
    between = surface.plain[before.end : count.start]
    bracketed = surface.plain.count("(", before.of.end, before.start) > surface.plain.count(
        ")", before.of.end, before.start
    )
    if bracketed and ")" in between:
        flat = re.sub(r"\([^()]*\)", "", between)
        if ")" in flat:
            return False
    flat = re.sub(r"\([^()]*\)", "", between)
    if not _GOES_ON.match(flat.replace("\n", " ")) or not may_hold(before.of, count) or "dont" in flat:
        return False
    same = (
        head(count) == head(before)
        or head(count) == head(before.of)
        or count.text("unit") == before.text("unit")
    )
    people = counts_people(before) and (bool(count.text("sex")) or head(count) in GROUPS)
    rest = _rest(before, count) or _bare(flat, before, count)
    return (same or people or rest) and not (
        re.search(r"\b(?:ont|sont|a|est)\b", flat) and not count.text("sex") and not same
    )


def _bare(between: str, before: Fact, count: Fact) -> bool:
    """Whether only a comma or `et` stands between two things, or two kinds of people."""
    alone = re.fullmatch(r"[ \n]?[,;/]?[ \n]?(?:et[ \n]|ainsi que[ \n])?", between)
    return alone is not None and counts_people(before) == counts_people(count)


def _rest(before: Fact, count: Fact) -> bool:
    total = before.of
    return total is not None and isinstance(total.value, int) and _sum([before, count]) == total.value


def _out_of(surface: Surface, counts: Sequence[Fact], index: int) -> Fact | None:
    """`Sur les 589 dossiers reçus, 35 ont été retenus`, `12 communes sur 17`, `parmi les 40 membres, 12 …`."""
    count = counts[index]
    plain = surface.plain
    sentence = surface.sentence_at(count.start)
    for total in counts[max(0, index - 5) : index]:
        opening = plain[max(sentence.start, total.start - 24) : total.start]
        if total.start >= sentence.start and _STARTS_ON.search(opening) and may_hold(total, count):
            if re.match(
                r"[^.;:]{0,140},[ \n]?[^.;:]{0,60}$", plain[total.end : count.start]
            ) and not count.text("approx"):
                return total
    if index + 1 < len(counts):
        total = counts[index + 1]
        between = plain[count.end : total.start]
        if _ON.search(between) and len(between) < 40 and may_hold(total, count) and total.end <= sentence.end:
            if not re.search(r"pr[ée]vue?s?", plain[total.start : total.end + 10]):
                return total
    if re.search(
        r"\b(?:parmi|d'entre)[ \n](?:eux|elles|ceux-ci|celles-ci|ces derni)",
        plain[sentence.start : count.end + 16],
        re.I,
    ):
        return next(
            (
                f
                for f in reversed(counts[max(0, index - 4) : index])
                if may_hold(f, count) and count.start - f.end < _REACH
            ),
            None,
        )
    return None


def _share_out(surface: Surface, counts: Sequence[Fact]) -> None:
    """A total followed by `répartis comme suit` or a colon, and by counts that make it up."""
    plain = surface.plain
    for index, total in enumerate(counts):
        following = counts[index + 1 : index + 13]
        if not following or following[0].start - total.end > 200:
            continue
        lead = plain[total.end : following[0].start]
        shared = _SHARED.search(lead) or re.search(r":\s*[-•*]?\s*$", lead)
        if not (shared or following[0].of is total) or "\t" in lead:
            continue
        if not shared:
            end = surface.sentence_at(total.start).end
            following = [fact for fact in following if fact.start < end]
        parts = _parts_of(total, following)
        if parts:
            for part in parts:
                part.of = part.of or total


def _parts_of(total: Fact, following: Sequence[Fact]) -> list[Fact]:
    """The first counts whose sum is the total, leaving out the parts of parts."""
    parts: list[Fact] = []
    for fact in following:
        if fact.of is not None and fact.of in parts:
            continue
        if fact.of is not None and fact.of is not total:
            break
        parts.append(fact)
        if len(parts) > 1 and _sum(parts) == total.value:
            return parts
        if not may_hold(total, fact):
            break
    return []


def _sum_up(surface: Surface, counts: Sequence[Fact]) -> None:
    """`124 femmes et 108 hommes, soit 232 bénéficiaires`: the counts before make up the total behind."""
    for index, total in enumerate(counts):
        before = surface.plain[max(0, total.start - 60) : total.start]
        own = surface.plain[total.start : total.end].lower()
        if not (_TOTAL.search(before) or own.startswith(("total", "ensemble", "effectif"))):
            continue
        parts: list[Fact] = []
        for fact in reversed(counts[max(0, index - 8) : index]):
            if total.start - fact.end > _REACH:
                break
            if counts_people(fact) != counts_people(total):
                continue
            parts.append(fact)
            if len(parts) > 1 and _sum(parts) == total.value:
                for part in parts:
                    part.of = total
                if total.of in parts:
                    total.of = None
                break


def _by_difference(counts: Sequence[Fact]) -> None:
    """`141 femmes et 135 jeunes` of 276: where the women leave it, the others are men."""
    for total in counts:
        if total.text("sex") or not isinstance(total.value, int):
            continue
        parts = [fact for fact in counts if fact.of is total]
        unsaid = [
            fact for fact in parts if not fact.text("sex") and head(fact) in ("jeunes", "autres", "personnes")
        ]
        women = [fact for fact in parts if fact.text("sex") == "F"]
        if len(parts) == 2 and len(unsaid) == len(women) == 1 and _sum(parts) == total.value:
            if len(unsaid[0].text("unit").split()) == 1:
                unsaid[0].say("sex", "M")


def _amount_of(surface: Surface, amounts: Sequence[Fact], index: int) -> Fact | None:
    if not index:
        return None
    amount, before = amounts[index], amounts[index - 1]
    sentence = surface.sentence_at(amount.start)
    if before.start < sentence.start:
        return None
    between = surface.plain[before.end : amount.start]
    total = before if re.search(r"\bdont[ \n](?:[^.;:()]{0,60})$", between) else None
    chained = (
        before.of is not None
        and re.search(r"(?:,|\bet|;)[ \n](?:[^.;:()]{0,30})$", between)
        and len(between) < 90
    )
    if total is None and chained and not re.search(r"\bdont\b|\bsoit\b", between):
        total = before.of
    if total is None or not _holds_amount(total, amount):
        return None
    return total


def _holds_amount(total: Fact, part: Fact) -> bool:
    if (
        isinstance(total.value, str | tuple)
        or isinstance(part.value, str | tuple)
        or total.value is None
        or part.value is None
    ):
        return False
    return total.value >= part.value and total.text("currency") == part.text("currency")
