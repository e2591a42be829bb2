"""What a report says went otherwise than planned: deviations, difficulties, audits, needs, extensions."""

import re
from dataclasses import dataclass

from jalon.core.reading.facts import Detail, Fact, FactType, Span
from jalon.core.reading.structure.held import Held
from jalon.core.reading.structure.lists import Item, items_after, items_inside, mark_end, trimmed
from jalon.core.reading.surface import Surface, at_words


@dataclass(frozen=True, slots=True)
class _Wording:
    """How a kind of finding is said, in small letters.

    `clause`: it begins with the subject of its clause, else with the wording.
    """

    kind: str
    pattern: re.Pattern[str]
    clause: bool = True


def _wording(kind: str, pattern: str, *, clause: bool = True) -> _Wording:
    return _Wording(kind, re.compile(pattern.removeprefix(r"\b")), clause)


_LACK = (
    r"(?:manque|insuffisance|absence|lenteur|cherté|faiblesse|rareté|vétusté|pénurie|mauvais\s+état|dégradation"
    r"|éloignement|enclavement|inadéquation|non[ -]respect|indisponibilité|instabilité|hausse"
    r"|recrudescence|rupture)s?"
)
_THE_LACK = rf"(?:l[ae]s?\s+|l'\s?|une?\s+){_LACK}\s(?:d[eu]s?\s|d')"
_HINDERS = (
    r"(?:(?:a|ont)\s+(?:\w+ment\s+)?(?:pénalisé|retardé|ralenti|empêché|freiné|privé|perturbé|entravé|affecté|limité"
    r"|compromis|bloqué|handicapé|contraint|interrompu)|freine(?:nt)?|pénalise(?:nt)?|retarde(?:nt)?|empêche(?:nt)?"
    r"|ralenti(?:t|ssent)|entrave(?:nt)?|compromet(?:tent)?|perturbe(?:nt)?|handicape(?:nt)?)"
)
_WORDINGS = (
    _wording(
        "extension",
        r"\b(?:(?:a|ont)\s+(?:fait\s+l'objet|bénéficié|obtenu)\s+(?:d'une|une)\s+(?:extension|prorogation|prolongation)"
        r"|(?:a|ont)\s+été\s+(?:prolongée?s?|prorogée?s?)\b)",
    ),
    _wording(
        "audit",
        r"\baudits?\b(?:[^.;:\n]|\n(?!\s*\n)){0,80}\b(?:montr[ée]|révél[ée]|relev[ée]|constat[ée]|conclu|certifi[ée]|ressort)",
    ),
    _wording(
        "deviation",
        r"\b(?:accuse(?:nt)?|connai(?:t|ssent)|enregistre(?:nt)?)\s+(?:un|des|du|de\s+(?:nombreux|gros|grands))\s+"
        r"(?:\w+\s+)?retards?\b|\bavec\s+(?:plus\s+de\s+|près\s+de\s+|environ\s+)?\w+\s+"
        r"(?:jours|semaines?|mois|ans?)\s+de\s+retard\b",
    ),
    _wording("deviation", r"\bdémarrage\s+tardif\b[^.,;:]{0,60}", clause=False),
    _wording(
        "deviation",
        r"\b(?:malgré\s+)?(?:les|des|un|le|ces)\s+retards?\s+(?:\w+\s+)?(?:observée?s?|accusée?s?|constatée?s?"
        r"|enregistrée?s?|pris|dans)\b",
        clause=False,
    ),
    _wording(
        "deviation",
        r"\b(?:a|ont)\s+(?:(?:accusé|connu|enregistré|pris)\s+(?:un|des|du|de\s+nombreux)\s+retards?"
        r"|retardé|empêché)\b",
    ),
    _wording(
        "deviation",
        r"\bun\s+retard\s+(?:de\s+\w+\s+(?:mois|semaines|jours|ans)\s+)?(?:dans|de|sur)\b",
        clause=False,
    ),
    _wording(
        "difficulty",
        r"\b(?:reste(?:nt)?|demeure(?:nt)?|constitue(?:nt)?)\s+(?:la|une|les|des)\s+(?:principales?\s+|majeures?\s+)?"
        r"(?:difficultés?|contraintes?|préoccupations?)\b",
    ),
    _wording("difficulty", r"\b(?:est|sont|reste|restent)\s+(?:à\s+l'arrêt|en\s+panne|hors\s+service)\b"),
    _wording("difficulty", r"\b(?:a|ont)\s+connu\s+(?:une|des)\s+ruptures?\b"),
    _wording(
        "deviation",
        r"\b(?:dépasse(?:nt)?|(?:a|ont)\s+dépassé|(?:est|sont|reste(?:nt)?)\s+en\s+deçà\s+de)"
        r"\s+(?:\w+ment\s+)?(?:la|les|l'|le)\s*(?:prévisions?|objectifs?|cibles?|planification)",
    ),
    _wording(
        "deviation",
        r"\bn'(?:a|ont)\s+pas\s+(?:pu\s+être|été)\s+(?:réalisée?s?|exécutée?s?|atteinte?s?|organisée?s?|menée?s?"
        r"|achevée?s?|mise?s?\s+en\s+œuvre|démarrée?s?|tenue?s?)\b",
    ),
    _wording(
        "difficulty",
        r"\b(?:(?:a|ont)\s+été\s+(?:confrontée?s?|entravée?s?|perturbée?s?|ralentie?s?|handicapée?s?|affectée?s?)"
        r"\s+(?:à|aux?|par)\b|s(?:'est|e\s+sont)\s+heurtée?s?\s+(?:à|aux?)\b"
        r"|(?:principales?|grandes?)\s+(?:difficult[ée]s?|contraintes?)\s+(?:rencontrées?\s+)?(?:est|sont|reste))",
    ),
    _wording(
        "extension",
        r"\b(?:une|l')\s?(?:extension|prorogation|prolongation)\s(?:[^.;:\n]{1,40}\s)?(?:a\s+été|fut)\s+"
        r"(?:\w+ment\s+)?(?:accordée|obtenue|approuvée|signée|octroyée)\b",
    ),
    _wording(
        "deviation",
        rf"\b(?:les?|un|des|ces?)\s+retards?\s+(?:dans|de|du|des|d'|sur)[^.;:]{{2,90}}\s{_HINDERS}\b",
    ),
    _wording("difficulty", rf"\b{_THE_LACK}[^.;:]{{2,90}}\s{_HINDERS}\b"),
    _wording(
        "difficulty",
        r"\b(?:reste(?:nt)?|demeure(?:nt)?)\s+(?:\w+ment\s+|encore\s+|toujours\s+|très\s+|trop\s+|assez\s+|peu\s+)*"
        r"(?:difficiles?|inaccessibles?|fragiles?|insuffisante?s?"
        r"|précaires?|préoccupante?s?|inachevée?s?|bloquée?s?|fermée?s?|inoccupée?s?|inutilisée?s?)\b",
    ),
    _wording(
        "difficulty",
        r"\bne\s+(?:fonctionne(?:nt)?|marche(?:nt)?)\s+(?:toujours\s+|encore\s+)?(?:pas|plus)\b"
        r"|\bn'(?:est|sont)\s+(?:pas\s+encore|toujours\s+pas|pas|plus)\s+(?:fonctionnel(?:le)?s?|opérationnel(?:le)?s?"
        r"|en\s+service|équipée?s?|raccordée?s?)\b",
    ),
    _wording(
        "difficulty",
        r"\b(?:déplor|regrett)(?:é|e|ent)\s+(?:\w+ment\s+)?(?:que\s|qu')",
    ),
    _wording(
        "difficulty",
        r"(?:(?<=déploré\s)|(?<=regretté\s)|(?<=attention\ssur\s)|(?<=dénoncé\s)|(?<=déplorent\s)|(?<=regrettent\s))"
        + _THE_LACK,
        clause=False,
    ),
    _wording(
        "need",
        r"\bsoulign(?:ant|é|ent)\s+(?:\w+\s+)?(?:la\s+nécessité|le\s+besoin)\s+de\s+",
        clause=False,
    ),
)  # fmt: skip
_DIFFICULTIES = re.compile(
    r"^[ \t]*(?:[#*]+\s*)?(?:[0-9IVX.)-]+\s*)?(?:les\s+)?(?:principa(?:les|ux)\s+)?"
    r"(?:difficult[ée]s|contraintes|probl[èe]mes|insuffisances|goulots|points?\s+de\s+blocage|obstacles|faiblesses)"
    r"[^\n.;]{0,60}$",
    re.IGNORECASE | re.MULTILINE,
)
_OPENINGS = re.compile(
    r"^[ \t]*(?:[-•*·▪➢✓]\s*)?(?P<said>(?:Ruptures?\s+(?:de\s+stocks?\s+)?(?:de|d'|en)|Retards?\s+dans"
    r"|Pénurie\s+(?:de|d')|Déficit\s+(?:céréalier|fourrager|pluviométrique|hydrique|alimentaire))[^\n\t]{4,})$",
    re.MULTILINE,
)
_INLINE = re.compile(
    r"^[ \t]*(?:[-•*]\s*)?(?:[Pp]rincipales?\s+)?(?:[Dd]ifficult[ée]s?|[Cc]ontraintes?|Obstacles)"
    r"(?:\s+(?:rencontrées?|majeures?|principales?))?\s*:[ \t]*(?=[^\s])",
    re.MULTILINE,
)
_FOLLOW_UP = re.compile(
    r"\brecommandations\b.{0,200}\b(?:exécut|mise?s?\s+en\s+œuvre|réalisée?s?|en\s+cours)", re.I | re.S
)
_CLAUSE = re.compile(r"[;:]\s|,\s(?=et\s|mais\s|l[ea]s?\s|l')|\bmais\s")
_CLAUSE_END = re.compile(
    r"[;]|,\s(?:ce\s+qui|mais|dont|et\s+l[ea]s?)\s|,\s+[a-zà-ÿ]+ant\s+(?:ainsi|de|la|le|les|l'|à)\b"
)
_GRANTED = re.compile(r"(?:accordée|obtenue|approuvée|signée|octroyée)\s+(?:en|le|fin|début)?\s*$")
_LONGEST = 500


