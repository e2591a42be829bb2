"""Figures of one indicator over documents: who goes with whom, and in which order of time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from jalon.core.reading.series.figures import Figure, comparable_figures, likeness
from jalon.core.reading.series.shapes import Document

_TIE = 0.05


@dataclass(eq=False)
class Line:
    """Figures of one indicator, one a document and period."""

    figures: list[Figure] = field(default_factory=list)

    def likeness(self, figure: Figure) -> float:
        """Return how surely a figure of a later document continues it; 0 where it has one already."""
        document = figure.passage.document
        for one in self.figures:
            if one.passage.document is document and one.period == figure.period:
                return 0
        scores = [
            likeness(one, figure)
            for one in self.figures
            if one.passage.document is not document and one.passage.document.shares_programme(document)
        ]
        return max(scores, default=0)

    @property
    def documents(self) -> int:
        """How many documents say it."""
        return len({one.passage.document.key for one in self.figures})


def lines_of(documents: Iterable[Document]) -> list[Line]:
    """Return the indicators that at least two documents say, the documents being in the order of time."""
    blocks: dict[tuple[object, ...], list[Line]] = {}
    for document in documents:
        found: dict[tuple[object, ...], list[Figure]] = {}
        for figure in comparable_figures(document):
            found.setdefault(figure.block, []).append(figure)
        for block, figures in found.items():
            _continue(blocks.setdefault(block, []), figures)
    return [line for lines in blocks.values() for line in lines if line.documents > 1]


def _continue(lines: list[Line], figures: Sequence[Figure]) -> None:
    """Give each figure of a document to the line it surely continues, else open one for it."""
    pairs = [
        (score, number, place)
        for number, figure in enumerate(figures)
        for place, line in enumerate(lines)
        if (score := line.likeness(figure))
    ]
    given: set[int] = set()
    for score, number, place in sorted(pairs, key=lambda one: (-one[0], one[1], one[2])):
        if number in given:
            continue
        rivals = [other for other, same, where in pairs if same == number and where != place]
        if max(rivals, default=0) > score - _TIE:
            continue
        if lines[place].likeness(figures[number]):
            lines[place].figures.append(figures[number])
            given.add(number)
    for number, figure in enumerate(figures):
        if number not in given and not any(same == number for _, same, _ in pairs):
            lines.append(Line([figure]))
