"""Numbers found in running text, in tables, glued to what follows."""

import time

import pytest

from jalon.core.reading.numbers import numbers
from jalon.core.reading.surface import plain


def found(text: str, *, articles: bool = False) -> list[str]:
    surface = plain(text)
    return [f"{surface[n.start : n.end]}={n.value}" for n in numbers(surface, articles=articles)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3 412 paysans", ["3 412=3412"]),
        ("3\u00a0412 paysans", ["3 412=3412"]),
        ("3\u202f412 paysans", ["3 412=3412"]),
        ("1.205 foyers", ["1.205=1205"]),
        ("4.310.000 F", ["4.310.000=4310000"]),
        ("2.150 000 F", ["2.150 000=2150000"]),
        ("plus de 18,000+ enfants", ["18,000+=18000"]),
        ("18,000 enfants", ["18,000=18000"]),
        ("12,500 ha aménagés", ["12,500=12.500"]),
        ("4,120,900 USD", ["4,120,900=4120900"]),
        ("61, 4 millions de", ["61, 4 millions=61400000"]),
        ("3,215 milliards", ["3,215 milliards=3215000000"]),
        ("taux de 47,5 %", ["47,5=47.5"]),
        ("dont 04femmes)", ["04=4"]),
        ("218 400 150FCA", ["218 400 150=218400150"]),
        ("96élèves et 700F", ["96=96", "700=700"]),
        ("150 H/210 F", ["150=150", "210=210"]),
        ("sept groupements", ["sept=7"]),
        ("vingt-trois écoles", ["vingt-trois=23"]),
        ("trois cent mille plants", ["trois cent mille=300000"]),
        ("une trentaine d’élus", ["une trentaine=30"]),
        ("Quatre cercles", ["Quatre=4"]),
        ("entre cinq et six puits", ["cinq=5", "six=6"]),
        ("Onze(11) maires", ["Onze(11)=11"]),
        ("seize (16) puis 16 (seize)", ["seize (16)=16", "16 (seize)=16"]),
        ("un (1) forage", ["un (1)=1"]),
        ("15 – 35 ans", ["15=15", "35=35"]),
        ("un montant de 412\n300 150 FCFA au profit", ["412\n300 150=412300150"]),
        ("12\t345\t678", ["12=12", "345=345", "678=678"]),
        ("12  345", ["12=12", "345=345"]),
        ("Femmes\n12\n345 hommes", ["12=12", "345=345"]),
        ("| 310000 | **472** |", ["310000=310000", "472=472"]),
        ("5.310.00 F", ["5.310.00=5310000"]),
        ("neuf communes", ["neuf=9"]),
    ],
)
def test_numbers_of_every_form(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "décision 2022-000417",
        "n°14 et N° 2022-31/MATD",
        "tél. 66 12 34 56",
        "la version v3.4",
        "le COVID-19",
        "1er, 2ème et 3e rangs",
        "4. Les actions",
        "4.2. Les actions",
        "page 12",
        "à 09:45 ou 10h15",
        "un véhicule neuf.",
        "les deux tiers",
        "l’un et une autre",
        "des 4x4",
        "résultat R2",
    ],
)
def test_numbers_leave_what_is_no_cardinal(text: str) -> None:
    assert found(text) == []


def test_numbers_give_articles_only_when_asked() -> None:
    assert found("une semaine", articles=True) == ["une=1"]


def test_numbers_say_what_the_words_say() -> None:
    (number,) = numbers("douze (13) agents")

    assert (number.value, number.words) == (13, 12)


def test_numbers_flag_bad_groups() -> None:
    assert [n.malformed for n in numbers("5.310.00 et 5.310.000")] == [True, False]


def test_numbers_are_found_in_linear_time() -> None:
    text = "Les 2 173 femmes et vingt-quatre agents, 12 345 " * 2000

    start = time.perf_counter()
    count = sum(1 for _ in numbers(text))

    assert count == 6000
    assert time.perf_counter() - start < 4
