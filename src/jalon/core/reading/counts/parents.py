"""Which total a count is a part of: `dont`, `soit`, parentheses, lists that share out a total."""

import re
from collections.abc import Sequence

from jalon.core.reading.counts.adding_up import add_up
from jalon.core.reading.counts.holding import GROUPS, PLACES, counts_people, head, may_hold, number_of, sum_of
from jalon.core.reading.counts.later import bare_total, told_of
from jalon.core.reading.counts.sharing import (
    down_ladders,
    men_by_difference,
    share_out,
    sum_up,
    told_again,
    women_and_men,
)
from jalon.core.reading.facts import Fact, FactType
from jalon.core.reading.surface import Surface

_PART = re.compile(
    r"(?:\bdont|\bparmi[ \n]lesquel(?:le)?s|\bdesquel(?:le)?s|\by compris|\bincluant"
    r"|\bcomptant|\bà raison de"
    r"|\bd'entre (?:eux|elles)(?: sont)?,?|\bdans lesquel(?:le)?s)\b"
    r"(?:[^.;:()%]{0,40}|[^.;:()]{0,30}%,?[ \n](?:soit|ou)[ \n][^.;:()%]{0,12})\Z",
    re.I,
)
_AMONG_WHOM = re.compile(r"\b(?:parmi|d'entre)[ \n]lesquel(?:le)?s[ \n]", re.I)
_THAT_IS = re.compile(r"\b(?:soit|c'est-à-dire|à savoir)\b[^.;:()]{0,30}\Z", re.I)
_OPENS = re.compile(r"\([ \n]?(?:dont[ \n]|soit[ \n]|environ[ \n])?\Z")
_OTHER_TIME = re.compile(
    r"[^\n]?[ \n](?:l'an\b|l'année\b|en (?:19|20)[0-9]{2}|auparavant|précédemment|au départ|en moyenne"
    r"|chacune?\b|de (?:plus|moins) qu"
    r"|par (?:mois|jour|an|année|semaine|trimestre|séance|session|ménage|village|groupe|groupement|classe"
    r"|école|site"
    r"|commune|région|personne|comité|équipe|agent|enfant|famille|bénéficiaire|hectare|ha|parcelle|centre"
    r"|champ|exploitation|coopérative|association|lot|carton|boîte|bloc|poste|binôme|brigade|cellule|convoi"
    r"|localité|quartier|district|province|département|sac|kit|tête)\b)"
)
_MORE = re.compile(r"[ \n]de[ \n](?:plus|moins)\b(?![ \n](?:de|d'|que|qu'))")
_GOAL = re.compile(
    r"\A[^.;:0-9]{0,50}\b(?:pour|contre|sur)[ \n](?:une?|l')[ \n]?(?:cible|objectif|prévision)s?"
    r"(?:[ \n](?:initiale?|annuelle?|fixée?))?[ \n]de[ \n]\Z"
    r"|\A[^.;:0-9]{0,40}\bau lieu des?[ \n](?:les[ \n])?\Z",
    re.I,
)
_ON = re.compile(r"\bsur[ \n](?:les[ \n]|un total de[ \n]|un effectif de[ \n]|des[ \n])?\Z", re.I)
_OF_THE = re.compile(
    r"[^.;:0-9]{0,24}[ \n]\(?"
    r"(?:(?:sur|parmi)[ \n](?:les[ \n]|un total de[ \n]|des[ \n])?|des[ \n]|de ces[ \n])",
    re.I,
)
_FURTHER_ON = re.compile(r"[^.;:,0-9\n]{0,70}[ ](?:sur|parmi)[ ](?:les[ ]|un total de[ ])", re.I)
_STARTS_ON = re.compile(
    r"(?:^|[,;:.(\t\n][ \n]{0,2})(?:sur|parmi)[ \n](?:les[ \n]|un total de[ \n]|ces[ \n])?\Z", re.I
)
_AMONG = re.compile(r"\b(?:parmi|d'entre)[ \n](?:eux|elles|ceux-ci|celles-ci|ces derni)", re.I)
_GOES_ON = re.compile(r"^[^.:()\n]{0,90}?(?:,|\bet|;|/|\bainsi que|\bou|\+|-|\n)[ \n]{0,3}[^.:;()]{0,12}\Z")
_ADDED = re.compile(
    r"\b(?:(?:auxquel(?:le)?s|à (?:eux|elles|quoi|cela|ce chiffre|ce nombre)|s'y)[ \n]"
    r"(?:se sont[ \n]|sont[ \n])?[^.;:()0-9]{0,12}ajout[^\W\d_]*"
    r"|s'(?:y[ \n])?ajout[^\W\d_]*|viendront s'ajouter|suivront|suivra"
    r"|en plus (?:des?|d')|outre)\b[^.;:()0-9]{0,40}\Z",
    re.I,
)
_LISTED = re.compile(r"\n[ \n]*(?:[-•*–·▪➢]|[0-9]{1,2}[.)])")
_REACH = 320


