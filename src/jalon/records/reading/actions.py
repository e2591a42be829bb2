"""The verbs of review: keep a reading, add a proposition by hand, judge. Nothing here touches the ledger."""

import dataclasses
from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from jalon.core.reading.facts import Check, Fact
from jalon.core.reading.outer import fact_json
from jalon.records.ledger.models import Entry
from jalon.records.parties.models import Organisation
from jalon.records.places.models import Place
from jalon.records.problems import Refused
from jalon.records.programmes.models import Programme
from jalon.records.reading.models import Alert, Claim, Reading, Verdict
from jalon.records.reading.queries import is_current, last_verdict
from jalon.records.reading.rules import check_said
from jalon.records.reading.states import State, state_of, with_state_of_claims
from jalon.records.reading.versions import text_words
from jalon.records.sources.models import Document, Remark, Text
from jalon.records.trail import actions as trail

BATCH = 500
DEEPEST = 8
_NOT_SAID = frozenset({"id", "type", "start", "end", "quote", "of"})


@transaction.atomic
def keep_reading(
    *, text: Text, version: str, facts: Sequence[Fact], checks: Sequence[Check], by: str
) -> Reading:
    """Keep what one version of the reader found in a text: its claims and its alerts, all or nothing."""
    reading = Reading.objects.create(
        text=text, version=version, read_by=by, checks_held=sum(not check.is_alert for check in checks)
    )
    claims = _keep_facts(reading, facts)
    _keep_alerts(reading, [check for check in checks if check.is_alert], claims)
    _tell(by, "reading.keep", reading)
    return reading


def _keep_facts(reading: Reading, facts: Sequence[Fact]) -> dict[int, Claim]:
    """Keep facts, numbered in their order, wholes before their parts; return the claims by id of the fact."""
    content = reading.text.content
    names = {id(fact): str(number) for number, fact in enumerate(facts, 1)}
    kept: dict[int, Claim] = {}
    levels: dict[int, list[Fact]] = {}
    for fact in facts:
        levels.setdefault(_depth(fact, names), []).append(fact)
    for _level, found in sorted(levels.items()):
        claims = [
            Claim(
                reading=reading,
                number=int(names[id(fact)]),
                type=str(fact.type),
                start=fact.start,
                end=fact.end,
                as_published=_said(fact, content, names),
                of=kept.get(id(fact.of)),
            )
            for fact in found
        ]
        Claim.objects.bulk_create(claims, batch_size=BATCH)
        kept.update(zip(map(id, found), claims, strict=True))
    return kept


def _depth(fact: Fact, names: Mapping[int, str]) -> int:
    depth, whole = 0, fact.of
    while whole is not None and id(whole) in names and depth < DEEPEST:
        depth, whole = depth + 1, whole.of
    return depth


def _said(fact: Fact, content: str, names: dict[int, str]) -> dict[str, Any]:
    return {key: value for key, value in fact_json(fact, content, names).items() if key not in _NOT_SAID}


def _keep_alerts(reading: Reading, checks: Sequence[Check], claims: Mapping[int, Claim]) -> None:
    alerts = [
        Alert(
            reading=reading,
            number=number,
            kind=check.kind,
            status=str(check.status),
            level=str(check.level),
            spans=[[span.start, span.end] for span in check.spans],
            explanation=check.explain,
        )
        for number, check in enumerate(checks, 1)
    ]
    Alert.objects.bulk_create(alerts, batch_size=BATCH)
    compared = Alert.claims.through
    compared.objects.bulk_create(
        (
            compared(alert=alert, claim=claims[fact])
            for alert, check in zip(alerts, checks, strict=True)
            for fact in dict.fromkeys(map(id, check.facts))
            if fact in claims
        ),
        batch_size=BATCH,
    )


@transaction.atomic
def add_claim(
    *,
    reading: Reading,
    type: str,
    start: int,
    end: int,
    said: Mapping[str, Any],
    by: str,
    of: Claim | None = None,
) -> Claim:
    """Add by hand a proposition that the reader did not make; it is numbered after the others.

    `said` holds its `value` and its details, as in the outer format. Raises Refused for characters outside
    the text, a detail its type does not have, or a reading that is no longer the last of its text.
    """
    _check_current(reading)
    check_said(type, said)
    _check_passage(reading.text, start, end)
    last = reading.claims.order_by("-number").values_list("number", flat=True).first()
    claim = Claim.objects.create(
        reading=reading,
        number=(last or 0) + 1,
        type=type,
        start=start,
        end=end,
        as_published=dict(said),
        of=of,
        added_by=by,
    )
    _tell(by, "claim.add", reading, claim)
    return claim


@transaction.atomic
def judge_claim(
    *,
    claim: Claim,
    kind: str,
    by: str,
    reason: str = "",
    corrected: Mapping[str, Any] | None = None,
    entry: Entry | None = None,
    place: Place | None = None,
    organisation: Organisation | None = None,
    programme: Programme | None = None,
) -> Verdict:
    """Judge a proposition: accepted, corrected or ignored when open, reopened when judged.

    Raises Refused when it is not in the state the verdict needs, without a reason where one is due, for a
    correction that its type does not have or outside the text, or on a reading that is not the last of its
    text.
    """
    _check_current(claim.reading)
    Claim.objects.select_for_update().filter(pk=claim.pk).first()  # one judge at a time
    held = last_verdict(claim=claim)
    _check_once(claim, held, kind)
    _check_open(state_of(held), kind)
    _check_reason(kind, reason)
    if corrected is not None:
        check_said(claim.type, corrected)
        start, end = corrected.get("start", claim.start), corrected.get("end", claim.end)
        _check_passage(claim.reading.text, int(start), int(end))
    verdict = Verdict.objects.create(
        claim=claim,
        kind=kind,
        reason=reason.strip()[:500],
        corrected=dict(corrected) if corrected is not None else None,
        by=by,
        entry=entry,
        place=place,
        organisation=organisation,
        programme=programme,
    )
    _tell(by, f"claim.{kind}", claim.reading, claim)
    return verdict


