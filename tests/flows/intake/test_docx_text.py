import pytest
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE

from jalon.flows.intake.docx_text import read
from jalon.flows.intake.extraction import Page
from jalon.records.problems import Refused
from tests.flows.intake.making import archive, word, word_of


def blocks(content: bytes) -> list[tuple[str, str]]:
    found = read(content)
    return [(kind, found.text[start:end]) for kind, start, end in found.blocks]


def paragraph(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def test_titles_lists_and_tables_in_the_order_of_the_document():
    def fill(document: WordDocument) -> None:
        document.add_heading("Compte rendu", 0)
        document.add_heading("Décisions", 1)
        document.add_paragraph("43 jeunes ont été formés.")
        document.add_paragraph("tenir la réunion", style="List Bullet")
        table = document.add_table(rows=2, cols=2)
        for cell, text in zip(table._cells, ("Commune", "Femmes", "Koro", "253"), strict=True):
            cell.text = text
        document.add_paragraph("Fin.")

    assert blocks(word(fill)) == [
        ("h1", "Compte rendu"),
        ("h1", "Décisions"),
        ("p", "43 jeunes ont été formés."),
        ("li", "• tenir la réunion"),
        ("head", "Commune\tFemmes"),
        ("row", "Koro\t253"),
        ("p", "Fin."),
    ]


def test_numbers_of_a_list_are_those_a_reader_sees():
    def fill(document: WordDocument) -> None:
        for text in ("ouverture", "bilan"):
            document.add_paragraph(text, style="List Number")

    assert blocks(word(fill)) == [("li", "1. ouverture"), ("li", "2. bilan")]


def test_merged_cells_stand_once():
    def fill(document: WordDocument) -> None:
        table = document.add_table(rows=2, cols=3)
        for cell, text in zip(table._cells, ("Koro", "12", "15", "", "8", "9"), strict=True):
            cell.text = text
        table.cell(0, 0).merge(table.cell(1, 0))
        table.cell(1, 1).merge(table.cell(1, 2))

    assert blocks(word(fill)) == [("row", "Koro\t12\t15"), ("row", "\t8 9\t")]


def test_table_of_one_column_is_a_frame():
    def fill(document: WordDocument) -> None:
        document.add_table(rows=1, cols=1).cell(0, 0).text = "Budget : 45 000 FCFA"

    assert blocks(word(fill)) == [("p", "Budget : 45 000 FCFA")]


def test_header_and_footer_are_left_out():
    def fill(document: WordDocument) -> None:
        document.sections[0].header.paragraphs[0].text = "Programme Sillon"
        document.sections[0].footer.paragraphs[0].text = "Page 3"
        document.add_paragraph("43 jeunes.")

    assert blocks(word(fill)) == [("p", "43 jeunes.")]


def test_style_based_on_a_heading_is_a_title():
    def fill(document: WordDocument) -> None:
        style = document.styles.add_style("Rubrique", WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles["Heading 2"]
        document.add_paragraph("Activités", style="Rubrique")

    assert blocks(word(fill)) == [("h2", "Activités")]


def test_changes_are_accepted_deleted_text_goes_and_inserted_stays():
    body = (
        "<w:p><w:r><w:t>Il y a </w:t></w:r><w:del><w:r><w:delText>12</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>15</w:t></w:r></w:ins><w:r><w:t> puits</w:t></w:r>"
        "<w:moveFrom><w:r><w:t> ailleurs</w:t></w:r></w:moveFrom></w:p>"
    )

    assert blocks(word_of(body)) == [("p", "Il y a 15 puits")]


def test_deleted_row_goes():
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    rows = "".join(
        f"<w:tr><w:trPr>{mark}</w:trPr>{cell.format(name)}{cell.format(value)}</w:tr>"
        for mark, name, value in (("", "Koro", 12), ("<w:del/>", "Gao", 3), ("<w:ins/>", "Diré", 5))
    )

    assert blocks(word_of(f"<w:tbl>{rows}</w:tbl>")) == [("row", "Koro\t12"), ("row", "Diré\t5")]


def test_text_box_is_read_once_after_its_paragraph():
    box = "<w:txbxContent><w:p><w:r><w:t>904 femmes</w:t></w:r></w:p></w:txbxContent>"
    body = (
        "<w:p><w:r><w:t>Bilan</w:t></w:r><w:r><w:AlternateContent><w:Choice>"
        f"{box}</w:Choice><w:Fallback>{box}</w:Fallback></w:AlternateContent></w:r></w:p>"
    )

    assert blocks(word_of(body)) == [("p", "Bilan"), ("p", "904 femmes")]


def test_hidden_text_and_field_codes_go_and_their_results_stay():
    body = (
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>"
        "<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>le 5 mai</w:t><w:br/><w:t>2024</w:t></w:r></w:p>"
    )

    assert blocks(word_of(body)) == [("p", "le 5 mai\n2024")]


def test_pages_are_those_the_word_processor_last_saw():
    body = paragraph("Première page.") + (
        "<w:p><w:r><w:t>Elle va </w:t><w:lastRenderedPageBreak/><w:t>plus loin.</w:t></w:r></w:p>"
    )
    found = read(word_of(body))

    assert found.text == "Première page.\n\nElle va plus loin."
    assert found.pages == (Page(0, 24, 1), Page(24, 34, 2))


def test_file_without_page_breaks_has_no_pages():
    assert read(word_of(paragraph("Une ligne."))).pages == ()


def test_same_bytes_give_the_same_text():
    content = word_of(paragraph("Une ligne."))

    assert read(content) == read(content)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (word_of(paragraph("Une ligne."))[:-30], "damaged"),
        (archive({"word/document.xml": b"<w:document"}), "damaged"),
        (archive({"xl/workbook.xml": b"<workbook/>"}), "not_a_document"),
        (archive({"word/document.xml": b"<!DOCTYPE d [<!ENTITY a 'b'>]><d>&a;</d>"}), "xml_entities"),
        (archive({"word/document.xml": "<!DOCTYPE d []><d/>".encode("utf-16")}), "xml_entities"),
        (archive({"word/document.xml": b"<a>" * 100_000 + b"</a>" * 100_000}), "damaged"),
        (archive({f"{n}.xml": b"" for n in range(5_001)}), "zip_bomb"),
    ],
)
def test_hostile_files_are_refused(content: bytes, code: str):
    with pytest.raises(Refused) as refusal:
        read(content)

    assert refusal.value.code == code


def test_part_that_swells_is_refused_by_what_it_declares():
    with pytest.raises(Refused) as refusal:
        read(archive({"word/document.xml": b" " * 30_000_000}))

    assert refusal.value.code == "zip_bomb"


def test_part_that_lies_about_its_size_is_refused():
    content = archive({"word/document.xml": b"<a/>" + b" " * 50_000})
    size = (50_004).to_bytes(4, "little")

    with pytest.raises(Refused) as refusal:
        read(content.replace(size, (100).to_bytes(4, "little")))

    assert refusal.value.code in {"damaged", "zip_bomb"}
