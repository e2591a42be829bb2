"""The one table: its headings, its rows, its order and its pages."""

import datetime

from bs4 import BeautifulSoup, Tag
from django.http import QueryDict
from django.template.loader import render_to_string

from jalon.web.components import Badge, Link, Shape
from jalon.web.shown import shown
from jalon.web.tables import (
    Cell,
    Column,
    Kind,
    Ordering,
    RowKind,
    Table,
    cell,
    export_links,
    row,
)

COLUMNS = (
    Column("title", "Intitulé", sortable=True),
    Column("done", "Réalisé", Kind.NUMBER, sortable=True, group="2024", unit="personnes"),
    Column("on", "Arrêté au", Kind.DATE, group="2024"),
)
FIELDS = {"title": "sort_title", "done": "done"}


def render(table: Table) -> BeautifulSoup:
    return BeautifulSoup(render_to_string("components/table.html", {"table": table}), "html.parser")


def one(soup: BeautifulSoup | Tag, selector: str) -> Tag:
    found = soup.select_one(selector)
    assert found is not None, selector
    return found


def texts(soup: BeautifulSoup, selector: str) -> list[str]:
    return [tag.get_text(strip=True) for tag in soup.select(selector)]


def test_table_has_caption_row_headers_and_numbers_on_the_right() -> None:
    rows = [row("Kora", shown(43, href="/c/1/"), datetime.date(2024, 3, 1))]

    soup = render(Table(id="t", caption="Communes", columns=COLUMNS, rows=rows))

    assert texts(soup, "caption") == ["Communes"]
    assert texts(soup, "tbody th[scope=row]") == ["Kora"]
    assert texts(soup, "td.num") == ["43"]
    assert texts(soup, "td.date") == ["1er mars 2024"]


def test_table_scrolls_in_a_labelled_region_that_takes_the_focus() -> None:
    region = one(render(Table(id="t", caption="Communes", columns=COLUMNS)), "[role=region]")

    assert (region["tabindex"], region["aria-labelledby"]) == ("0", "t-titre")


def test_table_groups_neighbouring_columns() -> None:
    table = Table(id="t", caption="Communes", columns=COLUMNS)

    assert table.groups == [("", 1), ("2024", 2)]
    assert one(render(table), "th[scope=colgroup]")["colspan"] == "2"


def test_empty_table_says_so() -> None:
    soup = render(Table(id="t", caption="Communes", columns=COLUMNS, empty="Aucune commune."))

    assert texts(soup, "tbody td") == ["Aucune commune."]


def test_sections_span_and_totals_stand_in_the_foot() -> None:
    rows = [row("Cercle de Goundam", kind=RowKind.SECTION), row("Kora", 43, None, level=1)]
    table = Table(
        id="t",
        caption="Communes",
        columns=COLUMNS,
        rows=rows,
        totals=[row("Total", 43, None, kind=RowKind.TOTAL)],
    )

    soup = render(table)

    assert one(soup, "tr.section th")["colspan"] == "3"
    assert texts(soup, "tfoot tr.total > *") == ["Total", "43", ""]
    assert texts(soup, "th.l1") == ["Kora"]


def test_headings_sort_by_links_that_keep_the_filters() -> None:
    query = QueryDict("region=t&page=3&tri=done")
    ordering = Ordering.read(query, FIELDS, default="title")

    soup = render(Table(id="t", caption="Communes", columns=COLUMNS, ordering=ordering))

    assert [link["href"] for link in soup.select("thead a")] == ["?region=t&tri=title", "?region=t&tri=-done"]
    assert one(soup, "th[aria-sort]")["aria-sort"] == "ascending"


def test_ordering_refuses_what_is_not_allowed() -> None:
    ordering = Ordering.read(QueryDict("tri=password"), FIELDS, default="-done")

    assert ordering.order_by == ("-done", "pk")


def test_swap_puts_htmx_on_sort_links_only() -> None:
    ordering = Ordering.read(QueryDict(), FIELDS, default="title")
    rows = [row(Cell("Kora", href="/l/1/"), shown(43, href="/c/1/"), None)]
    table = Table(id="t", caption="C", columns=COLUMNS, rows=rows, ordering=ordering, swap=True)

    soup = render(table)

    assert [tag["hx-target"] for tag in soup.select("[hx-get]")] == ["#t", "#t"]
    assert soup.select("tbody [hx-get]") == []


def test_export_links_keep_filters_and_drop_the_page() -> None:
    links = export_links(QueryDict("region=t&page=3"))

    assert links == (Link("Excel", "?region=t&export=xlsx"), Link("CSV", "?region=t&export=csv"))


def test_cell_keeps_the_raw_value_beside_the_words() -> None:
    assert cell(12000) == Cell(text="12\u202f000", raw=12000)
    assert cell(datetime.date(2024, 12, 5)).raw == datetime.date(2024, 12, 5)
    assert cell(Badge("Clos", Shape.FULL)).raw == "Clos"


def test_cards_carry_the_label_of_each_column() -> None:
    soup = render(Table(id="t", caption="C", columns=COLUMNS, rows=[row("Kora", 43, None)], cards=True))

    assert [cell["data-label"] for cell in soup.select("tbody td")] == ["Réalisé", "Arrêté au"]
