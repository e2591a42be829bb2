"""Numbers that count nothing: names, ranks, codes, pages, multipliers, years, shares."""

import re
from decimal import Decimal

from jalon.core.reading.counts.nouns import NounPhrase
from jalon.core.reading.counts.sexes import is_person
from jalon.core.reading.counts.words import FUNCTION_WORDS, word_set
from jalon.core.reading.numbers import FoundNumber

_NAMED = (
    "numéro|numero|n|no|nos|phase|lots?|articles?|art|alinéa|résolutions?|resolutions?|décisions?|decret|décret|loi|arrêté"
    "|ordonnance|circulaire|page|pages|p|pp|tableaux?|figures?|graphiques?|cartes?|encadré|photo|annexes?|chapitres?"
    "|sections?|points?|axes?|objectifs?|objectif spécifique|objectifs spécifiques|os|og|odd|composantes?|niveau|étape"
    "|etape|version|édition|edition|tome|volume|groupe|classe|type|catégorie|categorie|zone|salle|chambre|porte|rue"
    "|bp|b\\.p|boîte postale|tél|tel|téléphone|fax|cel|session|round|vague|cohorte|activités?|résultats?|resultats?|produits?"
    "|effets?|extrants?|indicateurs?|recommandations?|année|annee|an|exercice|semaine|jour|trimestre|semestre|mois|campagne"
    "|agenda|vision|horizon|covid|covid-19|sars-cov|g|g5|top|rn|route nationale|pk|km|kilomètre|parcelle|bloc|module"
    "|lettre|formulaire|fiche|sous-composante|sous composante|programme|axe stratégique|pilier|orientation"
    "|action|priorité|question|scénario|option|variante|site|forage|station|avenue|immeuble|appartement|villa|étage"
    "|iso|norme|chapitre|titre|livre|col|ligne|code|id|ref|réf|référence|fcfa|cfa|euros?|pib|l'an|l'année|de l'an"
    "|en|fin|début|depuis|jusqu'en|avant|après|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre"
    "|novembre|décembre|mi|courant|vers|dès|pta|ptba|ptab|budget|programmation|bilan|rapport|plan|plan d'action|revue"
    "|ordinaire|annuel|annuelle|opérationnelle|coupe|can|mondial|élections?|millésime|rgph|rgph-4|edsm|mics"
)
_NAMED_BEFORE = re.compile(rf"(?<![\w])(?:{_NAMED})\.?[ \n]?(?:n ?[°º] ?)?[:]?[ \n]?$", re.I)
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
    r"|\d[.,:]|\d ?%-|[^\W\d_]-)$"
)
_MULTIPLIED = re.compile(
    r" ?×| ?\*(?!\*)| x [0-9]|[/][0-9]|:[0-9]|-[A-Z]{2,}|[A-Z]{1,3}[0-9]|[_@]|°|[ \n]?%|[.,][0-9]"
)
_SLASHED = re.compile(r"[0-9][ ]?/$")
_SECTION = re.compile(r"(?:[.]-|[.)°]|-|[.][0-9])[ \t)]|[ ]?/[ ]?[0-9]")


_ACRONYM_BEFORE = re.compile(r"\b([A-Z]{2,})[ \n]$")
_TIMES_BEFORE = re.compile(r"(?:[*×]|\bx) ?$")


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
    if _TIMES_BEFORE.search(before) and not counted:
        return True
    named = _NAMED_BEFORE.search(before)
    if named and not (counted and _may_precede_count(named[0])):
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
_ON_BEFORE = re.compile(r"(?P<part>[0-9]+|[^\W\d_]+)[ \n][^\W\d_]+(?:[ \n][^\W\d_]+)?[ \n]sur[ \n]$")
_PEOPLE = re.compile(r"(?:personne|enfant|femme|homme|ménage|habitant|jeune|fille|garçon)s?[ \n]")
_RATE_BEFORE = re.compile(r"(?:[0-9]|[^\W\d_])[ \n]pour[ \n]$")
_SCALES = frozenset((10, 100, 1000, 10_000, 100_000))


def is_proportion(plain: str, number: FoundNumber) -> bool:
    """Return whether a number is a side of a share: `un ménage sur trois`, `9 femmes sur 10`, `3 pour 1 000`."""
    before = plain[max(0, number.start - 44) : number.start]
    after = _OUT_OF.match(plain, number.end)
    if after:
        whole = _small(after["of"])
        small = _PEOPLE.match(after[0][1:])
        return (
            whole is not None and (whole in _SCALES or (bool(small) and whole < 10)) and number.value < whole
        )
    led = _ON_BEFORE.search(before)
    if led:
        part = _small(led["part"])
        alone = part is not None and part < number.value
        small = _PEOPLE.match(led[0][len(led["part"]) + 1 :])
        return alone and (number.value in _SCALES or (bool(small) and number.value < 10))
    return (
        number.value in _SCALES
        and bool(_RATE_BEFORE.search(before))
        and not re.search(r"[^\W\d_][ \n]pour", before)
    )


def _small(written: str) -> int | None:
    return int(written) if written.isdecimal() else _SMALL.get(written.lower())


_SMALL = {
    word: value for value, word in enumerate("zéro un deux trois quatre cinq six sept huit neuf dix".split())
} | {"une": 1, "cent": 100, "mille": 1000}
_PRONOUN_BEFORE = re.compile(
    r"\b(?:tous|toutes|entre|l'un des|l'une des|l'autre des)[ \n](?:les[ \n]|ces[ \n])?$", re.I
)
_IDIOM_BEHIND = re.compile(
    r"[ \n](?:tiers|quarts?|à[ \n]deux|fois|demi|pour[ \n]cent|points|parties prenantes)\b"
)


def _word_in_idiom(plain: str, number: FoundNumber) -> bool:
    """`les deux parties`, `tous deux`, `deux tiers`: said of what is known already, or of a share."""
    before = plain[max(0, number.start - 16) : number.start]
    if number.value == 2 and _PRONOUN_BEFORE.search(before):
        return True
    return bool(_IDIOM_BEHIND.match(plain, number.end)) or number.value == 0


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
