"""The clause of a figure: what stands around it up to the next one, and the words that say what it is."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from jalon.core.reading.checks.common import stems
from jalon.core.reading.facts import Fact, FactType
from jalon.core.reading.series.shapes import Document

_REACH = 170
_NEIGHBOURS = 8
_STOP = re.compile(r"[.!?…](?=\s)|;|\n[ \t]*\n|\n[ \t]*(?=[-•*·▪○►➢✓A-ZÀ-Ý0-9])|\t|\|")
_BEHIND = re.compile(r"[():]|\bdont\b|\bsoit\b|\bcontre\b|\bsur (?=[0-9])")
_ASIDE = re.compile(r"\s*\([^()]{0,80}\)|,?\s*dont\b[^,;.()]{1,80},")
"""What tells the parts in passing: the clause goes on behind."""
_FIGURES = (FactType.QUANTITY, FactType.MONEY, FactType.PERCENTAGE)
_NOISE = stems(
    "programme projet total totaux cumul cumulé cumulée depuis début date jour ce fin année mois trimestre "
    "semestre exercice session période environ près janvier février mars avril mai juin juillet août "
    "septembre octobre novembre décembre également aussi désormais actuellement déjà effectivement "
    "région commune communes cercle permis campagne respectivement nouveau nouvelle bénéficié "
    "bénéficiaires été avoir fcfa francs cfa"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """What stands before a figure and behind it, in one clause, [start, end[ of its text."""

    lead: str
    behind: str
    in_table: bool
    start: int
    end: int

    @property
    def whole(self) -> str:
        """Both sides, the figure taken out."""
        return f"{self.lead} {self.behind}"


def clause_of(document: Document, fact: Fact, starts: list[int], facts: list[Fact]) -> Clause:
    """Return the clause of a figure; `facts` are those of the document in order, `starts` their starts."""
    text = document.plain
    number = bisect_right(starts, fact.start)
    near = facts[max(0, number - _NEIGHBOURS) : number + _NEIGHBOURS]
    following = next((one for one in near if one.start >= fact.end and not _is_part(one, fact)), None)
    before = next((one for one in reversed(near) if one.end <= fact.start), None)
    first = max(0, fact.start - _REACH, before.end if before else 0)
    last = min(len(text), fact.end + _REACH, following.start if following else len(text))
    lead = text[first : fact.start]
    stops = list(_STOP.finditer(lead))
    in_row = "\t" in text[text.rfind("\n", 0, fact.start) + 1 : fact.start]
    lead = lead[stops[-1].end() :] if stops else lead
    start = fact.start - len(lead)
    lead = _row_label(text, fact.start) if in_row else lead
    behind = text[fact.end : last]
    stop = _STOP.search(behind)
    end = fact.end + (stop.start() if stop else len(behind))
    behind = _ASIDE.sub(" ", behind[: stop.start()] if stop else behind)
    behind = _BEHIND.split(behind)[0]
    return Clause(_one_line(lead), _one_line(behind), in_row, start, end)


def _is_part(fact: Fact, whole: Fact) -> bool:
    """Whether a figure is a part of another, or a part of a part."""
    above = fact.of
    return above is not None and (above is whole or above.of is whole)


def figures_of(document: Document) -> list[Fact]:
    """Return the figures of a document in the order of its text."""
    return sorted((one for one in document.facts if one.type in _FIGURES), key=lambda one: one.start)


def words_of(clause: str) -> frozenset[str]:
    """Return the stems of the words that say of what a figure is."""
    return stems(re.sub(r"[0-9]+", " ", clause)) - _NOISE


def _row_label(text: str, position: int) -> str:
    """The first cell of the row of a table."""
    return text[text.rfind("\n", 0, position) + 1 : position].split("\t")[0]


def _one_line(text: str) -> str:
    return " ".join(text.split())
