"""Whether a count was achieved, planned, is where things stood before, or only sets the scene."""

import re
from bisect import bisect_left

from jalon.core.reading.counts.holding import head
from jalon.core.reading.counts.scenery import SCENERY
from jalon.core.reading.counts.status_words import said_by_words
from jalon.core.reading.counts.verbs import DONE, PLANNED, PURPOSE, SAME, SCENE, Verb, verbs_in
from jalon.core.reading.counts.words import word_set
from jalon.core.reading.facts import Fact, FactType, Span
from jalon.core.reading.surface import Surface

_INFINITIVE_FIRST = re.compile(
    r"(?:[^.;:\n]{0,40}:)?\s*(?:[-•*·▪○►➢✓]|\|? ?\(?[a-z0-9]{1,2}[.)]?\W)?\W*(?:[0-9]\W+)?"
    r"(?P<verb>[^\W\d_]{3,}(?:er|ir|re))\s(?!de\b)"
)
_NOUNS_IN_ER = word_set(
    """
    premier dernier atelier chantier dossier membre centre lettre titre nombre ministère cadre autre maire
    contre cher entre outre notre votre être janvier février septembre octobre novembre décembre rencontre
    ordre affaire revenir foncier maître salaire millier cahier papier quartier hiver loisir bénéficiaire
    maternelle secrétaire niger alger genre titulaire offre chiffre désir avenir notaire frère mère père
    semestre trimestre partenaire
    """
)
_LABEL = re.compile(
    r"(?:\A|[\n|\t;•-])[ ]*(?:nombre (?:total )?de )?(?:b[ée]n[ée]ficiaires?(?: (?:directs?|indirects?"
    r"|finaux|visés|cibles?"
    r"|attendus|prévus))?|public[- ]cible|populations? cibles?|groupes? cibles?|cibles?|objectifs?"
    r"|besoins?)[^\n:0-9]{0,30}:[ \n]*"
    r"[^\n:]{0,60}\Z",
    re.I,
)
_PLANNING = re.compile(
    r"\b(?:prévision\w*|perspectives?|planification|programmation|budget|devis|besoins"
    r"|projet de financement|prochaines étapes|points? d'actions?|recommand\w+|engagements"
    r"|à l'(?:endroit|attention)"
    r"|résultats? attendus?|objectifs?|\A[IVX0-9.) ]*décisions?"
    r"|plan d'actions?|actions? à mener|activités (?:prévues|planifiées|à venir)|cibles?)\b",
    re.I,
)
_PAST = re.compile(
    r"\b(?:réalis|résultats(?! attendu)|bilan|acquis|exécut|atteint|suivi|mise en œuvre des|passée?s?\b)",
    re.I,
)
_REQUEST = re.compile(
    r"\b(?:budget (?:prévisionnel|détaillé|estimatif)|demande de (?:financement|subvention)|devis"
    r"|besoins d[eu]"
    r"|appel à dons?|note conceptuelle|proposition de projet)\b"
    r"|^\W*budget d(?:e|u|es|'[^\W\d_]+)\b(?![^\n]*exécut)",
    re.I | re.M,
)
_EXPECTED = re.compile(r"\W*(?:[0-9.]+\W*)?(?:résultats|effets|produits|changements) attendus\b", re.I)
_HAS = re.compile(r"\b(?:a|ont|avaient|avait)\b")
_RESULTS = re.compile(
    r"^[^\n.:|0-9]{0,30}\b(?:résultats (?:obtenus|atteints|clés|à ce jour)|réalisations"
    r"|état d'avancement|bilan|acquis)\b",
    re.I | re.M,
)
_SHEET_LABEL = re.compile(
    r"^\W*(?:budget|co[ûu]t|dur[ée]e|localisation|zone|bailleur|financ|secteur|pays|code|d[ée]but"
    r"|date de|statut|montant"
    r"|ma[îi]tre d'ouvrage|partenaire)[^\n:|]{0,40}(?: ?:|$)",
    re.I | re.M,
)
_SUBJECT = re.compile(
    r"(?:\A|[,:;(\"]|\bet|\bque|\bqu'|\bsoit|\n)\W*(?:(?:plus|près|moins) (?:de|d')|environ|les|ces"
    r"|quelque|seuls?|seules?|au total,?|au moins|une?)?\W*\Z",
    re.I,
)
_SPLIT = re.compile(r"\bdont\b|\bsoit\b|\bon (?:compte|dénombre)\b|[(:]")
_APART = re.compile(r"[;:]|\b(?:qui|que|pour)\b")
_REACH = 500
_COMMITTEE = re.compile(r"\b(?:comité|commission|conseil|bureau|assemblée|cellule)\b", re.I)


class _Around:
    """What the whole text and each sentence say, looked up once."""

    def __init__(self, surface: Surface) -> None:
        self.surface = surface
        head_of_text = surface.plain[: len(surface.provenance) + 500]
        self.hopes = " attendus" in surface.plain.lower()
        self.request = bool(_REQUEST.search(head_of_text))
        self.sheet = len({m[0].strip()[:6].lower() for m in _SHEET_LABEL.finditer(surface.plain[:2500])}) >= 4
        found = _RESULTS.search(surface.plain)
        self.results = found.start() if found else len(surface.plain)
        self._sentence = Span(-1, -1)
        self._verbs: list[Verb] = []

    def verbs(self, sentence: Span) -> list[Verb]:
        """Return the verbs of a sentence."""
        if sentence != self._sentence:
            self._sentence = sentence
            self._verbs = verbs_in(self.surface.plain[sentence.start : sentence.end], sentence.start)
        return self._verbs


