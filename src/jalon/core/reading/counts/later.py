"""Parts said after their total: in the next sentence, behind `parmi ces`, as what remains of it."""

import re
from collections.abc import Iterator, Sequence

from jalon.core.reading.counts.holding import counts_people, head, may_hold, number_of
from jalon.core.reading.facts import Fact, Span
from jalon.core.reading.numbers import numbers
from jalon.core.reading.surface import Surface

_REACH = 400
_NEAR = 8
_OPENED = re.compile(
    r"(?:parmi|sur|de|d'entre)[ \n](?:ces|les)[ \n](?:[0-9 ]+)?(?P<noun>[^\W\d_]+)[^,.;:0-9]{0,60},[ \n]",
    re.I,
)
_OF_THESE = re.compile(r"[ \n](?:de|d'entre|parmi)[ \n](?:ces|ceux|celles|eux|elles)\b")
_OUT_OF_BARE = re.compile(r"[^.;:0-9(]{0,24}[ \n](?:parmi|sur)[ \n](?:les|ces)[ \n](?=[0-9])")
_RATE = re.compile(r"[ \n]par[ \n](?:jour|semaine|mois|trimestre|an|année|heure|séance|session)\b")
_REMAINING = re.compile(r"\brestante?s?\b|\bautres\b", re.I)
_FINDS = re.compile(
    r"\b(?:montre|montrent|montré|révèle|révèlent|révélé|indique|indiquent|constate|constaté|ressort|relève"
    r"|établi|établit|rapporte|déclarent)[ \n](?:que|qu')[ \n]?\Z"
)
_WOMEN = re.compile(
    r"(?:les|des)[ \n](?:jeunes[ \n])?(?:femmes|filles|hommes|garçons)[ \n][^.;:0-9]{0,40}\Z", re.I
)
_AT_LAST = re.compile(
    r"(?:au terme|à l'issue|à la fin|au bout|en fin) [^.;:,0-9]{3,40},[ \n](?:seuls[ \n]|seules[ \n])?", re.I
)
_STATE = re.compile(
    r"[ \n](?:[^\W\d_]+[ \n])?(?:présent(?:ent|aient|ai)|souffr(?:ent|aient)|(?:ont|avaient)[ \n]été[ \n](?:"
    r"admis|retenu|référé|évalué|déclaré|diagnostiqué|rejeté|valid|transféré|hospitalis|guéri|orient|sélectionn"
    r"|réinséré|certifié|diplômé)|(?:ont|avaient)[ \n](?:réussi|échoué|abandonné)|étaient[ \n](?:atteint"
    r"|malnutri|en[ \n])|sont[ \n](?:malnutri|en[ \n]|hors|non[ \n]|restée?s?))"
)


def told_of(surface: Surface, counts: Sequence[Fact], index: int) -> Fact | None:
    """Return the count of an earlier sentence, or further up in its own, that a count is some of."""
    count = counts[index]
    earlier = [f for f in reversed(counts[max(0, index - _NEAR) : index]) if count.start - f.end < _REACH]
    if not earlier:
        return None
    sentence = surface.sentence_at(count.start)
    for rule in (_split_again, _named_again, _what_remains, _by_sex, _found_that, _of_last_sentence):
        found = next(rule(surface, sentence, count, earlier), None)
        if found is not None:
            return found
    return None


def bare_total(surface: Surface, counts: Sequence[Fact], index: int) -> Fact | None:
    """Return the total said with its noun before, that `60 femmes parmi les 360` names again."""
    count = counts[index]
    said = _OUT_OF_BARE.match(surface.plain, count.end)
    whole = next(numbers(surface.plain, said.end(), said.end() + 16), None) if said else None
    if whole is None:
        return None
    earlier = reversed(counts[max(0, index - _NEAR) : index])
    return next((f for f in earlier if f.value == whole.value and head(f) == head(count)), None)