def parents(surface: Surface) -> None:
    """Tie every quantity to the total it is a part of, once all are read."""
    counts = surface.of_type(FactType.QUANTITY)
    for index, count in enumerate(counts):
        if count.of is None:
            count.of = _total_of(surface, counts, index)
    share_out(surface, counts)
    women_and_men(surface, counts)
    sum_up(surface, counts)
    told_again(surface, counts)
    down_ladders(surface, counts)
    add_up(surface, counts)
    men_by_difference(counts)
    _break_circles(counts)


def _break_circles(counts: Sequence[Fact]) -> None:
    """No count is a part of itself, however far up."""
    for count in counts:
        seen, above = {id(count)}, count.of
        while above is not None and id(above) not in seen:
            seen.add(id(above))
            above = above.of
        if above is not None:
            count.of = None


def _total_of(surface: Surface, counts: Sequence[Fact], index: int) -> Fact | None:
    count = counts[index]
    plain = surface.plain
    behind = counts[index - 1].end if index else 0
    if _OTHER_TIME.match(plain, count.end - 1) or _OTHER_TIME.search(plain, count.start, count.end):
        return None
    if _MORE.match(plain, count.end):
        return None
    before = plain[max(behind, count.start - 90) : count.start]
    on = _planned_on(surface, counts, index)
    if on is not None:
        return on
    if _ADDED.search(before):
        return _beside_added(surface, counts, index)
    if _THAT_IS.search(before) and not _PART.search(before):
        nearest = _nearest(surface, counts, index)
        apart = nearest is not None and _LISTED.search(surface.plain, nearest.end, count.start)
        nearest = None if apart else nearest
        held = nearest is not None and may_hold(nearest, count) and _is_kind(nearest, count)
        return nearest if held else None
    if _PART.search(before):
        beside = counts[index - 1] if index and _AMONG_WHOM.search(before) else None
        held = (
            beside is not None
            and may_hold(beside, count)
            and beside.start >= surface.sentence_at(count.start).start
        )
        return beside if held else _nearest(surface, counts, index)
    if _OPENS.search(before):
        return _before_bracket(surface, counts, index)
    beside = _beside_of(counts, index) if index else None
    if beside is not None and _chains(surface, beside, count):
        return beside.of
    if beside is not None and beside is not counts[index - 1] and _told_of_both(surface, counts, index):
        return beside
    return (
        bare_total(surface, counts, index)
        or _out_of(surface, counts, index)
        or told_of(surface, counts, index)
    )


def _beside_added(surface: Surface, counts: Sequence[Fact], index: int) -> Fact | None:
    """`Des 900 arrivés, 700 réfugiés, auxquels s'ajoutent 90 retournés`: beside them, not some of them."""
    count, total = counts[index], counts[index - 1].of if index else None
    said = total is not None and counts[index - 1].start >= surface.sentence_at(count.start).start
    return total if total is not None and said and may_hold(total, count) else None


def _planned_on(surface: Surface, counts: Sequence[Fact], index: int) -> Fact | None:
    """`698 lampadaires sur 500 prévus`: what was planned hangs on what was done."""
    count = counts[index]
    if index and _GOAL.search(surface.plain, counts[index - 1].end, count.start):
        return counts[index - 1]
    if not index or not re.search(
        r"pr[ée]vue?s?|planifi|attendu|programm|cibl", surface.plain[count.start : count.end + 12]
    ):
        return None
    if "restant" in surface.plain[counts[index - 1].start : counts[index - 1].end + 10]:
        return None
    before = surface.plain[counts[index - 1].end : count.start]
    return counts[index - 1] if _ON.search(before) and len(before) < 160 else None


