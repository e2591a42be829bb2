"""What a programme is to reach and is made of: results R1, R2…, components."""

import re
from dataclasses import dataclass

from jalon.core.reading.facts import Fact, FactType, Span
from jalon.core.reading.structure.lists import Item, items_after, items_inside, trimmed
from jalon.core.reading.surface import Surface


@dataclass(frozen=True, slots=True)
class _Kind:
    """How a kind is announced before a list, and how one of it is written alone on its line."""

    type: FactType
    letter: str
    announced: re.Pattern[str]
    alone: re.Pattern[str]


_ALONE = r"^[ \t]*(?:[-•*▪○]\s*)?(?:{})\s*(?P<number>[0-9]{{1,2}})\s*(?P<mark>[.:)]+)[ \t]*(?P<text>\S[^\n]*)"

_KINDS = (
    _Kind(
        FactType.EXPECTED_RESULT,
        "R",
        re.compile(
            r"\br[ée]sultats?\s+(?:\w+ment\s+)?(?:attendus?|escompt[ée]s?|vis[ée]s?|recherch[ée]s?|[àa]\s+(?:atteindre|obtenir))",
            re.IGNORECASE,
        ),
        re.compile(_ALONE.format(r"R|R[ée]sultat(?:\s+attendu)?(?:\s+n°)?|RESULTAT"), re.MULTILINE),
    ),
    _Kind(
        FactType.COMPONENT,
        "",
        re.compile(r"\b(?:composantes?|volets)\b(?=[^.;\n]{0,40}:|\s*$)", re.IGNORECASE | re.MULTILINE),
        re.compile(_ALONE.format(r"[Cc]omposante(?:\s+n°)?|COMPOSANTE|Volet|VOLET"), re.MULTILINE),
    ),
)
_RECOMMENDED = re.compile(
    r"recommandations?\b[^\n]{0,40}\n(?!(?:[^\n]*\n)*[^\n]*\br[ée]sultats?\b)", re.IGNORECASE
)
_ABOVE = 500
_LONGEST_LEAD = 260


def find_results(surface: Surface) -> None:
    """Keep expected results (with their code R1…) and components."""
    for kind in _KINDS:
        taken: list[Span] = []
        for match in kind.announced.finditer(surface.plain):
            _keep_list(surface, kind, match, taken)
        for match in kind.alone.finditer(surface.plain):
            _keep_alone(surface, kind, match, taken)


def _keep_list(surface: Surface, kind: _Kind, match: re.Match[str], taken: list[Span]) -> None:
    items = _items(surface, match)
    if len(items) < 2 or any(span.start < items[-1].end and items[0].start < span.end for span in taken):
        return
    if any(re.search(r"[0-9]{3}|\t", surface.plain[item.start : item.end]) for item in items):
        return
    taken.append(Span(surface.line_at(items[0].start).start, items[-1].end))
    for number, item in enumerate(items, 1):
        value = f"{kind.letter}{number}" if kind.letter else number
        surface.keep(Fact(kind.type, item.start, item.end, value))


def _items(surface: Surface, match: re.Match[str]) -> list[Item]:
    paragraph = surface.paragraph_at(match.start())
    colon = surface.plain.find(":", match.end(), paragraph.end)
    if colon < 0:
        line = surface.line_at(match.start())
        alone = line.end - line.start < 70 and surface.plain[line.end - 1] not in ".;,"
        return items_after(surface, line.end) if alone else []
    lead = surface.plain[match.end() : colon]
    if len(lead) > _LONGEST_LEAD or "." in lead:
        return []
    sentence = surface.sentence_at(match.start())
    return items_after(surface, colon + 1) or items_inside(
        surface.plain, colon + 1, max(sentence.end, colon + 1)
    )


def _keep_alone(surface: Surface, kind: _Kind, match: re.Match[str], taken: list[Span]) -> None:
    if any(span.start <= match.start("number") < span.end for span in taken):
        return
    if _RECOMMENDED.search(surface.plain, max(0, match.start() - _ABOVE), match.start()):
        return
    end = match.end()
    paragraph = surface.paragraph_at(match.start("number"))
    if paragraph.end > end and surface.plain[end + 1 : end + 2].islower():
        end = surface.sentence_at(match.start("text")).end
    span = trimmed(surface.plain, match.start("text"), end)
    number = int(match["number"])
    surface.keep(Fact(kind.type, span.start, span.end, f"{kind.letter}{number}" if kind.letter else number))
