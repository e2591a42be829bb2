"""The noun phrase behind a number: where it ends, and which noun is counted."""

import re
from dataclasses import dataclass

from jalon.core.reading.counts.words import (
    BEFORE_NOUN,
    FUNCTION_WORDS,
    MEASURE,
    NOT_COUNTED,
    NOUNS_LIKE_PARTICIPLES,
    is_adjective,
    is_participle,
    word_set,
)

_GAP = re.compile(r"(?:\*\*?|__?)?[ \t]{0,3}(?:\n[ \t]{0,12})?(?:\*\*?|__?)?")
_WORD = re.compile(
    r"(?:[dlnsjmtcDLNSJMTC]|[Qq]u)'(?=[^\W\d_])|[^\W\d_]+\.?(?:[-/&](?:[^\W\d_]+))*-?(?:\([sex]{1,2}\))?|,"
)
_CUT = re.compile(r"([a-zà-ÿ]{2,})-\n[ ]{0,8}([a-zà-ÿ]{2,})")
_THINGS = re.compile(
    r"[ \n](?:inscrits|étaient|ont[ ]|suivants|à l'ordre|ci-après|saillants|essentiels|majeurs|principaux"
    r"|clés"
    r"|abordés"
    r"|discutés|d'(?:eau|accès|appui|ancrage|entrée|action|attention)|de (?:vente|santé|distribution"
    r"|contrôle|passage|collecte|service|livraison|discussion|rassemblement))"
)
_LINK_ONCE = frozenset({"de", "d'"})
_INFINITIVE = re.compile(r"(?:er|ir|oir|re)$")
_NOUN_IN_R = re.compile(r"(?:ier|eur|[^l]ure|oir|mer|fer|hiver|cancer|laser|trimestre|semestre|terre|genre"
    r"|titre|lettre|ordre|cadre"
                        r"|centre|membre|chambre|arbre|livre|œuvre|oeuvre|guerre|pierre|verre"
                        r"|beurre|sucre|chèvre|registre"
                        r"|mètre|sphère|ère|aire|offre|théâtre|maître|ministre|litre|filtre"
                        r"|contre)$")  # fmt: skip
_NOUNS_IN_ANT = word_set(
    """
    habitant enseignant étudiant représentant exploitant participant agent adhérent adolescent enfant
    client équivalent président
    """
)
_OF_ONE_SEX = word_set("femmes femme hommes homme filles garçons jeunes personnes")
_KINDS_OF_PEOPLE = word_set(
    "ménage ménages famille familles village villages nationalité groupements retour terrain"
)
_CONCERNING_MEMBERS = word_set(
    """
    membre membres représentant représentants cadre cadres
    """
)
_LONGEST = 9


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """Characters [start, end[ of what is counted, the noun itself and the words that say which."""

    start: int
    end: int
    words: tuple[str, ...]
    head: str

    @property
    def is_measure(self) -> bool:
        """Whether it is a unit of measure (`ha`, `m3/h`)."""
        return self.head == self.words[0] and bool(MEASURE.fullmatch(self.head))


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int
    broken: bool
    after_of: bool = False

    @property
    def low(self) -> str:
        return self.text.lower()


def _next_word(plain: str, position: int, stop: int) -> _Word | None:
    """The word behind a position, unless punctuation, a cell or an empty line stands between."""
    gap = _GAP.match(plain, position, stop)
    at = gap.end() if gap else position
    found = _WORD.match(plain, at, stop)
    if found is None or "\t" in plain[position:at]:
        return None
    text, end = found[0], found.end()
    hyphened = _CUT.match(plain, at, stop)
    if hyphened:
        text, end = hyphened[1] + hyphened[2], hyphened.end()
    if text.endswith("."):
        text, end = text[:-1], end - 1
    return _Word(text, at, end, "\n" in plain[position:at], bool(_THINGS.match(plain, end)))