def find_findings(surface: Surface) -> None:
    """Keep findings, each with its kind; what is already an action is none."""
    taken = Held(fact.span for fact in surface.of_type(FactType.ACTION))
    for fact in _found(surface):
        if not taken.overlapping(fact.span):
            taken.add(fact.span)
            surface.keep(fact)


def _found(surface: Surface) -> list[Fact]:
    found: list[Fact] = []
    for wording in _WORDINGS:
        for match in at_words(wording.pattern, surface.small):
            if _is_follow_up(surface, match):
                continue
            span = _extent(surface, wording, match)
            if 10 < span.end - span.start <= _LONGEST:
                found.append(_fact(surface, wording.kind, span))
    for match in _OPENINGS.finditer(surface.plain):
        said = Span(match.start("said"), surface.sentence_at(match.start("said")).end)
        found.append(_fact(surface, "difficulty", trimmed(surface.plain, said.start, said.end)))
    for match in _INLINE.finditer(surface.plain):
        end = surface.sentence_at(match.end()).end
        for item in items_inside(surface.plain, match.end(), end) or [Item(match.end(), end)]:
            span = trimmed(surface.plain, item.start, item.end)
            if 10 < span.end - span.start <= _LONGEST:
                found.append(_fact(surface, "difficulty", span))
    for match in _DIFFICULTIES.finditer(surface.plain):
        for item in items_after(surface, match.end()):
            found.append(_fact(surface, "difficulty", Span(item.start, item.end)))
    return found


