"""Judging what was read: accepting into the ledger, correcting, ignoring, undoing; one transaction each."""

import dataclasses
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import QuerySet, prefetch_related_objects
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jalon.flows.reading.entering import enter
from jalon.flows.reading.proposing import Known, parts_of, propose
from jalon.flows.reading.targets import (
    Becomes,
    EntityTarget,
    FigureTarget,
    NewAccount,
    Proposal,
    Target,
)
from jalon.records.ledger import actions as ledger
from jalon.records.ledger.models import Entry
from jalon.records.ledger.rules import may_do
from jalon.records.ledger.states import WITH_ACTS, EntryState
from jalon.records.ledger.states import state_of as entry_state
from jalon.records.problems import Refused
from jalon.records.programmes import actions as programmes
from jalon.records.programmes.models import Programme
from jalon.records.programmes.rules import Scope
from jalon.records.reading import actions
from jalon.records.reading.actions import Taken
from jalon.records.reading.models import VERSIONS, Alert, Claim, Reading, Verdict
from jalon.records.reading.queries import ClaimView, last_verdict, review
from jalon.records.reading.states import State, state_of, with_state_of_alerts
from jalon.records.reading.versions import holds
from jalon.records.sources import actions as sources

IGNORE_REASONS = (
    gettext_lazy("Ce n’est pas un chiffre du programme."),
    gettext_lazy("Déjà pris ailleurs dans ce document."),
    gettext_lazy("Mal lu : ce n’est pas ce que dit le texte."),
    gettext_lazy("Sans intérêt pour le suivi."),
)

add_claim = actions.add_claim


@transaction.atomic
def accept(*, claim: Claim, target: Target, scope: Scope, by: str) -> Verdict:
    """Accept a proposition as read; a figure with a target enters the ledger, its passage as source.

    The entry is approved at once where the viewer may approve; its women and men, when they are open, are
    accepted with it. Raises Refused.
    """
    return _take(claim, claim.as_published, target, scope, by, kind=Verdict.Kind.ACCEPTED)


@transaction.atomic
def accept_as_read(*, claim: Claim, known: Known, by: str) -> Verdict:
    """Accept a proposition with all that is proposed for it. Raises Refused when a person must choose."""
    proposal = propose(claim, known)
    _check_chosen(proposal)
    return accept(claim=claim, target=proposal.target, scope=known.scope, by=by)


def _check_chosen(proposal: Proposal) -> None:
    if proposal.becomes is Becomes.ENTRY and proposal.target is None:
        raise Refused("to_choose", " ".join(proposal.missing))


@transaction.atomic
def correct(
    *,
    claim: Claim,
    corrected: Mapping[str, Any],
    target: Target,
    scope: Scope,
    by: str,
    reason: str = "",
) -> Verdict:
    """Accept a proposition otherwise than read: `corrected` holds all of its value and details.

    What was published stays beside it; the entry carries the corrected value and says so. Raises Refused.
    """
    return _take(
        claim, corrected, target, scope, by, kind=Verdict.Kind.CORRECTED, corrected=corrected, reason=reason
    )


def _take(
    claim: Claim,
    said: Mapping[str, Any],
    target: Target,
    scope: Scope,
    by: str,
    *,
    kind: str,
    corrected: Mapping[str, Any] | None = None,
    reason: str = "",
) -> Verdict:
    if not isinstance(target, FigureTarget):
        known = target or EntityTarget()
        return actions.judge_claim(
            claim=claim,
            kind=kind,
            by=by,
            reason=reason,
            corrected=corrected,
            place=known.place,
            organisation=known.organisation,
            programme=known.programme,
        )
    actions.check_once(claim)
    _check_replaced(claim)
    _check_apart(claim, target)
    parts = open_parts(claim) if target.with_parts else []
    entry = enter(
        claim=claim,
        said=said,
        parts=parts,
        target=target,
        scope=scope,
        by=by,
        corrected=kind == Verdict.Kind.CORRECTED,
    )
    for part in parts:
        actions.judge_claim(claim=part, kind=Verdict.Kind.ACCEPTED, by=by, entry=entry)
    return actions.judge_claim(claim=claim, kind=kind, by=by, reason=reason, corrected=corrected, entry=entry)


def _check_replaced(claim: Claim) -> None:
    """Refuse a figure that another text said otherwise, while the entry made of that one holds."""
    said = with_state_of_alerts(Alert.objects.filter(kind=VERSIONS, claims=claim, reading=claim.reading_id))
    for alert in said.exclude(state=State.DISMISSED):
        if earlier_entries(alert):
            raise Refused(
                "said_before",
                _("%(alert)s Un chiffre n’a qu’une écriture : juger d’abord cette alerte.")
                % {"alert": alert.explanation},
            )


