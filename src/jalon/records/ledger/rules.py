"""What an entry must satisfy beyond what the database holds of one row, and who may do what to it."""

import dataclasses
import datetime
from collections.abc import Sequence

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from jalon.core.values import ValueProblem, currency_decimals
from jalon.records.ledger.models import Account, Act, Entry
from jalon.records.ledger.states import EntryState, state_of
from jalon.records.problems import Refused
from jalon.records.programmes.rules import Scope
from jalon.records.users.roles import Permission, Tier

MOST_DECIMALS = 6


def check_entry(
    *,
    account: Account,
    kind: str,
    stage: str,
    start: datetime.date | None,
    end: datetime.date,
    plan_version: int | None,
    values: Sequence[int],
) -> None:
    """Refuse what cannot be true of an entry: no line, reversed dates, an event of a stock, a negative."""
    if not values:
        raise Refused("no_line", _("Une écriture a au moins une ligne : indiquer une valeur."))
    if start is not None and end < start:
        raise Refused(
            "dates_reversed", _("La période se termine avant de commencer : corriger une des deux dates.")
        )
    if kind == Entry.Kind.EVENT and account.time != Account.Time.SUM:
        raise Refused(
            "event_on_stock",
            _("« %(label)s » ne s’additionne pas dans le temps : déclarer un total, pas un événement.")
            % {"label": account.label},
        )
    if plan_version is not None and stage != Entry.Stage.PLANNED:
        raise Refused("version_without_plan", _("Seule une prévision porte une version de plan."))
    if min(values) < 0 and not account.currency_like:
        raise Refused(
            "negative",
            _("« %(label)s » ne peut pas être négatif : vérifier la valeur.") % {"label": account.label},
        )


def check_counting(
    *, label: str, unit: str, decimals: int, numerator: Account | None, denominator: Account | None
) -> None:
    """Refuse a way of counting that cannot be: francs with centimes, half a ratio, a ratio of ratios."""
    if decimals > MOST_DECIMALS:
        raise Refused(
            "too_many_decimals",
            _("« %(label)s » : %(most)s décimales au plus.") % {"label": label, "most": MOST_DECIMALS},
        )
    if len(unit) == 3 and unit.isupper() and decimals > (most := _currency_decimals(unit)):
        raise Refused(
            "currency_decimals",
            _("%(unit)s n’a pas de centimes : mettre 0 décimale.") % {"unit": unit}
            if most == 0
            else _("%(unit)s a %(most)s décimales au plus : corriger.") % {"unit": unit, "most": most},
        )
    if (numerator is None) != (denominator is None):
        raise Refused(
            "half_a_ratio", _("Un rapport a deux termes : choisir le numérateur et le dénominateur.")
        )
    for term in (numerator, denominator):
        if term is not None and term.numerator_id is not None:
            raise Refused(
                "ratio_of_ratios",
                _("« %(term)s » est déjà un rapport : choisir ce qui se compte.") % {"term": term.label},
            )


def _currency_decimals(unit: str) -> int:
    try:
        return currency_decimals(unit)
    except ValueProblem as problem:
        raise Refused("unknown_currency", str(problem)) from problem


def visible_entries(scope: Scope) -> Q:
    """Return the filter of the entries a viewer may open: of a visible account, and approved once.

    What was never approved is only for who may see drafts in the programme.
    """
    if scope.everything:
        return Q()
    visible = Q(account__in=Account.objects.filter(scope.visible_accounts()).values("pk"))
    approved = Exists(Act.objects.filter(entry=OuterRef("pk"), kind=Act.Kind.APPROVE))
    return visible & (Q(approved) | Q(account__programme__in=programmes_with(scope, Permission.VIEW_DRAFTS)))


def programmes_with(scope: Scope, permission: Permission) -> list[int]:
    """Return the ids of the programmes where the viewer's role holds a permission; none for `everything`."""
    return [programme for programme, role in scope.roles.items() if permission in role.permissions]


def recordable_accounts(scope: Scope) -> Q:
    """Return the filter of the accounts where the viewer may record entries; a ratio has none of its own."""
    counted = Q(numerator__isnull=True)
    if scope.everything:
        return counted
    return counted & Q(programme__in=programmes_with(scope, Permission.RECORD))


def sees_names(scope: Scope, account: Account) -> bool:
    """Whether the viewer is told who recorded, approved or withdrew."""
    return scope.tier(account.programme_id) >= Tier.INTERNAL


@dataclasses.dataclass(frozen=True)
class MayDo:
    """What a viewer may do to one entry, now."""

    approve: bool = False
    withdraw: bool = False
    set_aside: bool = False
    correct: bool = False
    remark: bool = False

    @property
    def anything(self) -> bool:
        """Whether there is anything to offer."""
        return any(dataclasses.astuple(self))


def may_do(scope: Scope, entry: Entry, *, username: str) -> MayDo:
    """Return what a viewer may do to an entry (prefetch `states.WITH_ACTS`), by rights and by its state.

    Approving is for who approves, by another person where the programme asks four eyes. Withdrawing and
    setting aside are for who judges; a draft is also withdrawn by who recorded it. A correction is only a
    proposal until approved: whoever records may make one.
    """
    state, programme = state_of(entry), entry.account.programme_id
    records = scope.can(Permission.RECORD, programme)
    judges = scope.can(Permission.JUDGE, programme)
    own = entry.recorded_by == username and bool(username)
    four_eyes = entry.account.programme is not None and entry.account.programme.four_eyes
    draft = state == EntryState.DRAFT
    return MayDo(
        approve=draft and scope.can(Permission.APPROVE, programme) and not (four_eyes and own),
        withdraw=(judges and state == EntryState.IN_FORCE) or (draft and (judges or (records and own))),
        set_aside=judges and state == EntryState.IN_FORCE,
        correct=records and state in {EntryState.IN_FORCE, EntryState.DRAFT},
        remark=records,
    )