def noun_phrase(
    plain: str, position: int, stop: int, *, plural: bool = True, linked: bool = False
) -> NounPhrase | None:
    """Return the phrase counted by a number that ends at `position`, None when no noun follows.

    `plural`: the number is two or more. `linked`: the number itself asks for `de` (`une quinzaine de`).
    Nothing is read from `stop` on. A noun that makes no quantity (`ans`, `francs`, `fois`) gives None too.
    """
    measure = _measure(plain, position, stop)
    if measure is not None:
        return measure
    if linked:
        link = _next_word(plain, position, stop)
        if link is not None and link.low in ("de", "d'", "des"):
            position = link.end
    before, position = _adjectives_before(plain, position, stop)
    head = _next_word(plain, position, stop)
    if head is None or not _is_noun(head, before, plural):
        if not before or before[-1].low in (
            "mêmes",
            "tout",
            "tous",
            "toutes",
            "seul",
            "seule",
            "autres",
            "autre",
        ):
            return None
        words = before
        return NounPhrase(words[0].start, words[-1].end, tuple(w.text for w in words), words[-1].text)
    if not before and _governs(plain, head, stop):
        return None
    words = [*before, head]
    _add_adjectives(plain, words, stop, plural)
    _add_complement(plain, words, stop, head)
    return NounPhrase(words[0].start, words[-1].end, tuple(w.text for w in words), head.text)


def _measure(plain: str, position: int, stop: int) -> NounPhrase | None:
    gap = _GAP.match(plain, position, stop)
    at = gap.end() if gap else position
    found = MEASURE.match(plain, at, stop)
    if found is None or "\n\n" in plain[position:at]:
        return None
    short = len(found[0]) == 1
    if short and (found[0] not in "mgtlLW" or "\n" in plain[position:at]):
        return None
    unit = _Word(found[0], at, found.end(), False)
    words = [unit]
    _add_complement(plain, words, stop, unit)
    return NounPhrase(at, words[-1].end, tuple(word.text for word in words), found[0])


_THEY_ARE = re.compile(r"l(?:e|a|es)[ \n](?:sont|seront|étaient|ont|avaient)\b")


def _governs(plain: str, head: _Word, stop: int) -> bool:
    """Whether an article on the same line makes the word a verb: `dont 1 dessert l'école`."""
    after = _next_word(plain, head.end, stop)
    if after is None or after.broken or after.low not in ("l'", "le", "la", "les", "un", "une"):
        return False
    return head.low.startswith("restant") or _THEY_ARE.match(plain, after.start) is None


def _adjectives_before(plain: str, position: int, stop: int) -> tuple[list[_Word], int]:
    """`nouveaux`, `petites et moyennes`, `micro-, petites et moyennes`, as long as a noun may follow."""
    found: list[_Word] = []
    while len(found) < 6:
        word = _next_word(plain, position, stop)
        if word is None:
            break
        prefix = word.text.endswith("-") and len(word.text) > 3
        joins = bool(found) and word.low in ("et", ",", "ou")
        if joins:
            after = _next_word(plain, word.end, stop)
            if after is None or after.low not in BEFORE_NOUN:
                break
        elif word.low not in BEFORE_NOUN and not prefix:
            break
        found.append(word)
        position = word.end
    if found and found[-1].low in ("jeune", "jeunes"):
        after = _next_word(plain, position, stop)
        if after is None or not _is_noun(after, found, True) or after.low in ("pour",):
            return found, position
    return found, position


def _is_noun(word: _Word, before: list[_Word], plural: bool) -> bool:
    low = word.low
    if low in ("point", "points") and (word.after_of or plural):
        return True
    if low in FUNCTION_WORDS or low.partition("/")[0] in NOT_COUNTED or low == "," or low.endswith("'"):
        return False
    if len(low) == 1 or (is_participle(low) and low not in NOUNS_LIKE_PARTICIPLES):
        return False
    if plural and low.endswith("ent") and low not in _NOUNS_IN_ANT:
        return False
    if plural and low.endswith("ant") and low not in _NOUNS_IN_ANT:
        return False
    if before and plural and before[-1].low in ("jeunes", "autres"):
        return low[-1] in "sxz" or word.text.isupper()
    other_line = word.broken and not word.text[0].islower() and not word.text.isupper()
    return not (other_line or low.endswith(("eront", "iront")))


