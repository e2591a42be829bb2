"""The one table: a page builds it once, the screen, the Excel file and the CSV file come from it.

    table = Table(
        id="programmes",
        caption=_("Programmes"),
        columns=(
            Column("title", _("Intitulé"), sortable=True),
            Column("trained", _("Personnes formées"), Kind.NUMBER),
        ),
        rows=[row(Cell("Insertion des jeunes", href="/…"), shown(2173, href="/…")) for … in …],
        ordering=Ordering.read(request.GET, {"title": "sort_title"}, default="title"),
    )
    {% include "components/table.html" with table=table only %}

A cell carries its words for the screen and its raw value for the exports (`exports.py`).
"""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from itertools import groupby
from typing import Any, TypeVar

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import QueryDict

from jalon.core.values.date_formats import format_date
from jalon.core.values.number_formats import format_number
from jalon.web.components import Badge, Link, Progress
from jalon.web.shown import ShownFigure, Words

Raw = str | int | Decimal | Fraction | datetime.date | None
SORT, PAGE, EXPORT = "tri", "page", "export"


class Kind(StrEnum):
    """What a column holds: numbers are set on the right, dates do not break."""

    TEXT = "text"
    NUMBER = "number"
    PERCENT = "percent"
    DATE = "date"

    @property
    def is_numeric(self) -> bool:
        """True when the column is set on the right."""
        return self in {Kind.NUMBER, Kind.PERCENT}


class RowKind(StrEnum):
    """What a row is: an item, the remainder of a total, a heading between groups, or a total."""

    ITEM = "item"
    REMAINDER = "remainder"
    SECTION = "section"
    TOTAL = "total"


@dataclass(frozen=True)
class Column:
    """A column; `group` is a heading over neighbouring columns, `unit` stands under the label."""

    key: str
    label: Words
    kind: Kind = Kind.TEXT
    sortable: bool = False
    group: Words = ""
    unit: Words = ""


@dataclass(frozen=True)
class Cell:
    """A cell: `text` on screen, `raw` in exports (the text when None)."""

    text: Words = ""
    raw: Raw = None
    href: str = ""
    note: Words = ""
    figure: ShownFigure | None = None
    badge: Badge | None = None
    progress: Progress | None = None

    @property
    def is_empty(self) -> bool:
        """True when there is nothing to show."""
        return not (self.text or self.figure or self.badge or self.progress)


Given = Cell | ShownFigure | Badge | Link | Progress | datetime.date | int | Words | None


@dataclass(frozen=True)
class Row:
    """A row, its cells in the order of the columns; `level` indents the first."""

    cells: tuple[Cell, ...]
    kind: RowKind = RowKind.ITEM
    level: int = 0
    id: str = ""

    @property
    def is_section(self) -> bool:
        """True for a heading between groups of rows, whose only cell spans the table."""
        return self.kind is RowKind.SECTION


def cell(given: Given) -> Cell:
    """Return `given` as a cell: a date prints in French, a whole number with its spaces."""
    match given:
        case Cell():
            return given
        case None:
            return Cell()
        case ShownFigure():
            return Cell(figure=given)
        case Badge():
            return Cell(badge=given, raw=str(given.label))
        case Progress():
            return Cell(progress=given, raw=str(given.words))
        case Link():
            return Cell(text=given.label, href=given.href)
        case datetime.date():
            return Cell(text=format_date(given), raw=given)
        case int():
            return Cell(text=format_number(given), raw=given)
        case _:
            return Cell(text=given)


def row(*given: Given, kind: RowKind = RowKind.ITEM, level: int = 0, id: str = "") -> Row:
    """Return a row of what `cell` understands."""
    return Row(tuple(cell(one) for one in given), kind, level, id)


@dataclass(frozen=True)
class Ordering:
    """The order asked for in the address (`?tri=titre`, `?tri=-titre`), among those allowed."""

    key: str
    descending: bool
    fields: Mapping[str, str]
    query: QueryDict

    @classmethod
    def read(cls, query: QueryDict, fields: Mapping[str, str], *, default: str) -> "Ordering":
        """Read the order from the address; an unknown key falls back to `default` (« -x » = descending).

        `fields` gives for each column's key the name to hand to `order_by`.
        """
        asked = query.get(SORT, default)
        if asked.removeprefix("-") not in fields:
            asked = default
        return cls(asked.removeprefix("-"), asked.startswith("-"), fields, query)

    @property
    def order_by(self) -> tuple[str, str]:
        """What to hand to `QuerySet.order_by`: the field asked for, then the key so that pages are stable."""
        return ("-" if self.descending else "") + self.fields[self.key], "pk"

    def direction(self, key: str) -> str:
        """Return the value of `aria-sort` for a column."""
        if key != self.key:
            return ""
        return "descending" if self.descending else "ascending"

    def href(self, key: str) -> str:
        """Return the address that sorts by `key`, the other way round when it is the present order."""
        turned = key == self.key and not self.descending
        return address(self.query, {SORT: f"-{key}" if turned else key, PAGE: None})


