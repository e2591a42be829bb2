"""Who puts how much: the ledger's accounts of nature « ressource » of a programme, as figures."""

import datetime
from collections.abc import Sequence

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from jalon.core.figures.question import Question
from jalon.flows.figures import Desk
from jalon.records.ledger.models import Account, Entry
from jalon.records.programmes.models import Programme
from jalon.records.programmes.rules import Scope
from jalon.web.figures.showing import show_answer
from jalon.web.tables import Cell, Column, Kind, Row, Table, export_links, row

STAGES = {
    Entry.Stage.PLANNED: _("Prévu"),
    Entry.Stage.COMMITTED: _("Engagé"),
    Entry.Stage.ACHIEVED: _("Versé"),
}


def contributions(programme: Programme, scope: Scope, until: datetime.date, query: QueryDict) -> Table | None:
    """Return the table of the contributions the viewer may ask about, since the start; None without any.

    Only the stages that some entry has make a column. Zero is zero; what no source says is « non renseigné ».
    """
    accounts = list(
        Account.objects.filter(scope.visible_accounts(), programme=programme, nature=Account.Nature.SOURCE)
        .order_by("order", "pk")
        .distinct()
    )
    if not accounts:
        return None
    said = set(
        Entry.objects.filter(account__in=accounts, acts__kind="approve").values_list("stage", flat=True)
    )
    stages = [stage for stage in STAGES if stage in said] or [Entry.Stage.PLANNED]
    desk = Desk([account.uid for account in accounts])
    units = {account.unit_label or account.unit for account in accounts}
    unit = units.pop() if len(units) == 1 else ""
    return Table(
        id="contributions",
        caption=_("Contributions par bailleur"),
        hide_caption=True,
        exports=export_links(query),
        about={str(_("Programme")): programme.title},
        columns=(
            Column("account", _("Contribution")),
            *(Column(stage, STAGES[stage], Kind.NUMBER, unit=unit) for stage in stages),
            *(() if unit else (Column("unit", _("Unité")),)),
        ),
        rows=[_row(account, desk, stages, until, level, not unit) for account, level in _tree(accounts)],
    )


def _row(
    account: Account, desk: Desk, stages: Sequence[str], until: datetime.date, level: int, with_unit: bool
) -> Row:
    figures = []
    for stage in stages:
        question = Question(accounts=(account.uid,), stage=stage, start=None, end=until)  # type: ignore[arg-type]  # a stage of the model is one of the core's
        figures.append(
            show_answer(
                desk.ask(question),
                question,
                title=f"{account.label}, {STAGES[Entry.Stage(stage)]}",
            )
        )
    unit = [account.unit_label or account.unit] if with_unit else []
    return row(Cell(text=account.label, note=account.definition), *figures, *unit, level=level)


def _tree(accounts: Sequence[Account]) -> list[tuple[Account, int]]:
    """The accounts, each after the one it is part of, with its depth."""
    here = {account.pk for account in accounts}
    under: dict[int | None, list[Account]] = {}
    for account in accounts:
        under.setdefault(account.parent_id if account.parent_id in here else None, []).append(account)

    def below(parent: int | None, level: int) -> list[tuple[Account, int]]:
        return [
            one
            for account in under.get(parent, [])
            for one in [(account, level), *below(account.pk, level + 1)]
        ]

    return below(None, 0)
