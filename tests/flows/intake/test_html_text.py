import pytest

from jalon.flows.intake import html_text
from jalon.flows.intake.html_text import read
from jalon.records.problems import Refused


def blocks(html: str) -> list[tuple[str, str]]:
    read_in = read(html.encode())
    text, found = read_in.text, read_in.blocks
    return [(kind, text[start:end]) for kind, start, end in found]


def test_read_titles_paragraphs_and_items():
    html = """<html><head><title>Fiche</title></head><body><h1>Projet
        <em>MLI/801</em></h1><p>Signée le<br>23 mai 2013, 18&nbsp;mois.</p>
        <ul><li>État ;</li><li><p>Services <b>essen</b>tiels</p></li></ul></body></html>"""

    assert blocks(html) == [
        ("h1", "Projet MLI/801"),
        ("p", "Signée le\n23 mai 2013, 18\u00a0mois."),
        ("li", "État ;"),
        ("p", "Services essentiels"),
    ]


def test_read_tables_as_rows_of_cells():
    html = """<table><caption>Contributions</caption><tr><th>Bailleur<th>Montant</tr>
        <tr><td>Luxembourg</td><td>0 EUR</td></tr>
        <tr><td colspan=2><p>Union</p><p>européenne</p></td></tr></table>
        <table><tr><td>Autre</td></tr></table>"""
    read_in = read(html.encode())
    text, found = read_in.text, read_in.blocks

    assert [(kind, text[start:end]) for kind, start, end in found] == [
        ("h6", "Contributions"),
        ("head", "Bailleur\tMontant"),
        ("row", "Luxembourg\t0 EUR"),
        ("row", "Union européenne\t"),
        ("row", "Autre"),
    ]
    assert text == ("Contributions\n\nBailleur\tMontant\nLuxembourg\t0 EUR\nUnion européenne\t\n\nAutre")


def test_read_a_table_in_a_cell_stays_in_the_cell():
    html = "<table><tr><td>A<table><tr><td>1</td><td>2</td></tr></table></td><td>B</td></tr></table>"

    assert blocks(html) == [("row", "A 1 2\tB")]


def test_read_leaves_out_what_is_not_shown():
    html = """<body onload="alert(1)"><script>alert(2)</script><style>p{color:red}</style><!-- non -->
        <noscript>non</noscript><iframe src="http://exemple.test/">non</iframe><svg><text>non</text></svg>
        <p hidden>non</p><p style="display: none">non</p><textarea>non</textarea><template>non</template>
        <p>Oui &lt;script&gt;</p>"""

    assert blocks(html) == [("p", "Oui <script>")]


def test_read_believes_the_declared_encoding():
    page = '<meta charset="iso-8859-1"><p>Région de Ségou</p>'.encode("cp1252")
    found = read(page)
    text, encoding, notes = found.text, found.encoding, found.notes

    assert (text, encoding, notes) == ("Région de Ségou", "windows-1252", [])


@pytest.mark.parametrize(
    "html",
    [
        b"<div>" * 1_000_000,
        b"<div></b>" * 500_000,
        b"<svg><div/>" + b"<path/><div/>" * 300_000,
        b"<b class=a>" * 300_000,
        b"<div>" * 401 + b"au fond",
    ],
)
def test_read_refuses_what_is_nested_too_deep(html: bytes):
    with pytest.raises(Refused) as refusal:
        read(html)

    assert refusal.value.code == "html_too_complex"


def test_read_refuses_too_many_nodes(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(html_text, "MOST_NODES", 50)

    with pytest.raises(Refused) as refusal:
        read(b"<p>a</p>" * 50)

    assert refusal.value.code == "html_too_complex"


def test_read_preformatted_keeps_its_spaces():
    assert blocks("<pre>a  1\n b 2\n</pre>") == [("p", "a  1\n b 2")]


def test_read_is_deterministic_and_blocks_cover_all_words():
    page = b"<h1>A</h1>texte nu<div>B <span>C</span></div><p>D"
    text, found = read(page).text, read(page).blocks

    assert read(page) == read(page)
    assert "".join(text[start:end] for _kind, start, end in found) == text.replace("\n", "")


def test_read_a_drawing_is_not_depth():
    assert blocks("<svg>" + "<path d='M0 0'/>" * 3000 + "</svg><p>Oui") == [("p", "Oui")]
