"""Quantities: every cardinal that counts something, with its noun, its sex and how exact it says it is."""

import re
from collections.abc import Sequence

from jalon.core.reading.counts.ellipses import elliptic
from jalon.core.reading.counts.hedges import hedge_before, hedge_behind, hedge_of
from jalon.core.reading.counts.holding import may_hold
from jalon.core.reading.counts.labels import label_before
from jalon.core.reading.counts.list_counts import announces_list
from jalon.core.reading.counts.nouns import NounPhrase, noun_phrase
from jalon.core.reading.counts.pages import page_numbers
from jalon.core.reading.counts.refusals import is_heading_number, is_no_count, is_variation, is_whole
from jalon.core.reading.counts.sexes import sex_behind, sex_letter, sex_of_subject, sex_of_words, sex_served
from jalon.core.reading.counts.subjects import unit_of_subject, unit_opened
from jalon.core.reading.counts.words import word_set
from jalon.core.reading.facts import Detail, Fact, FactType
from jalon.core.reading.numbers import FoundNumber, numbers
from jalon.core.reading.surface import Surface

_REACH = 160
_TITLED = re.compile(r"[A-ZÀ-Ý][^A-ZÀ-Ý]*")
_SPELT = {"hab": "habitants", "bénéf": "bénéficiaires", "pers": "personnes", "part": "participants"}
_ABBREVIATED = re.compile(rf"\b(?:{'|'.join(_SPELT)})\b", re.I)
_WHOLE = {"l": "litres", "L": "litres", "t": "tonnes", "m": "mètres"}
_MEASURES = re.compile(r"\A[lLtm](?![^ ])")
_PLANNED = re.compile(r"pr[ée]vu|attendu|planifi|programm|promis|vis[ée]|cibl")
_LINKED = re.compile(r"(?:aine|millier|million|milliard)s?\Z", re.I)


def quantities(surface: Surface) -> None:
    """Take the quantities of running text, lists and labels; those of tables and infographics come after."""
    pages = page_numbers(surface)
    waiting = surface.of_type(FactType.QUANTITY)
    taken: list[Fact] = []
    found = [n for n in numbers(surface.plain, articles=True) if surface.is_free(n.start, n.end)]
    for index, number in enumerate(found):
        if (
            number.start in pages
            or _is_bare_article(surface.plain, number)
            or not surface.is_free(number.start, number.end)
        ):
            continue
        while waiting and waiting[0].start < number.start:
            taken.append(waiting.pop(0))
        fact = _one(surface, number, taken)
        if fact is not None and fact.type is FactType.LIST_COUNT:
            surface.take(fact)
        elif fact is not None:
            _take_range_start(surface, found[index - 1] if index else None, fact, taken)
            taken.append(surface.take(fact))
    _take_articles(surface, [n for n in found if is_article(surface.plain, n)])


def _is_bare_article(plain: str, number: FoundNumber) -> bool:
    """`un` and `une`, but not in `2 sont en cours et une n'a pas démarré`."""
    return is_article(plain, number) and not _ONE_MORE.match(plain, number.end)


_ONE_MORE = re.compile(r"[ \n](?:n'a|n'est|est|a été|reste)\b")


def is_article(plain: str, number: FoundNumber) -> bool:
    """Return whether a number is `un` or `une` alone."""
    return number.in_words and plain[number.start : number.end].lower() in ("un", "une")


def _one(surface: Surface, number: FoundNumber, taken: Sequence[Fact]) -> Fact | None:
    plain = surface.plain
    stop = next_used(surface, number.end)
    if not is_whole(number) and not _is_measured(plain, number, stop):
        return None
    linked = bool(_LINKED.search(plain[number.start : number.end]))
    phrase = noun_phrase(plain, number.end, stop, plural=number.value >= 2, linked=linked)
    counted = phrase is not None and (
        number.value < 2 or phrase.head[-1].lower() in "sxz" or phrase.is_measure or phrase.head.isupper()
    )
    if is_no_count(plain, number, counted=counted) or (
        phrase and (is_heading_number(plain, number, phrase) or is_variation(plain, number, phrase))
    ):
        return None
    sex, letter_end = sex_letter(plain, number.start, number.end)
    if sex and not number.in_words:
        return build(surface, number, letter_end, "femmes" if sex == "F" else "hommes", {"sex": sex})
    if phrase is not None:
        return _kind_of(surface, number, phrase, taken) or _of_phrase(surface, number, phrase)
    return (
        _labelled(surface, number, taken)
        or _of_following(surface, number, stop)
        or _of_subject(surface, number, taken, opened=True)
        or _elliptic(surface, number, taken, stop)
        or _of_subject(surface, number, taken)
    )


def _is_measured(plain: str, number: FoundNumber, stop: int) -> bool:
    phrase = noun_phrase(plain, number.end, stop)
    return phrase is not None and phrase.is_measure