def earlier_entries(alert: Alert) -> list[Entry]:
    """Return the entries that still hold of what an alert says another text of the document said."""
    made = Entry.objects.filter(verdicts__claim__in=_earlier_claims(alert)).select_related(
        "account__programme"
    )
    return [one for one in made.prefetch_related(WITH_ACTS).distinct().order_by("pk") if holds(one)]


def _earlier_claims(alert: Alert) -> QuerySet[Claim]:
    if alert.kind != VERSIONS:
        return Claim.objects.none()
    return alert.claims.exclude(reading=alert.reading_id)


@transaction.atomic
def withdraw_earlier(*, alert: Alert, scope: Scope, by: str) -> Verdict:
    """Withdraw the entries made of what another text said, and close the alert. Raises Refused.

    What the text says now may then be accepted: one figure, one entry.
    """
    entries = earlier_entries(alert)
    if not entries:
        raise Refused(
            "nothing_to_withdraw",
            _("L’écriture de la version précédente n’est plus au registre : écarter l’alerte avec un motif."),
        )
    for entry in entries:
        if entry_state(entry) == EntryState.CORRECTED:
            raise Refused(
                "corrected_since",
                _("Cette écriture a été corrigée depuis : l’ouvrir, et retirer d’abord la correction."),
            )
        if not may_do(scope, entry, username=by).withdraw:
            raise Refused(
                "may_not_withdraw",
                _("Cette écriture ne peut être retirée que par un responsable du programme."),
            )
        ledger.withdraw(entry=entry, by=by, why=alert.explanation)
    return actions.judge_alert(
        alert=alert,
        kind=Verdict.Kind.DISMISSED,
        by=by,
        reason=_("L’écriture de la version précédente est retirée."),
    )


def _check_apart(claim: Claim, target: FigureTarget) -> None:
    """Refuse a headcount beside its own women or men, both entered: they would contradict each other."""
    kin = parts_of(claim)
    if claim.of is not None and claim.as_published.get("sex") in {"F", "M"}:
        kin.append(claim.of)
    for one in kin:
        held = last_verdict(claim=one)
        if held is not None and held.entry is not None and _same_figure(held.entry, target):
            raise Refused(
                "entered_apart",
                _(
                    "« %(quote)s » est déjà au registre, pour le même indicateur et la même période : "
                    "rouvrir cette proposition, puis accepter le total avec ses femmes et ses hommes."
                )
                % {"quote": claim.reading.text.content[one.start : one.end]},
            )


def _same_figure(entry: Entry, target: FigureTarget) -> bool:
    """Whether an entry that still holds says the same figure as the one to make."""
    start = target.end if target.kind == Entry.Kind.EVENT else target.start
    said = (entry.account, entry.stage, entry.start, entry.end, entry.place)
    wanted = (target.account, target.stage, start, target.end, target.place)
    return said == wanted and (entry_state(entry) == EntryState.DRAFT or entry_state(entry).counts)


def open_parts(claim: Claim) -> list[Claim]:
    """Return the women and the men of a headcount that nobody judged yet."""
    return [part for part in parts_of(claim) if not state_of(last_verdict(claim=part)).is_judged]


@transaction.atomic
def ignore(*, claim: Claim, reason: str, by: str) -> Verdict:
    """Leave a proposition out, with the reason. Raises Refused without one."""
    return actions.judge_claim(claim=claim, kind=Verdict.Kind.IGNORED, by=by, reason=reason)


@transaction.atomic
def reopen(*, claim: Claim, by: str, why: str = "") -> Verdict:
    """Undo what was judged: the entry made of it is withdrawn, and its women and men are open again."""
    held = last_verdict(claim=claim)
    entry = held.entry if held is not None else None
    reason = why.strip() or _("Proposition rouverte.")
    if entry is None:
        return actions.judge_claim(claim=claim, kind=Verdict.Kind.REOPENED, by=by, reason=why)
    match entry_state(entry):
        case EntryState.WITHDRAWN | EntryState.DISCARDED:
            pass
        case EntryState.CORRECTED:
            raise Refused(
                "corrected_since",
                _("L’écriture de cette proposition a été corrigée : retirer d’abord la correction."),
            )
        case _:
            ledger.withdraw(entry=entry, by=by, why=reason)
    verdict = None
    for one in _made_with(entry, claim):
        made = actions.judge_claim(claim=one, kind=Verdict.Kind.REOPENED, by=by, reason=why)
        verdict = made if one == claim else verdict
    assert verdict is not None
    return verdict


def _made_with(entry: Entry, claim: Claim) -> list[Claim]:
    """The claims of the same reading that made an entry, as their last verdicts say."""
    of_entry = Claim.objects.filter(reading=claim.reading_id, verdicts__entry=entry).distinct()
    standing = []
    for one in of_entry.select_related("reading__text__version__document").order_by("start"):
        held = last_verdict(claim=one)
        if held is not None and held.entry_id == entry.pk:
            standing.append(one)
    return standing


