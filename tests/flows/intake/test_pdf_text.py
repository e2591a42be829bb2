import io

import pypdfium2
import pytest

from jalon.flows.intake import docx_text, odt_text
from jalon.flows.intake.extraction import ASIDE, Box, Page
from jalon.flows.intake.pdf_text import page_list, read
from jalon.records.problems import Refused
from tests.flows.intake.making import FILES, Report

SENTENCE = "Le comité de suivi a visité les villages de la commune et relevé les besoins des groupements. "


def blocks(content: bytes) -> list[tuple[str, str]]:
    found = read(content)
    return [(kind, found.text[start:end]) for kind, start, end in found.blocks]


def body(content: bytes) -> list[tuple[str, str]]:
    return [(kind, text) for kind, text in blocks(content) if kind != ASIDE]


def test_printed_page_has_the_blocks_of_the_document_it_was_printed_from():
    written = odt_text.read((FILES / "rapport.odt").read_bytes())
    printed = read((FILES / "libreoffice.pdf").read_bytes())

    assert [(kind, printed.text[s:e].replace("\n", " ")) for kind, s, e in printed.blocks] == [
        (kind, written.text[s:e]) for kind, s, e in written.blocks
    ]


def test_word_and_opendocument_give_the_same_text():
    word = docx_text.read((FILES / "rapport.docx").read_bytes())
    odt = odt_text.read((FILES / "rapport.odt").read_bytes())

    assert (word.text, word.blocks) == (odt.text, odt.blocks)


def test_page_printed_by_a_browser():
    found = blocks((FILES / "chromium.pdf").read_bytes())

    assert found[0] == ("h1", "Rapport annuel 2023 du programme Sillon")
    assert [text for kind, text in found if kind in {"head", "row"}] == [
        "Commune\tFemmes\tHommes",
        "Koro\t253\t358",
        "Bankass\t120\t98",
        "\t218 en tout\t",
    ]
    assert [text.split("\n")[0] for _kind, text in found[-2:]] == [
        "Première colonne. Les groupements de femmes",
        "Deuxième partie. Les agents ont effectué cent",
    ]


def test_line_ends_stay_inside_a_paragraph():
    (found,) = body(Report().add().paragraph(SENTENCE * 3).bytes())

    assert found[0] == "p"
    assert found[1].count("\n") > 1
    assert found[1].replace("\n", " ") == (SENTENCE * 3).strip()


def test_titles_are_known_by_their_size_or_their_weight():
    report = Report().add().line_of("RAPPORT", 20).line_of("Les résultats", 15).line_of("Formation", 11, "B")

    assert [kind for kind, _text in body(report.paragraph(SENTENCE * 2).bytes())] == ["h1", "h2", "h3", "p"]


def test_items_are_blocks_of_their_own():
    report = Report().add().paragraph(SENTENCE).line_of("- 12 puits réparés ;").line_of("- 3 marchés bâtis.")

    assert body(report.bytes())[-2:] == [("li", "- 12 puits réparés ;"), ("li", "- 3 marchés bâtis.")]


def test_running_heads_and_page_numbers_are_asides():
    report = Report(head="Programme Sillon, rapport 2023", numbered=True)
    for place in ("Koro", "Gao", "Diré"):
        report.add().paragraph(f"À {place}, " + SENTENCE)
    found = blocks(report.bytes())

    assert [text for kind, text in found if kind == ASIDE] == [
        text for number in ("1", "2", "3") for text in ("Programme Sillon, rapport 2023", number)
    ]
    assert [text.split(",")[0] for kind, text in found if kind == "p"] == ["À Koro", "À Gao", "À Diré"]


def test_number_that_opens_a_page_is_no_page_number():
    report = Report()
    for count in (253, 358, 12):
        report.add().paragraph(f"{count} femmes ont été formées. " + SENTENCE)

    assert [kind for kind, _text in blocks(report.bytes())] == ["p", "p", "p"]


def test_titles_that_differ_by_their_number_are_no_running_heads():
    report = Report()
    for count in (4, 9, 2):
        report.add().line_of(f"Fiche {count}", 16).paragraph(SENTENCE)

    assert [text for kind, text in blocks(report.bytes()) if kind == "h1"] == [
        "Fiche 4",
        "Fiche 9",
        "Fiche 2",
    ]


def test_paragraph_goes_on_over_the_page_and_its_pages_are_known():
    report = Report(head="Programme Sillon, rapport 2023", numbered=True)
    report.add()
    for _line in range(35):
        report.line_of("Une ligne.")
    report.line_of("Le comité a relevé que les groupements de la commune ont planté, avec l'appui").add()
    report.line_of("de la mairie, 43 hectares.").add().paragraph(SENTENCE)
    found = read(report.bytes())
    start = found.text.index("Le comité")
    end = found.text.index("43 hectares.") + len("43 hectares.")

    assert ("p", start, end) in found.blocks
    assert [page.number for page in found.pages if page.start < end and page.end > start] == [1, 2]
    assert found.text[found.pages[1].start :].startswith("de la mairie, 43 hectares.")
    assert (found.pages[0].start, found.pages[-1].end) == (0, len(found.text))


