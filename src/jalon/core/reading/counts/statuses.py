"""Whether a count was achieved, planned, is where things stood before, or only sets the scene."""

import re
from bisect import bisect_left

from jalon.core.reading.counts.holding import head
from jalon.core.reading.counts.words import word_set
from jalon.core.reading.facts import Fact, FactType, Span
from jalon.core.reading.surface import Surface

_PLANNED_BEHIND = re.compile(
    r"[^.;:]{0,70}?\b(?:(?:initialement )?pr[ée]vue?s?|planifi[ée]e?s?|programmée?s?|attendue?s?"
    r"|vis[ée]e?s?|cibl[ée]e?s?"
    r"|envisag[ée]e?s?|projet[ée]e?s?|sollicit[ée]e?s?|à (?:réaliser|construire|former|installer"
    r"|réhabiliter|financer"
    r"|équiper|recruter|acquérir|mettre en place|aménager|organiser|appuyer|identifier|atteindre|toucher))\b"
)
_PLANNED_BEFORE = re.compile(
    r"\b(?:pr[ée]voi(?:t|ent|r)|pr[ée]voyait|envisage(?:nt)?|vis(?:e|ent|ait|aient)|cible(?:nt)?"
    r"|ambitionne(?:nt)?|entend(?:ent)?|planifie"
    r"|objectif|cibles? |besoins?|d'ici|à l'horizon|sollicite(?:nt)?|demande(?:nt)?|projette"
    r"|se propose|devrai(?:t|ent)|fallait"
    r"|(?:suggéré|proposé|convenu|décidé|chargé|recommandé|prévu|demandé|invité\w*) (?:de|d'|à)"
    r"|il est (?:prévu|proposé|recommandé|demandé)|il faut|en vue de|afin de|s'engage(?:nt)? à"
    r"|recommand(?:e|ent|é|ait|aient)|pour\b[^.;:,]{0,20}\b\w+(?:er|ir|re))"
    r"\b[^.;:]{0,120}\Z",
    re.I,
)
_FUTURE = re.compile(
    r"\b(?:[^\W\d_]{3,}(?:eront|iront|dront|era|ira|dra|erons|irons)|seront|sera"
    r"|(?:vont|va)[ \n][^\W\d_]+(?:er|ir|re)|aura|auront|devront|devra|devrai(?:en)?t|pourront|pourraient)\b"
)
_NOT_FUTURE = re.compile(r"\b(?:opéra|caméra|choléra|agora|Mandera)\b", re.I)
_INFINITIVE_FIRST = re.compile(
    r"(?:[^.;:]{0,40}:)?\s*(?:[-•*·▪○►➢✓]|\(?[a-z0-9]{1,2}[.)])?\s*[A-ZÀ-Ý][^\W\d_]{2,}(?:er"
    r"|ir|re)\s(?!de\b)"
)
_NOUNS_IN_ER = re.compile(r"\W*(?:premier|dernier|atelier|chantier|dossier|membre|centre|lettre"
    r"|titre|nombre|ministère|cadre|autre|maire|contre|cher"
                          r"|janvier|février|rencontre|ordre|octobre|affaire|revenir|foncier"
                          r"|milliers?|cahier|papier|quartier|hiver)\b", re.I)  # fmt: skip
_PLANNING = re.compile(
    r"\b(?:prévision\w*|perspectives?|planification|programmation|budget|besoins"
    r"|projet de financement|prochaines étapes|points? d'actions?"
    r"|plan d'actions?|actions? à mener|activités (?:prévues|planifiées|à venir)|cibles?)\b",
    re.I,
)
_PAST = re.compile(r"\b(?:réalis|résultats|bilan|acquis|exécut|atteint)", re.I)
_BASELINE_BEFORE = re.compile(
    r"\b(?:contre(?: seulement)?|pass(?:é|ée|és|ées|ant|e|ent) de|au lieu de"
    r"|situation de référence\W{1,3}|au départ|initialement)[ \n]\Z",
    re.I,
)
_SCENE = re.compile(
    r"(?:\b(?:dans|à travers|couvr\w+|intervi\w+ dans|compte|comprend|regroupe|réparti\w* (?:dans"
    r"|sur|entre)|issue?s? de|de|des|du|d'"
    r"|entre|sur|les|aux|pour|via|en)[ \n](?:les[ \n]|ses[ \n]|ces[ \n])?)\Z",
    re.I,
)
_SCENERY = word_set(
    """
    commune communes village villages cercle cercles région régions localité localités pays province
    provinces département départements quartier quartiers
    """
) | {
    "composantes",
    "composante",
    "diocèses",
    "niveaux",
    "axes",
    "arrondissements",
    "préfectures",
    "habitants",
}
_DONE = re.compile(
    r"[^.;:]{0,60}?\b(?:ont|a|sont|est|avec)\b[^.;:]{0,12}\b\w+(?:és?|ées?|is|ises?"
    r"|us|ues?|its?)\b"
)

