"""Counts whose noun was said before: `35 ont été retenus`, `15 dans le cercle de Kita`, `500 prévus`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from jalon.core.reading.counts.holding import PLACES, head
from jalon.core.reading.counts.sums import is_inner_before, summed_up
from jalon.core.reading.counts.words import AUXILIARIES, is_participle, word_set
from jalon.core.reading.facts import Fact
from jalon.core.reading.numbers import FoundNumber
from jalon.core.reading.surface import Surface

_W = r"[^\W\d_]+"
_OTHERS = re.compile(r"[ \n](?:autres?|restante?s?)\b(?![ \n][^\W\d_]*s\b(?<!\bs))")
_NEXT = re.compile(
    r"(?:[ \n]| {2,6})(?:(?:non|pas encore)[ \n-])?"
    rf"(?P<word>(?:(?:le|la|les|y|en)[ ](?=ont|sont|étaient|seront|a\b|est\b))?"
    rf"(?:n'|l'|d'|s')?{_W}(?:-{_W})?)"
)
_VERB_GROUP = re.compile(
    rf"[ \n](?:n'|l'|s')?{_W}(?:[ \n]été)?(?:[ \n]{_W}(?:és?|ées?|is|ises?|us|ues?|its?|ites?)(?!\w))?"
)
_PART_BEFORE = re.compile(
    r"(?:\bdont|\bsoit|\bc'est-à-dire|\blesquel(?:le)?s|\bparmi eux|\bparmi elles|\by compris)[ \n]"
    r"(?:(?:environ|plus de|près de|au moins|les)[ \n])?\Z",
    re.I,
)
_JOINED_BEFORE = re.compile(r"(?:,|\bet|;|:|\(|/)[ \n]?\Z")
_ON_BEFORE = re.compile(r"\b(?:sur|parmi)[ \n](?:les[ \n]|un total de[ \n]|des[ \n])?\Z")
_THE_BEFORE = re.compile(r"\b(?:les|ces|des|nos|aux)[ \n]\Z", re.I)
_OF_BEHIND = re.compile(r"[ \n](?:de l'an|du|de l'|de la|d'|qui[ \n]|de[ \n][A-ZÀ-Ý]|dont[ \n])")
_MORE = re.compile(r"[ \n]de[ \n](?:plus|moins)\b")
_TARGET_BEFORE = re.compile(
    r"\([ \n]?(?:pr[ée]vue?s?|pr[ée]vision|cibles?|objectif|planifi[ée]e?s?"
    r"|attendue?s?)[ \n]?:?[ \n]?\Z"
    r"|\b(?:objectifs?|cibles?)(?:[ \n](?:annuel|annuelle|initiale?|fixée?|prévue?|établie?|était|est)){0,3}"
    r"[ \n](?:à|de)[ \n]\Z",
    re.I,
)
_GOAL = re.compile(r"(?:attendu|prévu|planifié|programmé|ciblé|visé)e?s\Z")
_AMONG_THEM = re.compile(r"[ \n]d'entre[ \n](?:eux|elles)\b")
_OUT_OF = re.compile(r"[ \n](?:sur|des|de ces)[ \n](?:les[ \n])?(?!(?:10|20|100)\b)[0-9]")
_PLACED = word_set(
    """
    dans à en au aux pour par de d' du des chez sur vivant vivants ayant parmi n'ont n'a avec sans entre pas
    """
)
_SUBJECT_REACH = 260
_RECENT = 40


@dataclass(frozen=True, slots=True)
class Elliptic:
    """A number whose noun is that of `antecedent`, with the word behind that says which of them.

    `is_part`: it is said of some of the antecedent, that is its total. `alike`: another part of it, whose
    noun it shares.
    """

    end: int
    antecedent: Fact
    added: str = ""
    is_part: bool = False
    alike: Fact | None = None


def elliptic(surface: Surface, number: FoundNumber, taken: Sequence[Fact], stop: int) -> Elliptic | None:
    """Return what a number without a noun counts, when the sentence says it."""
    plain = surface.plain
    last = next((fact for fact in reversed(taken) if fact.start < number.start), None)
    if last is None or number.start - last.end > _SUBJECT_REACH:
        return None
    aside = _ASIDE.match(plain, number.end)
    if aside is not None:
        behind = replace(number, end=aside.end())
        found = _said_of(surface, behind, taken, surface.next_used(aside.end(), aside.end() + _FAR))
        return found and replace(found, end=number.end)
    return _said_of(surface, number, taken, stop)


def _said_of(surface: Surface, number: FoundNumber, taken: Sequence[Fact], stop: int) -> Elliptic | None:
    """What a number is said to count by the words behind it, from its end on."""
    plain = surface.plain
    last = next(fact for fact in reversed(taken) if fact.start < number.start)
    sentence = surface.sentence_at(number.start).start
    before = plain[max(sentence, number.start - 30) : number.start]
    whole = _whole(surface, taken, number.start)
    if last.end > sentence and _TARGET_BEFORE.search(before):
        return Elliptic(number.end, whole, "prévus")
    others = _OTHERS.match(plain, number.end, stop)
    if others:
        return Elliptic(others.end(), whole)
    if _THE_BEFORE.search(before) and _OF_BEHIND.match(plain, number.end, stop):
        return Elliptic(number.end, whole)
    if last.start >= sentence and _MORE.match(plain, number.end, stop):
        return Elliptic(number.end, last)
    word = _NEXT.match(plain, number.end, stop)
    low = word["word"].lower() if word else ""
    done = word is not None and is_participle(low)
    same = last.start >= sentence
    if same and _ON_BEFORE.search(before) and _bare_between(plain[last.end : number.start]):
        return Elliptic(word.end() if word and done else number.end, last, low if done else "")
    if same and word and _THE_BEFORE.search(before) and _GOAL.match(low):
        return Elliptic(word.end(), whole, low)
    if _AMONG_THEM.match(plain, number.end, stop):
        return Elliptic(number.end, whole, is_part=True)
    if word and low in _PLACED and _is_listed(surface, number, last):
        return Elliptic(number.end, last.of or whole, is_part=True)
    if same and _OUT_OF.match(plain, number.end, stop):
        return Elliptic(number.end, whole)
    if (
        word
        and is_finite(low, plural=number.value >= 2)
        and surface.paragraph_at(number.start).start <= last.start
    ):
        group = _VERB_GROUP.match(plain, number.end, stop)
        return Elliptic(group.end() if group else word.end(), whole, _last_participle(group), is_part=True)
    if not same:
        return None
    summed = _one_of_sum(surface, number, taken, stop, word)
    if summed is not None:
        return summed
    total = _before_dont(plain, sentence, number.start, taken)
    return _part_of_sentence(plain, number, (last, total, whole), (sentence, stop), word)


def _one_of_sum(
    surface: Surface, number: FoundNumber, taken: Sequence[Fact], stop: int, word: re.Match[str] | None
) -> Elliptic | None:
    """`65 jeunes ont été insérés, 40 dans l'agriculture, 25 dans …`: numbers that add up to a total."""
    plain = surface.plain
    if not _ITEM_BEFORE.search(plain, max(0, number.start - 12), number.start):
        return None
    found = summed_up(surface, number, taken)
    if found is None:
        return None
    total, beside = found
    alike = beside if head(beside) != head(total) else None
    low = word["word"].lower() if word else ""
    if word and is_participle(low):
        said = " ".join(word[0].lower().split())
        return Elliptic(word.end(), total, said, is_part=True, alike=alike)
    placed = low in _PLACED
    return Elliptic(
        _phrase_end(plain, number.end, stop, word) if placed else number.end,
        total,
        is_part=True,
        alike=alike,
    )


def _is_listed(surface: Surface, number: FoundNumber, last: Fact) -> bool:
    """Whether a number opens an item of a list that shares out the count before: `… ainsi : 12 dans …`."""
    plain = surface.plain
    line = plain.rfind("\n", 0, number.start) + 1
    if plain[line : number.start].strip(" -•*·"):
        return False
    above = plain[last.end : line].rstrip()
    return above.endswith(":") or (last.of is not None and above.count("\n") <= 1 and last.start >= line - 90)


def _part_of_sentence(
    plain: str,
    number: FoundNumber,
    antecedents: tuple[Fact, Fact, Fact],
    limits: tuple[int, int],
    word: re.Match[str] | None,
) -> Elliptic | None:
    """`dont 12 réussies`, `soit 15 dans … et 20 dans …`, `dont 3 jeunes et 5 vivant avec un handicap`."""
    sentence, stop = limits
    before = plain[max(sentence, number.start - 30) : number.start]
    low = word["word"].lower() if word else ""
    led = _PART_BEFORE.search(before) is not None
    joined = _JOINED_BEFORE.search(before) is not None
    last, shared_out, whole = antecedents
    if joined and last.of is not None and _is_partial(last, plain) and not is_inner_before(plain, last):
        shared_out = last.of
    total = last if led else shared_out
    beside = not led and _BESIDE.match(plain, number.end, stop) is not None and _is_partial(total, plain)
    if beside and total.of is not None:
        total = total.of
    against = _AGAINST.search(before) is not None
    if word and is_participle(low) and (led or joined or against):
        said = " ".join(word[0].lower().split())
        return Elliptic(word.end(), whole if against else total, said, is_part=not against)
    if against and (word is None or low in _PLACED or low in ("l'an", "l'année")):
        return Elliptic(number.end, whole)
    shared = joined and (_is_partial(last, plain) or total is not last)
    gapped = shared and low in _GAPPED and last.of is not None and not last.text("sex")
    if gapped:
        return Elliptic(number.end, last.of or total, is_part=True)
    inside = before.endswith("(") and (low in _PLACED or low == "l'an") and number.start - last.end < 60
    if inside:
        return Elliptic(_phrase_end(plain, number.end, stop, word), whole)
    shared = shared or (joined and _is_parallel(plain, last, low))
    and_done = _AND_DONE.search(before) is not None and _is_partial(last, plain)
    if and_done:
        return Elliptic(number.end, last.of or last, is_part=last.of is not None)
    if led or (shared and (word is None or low in _PLACED or low.startswith(("d'", "l'")))):
        return Elliptic(_phrase_end(plain, number.end, stop, word), total, is_part=beside)
    return None


_ASIDE = re.compile(
    r"[ \n]?\([ ]?(?:soit[ ])?(?:près de[ ]|environ[ ])?[0-9]{1,3}(?:[.,][0-9]{1,2})?[ ]?%[ ]?\)"
)
_ITEM_BEFORE = re.compile(r"(?:[:,;(]|\bet)[ \n](?:seulement[ ]|environ[ ])?\Z|\(\Z")
_FAR = 160
_AND_DONE = re.compile(r"(?:,|\bet)[ \n][^\W\d_]{3,}(?:é|i|u|it|is)[ \n]\Z")
_GAPPED = word_set("le la les un une peu très")
_AGAINST = re.compile(r"\b(?:contre|au lieu de)[ \n](?:seulement[ \n]|environ[ \n])?\Z")
_BESIDE = re.compile(
    r"[ \n](?:sont[ \n])?(?:en[ \n](?:cours|attente|panne|souffrance)|à[ \n]l'arrêt|non[ \n-]|pas[ \n]encore"
    r"|abandonn|suspend|annul|inachev|report)"
)
_WHERE = word_set("à dans en au aux")
_SAME = word_set("pour sur par avec chez")
_WHERE_BEHIND = re.compile(
    r"(?:[ \n]et[ \n][a-zà-ÿ]+s)?"
    r"(?:[ \n](?:sont|étaient|seront|ont[ \n]été))?(?:[ \n][^\W\d_]+(?:és?|ées?|its?|us))?"
    r"[ \n](?P<word>à|dans|en|au|aux|pour|sur|par|avec|chez)[ \n]"
)


def _is_parallel(plain: str, last: Fact, word: str) -> bool:
    """Whether the same kind of word follows both: `10 projets sont au vert, 7 à l'orange`."""
    led = _WHERE_BEHIND.match(plain, last.end)
    if led is None:
        return False
    return (word in _WHERE and led["word"] in _WHERE) or (word in _SAME and led["word"] == word)


_INNER = re.compile(r"[ \n]de[ \n]")
_CONNECTED = re.compile(r"(?:\bdont|\bsoit|lesquel(?:le)?s|\()[ \n]?(?:[^\W\d_]+[ \n])?\Z")


_AMONG_PEOPLE = re.compile(r"(?:parmi|d'entre)[ \n](?:(?P<women>elles|celles-ci)|eux|ceux-ci)\b", re.I)


def _whole(surface: Surface, taken: Sequence[Fact], position: int) -> Fact:
    """The last count that is no part of another: neither behind `dont` nor of one sex beside the other."""
    plain = surface.plain
    near = surface.paragraph_at(position).start
    recent = taken[-_RECENT:]
    sentence = surface.sentence_at(position).start
    among = _AMONG_PEOPLE.match(plain, sentence)
    if among:
        above = [fact for fact in recent if near <= fact.start < sentence and head(fact) not in PLACES]
        if above and among["women"] and above[-1].text("sex") == "F":
            return above[-1]
        for fact in reversed(above):
            if not fact.text("sex"):
                return fact.of or fact
    for fact, before in zip(reversed(recent), (*reversed(recent[:-1]), None), strict=True):
        if fact.start < near:
            break
        part = fact.of is not None or bool(fact.text("sex"))
        inner = before is not None and _INNER.fullmatch(plain, before.end, fact.start)
        if not (part or inner or _CONNECTED.search(plain, max(0, fact.start - 24), fact.start)):
            return fact
    return taken[-1].of or taken[-1]


def _before_dont(plain: str, sentence: int, position: int, taken: Sequence[Fact]) -> Fact:
    """The count before the `dont` of the sentence, else the last count."""
    at = plain.rfind("dont ", sentence, position)
    before = [fact for fact in taken[-8:] if sentence <= fact.start and fact.end <= at]
    return before[-1] if before else taken[-1]


def is_finite(word: str, *, plural: bool) -> bool:
    """Return whether a word is a verb whose subject may be the number: `ont`, `souffraient`, `tiennent`."""
    word = word.rpartition(" ")[2]
    if word in _SINGULAR:
        return not plural
    if word in AUXILIARIES or word.startswith(("n'", "l'ont")):
        return True
    return len(word) > 5 and word.endswith(("ent", "ront")) and not _NO_VERB.search(word)


_SINGULAR = word_set("a est était sera fut avait serait")
_NO_VERB = re.compile(
    r"(?:amment|emment|[ée]ment|lement|tement|sement|rement|cent|ident|agent|urgent|équivalent|récent)\Z"
)


def _is_partial(fact: Fact, plain: str) -> bool:
    """Whether the count before was itself without a noun: `soit 15 dans … et 20 dans …`."""
    return bool(
        re.match(
            r"[0-9 ]+(?:[ \n](?:dans|à|en|au|aux|pour|par|de|sur|avec|chez|vivant|n'|sont|ont"
            r"|(?:le|y|en)[ \n]|[^\W\d_]+ent)\b|\Z)",
            plain[fact.start : fact.end],
        )
    )


def _bare_between(between: str) -> bool:
    return len(between) < 140 and not re.search(r"[.;:!?]", re.sub(r"\([^()]*\)", "", between))


def _last_participle(group: re.Match[str] | None) -> str:
    last = group[0].split()[-1] if group else ""
    return last if is_participle(last) and last != "été" else ""


def _phrase_end(plain: str, end: int, stop: int, word: re.Match[str] | None) -> int:
    """A few words behind: `dans le cercle de Kita`, `vivant avec un handicap`."""
    if word is None:
        return end
    found = re.compile(
        rf"(?:[ \n](?!et\b|ou\b|dont\b|soit\b|ont\b|sont\b|a\b)(?:{_W}')?{_W}(?:-{_W})*){{1,6}}"
    ).match(plain, end, stop)
    return found.end() if found else end
