import pytest

from tests.core.reading.checks.reading_of import alerts_of


@pytest.mark.parametrize(
    "text",
    [
        (
            "Huit mesures ont été décidées : cinq sont appliquées, deux sont en cours et une est "
            "abandonnée, soit 62,5 % d’exécution."
        ),
        (
            "Douze recommandations avaient été faites : neuf sont closes, deux sont en cours et une "
            "est reportée, soit 75 %."
        ),
        (
            "Dix conventions étaient attendues : sept ont été signées, deux sont à l’étude et une a "
            "été refusée, soit un taux de 70 %."
        ),
        (
            "Sur les 20 ouvrages, 12 sont achevés, 5 sont en chantier et 3 n’ont pas démarré, soit 60 "
            "% d’achèvement."
        ),
        (
            "Sur 40 comités, 18 sont dynamiques, 14 moyens et 8 inactifs, soit 80 % de comités qui se "
            "réunissent."
        ),
        (
            "Les 25 activités prévues se répartissent en 15 réalisées, 6 en cours et 4 non démarrées, "
            "soit 84 % d’activités engagées."
        ),
        (
            "Seize engagements ont été pris : dix sont tenus, quatre le sont en partie et deux ne le "
            "sont pas, soit 87,5 % au moins entamés."
        ),
        (
            "Quinze salles étaient prévues : douze sont livrées, trois sont en construction, soit 80 "
            "% de réalisation."
        ),
        "Sur 250 élèves, 180 ont composé, 120 sont admis et 60 ont échoué, soit 66,7 % de réussite.",
        "Neuf recommandations : six exécutées, deux en cours, une sans suite, soit 66,7 %.",
        (
            "Les 30 latrines se répartissent ainsi : 18 achevées, 9 en cours et 3 à lancer (60 % "
            "d’achèvement)."
        ),
        "Sur 50 ménages visités, 35 ont un lave-mains et 15 n’en ont pas, soit 30 % à équiper.",
        (
            "Cinq points étaient inscrits : quatre ont été traités et un a été reporté, soit 80 % de "
            "l’ordre du jour."
        ),
        "Sur 60 apprentis, 48 ont achevé la formation et 12 ont abandonné, soit 20 % d’abandon.",
        (
            "Les 8 indicateurs sont suivis : 5 sont atteints, 2 le sont partiellement et 1 ne l’est "
            "pas, soit 62,5 % de résultats atteints."
        ),
    ],
)
def test_an_enumeration_before_its_share_raises_nothing_when_it_holds(text: str):
    assert alerts_of(text) == []


