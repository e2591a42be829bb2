"""The text of a document set as parts: lists, tables, highlighted passages, pages of a long one."""

from jalon.flows.intake.plain_text import blocks_of
from jalon.records.sources.models import Source, Text
from jalon.web.documents import page


def text(content: str) -> Text:
    return Text(content=content, blocks=[list(block) for block in blocks_of(content)])


def passage(of: Text, quote: str, pk: int = 1) -> Source:
    start = of.content.index(quote)
    return Source(pk=pk, start=start, end=start + len(quote), quote=quote)


def shown(parts: list[page.Part]) -> list[tuple[str, list[str]]]:
    return [
        (
            part.kind,
            ["|".join("".join(s.text for s in span.stretches) for span in line.spans) for line in part.lines],
        )
        for part in parts
    ]


REPORT = text("RAPPORT\n\nDétail :\n- un ;\n- deux ;\n- trois.\n\nCercle\tJeunes\nDiré\t60\n\nFin.")


def test_parts_group_items_and_rows():
    assert shown(page.parts(REPORT, REPORT.blocks, [], None)) == [
        ("h1", ["RAPPORT"]),
        ("p", ["Détail :"]),
        ("list", ["- un ;", "- deux ;", "- trois."]),
        ("table", ["Cercle|Jeunes", "Diré|60"]),
        ("p", ["Fin."]),
    ]


def test_parts_set_a_cited_item_apart_beside_its_notes():
    cited = passage(REPORT, "deux")
    parts = page.parts(REPORT, REPORT.blocks, [cited], None)

    assert [lines for kind, lines in shown(parts) if kind == "list"] == [
        ["- un ;"],
        ["- deux ;"],
        ["- trois."],
    ]
    assert [part.passages for part in parts if part.kind == "list"] == [(), (cited,), ()]


def test_parts_keep_overlapping_passages_whole():
    whole, inner = passage(REPORT, "Diré\t60", 1), passage(REPORT, "60", 2)
    table = page.parts(REPORT, REPORT.blocks, [whole, inner], inner)[3]
    first, last = table.lines[1].spans

    assert first.stretches == (page.Stretch("Diré", ("p1",), True, False),)
    assert last.stretches == (page.Stretch("60", ("passage", "p2"), True, True),)


def test_parts_say_where_each_span_starts():
    spans = [
        span
        for part in page.parts(REPORT, REPORT.blocks, [passage(REPORT, "deux")], None)
        for line in part.lines
        for span in line.spans
    ]

    assert all(
        REPORT.content[span.start :].startswith("".join(one.text for one in span.stretches)) for span in spans
    )


def test_near_gives_the_title_and_the_headings_of_the_table():
    assert shown(page.near(REPORT, passage(REPORT, "60"))) == [
        ("h1", ["RAPPORT"]),
        ("table", ["Cercle|Jeunes", "Diré|60"]),
    ]


def test_long_text_is_cut_between_blocks():
    long = text("\n\n".join(f"{n} " + "mot " * 2500 + "." for n in range(9)))
    pages = page.page_numbers(long.blocks)

    assert pages == [(0, 3), (3, 6), (6, 9)]
    assert [page.page_of(pages, long.blocks, long.blocks[n][1]) for n in (0, 2, 3, 8)] == [1, 1, 2, 3]


def test_short_text_is_one_page():
    assert page.page_numbers(REPORT.blocks) == [(0, len(REPORT.blocks))]
    assert page.page_numbers([]) == [(0, 0)]
