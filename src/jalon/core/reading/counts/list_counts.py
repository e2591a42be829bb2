"""Counts that announce a list: `Les résultats visés sont au nombre de 04, à savoir :`."""

import re

from jalon.core.reading.counts.nouns import noun_phrase
from jalon.core.reading.counts.sexes import sex_of_words
from jalon.core.reading.counts.words import word_set
from jalon.core.reading.facts import Detail, Fact, FactType
from jalon.core.reading.numbers import numbers
from jalon.core.reading.surface import Surface

_IN_NUMBER = re.compile(r"\bau[ \n]nombre[ \n]de[ \n](?=[\w(])", re.I)
_ANNOUNCES = re.compile(
    r"(?:,?[ \n](?:à savoir|notamment|qui sont|que sont|dont la liste suit|ci-après"
    r"|suivants?))?[ \n]?[,:]?[ \n]?(?:à savoir[ \n]?)?:|,? à savoir\b"
)
_DETERMINER = re.compile(r"(?:^|[\s(])(?:les|des|ces|nos|leurs|ses|ceux|de)[ \n](?=[^\W\d_])", re.I)


_ANNOUNCED = word_set(
    """
    points recommandations résultats critères actions axes objectifs décisions engagements questions
    défis difficultés contraintes thèmes thématiques étapes priorités leçons résolutions propositions
    suggestions mesures enseignements conclusions préoccupations insuffisances
    """
)
_LIST_FOLLOWS = re.compile(
    r"[^.;:\n0-9]{0,80}[ ]?:[ ]?(?![ ]?(?:[0-9]+[ ](?![.)])|(?:deux|trois|quatre|cinq|six)[ ]))"
    r"|[^.;:\n0-9]{0,30}[ \n](?:suivante?s|ci-après|ci-dessous)\b"
    r"|[^.;:\n0-9]{0,20}\)?[ ]*\n\s*(?:R[1-9]|[1-9][.)]|[-•*·▪○►➢✓o][ ])"
    r"|[^.;:\n0-9]{0,80}\.[ \n]{1,2}(?:l[ae][ ]premi[eè]re?\b|premièrement|il s'agit|tout d'abord)",
    re.I,
)
_OF_A_WHOLE = re.compile(
    r"\b(?:sur[ \n](?:les|ces)|parmi[ \n](?:les|ces)|dont|des|de[ \n]ces|soit)[ \n]\Z", re.I
)
_THINGS = re.compile(r"points?[ ](?:d'|de[ ]|focaux|kilom)(?!action|attention|ordre|discussion)", re.I)


def announces_list(plain: str, start: int, end: int, unit: str) -> bool:
    """Return whether a count of words, not of things in the field, announces what is listed behind it."""
    word = unit.partition(" ")[0].lower()
    if (
        word not in _ANNOUNCED
        or _THINGS.match(unit.replace("’", "'"))
        or _OF_A_WHOLE.search(plain, max(0, start - 16), start)
    ):
        return False
    return _LIST_FOLLOWS.match(plain, end) is not None


def list_counts(surface: Surface) -> None:
    """Take `au nombre de N`: a list count where a list follows, a quantity otherwise."""
    plain = surface.plain
    for match in _IN_NUMBER.finditer(plain):
        number = next(numbers(plain, match.end(), match.end() + 40, articles=True), None)
        if number is None or number.start != match.end() or not surface.is_free(match.start(), number.end):
            continue
        subject = _subject(surface, match.start())
        if _ANNOUNCES.match(plain, number.end):
            about: dict[str, Detail] = {"about": subject} if subject else {}
            surface.take(Fact(FactType.LIST_COUNT, match.start(), number.end, number.value, about))
        else:
            unit: dict[str, Detail] = {"unit": subject} if subject else {}
            sex = sex_of_words(tuple(subject.split()), subject.partition(" ")[0])
            if sex:
                unit["sex"] = sex
            surface.take(Fact(FactType.QUANTITY, match.start(), number.end, number.value, unit))


def _subject(surface: Surface, position: int) -> str:
    """The first noun phrase of the sentence: what is said to be so many."""
    sentence = surface.sentence_at(position)
    start = max(sentence.start, position - 300)
    for found in _DETERMINER.finditer(surface.plain, max(0, start - 1), position):
        phrase = noun_phrase(surface.plain, found.end(), position)
        if phrase is not None:
            return " ".join(surface.text[phrase.start : phrase.end].split())
    return ""
