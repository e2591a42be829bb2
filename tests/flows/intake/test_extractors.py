import pytest

from jalon.flows.intake import extractors
from jalon.flows.intake.extractors import LARGEST, check_size, extract
from jalon.records.problems import Refused


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
