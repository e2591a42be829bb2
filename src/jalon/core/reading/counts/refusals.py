"""Numbers that count nothing: names, ranks, codes, pages, multipliers, years, shares."""

import re
from decimal import Decimal

from jalon.core.reading.counts.nouns import NounPhrase
from jalon.core.reading.counts.sexes import is_person
from jalon.core.reading.counts.words import FUNCTION_WORDS, word_set
from jalon.core.reading.numbers import FoundNumber

_NAMED_WORDS = word_set(
    r"""
    action activités? agenda alinéa an annee annexes? annuel annuelle année août appartement après
    arrêté art articles? avant avenue avril axes? b\.p bilan bloc bp budget campagne can cartes?
    categorie catégorie cel cfa chambre chapitre chapitres? circulaire classe code cohorte col
    composantes? coupe courant covid covid-19 decret depuis dès début décembre décisions? décret
    edition edsm effets? en encadré etape euros? exercice extrants? fax fcfa fiche figures? fin
    forage formulaire février  g5 graphiques? groupe horizon id immeuble indicateurs? iso janvier
    jour juillet juin jusqu'en kilomètre km l'an l'année lettre ligne livre loi lots? mai mars mi
    mics millésime module mois mondial n niveau no norme nos novembre numero numéro objectifs?
    octobre odd og option opérationnelle ordinaire ordonnance orientation os p page pages parcelle
    phase photo pib pilier pk plan points? porte pp priorité produits? programmation programme pta
    ptab ptba question rapport recommandations? ref resolutions? resultats? revue rgph rgph-4 rn
    round rue réf référence résolutions? résultats? salle sars-cov scénario sections? semaine
    semestre septembre session site sous-composante station tableaux? tel titre tome top trimestre
    type tél téléphone vague variante vers version villa vision volume zone édition élections? étage
    étape
    """
)
_NAMED = (
    "|".join(sorted(_NAMED_WORDS))
    + "|axe stratégique|boîte postale|de l'an|objectifs? spécifiques?|plan d'action|route nationale"
)
_NAMED_BEFORE = re.compile(rf"(?<![\w])(?:{_NAMED})\.?[ \n]?(?:n ?[°º] ?)?[:]?[ \n]?\Z", re.I)
_ANNOUNCED = re.compile(r"\b(?:f?cfa|euros?)[ ]?:[ \n]\Z|\b[^\W\d_]{5,}\.[ \n]\Z", re.I)
_ADVERB = re.compile(
    r"\b(?:par (?:décision|lettre|ordonnance|circulaire|édition)|à jour|à niveau)[ \n]\Z", re.I
)
_YEARS_ONLY = word_set(
    """
    en fin début depuis avant après vers dès mi courant pta ptba ptab budget programmation bilan rapport
    plan revue ordinaire annuel annuelle opérationnelle exercice année annee l'an l'année millésime
    campagne vision horizon agenda élections janvier février mars avril mai juin juillet août septembre
    octobre novembre décembre mois jusqu'en can mondial coupe action actions programme plan-d'action
    forage forages site sites question questions produit produits activité activités module modules
    livre livres lettre lettres fiche fiches f euros euro cfa fcfa résultats recommandations indicateurs
    photo carte cartes session option priorité groupe groupes cohorte km
    """
)
_CODE_BEFORE = re.compile(
    r"(?:[A-Z]{2,}[-/]?|[a-z0-9]_|(?<![0-9] )(?<![0-9])[A-Z][+/-]|[=#@&]|(?<![HFMG])(?<!es)(?<!ns)/"
    r"|\d[.,:]|\d ?%-|[^\W\d_]-)\Z"
)
_MULTIPLIED = re.compile(
    r" ?×| ?\*(?!\*)| x [0-9]|[/][0-9]|:[0-9]| B\.?P\b|-[A-Z]{2,}|[A-Z]{1,3}[0-9]|[_@]|°|[ \n]?%|[.,][0-9]"
)
_POSTED = re.compile(r"\bB\.?P\.? ?[:n°.]* ?[0-9]{1,6},? [^\W\d_]+(?:-[^\W\d_]+)* \Z", re.I)
"""`04 BP 8618 Ouagadougou 04`: the number behind the town is that of its post office."""
_SLASHED = re.compile(r"[0-9][ ]?/\Z")


