"""Describing the results framework: revisions, levels, wordings, indicator sheets, breakdowns."""

import datetime
from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from jalon.core.identity import new_uid
from jalon.records.ledger import actions as ledger
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
from jalon.records.results.rules import check_indicator, check_open, check_result
from jalon.records.sources.models import Source
from jalon.records.trail import actions as trail


@transaction.atomic
def open_revision(*, programme: Programme, by: str, note: str = "") -> FrameworkRevision:
    """Open the next revision of a framework, a copy of the wording and sheets of the last one.

    The nodes and accounts are the same: their identities do not change, nor does any entry. Raises Refused
    while the last one is in preparation.
    """
    last = programme.framework_revisions.order_by("-number").first()
    if last is not None and last.adopted_on is None:
        raise Refused(
            "revision_in_preparation",
            _("La révision %(number)s est en préparation : l’adopter ou l’abandonner d’abord.")
            % {"number": last.number},
        )
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
    before = _in_force(revision.programme)
    revision.adopted_on, revision.decision, revision.source = on, decision, source
    revision.save(update_fields=["adopted_on", "decision", "source"])
    if before is not None:
        _rename_accounts(before, revision, by)
    _tell(by, "framework.adopt", revision)
    return revision


def _in_force(programme: Programme) -> FrameworkRevision | None:
    return programme.framework_revisions.filter(adopted_on__isnull=False).order_by("-number").first()


def _rename_accounts(before: FrameworkRevision, after: FrameworkRevision, by: str) -> None:
    """Give the accounts named as in the revision before the name and definition of the new one."""
    old = {sheet.account_id: sheet for sheet in before.indicators.all()}
    for sheet in after.indicators.select_related("account__programme"):
        account, was = sheet.account, old.get(sheet.account_id)
        if was is None or account.label != was.label:
            continue
        ledger.present(
            account=account,
            label=sheet.label,
            definition=sheet.definition if account.definition == was.definition else account.definition,
            grain_place=account.grain_place,
            grain_time=account.grain_time,
            public=account.public,
            by=by,
        )


@transaction.atomic
def discard_revision(*, revision: FrameworkRevision, by: str) -> None:
    """Give up a revision in preparation: what it worded goes, no result, indicator or entry does.

    Raises Refused when it is adopted.
    """
    check_open(revision)
    _tell(by, "framework.discard", revision)
    revision.delete()


@transaction.atomic
def name_level(*, programme: Programme, code: str, label: str, depth: int, by: str = "") -> Level:
    """Name a level of the programme's framework (OG, OS, R…), or name again the one of that code.

    Raises Refused when an adopted revision uses it: what was adopted no longer changes.
    """
    level = programme.result_levels.filter(code=code).first()
    if level is not None and _is_adopted(level):
        raise Refused(
            "level_adopted",
            _("Le niveau %(code)s sert dans une révision adoptée : en nommer un autre.") % {"code": code},
        )
    level = level or Level(programme=programme, code=code)
    level.label, level.depth = label, depth
    level.save()
    _tell_of(by, "framework.level", programme, f"{code} {label}")
    return level


@transaction.atomic
def remove_level(*, level: Level, by: str) -> None:
    """Take back a level. Raises Refused while a result is of that level."""
    if ResultWording.objects.filter(level=level).exists():
        raise Refused(
            "level_used",
            _("Des résultats sont de niveau %(code)s : les changer d’abord.") % {"code": level.code},
        )
    _tell_of(by, "framework.level_remove", level.programme, f"{level.code} {level.label}")
    level.delete()


def _is_adopted(level: Level) -> bool:
    return ResultWording.objects.filter(level=level, revision__adopted_on__isnull=False).exists()


@transaction.atomic
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
    by: str = "",
) -> ResultWording:
    """Say what a result reads in a revision; without a node it is a new result.

    Raises Refused when the revision is adopted, when another result has this code in it, or when the result
    would come under itself.
    """
    check_open(revision)
    check_result(revision=revision, code=code, node=node, parent=parent)
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
    _tell_of(by, "framework.word", revision.programme, f"{code} {statement}")
    return wording


@transaction.atomic
def remove_result(*, wording: ResultWording, by: str) -> None:
    """Take a result out of one revision; it stays in the others, and its indicators keep their entries.

    Raises Refused when the revision is adopted, or while something hangs on the result in it.
    """
    revision = wording.revision
    check_open(revision)
    hanging = revision.results.filter(parent=wording.node).count()
    hanging += revision.indicators.filter(node=wording.node).count()
    if hanging:
        raise Refused(
            "result_holds",
            _("« %(code)s » porte des résultats ou des indicateurs : les déplacer d’abord, ou les retirer.")
            % {"code": wording.code},
        )
    _tell_of(by, "framework.result_remove", revision.programme, str(wording))
    wording.delete()


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
    by: str = "",
) -> IndicatorSheet:
    """Write an indicator's sheet in a revision, with the breakdowns it asks for.

    Raises Refused when the revision is adopted, or when another indicator has this code in it.
    """
    check_open(revision)
    check_indicator(revision=revision, code=code, account=account)
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
    _tell_of(by, "framework.indicator", revision.programme, str(sheet))
    return sheet


@transaction.atomic
def remove_indicator(*, sheet: IndicatorSheet, by: str) -> None:
    """Take an indicator out of one revision; its account and entries stay, and it may come back.

    Raises Refused when the revision is adopted.
    """
    check_open(sheet.revision)
    _tell_of(by, "framework.indicator_remove", sheet.revision.programme, str(sheet))
    sheet.delete()


@transaction.atomic
def ask_breakdowns(*, sheet: IndicatorSheet, axes: Iterable[Axis]) -> IndicatorSheet:
    """Set the breakdowns a sheet asks for. What was entered by other cells stays, and is shown again
    when its breakdown is asked for again.

    Raises Refused when the revision is adopted.
    """
    check_open(sheet.revision)
    wanted = {axis.pk for axis in axes}
    sheet.breakdowns.exclude(axis__in=wanted).delete()
    held = set(sheet.breakdowns.values_list("axis_id", flat=True))
    Breakdown.objects.bulk_create(Breakdown(sheet=sheet, axis_id=axis) for axis in sorted(wanted - held))
    return sheet


def _tell_of(by: str, verb: str, programme: Programme, label: str) -> None:
    """Tell the trail; nothing without an author (content being loaded)."""
    if by:
        trail.record(
            by=by,
            verb=verb,
            object_type="framework",
            object_id=programme.uid,
            object_label=label,
            programme=programme.uid,
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