_HAS_DONE = re.compile(
    r"\b(?:a|ont|avait|avaient)[ \n](?:déjà[ \n]|également[ \n]"
    r"|aussi[ \n])?(?:été[ \n])?[^\W\d_]+(?:é|i|u|is|it)e?s?\b[^.;:]{0,90}\Z"
)


def set_statuses(surface: Surface) -> None:
    """Say of every quantity that has no status whether it was achieved, planned, before, or the scene."""
    counts = surface.of_type(FactType.QUANTITY)
    for index, fact in enumerate(counts):
        if "status" not in fact.details:
            following = counts[index + 1].start if index + 1 < len(counts) else len(surface.plain)
            fact.say("status", status_of(surface, fact, following))
    for fact in counts:
        if fact.of is not None and fact.text("status") == "achieved":
            fact.say("status", fact.of.text("status"))


def status_of(surface: Surface, fact: Fact, following: int) -> str:
    """Return `achieved`, `planned`, `baseline` or `context`, from the clause, its heading and the noun.

    `following` is where the next count starts: what is said of that one says nothing of this one.
    """
    plain = surface.plain
    clause = _clause(surface, fact)
    before, behind = plain[clause.start : fact.start], plain[fact.end : clause.end]
    own = plain[fact.start : max(fact.end, min(following, clause.end))]
    if _PLANNED_BEHIND.match(own[:120]):
        return "planned"
    if _BASELINE_BEFORE.search(before):
        return "baseline"
    if _PLANNED_BEFORE.search(before):
        return "planned"
    if head(fact) in _SCENERY and _SCENE.search(before) and "sex" not in fact.details:
        return "context"
    if _FUTURE.search(_NOT_FUTURE.sub("", before[-90:])) or _FUTURE.search(_NOT_FUTURE.sub("", behind[:90])):
        return "planned"
    line = plain[clause.start : fact.start]
    if _INFINITIVE_FIRST.match(line) and not _NOUNS_IN_ER.match(line):
        return "planned"
    if _HAS_DONE.search(before):
        return "achieved"
    heading = _heading(surface, fact)
    if heading.endswith(":") and (_PLANNED_BEFORE.search(heading[:-1]) or _FUTURE.search(heading)):
        return "planned"
    if _PLANNING.search(heading) and not _PAST.search(heading) and not _DONE.match(behind):
        return "planned"
    return "achieved"


def _clause(surface: Surface, fact: Fact) -> Span:
    sentence = surface.sentence_at(fact.start)
    plain = surface.plain
    start = max(plain.rfind(mark, sentence.start, fact.start) for mark in (";", "\t", "•", " - "))
    ends = [at for mark in (";", "\t") if (at := plain.find(mark, fact.end, sentence.end)) >= 0]
    return Span(max(sentence.start, start + 1), min(ends, default=max(sentence.end, fact.end)))


def _heading(surface: Surface, fact: Fact) -> str:
    """The nearest line above that stands as a heading: short, or ended by a colon."""
    plain = surface.plain
    first = bisect_left(surface.lines, fact.start, key=lambda line: line.end)
    for line in reversed(surface.lines[max(0, first - 14) : first]):
        words = plain[line.start : line.end]
        if words.endswith(":") or (
            len(words) < 70 and words[-1] not in ".;,)" and not words.startswith(("-", "•"))
        ):
            return words
    return ""
