"""Describing the results framework: revisions, levels, wordings, indicator sheets, breakdowns."""

import datetime
from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from jalon.core.identity import new_uid
from jalon.records.ledger.models import Account, Axis
from jalon.records.problems import Refused
from jalon.records.programmes.models import Programme
from jalon.records.results.models import (
    Breakdown,
    FrameworkRevision,
    IndicatorSheet,
    Level,
    ResultNode,
    ResultWording,
)
from jalon.records.sources.models import Source
from jalon.records.trail import actions as trail


@transaction.atomic
def open_revision(*, programme: Programme, by: str, note: str = "") -> FrameworkRevision:
    """Open the next revision of a framework, a copy of the wording and sheets of the last one.

    The nodes and accounts are the same: their identities do not change, nor does any entry.
    """
    last = programme.framework_revisions.order_by("-number").first()
    revision = FrameworkRevision.objects.create(
        programme=programme, number=last.number + 1 if last else 1, note=note
    )
    if last is not None:
        _copy(last, revision)
    _tell(by, "framework.open", revision)
    return revision


def _copy(last: FrameworkRevision, revision: FrameworkRevision) -> None:
    for wording in last.results.all():
        wording.pk, wording.revision = None, revision
        wording.save(force_insert=True)
    for sheet in last.indicators.prefetch_related("breakdowns"):
        axes = [breakdown.axis_id for breakdown in sheet.breakdowns.all()]
        sheet.pk, sheet.revision = None, revision
        sheet.save(force_insert=True)
        Breakdown.objects.bulk_create(Breakdown(sheet=sheet, axis_id=axis) for axis in axes)


@transaction.atomic
def adopt(
    *,
    revision: FrameworkRevision,
    on: datetime.date,
    decision: str,
    by: str,
    source: Source | None = None,
) -> FrameworkRevision:
    """Adopt a revision by a decision; from then on it is the one in force and no longer changes.

    Raises Refused without a decision, or when it is adopted already.
    """
    if not decision.strip():
        raise Refused("no_decision", _("Une révision du cadre est adoptée par une décision : l’indiquer."))
    if revision.adopted_on is not None:
        raise Refused("already_adopted", _("Cette révision du cadre est déjà adoptée."))
    revision.adopted_on, revision.decision, revision.source = on, decision, source
    revision.save(update_fields=["adopted_on", "decision", "source"])
    _tell(by, "framework.adopt", revision)
    return revision


def name_level(*, programme: Programme, code: str, label: str, depth: int) -> Level:
    """Name a level of the programme's framework (OG, OS, R…)."""
    return Level.objects.create(programme=programme, code=code, label=label, depth=depth)


def word_result(
    *,
    revision: FrameworkRevision,
    level: Level,
    code: str,
    statement: str,
    node: ResultNode | None = None,
    parent: ResultNode | None = None,
    assumptions: str = "",
    order: int = 0,
    uid: str | None = None,
) -> ResultWording:
    """Say what a result reads in a revision; without a node it is a new result.

    Raises Refused when the revision is adopted.
    """
    _open(revision)
    if node is None:
        node = ResultNode.objects.create(uid=uid or new_uid(), programme=revision.programme)
    wording, _made = ResultWording.objects.update_or_create(
        node=node,
        revision=revision,
        defaults={
            "parent": parent,
            "level": level,
            "code": code,
            "statement": statement,
            "assumptions": assumptions,
            "order": order,
        },
    )
    return wording


@transaction.atomic
def describe_indicator(
    *,
    revision: FrameworkRevision,
    account: Account,
    code: str,
    label: str,
    node: ResultNode | None = None,
    definition: str = "",
    verification: str = "",
    frequency: str = "",
    responsible: str = "",
    breakdowns: Iterable[Axis] = (),
    order: int = 0,
) -> IndicatorSheet:
    """Write an indicator's sheet in a revision, with the breakdowns it asks for.

    Raises Refused when the revision is adopted.
    """
    _open(revision)
    sheet, _made = IndicatorSheet.objects.update_or_create(
        account=account,
        revision=revision,
        defaults={
            "node": node,
            "code": code,
            "label": label,
            "definition": definition,
            "verification": verification,
            "frequency": frequency,
            "responsible": responsible,
            "order": order,
        },
    )
    ask_breakdowns(sheet=sheet, axes=breakdowns)
    return sheet


@transaction.atomic
def ask_breakdowns(*, sheet: IndicatorSheet, axes: Iterable[Axis]) -> IndicatorSheet:
    """Set the breakdowns a sheet asks for. What was entered by other cells stays, and is shown again
    when its breakdown is asked for again.

    Raises Refused when the revision is adopted.
    """
    _open(sheet.revision)
    wanted = {axis.pk for axis in axes}
    sheet.breakdowns.exclude(axis__in=wanted).delete()
    held = set(sheet.breakdowns.values_list("axis_id", flat=True))
    Breakdown.objects.bulk_create(Breakdown(sheet=sheet, axis_id=axis) for axis in sorted(wanted - held))
    return sheet


def _open(revision: FrameworkRevision) -> None:
    if revision.adopted_on is not None:
        raise Refused(
            "revision_adopted",
            _("Cette révision est adoptée et ne change plus : ouvrir une nouvelle révision."),
        )


def _tell(by: str, verb: str, revision: FrameworkRevision) -> None:
    trail.record(
        by=by,
        verb=verb,
        object_type="framework",
        object_id=str(revision.pk),
        object_label=str(revision),
        programme=revision.programme.uid,
    )
