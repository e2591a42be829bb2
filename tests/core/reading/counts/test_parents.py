"""Which total a count is a part of, said before it, behind it or in another sentence."""

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
            "Le fonds a retenu 36 microprojets : 14 concernent le maraîchage, 12 l'embouche et 10 l'eau.",
            ["36 microprojets", "14 microprojets < 36", "12 microprojets < 36", "10 microprojets < 36"],
        ),
        (
            "18 dossiers, pour 240 millions de FCFA : 12 portent sur l'eau, 6 sur la santé.",
            ["18 dossiers", "12 dossiers < 18", "6 dossiers < 18"],
        ),
        (
            "37 conseillers sur 41 étaient présents : 29 hommes et 8 femmes.",
            ["37 conseillers < 41", "41 conseillers", "29 hommes < 37", "8 femmes < 37"],
        ),
        (
            "L'équipe comprend 11 personnes, à savoir 4 ingénieurs, 5 techniciens et 2 chauffeurs.",
            ["11 personnes", "4 ingénieurs < 11", "5 techniciens < 11", "2 chauffeurs < 11"],
        ),
        (
            "65 jeunes ont été insérés, 40 dans l'agriculture, 15 dans le commerce et 10 dans l'artisanat.",
            [
                "65 jeunes",
                "40 jeunes < 65",
                "15 jeunes < 65",
                "10 jeunes < 65",
            ],
        ),
        (
            "Un bilan de 25 projets montre que 10 projets sont au vert, 7 à l'orange et 8 au rouge.",
            ["25 projets", "10 projets < 25", "7 projets < 25", "8 projets < 25"],
        ),
    ],
)
def test_part_of_a_total_shared_out(text: str, expected: list[str]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Sur 48 puits inspectés, 31 (64,6 %) donnent une eau potable, 12 (25 %) une eau trouble.",
            ["48 puits", "31 puits < 48", "12 puits < 48"],
        ),
        (
            "Au total 75 artisans ont exposé. Parmi ces artisans, 22 venaient de la région de Kayes.",
            ["75 artisans", "22 artisans < 75"],
        ),
        (
            "Le dépistage a touché 1 850 enfants. 142 enfants présentaient une malnutrition sévère.",
            ["1850 enfants", "142 enfants < 1850"],
        ),
        (
            "La formation a réuni 28 relais communautaires. Les femmes étaient au nombre de 17.",
            ["28 relais communautaires", "17 femmes < 28"],
        ),
        (
            "La campagne a vacciné 9 300 bovins. Les veaux représentent 1 400 de ces bovins.",
            ["9300 bovins", "1400 bovins < 9300"],
        ),
        (
            "L'enquête auprès de 380 exploitants montre que 247 exploitants utilisent l'engrais.",
            ["380 exploitants", "247 exploitants < 380"],
        ),
        (
            "On compte 480 éleveurs, dont 160 femmes, parmi lesquelles 45 veuves.",
            ["480 éleveurs", "160 femmes < 480", "45 veuves < 160"],
        ),
        (
            "On évalue 25 projets. Déjà, 5 projets démarrent, 17 autres avancent et 3 projets finissent.",
            ["25 projets", "5 projets < 25", "17 projets < 25", "3 projets < 25"],
        ),
        (
            "Le groupement de 60 femmes, parmi les 360 du programme, teint le bazin.",
            ["60 femmes < 360", "360 femmes"],
        ),
        (
            "Sur 150 dossiers déposés, le jury en a présélectionné 60 et retenu 25.",
            ["150 dossiers", "60 dossiers < 150", "25 dossiers < 150"],
        ),
        (
            "120 personnes, en majorité des femmes (78), ont assisté à la cérémonie.",
            ["120 personnes", "78 femmes < 120"],
        ),
        (
            "À ce jour, 7 des 12 ouvrages sont achevés ; les 5 autres sont en chantier.",
            ["7 ouvrages < 12", "12 ouvrages", "5 ouvrages < 12"],
        ),
        (
            "Le comité est composé de 9 membres : le maire, le préfet et 6 conseillers.",
            ["9 membres", "6 conseillers < 9"],
        ),
        (
            "Il emploie 14 agents permanents et 6 vacataires, soit un effectif de 20 agents.",
            ["14 agents permanents < 20", "6 vacataires < 20", "20 agents"],
        ),
        (
            "2003 : 119 élèves, 20 candidats, 13 admis",
            ["119 élèves", "20 candidats < 119", "13 candidats admis < 20"],
        ),
        ("Le prix va à 3 lauréats parmi 45 candidats.", ["3 lauréats < 45", "45 candidats"]),
        (
            "On a vacciné 12 000 personnes, soit 95 % des 12 600 attendues.",
            ["12000 personnes", "12600 personnes attendues < 12000"],
        ),
        ("8 villages restent ; 22 villages le sont déjà.", ["8 villages", "22 villages"]),
        ("On y compte 28 communes, dont 11 urbaines.", ["28 communes", "11 communes urbaines < 28"]),
    ],
)
def test_part_of_a_total_said_elsewhere(text: str, expected: list[str]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "L'union compte 1 936 membres, soit 88 en moyenne.",
        "La coopérative a 60 femmes (15 femmes par groupe).",
        "12 comités de gestion de 9 membres chacun ont été installés.",
        "Le projet intervient dans 40 villages : 3 200 ménages en bénéficient.",
        "450 élèves répartis en 9 classes suivent les cours.",
        "Le stock est passé de 20 à 35 sacs.",
        "300 ménages ont été servis à Kaya. 250 ménages vivent à Djibo.",
    ],
)
def test_no_part_of_anything(text: str) -> None:
    assert [one for one in parts(text) if "<" in one] == []