def _is_follow_up(surface: Surface, match: re.Match[str]) -> bool:
    """Whether the sentence counts the recommendations of before: `une n'a pas été exécutée`."""
    sentence = surface.sentence_at(match.start())
    return _FOLLOW_UP.search(surface.plain, sentence.start, match.end()) is not None


def _extent(surface: Surface, wording: _Wording, match: re.Match[str]) -> Span:
    sentence = surface.sentence_at(match.start())
    start = match.start()
    if wording.clause:
        start = mark_end(surface.plain, sentence.start, sentence.end)
        for mark in _CLAUSE.finditer(surface.plain, start, match.start()):
            start = mark.end()
    if match.end() > sentence.end:
        return Span(start, start)
    stop = _CLAUSE_END.search(surface.plain, match.end(), sentence.end)
    if not wording.clause and wording.pattern.pattern.endswith("}"):
        return trimmed(surface.plain, start, match.end())
    return trimmed(surface.plain, start, stop.start() if stop else sentence.end)


def _fact(surface: Surface, kind: str, span: Span) -> Fact:
    details: dict[str, Detail] = {"kind": kind}
    if kind == "extension":
        for other in surface.of_type(FactType.DURATION, FactType.DATE):
            if span.start <= other.start < span.end and not _GRANTED.search(
                surface.plain, span.start, other.start
            ):
                details["duration" if other.type is FactType.DURATION else "new_end"] = str(other.value)
    return Fact(FactType.FINDING, span.start, span.end, None, details)