def _nearest(surface: Surface, counts: Sequence[Fact], index: int) -> Fact | None:
    """The nearest count before, of the sentence or the line above it, that may hold this one."""
    count = counts[index]
    start = surface.paragraph_at(count.start).start
    near = [f for f in counts[max(0, index - 6) : index] if count.start - f.end < _REACH]
    sentence = surface.sentence_at(count.start).start
    if len(near) > 1 and near[-2].of is near[-1] and may_hold(near[-2], count):
        return near[-2]
    beside = near and (_same_thing(near[-1], count) or _some_of(surface, near[-1], count))
    if beside and near[-1].start >= sentence and near[-1].of is None:
        return near[-1]
    named = [f for f in near if f.start >= sentence and head(f) == head(count) != "" and f.of is None]
    if near and named and head(near[-1]) != head(count) and may_hold(named[-1], count):
        return named[-1]
    for found in reversed(near):
        if found.start < sentence and (found.start < start - 120 or not _continues(surface, found, count)):
            break
        if found.of is not None and _same_chain(surface, found, count):
            continue
        if may_hold(found, count):
            return found
    return None


_DONT = re.compile(r"[ \n]?,?[ \n]dont[ \n](?:[^\W\d_]+[ \n])?")


def _some_of(surface: Surface, total: Fact, part: Fact) -> bool:
    """`26 membres, dont 28 femmes`: even too many women are said to be some of the people right before."""
    people = counts_people(total) and not total.text("sex") and bool(part.text("sex"))
    return people and _DONT.fullmatch(surface.plain[total.end : part.start]) is not None


def _is_kind(total: Fact, part: Fact) -> bool:
    """Whether `soit` says a part rather than the same in other words: `3 000 habitants, soit 500 ménages`."""
    alike = head(total) == head(part) or total.text("unit") == part.text("unit")
    people = counts_people(total) and counts_people(part)
    return alike or people or bool(part.text("sex")) or head(part) in GROUPS


def _same_thing(total: Fact, part: Fact) -> bool:
    """Whether a count and the one right before it have one noun: then even too large a part is one."""
    return bool(head(total)) and head(total) == head(part) and not total.text("approx")


def _continues(surface: Surface, found: Fact, count: Fact) -> bool:
    """Whether only line ends, no full stop, stand between: an infographic, a broken sentence."""
    return not re.search(r"[.!?]\s", surface.plain[found.end : count.start])


def _same_chain(surface: Surface, found: Fact, count: Fact) -> bool:
    """Whether a part said in the same breath is no total of this count."""
    smaller = number_of(found) < number_of(count)
    return smaller or (bool(found.text("sex")) and bool(count.text("sex")))


def _before_bracket(surface: Surface, counts: Sequence[Fact], index: int) -> Fact | None:
    if not index:
        return None
    count, total = counts[index], counts[index - 1]
    if (
        index > 1
        and head(count) == head(counts[index - 2]) != head(total)
        and may_hold(counts[index - 2], count)
    ):
        total = counts[index - 2]
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
    return total if related or (len(inside) > 1 and sum_of(inside) == total.value) else None


def _beside_of(counts: Sequence[Fact], index: int) -> Fact:
    """The count an enumeration goes on from: the one before, or the one before the places it stands in."""
    before, count = counts[index - 1], counts[index]
    further = index > 1 and before.of is None and head(before) in PLACES and head(before) != head(count)
    return counts[index - 2] if further else before


def _told_of_both(surface: Surface, counts: Sequence[Fact], index: int) -> bool:
    """`80 invités dont les maires de 6 communes et 14 chefs`: the chefs too are some of those invited."""
    total, place, count = counts[index - 2 : index + 1]
    dont = _PART.search(surface.plain, total.end, place.start)
    joined = re.fullmatch(r"(?:,|[ ]et|,[ ]et)[ ]", surface.plain[place.end : count.start])
    return bool(dont and joined) and counts_people(count) and may_hold(total, count)


