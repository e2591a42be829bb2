"""What people judged of an earlier reading of a text, carried to a later one: nobody judges twice."""

import json
from typing import Any

from jalon.records.reading.models import Claim, Reading, Verdict
from jalon.records.reading.queries import AlertView, ClaimView, review
from jalon.records.reading.states import State


def carry_over(*, earlier: Reading, later: Reading) -> None:
    """Carry the verdicts of a reading to a later one of the same text; call it where the later one is kept.

    A proposition read again as it was keeps its verdict. One taken that is now read otherwise stays what
    people took, as a correction. One taken, or added by hand, that is no longer read is added again.
    """
    before = review(earlier)
    read_again: dict[tuple[str, int, int], list[Claim]] = {}
    for found in later.claims.order_by("-number"):
        read_again.setdefault(_place(found), []).append(found)
    same: dict[int, Claim | None] = {}
    for one in sorted(before.claims, key=lambda view: view.claim.number):
        alike = read_again.get(_place(one.claim))
        same[one.claim.pk] = alike.pop() if alike else None
    verdicts = []
    for one in _wholes_first(before.claims):
        claim = same[one.claim.pk]
        if claim is None and (one.state.is_taken or one.claim.added_by):
            claim = same[one.claim.pk] = _added_again(one.claim, later, same)
        if claim is not None and (verdict := _carried(one, claim)) is not None:
            verdicts.append(verdict)
    verdicts += _of_alerts(before.alerts, later)
    Verdict.objects.bulk_create(verdicts, batch_size=500)


def _place(claim: Claim) -> tuple[str, int, int]:
    return claim.type, claim.start, claim.end


def _wholes_first(claims: tuple[ClaimView, ...]) -> list[ClaimView]:
    whole_of = {one.claim.pk: one.claim.of_id for one in claims}

    def depth(pk: int | None) -> int:
        return 0 if pk is None else 1 + depth(whole_of.get(pk))

    return sorted(claims, key=lambda one: depth(one.claim.of_id))


def _added_again(claim: Claim, later: Reading, same: dict[int, Claim | None]) -> Claim:
    last = later.claims.order_by("-number").values_list("number", flat=True).first()
    return Claim.objects.create(
        reading=later,
        number=(last or 0) + 1,
        type=claim.type,
        start=claim.start,
        end=claim.end,
        as_published=claim.as_published,
        of=same.get(claim.of_id) if claim.of_id is not None else None,
        added_by=claim.added_by,
    )


def _carried(one: ClaimView, claim: Claim) -> Verdict | None:
    held = one.verdict
    if held is None or one.state is State.OPEN:
        return None
    kind, corrected = held.kind, held.corrected
    if _text(one.published) != _text(claim.as_published):
        if not one.state.is_taken:
            return None
        kind, corrected = Verdict.Kind.CORRECTED, one.said
    return Verdict(
        claim=claim,
        kind=kind,
        reason=held.reason,
        corrected=corrected,
        by=held.by,
        entry=held.entry,
        place=held.place,
        organisation=held.organisation,
        programme=held.programme,
        carried_from_id=held.carried_from_id or held.pk,
    )


def _text(said: dict[str, Any]) -> str:
    return json.dumps(said, sort_keys=True)


def _of_alerts(before: tuple[AlertView, ...], later: Reading) -> list[Verdict]:
    again = {(alert.kind, _text({"at": alert.spans})): alert for alert in later.alerts.all()}
    verdicts = []
    for one in before:
        alert = again.get((one.alert.kind, _text({"at": one.alert.spans})))
        if alert is None or one.verdict is None or one.state is State.OPEN:
            continue
        held = one.verdict
        verdicts.append(
            Verdict(
                alert=alert,
                kind=held.kind,
                reason=held.reason,
                by=held.by,
                remark=held.remark,
                carried_from=held,
            )
        )
    return verdicts
