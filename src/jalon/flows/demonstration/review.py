"""The recorded review: the figures of the content have the value that the reader proposes in the documents.

A figure of the content points at a printed number in a quote. As long as it is `accepted`, its value is what
the reader reads there; the content does not say it a second time.
"""

import dataclasses
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache

from jalon.core.reading.facts import Fact, FactType, Span
from jalon.core.reading.outer import fact_json
from jalon.core.reading.reader import Reading, read
from jalon.flows.demonstration.ledger_shapes import CellData, EntryData
from jalon.flows.demonstration.quotes import printed_span
from jalon.flows.demonstration.shapes import DocumentData
from jalon.flows.demonstration.tables import ContentProblem
from jalon.flows.intake.extractors import extract

FIGURES = frozenset({FactType.QUANTITY, FactType.MONEY, FactType.PERCENTAGE, FactType.LIST_COUNT})
VERDICTS = ("accepted", "corrected", "added")


@cache
def reading_of(document: DocumentData) -> Reading:
    """What the reader finds in a document of the demonstration."""
    found = extract(document.path.read_bytes(), file_name=document.file)
    return read(found.content, found.blocks)


@dataclasses.dataclass(frozen=True)
class Decision:
    """What was decided of one printed number: of the total of an entry, or of one of its cells."""

    entry: EntryData
    cell: CellData | None
    span: Span
    fact: Fact | None

    @property
    def said(self) -> EntryData | CellData:
        """What the content says of it."""
        return self.cell or self.entry

    @property
    def is_read(self) -> bool:
        """Whether the reader proposes what was decided, or what was corrected: then nothing is added."""
        if self.said.verdict != "added":
            return self.fact is not None
        return bool(self.read_value) and Decimal(self.read_value) == Decimal(self.said.value)

    @property
    def read_value(self) -> str:
        """The value the reader proposes, as a decimal text; empty when it proposes none."""
        return (
            "" if self.fact is None else str(fact_json(self.fact, "", {id(self.fact): ""}).get("value", ""))
        )


def proposed(reading: Reading, span: Span) -> Fact | None:
    """The figure the reader proposes on these characters: the one that covers most of them, the shortest."""
    over = [fact for fact in reading.facts if fact.type in FIGURES and fact.span.overlaps(span)]
    return max(over, key=lambda fact: (_shared(fact.span, span), fact.start - fact.end), default=None)


def _shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def decisions(entry: EntryData, document: DocumentData) -> Iterator[Decision]:
    """Yield the decisions of one entry: of its total, then its cells. Raises ContentProblem."""
    reading = reading_of(document)
    for cell in (None, *entry.cells):
        said = cell or entry
        if not said.printed:
            continue
        quote = cell.quote if cell and cell.quote else entry.quote
        occurrence = cell.occurrence if cell and cell.quote else entry.occurrence
        span = printed_span(reading.text, quote, occurrence, said.printed)
        if span is None:
            raise ContentProblem(f"{entry.key} : « {said.printed} » ne figure pas dans « {quote} ».")
        yield Decision(entry, cell, Span(*span), proposed(reading, Span(*span)))


def with_values(entry: EntryData, documents: Mapping[str, DocumentData]) -> EntryData:
    """Return an entry whose values are those accepted or typed; raises ContentProblem where there is none."""
    document = documents.get(entry.document)
    if document is None:
        return entry
    values: dict[int, str] = {}
    for decision in decisions(entry, document):
        values[id(decision.said)] = _value(decision)
    cells = tuple(dataclasses.replace(cell, value=values.get(id(cell), cell.value)) for cell in entry.cells)
    return dataclasses.replace(entry, value=values.get(id(entry), entry.value), cells=cells)


def _value(decision: Decision) -> str:
    said, where = decision.said, f"{decision.entry.key} : « {decision.said.printed} »"
    read = decision.read_value
    if said.verdict not in VERDICTS:
        raise ContentProblem(f"{where} : verdict inconnu « {said.verdict} ». Admis : {', '.join(VERDICTS)}.")
    if said.verdict == "accepted":
        if not read:
            raise ContentProblem(f"{where} est dit lu et accepté, le lecteur n’y propose rien.")
        if said.value and Decimal(said.value) != Decimal(read):
            raise ContentProblem(f"{where} est dit accepté à {said.value}, le lecteur lit {read}.")
        return read
    if not said.value:
        raise ContentProblem(f"{where} : une valeur corrigée ou ajoutée se dit (`value`).")
    if said.verdict == "corrected" and not read:
        raise ContentProblem(f"{where} est dit corrigé, le lecteur n’y propose rien : l’ajouter.")
    return said.value
