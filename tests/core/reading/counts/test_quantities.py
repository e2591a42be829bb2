"""What a count is of: value, noun, sex, how exact, and the total it is a part of."""

import pytest

from jalon.core.reading.counts.passes import QUANTITY_PASSES
from jalon.core.reading.facts import Fact, FactType
from jalon.core.reading.surface import Surface

_MARKS = {"about": "~", "min": "≥", "max": "≤"}


def _shown(fact: Fact) -> str:
    mark = _MARKS.get(fact.text("approx"), "")
    sex = "/" + fact.text("sex") if fact.text("sex") else ""
    total = f" < {fact.of.value}" if fact.of else ""
    return f"{mark}{fact.value} {fact.text('unit')}{sex}{total}"


def counted(text: str) -> list[str]:
    surface = Surface(text)
    for one in QUANTITY_PASSES:
        one(surface)
    return [_shown(fact) for fact in surface.of_type(FactType.QUANTITY)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le projet a formé 120 maçons.", ["120 maçons"]),
        ("1 845 exploitations maraîchères familiales suivies", ["1845 exploitations maraîchères familiales"]),
        ("42 petites et moyennes entreprises appuyées", ["42 petites et moyennes entreprises"]),
        (
            "18 micro-, petites et moyennes entreprises ont démarré",
            ["18 micro-, petites et moyennes entreprises"],
        ),
        ("7 manuels de procédures validés", ["7 manuels de procédures"]),
        ("318 plans d'affaires déposés", ["318 plans d'affaires"]),
        ("318 plans d’affaires déposés", ["318 plans d’affaires"]),
        ("3 partenaires techniques et financiers présents", ["3 partenaires techniques et financiers"]),
        ("90 000 bénéficiaires directs et indirects", ["90000 bénéficiaires directs et indirects"]),
        ("6 missions de suivi et supervision des chantiers", ["6 missions de suivi et supervision"]),
        ("12 membres de l'équipe technique ont voté", ["12 membres de l'équipe technique"]),
        ("15 agents du District sanitaire", ["15 agents"]),
        ("25 relais communautaires formés sur la nutrition", ["25 relais communautaires"]),
        ("14 périmètres irrigués villageois", ["14 périmètres irrigués villageois"]),
        ("2 100 ménages déplacés internes assistés", ["2100 ménages déplacés internes"]),
        ("11 ONG nationales et 4 internationales", ["11 ONG nationales", "4 internationales"]),
        ("23 PME ont été retenues", ["23 PME"]),
        ("9 AGRs financées", ["9 AGR"]),
        ("50 conseillers\ncommunaux formés", ["50 conseillers communaux"]),
        ("60\nanimateurs ont été recrutés", ["60 animateurs"]),
        ("14femmes et 09hommes", ["14 femmes/F", "9 hommes/M"]),
        ("05 forages positifs réalisés", ["5 forages positifs"]),
        ("45 ha de périmètres aménagés", ["45 ha de périmètres"]),
        ("2,5 ha de bas-fonds", ["2.5 ha de bas-fonds"]),
        ("un débit de 12 m3/h", ["12 m3/h"]),
        ("un réservoir de 20 000 litres", ["20000 litres"]),
        ("320 tonnes de semences améliorées", ["320 tonnes de semences améliorées"]),
        ("17,4 km de pistes réhabilitées", ["17.4 km de pistes"]),
        ("16 points d'eau construits", ["16 points d'eau"]),
        ("4 points de vente ouverts", ["4 points de vente"]),
        ("30 sacs de riz de 50 kg", ["30 sacs de riz", "50 kg"]),
        ("2 châteaux d'eau", ["2 châteaux d'eau"]),
        ("8 bornes-fontaines fonctionnelles", ["8 bornes-fontaines fonctionnelles"]),
        ("5 bornes fontaines fonctionnelles", ["5 bornes fontaines fonctionnelles"]),
        ("250 kits d’installation remis", ["250 kits d’installation"]),
        ("1 forage et 3 latrines", ["1 forage", "3 latrines"]),
        ("24 élus locaux", ["24 élus locaux"]),
        ("31 entreprises individuelles", ["31 entreprises individuelles"]),
        ("10 comités de gestion des conflits", ["10 comités de gestion"]),
        ("20 salles de classe équipées", ["20 salles de classe"]),
        ("100 têtes de petits ruminants", ["100 têtes de petits ruminants"]),
        ("22 localités touchées", ["22 localités"]),
        ("12 activités réalisées", ["12 activités"]),
        ("36 députés présents", ["36 députés"]),
        ("200 réfugiés et 150 retournés", ["200 réfugiés", "150 retournés"]),
        ("12 millions de personnes", ["12000000 personnes"]),
        ("1,2 million de plants", ["1200000 plants"]),
        ("les 3 comités de crédit se sont réunis", ["3 comités de crédit"]),
        ("**45** jeunes installés", ["45 jeunes"]),
        ("dans 5 communes pilotes", ["5 communes pilotes"]),
        ("18 auto-écoles agréées", ["18 auto-écoles"]),
    ],
)
def test_noun_phrase_behind_a_number(text: str, expected: list[str]) -> None:
    assert counted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sept unions et deux fédérations créées", ["7 unions", "2 fédérations"]),
        ("Quatorze (14) comités installés", ["14 comités"]),
        ("Douze(12) modules élaborés", ["12 modules"]),
        ("dix-sept communes partenaires", ["17 communes partenaires"]),
        ("vingt-cinq mille plants", ["25000 plants"]),
        ("Trois centres d'incubation ont ouvert", ["3 centres d'incubation"]),
        ("six conventions et six lettres de mission", ["6 conventions", "6 lettres de mission"]),
        ("les quatre ministères concernés", ["4 ministères"]),
        ("des deux rapports provisoires", ["2 rapports provisoires"]),
        ("deux groupes de 25 femmes", ["2 groupes", "25 femmes/F"]),
        ("a reçu un moulin, deux charrues et 12 sacs", ["1 moulin", "2 charrues", "12 sacs"]),
        ("trois puits et un magasin", ["3 puits", "1 magasin"]),
        ("Une quinzaine de participants", ["~15 participants"]),
        ("une cinquantaine de maires", ["~50 maires"]),
        ("une centaine d'éleveurs", ["~100 éleveurs"]),
    ],
)
def test_numbers_in_words(text: str, expected: list[str]) -> None:
    assert counted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "un film présente le projet",
        "l'une des bénéficiaires témoigne",
        "La 9e session du comité",
        "le 1er adjoint au maire",
        "la 2ème phase",
        "la phase 2 du projet",
        "le lot n°3 est attribué",
        "l'article 12 de la loi",
        "la résolution 2640 du Conseil",
        "conformément à l'ODD 5",
        "la COVID-19 a freiné",
        "Projet SDNM 3",
        "Projet MLI/801 clos",
        "un immeuble R+1",
        "le G5 Sahel",
        "Tableau 4 : Situation",
        "voir page 12",
        "Page 3",
        "Page 3 sur 45",
        "3 / 45",
        "Axe 2 : gouvernance",
        "Composante 1",
        "Résultat 1.2",
        "les axes 1 et 2",
        "BP 120 Niamey",
        "la RN 6",
        "trois quarts des ménages",
        "deux tiers des membres",
        "reportée à deux reprises",
        "trois fois plus",
        "une durée de trois ans",
        "pendant 15 jours",
        "après 18 mois",
        "12 heures",
        "5 000 F CFA",
        "200 euros",
        "20 % des parts",
        "tous les deux",
        "l'initiative 3N",
        "la 4G",
        "un ratio de 7/10",
        "Programmation 2024 et budget",
        "Bilan 2021",
        "en 2019",
        "zéro déchet",
        "1. Contexte",
        "2) Activités menées",
        "3.2 Résultats",
        "4 Contexte et justification",
        "(35.000 *7)",
        "12 x 5",
        "décision N°2021-000226/SG",
        "le groupe 2",
        "version 3",
        "Horizon 2030",
        "Tél : 20 22 45 67",
        "l'an 1",
        "Activité 3 réalisée",
        "zone 4",
        "un véhicule neuf",
        "il est parti entre deux",
        "à 45 °C",
        "au point 3 de l'ordre du jour",
    ],
)
def test_numbers_that_count_nothing(text: str) -> None:
    assert counted(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plus de 300 puits", ["≥300 puits"]),
        ("près de 2 000 ménages", ["~2000 ménages"]),
        ("environ 80 participants", ["~80 participants"]),
        ("environs 80 participants", ["~80 participants"]),
        ("quelque 450 paysans", ["~450 paysans"]),
        ("au moins 12 sessions", ["≥12 sessions"]),
        ("jusqu'à 60 apprenants", ["≤60 apprenants"]),
        ("moins de 10 dossiers", ["≤10 dossiers"]),
        ("16,000+ enfants", ["≥16000 enfants"]),
        ("45 membres environ", ["~45 membres"]),
        ("pas moins de 35 exposants", ["≥35 exposants"]),
        ("au maximum 5 candidats", ["≤5 candidats"]),
        ("de l'ordre de 700 foyers", ["~700 foyers"]),
        ("autour de 20 villages", ["~20 villages"]),
    ],
)
def test_how_exact(text: str, expected: list[str]) -> None:
    assert counted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("30 jeunes femmes", ["30 jeunes femmes/F"]),
        ("30 jeunes hommes", ["30 jeunes hommes/M"]),
        ("30 jeunes filles", ["30 jeunes filles/F"]),
        ("12 garçons", ["12 garçons/M"]),
        ("25 productrices de riz", ["25 productrices de riz/F"]),
        ("40 éleveuses", ["40 éleveuses/F"]),
        ("9 agents féminins", ["9 agents féminins/F"]),
        ("18 bénéficiaires féminines", ["18 bénéficiaires féminines/F"]),
        ("14 personnes de sexe féminin", ["14 personnes/F"]),
        ("16 femmes leaders", ["16 femmes leaders/F"]),
        ("60 femmes et hommes", ["60 femmes et hommes"]),
        ("60 jeunes hommes et femmes", ["60 jeunes hommes et femmes"]),
        ("5 groupements de femmes", ["5 groupements de femmes"]),
        ("31 groupements féminins", ["31 groupements féminins"]),
        ("4 décortiqueuses", ["4 décortiqueuses"]),
        ("20 élèves filles", ["20 élèves filles/F"]),
        ("8 conseillères municipales", ["8 conseillères municipales/F"]),
        ("(120 H/95 F)", ["120 hommes/M", "95 femmes/F"]),
        ("12 F et 30 H", ["12 femmes/F", "30 hommes/M"]),
        ("3 sages-femmes", ["3 sages-femmes"]),
        ("4 associations féminines", ["4 associations féminines"]),
        ("10 mères d'enfants malnutris", ["10 mères d'enfants malnutris/F"]),
    ],
)
def test_sex(text: str, expected: list[str]) -> None:
    assert counted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("640 jeunes (210 femmes, 430 hommes)", ["640 jeunes", "210 femmes/F < 640", "430 hommes/M < 640"]),
        ("30 agents dont 8 femmes", ["30 agents", "8 femmes/F < 30"]),
        ("30 agents, dont 8 femmes", ["30 agents", "8 femmes/F < 30"]),
        ("30 agents de la mairie (tous titulaires) dont 8 femmes", ["30 agents", "8 femmes/F < 30"]),
        (
            "506 ménages dont 300 femmes et 206 hommes",
            ["506 ménages", "300 femmes/F < 506", "206 hommes/M < 506"],
        ),
        (
            "96 personnes soit 50 jeunes femmes et 46 jeunes hommes",
            ["96 personnes", "50 jeunes femmes/F < 96", "46 jeunes hommes/M < 96"],
        ),
        (
            "40 élèves, dont 12 filles, 20 jeunes et 3 handicapés",
            ["40 élèves", "12 filles/F < 40", "20 jeunes < 40", "3 handicapés < 40"],
        ),
        ("611 personnes (253 H/358 F)", ["611 personnes", "253 hommes/M < 611", "358 femmes/F < 611"]),
        (
            "Sur les 412 dossiers reçus, 28 ont été retenus, soit 18 dans le cercle de Nioro et 10 à Kayes.",
            [
                "412 dossiers",
                "28 dossiers retenus < 412",
                "18 dossiers retenus < 28",
                "10 dossiers retenus < 28",
            ],
        ),
        ("120 lampadaires sur 90 prévus", ["120 lampadaires", "90 lampadaires prévus < 120"]),
        ("12 communes sur 17 ont un plan", ["12 communes < 17", "17 communes"]),
        ("15 points d'eau dont 4 à Tessalit", ["15 points d'eau", "4 points d'eau < 15"]),
        (
            "24 femmes et 16 hommes, soit 40 personnes",
            ["24 femmes/F < 40", "16 hommes/M < 40", "40 personnes"],
        ),
        (
            "90 jeunes identifiés dont 50 femmes et 40 jeunes",
            ["90 jeunes", "50 femmes/F < 90", "40 jeunes/M < 90"],
        ),
        (
            "L'effectif est de 30 élèves répartis comme suit :\n- collège (18 élèves),\n- lycée (12 élèves).",
            ["30 élèves", "18 élèves < 30", "12 élèves < 30"],
        ),
        ("45 participants, parmi lesquels 12 femmes", ["45 participants", "12 femmes/F < 45"]),
        ("45 participants. Parmi eux, 12 femmes", ["45 participants", "12 femmes/F < 45"]),
        ("8 forages et 12 femmes", ["8 forages", "12 femmes/F"]),
        ("12 villages (3 communes)", ["12 villages", "3 communes"]),
        ("22 groupements dont 9 mixtes", ["22 groupements", "9 groupements mixtes < 22"]),
        (
            "80 membres composent les six comités, soit 17 femmes",
            ["80 membres", "6 comités", "17 femmes/F < 80"],
        ),
        (
            "27 ouvrages : 11 châteaux, 9 forages et 7 puits",
            ["27 ouvrages", "11 châteaux < 27", "9 forages < 27", "7 puits < 27"],
        ),
        (
            "27 ouvrages dont 11 châteaux, 9 forages et 7 puits",
            ["27 ouvrages", "11 châteaux < 27", "9 forages < 27", "7 puits < 27"],
        ),
        ("28 délégués, dont 9 femmes, de trois communes", ["28 délégués", "9 femmes/F < 28", "3 communes"]),
        ("64 personnes dont 20 femmes ont visité 3 sites", ["64 personnes", "20 femmes/F < 64", "3 sites"]),
    ],
)
def test_parts_of_a_total(text: str, expected: list[str]) -> None:
    assert counted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le nombre de coopératives est passé de 45 à 72.", ["45 coopératives", "72 coopératives"]),
        ("Le nombre de jeunes installés est de 212.", ["212 jeunes"]),
        ("Le stock de moustiquaires s'élève à 52.000.", ["52000 moustiquaires"]),
        ("80 paysans ont été appuyés. Ils étaient 65 l'an passé.", ["80 paysans", "65 paysans"]),
        ("Des paysans au nombre de 150 dont 40 femmes", ["150 paysans", "40 femmes/F < 150"]),
        ("755 personnes en profitent ; 4 000 autres en profiteront.", ["755 personnes", "4000 personnes"]),
        (
            "8 412 enfants dépistés, 1 094 souffraient de malnutrition",
            ["8412 enfants", "1094 enfants < 8412"],
        ),
        (
            "3 120 manuels dont 1 900 de lecture et 1 220 de calcul",
            ["3120 manuels", "1900 manuels < 3120", "1220 manuels < 3120"],
        ),
        ("120 personnes dont 15 vivant avec un handicap", ["120 personnes", "15 personnes < 120"]),
        ("La population est estimée à 12 500 habitants", ["~12500 habitants"]),
        ("5 à 10 forages", ["5 forages", "10 forages"]),
        ("entre 20 et 30 participants", ["20 participants", "30 participants"]),
    ],
)
def test_noun_said_before(text: str, expected: list[str]) -> None:
    assert counted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nombre de participants : 45", ["45 participants"]),
        ("Nombre de villages touchés : 12", ["12 villages"]),
        ("Femmes : 12\nHommes : 33\nTotal : 45", ["12 femmes/F < 45", "33 hommes/M < 45", "45 personnes"]),
        ("Participants : 45 dont 12 femmes", ["45 participants", "12 femmes/F < 45"]),
        ("Effectif total : 45", ["45 personnes"]),
        ("Code : 45", []),
        ("Montant : 45 000", []),
        ("Population : 12 500", ["12500 population"]),
        ("9 246\n\nménages ont repris une activité", ["9246 ménages"]),
        ("2 467\n\nkits scolaires distribués", ["2467 kits scolaires"]),
        ("12\n\nIntroduction", []),
        ("Bilan\n\n2627\n\nEmergence des familles", []),
        ("texte\n\n14\n\nsuite\n\n15\n\nfin", []),
        ("350\nJeunes formés", ["350 jeunes"]),
        ("Nombre de bénéficiaires\n1 250", ["1250 bénéficiaires"]),
    ],
)
def test_labels_and_infographics(text: str, expected: list[str]) -> None:
    assert counted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Structure\tFemmes\tHommes\tTotal\nMairie\t4\t6\t10\nONG\t5\t3\t8\nTotal\t9\t9\t18",
            [
                "4 femmes/F < 10",
                "6 hommes/M < 10",
                "10 personnes < 18",
                "5 femmes/F < 8",
                "3 hommes/M < 8",
                "8 personnes < 18",
                "9 femmes/F < 18",
                "9 hommes/M < 18",
                "18 personnes",
            ],
        ),
        (
            "| Commune | Ménages appuyés | Terres (ha) |\n|---|---|---|\n| Bouza | 420 | 150 |",
            ["420 ménages", "150 ha terres"],
        ),
        ("Indicateur\tPrévu\tRéalisé\nForages équipés\t12\t10", ["12 forages", "10 forages"]),
        (
            "| Indicateur | Cible | T1 | T2 | Cumul |\n|---|---|---|---|---|\n"
            "| Séances | 90 | 40 | 45 | 85 |\n"
            "| Causeries | 20 | 8 | 10 | 18 |",
            [
                *("90 séances", "40 séances < 85", "45 séances < 85", "85 séances"),
                *("20 causeries", "8 causeries < 18", "10 causeries < 18", "18 causeries"),
            ],
        ),
        ("Prix (FCFA/kg)\n| Marché | Mil | Niébés |\n|---|---|---|\n| Diré | 185 | 280 |", []),
        ("N°\tActivité\tMontant\n1\tFormation\t5 000", []),
        ("Désignation\tPrix unitaire\tTaux\nMoulins\t300 000\t12", []),
    ],
)
def test_cells_of_tables(text: str, expected: list[str]) -> None:
    assert counted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("126 agents, 71 femmes et 55 hommes", ["126 agents", "71 femmes/F < 126", "55 hommes/M < 126"]),
        ("187 élèves : 71 filles, 116 garçons", ["187 élèves", "71 filles/F < 187", "116 garçons/M < 187"]),
        ("26 membres, dont 28 femmes", ["26 membres", "28 femmes/F < 26"]),
        ("Les femmes (125) et les hommes (230) votent", ["125 femmes/F", "230 hommes/M"]),
        (
            "1 702 naissances, garçons 874 et filles 828",
            ["1702 naissances", "874 garçons/M < 1702", "828 filles/F < 1702"],
        ),
        ("Effectif : 45 élèves (F : 20, G : 25)", ["45 élèves", "20 femmes/F < 45", "25 hommes/M < 45"]),
        (
            "45 maires venus de Kayes (10), Koulikoro (15) et Ségou (20)",
            ["45 maires", "10 maires < 45", "15 maires < 45", "20 maires < 45"],
        ),
        ("l'appui aux attributaires (3 833)", ["3833 attributaires"]),
        ("selon les sources (3)", []),
        (
            "Sur les 12 mesures, 8 ont été prises, 3 sont en cours et une n'a pas démarré.",
            ["12 mesures", "8 mesures prises < 12", "3 mesures < 12", "1 mesures < 12"],
        ),
        ("Parmi les enfants dépistés, 318 étaient malnutris.", ["318 enfants"]),
        ("les comités, 68 au total, ont un compte", ["68 comités"]),
        ("7 des 10 communes ont voté", ["7 communes < 10", "10 communes"]),
        ("Trois des cinq tracteurs sont en panne", ["3 tracteurs < 5", "5 tracteurs"]),
        ("46 radeaux, contre 60 prévus", ["46 radeaux", "60 radeaux prévus < 46"]),
        ("12 puits à Nioro et 8 à Diéma", ["12 puits", "8 puits"]),
        ("un ménage sur trois", []),
        ("9 femmes sur 10", []),
        ("1 cas suspect de rougeole sur 3", []),
        ("3 pour 1 000 naissances", []),
        ("deux animatrices sur dix sont parties", ["2 animatrices/F < 10", "10 animatrices/F"]),
        ("Deux points étaient inscrits", ["2 points"]),
        ("une baisse de 3 points", []),
        ("3 points de pourcentage", []),
        ("4 points divers", ["4 points divers"]),
        (
            "3 promotions de 25 apprenants, soit 75 apprenants",
            ["3 promotions", "25 apprenants", "75 apprenants"],
        ),
        ("3 000 habitants, soit 500 foyers", ["3000 habitants", "500 foyers"]),
        ("Nombre de puits : 12 (prévus : 15)", ["12 puits", "15 puits prévus < 12"]),
        ("Kita (12 communes) et Diéma (7)", ["12 communes", "7 communes"]),
        ("127 donateurs (112 l'an dernier)", ["127 donateurs", "112 donateurs"]),
        ("80 paysans ont appris. 65 ont réussi.", ["80 paysans", "65 paysans < 80"]),
        ("soit 270 F le kg", []),
        ("20 jours/homme", []),
        ("un rendement de 2,9 t/ha", ["2.9 t/ha"]),
        ("238 416 hab. en 2024", ["238416 habitants"]),
        ("1 400 mères et pères", ["1400 mères et pères"]),
        ("200 membres répartis en 10 sections", ["200 membres", "10 sections"]),
        ("LATRINES\n3 blocs de 4 cabines", ["3 blocs", "4 cabines"]),
    ],
)
def test_counts_told_in_passing(text: str, expected: list[str]) -> None:
    assert counted(text) == expected


