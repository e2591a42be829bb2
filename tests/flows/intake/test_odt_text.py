import pytest

from jalon.flows.intake.extraction import Page
from jalon.flows.intake.odt_text import read
from jalon.records.problems import Refused
from tests.flows.intake.making import archive, odt_of


def blocks(content: bytes) -> list[tuple[str, str]]:
    found = read(content)
    return [(kind, found.text[start:end]) for kind, start, end in found.blocks]


def test_titles_paragraphs_and_items():
    body = (
        '<text:h text:outline-level="2">Activités</text:h>'
        "<text:p>12<text:s/>puits<text:line-break/>neufs</text:p>"
        "<text:list><text:list-item><text:p>ouvrir</text:p><text:list><text:list-item><text:p>la séance"
        "</text:p></text:list-item></text:list></text:list-item></text:list>"
    )

    assert blocks(odt_of(body)) == [
        ("h2", "Activités"),
        ("p", "12 puits\nneufs"),
        ("li", "• ouvrir"),
        ("li", "• la séance"),
    ]


def test_numbers_of_a_list():
    styles = (
        '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" '
        'style:num-format="a" style:num-suffix=")"/></text:list-style>'
    )
    items = "".join(f"<text:list-item><text:p>{one}</text:p></text:list-item>" for one in ("un", "deux"))

    found = blocks(odt_of(f'<text:list text:style-name="L1">{items}</text:list>', styles))

    assert found == [("li", "a) un"), ("li", "b) deux")]


def test_table_with_headings_and_merged_cells():
    def cell(text: str, name: str = "table-cell") -> str:
        return f"<table:{name}><text:p>{text}</text:p></table:{name}>"

    body = (
        "<table:table><table:table-header-rows><table:table-row>"
        f"{cell('Commune')}{cell('2023')}{cell('2024')}</table:table-row></table:table-header-rows>"
        f"<table:table-row>{cell('Koro')}{cell('253')}{cell('358')}</table:table-row>"
        f"<table:table-row>{cell('', 'covered-table-cell')}{cell('611')}{cell('', 'covered-table-cell')}"
        '</table:table-row><table:table-row table:number-rows-repeated="1000000">'
        '<table:table-cell table:number-columns-repeated="16000"/></table:table-row></table:table>'
    )

    assert blocks(odt_of(body)) == [
        ("head", "Commune\t2023\t2024"),
        ("row", "Koro\t253\t358"),
        ("row", "\t611\t"),
    ]


def test_deleted_text_and_comments_go_and_notes_come_last():
    body = (
        "<text:tracked-changes><text:changed-region><text:p>effacé</text:p></text:changed-region>"
        "</text:tracked-changes><text:p>43 jeunes<office:annotation><text:p>sûr</text:p></office:annotation>"
        "<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>Selon la mairie.</text:p></text:note-body></text:note> formés.</text:p><text:p>Fin.</text:p>"
    )

    assert blocks(odt_of(body)) == [("p", "43 jeunes formés."), ("p", "Fin."), ("p", "Selon la mairie.")]


def test_table_of_contents_is_an_aside():
    body = (
        "<text:table-of-content><text:index-body><text:p>Activités<text:tab/>5</text:p></text:index-body>"
        "</text:table-of-content><text:p>Texte.</text:p>"
    )

    assert blocks(odt_of(body)) == [("aside", "Activités 5"), ("p", "Texte.")]


def test_pages_begin_at_soft_breaks():
    found = read(
        odt_of("<text:p>Un.</text:p><text:soft-page-break/><text:p>De<text:soft-page-break/>ux.</text:p>")
    )

    assert (found.text, found.pages) == ("Un.\n\nDeux.", (Page(0, 3, 1), Page(3, 7, 2), Page(7, 10, 3)))


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (odt_of("<text:p>a</text:p>")[:-40], "damaged"),
        (archive({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}), "not_a_document"),
        (archive({"META-INF/manifest.xml": b"<a><encryption-data/></a>"}), "encrypted"),
        (
            archive(
                {
                    "mimetype": b"application/vnd.oasis.opendocument.text",
                    "content.xml": b"<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><a>&x;</a>",
                }
            ),
            "xml_entities",
        ),
    ],
)
def test_hostile_files_are_refused(content: bytes, code: str):
    with pytest.raises(Refused) as refusal:
        read(content)

    assert refusal.value.code == code