def _chains(surface: Surface, before: Fact, count: Fact) -> bool:
    """Whether a count shares the total of the one before: `dont 4 femmes, 3 jeunes et 2 handicapés`."""
    if before.of is None or before.of is count:
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
    flat = re.sub(r"^\.(?=[ ,][a-z,])", "", flat)
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
    alone = re.fullmatch(
        r"[ \n]?[,;/]?[ \n]?(?:et[ \n]|ainsi que[ \n])?(?:quelques?[ \n]|environ[ \n]|près de[ \n])?", between
    )
    return alone is not None and counts_people(before) == counts_people(count)


def _rest(before: Fact, count: Fact) -> bool:
    total = before.of
    return total is not None and isinstance(total.value, int) and sum_of([before, count]) == total.value


def _out_of(surface: Surface, counts: Sequence[Fact], index: int) -> Fact | None:
    """`Sur les 589 dossiers reçus, 35 ont été retenus`, `12 communes sur 17`, `parmi eux, 12 …`."""
    count = counts[index]
    sentence = surface.sentence_at(count.start)
    among = _AMONG.search(surface.plain, sentence.start, min(sentence.end, count.end + 16))
    if among:
        near = [f for f in counts[max(0, index - 6) : index] if count.start - f.end < _REACH]
        near = ([f for f in near if f.end <= among.start()] or near)[-4:]
        whole = [fact for fact in near if may_hold(fact, count)]
        unsexed = [fact for fact in whole if not fact.text("sex")]
        return next(reversed(unsexed or whole), None)
    led = [f for f in counts[max(0, index - 5) : index] if f.start >= sentence.start]
    if led and (_is_bracketed(surface, led[-1], count) or _is_made_of(surface, led[0], count)):
        return led[0] if _is_made_of(surface, led[0], count) else led[-1]
    opened = next((fact for fact in led if _opens_sentence(surface, fact, count)), None)
    return opened or _of_next(surface, counts, index)


_MADE = re.compile(r"\b(?:compos|constitu|compren|compt|fort)[^\W\d_]*[ \n](?:de[ \n]|d'environ[ \n])?\Z")


def _is_made_of(surface: Surface, total: Fact, count: Fact) -> bool:
    """`Le comité est composé de 9 membres : un président … et 6 conseillers`."""
    plain = surface.plain
    made = _MADE.search(plain, max(0, total.start - 24), total.start)
    listed = re.match(r"[^.;:]{0,40}:[^.;]{0,160}\Z", plain[total.end : count.start])
    people = counts_people(total) and counts_people(count) and not total.text("sex")
    return bool(made and listed) and people and may_hold(total, count)


def _is_bracketed(surface: Surface, total: Fact, count: Fact) -> bool:
    """`120 personnes, en majorité des femmes (78)`."""
    alone = surface.plain[count.end - 1] == ")" and bool(count.text("sex"))
    near = re.fullmatch(r"[^.;:()0-9]{0,60}\(?", surface.plain[total.end : count.start]) is not None
    return alone and near and counts_people(total) and not total.text("sex") and may_hold(total, count)


def _opens_sentence(surface: Surface, total: Fact, count: Fact) -> bool:
    """`Sur les 40 dossiers reçus, …`: what is counted behind the comma is some of them."""
    plain = surface.plain
    led = _STARTS_ON.search(plain[max(0, total.start - 24) : total.start])
    apart = re.match(r"[^.;:]{0,140},[ \n]?[^.;:]{0,60}\Z", plain[total.end : count.start])
    return bool(led and apart) and may_hold(total, count) and not count.text("approx")


def _of_next(surface: Surface, counts: Sequence[Fact], index: int) -> Fact | None:
    """`12 communes sur 17`, unless the second is what was planned."""
    count = counts[index]
    if index + 1 == len(counts):
        return None
    total = counts[index + 1]
    between = surface.plain[count.end : total.start]
    if "\n\n" in between:
        return None
    planned = re.search(r"pr[ée]vue?s?", surface.plain[total.start : total.end + 10])
    planned = None if "restant" in surface.plain[count.start : count.end + 10] else planned
    same = head(count) == head(total) != ""
    said = (_OF_THE.fullmatch(between) and not planned) or (same and _FURTHER_ON.fullmatch(between))
    alike = same or (counts_people(count) and counts_people(total))
    larger = number_of(total) > number_of(count) or (
        number_of(total) == number_of(count) and _ON.search(between) is not None
    )
    return total if said and alike and larger and may_hold(total, count) else None
