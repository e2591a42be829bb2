import pytest

from jalon.flows.intake import extractors
from jalon.flows.intake.extractors import LARGEST, check_size, extract
from jalon.records.problems import Refused
from tests.flows.intake.making import FILES, Report


def test_extract_says_who_read_it():
    read = extract(b"2 173 jeunes", file_name="Rapport.TXT")

    assert (read.extractor, read.media_type, read.content) == ("texte 1", "text/plain", "2 173 jeunes")
    assert read.blocks == (("p", 0, 12),)


def test_extract_chooses_by_the_ending():
    assert extract(b"<p>a", file_name="page.htm").extractor == "html 1"


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (b"", "vide.txt", "empty"),
        (b" \n\t\n", "blancs.txt", "no_text"),
        (b"<script>1</script>", "muet.html", "no_text"),
        (b"%PDF-1.7", "faux.txt", "other_type"),
        (b"PK\x03\x04", "faux.html", "other_type"),
        (b"texte", "rapport.docx", "other_type"),
        (b"texte", "sans-terminaison", "unknown_type"),
        (b"\x00\x01\x02", "octets.txt", "binary"),
    ],
)
def test_extract_refuses(content: bytes, name: str, code: str):
    with pytest.raises(Refused) as refusal:
        extract(content, file_name=name)

    assert refusal.value.code == code


WORDS = (FILES / "rapport.docx").read_bytes()
OLD_WORD = (FILES / "rapport.doc").read_bytes()
LOCKED_WORD = OLD_WORD[:512] + "EncryptedPackage".encode("utf-16-le")


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (OLD_WORD, "rapport.doc", "older_format"),
        (OLD_WORD, "rapport.docx", "other_type"),
        (LOCKED_WORD, "rapport.docx", "encrypted"),
        (b"{\\rtf1 texte}", "rapport.rtf", "older_format"),
        (b"{\\rtf1 texte}", "rapport.docx", "other_type"),
        (WORDS, "rapport.pdf", "other_type"),
        (WORDS, "rapport.odt", "not_a_document"),
        (WORDS[:3_000], "rapport.docx", "damaged"),
        (b"\xff\xd8\xff\xe0", "photo.jpg", "image"),
        (b"\x89PNG", "photo.pdf", "other_type"),
        (OLD_WORD, "budget.xls", "sheet"),
        (Report().add().bytes(), "blanc.pdf", "no_text"),
        (b"<p>a</p>" * 6_250_000, "page.html", "too_large"),
    ],
)
def test_extract_refuses_what_real_people_send(content: bytes, name: str, code: str):
    with pytest.raises(Refused) as refusal:
        extract(content, file_name=name)

    assert refusal.value.code == code


def test_old_word_file_under_the_name_of_a_new_one_is_said():
    with pytest.raises(Refused) as refusal:
        extract(OLD_WORD, file_name="rapport.docx")

    assert str(refusal.value) == (
        "« rapport.docx » se dit .docx mais son contenu est d’un autre type (ancien format de Word ou "
        "d’Excel, .doc ou .xls) : l’ouvrir et l’enregistrer en .docx, .odt, .pdf ou .txt."
    )


def test_text_in_another_language_is_read_and_said():
    english = (
        "The committee met to review the results of the year and it noted that the wells were repaired. "
    )

    read = extract((english * 3).encode(), file_name="report.txt")

    assert (read.language, read.notes) == (
        "en",
        ("Ce texte semble écrit en anglais : seul le français se lit, rien n’en sera proposé.",),
    )


def test_check_size_refuses_200_megabytes_before_reading():
    with pytest.raises(Refused) as refusal:
        check_size(200_000_000)

    assert str(refusal.value) == (
        "Ce fichier pèse 200 Mo ; la limite est de 100 Mo. Le découper en plusieurs documents."
    )


def test_check_size_accepts_the_limit():
    assert check_size(LARGEST) is None


def test_extractors_have_each_their_own_names():
    names = [extractor.label for extractor in extractors.EXTRACTORS]

    assert len(set(names)) == len(names)
    assert len(set(extractors.suffixes())) == len(extractors.suffixes())