@pytest.mark.parametrize(
    "text",
    [
        ("Trente-deux (32) agents issus de cinq communes ont été formés, dont 19 femmes et 13 hommes."),
        "Quarante personnes venues de six villages ont participé, dont 22 femmes.",
        "La session a réuni 45 participants de trois régions, dont 18 femmes et 27 hommes.",
        "Les 24 délégués des sept cantons ont voté, dont 10 jeunes filles.",
        "250 producteurs de 12 groupements ont reçu des semences, dont 140 femmes.",
        "Au total 36 relais de 9 aires de santé sont actifs, dont 21 femmes et 15 hommes.",
        "180 élèves de quatre écoles ont reçu des fournitures, dont 95 filles et 85 garçons.",
        "Cinquante jeunes répartis en cinq groupes ont été installés, dont 20 femmes.",
        "75 maraîchers encadrés par trois animateurs exploitent le site, dont 52 femmes.",
        "Une délégation de deux ONG a rencontré 30 habitants, dont 12 femmes.",
        "64 personnes, réparties dans 8 ateliers, ont appris la couture, dont 50 filles.",
        "Le comité tient deux réunions par an et compte 15 membres, dont 6 femmes.",
        "110 exploitants ont suivi deux sessions de trois jours, dont 48 femmes et 62 hommes.",
        "Les 28 élus de deux conseils ont été reçus, dont 7 femmes et 21 hommes.",
        ("Six (6) sessions ont été tenues dans trois communes au profit de 90 personnes, dont 41 femmes."),
        ("Deux cents personnes vivant dans douze hameaux ont été recensées, dont 108 femmes et 92 hommes."),
        ("Les 3 équipes ont visité 5 localités et interrogé 60 ménages, dont 18 dirigés par des femmes."),
        "Une caravane a parcouru quatre villes et touché 800 personnes, dont 430 femmes.",
    ],
)
def test_those_a_part_is_some_of_raises_nothing_when_it_holds(text: str):
    assert alerts_of(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "12 forages sur 15 sont en service : 5 à Dori, 4 à Djibo et 3 à Bogandé.",
        "9 magasins sur 12 ont été réceptionnés : 4 à Kita, 3 à Bafoulabé et 2 à Kayes.",
        "22 écoles sur 30 disposent d’un point d’eau : 10 à Mopti, 7 à Djenné et 5 à Bankass.",
        "Sur 18 parcs prévus, 14 sont achevés : 6 à Téra, 5 à Say et 3 à Kollo.",
        "16 comités sur 20 sont formés : 7 à Linguère, 5 à Ranérou et 4 à Matam.",
        "40 des 50 puits sont réhabilités : 20 à Ansongo, 12 à Ménaka et 8 à Gao.",
        "7 marchés sur 10 ont été attribués : 4 à Niamey et 3 à Dosso.",
        "Les 18 seuils sont réceptionnés : 8 à Sélibaby, 6 à Ould Yengé et 4 à Wompou.",
        "25 kits sur 40 sont remis : Bla (10), San (8) et Koro (7).",
        "13 motopompes sur 15 fonctionnent : Podor (6), Dagana (4) et Matam (3).",
        "Sur 30 lampadaires, 26 sont posés : Bla (8), San (10) et Koro (8).",
        "35 salles sur 48 sont construites (20 au primaire, 15 au secondaire).",
        "18 des 24 unités sont équipées, dont 10 à Zinder et 8 à Maradi.",
        "45 hectares sur 60 sont aménagés : 25 en maraîchage et 20 en riziculture.",
    ],
)
def test_the_subject_of_the_places_raises_nothing_when_it_holds(text: str):
    assert alerts_of(text) == []


