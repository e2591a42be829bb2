"""Entries as pages show them: their figure, days, place, state, and the lines of their table."""

import dataclasses
from fractions import Fraction

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jalon.core.values.scaled import from_scaled
from jalon.records.ledger.models import Account, Entry
from jalon.records.ledger.queries import CellLine, EntryView
from jalon.records.ledger.states import EntryState
from jalon.web.components import Badge, Shape
from jalon.web.figures import words
from jalon.web.shown import Mark, ShownFigure, Words, shown, shown_share
from jalon.web.tables import Cell, Column, Kind, Row, RowKind, Table, row

SHAPES: dict[EntryState, Shape] = {
    EntryState.DRAFT: Shape.HALF,
    EntryState.IN_FORCE: Shape.FULL,
    EntryState.UNDER_CORRECTION: Shape.FULL,
    EntryState.CORRECTED: Shape.CROSS,
    EntryState.SET_ASIDE: Shape.PAUSE,
    EntryState.WITHDRAWN: Shape.CROSS,
    EntryState.DISCARDED: Shape.CROSS,
}
QUALIFIERS: dict[str, str | Promise] = {
    Entry.Qualifier.ABOUT: gettext_lazy("environ"),
    Entry.Qualifier.AT_LEAST: gettext_lazy("au moins"),
}


def badge(state: EntryState) -> Badge:
    """Return a state as a word and a shape."""
    return Badge(state.label, SHAPES[state])


def unit_of(account: Account) -> str:
    """Return the unit as it is printed."""
    return account.unit_label or account.unit


def scaled_figure(
    account: Account,
    value: int,
    *,
    currency: str = "",
    href: str = "",
    title: Words = "",
    draft: bool = False,
) -> ShownFigure:
    """Return a scaled value of an account as a figure with its unit."""
    exact = from_scaled(value, account.decimals)
    marks = (Mark.DRAFT,) if draft else ()
    if account.unit == "%":
        share = Fraction(exact) / 100
        return shown_share(share, decimals=account.decimals, marks=marks, href=href, title=title)
    return shown(exact, unit=currency or unit_of(account), marks=marks, href=href, title=title)


def plain_figure(account: Account, value: int) -> ShownFigure:
    """Return a scaled value without its unit, for a line whose total says it."""
    return dataclasses.replace(scaled_figure(account, value), unit="")


def entry_figure(view: EntryView, *, linked: bool = True) -> ShownFigure:
    """Return the total of an entry, linked to its page."""
    entry = view.entry
    return scaled_figure(
        entry.account,
        view.total,
        currency=entry.currency,
        href=reverse("entry", args=[entry.uid]) if linked else "",
        title=f"{entry.account.label}, {days_of(entry)}",
        draft=view.state == EntryState.DRAFT,
    )


def days_of(entry: Entry) -> str:
    """Return the days of an entry in words: « 12 mars 2017 », « année 2017 », « depuis le début… »."""
    return words.days(entry.start, entry.end, is_event=entry.kind == Entry.Kind.EVENT)


def place_of(entry: Entry) -> str:
    """Return the place with its level and division: « Goundam (cercle, ML-2016) »."""
    if entry.place is None:
        return _("sans lieu précis")
    level = str(entry.place.get_level_display())
    within = f"{level}, {entry.division.code}" if entry.division else level
    return f"{entry.place.name} ({within})"


def cell_words(line: CellLine) -> str:
    """Return what a line is about: « Femmes, 15–24 ans », « non précisé »."""
    said = ", ".join(category for _axis, category in line.categories)
    who = line.group or (_("une personne enregistrée") if line.named else "")
    return ", ".join(part for part in (said, who) if part) or _("non précisé")


def lines_table(view: EntryView) -> Table:
    """Return the lines of an entry as the one table, with the total."""
    account = view.entry.account
    axes = list(dict.fromkeys(axis for line in view.lines for axis, _category in line.categories))
    named = any(line.named or line.group for line in view.lines)
    rows = [_line_row(line, view, axes, named) for line in sorted(view.lines, key=lambda x: not x.categories)]
    return Table(
        id="lignes",
        caption=_("Lignes de l’écriture"),
        columns=(
            *(Column(f"axis{n}", axis) for n, axis in enumerate(axes)),
            *([Column("who", _("Ligne"))] if named or not axes else []),
            Column("value", _("Valeur"), Kind.NUMBER, unit=view.entry.currency or unit_of(account)),
        ),
        rows=rows,
        totals=[_total_row(view, len(axes) or 1, named and bool(axes))] if len(rows) > 1 else [],
        hide_caption=True,
    )


def _line_row(line: CellLine, view: EntryView, axes: list[str], named: bool) -> Row:
    said = dict(line.categories)
    cells: list[Cell | str] = [said.get(axis, _("non précisé")) for axis in axes]
    if named or not axes:
        cells.append(line.group or (_("une personne enregistrée") if line.named else _("total")))
    plain = plain_figure(view.entry.account, line.value)
    kind = RowKind.ITEM if said or not axes else RowKind.REMAINDER
    return row(*cells, plain, kind=kind)


def _total_row(view: EntryView, columns: int, named: bool) -> Row:
    blanks = [""] * (columns - 1 + int(named))
    return row(_("Total"), *blanks, plain_figure(view.entry.account, view.total), kind=RowKind.TOTAL)