_ACRONYM_BEFORE = re.compile(r"\b([A-Z]{2,})[ ]\Z")
_THE_ONE = re.compile(r"\b(?:la|le|cette|notre|sa|son)[ \n]\Z", re.I)
"""`la 26 session`: one of a row, its ending left out."""
_TIMES_BEFORE = re.compile(r"(?:[*×]|\bx) ?\Z")


def is_no_count(plain: str, number: FoundNumber, *, counted: bool) -> bool:
    """Return whether a number names, ranks or multiplies rather than counts.

    `counted`: a noun in the plural stands behind it, so that a word like `forages` or `en` before it does not
    make it the number of a site or a year.
    """
    before = plain[max(0, number.start - 30) : number.start]
    if is_proportion(plain, number):
        return True
    if number.in_words:
        return _word_in_idiom(plain, number)
    if _CODE_BEFORE.search(before) or _SLASHED.search(before) or _MULTIPLIED.match(plain, number.end):
        return True
    acronym = _ACRONYM_BEFORE.search(before)
    if acronym and acronym[1].lower() not in FUNCTION_WORDS and not counted:
        return True
    if (_TIMES_BEFORE.search(before) or _THE_ONE.search(before)) and not counted:
        return True
    if number.value < 100 and _POSTED.search(before):
        return True
    named = None if _ANNOUNCED.search(before) else _NAMED_BEFORE.search(before)
    adverb = named and _ADVERB.search(before)
    if named and not adverb and not (counted and _may_precede_count(named[0])):
        return True
    return looks_like_year(plain, number) and not counted


def _may_precede_count(words: str) -> bool:
    word = words.strip(" \n.:°º").lower()
    return word.split()[-1] in _YEARS_ONLY or words.rstrip().endswith(":")


def looks_like_year(plain: str, number: FoundNumber) -> bool:
    """Return whether a number is written as a year: four digits together from 1900 to 2099."""
    written = plain[number.start : number.end]
    return bool(re.fullmatch(r"(?:19|20)[0-9]{2}", written))


_OUT_OF = re.compile(
    r"[ \n][^\W\d_]+(?:[ \n][^\W\d_]+)?[ \n]sur[ \n](?P<of>[0-9]+|[^\W\d_]+)(?!\w|[.,][0-9]|[ ][0-9]{3})"
)
_ON_BEFORE = re.compile(r"(?P<part>[0-9]+|[^\W\d_]+)[ \n][^\W\d_]+(?:[ \n][^\W\d_]+)?[ \n]sur[ \n]\Z")
_BARE_BASE = re.compile(
    r"[ \n]sur[ \n](?:[2-9]|10|deux|trois|quatre|cinq|six|sept|huit|dix)(?![\w]|[.,][0-9])"
)
_ONE_IN = re.compile(
    r"(?:[ \n][^\W\d_]+){1,6}[ \n]sur[ \n](?:[2-9]|10|deux|trois|quatre|cinq|dix)(?![\w]|[.,][0-9])"
)
_ONE_IN_BEFORE = re.compile(r"\b(?:1|une?)(?:[ \n][^\W\d_]+){1,6}[ \n]sur[ \n]\Z", re.I)
_BARE_PART = re.compile(r"\b(?:[1-9]|une?|deux|trois|quatre|cinq|six|sept|huit|neuf)[ \n]sur[ \n]\Z")
_PEOPLE = re.compile(r"(?:personne|enfant|femme|homme|ménage|habitant|jeune|fille|garçon)s?[ \n]")
_RATE_BEFORE = re.compile(r"(?:[0-9]|[^\W\d_])[ \n]pour[ \n]\Z")
_SCALES = frozenset((10, 100, 1000, 10_000, 100_000))


