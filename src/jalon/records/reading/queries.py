"""Reading what was proposed and judged: one text's review, progress over a pile, what comes next."""

import dataclasses
from collections.abc import Iterable
from typing import Any

from django.db.models import Case, Count, IntegerField, Max, Q, QuerySet, When

from jalon.records.programmes.models import Programme
from jalon.records.programmes.rules import Scope
from jalon.records.reading.models import Alert, Claim, Reading, Verdict
from jalon.records.reading.rules import reviewable_documents
from jalon.records.reading.states import State, state_of, with_state_of_alerts, with_state_of_claims
from jalon.records.sources.models import Document, Text

_FIRST = "carried_from__claim__reading__text"
LEVELS = (Alert.Level.CERTAIN, Alert.Level.VERIFY, Alert.Level.HUMAN)


@dataclasses.dataclass(frozen=True)
class ClaimView:
    """A proposition as reviewed: its quote, what was published, what holds now, its state."""

    claim: Claim
    quote: str
    state: State
    verdict: Verdict | None
    parts: tuple[int, ...]
    """Ids of the claims that are parts of it."""
    alerts: tuple[int, ...]
    """Ids of the alerts that compare it."""

    @property
    def judged_in(self) -> Text | None:
        """The other text of the document in which it was judged; None: here, or not at all."""
        first = self.verdict.carried_from if self.verdict is not None and self.state.is_judged else None
        text = first.claim.reading.text if first is not None and first.claim is not None else None
        return text if text is not None and text.pk != self.claim.reading.text_id else None

    @property
    def published(self) -> dict[str, Any]:
        """Its value and details as published."""
        return dict(self.claim.as_published)

    @property
    def said(self) -> dict[str, Any]:
        """Its value and details as they hold: corrected when somebody did."""
        corrected = self.verdict.corrected if self.verdict and self.state is State.CORRECTED else None
        return dict(corrected if corrected is not None else self.claim.as_published)


@dataclasses.dataclass(frozen=True)
class AlertView:
    """An alert with the quotes of its passages, its claims and its state."""

    alert: Alert
    quotes: tuple[str, ...]
    claims: tuple[int, ...]
    state: State
    verdict: Verdict | None


@dataclasses.dataclass(frozen=True)
class Review:
    """A text being reviewed: claims in the order of the text, alerts the surest first."""

    reading: Reading
    claims: tuple[ClaimView, ...]
    alerts: tuple[AlertView, ...]

    @property
    def open_claims(self) -> int:
        """How many propositions wait."""
        return sum(not one.state.is_judged for one in self.claims)

    @property
    def open_alerts(self) -> int:
        """How many alerts wait."""
        return sum(not one.state.is_judged for one in self.alerts)


@dataclasses.dataclass(frozen=True)
class PileRow:
    """A document of the pile; `reading` None: not read yet."""

    document: Document
    text: Text | None
    reading: Reading | None
    claims: dict[State, int]
    alerts: dict[State, int]

    @property
    def total(self) -> int:
        """How many propositions and alerts there are."""
        return sum(self.claims.values()) + sum(self.alerts.values())

    @property
    def judged(self) -> int:
        """How many of them somebody decided."""
        return self.total - self.open_claims - self.open_alerts

    @property
    def open_claims(self) -> int:
        """How many propositions wait."""
        return self.claims.get(State.OPEN, 0)

    @property
    def open_alerts(self) -> int:
        """How many alerts wait."""
        return self.alerts.get(State.OPEN, 0)

    @property
    def percent(self) -> int:
        """How far the review is, in whole percents; never 100 while something waits."""
        return 0 if self.reading is None else 100 if not self.total else self.judged * 100 // self.total


def current(text: Text) -> Reading | None:
    """Return the reading of a text that is reviewed: the last one."""
    return text.readings.select_related("text__version__document").order_by("-pk").first()


def is_current(reading: Reading) -> bool:
    """Whether no later reading of the same text exists, nor of a later text of the document."""
    version = reading.text.version
    of_document = Reading.objects.filter(text__version__document=version.document_id)
    later = (
        Q(text=reading.text_id, pk__gt=reading.pk)
        | Q(text__version=version, text__gt=reading.text_id)
        | Q(text__version__number__gt=version.number)
    )
    return not of_document.filter(later).exists()


def last_verdict(*, claim: Claim | None = None, alert: Alert | None = None) -> Verdict | None:
    """Return the verdict that holds on a claim or on an alert."""
    verdicts = Verdict.objects.filter(claim=claim, alert=alert).select_related("entry__account__programme")
    return verdicts.order_by("-pk").first()


def claims(scope: Scope) -> QuerySet[Claim]:
    """Return the propositions that a viewer may see and judge, with `state` and `last_verdict`."""
    readable = Document.objects.filter(reviewable_documents(scope)).values("pk")
    return with_state_of_claims(Claim.objects.filter(reading__text__version__document__in=readable))


def alerts(scope: Scope) -> QuerySet[Alert]:
    """Return the alerts that a viewer may see and judge, with `state` and `last_verdict`."""
    readable = Document.objects.filter(reviewable_documents(scope)).values("pk")
    return with_state_of_alerts(Alert.objects.filter(reading__text__version__document__in=readable))