def _add_adjectives(plain: str, words: list[_Word], stop: int, plural: bool) -> None:
    """`agricoles familiales`, `directs et indirects`, `femmes et hommes`, `Sénégal Services`."""
    titled = words[-1].text[0].isupper() and not words[-1].text.isupper()
    while len(words) < _LONGEST:
        word = _next_word(plain, words[-1].end, stop)
        if word is None:
            return
        if word.low in ("et", "ou"):
            after = _next_word(plain, word.end, stop)
            if after is None or not _coordinates(words, after, plural):
                return
            words += [word, after]
        elif _belongs(word, plural, titled):
            words.append(word)
        else:
            return


def _belongs(word: _Word, plural: bool, titled: bool) -> bool:
    if word.text == "," or word.text.endswith("'"):
        return False
    if word.text[0].isupper():
        return titled and not word.text.isupper() and word.low not in FUNCTION_WORDS
    return is_adjective(word.text, plural=plural) and word.low not in NOT_COUNTED


_PAIRS = word_set(
    """
    femmes hommes filles garçons garcons mères pères
    """
)
_ADJECTIVE_ENDING = re.compile(
    r"(?:iques?|aux|ales?|els?|elles?|ifs?|ives?|aires?|iers?|ières?|iens?|iennes?|ables?|ibles?"
    r"|ains?|aines?|eux"
    r"|euses?|ois|oises?|rects?|rectes?)$"
)


def _coordinates(words: list[_Word], after: _Word, plural: bool) -> bool:
    if after.low in _PAIRS:
        return words[-1].low in _PAIRS and words[-1].low != after.low
    if len(words) < 2 or after.text[0].isupper():
        return False
    return (
        bool(_ADJECTIVE_ENDING.search(after.low))
        and is_adjective(after.text, plural=plural)
        and bool(_ADJECTIVE_ENDING.search(words[-1].low))
    )


def _add_complement(plain: str, words: list[_Word], stop: int, head: _Word) -> None:
    """`de transformation`, `d'affaires`; `de l'équipe technique` only behind members."""
    link = _next_word(plain, words[-1].end, stop)
    if link is None:
        return
    added = [link]
    if link.low in ("de", "du"):
        article = _next_word(plain, link.end, stop)
        if article is not None and article.low in ("l'", "la") and link.low == "de":
            added.append(article)
    determined = link.low == "du" or len(added) == 2
    if link.low not in _LINK_ONCE and not determined:
        return
    if determined and head.low not in _CONCERNING_MEMBERS:
        return
    noun = _next_word(plain, added[-1].end, stop)
    if noun is None or not _complements(noun, determined):
        return
    if head.low in _OF_ONE_SEX and noun.low not in _KINDS_OF_PEOPLE:
        return
    words += [*added, noun]
    _add_adjectives(plain, words, stop, noun.low[-1] in "sx" or head.low[-1] in "sx")
    _add_joined(plain, words, stop)


def _add_joined(plain: str, words: list[_Word], stop: int) -> None:
    """`de suivi et supervision`: a second bare noun, where no determiner begins something else."""
    join = _next_word(plain, words[-1].end, stop)
    if join is None or join.low != "et" or words[-2].low not in _LINK_ONCE:
        return
    link = _next_word(plain, join.end, stop)
    noun = _next_word(plain, link.end, stop) if link is not None and link.low in _LINK_ONCE else link
    if noun is not None and link is not None and _complements(noun, False) and not is_participle(noun.text):
        words += [join, link, noun] if noun is not link else [join, noun]


def _complements(noun: _Word, determined: bool) -> bool:
    low = noun.low
    if (
        low in FUNCTION_WORDS
        or low in NOT_COUNTED
        or low in ("sexe", "genre")
        or not low[0].isalpha()
        or low.endswith("'")
    ):
        return False
    if noun.text[0].isupper() and not noun.text.isupper():
        return False
    if noun.text.isupper() and determined:
        return False
    return not (_INFINITIVE.search(low) and not _NOUN_IN_R.search(low) and not determined)
