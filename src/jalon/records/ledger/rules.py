"""What an entry of the ledger must satisfy, beyond what the database holds of one row."""

import datetime
from collections.abc import Sequence

from django.utils.translation import gettext as _

from jalon.records.ledger.models import Account, Entry
from jalon.records.problems import Refused


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
