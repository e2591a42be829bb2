"""What a text says of a project as a whole: closed yet in the future, commitments left out of the table."""

import re
from collections.abc import Iterator

from jalon.core.reading.checks.common import doubtful
from jalon.core.reading.facts import Check, FactType, Span
from jalon.core.reading.surface import Surface

_CLOSED = re.compile(
    r"\b(?:projet|programme)[^.\n]{0,40}\b(?:est )?(?:clôturé|clos|achevé|terminé)e?\b"
    r"[^.\n]{0,20}(?:depuis|le)\b"
    r"[^.\n]{0,15}(?:\d\d\.\d\d\.\d{4}|[^.\n]{0,12}\d{4})?",
    re.I,
)
_FUTURE = re.compile(
    r"\b(?:le|ce) (?:projet|programme)\b[^.\n]{0,30}\bs'exécutera\b[^.\n]*"
    r"|\b(?:résultats|objectifs) à atteindre\b[^.\n:]*",
    re.I,
)


def check_stories(surface: Surface) -> list[Check]:
    """Compare what is said of the life of the project, and the plan documents that are named."""
    return [*_closed(surface), *_plans(surface)]


def _closed(surface: Surface) -> Iterator[Check]:
    closed = _CLOSED.search(surface.plain)
    future = [Span(*match.span()) for match in _FUTURE.finditer(surface.plain)]
    if closed and future:
        spans = (Span(*closed.span()), *future)
        yield doubtful("status_conflict", spans, "projet clôturé, décrit ailleurs au futur")


def _plans(surface: Surface) -> Iterator[Check]:
    """One plan of the year named once among several of another year: a slip, or another document."""
    named = surface.of_type(FactType.PROGRAMME_DOC)
    kinds: dict[str, list[str]] = {}
    for fact in named:
        kinds.setdefault(fact.text("kind"), []).append(str(fact.value))
    for fact in named:
        years = kinds[fact.text("kind")]
        usual = max(set(years), key=lambda year: (years.count(year), year))
        if years.count(str(fact.value)) == 1 and years.count(usual) >= 3 and str(fact.value) < usual:
            other = next(one for one in named if str(one.value) == usual)
            explain = f"« {fact.span.quote(surface.text)} » alors que le texte parle de {usual} : à vérifier"
            yield doubtful("document_ref", (other.span, fact.span), explain, (other, fact))
