"""What the page of a figure shows: the figure, its breakdown, and the way down to each source."""

import dataclasses
from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from jalon.core.figures.answer import Answer, SetAside
from jalon.core.figures.disclosure import is_small
from jalon.core.figures.question import Question
from jalon.core.values.scaled import from_scaled
from jalon.flows.figures import Desk
from jalon.records.ledger.lines import EntryLine, SourceLine, entry_lines
from jalon.records.ledger.models import Account, Axis
from jalon.records.ledger.queries import readable_remarks
from jalon.records.ledger.rules import sees_names
from jalon.records.programmes.rules import Scope
from jalon.web.components import Badge, KeyFigure, Remark, Shape, Trace
from jalon.web.documents.showing import shown_remark
from jalon.web.figures import words
from jalon.web.figures.asking import figure_href
from jalon.web.figures.labels import axis_label, remainder_label, value_labels
from jalon.web.figures.shield import Shield, shield_for
from jalon.web.figures.showing import show_row
from jalon.web.shown import Absence, ShownFigure, absent, shown
from jalon.web.tables import Column, Kind, Row, RowKind, Table, row

ENTRIES_SHOWN = 200
PLACE_STEPS = {"region": "cercle", "cercle": "commune"}


@dataclasses.dataclass(frozen=True)
class Opened:
    """A figure opened: itself, its companions, and what it is made of."""

    question: Question
    answer: Answer
    main: KeyFigure
    companions: tuple[KeyFigure, ...]
    breakdown: Table | None
    trail: tuple[Trace, ...]
    more: int
    mentioned: tuple[Trace, ...]
    aside: tuple[Trace, ...]


def open_figure(account: Account, question: Question, scope: Scope) -> Opened:
    """Answer a question and gather what its page shows."""
    desk = Desk([account.uid])
    answer = desk.ask(question)
    behind = desk.entries(question, ENTRIES_SHOWN + 1)
    counted = list(dict.fromkeys([*(claim.entry for claim in answer.claims), *behind]))
    mentioned = {mention.entry: words.why_mentioned(mention.why) for mention in answer.not_attributable}
    aside = {claim.entry: claim for claim in answer.set_aside}
    lines = entry_lines([*counted[:ENTRIES_SHOWN], *mentioned, *aside], scope)
    unit = account.unit_label or account.unit
    shield = shield_for(scope, [account.uid])
    names = sees_names(scope, account)
    few = account.uid in shield.few
    return Opened(
        question=question,
        answer=answer,
        main=KeyFigure(
            label=question_words(question, account),
            figure=shield.show(answer, question, unit="" if answer.unit == "%" else unit, linked=False),
            note=words.as_of(question),
        ),
        companions=tuple(companions(desk, question, shield)),
        breakdown=breakdown(account, question, answer, shield) if question.by else None,
        trail=tuple(
            trace(lines[uid], few=few)
            for uid in counted[:ENTRIES_SHOWN]
            if uid in lines and uid not in aside and uid not in mentioned
        ),
        more=max(0, len(counted) - ENTRIES_SHOWN),
        mentioned=tuple(trace(lines[uid], why, few=few) for uid, why in mentioned.items() if uid in lines),
        aside=tuple(
            trace(lines[uid], put_aside(claim, names=names), few=few)
            for uid, claim in aside.items()
            if uid in lines
        ),
    )


def question_words(question: Question, account: Account) -> str:
    """Return the stage and days of a question: « Réalisé, année 2024 »."""
    stages = {
        "baseline": _("Référence"),
        "planned": _("Prévu"),
        "committed": _("Engagé"),
        "achieved": _("Réalisé"),
    }
    stage = _("Taux de réalisation") if question.measure == "rate" else stages[question.stage]
    if question.measure == "rate" and account.numerator_id is not None:
        stage = _("Rapport")
    return f"{stage}, {words.days(question.start, question.end)}"


def put_aside(claim: SetAside, *, names: bool) -> str:
    """Return why a claim was set aside and, for who may know, by whom."""
    if names:
        return _("Écartée par %(by)s : %(why)s") % {"by": claim.by, "why": claim.why}
    return _("Écartée : %(why)s") % {"why": claim.why}


def companions(desk: Desk, question: Question, shield: Shield) -> Iterable[KeyFigure]:
    """Yield the figures that stand beside: planned, achieved, rate over the same days, since the start."""
    plain = question.with_(by=(), measure="value")
    asked: list[tuple[str, Question]] = [
        (_("Référence"), plain.with_(stage="baseline", start=None)),
        (_("Prévu, mêmes dates"), plain.with_(stage="planned")),
        (_("Réalisé, mêmes dates"), plain.with_(stage="achieved")),
        (_("Taux, mêmes dates"), plain.with_(stage="achieved", measure="rate")),
        (_("Réalisé depuis le début"), plain.with_(stage="achieved", start=None)),
    ]
    for label, other in asked:
        if other != question.with_(by=()):
            yield KeyFigure(label=label, figure=shield.show(desk.ask(other), other))