def is_proportion(plain: str, number: FoundNumber) -> bool:
    """Return whether a number is a side of a share: `un ménage sur trois`, `3 pour 1 000`."""
    before = plain[max(0, number.start - 44) : number.start]
    if number.value < 10 and _BARE_BASE.match(plain, number.end):
        return True
    if number.value <= 10 and _BARE_PART.search(before):
        return True
    if number.value == 1 and _ONE_IN.match(plain, number.end):
        return True
    if number.value <= 10 and _ONE_IN_BEFORE.search(plain[max(0, number.start - 70) : number.start]):
        return True
    after = _OUT_OF.match(plain, number.end)
    if after:
        whole = _small(after["of"])
        return whole is not None and number.value < whole and _is_base(whole, after[0][1:])
    led = _ON_BEFORE.search(before)
    if led:
        part = _small(led["part"])
        alone = part is not None and part < number.value
        return alone and _is_base(int(number.value), led[0][len(led["part"]) + 1 :])
    return (
        number.value in _SCALES
        and bool(_RATE_BEFORE.search(before))
        and not re.search(r"[^\W\d_][ \n]pour", before)
    )


def _is_base(whole: int, noun: str) -> bool:
    """Whether a share is told on this number: ten, a hundred… of anything, fewer of people."""
    return (whole in _SCALES or whole < 10) and _PEOPLE.match(noun) is not None


def _small(written: str) -> int | None:
    return int(written) if written.isdecimal() else _SMALL.get(written.lower())


_SMALL = {
    word: value
    for value, word in enumerate(
        ["zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"]
    )
} | {"une": 1, "cent": 100, "mille": 1000}
_PRONOUN_BEFORE = re.compile(
    r"\b(?:tous|toutes|entre|l'un des|l'une des|l'autre des)[ \n](?:les[ \n]|ces[ \n])?\Z", re.I
)
_IDIOM_BEHIND = re.compile(r"[ \n](?:tiers|quarts?|à[ \n]deux|fois|demi|pour[ \n]cent|parties\b|côtés\b)\b")


def _word_in_idiom(plain: str, number: FoundNumber) -> bool:
    """`les deux parties`, `tous deux`, `deux tiers`: said of what is known already, or of a share."""
    before = plain[max(0, number.start - 16) : number.start]
    if number.value == 2 and _PRONOUN_BEFORE.search(before):
        return True
    return bool(_IDIOM_BEHIND.match(plain, number.end)) or number.value == 0


_VARIATION = re.compile(
    r"\b(?:hausse|baisse|progression|recul|gain|gagne|gagn[ée]|perdu|[ée]cart|augmentation|diminution|r[ée]duction|perte|plus|moins)"
    r"\b[^.;:]{0,24}\Z|[+-] ?\Z",
    re.I,
)


def is_variation(plain: str, number: FoundNumber, phrase: NounPhrase) -> bool:
    """Return whether a number says by how many points a rate changed: `une baisse de 19 points`."""
    if phrase.head.lower() not in ("point", "points"):
        return False
    if phrase.words[-1] in ("pourcentage", "base"):
        return True
    before = plain[max(0, number.start - 44) : number.start]
    return _VARIATION.search(before) is not None


def is_heading_number(plain: str, number: FoundNumber, phrase: NounPhrase) -> bool:
    """Return whether a number opens a line as that of a heading: `2 Contexte et justification`."""
    digits = plain[number.start : number.end]
    opens = not plain[plain.rfind("\n", 0, number.start) + 1 : number.start].strip(" #*")
    if not opens or not re.fullmatch(r"[1-9][0-9]?", digits):
        return False
    head = phrase.head
    titled = phrase.words[0][0].isupper() and not phrase.words[0][:2].isupper()
    return titled and not is_person(head) and not (head.endswith(("s", "x")) and number.value > 20)


def is_whole(number: FoundNumber) -> bool:
    """Return whether a number can count things: not negative, and whole."""
    value = number.value
    return value >= 0 and (isinstance(value, int) or value == Decimal(int(value)))
