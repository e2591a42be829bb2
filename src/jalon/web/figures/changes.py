"""What changed between two instants, as a table: a section an indicator, a row an extent."""

import datetime
from collections.abc import Sequence
from itertools import groupby

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jalon.core.figures.answer import Answer
from jalon.core.figures.question import Question
from jalon.core.values.date_formats import format_date
from jalon.flows.changes import Deed, FigureChange
from jalon.records.ledger.rules import sees_names
from jalon.records.places.models import Place
from jalon.records.programmes.rules import Scope
from jalon.web.components import Link
from jalon.web.figures.page import question_words
from jalon.web.figures.shield import Shield, shield_for
from jalon.web.shown import ShownFigure
from jalon.web.tables import Cell, Column, Kind, Row, RowKind, Table, row

COLUMNS = (
    Column("extent", gettext_lazy("Étendue")),
    Column("before", gettext_lazy("Avant"), Kind.NUMBER),
    Column("after", gettext_lazy("Après"), Kind.NUMBER),
    Column("deeds", gettext_lazy("Ce qui a été fait")),
)


def changes_table(
    changes: Sequence[FigureChange],
    since: datetime.datetime,
    until: datetime.datetime,
    scope: Scope,
    *,
    caption: str,
    exports: tuple[Link, ...],
) -> Table:
    """Return the changes as a table; figures link to their pages as known at each instant.

    Small numbers of persons and names are kept from who may not know them.
    """
    places = _places(changes)
    shield = shield_for(scope, {change.account.uid for change in changes})
    ordered = sorted(changes, key=lambda change: (change.account.order, change.account.label))
    rows: list[Row] = []
    for account, group in groupby(ordered, key=lambda change: change.account):
        rows.append(row(account.label, kind=RowKind.SECTION))
        names = sees_names(scope, account)
        rows += [_row(change, since, until, places, shield, names) for change in group]
    return Table(
        id="changements",
        caption=caption,
        columns=COLUMNS,
        rows=rows,
        exports=exports if rows else (),
        cards=True,
        empty=_(
            "Rien n’a changé : aucune écriture n’a été approuvée, retirée ou écartée entre ces deux dates."
        ),
    )


def _row(
    change: FigureChange,
    since: datetime.datetime,
    until: datetime.datetime,
    places: dict[str, str],
    shield: Shield,
    names: bool,
) -> Row:
    question = change.question
    before, after = question.with_(as_of=since), question.with_(as_of=until)
    hidden = shield.hides(change.before, before) or shield.hides(change.after, after)
    deeds = " ; ".join(_said(deed, names=names) for deed in change.deeds)
    why = "" if hidden else " ; ".join(dict.fromkeys(deed.why for deed in change.deeds if deed.why))
    return row(
        Cell(text=question_words(question, change.account), note=places.get(question.place or "", "")),
        _figure(change.before, before, shield),
        _figure(change.after, after, shield),
        Cell(text=deeds[:1].upper() + deeds[1:], note=why),
    )


def _said(deed: Deed, *, names: bool) -> str:
    day = format_date(deed.known_at.date())
    if names:
        return _("%(verb)s par %(by)s le %(day)s") % {"verb": deed.verb, "by": deed.by, "day": day}
    return _("%(verb)s le %(day)s") % {"verb": deed.verb, "day": day}


def _figure(answer: Answer, question: Question, shield: Shield) -> ShownFigure | str:
    return shield.show(answer, question) if answer.low is not None else "—"


def _places(changes: Sequence[FigureChange]) -> dict[str, str]:
    wanted = {change.question.place for change in changes if change.question.place}
    return dict(Place.objects.filter(uid__in=wanted).values_list("uid", "name"))
