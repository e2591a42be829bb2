"""To whom a sentence speaks: the addressee of a lead-in, and those of a sentence that has several."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jalon.core.reading.facts import Span
from jalon.core.reading.prose.words import TO_DO

_ADVERB = r"(?:\s*,[^,.;:\n]{1,60},|\s+(?:[a-zà-ÿ]+ment|aussi|en\s+outre|par\s+ailleurs|en\s+particulier))?"
_TO = r"(?:aux?\s|à\s+l'(?!endroit|attention|intention|adresse)|à\s+la\s|à\s+(?-i:(?=[A-ZÀ-Ý])))\s*"
_END = (
    r"(?=\s*(?:,\s*)?(?:(?:ce\s+qui|à\s+ce\s+que|de\s*:|d'\s*:|de\s+bien\s+vouloir|à\s*:|que\s*:"
    r"|les?\s+\w+\s+suivant|les\s+\w+\s+ci-|ci-apr|comme\s+suit|notamment|:)|$))"
)
_LEAD_IN = re.compile(
    rf"\b(?:recommand|pr[ée]conis|sugg[ée]r|propos|demand)(?:ent|[eé]e?s?){_ADVERB}\s+"
    rf"{_TO}(?P<who>[^:;.\n]{{2,90}}?){_END}"
    rf"|\b(?:invit|exhort|encourag|engag|appel|charg|instrui)[a-zà-ÿ]*{_ADVERB}\s+"
    rf"(?:l[ea]s?\s|l')\s*(?P<asked>[^:;.\n]{{2,90}}?)\s+(?:à|de)\s*:"
    r"|\bà\s+(?:l'(?:endroit|attention|intention|adresse)|destination)\s+"
    rf"(?:de\s+l'|de\s+la\s|d[eu]s?\s|d')\s*(?P<aimed>[^:;.\n]{{2,90}}?){_END}"
    rf"|\b(?:formul|adress)[ée]e?s?\s+{_TO}(?P<sent>[^:;.\n]{{2,90}}?){_END}",
    re.IGNORECASE,
)
_ALSO_TO = re.compile(
    rf"\s*(?:[,;]\s*(?:et\s+|ainsi\s+qu')?|\s(?:et|ainsi\s+qu'|tandis\s+qu')\s*)(?:aux?|à\s+la|à\s+l'|à(?=\s[A-ZÀ-Ý]))\s*"
    rf"(?P<to>[^.;:,]{{2,90}}?)\s*,?\s(?:de\s+|d')(?={TO_DO})"
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Part of a sentence that speaks to one addressee: where what is asked stands, and where he is named."""

    start: int
    end: int
    to: Span | None = None


def lead_in_addressee(plain: str, start: int, end: int) -> Span | None:
    """Return where the line that leads in a list names whom it speaks to: `a recommandé à la DREP :`."""
    found = _LEAD_IN.search(plain, start, end)
    return Span(*found.span(str(found.lastgroup))) if found else None


def stretches(plain: str, start: int, end: int) -> Iterator[Stretch]:
    """Yield what is asked of each in `(aux mairies de) A, et aux bailleurs de B`; one part when it is one."""
    to: Span | None = None
    for mark in _ALSO_TO.finditer(plain, start, end):
        yield Stretch(start, mark.start(), to)
        start, to = mark.end(), Span(*mark.span("to"))
    yield Stretch(start, end, to)
