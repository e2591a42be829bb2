import codecs

import pytest

from jalon.flows.intake.decoding import decode
from jalon.records.problems import Refused


def test_decode_utf8_with_its_mark():
    assert decode(codecs.BOM_UTF8 + "Diré".encode()) == ("Diré", "utf-8", [])


def test_decode_utf16_with_its_mark():
    assert decode("Diré".encode("utf-16")) == ("Diré", "utf-16", [])


def test_decode_windows_1252_is_said():
    text, encoding, notes = decode("Région de Ségou – 12 €".encode("cp1252"))

    assert (text, encoding, len(notes)) == ("Région de Ségou – 12 €", "windows-1252", 1)


def test_decode_declared_latin_1_is_windows_1252():
    text, encoding, _notes = decode("l’eau".encode("cp1252"), declared="ISO-8859-1")

    assert (text, encoding) == ("l’eau", "windows-1252")


def test_decode_declared_and_true():
    assert decode("Ségou".encode("mac-roman"), declared="macintosh")[0] == "Ségou"


@pytest.mark.parametrize("declared", ["utf-16", "idna", "rot13", "inexistant", "base64"])
def test_decode_declared_nonsense_is_not_believed(declared: str):
    assert decode("Ségou".encode("cp1252"), declared=declared)[0] == "Ségou"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"R\x81gion", "encoding"),
        (codecs.BOM_UTF16_LE + b"\x00", "encoding"),
        (b"texte\x00suite", "binary"),
        (bytes(range(1, 32)) * 20, "binary"),
    ],
)
def test_decode_refuses_what_is_not_text(content: bytes, code: str):
    with pytest.raises(Refused) as refusal:
        decode(content)

    assert refusal.value.code == code


def test_decode_says_which_byte_and_where():
    with pytest.raises(Refused) as refusal:
        decode(b"R\x81gion")

    assert "0x81 en position 1" in str(refusal.value)


def test_decode_mixed_file_reads_each_byte_and_says_the_lines():
    content = "Région de Ségou\n".encode() + "Cercle de Diré\n".encode("cp1252") + "Dépôt 12 €".encode()

    text, encoding, notes = decode(content)

    assert (text, encoding) == ("Région de Ségou\nCercle de Diré\nDépôt 12 €", "utf-8 + windows-1252")
    assert notes == [
        "Ce fichier mêle deux encodages : il a été lu en UTF-8, sauf 1 ligne(s) en Windows-1252 (2). "
        "Vérifier leurs accents ci-dessous."
    ]


def test_decode_mixed_within_one_line():
    content = "Ségou et ".encode() + "Diré".encode("cp1252") + " ; Gao à pied".encode()

    assert decode(content)[0] == "Ségou et Diré ; Gao à pied"


def test_decode_says_accents_that_came_damaged_and_keeps_them():
    damaged = "RÃ©gion de SÃ©gou, DirÃ©"

    text, _encoding, notes = decode(damaged.encode())

    assert (text, len(notes)) == (damaged, 1)