def breakdown(account: Account, question: Question, answer: Answer, shield: Shield) -> Table:
    """Return the rows of a breakdown as a table; the remainder is a row of its own, the total stands last."""
    known = dict(Axis.objects.filter(code__in=question.by).values_list("code", "label"))
    names = [
        value_labels(axis, [line.key[rank] for line in answer.rows]) for rank, axis in enumerate(question.by)
    ]
    labels = [axis_label(axis, known) for axis in question.by]
    columns = [Column(axis, label.capitalize()) for axis, label in zip(question.by, labels, strict=True)]
    kind = Kind.PERCENT if answer.unit == "%" else Kind.NUMBER
    unit = account.unit_label or account.unit
    columns.append(Column("value", _("Valeur"), kind, unit="" if answer.unit == "%" else unit))
    rows: list[Row] = []
    hidden = shield.hidden_rows(answer, question)
    for line in answer.rows:
        cells = [
            remainder_label(axis) if key is None else found.get(key, key)
            for axis, key, found in zip(question.by, line.key, names, strict=True)
        ]
        href = figure_href(narrowed) if (narrowed := narrow(question, line.key)) else ""
        remainder = RowKind.REMAINDER if None in line.key else RowKind.ITEM
        figure = absent(Absence.WITHHELD) if line.key in hidden else show_row(line, answer, href=href)
        rows.append(row(*cells, figure, kind=remainder))
    total = row(
        _("Total"),
        *[""] * (len(question.by) - 1),
        shield.show(answer, question, linked=False),
        kind=RowKind.TOTAL,
    )
    return Table(
        id="ventilation",
        caption=_("Ventilation par %(axes)s") % {"axes": " et ".join(labels)},
        columns=tuple(columns),
        rows=rows,
        totals=(total,),
        about={_("Indicateur"): account.label, _("Question"): question_words(question, account)},
    )


def narrow(question: Question, key: tuple[str | None, ...]) -> Question | None:
    """Return the question of one row along a single axis of places, None for the others."""
    if len(question.by) != 1 or key[0] is None or question.by[0] not in {"region", "cercle", "commune"}:
        return None
    finer = PLACE_STEPS.get(question.by[0])
    return question.with_(place=key[0], by=(finer,) if finer else ())


def trace(line: EntryLine, why: str = "", *, few: bool = False) -> Trace:
    """Return an entry as a step of the trail, with its cells and its source under it.

    With `few`, small numbers of persons stay unsaid unless a passage the viewer may read prints them.
    """
    closed = few and not (line.source.readable and line.source.quote)
    hidden = closed and any(is_small(v, v, line.decimals) for v in (line.total, *line.values))
    extent = [words.days(line.start, line.end, is_event=line.is_event), line.place, line.about]
    kind = _("événement") if line.is_event else _("total déclaré")
    said = [why] if why else []
    if line.printed and not hidden:
        said.append(_("publié « %(printed)s »") % {"printed": line.printed})
    if line.cells and not hidden:
        unsaid = _("non précisé")
        said.append(", ".join(f"{label or unsaid} {value(v, line)}" for label, v in line.cells))
    if line.note and not hidden:
        said.append(line.note)
    return Trace(
        title=" · ".join([f"{line.stage.capitalize()}, {kind}", *(part for part in extent if part)]),
        text=" — ".join(said),
        figure=absent(Absence.WITHHELD) if hidden and is_small(line.total, line.total) else figure_of(line),
        href=reverse("entry", args=[line.uid]),
        badge=Badge(_("inventé (démonstration)"), Shape.ALERT) if line.source.invented else None,
        children=(source_trace(line.source),),
    )


def value(scaled: int, line: EntryLine) -> str:
    """Return a scaled value in French."""
    return shown(from_scaled(scaled, line.decimals)).text


def figure_of(line: EntryLine) -> ShownFigure:
    """Return the total of an entry as a figure."""
    return shown(from_scaled(line.total, line.decimals), unit=line.unit_label)


def source_trace(source: SourceLine) -> Trace:
    """Return a source as a step: the passage in its document for who may read it, its title otherwise."""
    if not source.readable:
        return Trace(title=source.title, text=_("Document interne : le passage n’est pas public."))
    quote = f"« {source.quote} »" if source.quote else ""
    text = ", ".join(filter(None, (quote, source.where)))
    return Trace(title=source.title, text=text, href=reverse("source", args=[source.uid]))


def remarks(account: Account, scope: Scope) -> list[Remark]:
    """Return the remarks beside the figures of an account of which the viewer may read every passage.

    What a remark says of a passage gives it away, so one closed document closes the remark.
    """
    found = account.account_remarks.select_related(
        "remark__first__text__version__document", "remark__second__text__version__document"
    ).order_by("remark__code", "remark__title")
    return [shown_remark(one) for one in readable_remarks([tie.remark for tie in found], scope)]
