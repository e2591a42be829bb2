"""The documents of a programme read together: what was kept of each, as it holds once judged."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from jalon.core.reading.facts import DETAILS, Detail, Fact, FactType, Span, Value
from jalon.core.reading.series.shapes import Document as ReadDocument
from jalon.core.reading.series.shapes import Passage, Together
from jalon.core.reading.series.together import read_together
from jalon.records.programmes.models import Programme, ProgrammeDocument
from jalon.records.programmes.rules import Scope
from jalon.records.reading.models import Claim, Reading, Verdict
from jalon.records.reading.queries import current_readings
from jalon.records.reading.rules import reviewable_documents
from jalon.records.reading.states import State, with_state_of_claims
from jalon.records.sources.models import Document

TYPES = (
    FactType.QUANTITY,
    FactType.MONEY,
    FactType.PERCENTAGE,
    FactType.DATE,
    FactType.PERIOD,
    FactType.DURATION,
    FactType.ORGANIZATION,
    FactType.PROGRAMME,
    FactType.PERSON,
    FactType.PLACE,
    FactType.ACTION,
)
"""What is compared between documents."""


@dataclass(frozen=True)
class ProgrammeSeries:
    """What the documents of a programme say together; `unread` of them have not been read yet."""

    programme: Programme
    documents: Mapping[str, Document]
    together: Together
    claims: Mapping[int, int]
    unread: int

    def document_of(self, passage: Passage) -> Document:
        """Return the document of a passage."""
        return self.documents[passage.document.key]

    def claim_of(self, passage: Passage) -> int | None:
        """Return the id of the proposition that a passage is; None for a sentence that is none."""
        return self.claims.get(id(passage.fact))


def series_of(programme: Programme, scope: Scope) -> ProgrammeSeries:
    """Return what the documents of a programme and of those under it say together.

    Only documents whose propositions the viewer may see; what somebody ignored is left out, what somebody
    corrected counts as corrected. Seven queries, whatever the number of documents.
    """
    parents = dict(Programme.objects.values_list("pk", "parent_id"))
    under = [pk for pk in parents if programme.pk in _lineage(pk, parents)]
    found = Document.objects.filter(reviewable_documents(scope), programme_documents__programme__in=under)
    documents = Document.objects.filter(pk__in=found.values("pk"))
    readings = current_readings(documents)
    attached: dict[int, set[int]] = {}
    links = ProgrammeDocument.objects.filter(document__in=documents.values("pk"))
    for document, linked in links.values_list("document", "programme"):
        attached.setdefault(document, set()).add(linked)
    facts, claims = _facts(readings)
    read = [
        _read_document(reading, attached[reading.text.version.document_id], parents, facts[reading.pk])
        for reading in readings
    ]
    with_text = documents.filter(versions__texts__isnull=False).distinct().count()
    return ProgrammeSeries(
        programme,
        {str(one.text.version.document_id): one.text.version.document for one in readings},
        read_together(read),
        claims,
        with_text - len(readings),
    )


def _lineage(pk: int, parents: Mapping[int, int | None]) -> list[int]:
    """The programme and those above it."""
    above: list[int] = []
    at: int | None = pk
    while at is not None and at not in above:
        above.append(at)
        at = parents[at]
    return above


def _read_document(
    reading: Reading, programmes: Iterable[int], parents: Mapping[int, int | None], facts: list[Fact]
) -> ReadDocument:
    document = reading.text.version.document
    about = frozenset(programmes)
    return ReadDocument(
        key=str(document.pk),
        title=document.title,
        dated=document.dated,
        text=reading.text.content,
        facts=tuple(facts),
        programmes=frozenset(map(str, about)),
        lineage=frozenset(str(one) for pk in about for one in _lineage(pk, parents)),
    )


def _facts(readings: Iterable[Reading]) -> tuple[dict[int, list[Fact]], dict[int, int]]:
    """The facts of each reading as they hold, and the claim of each fact (by identity)."""
    facts: dict[int, list[Fact]] = {reading.pk: [] for reading in readings}
    kept = with_state_of_claims(Claim.objects.filter(reading__in=facts, type__in=TYPES))
    claims = [one for one in kept.order_by("start", "end", "number") if one.state != State.IGNORED]
    judged = Verdict.objects.in_bulk({one.last_verdict for one in claims if one.state == State.CORRECTED})
    made: dict[int, Fact] = {}
    for claim in claims:
        verdict = judged.get(claim.last_verdict) if claim.state == State.CORRECTED else None
        said = verdict.corrected if verdict is not None and verdict.corrected else claim.as_published
        made[claim.pk] = _fact(claim, said)
        facts[claim.reading_id].append(made[claim.pk])
    for claim in claims:
        made[claim.pk].of = made.get(claim.of_id)
    return facts, {id(fact): pk for pk, fact in made.items()}


def _fact(claim: Claim, said: Mapping[str, Any]) -> Fact:
    fact_type = FactType(claim.type)
    start, end = int(said.get("start", claim.start)), int(said.get("end", claim.end))
    details: dict[str, Detail] = {
        key: _plain(said[key]) for key in DETAILS[fact_type] if said.get(key) not in (None, "", [])
    }
    mentions = [Span(first, last) for first, last in said.get("mentions") or ()]
    return Fact(fact_type, start, end, _value(said.get("value")), details, mentions=mentions)


def _plain(value: Any) -> Any:
    """A detail as the reader says it: a list of JSON is a tuple."""
    return tuple(value) if isinstance(value, list) else value


def _value(value: Any) -> Value:
    """A value as the reader says it: a number that is not whole is exact."""
    if isinstance(value, float):
        return Decimal(str(value))
    found: Value = _plain(value)
    return found