def review(reading: Reading) -> Review:
    """Return all that was proposed of a text, with what was judged. Seven queries at most."""
    content = reading.text.content
    claims = list(with_state_of_claims(reading.claims.order_by("start", "end", "number")))
    alerts = list(with_state_of_alerts(reading.alerts.order_by(_by_level(), "number")))
    links = list(Alert.claims.through.objects.filter(alert__reading=reading).values_list("alert", "claim"))
    verdicts = _verdicts({one.last_verdict for one in (*claims, *alerts)})
    parts = _grouped((claim.of_id, claim.pk) for claim in claims)
    alerts_of, claims_of = _grouped((claim, alert) for alert, claim in links), _grouped(links)
    return Review(
        reading,
        tuple(
            ClaimView(
                claim=claim,
                quote=content[claim.start : claim.end],
                state=state_of(verdict := verdicts.get(claim.last_verdict)),
                verdict=verdict,
                parts=tuple(parts.get(claim.pk, ())),
                alerts=tuple(alerts_of.get(claim.pk, ())),
            )
            for claim in claims
        ),
        tuple(
            AlertView(
                alert=alert,
                quotes=tuple(content[start:end] for start, end in alert.spans),
                claims=tuple(claims_of.get(alert.pk, ())),
                state=state_of(verdict := verdicts.get(alert.last_verdict)),
                verdict=verdict,
            )
            for alert in alerts
        ),
    )


def _by_level() -> Case:
    ranks = [When(level=level, then=rank) for rank, level in enumerate(LEVELS)]
    return Case(*ranks, default=len(LEVELS), output_field=IntegerField())


def _grouped(pairs: Iterable[tuple[int | None, int]]) -> dict[int | None, list[int]]:
    found: dict[int | None, list[int]] = {}
    for key, one in pairs:
        found.setdefault(key, []).append(one)
    return found


def _verdicts(ids: set[int | None]) -> dict[int | None, Verdict]:
    related = ("entry__account", "place", "organisation", "programme", "remark", f"{_FIRST}__version")
    unread = [f"{_FIRST}__{name}" for name in ("content", "blocks", "pages", "boxes", "notes")]
    found = Verdict.objects.select_related(*related).defer(*unread, "carried_from__claim__as_published")
    found = found.prefetch_related("entry__acts__replaced_by__acts")
    wanted = sorted(one for one in ids if one is not None)
    return {verdict.pk: verdict for verdict in found.filter(pk__in=wanted)}


def pile(scope: Scope, *, programme: Programme | None = None) -> list[PileRow]:
    """Return the documents with a text that the viewer may review, in French order. Seven queries.

    The text is the last one of the last version that has one. `programme` keeps those of one programme.
    """
    documents = Document.objects.filter(reviewable_documents(scope))
    if programme is not None:
        documents = documents.filter(programme_documents__programme=programme)
    texts = _last_texts(documents)
    last = Reading.objects.filter(text__in=texts.values()).values("text").annotate(last=Max("pk"))
    readings = {
        reading.text_id: reading for reading in Reading.objects.filter(pk__in=[one["last"] for one in last])
    }
    kept = Text.objects.defer("content", "blocks").select_related("version").in_bulk(texts.values())
    ids = [reading.pk for reading in readings.values()]
    claims = _counts(with_state_of_claims(Claim.objects.filter(reading__in=ids)))
    alerts = _counts(with_state_of_alerts(Alert.objects.filter(reading__in=ids)))
    rows = []
    for document in documents.filter(pk__in=texts).order_by("sort_key", "pk").distinct():
        reading = readings.get(texts[document.pk])
        key = reading.pk if reading is not None else 0
        rows.append(
            PileRow(document, kept[texts[document.pk]], reading, claims.get(key, {}), alerts.get(key, {}))
        )
    return rows


def current_readings(documents: QuerySet[Document]) -> list[Reading]:
    """Return the last reading of the text to read of each document, with its text. Two queries."""
    texts = _last_texts(documents).values()
    readings = Reading.objects.filter(text__in=texts).select_related("text__version__document")
    return list({reading.text_id: reading for reading in readings.order_by("pk")}.values())


def _last_texts(documents: QuerySet[Document]) -> dict[int, int]:
    """The id of the text to read of each document: its last version's, by its latest extractor."""
    rows = Text.objects.filter(version__document__in=documents.values("pk")).order_by("version__number", "pk")
    return dict(rows.values_list("version__document", "pk"))


def _counts(found: QuerySet[Any]) -> dict[int, dict[State, int]]:
    counts: dict[int, dict[State, int]] = {}
    rows = found.order_by().values_list("reading", "state").annotate(times=Count("pk"))
    for reading, state, times in rows:
        counts.setdefault(reading, {})[State(state)] = times
    return counts


@dataclasses.dataclass(frozen=True)
class Next:
    """What to look at next: an alert, else a proposition; both None when nothing waits."""

    alert: Alert | None = None
    claim: Claim | None = None


def next_open(reading: Reading, *, after: int = -1) -> Next:
    """Return what waits in a reading: alerts first, the surest; then propositions in the order of the text.

    `after` is the start of the proposition just left: the next one at or after it, else the first that waits.
    """
    alerts = with_state_of_alerts(reading.alerts.all()).filter(state=State.OPEN)
    if (alert := alerts.order_by(_by_level(), "number").first()) is not None:
        return Next(alert=alert)
    waiting = with_state_of_claims(reading.claims.all()).filter(state=State.OPEN)
    ordered = waiting.order_by("start", "end", "number")
    return Next(claim=ordered.filter(start__gt=after).first() or ordered.first())


def next_document(scope: Scope, *, after: Document | None = None) -> PileRow | None:
    """Return the next document of the pile where something waits, those with open alerts first."""
    rows = [row for row in pile(scope) if row.reading is not None and row.judged < row.total]
    others = [row for row in rows if after is None or row.document != after]
    return min(others, key=lambda row: (row.open_alerts == 0, row.document.sort_key), default=None)
