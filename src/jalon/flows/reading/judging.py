"""Judging what was read: accepting into the ledger, correcting, ignoring, undoing; one transaction each."""

import datetime
from collections.abc import Callable, Mapping
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
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
from jalon.records.reading.models import VERSIONS, Alert, Claim, Verdict
from jalon.records.reading.queries import last_verdict
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

Figure = tuple[int, str, datetime.date | None, datetime.date, int | None]
"""What makes two entries say the same figure: account, stage, start, end, place."""


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
    check_chosen(proposal)
    return accept(claim=claim, target=proposal.target, scope=known.scope, by=by)


def check_chosen(proposal: Proposal) -> None:
    """Refuse a figure for which a person must choose, saying what."""
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
    check_replaced(claim)
    check_apart(claim, target, _held_entry)
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


def check_replaced(claim: Claim) -> None:
    """Refuse a figure that another text said otherwise, while the entry made of that one holds."""
    said = with_state_of_alerts(Alert.objects.filter(kind=VERSIONS, claims=claim, reading=claim.reading_id))
    for alert in said:
        entries = earlier_entries(alert)
        if any(entry_state(one) == EntryState.CORRECTED for one in entries):
            raise Refused(
                "corrected_before",
                _(
                    "L’écriture de la version précédente a été corrigée : ce chiffre est déjà au registre. "
                    "Ignorer cette proposition, ou retirer d’abord la correction."
                ),
            )
        if entries and alert.state != State.DISMISSED:
            raise Refused(
                "said_before",
                _("%(alert)s Un chiffre n’a qu’une écriture : juger d’abord cette alerte.")
                % {"alert": alert.explanation},
            )


def earlier_entries(alert: Alert) -> list[Entry]:
    """Return the entries that still hold of what an alert says another text of the document said."""
    made = Entry.objects.filter(verdicts__claim__in=earlier_claims(alert)).select_related(
        "account__programme"
    )
    return [one for one in made.prefetch_related(WITH_ACTS).distinct().order_by("pk") if holds(one)]


def earlier_claims(alert: Alert) -> QuerySet[Claim]:
    """Return what an alert compares of another text of the document; nothing for other alerts."""
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


def check_apart(claim: Claim, target: FigureTarget, held: Callable[[Claim], Figure | None]) -> None:
    """Refuse a headcount beside its own women or men, both entered: they would contradict each other."""
    kin = parts_of(claim)
    if claim.of is not None and claim.as_published.get("sex") in {"F", "M"}:
        kin.append(claim.of)
    for one in kin:
        if (figure := held(one)) is not None and figure == figure_of(target):
            raise Refused(
                "entered_apart",
                _(
                    "« %(quote)s » est déjà au registre, pour le même indicateur et la même période : "
                    "rouvrir cette proposition, puis accepter le total avec ses femmes et ses hommes."
                )
                % {"quote": claim.reading.text.content[one.start : one.end]},
            )


def _held_entry(claim: Claim) -> Figure | None:
    held = last_verdict(claim=claim)
    return figure_held(held.entry) if held is not None and held.entry is not None else None


def figure_held(entry: Entry) -> Figure | None:
    """Return what figure an entry says; None when it holds no more."""
    if entry_state(entry) != EntryState.DRAFT and not entry_state(entry).counts:
        return None
    return entry.account_id, entry.stage, entry.start, entry.end, entry.place_id


def figure_of(target: FigureTarget) -> Figure | None:
    """Return what figure an entry to make says; None when its indicator is to be opened."""
    if isinstance(target.account, NewAccount):
        return None
    start = target.end if target.kind == Entry.Kind.EVENT else target.start
    return target.account.pk, target.stage, start, target.end, target.place.pk if target.place else None


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


@transaction.atomic
def note_alert(*, alert: Alert, by: str, title: str = "") -> Verdict:
    """Keep an alert as a remark between its passages, shown beside the figures and programmes concerned."""
    text = alert.reading.text
    earlier = earlier_claims(alert).select_related("reading__text__version__document").order_by("start")
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
