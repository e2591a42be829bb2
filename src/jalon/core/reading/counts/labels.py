"""Counts behind a label: `Nombre de participants : 45`, `Femmes : 12`."""

import re
from dataclasses import dataclass

from jalon.core.reading.counts.nouns import NounPhrase, noun_phrase
from jalon.core.reading.counts.sexes import is_person
from jalon.core.reading.counts.words import FUNCTION_WORDS, word_set
from jalon.core.reading.entities.gazetteer import index_of
from jalon.core.reading.facts import FactType

_COLON = re.compile(r"[:=][*_]{0,2}[ \t]*\Z")
_LETTER = re.compile(r"(?<![\w.])(?P<sex>[HFG])[ ]?[:=][ ]?\Z")
_SEXED = re.compile(r"[(,;][ ]?(?P<noun>femmes|hommes|filles|garçons)[ ]?:[ ]?\Z", re.I)
_LABEL = re.compile(
    r"(?P<label>[^\W\d_][^\n\t|:=;.]{1,90}?)[ ]*(?:\([^()\n]{1,30}\)[ ]*)?[*_]{0,2}[ ]*[:=][*_]{0,2}[ \t]*\Z"
)
_COUNTING = re.compile(
    r"(?:nombres?|nbres?|nb|effectifs?|totaux|total|quantités?|qté)\.?[ ](?:total[ ]|moyen[ ]"
    r"|estimé[ ])?(?:de[ ]la[ ]|de[ ]l'|des[ ]|de[ ]|du[ ]|d')?",
    re.I,
)
_WHOLE = re.compile(
    r"(?:l'|le |la )?(?:effectif|total|totaux|ensemble|population|participation|présence|assistance"
    r"|nombre|quantité|superficie"
    r"|cheptel)(?: total[e]?)?\Z",
    re.I,
)
_HEALTH = re.compile(r"(?:CPN|CPoN|VAT|PENTA|Penta|RR|VAR|VPO|BCG|MAS|MAM|MAG|TDR|TPI)[ ]?[0-9]?\+?")
_PEOPLED = re.compile(r"(?:l'|la )?(?:effectif|participation|présence|assistance)")
_NOT_COUNTS = word_set(
    """
    montant montants coût coûts cout couts budget dépenses dépense recettes recette références référence
    code codes date dates durée délai taux année années version téléphone tel tél contact contacts
    adresse bp numéro n phase lot financement financements contribution contributions prix valeur
    décaissement décaissements solde page pages axe axes composante objectif objectifs résultat
    résultats article articles note score indice classement heure heures horaire mobile fax ligne lignes
    compte comptes chapitre longitude latitude coordonnées altitude
    """
)
_PERSONS = "personnes"


@dataclass(frozen=True, slots=True)
class Label:
    """Where a label starts, what it counts, the words that say it."""

    start: int
    unit: str
    words: tuple[str, ...]
    head: str


def label_before(plain: str, start: int, *, of_persons: bool = False) -> Label | None:
    """Return the label on the same line that says what a number counts, None when it says something else.

    `of_persons`: a label just before counted people, so that `Total :` does too.
    """
    line = plain.rfind("\n", 0, start) + 1
    letter = _LETTER.search(plain, max(line, start - 5), start)
    if letter:
        noun = "femmes" if letter["sex"] == "F" else "hommes"
        return Label(letter.start(), noun, (noun,), noun)
    if not _COLON.search(plain, max(line, start - 6), start):
        return None
    sexed = _SEXED.search(plain, max(line, start - 16), start)
    if sexed:
        return Label(sexed.start("noun"), sexed["noun"].lower(), (sexed["noun"],), sexed["noun"])
    found = _LABEL.search(plain, max(line, start - 130), start)
    if found is None:
        return None
    return label_of(plain, found.start("label"), found.end("label"), of_persons=of_persons)


def label_of(plain: str, first: int, last: int, *, of_persons: bool = False) -> Label | None:
    """Return what the words [first, last[ say is counted, as a label over or beside a number."""
    words = plain[first:last]
    if _HEALTH.fullmatch(words):
        return Label(first, words, (words,), words)
    if _WHOLE.match(words):
        low = words.lower()
        if "population" in low or "cheptel" in low:
            return Label(first, low, (low,), low)
        return Label(first, _PERSONS, (_PERSONS,), _PERSONS) if of_persons or _PEOPLED.match(low) else None
    counting = _COUNTING.match(words)
    begin = first + (counting.end() if counting else 0)
    phrase = noun_phrase(plain, begin, last)
    if phrase is None or not _counts(plain, phrase, begin, last, bool(counting)) or _is_place(words):
        return None
    unit = " ".join(plain[phrase.start : phrase.end].split())
    unit = unit if unit[:2].isupper() else unit[0].lower() + unit[1:]
    return Label(first, unit, phrase.words, phrase.head)


def _is_place(words: str) -> bool:
    """Whether a label only names a place, whose name may look like a plural: `Kayes : 42`."""
    entry = index_of().entry_of(words) if words[:1].isupper() else None
    return entry is not None and entry.type is FactType.PLACE and not entry.doubtful


def _counts(plain: str, phrase: NounPhrase, begin: int, last: int, counting: bool) -> bool:
    head = phrase.head.lower()
    if head in _NOT_COUNTS or head in FUNCTION_WORDS:
        return False
    if counting:
        return True
    rest = re.sub(r"\([^()]*\)", "", plain[phrase.end : last]).strip(" *_")
    short = not rest or re.match(r"(?:[^\W\d_]|[-'/ ]){1,40}\Z", rest) is not None
    return short and (
        is_person(head) or (head[-1] in "sx" and phrase.start == begin and not rest.count(" ") > 4)
    )