@dataclasses.dataclass(frozen=True)
class Taken:
    """A proposition to accept as read, and what exists that it is; or the entry made of it."""

    claim: Claim
    place: Place | None = None
    organisation: Organisation | None = None
    programme: Programme | None = None
    entry: Entry | None = None


@transaction.atomic
def accept_many(*, reading: Reading, taken: Sequence[Taken], by: str) -> int:
    """Accept open propositions of one reading as read, in few queries; return how many were still open."""
    _check_current(reading)
    wanted = Claim.objects.select_for_update().filter(pk__in=[one.claim.pk for one in taken], reading=reading)
    locked = {claim.pk for claim in wanted.only("pk")}
    judged = with_state_of_claims(reading.claims.filter(pk__in=locked)).exclude(state=State.OPEN)
    waiting = locked - set(judged.values_list("pk", flat=True))
    made = Verdict.objects.bulk_create(
        (
            Verdict(
                claim=one.claim,
                kind=Verdict.Kind.ACCEPTED,
                by=by,
                place=one.place,
                organisation=one.organisation,
                programme=one.programme,
                entry=one.entry,
            )
            for one in taken
            if one.claim.pk in waiting
        ),
        batch_size=BATCH,
    )
    _tell(by, "claim.accept_many", reading)
    return len(made)


@transaction.atomic
def judge_alert(
    *, alert: Alert, kind: str, by: str, reason: str = "", remark: Remark | None = None
) -> Verdict:
    """Judge an alert: noted (with its remark) or dismissed when open, reopened when judged.

    Raises Refused like `judge_claim`.
    """
    _check_current(alert.reading)
    Alert.objects.select_for_update().filter(pk=alert.pk).first()
    _check_open(state_of(last_verdict(alert=alert)), kind)
    _check_reason(kind, reason)
    verdict = Verdict.objects.create(
        alert=alert, kind=kind, reason=reason.strip()[:500], by=by, remark=remark
    )
    _tell(by, f"alert.{kind}", alert.reading, alert)
    return verdict


def lock_review(document: Document) -> None:
    """Let one at a time judge or read a document: what is judged is known where a later text is compared."""
    list(Document.objects.select_for_update(no_key=True).filter(pk=document.pk).values_list("pk"))


def _check_current(reading: Reading) -> None:
    lock_review(reading.text.version.document)
    if not is_current(reading):
        raise Refused(
            "read_again",
            _("Ce document a été relu depuis : ouvrir sa dernière lecture pour juger ses propositions."),
        )


def _check_passage(text: Text, start: int, end: int) -> None:
    if not 0 <= start < end <= text.length or not text.content[start:end].strip():
        raise Refused(
            "passage_outside", _("Le passage choisi n’est pas dans le texte : le sélectionner de nouveau.")
        )


def check_once(claim: Claim) -> None:
    """Refuse to take a figure again of which another text of its document made an entry, saying which."""
    _check_once(claim, last_verdict(claim=claim), Verdict.Kind.ACCEPTED)


def _check_once(claim: Claim, held: Verdict | None, kind: str) -> None:
    if held is None or held.entry is None or held.carried_from is None or kind == Verdict.Kind.REOPENED:
        return
    first = held.carried_from.claim
    if first is not None and first.reading.text_id != claim.reading.text_id:
        raise Refused(
            "entered_before",
            _(
                "Ce chiffre est déjà inscrit depuis %(earlier)s : un chiffre n’a qu’une écriture. "
                "Pour décider de nouveau, rouvrir la proposition, ce qui retire cette écriture."
            )
            % {"earlier": text_words(first.reading.text, beside=claim.reading.text)},
        )


def _check_open(state: State, kind: str) -> None:
    if kind == Verdict.Kind.REOPENED and not state.is_judged:
        raise Refused("not_judged", _("Rien n’a encore été décidé ici : il n’y a rien à rouvrir."))
    if kind != Verdict.Kind.REOPENED and state.is_judged:
        raise Refused(
            "already_judged",
            _("Déjà décidé (%(state)s) : rouvrir d’abord, puis décider de nouveau.") % {"state": state.label},
        )


def _check_reason(kind: str, reason: str) -> None:
    if kind in {Verdict.Kind.IGNORED, Verdict.Kind.DISMISSED} and not reason.strip():
        raise Refused("no_reason", _("Dire pourquoi : le motif reste avec la proposition."))


def _tell(by: str, verb: str, reading: Reading, thing: Claim | Alert | None = None) -> None:
    """The trail names the document and the number, never what is read: it is kept in clear."""
    document = reading.text.version.document
    trail.record(
        by=by,
        verb=verb,
        object_type="reading" if thing is None else thing._meta.model_name or "",
        object_id=str((thing or reading).pk),
        object_label=document.title if thing is None else f"{document.title} · {thing.number}",
    )
