"""A figure that was read enters the ledger: the value as read becomes lines, the passage its source."""

import dataclasses
from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils.translation import gettext as _

from jalon.core.values import ValueProblem, to_scaled
from jalon.flows.intake.recording import SEX, Part, Typed, lines_of, record_typed_many
from jalon.flows.intake.values import ReadValue, read_value, value_in
from jalon.flows.reading.targets import FigureTarget, NewAccount
from jalon.records.ledger import actions as ledger
from jalon.records.ledger.models import Account, Entry, PlanVersion
from jalon.records.problems import Refused
from jalon.records.programmes.rules import Scope
from jalon.records.reading.models import Claim
from jalon.records.users.roles import Permission

_QUALIFIERS = {"about": Entry.Qualifier.ABOUT, "min": Entry.Qualifier.AT_LEAST}


def enter(
    *,
    claim: Claim,
    said: Mapping[str, Any],
    parts: Sequence[Claim],
    target: FigureTarget,
    scope: Scope,
    by: str,
    corrected: bool = False,
) -> Entry:
    """Record the entry of a figure, opening its account when it is new; approve it where the viewer may.

    `said` is the value that holds; `parts` the women and the men that go with it. Raises Refused.
    """
    typed = typed_of(
        claim=claim, said=said, parts=parts, target=target, scope=scope, by=by, corrected=corrected
    )
    return enter_many([typed], scope=scope, by=by)[0]


def enter_many(figures: Sequence[Typed], *, scope: Scope, by: str) -> list[Entry]:
    """Record the entries of figures of one text, in few queries; approve those that the viewer may."""
    entries = record_typed_many(figures, by=by)
    approvable: dict[int, bool] = {}
    for entry in entries:
        if entry.account_id not in approvable:
            approvable[entry.account_id] = approves(scope, entry.account)
    ledger.approve_many([one for one in entries if approvable[one.account_id]], by=by)
    return entries


def typed_of(
    *,
    claim: Claim,
    said: Mapping[str, Any],
    parts: Sequence[Claim],
    target: FigureTarget,
    scope: Scope,
    by: str,
    corrected: bool = False,
) -> Typed:
    """Return a figure as typed from its passage, as `enter` says. Raises Refused for what cannot be true."""
    account = _account(target.account, scope, by)
    span = int(said.get("start", claim.start)), int(said.get("end", claim.end))
    quote = claim.reading.text.content[span[0] : span[1]]
    read = read_said(said, account, quote)
    cell = {SEX: str(said["sex"])} if said.get("sex") in {"F", "M"} else {}
    cells: list[Part] = [
        ({**cell, SEX: str(part.as_published["sex"])}, read_said(part.as_published, account, "").total)
        for part in parts
    ]
    if cell and not cells:
        cells = [(cell, read.total)]
    return Typed(
        text=claim.reading.text,
        span=span,
        account=account,
        kind=target.kind,
        stage=target.stage,
        start=target.end if target.kind == Entry.Kind.EVENT else target.start,
        end=target.end,
        lines=tuple(lines_of(read, cells)),
        read=read,
        printed=quote,
        by=by,
        place=target.place,
        about=target.about,
        plan_version=_version(target, account, claim, by),
        reported_by=target.reported_by,
        note=target.note or (_("Valeur corrigée à la relecture du document.") if corrected else ""),
    )


def _version(target: FigureTarget, account: Account, claim: Claim, by: str) -> int | None:
    """The version of the plan that a planned figure belongs to, which it would not count without.

    The one chosen, else the one in force at its end; the first figure planned of a programme opens its first.
    """
    if target.stage != Entry.Stage.PLANNED or target.plan_version is not None:
        return target.plan_version
    versions = list(PlanVersion.objects.filter(programme=account.programme).order_by("number"))
    in_force = [one for one in versions if one.effective_on is None or one.effective_on <= target.end]
    if versions:
        return (in_force or versions[:1])[-1].number
    title = claim.reading.text.version.document.title
    return ledger.add_plan_version(programme=account.programme, number=1, decision=title, by=by).number


def approves(scope: Scope, account: Account) -> bool:
    """Whether what the viewer records in an account is approved at once: not where four eyes are asked."""
    four_eyes = account.programme is not None and account.programme.four_eyes
    return scope.can(Permission.APPROVE, account.programme_id) and not four_eyes


def _account(wanted: Account | NewAccount, scope: Scope, by: str) -> Account:
    programme = wanted.programme
    if not scope.can(Permission.RECORD, programme.pk if programme is not None else None):
        raise Refused(
            "may_not_record", _("Vous ne pouvez pas saisir dans ce programme : choisir un autre indicateur.")
        )
    if isinstance(wanted, Account):
        return wanted
    return ledger.open_account(
        label=wanted.label,
        unit=wanted.unit,
        unit_label=wanted.unit_label,
        decimals=wanted.decimals,
        nature=wanted.nature,
        time=wanted.time,
        places=wanted.places,
        programme=programme,
        by=by,
    )


def read_said(said: Mapping[str, Any], account: Account, quote: str) -> ReadValue:
    """Return the value that was read, scaled to an account; its printed precision is that of the quote.

    Raises Refused for what is no number, an upper bound, or another unit than the account's.
    """
    try:
        value = Decimal(str(said.get("value")))
        total = to_scaled(value, account.decimals)
    except (InvalidOperation, ValueProblem) as problem:
        raise Refused(
            "unreadable_value",
            _("« %(value)s » ne s’enregistre pas dans « %(label)s » : corriger la valeur.")
            % {"value": said.get("value"), "label": account.label},
        ) from problem
    if said.get("approx") == "max":
        raise Refused(
            "at_most",
            _("« au plus » ne s’enregistre pas : saisir la valeur que le document donne pour réalisée."),
        )
    currency = _currency(said, account)
    qualifier = _QUALIFIERS.get(str(said.get("approx") or ""), Entry.Qualifier.EXACT)
    read = ReadValue(total, qualifier=qualifier, currency=currency)
    return dataclasses.replace(read, precision=_precision(quote, account, total))


def _currency(said: Mapping[str, Any], account: Account) -> str:
    """The currency of an amount when it is not the account's own. Raises Refused across kinds."""
    currency = str(said.get("currency") or "")
    if bool(currency) != account.currency_like:
        raise Refused(
            "other_unit",
            _("« %(label)s » se compte en %(unit)s : choisir un indicateur de la même unité.")
            % {"label": account.label, "unit": account.unit_label or account.unit},
        )
    return "" if currency == account.unit else currency


def _precision(quote: str, account: Account, total: int) -> int:
    """How precisely the value was printed, where the quote reads to it; else to the unit."""
    try:
        read = read_value(value_in(quote), account)
    except (Refused, ValueProblem):
        return 1
    return read.precision if read.total == total else 1
