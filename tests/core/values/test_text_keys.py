"""Sort and search keys: no accents, case, hyphens or apostrophes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jalon.core.values import compact_key, matches, search_key, sort_key


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("l’Économie", "l economie"),
        ("l'ÉCONOMIE", "l economie"),
        ("E\u0301conomie", "economie"),
        ("Sous – Préfets", "sous prefets"),
        ("sous-préfets", "sous prefets"),
        ("Œuvre", "oeuvre"),
        ("bénéﬁciaires", "beneficiaires"),
        ("  Diré,\u00a0Goundam ", "dire goundam"),
        ("İzmir", "izmir"),
        ("R1 : AGR", "r1 agr"),
        ("—", ""),
    ],
)
def test_search_key(text: str, key: str) -> None:
    assert search_key(text) == key


def test_compact_key_forgets_spaces() -> None:
    assert compact_key("N’Tillit") == compact_key("Ntillit") == "ntillit"
    assert compact_key("micro-entreprise") == compact_key("Micro entreprise") == "microentreprise"


def test_sort_key_french_order() -> None:
    names = [
        "Zégoua",
        "éléphant",
        "Diré",
        "elephant blanc",
        "R10",
        "R2",
        "Dire 2",
        "Ségou",
        "segou 03",
        "Ségou 4",
    ]
    assert sorted(names, key=sort_key) == [
        "Diré",
        "Dire 2",
        "éléphant",
        "elephant blanc",
        "R2",
        "R10",
        "Ségou",
        "segou 03",
        "Ségou 4",
        "Zégoua",
    ]


def test_matches_without_accents() -> None:
    assert matches("developpement segou", "Développement rural à Ségou")
    assert matches("dev seg", "Développement rural à Ségou")
    assert matches("ntillit", "N’Tillit")
    assert matches("", "tout")
    assert not matches("gou", "Tombouctou")
    assert not matches("ségou sikasso", "Ségou")


@given(st.text(max_size=30))
def test_search_key_is_stable_and_plain(text: str) -> None:
    key = search_key(text)
    assert search_key(key) == key
    assert key == key.strip()
    assert key.isascii()
    assert search_key(text.upper()) == search_key(text.upper().lower())