def _of_phrase(surface: Surface, number: FoundNumber, phrase: NounPhrase) -> Fact:
    details: dict[str, Detail] = {}
    sex = (
        sex_of_words(phrase.words, phrase.head)
        or sex_behind(surface.plain, phrase.end)
        or sex_of_subject(surface.plain, surface.sentence_at(number.start).start, number.start)
    )
    if sex:
        details["sex"] = sex
    unit = unit_text(surface, phrase.start, phrase.end)
    behind = hedge_behind(surface.plain, phrase.end)
    if behind:
        details["approx"] = behind
    if number.value >= 2 and announces_list(surface.plain, number.start, phrase.end, unit):
        return Fact(FactType.LIST_COUNT, number.start, phrase.end, number.value, {"about": unit})
    return build(surface, number, phrase.end, unit, details)


_KINDS = word_set(
    """
    urbaines urbains rurales ruraux fonctionnels fonctionnelles opérationnels opérationnelles nationaux
    nationales locaux locales internationales internationaux privés privées publics publiques mixtes
    masculins féminins féminines neufs neuves permanents permanentes positifs positives négatifs négatives
    communautaires communaux communales officielles traditionnels pastoraux maraîchers
    """
)
_SOME = re.compile(r"\b(?:dont|soit|et)[ \n](?:[^\W\d_]+[ \n])?\Z")


def _kind_of(surface: Surface, number: FoundNumber, phrase: NounPhrase, taken: Sequence[Fact]) -> Fact | None:
    """`28 communes, dont 11 urbaines`: the adjective tells which of those just counted."""
    if len(phrase.words) > 1 or phrase.head.lower() not in _KINDS or not taken:
        return None
    last = taken[-1]
    sentence = surface.sentence_at(number.start).start
    led = _SOME.search(surface.plain, max(sentence, number.start - 20), number.start)
    if last.start < sentence or led is None or " " in last.text("unit"):
        return None
    return build(surface, number, phrase.end, f"{last.text('unit')} {phrase.head}", {})


def _labelled(surface: Surface, number: FoundNumber, taken: Sequence[Fact]) -> Fact | None:
    _, start = hedge_before(surface.plain, number.start)
    of_persons = bool(taken) and "sex" in taken[-1].details and start - taken[-1].end < 80
    label = label_before(surface.plain, start, of_persons=of_persons)
    if label is None or not surface.is_free(label.start, number.start):
        return None
    sex = sex_of_words(label.words, label.head)
    fact = build(surface, number, number.end, label.unit, {"sex": sex} if sex else {})
    return Fact(fact.type, label.start, fact.end, fact.value, fact.details)


def _elliptic(surface: Surface, number: FoundNumber, taken: Sequence[Fact], stop: int) -> Fact | None:
    found = elliptic(surface, number, taken, stop)
    if found is None or (is_article(surface.plain, number) and not (taken and taken[-1].of)):
        return None
    unit = (found.alike or found.antecedent).text("unit")
    sex = sex_behind(surface.plain, number.end) or found.antecedent.text("sex")
    if not sex and unit.startswith(_HELD):
        sex = sex_served(surface.plain, number.end)
    sex = sex or sex_of_subject(surface.plain, surface.sentence_at(number.start).start, number.start)
    details: dict[str, Detail] = {"sex": sex} if sex else {}
    fact = build(surface, number, found.end, f"{unit} {found.added}".strip(), details)
    planned = _PLANNED.match(found.added) is not None
    if planned:
        fact.say("status", "planned")
    if planned or (found.is_part and may_hold(found.antecedent, fact)):
        fact.of = found.antecedent
    return fact


_HELD = ("emploi", "poste", "place", "bourse", "crédit")
_SOME_OF = re.compile(r"[ \n](?:des|de ces|de ses|de leurs|sur les|sur)[ \n](?=[0-9a-z])")

_OF_THOSE = re.compile(r"[ \n](?:de[ \n](?:ces|ses|leurs|nos)|d'entre[ \n](?:les|ces))[ \n](?=[a-zà-ÿ])")


def _of_following(surface: Surface, number: FoundNumber, stop: int) -> Fact | None:
    """`7 des 10 communes`, `12 sur 17 maires`: what the number behind it counts."""
    plain = surface.plain
    link = _SOME_OF.match(plain, number.end, stop)
    whole = next(numbers(plain, link.end(), min(stop, link.end() + 30)), None) if link else None
    if link is None or whole is None or whole.start != link.end():
        return _of_those(surface, number, stop)
    if whole.value <= number.value:
        return None
    phrase = noun_phrase(plain, whole.end, stop)
    if phrase is None or phrase.is_measure:
        return None
    sex = sex_of_words(phrase.words, phrase.head)
    unit = unit_text(surface, phrase.start, phrase.end)
    return build(surface, number, number.end, unit, {"sex": sex} if sex else {})


def _of_those(surface: Surface, number: FoundNumber, stop: int) -> Fact | None:
    """`trente-deux de ces organisations`: what stands behind is counted, as if it stood alone."""
    those = _OF_THOSE.match(surface.plain, number.end, stop)
    phrase = noun_phrase(surface.plain, those.end() - 1, stop) if those else None
    if phrase is None or phrase.is_measure or phrase.head[-1].lower() not in "sxz":
        return None
    return _of_phrase(surface, number, phrase)


