"""Reading the framework: the revision in force, its tree of results with their indicators."""

import dataclasses

from django.db.models import Q, QuerySet

from jalon.records.ledger.models import Account
from jalon.records.programmes.models import Programme
from jalon.records.programmes.rules import Scope
from jalon.records.results.models import FrameworkRevision, IndicatorSheet, ResultWording


@dataclasses.dataclass(frozen=True)
class Indicator:
    """An indicator's sheet as a page shows it; `axes` are the codes of the breakdowns asked for."""

    uid: str
    account_id: int
    code: str
    label: str
    definition: str
    unit: str
    unit_label: str
    verification: str
    frequency: str
    responsible: str
    is_ratio: bool
    is_stock: bool
    axes: tuple[str, ...]


@dataclasses.dataclass(frozen=True)
class Result:
    """A result in one revision, with its indicators and the results under it."""

    uid: str
    code: str
    level: str
    statement: str
    assumptions: str
    indicators: tuple[Indicator, ...]
    children: tuple["Result", ...]

    def all_indicators(self) -> list[Indicator]:
        """Return its indicators and those of the results under it, in order."""
        return [*self.indicators, *(one for child in self.children for one in child.all_indicators())]


@dataclasses.dataclass(frozen=True)
class Framework:
    """A revision as a tree; `loose` are the indicators that hang on no result."""

    revision: FrameworkRevision
    results: tuple[Result, ...]
    loose: tuple[Indicator, ...]

    def all_indicators(self) -> list[Indicator]:
        """Return every indicator, in the order of the framework."""
        return [*(one for result in self.results for one in result.all_indicators()), *self.loose]


def visible_revisions(programme: Programme, scope: Scope) -> QuerySet[FrameworkRevision]:
    """Return the revisions a viewer may see: those in preparation only for who belongs to the programme."""
    shown = Q() if scope.everything else Q(adopted_on__isnull=False) | Q(programme__in=scope.roles)
    return FrameworkRevision.objects.filter(shown, programme=programme).select_related("source")


def with_framework(scope: Scope) -> QuerySet[Programme]:
    """Return the programmes of which the viewer may see a framework, in French alphabetical order."""
    shown = Q() if scope.everything else Q(adopted_on__isnull=False) | Q(programme__in=scope.roles)
    revisions = FrameworkRevision.objects.filter(shown)
    programmes = Programme.objects.filter(scope.visible_programmes(), pk__in=revisions.values("programme"))
    return programmes.order_by("sort_key")


def revision_in_force(programme: Programme, scope: Scope) -> FrameworkRevision | None:
    """Return the adopted revision of highest number, else the first in preparation that may be seen."""
    revisions = visible_revisions(programme, scope)
    adopted = revisions.filter(adopted_on__isnull=False).order_by("-number").first()
    return adopted or revisions.order_by("number").first()


def framework(revision: FrameworkRevision, scope: Scope) -> Framework:
    """Return a revision as a tree, with the indicators whose account the viewer may ask for.

    Three queries, whatever the size.
    """
    wordings = list(
        revision.results.select_related("node", "level").order_by("level__depth", "order", "code")
    )
    sheets = (
        revision.indicators.filter(account__in=Account.objects.filter(scope.visible_accounts()))
        .select_related("account")
        .prefetch_related("breakdowns__axis")
        .order_by("order", "code")
    )
    of_node: dict[int | None, list[Indicator]] = {}
    for sheet in sheets:
        of_node.setdefault(sheet.node_id, []).append(_indicator(sheet))
    under: dict[int | None, list[ResultWording]] = {}
    known = {wording.node_id for wording in wordings}
    for wording in wordings:
        under.setdefault(wording.parent_id if wording.parent_id in known else None, []).append(wording)
    return Framework(
        revision=revision,
        results=tuple(_result(wording, under, of_node) for wording in under.get(None, [])),
        loose=tuple(one for node, found in of_node.items() if node not in known for one in found),
    )


def _result(
    wording: ResultWording,
    under: dict[int | None, list[ResultWording]],
    of_node: dict[int | None, list[Indicator]],
) -> Result:
    return Result(
        uid=wording.node.uid,
        code=wording.code,
        level=wording.level.label,
        statement=wording.statement,
        assumptions=wording.assumptions,
        indicators=tuple(of_node.get(wording.node_id, [])),
        children=tuple(_result(child, under, of_node) for child in under.get(wording.node_id, [])),
    )


def _indicator(sheet: IndicatorSheet) -> Indicator:
    account = sheet.account
    return Indicator(
        uid=account.uid,
        account_id=account.pk,
        code=sheet.code,
        label=sheet.label,
        definition=sheet.definition or account.definition,
        unit=account.unit,
        unit_label=account.unit_label or account.unit,
        verification=sheet.verification,
        frequency=sheet.frequency,
        responsible=sheet.responsible,
        is_ratio=account.numerator_id is not None,
        is_stock=account.time == account.Time.LAST,
        axes=tuple(breakdown.axis.code for breakdown in sheet.breakdowns.all()),
    )