@pytest.mark.parametrize(
    ("text", "value", "about"),
    [
        ("Les résultats visés sont au nombre de 04, à savoir :", 4, "résultats"),
        ("Les recommandations sont au nombre de trois :", 3, "recommandations"),
    ],
)
def test_announced_list(text: str, value: int, about: str) -> None:
    surface = Surface(text)
    for one in QUANTITY_PASSES:
        one(surface)

    assert [(f.type, f.value, f.text("about").split()[0]) for f in surface.facts] == [
        (FactType.LIST_COUNT, value, about)
    ]


def test_span_holds_hedge_number_and_noun() -> None:
    surface = Surface("Le projet touche plus de 1 200 ménages vulnérables du cercle.")

    for one in QUANTITY_PASSES:
        one(surface)

    assert [f.span.quote(surface.text) for f in surface.facts] == ["plus de 1 200 ménages vulnérables"]


def test_characters_used_by_other_facts_are_left() -> None:
    surface = Surface("En 2023 femmes et hommes ont voté, 45 ans durant.")
    surface.use(3, 7)
    surface.use(35, 41)

    for one in QUANTITY_PASSES:
        one(surface)

    assert surface.facts == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Sur les 60 forages prévus, 41 sont réceptionnés, 12 en cours et 7 non démarrés.",
            ["60 forages", "41 forages réceptionnés < 60", "12 forages < 60", "7 forages non démarrés < 60"],
        ),
        (
            "Le fonds aide 48 unions. Trente de ces unions sont rurales.",
            ["48 unions", "30 unions < 48"],
        ),
        ("Superficies (ha) : mil 612 400 ; niébé 551 000.", ["612400 ha mil", "551000 ha niébé"]),
        ("Les réservoirs donnent 110 et 145 litres.", ["110 litres", "145 litres"]),
        ("CPN1 : 2 517. CPN4+ : 1 186.", ["2517 CPN1", "1186 CPN4+"]),
    ],
)
def test_unit_said_once_or_beside(text: str, expected: list[str]) -> None:
    assert counted(text) == expected


def announced(text: str) -> list[str]:
    surface = Surface(text)
    for one in QUANTITY_PASSES:
        one(surface)
    return [f"{fact.value} {fact.text('about')}" for fact in surface.of_type(FactType.LIST_COUNT)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "La session a formulé quatre recommandations :\n- curer le puits ;\n- payer.",
            ["4 recommandations"],
        ),
        ("L'ordre du jour portait sur trois points : le bilan, le plan et les divers.", ["3 points"]),
        ("Deux mesures majeures sont prises. La première vise l'eau.", ["2 mesures majeures"]),
        ("Les cinq axes suivants ont été retenus.", ["5 axes"]),
        ("Effets attendus (trois résultats)\nR1. L'eau\nR2. La route\nR3. L'école", ["3 résultats"]),
        ("Sur les 8 recommandations de la session : 5 sont faites.", []),
        ("Le village a 6 points d'eau : deux puits et quatre forages.", []),
        ("Les 12 recommandations ont été adoptées.", []),
        ("La mission a relevé 4 contraintes : deux sont levées.", []),
    ],
)
def test_count_of_a_list_announced(text: str, expected: list[str]) -> None:
    assert announced(text) == expected