@dataclasses.dataclass(frozen=True)
class AcceptedAll:
    """How many propositions were accepted at once, and those left with the reason (a French sentence)."""

    accepted: int
    left: tuple[tuple[Claim, str], ...]


def accept_all(*, reading: Reading, type: str, known: Known, by: str) -> AcceptedAll:
    """Accept all the open propositions of a type that need no choice.

    No indicator is opened, and a figure that an open alert compares does not enter the ledger: a person looks
    at those one by one. Each entry is its own transaction; the rest is accepted together.
    """
    seen = review(reading)
    doubtful = {pk for one in seen.alerts if not one.state.is_judged for pk in one.claims}
    waiting = [one for one in seen.claims if one.claim.type == type and not one.state.is_judged]
    waiting.sort(key=lambda one: one.claim.of_id is not None)  # a total before its women and its men
    known.look_up(name for one in waiting for name in _places_said(one.published))
    prefetch_related_objects([one.claim for one in waiting], "parts")
    taken: list[Taken] = []
    entered: set[int] = set()
    left: list[tuple[Claim, str]] = []
    for one in waiting:
        if one.claim.pk in entered:
            continue  # with its total, just now
        proposal = propose(one.claim, known)
        if proposal.becomes is not Becomes.ENTRY:
            taken.append(_taken(one.claim, proposal.target))
            continue
        try:
            entry = _accept_figure(one, proposal, doubtful, known.scope, by).entry
        except Refused as refusal:
            left.append((one.claim, str(refusal)))
        else:
            entered |= set(Claim.objects.filter(verdicts__entry=entry).values_list("pk", flat=True))
    kept = actions.accept_many(reading=reading, taken=taken, by=by)
    return AcceptedAll(len(entered) + kept, tuple(sorted(left, key=lambda pair: pair[0].start)))


def _places_said(said: Mapping[str, Any]) -> list[str]:
    """The names that a proposition gives of places: its own, or those of its figure."""
    names = said.get("place") or []
    return [str(said.get("value") or ""), *([names] if isinstance(names, str) else map(str, names))]


def _accept_figure(one: ClaimView, proposal: Proposal, doubtful: set[int], scope: Scope, by: str) -> Verdict:
    if doubtful & {one.claim.pk, *one.parts}:
        raise Refused("under_alert", _("Une alerte porte sur cette proposition : la juger d’abord."))
    _check_chosen(proposal)
    target = proposal.target
    if isinstance(target, FigureTarget) and isinstance(target.account, NewAccount):
        raise Refused("no_account", _("Aucun indicateur ne compte encore cela : le choisir ou l’ouvrir."))
    return accept(claim=one.claim, target=target, scope=scope, by=by)


def _taken(claim: Claim, target: Target) -> Taken:
    if not isinstance(target, EntityTarget):
        return Taken(claim)
    return Taken(claim, target.place, target.organisation, target.programme)


@transaction.atomic
def note_alert(*, alert: Alert, by: str, title: str = "") -> Verdict:
    """Keep an alert as a remark between its passages, shown beside the figures and programmes concerned."""
    text = alert.reading.text
    earlier = _earlier_claims(alert).select_related("reading__text__version__document").order_by("start")
    passages = [(one.reading.text, one.start, one.end) for one in earlier[:1]]
    passages += [(text, int(start), int(end)) for start, end in alert.spans]
    if not passages:
        raise Refused("no_passage", _("Cette alerte ne cite aucun passage : l’écarter avec un motif."))
    first, *others = (
        sources.cite_span(text=one, start=start, end=end)
        for one, start, end in dict.fromkeys((passages[0], passages[-1]))
    )
    second = others[0] if others else None
    remark = sources.remark(
        title=(title.strip() or alert.explanation)[:200],
        explanation=alert.explanation,
        first=first,
        second=second,
        by=by,
    )
    entries = Entry.objects.filter(verdicts__claim__alerts=alert).select_related("account").distinct()
    for entry in entries:
        ledger.attach_remark(account=entry.account, remark=remark)
    for programme in Programme.objects.filter(programme_documents__document=text.version.document):
        programmes.attach_remark(programme=programme, remark=remark)
    return actions.judge_alert(alert=alert, kind=Verdict.Kind.NOTED, by=by, remark=remark)


def dismiss_alert(*, alert: Alert, reason: str, by: str) -> Verdict:
    """Say that an alert is no problem, and why. Raises Refused without a reason."""
    return actions.judge_alert(alert=alert, kind=Verdict.Kind.DISMISSED, by=by, reason=reason)


def reopen_alert(*, alert: Alert, by: str) -> Verdict:
    """Undo what was judged of an alert; a remark already written stays, dated."""
    return actions.judge_alert(alert=alert, kind=Verdict.Kind.REOPENED, by=by)
