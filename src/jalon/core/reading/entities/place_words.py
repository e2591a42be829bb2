"""The words around a place: what calls it a village, and what says that no place is meant."""

import re

from jalon.core.reading.entities.gazetteer import Named, index_of
from jalon.core.reading.entities.names import words_of
from jalon.core.reading.entities.organisations import DOMAIN
from jalon.core.reading.entities.people import is_family_name, is_given_name
from jalon.core.reading.entities.words import CAPITAL, after, before, fold, heads
from jalon.core.reading.facts import FactType

GAP = r"(?: +| *\n *(?!\n))"
"""A blank between two words of a sentence: spaces, or one line end."""
LEVELS = {word: word for word in words_of("lexicon.txt", "levels")} | {
    "moughataa": "département",
    "hameau": "village",
    "campement": "village",
    "terroir": "village",
    "fraction": "village",
    "bourg": "ville",
    "localite": "localité",
    "region": "région",
    "departement": "département",
    "prefecture": "préfecture",
    "diocese": "diocèse",
    "circonscription": "localité",
    "agglomération": "localité",
}
_NOUNS = sorted(LEVELS, key=lambda word: -len(word))
NOUN = "|".join(_NOUNS)
NOUN_HEADS = heads("|".join(f"[{word[0]}{word[0].upper()}](?i:{word[1:]})" for word in _NOUNS))
"""The same, small or capital, never after a hyphen nor inside a word."""
KIND = (
    r"(?:rurales?|urbaines?|cibles?|pilotes?|partenaires?|bénéficiaires?|concernée?s?|voisins?|riverains?|"
    r"administratifs?|"
    r"administrative|touchée?s?|centrales?|reculés?|environnants?|autonome|sanitaires?|d'intervention|"
    r"maraîch(?:er|ère)s?|aurifères?|visitée?s?|retenue?s?|choisie?s?|sélectionnée?s?|couverte?s?|inondée?s?|"
    r"d'accueil|économique|minières?|enclavés?|nord|sud|est|ouest|centre|populaires?|périphériques?)"
)
_LOCATIVE = re.compile(
    r"(?:^|[\s(])(?:à|vers|depuis|entre|jusqu'à|sur|axe|ville de|nord de|sud de|est de|ouest de|"
    r"km de|dans l[ea]|tronçon|piste)[\s\"*]+$",
    re.IGNORECASE,
)
_WATER = re.compile(
    r"(?:fleuves?(?: d[eu])?|bassins? d(?:u fleuve|u)|delta(?: intérieur| central)? du(?: fleuve)?|"
    r"boucle du|vallée du(?: fleuve)?|"
    r"rives? du|office du|crues? du|méandre du|rivière)[\s\"]+$",
    re.IGNORECASE,
)
_AGREEMENT = re.compile(
    r"(?:accords?|déclaration|convention|protocole|processus|consensus|programme d'action|cadre|charte|"
    r"sommet)(?: d'| de )$",
    re.IGNORECASE,
)
_CONSENT = re.compile(
    r"\b(?:réserve de|avec|sans|sauf|après|attente de|attend(?:re|ant|ait)?|obten\w+|recueilli\w*|"
    r"faute de|dès|moyennant) (?:l'|un |son )?accord d(?:e |')$",
    re.IGNORECASE,
)
_STREET = re.compile(
    r"(?:hôtel|avenue|rue|boulevard|pont|aéroport|maquis|restaurant|résidence|salle|radio|stade|équipe|club|"
    r"orange|journal|place)[\s\"]+$",
    re.IGNORECASE,
)
_CURRENCY = re.compile(r"\b[Ff]rancs? $")
_NOT_A_PLACE = frozenset(fold(word) for word in words_of("lexicon.txt", "not a place"))


def is_place_word(word: str) -> bool:
    """Whether a capitalised word may name a place: no title, no month, no institution."""
    return fold(word) not in _NOT_A_PLACE and fold(word) not in DOMAIN and len(word) > 1


def refused(plain: str, named: Named) -> bool:
    """Whether a known place is here a river, an agreement, a street, a part of someone's name."""
    left = before(plain, named.start)
    if _is_after_hyphen(plain, named, left):
        return True
    if plain.startswith(" 2000", named.end) or _CURRENCY.search(left):
        return True
    if named.entry.level == "zone" and re.match(rf" {CAPITAL}", after(plain, named.end)):
        return True
    if _WATER.search(left) and named.entry.level == "pays":
        return True
    if (_AGREEMENT.search(left) and not _CONSENT.search(left)) or _STREET.search(left):
        return True
    return _is_of_a_person(plain, named)


def _is_after_hyphen(plain: str, named: Named, left: str) -> bool:
    """« DRE-Savanes », « Help-Tchad » name a body; « Kadiana-Kolondiéba » two places."""
    before_it = re.search(r"([^\W\d_]+)-$", left)
    if before_it is None:
        return False
    other = index_of().entry_of(before_it[1])
    return other is None or other.type is not FactType.PLACE


def _is_of_a_person(plain: str, named: Named) -> bool:
    left = re.search(rf"({CAPITAL}(?:-{CAPITAL})?)(?: {CAPITAL})?[ \t]$", before(plain, named.start))
    right = re.match(rf"[ \t]({CAPITAL})", after(plain, named.end))
    if left and is_given_name(left[1]) and not _is_preposition(left[1]):
        return True
    if re.search(r"(?:\b(?:M|Mr|Mme|Mlle|Dr|Pr)\.?|Monsieur|Madame|MM\.) $", before(plain, named.start)):
        return True
    if right is None:
        return False
    here = plain[named.start : named.end]
    joined = is_given_name(right[1]) or is_family_name(right[1])
    return (joined and named.entry.doubtful) or (is_given_name(here) and is_family_name(right[1]))


def _is_preposition(word: str) -> bool:
    return fold(word) in _NOT_A_PLACE


def is_meant(plain: str, named: Named) -> bool:
    """Whether the words before a doubtful place say that a place is meant: « à San », « commune de Say »."""
    left = before(plain, named.start)
    if left.endswith(" à ") and GIVEN_TO.search(left[:-2]):
        return False
    return bool(_LOCATIVE.search(left)) or _level_before(left) != ""


_LEVEL_BEFORE = re.compile(
    rf"(?<![\w-])({NOUN})s?(?:{GAP}{KIND}){{0,2}}(?:{GAP}(?:de{GAP}(?:la{GAP}|l')?|du{GAP}|des{GAP}|d')|"
    rf"{GAP}?:{GAP}|{GAP})[\"*]*$",
    re.IGNORECASE,
)


def _level_before(left: str) -> str:
    match = _LEVEL_BEFORE.search(left)
    return (
        LEVELS[match[1].casefold().rstrip("s")] if match and match[1].casefold().rstrip("s") in LEVELS else ""
    )


def level_before(plain: str, start: int) -> str:
    """The level that the words before a place say, empty when they say none."""
    return _level_before(before(plain, start, 60))


GIVEN_TO = re.compile(
    r"(?:grâce|quant|relati\w+|face|confiée?s?|remise?s?|versée?s?|accordée?s?|attribuée?s?|appartenant|"
    r"suite|"
    r"rapport|affectée?s?|transmise?s?|adressée?s?|soumise?s?|destinée?s?|donnée?s?|livrée?s?|octroyée?s?|"
    r"merci|"
    r"demandée?s?) $",
    re.IGNORECASE,
)
