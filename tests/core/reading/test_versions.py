"""Two texts of one document compared: the same figure, another number in its place, what is gone."""

import re

import pytest

from jalon.core.reading.versions import Said, compare, find_again

FIGURE = re.compile(r"(?P<value>\d+(?:[\s.]\d{3})*)\s(?P<noun>jeunes|femmes|forages|FCFA|euros)")


def said(content: str) -> list[Said]:
    """The figures of a small text; a year that begins its line is their period."""
    found = []
    for one in FIGURE.finditer(content):
        line = content[content.rfind("\n", 0, one.start()) + 1 : one.start()]
        year = re.match(r"En (\d{4})", line)
        value = re.sub(r"\D", "", one["value"])
        found.append(
            Said(
                "quantity",
                one.start(),
                one.end(),
                value,
                noun=one["noun"],
                apart=(year[1] if year else "", ""),
            )
        )
    return found


def compared(before: str, after: str) -> dict[str, list[tuple[str, str]]]:
    """The pairs of values, same and changed."""
    old, new = said(before), said(after)
    found = compare(before, old, after, new)
    return {
        "same": [(old[a].value, str(b)) for a, b in sorted(found.same.items())],
        "changed": [(old[a].value, new[b].value) for a, b in sorted(found.changed.items())],
    }


def test_blanks_and_typography_change_nothing():
    before = "Le projet a formé « 3 800 jeunes » à l'école."
    after = "Le projet a formé\n«\u00a03\u202f800 jeunes\u00a0» à l’école."

    assert compared(before, after) == {"same": [("3800", "0")], "changed": []}


@pytest.mark.parametrize(
    ("before", "after", "changed"),
    [
        ("3 800 jeunes ont été formés.", "4 840 jeunes ont été formés.", [("3800", "4840")]),
        (
            "À Diré, 43 jeunes. À Goundam, 50 jeunes.",
            "À Diré, 50 jeunes. À Goundam, 43 jeunes.",
            [("43", "50"), ("50", "43")],
        ),
        ("Il a formé 43 jeunes.", "Au total, ce sont 44 jeunes qui ont suivi les cours.", [("43", "44")]),
        ("Coût : 12 000 FCFA par mois.", "Coût : 12 000 euros par mois.", [("12000", "12000")]),
        ("En 2017, 43 jeunes formés.", "En 2018, 43 jeunes formés.", [("43", "43")]),
    ],
)
def test_another_number_in_its_place_is_changed(before: str, after: str, changed: list[tuple[str, str]]):
    assert compared(before, after) == {"same": [], "changed": changed}


def test_same_passage_several_times_is_matched_in_its_order():
    before = "Diré\n43 jeunes\nGoundam\n43 jeunes\nNiafunké\n43 jeunes"
    after = "Rapport révisé.\nDiré\n43 jeunes\nGoundam\n43 jeunes\nNiafunké\n43 jeunes"

    assert compared(before, after)["same"] == [("43", "0"), ("43", "1"), ("43", "2")]


def test_one_written_before_the_others_is_the_new_one():
    before = "Les cours de maraîchage ont réuni 43 jeunes pendant la saison sèche."
    after = "Une visite du site a été offerte à 43 jeunes du cercle voisin.\n" + before

    assert compared(before, after) == {"same": [("43", "1")], "changed": []}


def test_row_added_in_a_list_changes_no_other():
    before = "- 10 jeunes\n- 20 jeunes\n- 30 jeunes"
    after = "- 10 jeunes\n- 15 jeunes\n- 20 jeunes\n- 30 jeunes"

    assert compared(before, after) == {
        "same": [("10", "0"), ("20", "2"), ("30", "3")],
        "changed": [],
    }


def test_what_is_no_longer_said_is_in_neither():
    assert compared("43 jeunes et 5 forages.", "Rien de chiffré cette année.") == {"same": [], "changed": []}


@pytest.mark.parametrize(
    ("after", "found"),
    [
        ("Révisé. En mars, ont été formés\u00a043 jeunes de Diré.", "43 jeunes"),
        ("En mars, ont été formés 44 jeunes de Diré.", None),
        ("Cette année 43 jeunes ont voyagé.", None),
        ("En mars, ont été formés 43 jeunes. En mars, ont été formés 43 jeunes.", None),
    ],
)
def test_passage_is_found_again_beside_the_same_words_once(after: str, found: str | None):
    before = "En mars, ont été formés 43 jeunes de Diré."
    start = before.index("43")
    span = find_again(before, start, start + len("43 jeunes"), after)

    assert (after[span[0] : span[1]] if span else None) == found