def set_statuses(surface: Surface) -> None:
    """Say of every quantity that has no status whether it was achieved, planned, before, or the scene."""
    counts = surface.of_type(FactType.QUANTITY)
    around = _Around(surface)
    unsaid: list[Fact] = []
    for index, fact in enumerate(counts):
        if "status" not in fact.details:
            following = counts[index + 1].start if index + 1 < len(counts) else len(surface.plain)
            earlier = counts[index - 1] if index else None
            said = _said_of(around, fact, earlier, following)
            fact.say("status", said or _by_default(around, fact))
            if not said:
                unsaid.append(fact)
    for fact in unsaid:
        if fact.of is not None and fact.text("status") == DONE:
            fact.say("status", fact.of.text("status"))


def _said_of(around: _Around, fact: Fact, earlier: Fact | None, following: int) -> str:
    """What its own words, its label and its verbs say of a count, empty when they say nothing.

    `following` is where the next count starts: what is said of that one says nothing of this one.
    """
    surface = around.surface
    plain = surface.plain
    clause = _clause(surface, fact)
    before, behind = plain[clause.start : fact.start], plain[fact.end : clause.end]
    own = plain[fact.start : min(fact.start + 120, max(fact.end, min(following, clause.end)))]
    said = said_by_words(plain, fact, earlier, before, behind, own)
    if said:
        return said
    if _LABEL.search(plain[max(0, fact.start - 110) : fact.start]) and (around.sheet or around.request):
        return PLANNED
    said = _by_verbs(around, fact, earlier, clause, before)
    if said == DONE and around.hopes and not _HAS.search(before + behind):
        return PLANNED if _EXPECTED.match(_heading(surface, fact)) else DONE
    if said:
        return said
    opening = _INFINITIVE_FIRST.match(before)
    return PLANNED if opening is not None and opening["verb"].lower() not in _NOUNS_IN_ER else ""


def _by_default(around: _Around, fact: Fact) -> str:
    """What the heading above says, else the kind of document."""
    if around.sheet and head(fact) in SCENERY and "sex" not in fact.details:
        return SCENE
    heading = _heading(around.surface, fact)
    if heading and not _PAST.search(heading):
        if _PLANNING.search(heading):
            return PLANNED
        spoken = verbs_in(heading, 0) if heading.endswith(":") else []
        if spoken and spoken[-1].role != SAME:
            return PLANNED if spoken[-1].role == PURPOSE else spoken[-1].role
    planning = around.request or (around.sheet and fact.start < around.results)
    return PLANNED if planning else DONE


def _by_verbs(around: _Around, fact: Fact, earlier: Fact | None, clause: Span, before: str) -> str:
    """What the nearest verb says: the one before, or the one behind when the count is its subject."""
    sentence = around.surface.sentence_at(fact.start)
    verbs = around.verbs(sentence)
    first = bisect_left(verbs, fact.start, key=lambda verb: verb.start)
    ahead = next((verb for verb in verbs[first:] if verb.role in (DONE, PLANNED, SCENE)), None)
    back = verbs[first - 1] if first and verbs[first - 1].start >= clause.start else None
    if (
        ahead is not None
        and ahead.start < clause.end
        and (_SUBJECT.search(before[-40:]) or (back is None and ahead.role != SCENE))
    ):
        gap = around.surface.plain[fact.end : ahead.start]
        if len(gap) < 90 and not _APART.search(gap) and not (back and re.search("[0-9,]", gap)):
            return "" if _is_membership(around, ahead, fact) else ahead.role
    whole = fact.of
    if (
        whole is not None
        and sentence.start <= whole.start < fact.start
        and _SPLIT.search(around.surface.plain, whole.end, fact.start)
    ):
        return whole.text("status")
    if back is None:
        return ""
    if back.role == SAME:
        return earlier.text("status") if earlier is not None else ""
    if _is_membership(around, back, fact):
        return ""
    return PLANNED if back.role == PURPOSE else back.role


def _is_membership(around: _Around, verb: Verb, fact: Fact) -> bool:
    """Whether a verb says how many members a group has: who joined is a result, unless it is a committee."""
    if verb.role != SCENE or head(fact) not in ("membres", "adhérents", "adhérentes"):
        return False
    sentence = around.surface.sentence_at(fact.start)
    return _COMMITTEE.search(around.surface.plain, sentence.start, sentence.end) is None


def _clause(surface: Surface, fact: Fact) -> Span:
    """What stands around a count between two semicolons or cells, no further than it can be governed from."""
    sentence = surface.sentence_at(fact.start)
    plain = surface.plain
    first, last = max(sentence.start, fact.start - _REACH), min(sentence.end, fact.end + _REACH)
    start = max(plain.rfind(mark, first, fact.start) for mark in (";", "\t", "•", " - "))
    ends = [at for mark in (";", "\t") if (at := plain.find(mark, fact.end, last)) >= 0]
    return Span(max(first, start + 1), min(ends, default=max(last, fact.end)))


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
