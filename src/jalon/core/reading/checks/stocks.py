"""What came in, what went out and what is left: `reçu 2 400 sacs, distribué 2 150, il reste 250 sacs`."""

import re
from collections.abc import Iterator
from decimal import Decimal

from jalon.core.reading.checks.common import is_rounded, noun, number, ok, said, wrong
from jalon.core.reading.checks.figures import NUMBER, value_of
from jalon.core.reading.facts import Check, Fact, FactType, Span
from jalon.core.reading.surface import Surface

_IN = re.compile(
    r"\breç[uo]\w*|\bréceptionn\w+|\bstock (?:initial|de départ|disponible)|\bdisponib\w+|\bdispos\w+"
    r"|\bacquis\w*"
    r"|\bachet[ée]\w*|\blivr[ée]\w*|\bapprovisionn\w+|\bdotation\b|\bproduit\w*|\brécolt\w+|\bmobilis\w+"
    r"|\benvelopp\w+",
    re.I,
)
_OUT = re.compile(
    r"\bdistribu\w+|\bremis\w*|\bsorti\w*|\bservi\w*|\butilis\w+|\bconsomm\w+|\bécoul\w+|\bvend\w+"
    r"|\bplant[ée]\w*"
    r"|\bdistribution\b|\bpos[ée]\w*|\binstall\w+|\battribu\w+|\baffect\w+",
    re.I,
)
_LEFT = re.compile(
    r"\b(?:il (?:en )?reste|reliquat|solde|stock (?:final|restant|résiduel|actuel)"
    r"|rest(?:ent|ant|e|ants|antes)|encore en (?:stock|magasin)|en stock|en magasin|invendus?)\b",
    re.I,
)
_OTHER = re.compile(
    r"\bavari|\bperdu|\bperte|\bvol[ée]|\bendommag|\bpréstock|\bautre|\brendus?\b|\bretourn", re.I
)
_LABELLED = re.compile(
    r"(?:stock initial|quantités? (?:reçues?|livrées?)|reçue?s?|entrées?|livrée?s?|approvisionnements?)\s*:"
    r"\s*"
    rf"(?P<in>{NUMBER})[^.;:0-9|]{{0,20}}[.;,\n|]\s*"
    rf"(?:(?:quantités? )?(?:distribuée?s?|sorties?|utilisée?s?|consommée?s?|remises?))\s*:\s*"
    rf"(?P<out>{NUMBER})[^.;:0-9|]{{0,20}}[.;,\n|]\s*"
    rf"(?:stock (?:final|restant|actuel)|quantités? restantes?|reliquat|restant|restes?|solde)\s*:\s*"
    rf"(?P<left>{NUMBER})",
    re.I,
)


_FIRST = re.compile(
    rf"\breste(?:nt)?\s+(?P<left>{NUMBER})[^.;:()0-9]{{0,40}}\ssur\s(?:les\s"
    rf"|un total de\s)?(?P<in>{NUMBER})[^.;:()0-9]{{0,60}},\s"
    rf"(?P<out>{NUMBER})[^.;:()0-9]{{0,40}}\b(?:distribu|remis|sorti|servi|utilis|consomm|écoul|vend"
    rf"|attribu)",
    re.I,
)


_LAST = re.compile(
    r"(?:[Ss]tock (?:final|restant|actuel)|[Qq]uantités? restantes?|[Rr]eliquat|[Rr]est(?:ant|es?)"
    r"|[Ss]olde)\s*:"
)
_REMAINS = re.compile(r"\b[Rr]este(?:nt)? (?=[0-9])")


def check_stocks(surface: Surface) -> list[Check]:
    """Compare what is said to be left with what came in less what went out."""
    return [*_told(surface), *_labelled(surface)]


def _told(surface: Surface) -> Iterator[Check]:
    for match in _LEFT.finditer(surface.plain):
        sentence = surface.sentence_at(match.start())
        counts = surface.starting_in(sentence.start, sentence.end, FactType.QUANTITY)
        if not any(
            0 <= fact.start - match.end() <= 40 or 0 <= match.start() - fact.end <= 40 for fact in counts
        ):
            continue
        check = _balance(surface, sentence, counts)
        if check is not None:
            yield check


def _balance(surface: Surface, sentence: Span, counts: list[Fact]) -> Check | None:
    """The three counts of one thing in a sentence, the last of them being what is left."""
    if len(counts) < 3 or any(map(is_rounded, counts)) or _OTHER.search(sentence.quote(surface.plain)):
        return None
    unit = noun(counts[0])
    same = [fact for fact in counts if noun(fact) in {unit, ""} and not fact.text("sex")]
    if len(same) != 3 or not unit:
        return None
    first, second, left = same
    opening = surface.plain[sentence.start : second.end + 40]
    about_left = surface.plain[second.end : min(sentence.end, left.end + 40)]
    came = _IN.search(opening)
    went = came and _OUT.search(surface.plain, sentence.start + came.end(), left.end)
    if (
        not came
        or not went
        or not _LEFT.search(about_left)
        or _LEFT.search(surface.plain[first.end : second.start])
    ):
        return None
    values = [number(fact) or Decimal(0) for fact in same]
    if values[0] < values[1]:
        return None
    return _compare(values, tuple(fact.span for fact in same), same)


def _labelled(surface: Surface) -> Iterator[Check]:
    for last in _LAST.finditer(surface.plain):
        match = _LABELLED.search(surface.plain, max(0, last.start() - 200), last.end() + 20)
        if match and match.end("left") > last.end():
            yield _of_three(match)
    for first in _REMAINS.finditer(surface.plain):
        match = _FIRST.match(surface.plain, first.start())
        if match:
            yield _of_three(match)


def _of_three(match: re.Match[str]) -> Check:
    values = [value_of(match[name]) or Decimal(0) for name in ("in", "out", "left")]
    return _compare(values, tuple(Span(*match.span(name)) for name in ("in", "out", "left")))


def _compare(values: list[Decimal], spans: tuple[Span, ...], facts: list[Fact] | None = None) -> Check:
    came, went, left = values
    spelled = f"{said(came)} − {said(went)} = {said(came - went)}"
    if came - went == left:
        return ok("difference", spans, spelled, facts or ())
    explain = f"{spelled}, écrit {said(left)} (écart {said(abs(came - went - left))})"
    return wrong("difference", spans, explain, facts or ())
