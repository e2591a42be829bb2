"""Parts far from the total they make up to the unit, and counts that only stand near one."""

import pytest

from jalon.core.reading.counts.passes import QUANTITY_PASSES
from jalon.core.reading.facts import FactType
from jalon.core.reading.scan.money import money
from jalon.core.reading.scan.percentages import percentages
from jalon.core.reading.surface import Surface


def parts(text: str) -> list[str]:
    surface = Surface(text)
    for one in (percentages, money, *QUANTITY_PASSES):
        one(surface)
    return [
        f"{fact.value} {fact.text('unit')}" + (f" < {fact.of.value}" if fact.of else "")
        for fact in surface.of_type(FactType.QUANTITY)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Le centre forme au total 96 adultes.\n\n• Zongo : Awa 26 femmes\n\n• Kaya : 50 élèves\n\n"
            "• Gomo : Ali 20 élèves : 15 femmes et 5 hommes",
            [
                "96 adultes",
                "26 femmes < 96",
                "50 élèves < 96",
                "20 élèves < 96",
                "15 femmes < 20",
                "5 hommes < 20",
            ],
        ),
        (
            "Un convoi de 312 migrants est arrivé. On y a compté 8 femmes (3 %), 44 mineurs (14 %) "
            "et 260 hommes (83 %).",
            ["312 migrants", "8 femmes < 312", "44 mineurs < 312", "260 hommes < 312"],
        ),
        (
            "Le projet aide 320 familles. Un fonds servira à 210 familles, comme aux 110 premières familles.",
            ["320 familles", "210 familles < 320", "110 premières familles < 320"],
        ),
        (
            "Les dons vont à 38 coopératives. Say mène avec 20 coopératives. Téra a 16 coopératives "
            "et Gaya 2 coopératives.",
            ["38 coopératives", "20 coopératives < 38", "16 coopératives < 38", "2 coopératives < 38"],
        ),
    ],
)
def test_parts_that_make_up_a_total_said_before(text: str, expected: list[str]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Le centre forme au total 97 adultes.\n\n• Zongo : 26 femmes\n\n• Kaya : 50 élèves\n\n"
            "• Gomo : 20 élèves",
            ["97 adultes", "26 femmes", "50 élèves", "20 élèves"],
        ),
        (
            "60 prêts ont été accordés. Suivront plus tard 20 prêts à Téra et 40 prêts à Gaya.",
            ["60 prêts", "20 prêts", "40 prêts"],
        ),
        (
            "- 80 prêts ont été versés à Say\n- En mai viendra la deuxième tranche, soit 60 prêts.",
            ["80 prêts", "60 prêts"],
        ),
        (
            "Sur 186 délégués présents, 152 étaient des femmes, venues de 34 communes.",
            ["186 délégués", "152 délégués < 186", "34 communes"],
        ),
        (
            "L'école accueille 500 élèves, dont plus de 60 % de filles, répartis en 6 classes.",
            ["500 élèves", "6 classes"],
        ),
        (
            "L'action touche 12 000 éleveurs, dont 40 % de femmes, et 85 laiteries.",
            ["12000 éleveurs", "85 laiteries"],
        ),
        (
            "Les champs ont réuni 1 300 producteurs (25 par champ), dont 468 femmes.",
            ["1300 producteurs", "25 producteurs", "468 femmes < 1300"],
        ),
        (
            "Le projet a touché 900 personnes en 2020. En 2021, 600 femmes et 300 hommes ont été touchés.",
            ["900 personnes", "600 femmes", "300 hommes"],
        ),
        (
            "Cette année 65 enfants sont parrainés, soit 12 de plus que l'an dernier, dont 30 filles.",
            ["65 enfants", "12 enfants", "30 filles < 65"],
        ),
        ("L'ONG a formé 60 femmes, auxquelles s'ajoutent 12 hommes.", ["60 femmes", "12 hommes"]),
        (
            "Village de Bori : 30 élèves, soit 28 femmes et 2 hommes\n\n"
            "À l'écoute de ces sept enseignants, on part.",
            ["30 élèves", "28 femmes < 30", "2 hommes < 30", "7 enseignants"],
        ),
    ],
)
def test_no_part_of_what_only_stands_near(text: str, expected: list[str]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "On voit 900 personnes du lac. Parmi ces personnes, 700 ont été enregistrées, auxquelles "
            "s'ajoutent 110 retournés et environ 90 ressortissants étrangers.",
            [
                "900 personnes",
                "700 personnes < 900",
                "110 retournés < 900",
                "90 ressortissants étrangers < 900",
            ],
        ),
        (
            "La salle a accueilli 80 invités dont les maires de 6 communes et 14 chefs coutumiers.",
            ["80 invités", "6 communes", "14 chefs coutumiers < 80"],
        ),
        (
            "On a vu 35 personnes : les maires, 12 conseillers, 5 chefs et 18 représentants.",
            ["35 personnes", "12 conseillers < 35", "5 chefs < 35", "18 représentants < 35"],
        ),
        (
            "La commune a vacciné 1 200 enfants : 640 filles et 560 garçons. Par âge, 300 avaient un an.",
            ["1200 enfants", "640 filles < 1200", "560 garçons < 1200", "300 enfants < 1200"],
        ),
        ("La caisse compte 45 prêts remboursés sur 45.", ["45 prêts < 45", "45 prêts"]),
        (
            "L'équipe a posé 4 300 mètres de conduites en fonte grise sur les 9 000 mètres du réseau.",
            ["4300 mètres de conduites < 9000", "9000 mètres"],
        ),
        (
            "La Croix a remis 765 kits à 900 ménages, dont 455 kits dans les quatre départements de Dakar "
            "et 310 kits à Thiès.",
            ["765 kits", "900 ménages", "455 kits < 765", "4 départements", "310 kits < 765"],
        ),
        ("Kaya : 30 élèves :28  femmes  et  2  hommes", ["30 élèves", "28 femmes < 30", "2 hommes < 30"]),
        (
            "87 villages sur les 412 suivis sont touchés : 31 à Loga, 28 à Boboye, 17 à Doutchi et 11 à Say.",
            [
                "87 villages",
                "412 suivis",
                "31 villages < 87",
                "28 villages < 87",
                "17 villages < 87",
                "11 villages < 87",
            ],
        ),
    ],
)
def test_part_of_the_same_things(text: str, expected: list[str]) -> None:
    assert parts(text) == expected
