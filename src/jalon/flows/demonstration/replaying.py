"""Replaying the recorded review: the documents are read here too, and each proposition gets its verdict."""

from collections.abc import Iterator, Mapping

from jalon.core.reading.facts import Span
from jalon.flows.demonstration.content import Content, EntryData, JudgedData, Passage, RemarkData
from jalon.flows.demonstration.quotes import find
from jalon.flows.demonstration.review import Decision, decisions
from jalon.flows.demonstration.tables import ContentProblem
from jalon.flows.reading import judging
from jalon.flows.reading.proposing import Known, propose
from jalon.flows.reading.running import read_text
from jalon.flows.reading.targets import EntityTarget
from jalon.records.ledger.models import Entry
from jalon.records.programmes.rules import Scope
from jalon.records.reading import actions
from jalon.records.reading.models import Alert, Claim, Reading, Verdict
from jalon.records.sources.models import Remark, Text

EVERYTHING = Scope(everything=True, roles={})


class Replay:
    """One replay: the readings of the texts of the demonstration, and what is decided of them."""

    def __init__(self, content: Content, texts: Mapping[str, Text], *, by: str) -> None:
        self.content = content
        self.documents = {document.key: document for document in content.documents}
        self.readings: dict[str, Reading] = {key: read_text(text, by=by) for key, text in texts.items()}
        self.claims = {key: list(reading.claims.all()) for key, reading in self.readings.items()}
        self.alerts = {key: list(reading.alerts.all()) for key, reading in self.readings.items()}
        self._judged: set[int] = set()
        self._noted: set[int] = set()

    def judge_entry(self, data: EntryData, entry: Entry) -> None:
        """Say of each proposition of an entry what was decided, and that it became this entry."""
        for decision in decisions(data, self.documents[data.document]):
            claim = self._claim(decision)
            if claim.pk in self._judged:
                continue
            self._judged.add(claim.pk)
            corrected = decision.said.verdict == "corrected"
            actions.judge_claim(
                claim=claim,
                kind=Verdict.Kind.CORRECTED if corrected else Verdict.Kind.ACCEPTED,
                corrected={**claim.as_published, "value": _number(decision.said.value)}
                if corrected
                else None,
                by=data.recorded_by,
                entry=entry,
            )

    def _claim(self, decision: Decision) -> Claim:
        """The proposition that was judged, added by hand where the reader proposes nothing usable."""
        key, said = decision.entry.document, decision.said
        if decision.is_read and decision.fact is not None:
            place = (str(decision.fact.type), decision.fact.start, decision.fact.end)
            return next(one for one in self.claims[key] if (one.type, one.start, one.end) == place)
        return actions.add_claim(
            reading=self.readings[key],
            type=Claim.Type.QUANTITY,
            start=decision.span.start,
            end=decision.span.end,
            said={"value": _number(said.value)},
            by=decision.entry.recorded_by,
        )

    def note(self, data: RemarkData, remark: Remark, *, by: str) -> None:
        """Say that an alert was noted by this remark. Raises ContentProblem when the reader gives none."""
        if not data.alert:
            return
        for passage in (data.first, *([data.second] if data.second else [])):
            for alert in self._alerts(passage):
                if alert.kind == data.alert and alert.pk not in self._noted:
                    self._noted.add(alert.pk)
                    actions.judge_alert(alert=alert, kind=Verdict.Kind.NOTED, by=by, remark=remark)
                    return
        raise ContentProblem(f"{data.code} {data.title} : le lecteur ne donne pas d’alerte « {data.alert} ».")

    def _alerts(self, passage: Passage) -> Iterator[Alert]:
        start = find(self.readings[passage.document].text.content, passage.quote, passage.occurrence)
        span = Span(start, start + len(passage.quote))
        for alert in self.alerts[passage.document]:
            if any(span.overlaps(Span(*one)) for one in alert.spans):
                yield alert

    def judge_others(self, data: JudgedData) -> None:
        """Keep or leave out what is not a figure of the ledger, as the review did."""
        inside = self._inside(data)
        known = Known.of(self.readings[data.document].text.version.document, EVERYTHING)
        for claim in self.claims[data.document]:
            if claim.type in data.types and claim.pk not in self._judged and inside(claim.start, claim.end):
                self._judged.add(claim.pk)
                if data.verdict == "accepted":
                    self._accept(claim, known, by=data.by)
                else:
                    actions.judge_claim(
                        claim=claim, kind=Verdict.Kind.IGNORED, by=data.by, reason=data.reason
                    )
        for alert in self.alerts[data.document]:
            stands = any(inside(start, end) for start, end in alert.spans)
            if alert.kind in data.alerts and alert.pk not in self._noted and stands:
                self._noted.add(alert.pk)
                actions.judge_alert(alert=alert, kind=Verdict.Kind.DISMISSED, by=data.by, reason=data.reason)

    def _accept(self, claim: Claim, known: Known, *, by: str) -> None:
        """Accept what is no figure: tied to the place, the organisation or the programme that it is."""
        target = propose(claim, known).target
        kept = target if isinstance(target, EntityTarget) else None
        judging.accept(claim=claim, target=kept, scope=EVERYTHING, by=by)

    def _inside(self, data: JudgedData) -> "Inside":
        text = self.readings[data.document].text.content
        if not data.quote:
            return Inside(0, len(text))
        start = find(text, data.quote, data.occurrence)
        if start < 0:
            raise ContentProblem(
                f"Relecture de {data.document} : « {data.quote} » ne figure pas dans le texte."
            )
        return Inside(start, start + len(data.quote))


class Inside:
    """Whether characters stand in a passage."""

    def __init__(self, start: int, end: int) -> None:
        self.span = Span(start, end)

    def __call__(self, start: int, end: int) -> bool:
        return self.span.start <= start and end <= self.span.end


def _number(text: str) -> int | float:
    return float(text) if "." in text else int(text)