def test_box_of_a_block_on_its_page():
    found = read(Report().add().line_of("Un.").bytes())

    assert found.pages == (Page(0, 3, 1),)
    assert [(box.start, box.end, box.page) for box in found.boxes] == [(0, 3, 1)]
    (box,) = found.boxes
    assert box == Box(0, 3, 1, 31, box.top, 48, box.bottom)
    assert 25 < box.top < box.bottom < 50


def test_ruled_table_keeps_its_cells():
    report = Report().add()
    with report.table() as table:
        for line in (("Commune", "Femmes", "Montant"), ("Koro", "253", "45 000 000"), ("Gao", "12", "")):
            row = table.row()
            for cell in line:
                row.cell(cell)

    assert body(report.bytes()) == [
        ("head", "Commune\tFemmes\tMontant"),
        ("row", "Koro\t253\t45 000 000"),
        ("row", "Gao\t12\t"),
    ]


def test_cells_without_rules_are_parted_by_their_gaps():
    report = Report().add()
    for line in (("Commune", "Femmes"), ("Koro", "253"), ("Gao", "12")):
        for cell in line:
            report.cell(60, 7, cell)
        report.ln()

    assert body(report.bytes()) == [("head", "Commune\tFemmes"), ("row", "Koro\t253"), ("row", "Gao\t12")]


def test_two_columns_drawn_line_by_line_are_read_one_after_the_other():
    report = Report().add()
    for number in range(6):
        report.cell(95, 7, f"la colonne de gauche, ligne {number}")
        report.cell(80, 7, f"la colonne de droite, ligne {number}")
        report.ln()
    text = read(report.bytes()).text

    assert text.index("gauche, ligne 5") < text.index("droite, ligne 0")


def test_word_broken_at_the_end_of_a_line_keeps_its_hyphen():
    report = Report().add().line_of("Les groupements ont vendu leurs produits sur les mar-")
    report.line_of("chés de la région.")

    assert body(report.bytes()) == [
        ("p", "Les groupements ont vendu leurs produits sur les mar-\nchés de la région.")
    ]


def test_table_of_contents_is_an_aside():
    report = Report().add().line_of("1. Activités ................................ 5").paragraph(SENTENCE)

    assert blocks(report.bytes())[0] == (ASIDE, "1. Activités ................................ 5")


@pytest.mark.parametrize(("turn", "angle"), [(90, 90), (180, 180), (270, -90)])
def test_page_shown_turned_is_read_as_it_is_shown(turn: int, angle: int):
    report = Report().add()
    with report.rotation(angle, 100, 150):
        for line, text in enumerate(("Les femmes ont vendu", "leurs produits.", "- un item")):
            report.text(100, 150 + 7 * line, text)
    document = pypdfium2.PdfDocument(report.bytes())
    document[0].set_rotation(turn)
    held = io.BytesIO()
    document.save(held)

    assert body(held.getvalue()) == [("p", "Les femmes ont vendu\nleurs produits."), ("li", "- un item")]


def test_same_bytes_give_the_same_text():
    content = (FILES / "chromium.pdf").read_bytes()

    assert read(content) == read(content)


def test_locked_file_is_refused():
    report = Report().add().line_of("secret")
    report.set_encryption(owner_password="a", user_password="b")

    with pytest.raises(Refused) as refusal:
        read(report.bytes())

    assert (refusal.value.code, str(refusal.value)) == (
        "encrypted",
        "Ce fichier est protégé par un mot de passe : l’enregistrer sans mot de passe et le renvoyer.",
    )


def test_file_that_only_forbids_copying_is_read():
    report = Report().add().line_of("Une ligne.")
    report.set_encryption(owner_password="a", user_password="")

    assert body(report.bytes()) == [("p", "Une ligne.")]


@pytest.mark.parametrize(
    "content", [b"%PDF-1.7", b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog", b"%PDF" + bytes(99)]
)
def test_damaged_file_is_refused(content: bytes):
    with pytest.raises(Refused) as refusal:
        read(content)

    assert refusal.value.code == "damaged"


def test_truncated_file_is_refused_or_read_without_what_is_lost():
    content = (FILES / "libreoffice.pdf").read_bytes()[:9_000]

    with pytest.raises(Refused) as refusal:
        read(content)

    assert refusal.value.code == "damaged"


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ([2], "la page 2"),
        ([3, 4, 5], "les pages 3 à 5"),
        ([1, 3], "les pages 1 et 3"),
        ([1, 2, 5, 7, 8], "les pages 1 à 2, 5 et 7 à 8"),
    ],
)
def test_page_list(numbers: list[int], said: str):
    assert page_list(numbers) == said