@pytest.mark.parametrize(
    "text",
    [
        (
            "Coût total : 2 400 000 EUR\n"
            "Contributions\n"
            "– Union européenne : 1 800 000 EUR\n"
            "– État : 400 000 EUR\n"
            "– Communes bénéficiaires : 200 000 EUR\n"
        ),
        (
            "Coût total : 75 000 000 FCFA\n"
            "Apports :\n"
            "- Bailleur : 50 000 000 FCFA\n"
            "- ONG : 15 000 000 FCFA\n"
            "- Bénéficiaires : 10 000 000 FCFA\n"
        ),
        (
            "Budget total : 12 000 000 FCFA\n"
            "- Formation : 5 000 000 FCFA\n"
            "- Équipement : 4 000 000 FCFA\n"
            "- Suivi : 2 000 000 FCFA\n"
            "- Frais par commune : 1 000 000 FCFA\n"
        ),
        (
            "Coût total : 640 000 EUR\n"
            "• Subvention : 500 000 EUR\n"
            "• Région de Kayes : 90 000 EUR\n"
            "• Populations : 50 000 EUR\n"
        ),
        (
            "Montant total : 310 000 EUR\n"
            "- AFD : 200 000 EUR\n"
            "- Ville de Lyon : 60 000 EUR\n"
            "- Commune : 30 000 EUR\n"
            "\n"
            "- Usagers : 20 000 EUR\n"
        ),
        (
            "Coût total : 1 500 000 EUR, dont :\n"
            "- Coopération suisse : 900 000 EUR\n"
            "- État du Niger : 350 000 EUR\n"
            "- Autofinancement : 250 000 EUR (en nature)\n"
        ),
        (
            "Coût global : 90 000 EUR\n"
            "- Partenaire 1 : 60 000 EUR\n"
            "- Partenaire 2 : 20 000 EUR\n"
            "- Reste à mobiliser : 10 000 EUR\n"
        ),
        (
            "Budget total : 3 000 000 EUR\n"
            "- Composante 1 : 1 400 000 EUR\n"
            "  - dont études : 200 000 EUR\n"
            "- Composante 2 : 1 000 000 EUR\n"
            "- Gestion : 600 000 EUR\n"
        ),
        (
            "Coût total : 48 000 000 FCFA\n"
            "1. Bailleur : 30 000 000 FCFA\n"
            "2. Communes : 12 000 000 FCFA\n"
            "3. Villages : 6 000 000 FCFA\n"
        ),
        (
            "Coût total : 20 000 000 F CFA\n"
            "* Construction : 14 000 000 F CFA\n"
            "* Équipement : 4 500 000 F CFA\n"
            "* Contrôle : 1 000 000 F CFA\n"
            "* Imprévus : 500 000 F CFA\n"
        ),
    ],
)
def test_a_list_of_contributions_raises_nothing_when_it_holds(text: str):
    assert alerts_of(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Matériel : 36 moulins remis, 12 à Tillabéri, 14 à Dosso et 10 à Niamey.",
        "Répartition des 120 bourses : 50 pour le primaire, 40 pour le collège et 30 pour le lycée.",
        "Les 96 participants : 40 femmes, 30 hommes et 26 enfants.",
        "62 tonnes de vivres (40 tonnes de mil, 22 tonnes de riz) ont été distribuées.",
        "Au total 500 arbres ont été plantés : 300 acacias, 150 baobabs et 50 manguiers.",
        "1 200 têtes ont été vaccinées, dont 700 bovins, 400 ovins et 100 caprins.",
        "57 femmes et 38 hommes, soit 95 membres, cotisent chaque mois.",
        "12, 15 et 18 forages, soit 45 forages au total, ont été creusés en trois ans.",
        "Parmi les 80 dossiers, 45 viennent de femmes, 30 de jeunes et 12 de personnes handicapées.",
        "L’atelier a réuni 60 personnes, dont 25 femmes, 20 jeunes et 5 personnes handicapées.",
        "Le village compte 640 habitants, soit 92 ménages, dont 14 dirigés par une femme.",
        "312 écoliers sur 400 mangent à la cantine, soit 78 %, dont 150 filles.",
        (
            "Sur 1 500 ménages ciblés, 1 350 ont été servis, soit 90 % ; 810 sont dirigés par des "
            "femmes (60 %)."
        ),
        "1 968 producteurs ont été formés, dont 984 femmes (50 %), sur 2 400 attendus (82 %).",
        "Sur 24 villages, 18 ont un comité (75 %) et 6 n’en ont pas (25 %).",
        "420 enfants dépistés : 380 sains, 30 modérés et 10 sévères, soit 9,5 % de malnutris.",
        "Le projet a touché 5 400 personnes, dont 54 % de femmes, soit 2 916 femmes.",
        "90 formés sur 120 inscrits, soit 75 % ; 60 femmes, soit 66,7 % des formés.",
        "Les 14 communes ont reçu 28 motos, soit 2 par commune.",
        "3 forages sur 4 (75 %) fonctionnent et 2 comités sur 4 (50 %) se réunissent.",
        "Sur 200 répondants, 120 sont des femmes (60 %) et 80 des hommes (40 %).",
        "Les dépenses sont de 45 000 000 FCFA sur 60 000 000 FCFA, soit 75 %.",
        (
            "Recettes : 8 000 000 FCFA, dont 5 000 000 FCFA de taxes, 2 000 000 FCFA de dons et 1 000 "
            "000 FCFA de ventes."
        ),
        (
            "40 000 EUR de l’Union, 10 000 EUR de la Région et 5 000 EUR des habitants, soit un "
            "financement total de 55 000 EUR."
        ),
        "Sur 48 personnes inscrites, 45 étaient là : 20 femmes et 25 hommes.",
        (
            "52 agents ont été évalués : 13 très bons, 26 bons, 9 moyens et 4 faibles, soit 75 % de "
            "bons ou très bons."
        ),
        "Trois ateliers ont réuni 30, 25 et 35 personnes, soit 90 personnes, dont 44 femmes.",
        "Des 6 dossiers reçus, 4 sont retenus et 2 rejetés, soit un tiers (33,3 %).",
        (
            "Les 21 membres du bureau et les 4 contrôleurs, soit 25 personnes, ont prêté serment, "
            "dont 9 femmes."
        ),
        "Les communes de Téra (12), Say (8) et Kollo (10) totalisent 30 fontaines.",
        (
            "Action ; Responsable ; Échéance\n"
            "Réparer la pompe ; Mairie ; 12 mai 2025\n"
            "Acheter un filtre ; Comité ; 3 juin 2025\n"
        ),
        "Lieu\tFemmes\tHommes\tTotal\nTéra\t12\t8\t20\nSay\t10\t15\t25\nTotal\t22\t23\t45\n",
    ],
)
def test_figures_that_hold_in_one_way_raise_nothing(text: str):
    assert alerts_of(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            (
                "Huit mesures ont été décidées : cinq sont appliquées, deux sont en cours et une est "
                "abandonnée, soit 70 % d’exécution."
            ),
            "percentage",
        ),
        (
            (
                "Quinze salles étaient prévues : douze sont livrées, trois sont en construction, soit 85 "
                "% de réalisation."
            ),
            "percentage",
        ),
        ("Sur 250 élèves, 180 ont composé et 120 sont admis, soit 58 %.", "percentage"),
        ("Sur 60 apprentis, 45 ont achevé la formation, soit 85 %.", "percentage"),
        ("1 968 producteurs ont été formés, dont 984 femmes (53 %).", "percentage"),
        ("420 enfants dépistés, dont 84 malnutris (25 %).", "percentage"),
        ("La session a réuni 45 participants, dont 18 femmes et 29 hommes.", "sum_sex"),
        ("312 habitants (150 femmes et 152 hommes) ont été recensés.", "sum_sex"),
        ("57 femmes et 38 hommes, soit 97 membres, cotisent chaque mois.", "sum_sex"),
        ("Les 28 élus ont été reçus, dont 31 femmes.", "subset_exceeds"),
        ("Le comité compte 12 membres, dont 14 femmes.", "subset_exceeds"),
        ("Le groupement compte 40 femmes, dont 52 jeunes filles.", "subset_exceeds"),
        ("36 agents ont été formés dans 4 communes, dont 19 femmes et 15 hommes.", "sum_sex"),
        ("14 seuils sur 18 sont réceptionnés : 6 à Sélibaby, 5 à Ould Yengé et 4 à Wompou.", "sum_parts"),
        ("Les 30 lampadaires sont posés : 10 à Bla, 9 à San et 8 à Koro.", "sum_parts"),
        ("26 lampadaires sont posés : Bla (8), San (10) et Koro (9).", "sum_parts"),
        ("45 hectares sont aménagés : 25 hectares à Podor et 22 hectares à Matam.", "sum_parts"),
        ("62 tonnes de vivres (40 tonnes de mil, 20 tonnes de riz) ont été distribuées.", "sum_parts"),
        ("27 ouvrages ont été livrés, dont 11 châteaux d’eau, 9 forages et 8 bornes-fontaines.", "sum_parts"),
        (
            "68 seuils, dont 41 dans le cercle de Sikasso et 29 dans celui de Koutiala, sont achevés.",
            "sum_parts",
        ),
        ("12, 15 et 18 forages, soit 47 forages au total, ont été creusés.", "sum_parts"),
        (
            (
                "Coût total : 2 400 000 EUR\n"
                "Contributions\n"
                "– Union européenne : 1 800 000 EUR\n"
                "– État : 400 000 EUR\n"
                "– Communes : 250 000 EUR\n"
            ),
            "sum_parts",
        ),
        (
            (
                "Coût total : 75 000 000 FCFA\n"
                "Apports :\n"
                "- Bailleur : 50 000 000 FCFA\n"
                "- ONG : 14 000 000 FCFA\n"
                "- Usagers : 10 000 000 FCFA\n"
            ),
            "sum_parts",
        ),
        (
            (
                "Étude : 5 000 000 FCFA\n"
                "Travaux : 14 000 000 FCFA\n"
                "Suivi : 2 000 000 FCFA\n"
                "Total : 22 000 000 FCFA\n"
            ),
            "sum_parts",
        ),
        (
            (
                "40 000 EUR de l’Union, 10 000 EUR de la Région et 5 000 EUR des habitants, soit un "
                "financement total de 57 000 EUR."
            ),
            "sum_parts",
        ),
        (
            (
                "Le coût est de 30 000 000 FCFA : 20 000 000 FCFA du bailleur, 7 000 000 FCFA de la "
                "commune et 4 000 000 FCFA des usagers."
            ),
            "sum_parts",
        ),
        (
            (
                "Un fonds de 50 000 000 FCFA, dont 35 000 000 FCFA de l’AFD et 20 000 000 FCFA des "
                "communes, est ouvert."
            ),
            "sum_parts",
        ),
        (
            "18 000 000 FCFA ont été dépensés sur un budget de 24 000 000 FCFA, soit un taux de 80 %.",
            "percentage",
        ),
        ("Les dépenses sont de 45 000 000 FCFA sur 60 000 000 FCFA, soit 85 %.", "percentage"),
        ("45 % des participants (27 sur 50) sont des femmes.", "percentage"),
        ("60 % de femmes et 45 % d’hommes ont répondu.", "sum_parts"),
        ("Le taux est passé de 48,7 % à 56,2 %, soit un gain de 8,5 points.", "difference"),
        ("Sur les 298 ménages servis, 312 sont déplacés.", "subset_exceeds"),
        (
            (
                "Rubrique ; Montant (FCFA)\n"
                "Études ; 2 000 000\n"
                "Travaux ; 9 000 000\n"
                "Suivi ; 1 000 000\n"
                "Total ; 12 500 000\n"
            ),
            "sum_parts",
        ),
        ("36 animateurs ont reçu 15 000 FCFA chacun, soit un total de 560 000 FCFA.", "multiplication"),
        ("Les 14 kits à 20 000 FCFA l’unité, soit 290 000 FCFA, ont été livrés.", "multiplication"),
        ("Sur 24 villages, 18 ont un comité (85 %).", "percentage"),
        (
            (
                "Action ; Responsable ; Échéance\n"
                "Réparer la pompe ; Mairie ; 12 mai 2025\n"
                "Acheter un filtre ; Comité ;\n"
                "Payer le gardien ; Comité ; 3 juin 2025\n"
            ),
            "missing_value",
        ),
        (
            (
                "N° ; Recommandation ; Responsable ; Échéance\n"
                "1 ; Réparer la pompe ; Mairie ; 12 mai 2025\n"
                "2 ; Acheter un filtre ; Comité ;\n"
                "3 ; Payer le gardien ; Comité ; 3 juin 2025\n"
            ),
            "missing_value",
        ),
        ("1 540 usagers, à raison de 640 à Dori, 520 à Sebba et 390 à Gorom-Gorom.", "sum_parts"),
    ],
)
def test_figures_that_hold_in_no_way_are_an_alert(text: str, kind: str):
    assert alerts_of(text) == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Trente agents venus de trois communes ont été formés, dont 34 femmes.",
        "36 relais de 9 communes sont actifs, dont 41 femmes et 15 hommes.",
    ],
)
def test_too_many_women_of_the_people_said_before_the_places_are_an_alert(text: str):
    assert alerts_of(text) == ["subset_exceeds"]


@pytest.mark.parametrize(
    "text",
    [
        "422 arrivées ont été notées. À bord, 7 femmes (2 %), 56 mineurs (13 %) et 359 hommes (85 %).",
        "Un tiers des 36 actions, soit 12, est achevé ; la moitié, soit 18, est en cours.",
        (
            "6 250 enfants ont été vus dans 22 villages. Parmi eux, 5 500 (88 %) vont bien, 625 (10 %) "
            "sont suivis et 125 (2 %) soignés."
        ),
    ],
)
def test_figures_of_which_one_is_of_something_else_raise_nothing(text: str):
    assert alerts_of(text) == []
