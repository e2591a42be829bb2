from jalon.flows.intake.plain_text import blocks_of, read


def kinds(text: str) -> list[tuple[str, str]]:
    return [(kind, text[start:end]) for kind, start, end in blocks_of(text)]


def test_blocks_of_a_report_page():
    text = (
        "RAPPORT ANNUEL 2017\n\n1. BUDGET\n\nDotation : 207 716 144 FCFA.\n\nRésultats présentés\n"
        "Le détail suit :\n- 07 radios ;\n1) deux ateliers\n"
    )

    assert kinds(text) == [
        ("h1", "RAPPORT ANNUEL 2017"),
        ("h2", "1. BUDGET"),
        ("p", "Dotation : 207 716 144 FCFA."),
        ("h3", "Résultats présentés"),
        ("p", "Le détail suit :"),
        ("li", "- 07 radios ;"),
        ("li", "1) deux ateliers"),
    ]


def test_blocks_of_a_table_with_headings():
    text = "Cercle\tFemmes\nGoundam\t76\nDiré\t60"

    assert kinds(text) == [("head", "Cercle\tFemmes"), ("row", "Goundam\t76"), ("row", "Diré\t60")]


def test_blocks_of_a_table_whose_headings_hold_a_year():
    text = "Indicateur\tPrévu en 2017\nBénéficiaires\t240"

    assert [kind for kind, _line in kinds(text)] == ["head", "row"]


def test_blocks_of_a_numbered_title_with_a_date():
    text = "Note.\n\n2. Situation de départ, au 31 mars 2017\n\nFin."

    assert [kind for kind, _line in kinds(text)] == ["p", "h2", "p"]


def test_blocks_of_a_table_without_headings():
    assert kinds("Période\t2017\nDurée\t23 mois") == [("row", "Période\t2017"), ("row", "Durée\t23 mois")]


def test_blocks_join_wrapped_lines():
    text = "Les comités de suivi et de contrôle ont été installés dans les\ncommunes du cercle.\nFin."

    assert kinds(text) == [("p", text[:-5]), ("p", "Fin.")]


def test_blocks_place_and_date_is_no_title():
    assert kinds("Note.\n\nBamako, jeudi 5 décembre 2024\n\nLieu : Bamako") == [
        ("p", "Note."),
        ("p", "Bamako, jeudi 5 décembre 2024"),
        ("p", "Lieu : Bamako"),
    ]


def test_read_keeps_the_text_as_it_is():
    found = read("  2\u202f173  (478 femmes)\t\r\n\r\nfin\u00a0!".encode())
    text, blocks, encoding, notes = found.text, found.blocks, found.encoding, found.notes

    assert text == "  2\u202f173  (478 femmes)\t\n\nfin\u00a0!"
    assert [text[start:end] for _kind, start, end in blocks] == ["2\u202f173  (478 femmes)", "fin\u00a0!"]
    assert (encoding, notes) == ("utf-8", [])


def test_read_counts_code_points():
    found = read("𝄞 Diré\n\nSégou".encode())
    text, blocks = found.text, found.blocks

    assert [text[start:end] for _kind, start, end in blocks] == ["𝄞 Diré", "Ségou"]


def test_very_long_paragraph_is_read_in_a_moment():
    line = "et la suite de la phrase qui ne finit pas avant très longtemps dans ce texte\n"
    text = "Une phrase qui commence ici et qui n’en finit pas du tout avant longtemps\n" + line * 50_000

    assert kinds(text) == [("p", text.rstrip())]
