"""What the words right around a count say of its status, whatever the verb of the sentence."""

import re

from jalon.core.reading.counts.holding import head
from jalon.core.reading.counts.scenery import HARM, HARMED, PARTS_OF_A_PROJECT, SCENERY
from jalon.core.reading.counts.verbs import DONE, PLANNED, SCENE
from jalon.core.reading.facts import Fact

_PLANNED_BEHIND = re.compile(
    r"[0-9 .,]*(?:[^.;:0-9(]{0,15}\([^()]{1,15}\))?[^.;:0-9]{0,70}?\b(?:(?:initialement )?pr[ée]vue?s?"
    r"|planifi[ée]e?s?|programmée?s?|attendue?s?"
    r"|visée?s?|ciblée?s?"
    r"|envisag[ée]e?s?|projet[ée]e?s?|sollicit[ée]e?s?|à (?:réaliser|construire|former|installer"
    r"|réhabiliter|financer"
    r"|équiper|recruter|acquérir|mettre en place|aménager|organiser|appuyer|identifier|atteindre"
    r"|toucher))\b"
)
_PROMISED = re.compile(
    r"[^ ]+(?:[ \n](?!ont\b|a\b|été\b|sont\b|au\b|sur\b|contre\b"
    r"|pour\b)[^ \n.,;:()]+){0,4}?[ \n](?:promis(?:es?)?|annoncée?s?|retenue?s?|espérée?s?"
    r"|escomptée?s?|restante?s?|manquante?s?|demandée?s?)\b"
)
_BASELINE_BEFORE = re.compile(
    r"\b(?:contre(?: seulement)?|pass(?:é|ée|és|ées|ant|e|ent) de|au lieu de|approfondie?s? de"
    r"|portée?s? de|situation (?:de référence|de départ|initiale)\W{1,3}|au départ|initialement)[ \n]\Z",
    re.I,
)
_NOT_EARLIER = re.compile(
    r"[^.;:,]{0,30}\b(?:dans|à|pour) (?:la |le |l'|les )?(?:commune|région|province|cercle|village|[A-Z])"
)
_EARLIER = re.compile(
    r"[^.;:,\n()0-9]{0,30}?(?:\b(?:l'an(?:née)? (?:dernier|passée?|dernière|précédente?)|un an plus tôt"
    r"|auparavant"
    r"|au départ|au début|avant le (?:projet|programme))\b|[ ]?(?:→|->|=>)[ ]?[0-9])",
    re.I,
)
_EARLIER_SAID = re.compile(r"[0-9] l'an(?:née)? (?:dernier|dernière|passée?|précédente?)\Z", re.I)
_THEN = re.compile(
    r"[^.;:,0-9]{0,20}\b(?:en|à) (?:19|20)[0-9]{2},? (?:contre |puis "
    r"|et )?[0-9][^.;:0-9]{0,8}[^.;:]{0,20} en 20[0-9]{2}\b"
)
_THEY_WERE = re.compile(
    r"\b(?:ils|elles|on en comptait|était de|étaient de)(?: n')? ?(?:étaient)?(?: que)?[ \n]\Z", re.I
)
_IN_YEAR = re.compile(r"[^.;:,0-9]{0,20}\ben (?:19|20)[0-9]{2}\b")
_LAST_YEAR = re.compile(r"(?:\A|[.«\"] ?)l'an(?:née)? (?:dernier|passée?|dernière),? [^,.;]{0,40}\Z", re.I)
_OUT_OF = re.compile(
    r"(?![^.;:]*\b(?:a|ont|est|porte|portent)\b)[^.;:,0-9]{0,50}?[ \n](?:(?:sur|parmi)(?: un (?:total"
    r"|effectif) de)?(?: les)?|des) ?\n?"
)
_OF_WHOLE = re.compile(
    r"(?:\A|[,:(\"]|\bque|\bqu')\s*[Ss]ur[ \n](?:un total de |(?:les|ses|ces|nos)[ \n])?\Z"
)
_TREATED = re.compile(
    r"[^.;:,]{0,50}?\b(?:form|dépist|reç|vaccin|réalis|install|appuy|distribu|construit|touch|serv"
    r"|enquêt)(?:é|u|i|)e?s\b"
)
_WORKS = re.compile(
    r"\b(?:achev|réalis|construit|réceptionn|livr|install|équip|réhabilit|servi|balis|form|exécut|termin"
    r"|distribu|aménag)",
    re.I,
)
_SCENE_BEFORE = re.compile(
    r"(?:\b(?:dans|à travers|couvr\w+|intervi\w+ dans|compte|comprend|regroupe|réparti\w* (?:dans"
    r"|sur|entre)|issue?s? de|de|des|du|d'"
    r"|entre|sur|les|aux|pour|via|en)[ \n](?:les[ \n]|ses[ \n]|ces[ \n])?)\Z",
    re.I,
)
_ITS = re.compile(r"\b(?:ses|leurs)[ \n]\Z", re.I)
_EACH = re.compile(r"[^.;:,0-9]{0,25}?\b(?:par (?:ménage|personne|élève|habitant|tête|bénéficiaire))\b")
_AVERAGE = re.compile(r"\b(?:taille(?: moyenne)?|moyenne|raison) de (?:[0-9]{1,2} (?:à|ou|-) )?\Z", re.I)


def said_by_words(plain: str, fact: Fact, earlier: Fact | None, before: str, behind: str, own: str) -> str:
    """Return the status the words around a count give it, empty when they give none.

    `before` and `behind` are the rest of its clause, `own` what runs from it to the next count.
    """
    noun = head(fact)
    near = before[-70:]
    if _PLANNED_BEHIND.match(own) or _PROMISED.match(own):
        return PLANNED
    if _BASELINE_BEFORE.search(near) and not _NOT_EARLIER.match(behind):
        return "baseline"
    if _EARLIER.match(behind) or _EARLIER_SAID.search(plain, fact.start, fact.end) or _LAST_YEAR.search(near):
        return "baseline"
    if _THEN.match(behind) or (_THEY_WERE.search(near) and _IN_YEAR.match(behind)):
        return "baseline"
    if earlier is not None and _OUT_OF.fullmatch(plain, earlier.end, fact.start):
        works = _WORKS.search(plain, earlier.end, fact.start) or _WORKS.search(
            plain, fact.start, fact.end + 60
        )
        if works:
            return PLANNED
        if plain[earlier.end - 1].isdigit() or "sur" in plain[earlier.end : fact.start]:
            return SCENE
    if _OF_WHOLE.search(near):
        return DONE if _TREATED.match(own) else SCENE
    if noun in SCENERY and _SCENE_BEFORE.search(near) and "sex" not in fact.details:
        return SCENE
    if noun in PARTS_OF_A_PROJECT or noun in HARM or HARMED.match(behind[:70]):
        return SCENE
    if _ITS.search(near):
        return SCENE
    if _AVERAGE.search(near):
        return SCENE
    if noun.startswith(("km", "kilomètre")) and re.search(r"(?:\bà|\bA|située?s? à)\s\Z", before):
        return SCENE
    if _EACH.match(behind) and noun in ("litres", "personnes", "kg"):
        return SCENE
    return ""