def _of_subject(
    surface: Surface, number: FoundNumber, taken: Sequence[Fact], *, opened: bool = False
) -> Fact | None:
    _, start = hedge_before(surface.plain, number.start)
    unit = unit_opened(surface, start) if opened else unit_of_subject(surface, start, taken)
    sex = sex_of_words((unit,), unit) if unit and " " not in unit else ""
    return build(surface, number, number.end, unit, {"sex": sex} if sex else {}) if unit else None


def build(surface: Surface, number: FoundNumber, end: int, unit: str, details: dict[str, Detail]) -> Fact:
    """Return the quantity from the words before its number that say how exact it is to `end`."""
    hedge, start = hedge_before(surface.plain, number.start)
    if not surface.is_free(start, number.start):
        hedge, start = "", number.start
    approx = hedge or hedge_of(number)
    said: dict[str, Detail] = {"unit": unit}
    if approx:
        said["approx"] = approx
    return Fact(FactType.QUANTITY, start, end, number.value, {**said, **details})


def unit_text(surface: Surface, start: int, end: int) -> str:
    """Return the words of a noun phrase as published, on one line, without marks of emphasis."""
    words = " ".join(re.sub(r"(?<=[a-zà-ÿ])-\n\s*", "", surface.text[start:end]).replace("*", "").split())
    words = _MEASURES.sub(lambda match: _WHOLE[match[0]], words)
    words = _ABBREVIATED.sub(lambda match: _SPELT[match[0].lower()], words)
    words = re.sub(r"\b([A-Z]{2,})s\b", r"\1", words)
    return words[0].lower() + words[1:] if _TITLED.fullmatch(words) else words


def next_used(surface: Surface, position: int) -> int:
    """Return where the next used character stands, or a fixed reach behind a position."""
    return surface.next_used(position, min(len(surface.plain), position + _REACH))


_SHARED = frozenset(
    [
        "litres",
        "hectares",
        "ha",
        "km",
        "kilomètres",
        "kg",
        "kilogrammes",
        "tonnes",
        "mètres",
        "sacs",
        "quintaux",
    ]
)


def _take_range_start(surface: Surface, before: FoundNumber | None, fact: Fact, taken: list[Fact]) -> None:
    """`5 à 10 forages`, `entre 10 et 15 membres`: the first number counts the same."""
    if before is None or before.end > fact.start or not surface.is_free(before.start, before.end):
        return
    plain = surface.plain
    between = plain[before.end : fact.start]
    entre = re.search(r"\bentre[ \n]\Z", plain[max(0, before.start - 8) : before.start])
    joined = re.fullmatch(r"[ \n]?(?:à|-)[ \n]?", between) or (
        entre and re.fullmatch(r"[ \n]et[ \n]", between)
    )
    if not joined and re.fullmatch(r"[ \n](?:et|puis)[ \n]", between) and fact.text("unit") in _SHARED:
        if not is_no_count(plain, before, counted=True) and before.value != fact.value:
            taken.append(
                surface.take(Fact(FactType.QUANTITY, before.start, before.end, before.value, fact.details))
            )
        return
    if not joined or is_no_count(plain, before, counted=True) or not before.value < (fact.value or 0):  # type: ignore[operator]
        return
    first = Fact(FactType.QUANTITY, before.start, before.end, before.value, {**fact.details, "bound": "min"})
    fact.say("bound", "max")
    taken.append(surface.take(first))


_ABSTRACT = re.compile(r"(?:tion|sion|té|ance|ence|isme|ure|ment|age)s?\Z")
_NOT_LISTED = re.compile(r"\b(?:sous|dans|avec|par|pour|sur|sans|en|d'|de)[ \n]?\Z", re.I)
_VALUED = re.compile(r"[ \n](?:de|d'environ|de plus de|d'un montant)[ \n][0-9a-z]")
_LISTED = re.compile(r"(?:,|,? et|,? ainsi que)[ \n]\Z")


def _take_articles(surface: Surface, articles: Sequence[FoundNumber]) -> None:
    """`un` and `une` count where other counts stand right beside them: `deux forages et un marché`."""
    plain = surface.plain
    counted = surface.of_type(FactType.QUANTITY)
    ends = {f.end for f in counted}
    starts = {f.start for f in counted if plain[f.end - 1].isalpha()}
    for number in articles:
        phrase = noun_phrase(plain, number.end, next_used(surface, number.end), plural=False)
        if phrase is None or _ABSTRACT.search(phrase.head.lower()) or not phrase.head[0].islower():
            continue
        if _NOT_LISTED.search(plain[max(0, number.start - 12) : number.start]) or _VALUED.match(
            plain, phrase.end
        ):
            continue
        link = _LISTED.search(plain[max(0, number.start - 14) : number.start])
        after = re.match(r",[ \n]|,?[ \n]et[ \n]", plain[phrase.end : phrase.end + 6])
        listed = link and number.start - len(link[0]) in ends
        opens = after and phrase.end + after.end() in starts
        if (listed or opens) and surface.is_free(number.start, phrase.end):
            fact = _of_phrase(surface, number, phrase)
            fact.details.pop("approx", None)
            surface.take(fact)
            ends.add(fact.end)
