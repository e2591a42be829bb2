"""A table as a file: Excel with raw numbers, and CSV as French Excel reads it.

The first line holds the headings, so that the file can be read back. Where the screen shows an interval
the file has two columns (minimum, maximum); where it shows marks or no number, a column says so in words.
"""

import csv
import datetime
import io
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

import xlsxwriter
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from jalon.core.values.number_formats import round_half_up
from jalon.web.shown import Mark, ShownFigure
from jalon.web.tables import EXPORT, Cell, Column, Kind, Raw, Row, RowKind, Table

XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# A spreadsheet runs a text that starts with one of these as a formula.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class _Field:
    """A column of the file: a table column, or what goes with it (maximum of intervals, marks)."""

    index: int
    part: str
    heading: str
    kind: Kind


def exported(request: HttpRequest, table: Table, name: str) -> HttpResponse | None:
    """Return the file when the address asks for one (`?export=xlsx` or `csv`), else None.

    `name` is the file's name without ending; the day is added. Give the table with all its rows.
    """
    wanted = request.GET.get(EXPORT)
    if wanted == "xlsx":
        content, kind = to_xlsx(table), XLSX_TYPE
    elif wanted == "csv":
        content, kind = to_csv(table), "text/csv; charset=utf-8"
    else:
        return None
    day = timezone.localdate().isoformat()
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="jalon-{name}-{day}.{wanted}"'
    return response


def to_csv(table: Table) -> bytes:
    """Return the table as CSV: UTF-8 with its mark, « ; » between fields, decimal comma, ISO dates.

    A text that a spreadsheet would run as a formula is preceded by an apostrophe.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    fields = _fields(table)
    writer.writerow([_csv(field.heading) for field in fields])
    for row in _rows(table):
        writer.writerow([_csv(_value(row, field)) for field in fields])
    return out.getvalue().encode("utf-8-sig")


def to_xlsx(table: Table) -> bytes:
    """Return the table as a workbook: a sheet of raw values, and one that says what it is."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    formats = {
        "head": book.add_format({"bold": True, "bottom": 2, "text_wrap": True, "valign": "bottom"}),
        "whole": book.add_format({"num_format": "#,##0"}),
        "decimal": book.add_format({"num_format": "#,##0.00"}),
        "percent": book.add_format({"num_format": "0.0%"}),
        "date": book.add_format({"num_format": "dd/mm/yyyy"}),
    }
    sheet = book.add_worksheet(_("Données"))
    fields = _fields(table)
    for column, field in enumerate(fields):
        sheet.write_string(0, column, field.heading, formats["head"])
        sheet.set_column(column, column, 42 if column == 0 else 18)
    for line, row in enumerate(_rows(table), start=1):
        for column, field in enumerate(fields):
            value = _value(row, field)
            _write(sheet, line, column, value, formats[_style(value, field.kind)])
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    _write_about(book, table)
    book.close()
    return out.getvalue()


def _fields(table: Table) -> list[_Field]:
    """The file's columns: each table column, with those its figures call for."""
    return [field for index, column in enumerate(table.columns) for field in _of_column(table, index, column)]


def _of_column(table: Table, index: int, column: Column) -> Iterator[_Field]:
    figures = [
        figure
        for row in _rows(table)
        if index < len(row.cells) and (figure := row.cells[index].figure) is not None
    ]
    heading = " — ".join(str(part) for part in (column.group, column.label) if part)
    if column.unit:
        heading += f" ({column.unit})"
    if any(figure.is_interval for figure in figures):
        yield _Field(index, "low", f"{heading}, {_('minimum')}", column.kind)
        yield _Field(index, "high", f"{heading}, {_('maximum')}", column.kind)
    else:
        yield _Field(index, "low", heading, column.kind)
    if any(figure.marks or figure.absence for figure in figures):
        yield _Field(index, "marks", f"{heading}, {_('signes')}", Kind.TEXT)


def _rows(table: Table) -> list[Row]:
    return [row for row in (*table.rows, *table.totals) if row.kind is not RowKind.SECTION]


def _value(row: Row, field: _Field) -> Raw:
    if field.index >= len(row.cells):
        return None
    cell = row.cells[field.index]
    if cell.figure is None:
        return _of_cell(cell) if field.part == "low" else None
    if field.part == "marks":
        return _signs(cell.figure)
    return cell.figure.low if field.part == "low" else cell.figure.high


def _of_cell(cell: Cell) -> Raw:
    return str(cell.text) if cell.raw is None else cell.raw


def _signs(figure: ShownFigure) -> str:
    """The marks in words: « intervalle, dérivé », « non renseigné »."""
    words = [str(figure.absence.label)] if figure.absence else []
    return ", ".join(words + [str(mark.label) for mark in figure.marks])


def _csv(value: Raw) -> str:
    match value:
        case None:
            return ""
        case str():
            return f"'{value}" if value.startswith(FORMULA_STARTS) else value
        case datetime.date():
            return value.isoformat()
        case _:
            return f"{_decimal(value):f}".replace(".", ",")


def _decimal(value: int | Decimal | Fraction) -> Decimal:
    """An exact number; a fraction (a share) keeps six decimals."""
    return round_half_up(value, 6) if isinstance(value, Fraction) else Decimal(value)


def _style(value: Raw, kind: Kind) -> str:
    """The name of the format of a value in a column of this kind."""
    if kind is Kind.PERCENT:
        return "percent"
    if isinstance(value, datetime.date):
        return "date"
    is_whole = not isinstance(value, Decimal | Fraction) or value == int(value)
    return "whole" if is_whole else "decimal"


def _write(
    sheet: xlsxwriter.worksheet.Worksheet,
    line: int,
    column: int,
    value: Raw,
    style: xlsxwriter.format.Format,
) -> None:
    match value:
        case None | "":
            return
        case str():
            sheet.write_string(line, column, value)
        case datetime.date():
            sheet.write_datetime(line, column, datetime.datetime(value.year, value.month, value.day), style)  # noqa: DTZ001 - a day, not an instant
        case _:
            sheet.write_number(line, column, float(_decimal(value)), style)


def _write_about(book: xlsxwriter.Workbook, table: Table) -> None:
    """The second sheet: title, day, what the page was filtered by, what the signs mean."""
    sheet = book.add_worksheet(_("À propos"))
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 1, 80)
    lines = [
        (_("Tableau"), str(table.caption)),
        (_("Produit le"), timezone.localtime().strftime("%d/%m/%Y %H:%M")),
        *((str(key), str(value)) for key, value in table.about.items()),
        *((str(mark.label), str(mark.meaning)) for mark in Mark),
    ]
    for line, (key, value) in enumerate(lines):
        sheet.write_string(line, 0, key)
        sheet.write_string(line, 1, value)