@dataclass(frozen=True)
class Heading:
    """A column's heading as the template prints it."""

    column: Column
    href: str
    direction: str


@dataclass(frozen=True, kw_only=True)
class Pages:
    """Where one is in a long list."""

    number: int
    last: int
    total: int
    first_row: int
    last_row: int
    previous: str
    next: str
    links: tuple[Link | None, ...]


@dataclass(frozen=True, kw_only=True)
class Table:
    """A table for `components/table.html` and for `exports.py`.

    `cards`: on a phone each row becomes a card; otherwise the table scrolls in its own box, the first
    column staying. `swap`: sort and page links replace the table by htmx (the view then answers an htmx
    request with the partial that includes this table).
    """

    id: str
    caption: Words
    columns: tuple[Column, ...]
    rows: Sequence[Row] = ()
    totals: Sequence[Row] = ()
    note: Words = ""
    empty: Words = ""
    ordering: Ordering | None = None
    pages: Pages | None = None
    exports: tuple[Link, ...] = ()
    cards: bool = False
    swap: bool = False
    hide_caption: bool = False
    about: Mapping[str, str] = field(default_factory=dict)

    @property
    def headings(self) -> list[Heading]:
        """The columns with their sort links."""
        order = self.ordering
        return [
            Heading(column, order.href(column.key), order.direction(column.key))
            if order and column.sortable
            else Heading(column, "", "")
            for column in self.columns
        ]

    @property
    def groups(self) -> list[tuple[Words, int]]:
        """The headings over the columns with the number of columns each spans; empty when there are none."""
        if not any(column.group for column in self.columns):
            return []
        runs = groupby(self.columns, key=lambda column: str(column.group))
        return [(label, len(list(run))) for label, run in runs]

    @property
    def body(self) -> list[tuple[Row, list[tuple[Column, Cell]]]]:
        """The rows, each cell with its column."""
        return [(row, list(zip(self.columns, row.cells, strict=False))) for row in self.rows]

    @property
    def foot(self) -> list[tuple[Row, list[tuple[Column, Cell]]]]:
        """The totals, each cell with its column."""
        return [(row, list(zip(self.columns, row.cells, strict=False))) for row in self.totals]


def address(query: QueryDict, changes: Mapping[str, str | None]) -> str:
    """Return « ?… », the query with `changes`; None takes a key out."""
    changed = query.copy()
    for key, value in changes.items():
        if value is None:
            changed.pop(key, None)
        else:
            changed[key] = value
    return f"?{changed.urlencode()}"


def export_links(query: QueryDict) -> tuple[Link, ...]:
    """Return the two links of a table's foot: the same page with `?export=xlsx` or `csv`, all its rows."""
    return (
        Link("Excel", address(query, {EXPORT: "xlsx", PAGE: None})),
        Link("CSV", address(query, {EXPORT: "csv", PAGE: None})),
    )


Item = TypeVar("Item")


def paginate(
    found: "QuerySet[Any, Item] | Sequence[Item]", query: QueryDict, *, per_page: int = 50
) -> tuple[Page[Item], Pages | None]:
    """Return the page asked for (`?page=2`; nonsense gives the first or the last) and its links.

    The links are None when everything fits on one page.
    """
    paginator = Paginator(found, per_page)
    page = paginator.get_page(query.get(PAGE))
    if paginator.num_pages == 1:
        return page, None

    def href(number: int) -> str:
        return address(query, {PAGE: str(number)})

    shown = paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return page, Pages(
        number=page.number,
        last=paginator.num_pages,
        total=paginator.count,
        first_row=page.start_index(),
        last_row=page.end_index(),
        previous=href(page.number - 1) if page.has_previous() else "",
        next=href(page.number + 1) if page.has_next() else "",
        links=tuple(
            Link(str(n), href(n), current=n == page.number) if isinstance(n, int) else None for n in shown
        ),
    )
