"""Excel and CSV files, read back with other libraries than the ones that wrote them."""

import csv
import datetime
import io
from decimal import Decimal
from fractions import Fraction

import pytest
from django.test import RequestFactory
from python_calamine import CalamineWorkbook

from jalon.web.exports import exported, to_csv, to_xlsx
from jalon.web.shown import Absence, absent, shown, shown_share
from jalon.web.tables import Cell, Column, Kind, Row, RowKind, Table, row

COLUMNS = (
    Column("title", "Intitulé"),
    Column("done", "Réalisé", Kind.NUMBER, unit="personnes"),
    Column("rate", "Taux", Kind.PERCENT),
    Column("on", "Arrêté au", Kind.DATE),
)
DAY = datetime.date(2024, 12, 5)


def table(*rows: Row) -> Table:
    return Table(id="t", caption="Résultats", columns=COLUMNS, rows=rows)


def read_csv(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def read_xlsx(content: bytes) -> list[list[object]]:
    return CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()


def test_csv_carries_raw_values() -> None:
    content = to_csv(table(row("Kora", shown(207_716_144), shown_share(Fraction(1, 8)), DAY)))

    assert content.startswith(b"\xef\xbb\xbf")
    assert read_csv(content) == [
        ["Intitulé", "Réalisé (personnes)", "Taux", "Arrêté au"],
        ["Kora", "207716144", "0,125000", "2024-12-05"],
    ]


def test_xlsx_carries_raw_values() -> None:
    content = to_xlsx(table(row("Kora", shown(Decimal("316661.22")), shown_share(Fraction(1, 8)), DAY)))

    assert read_xlsx(content) == [
        ["Intitulé", "Réalisé (personnes)", "Taux", "Arrêté au"],
        ["Kora", 316661.22, 0.125, DAY],
    ]


def test_interval_has_two_columns_and_marks_their_words() -> None:
    rows = (
        row("Kora", shown(59, 63, marks=["interval"]), None, None),
        row("Arham", absent(Absence.UNKNOWN), None, None),
        row("Dangha", shown(0), None, None),
    )

    heading, *lines = read_csv(to_csv(table(*rows)))

    assert heading[1:4] == [
        "Réalisé (personnes), minimum",
        "Réalisé (personnes), maximum",
        "Réalisé (personnes), signes",
    ]
    assert [line[1:4] for line in lines] == [
        ["59", "63", "intervalle"],
        ["", "", "non renseigné"],
        ["0", "0", ""],
    ]


@pytest.mark.parametrize("text", ["=1+1", "+33", "-2", "@SUM(A1)", "\t=1", "\r=1"])
def test_csv_does_not_let_a_text_run(text: str) -> None:
    assert read_csv(to_csv(table(row(text, None, None, None))))[1][0] == f"'{text}"


def test_csv_leaves_a_negative_number_alone() -> None:
    assert read_csv(to_csv(table(row("Kora", -12, None, None))))[1][1] == "-12"


@pytest.mark.parametrize("text", ["=1+1", "http://exemple.ml/", "@SUM(A1)"])
def test_xlsx_writes_texts_as_texts(text: str) -> None:
    content = to_xlsx(table(row(text, None, None, None)))

    assert read_xlsx(content)[1][0] == text
    assert CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()[1][0] == text


def test_sections_are_left_out_and_totals_kept() -> None:
    whole = Table(
        id="t",
        caption="Résultats",
        columns=COLUMNS[:2],
        rows=[row("R1", kind=RowKind.SECTION), row("Kora", 43)],
        totals=[row("Total", 43, kind=RowKind.TOTAL)],
    )

    assert [line[0] for line in read_csv(to_csv(whole))] == ["Intitulé", "Kora", "Total"]


def test_cell_note_and_link_stay_on_the_screen() -> None:
    assert read_csv(to_csv(table(row(Cell("Kora", href="/l/1/", note="cercle de Goundam")))))[1][0] == "Kora"


def test_second_sheet_says_what_the_file_is() -> None:
    whole = Table(id="t", caption="Résultats", columns=COLUMNS, about={"Région": "Ségou"})

    about = CalamineWorkbook.from_filelike(io.BytesIO(to_xlsx(whole))).get_sheet_by_name("À propos")

    assert [line[:2] for line in about.to_python() if line[0] in {"Tableau", "Région"}] == [
        ["Tableau", "Résultats"],
        ["Région", "Ségou"],
    ]


def test_exported_answers_only_when_asked() -> None:
    requests = RequestFactory()

    assert exported(requests.get("/x/"), table(), "communes") is None
    assert exported(requests.get("/x/?export=pdf"), table(), "communes") is None


@pytest.mark.parametrize(
    ("ending", "kind"),
    [
        ("csv", "text/csv; charset=utf-8"),
        ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ],
)
def test_exported_names_the_file(ending: str, kind: str) -> None:
    response = exported(RequestFactory().get(f"/x/?export={ending}"), table(), "communes")

    assert response is not None
    assert response["Content-Type"] == kind
    assert response["Content-Disposition"].startswith('attachment; filename="jalon-communes-2')
