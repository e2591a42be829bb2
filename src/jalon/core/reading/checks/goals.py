"""What is said of a goal against its numbers: `cible dépassée, avec 4 560 pour 4 800 prévues`."""

import re
from collections.abc import Iterator
from decimal import Decimal

from jalon.core.reading.checks.common import said, wrong
from jalon.core.reading.checks.figures import APPROXIMATE, numbers_in
from jalon.core.reading.facts import Check, Span
from jalon.core.reading.surface import Surface

_SUBJECT = re.compile(
    r"\b(?:cibles?|objectifs?|prévisions?|prévu\w*|attentes|résultats?|indicateurs?|planifi\w+)\b", re.I
)
_NOT = (
    r"\bn'(?:a|ont|est|sont|avait|avaient|était|étaient)\s+(?:donc |toutefois |malheureusement )?pas\s+"
    r"(?:encore )?(?:été )?"
)
_EXCEEDED = re.compile(
    r"\bdépass(?:é\w*|e|ent|ant|aient|ait)\b|\bsurpass\w+|\bexcéd(?:é\w*|e|ent)\b|\bau-dessus d", re.I
)
_MISSED = re.compile(
    rf"{_NOT}(?:totalement |pleinement )?(?:atteint|réalis)\w*|\bnon[ -]atteint\w*|\ben[- ]deçà\b"
    r"|\bau-dessous d|\ben retard\b|\bun retard sur\b|\binférieure?s? (?:à|au|aux) (?:la |l')?(?:cible"
    r"|objectif|prévision)",
    re.I,
)
_REACHED = re.compile(r"\b(?:largement |pleinement |totalement |entièrement |bien )?atteinte?s?\b", re.I)
_PARTLY = re.compile(
    r"\b(?:partiel\w*|presque|quasi\w*|atteint\w* (?:à|de)|en partie|pas encore|reste|proche|hauteur|ne pas"
    r"|si|pour atteindre|d'atteindre|sera|seront|devra|devrai\w+|risqu\w+|non seulement|ni|sans|sauf)\b|%"
    r"|\bn'",
    re.I,
)
_LESS_IS_BETTER = re.compile(
    r"\b(?:malnutri\w+|mortalité|abandons?|délais?|coûts?|dépens\w+|prix|réduire|réduction|baisse|diminu\w+"
    r"|pertes?|cas de|décès|déficit|incidence|prévalence|morbidité|budget\w*|plafond|conflits?|incidents?"
    r"|durée|jours|mois)\b",
    re.I,
)
_AGAINST = re.compile(
    r"\b(?:pour|sur|contre|au lieu d[e']s?|par rapport (?:à|aux)|face à)\s+(?:les\s+|un total de\s+)?$", re.I
)
_HOPED = re.compile(
    r"\s*(?:[a-zà-ÿ']+\s+){0,3}?(?:prév|cibl|attendu|planifi|programm|vis[ée]|escompt|initialement)", re.I
)
_GOAL = re.compile(
    r"\b(?:cibles?|objectifs?|prévisions?|prévus?|prévues?)\b(?:(?!atteint|dépass)[^.;0-9,]){0,25}?(?:de"
    r"|d'|:|à)\s*$",
    re.I,
)


def check_goals(surface: Surface) -> list[Check]:
    """Compare a goal that is said exceeded, reached or missed with the two numbers of its sentence."""
    return [check for sentence in surface.sentences for check in _told(surface, sentence)]


def _told(surface: Surface, sentence: Span) -> Iterator[Check]:
    text = sentence.quote(surface.plain)
    if len(text) > 300 or not _SUBJECT.search(text) or "\t" in text or "|" in text:
        return
    verdict = verdict_of(text)
    if not verdict or _LESS_IS_BETTER.search(text) or APPROXIMATE.search(text):
        return
    numbers = numbers_in(surface, sentence.start, sentence.end)
    numbers = [
        one for one in numbers if not re.match(r"\s?%|\s?points?", surface.plain[one[1].end : one[1].end + 7])
    ]
    if len(numbers) != 2:
        return
    goals = [index for index, (_value, span) in enumerate(numbers) if _is_goal(surface, sentence, span)]
    against = [index for index in goals if _is_against(surface, sentence, numbers[index][1])]
    goals = against if len(goals) > 1 else goals
    if len(goals) != 1:
        return
    goal, done = numbers[goals[0]], numbers[1 - goals[0]]
    explain = contradiction(verdict, done[0], goal[0])
    if explain:
        yield wrong("planned_vs_achieved", (sentence,), explain)


def _is_goal(surface: Surface, sentence: Span, span: Span) -> bool:
    """Whether a number is named as the goal: `pour 4 800 prévues`, `la cible de 600`."""
    before = surface.plain[max(sentence.start, span.start - 60) : span.start]
    return bool(_GOAL.search(before)) or _is_against(surface, sentence, span)


def _is_against(surface: Surface, sentence: Span, span: Span) -> bool:
    """Whether a number is what was hoped for: `pour 4 800 prévues`."""
    before = surface.plain[max(sentence.start, span.start - 60) : span.start]
    return bool(_HOPED.match(surface.plain, span.end, sentence.end) and _AGAINST.search(before))


def verdict_of(text: str) -> str:
    """Return what a sentence says of its goal: `exceeded`, `missed`, `reached`, or nothing that is sure."""
    missed, exceeded = _MISSED.search(text), _EXCEEDED.search(text)
    if missed and not exceeded:
        return "missed"
    if exceeded and not missed and not re.search(r"\bn[e']\b|\bsans\b|\bnon seulement\b", text, re.I):
        return "exceeded"
    if not exceeded and not missed and _REACHED.search(text) and not _PARTLY.search(text):
        return "reached"
    return ""


def contradiction(verdict: str, done: Decimal, goal: Decimal) -> str:
    """Return the sentence that says how the numbers deny the verdict, empty when they do not."""
    shown = f"réalisé {said(done)} pour {said(goal)} prévus"
    if verdict == "exceeded" and done < goal:
        return f"cible dite dépassée : {shown}"
    if verdict == "missed" and done >= goal:
        return f"cible dite non atteinte : {shown}"
    if verdict == "reached" and done < goal:
        return f"cible dite atteinte : {shown}"
    return ""