_SPLIT = re.compile(
    r"(?:par|selon(?: la| le| l'| les)?)[ ]?(?:tranches?|âge|sexe|catégories?|statuts?|zones?"
    r"|régions?|communes?|milieu|niveaux?|filières?|secteurs?|groupes?|classes?|types?)\b"
    r"[^.;:,0-9]{0,24},[ ][^.;:,0-9]{0,16}\Z",
    re.I,
)


def _split_again(surface: Surface, sentence: Span, count: Fact, earlier: Sequence[Fact]) -> Iterator[Fact]:
    """`1 200 enfants : 640 filles et 560 garçons. Par âge, 300 avaient …`: the total shared out again."""
    total = earlier[0].of
    said = _SPLIT.match(surface.plain, sentence.start, count.start)
    if said and total is not None and earlier[0].text("sex") and not count.text("sex"):
        yield from [total] if may_hold(total, count) and _in_last(surface, earlier[0], sentence.start) else []


def _named_again(surface: Surface, sentence: Span, count: Fact, earlier: Sequence[Fact]) -> Iterator[Fact]:
    """`Parmi ces artisans, 22 viennent de Kayes`; `1 400 de ces bovins`."""
    plain = surface.plain
    opened = _OPENED.match(plain, sentence.start, count.start)
    noun = opened["noun"].lower() if opened else ""
    if not noun and _OF_THESE.search(plain, count.start, min(len(plain), count.end + 12)):
        noun = head(count)
    for total in earlier:
        if opened and not re.search(r"[0-9]", opened[0]) and total.start >= sentence.start:
            continue
        if _RATE.match(surface.plain, total.end):
            continue
        if noun and noun == head(total) and may_hold(total, count) and total.value != count.value:
            yield total


def _what_remains(surface: Surface, sentence: Span, count: Fact, earlier: Sequence[Fact]) -> Iterator[Fact]:
    """`40 des 62 villages …, les 22 restants`: with the part before it makes the total up."""
    if not _REMAINING.search(surface.plain, count.start, min(len(surface.plain), count.end + 12)):
        return
    for part in earlier:
        if part.of is not None and number_of(part) + number_of(count) == number_of(part.of):
            yield part.of


def _by_sex(surface: Surface, sentence: Span, count: Fact, earlier: Sequence[Fact]) -> Iterator[Fact]:
    """`28 relais ont été formés. Les femmes étaient au nombre de 17.`"""
    if count.text("sex") and _WOMEN.match(surface.plain, sentence.start, count.start):
        for total in earlier[:3]:
            if counts_people(total) and not total.text("sex") and _in_last(surface, total, sentence.start):
                yield from [total] if may_hold(total, count) else []


def _found_that(surface: Surface, sentence: Span, count: Fact, earlier: Sequence[Fact]) -> Iterator[Fact]:
    """`L'enquête auprès de 380 exploitants montre que 247 exploitants …`."""
    total = earlier[0]
    if total.start >= sentence.start and _FINDS.search(surface.plain[total.end : count.start]):
        yield from [total] if _less_of_same(total, count) else []


def _of_last_sentence(
    surface: Surface, sentence: Span, count: Fact, earlier: Sequence[Fact]
) -> Iterator[Fact]:
    """`1 850 enfants ont été dépistés. 142 enfants présentaient …`: some of those just counted."""
    led = surface.plain[sentence.start : count.start]
    if (led and not _AT_LAST.fullmatch(led)) or not _STATE.match(surface.plain, count.end):
        return
    for total in earlier[:3]:
        if not total.text("sex") and _in_last(surface, total, sentence.start) and _less_of_same(total, count):
            yield total


def _in_last(surface: Surface, total: Fact, sentence: int) -> bool:
    """Whether a count stands in the sentence before the one that starts here, in the same paragraph."""
    before = surface.sentence_at(max(0, sentence - 2)).start
    return before <= total.start < sentence and "\n\n" not in surface.plain[total.end : sentence]


def _less_of_same(total: Fact, count: Fact) -> bool:
    return head(total) == head(count) and number_of(count) < number_of(total)
