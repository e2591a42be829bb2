"""Amounts of money, beside their currency or under it."""

import pytest

from tests.core.reading.scan.scanning import found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "un montant de 12 500 000 FCFA, soit 19 056 euros",
            ["12 500 000 FCFA = 12500000 XOF", "19 056 euros = 19056 EUR"],
        ),
        (
            "Coût total : 3.450.000 F CFA (soit 5 260 €)",
            ["3.450.000 F CFA = 3450000 XOF", "5 260 € = 5260 EUR"],
        ),
        (
            "un budget de 2,5 milliards de FCFA sur cinq ans",
            ["money 2,5 milliards de FCFA = 2500000000 XOF", "duration cinq ans = P5Y"],
        ),
        (
            "un don de 300 000 dollars US et 150.000 $",
            ["300 000 dollars US = 300000 USD", "150.000 $ = 150000 USD"],
        ),
        ("3,542,367 USD mobilisés", ["3,542,367 USD = 3542367 USD"]),
        ("USD 1,250,000", ["USD 1,250,000 = 1250000 USD"]),
        ("US$ 45 000", ["US$ 45 000 = 45000 USD"]),
        ("$ 300", ["$ 300 = 300 USD"]),
        ("EUR 5 millions", ["EUR 5 millions = 5000000 EUR"]),
        ("12 M€", ["12 M€ = 12000000 EUR"]),
        ("1,5 M USD", ["1,5 M USD = 1500000 USD"]),
        ("3 Mds FCFA", ["3 Mds FCFA = 3000000000 XOF"]),
        ("150 K€", ["150 K€ = 150000 EUR"]),
        ("XOF 256,390 M", ["XOF 256,390 M = 256390000 XOF"]),
        ("un prêt de 25 000 F par femme", ["25 000 F = 25000 XOF"]),
        ("500 F le kilo", ["500 F = 500 XOF"]),
        ("à 250F", ["250F = 250 XOF"]),
        (
            "une subvention de cinq millions (5 000 000) de francs CFA",
            ["cinq millions (5 000 000) de francs CFA = 5000000 XOF"],
        ),
        ("cinq millions (5.000.000 FCFA)", ["5.000.000 FCFA = 5000000 XOF"]),
        ("deux cent mille francs CFA", ["deux cent mille francs CFA = 200000 XOF"]),
        ("10 mille francs", ["10 mille francs = 10000 XOF"]),
        (
            "13 794 000 FCFA (treize millions sept cent quatre-vingt-quatorze mille francs CFA)",
            ["13 794 000 FCFA = 13794000 XOF"],
        ),
        (
            "des montants de 500 000 à 1 000 000 F CFA",
            ["500 000 = 500000 XOF", "1 000 000 F CFA = 1000000 XOF"],
        ),
        ("entre 5 et 10 millions d’euros", ["5 = 5000000 EUR", "10 millions d’euros = 10000000 EUR"]),
        ("de 50 à 100 millions FCFA", ["50 = 50000000 XOF", "100 millions FCFA = 100000000 XOF"]),
        ("entre 250 000 FCFA et 500 000 FCFA", ["250 000 FCFA = 250000 XOF", "500 000 FCFA = 500000 XOF"]),
        (
            "le coût est de 45 millions. Le budget s’élève à 120 000 000.",
            ["45 millions = 45000000 XOF", "120 000 000 = 120000000 XOF"],
        ),
        ("Enveloppe globale : 1 200 000 000", ["1 200 000 000 = 1200000000 XOF"]),
        (
            "35 000 CHF, 20 000 francs suisses, 12 000 GBP, £5,000",
            [
                "35 000 CHF = 35000 CHF",
                "20 000 francs suisses = 20000 CHF",
                "12 000 GBP = 12000 GBP",
                "£5,000 = 5000 GBP",
            ],
        ),
        ("207 716 144FCA/an", ["207 716 144FCA = 207716144 XOF"]),
        ("12 000FCFA", ["12 000FCFA = 12000 XOF"]),
        ("45.000F/mois", ["45.000F = 45000 XOF"]),
        ("5000f cfa", ["5000f cfa = 5000 XOF"]),
        ("100 000 FCFA 200 personnes", ["100 000 FCFA = 100000 XOF"]),
        (
            "700 millions de francs CFA dont 40% pour les femmes",
            ["money 700 millions de francs CFA = 700000000 XOF", "percentage 40% = 40"],
        ),
        ("1 million d’euros", ["1 million d’euros = 1000000 EUR"]),
        ("un million d’euros", ["un million d’euros = 1000000 EUR"]),
        ("un milliard de F.CFA", ["un milliard de F.CFA = 1000000000 XOF"]),
        ("1 500 euros par mois", ["1 500 euros = 1500 EUR"]),
        (
            "environ 80 euros, près de 2 millions de FCFA, plus de 53 millions de Francs CFA",
            [
                "80 euros = 80 EUR",
                "2 millions de FCFA = 2000000 XOF",
                "53 millions de Francs CFA = 53000000 XOF",
            ],
        ),
        (
            "6 000 F CFA x 12 mois = 72 000 F CFA",
            ["money 6 000 F CFA = 6000 XOF", "duration 12 mois = P12M", "money 72 000 F CFA = 72000 XOF"],
        ),
        ("financement\nde 12 450\n000 FCFA pour", ["12 450\n000 FCFA = 12450000 XOF"]),
        ("soit 100 $", ["100 $ = 100 USD"]),
        ("25 000 naira", ["25 000 naira = 25000 NGN"]),
        ("100 000 ouguiyas", ["100 000 ouguiyas = 100000 MRU"]),
        ("12 000 UM, 2,5 millions MRO", ["12 000 UM = 12000 MRU", "2,5 millions MRO = 2500000 MRO"]),
        ("11,5 millions d’UC", ["11,5 millions d’UC = 11500000 UC"]),
        ("1 € = 655,957 FCFA", ["1 € = 1 EUR", "655,957 FCFA = 655.957 XOF"]),
        ("15 000 €uros", ["15 000 €uros = 15000 EUR"]),
        ("3 500 Euros", ["3 500 Euros = 3500 EUR"]),
        ("4 672 00 FCFA", ["4 672 00 FCFA = 4672000 XOF"]),
        ("Montant : 4.672.00FcFA", ["4.672.00FcFA = 4672000 XOF"]),
        ("Total général : 125 000 F", ["125 000 F = 125000 XOF"]),
        ("(20.000F *2) *3 mois", ["money 20.000F = 20000 XOF", "duration 3 mois = P3M"]),
        (
            "450 000 000 (quatre cent cinquante millions) FCFA",
            ["450 000 000 (quatre cent cinquante millions) FCFA = 450000000 XOF"],
        ),
        ("une contribution de 10 % soit 450 000 F", ["percentage 10 % = 10", "money 450 000 F = 450000 XOF"]),
        ("F CFA 12 000 000", ["F CFA 12 000 000 = 12000000 XOF"]),
        ("FCFA 350.000", ["FCFA 350.000 = 350000 XOF"]),
        ("le lot de 1 450 F et 12,50 €", ["1 450 F = 1450 XOF", "12,50 € = 12.50 EUR"]),
        (
            "Objet\tMontant (FCFA)\tPart\nFormation\t1 500 000\t20\nTotal\t3 000 000\t80",
            ["1 500 000 = 1500000 XOF", "3 000 000 = 3000000 XOF"],
        ),
        (
            "| Poste | Qté | PU (F CFA) | Coût (F CFA) |\n|---|---|---|---|\n| Tables | 10 | "
            "25 000 | 250 000 |\n| **Total** | | | **250 000** |",
            ["25 000 = 25000 XOF", "250 000 = 250000 XOF", "250 000 = 250000 XOF"],
        ),
        (
            "Rubriques\nQuantité\nCoût (FCFA)\nTables\n10\n250 000\nChaises\n40\n400 000\nTotal\n50\n650 000",
            ["250 000 = 250000 XOF", "400 000 = 400000 XOF", "650 000 = 650000 XOF"],
        ),
        (
            "Budget par année (en milliers de FCFA)\nPoste\t2021\t2022\nEau\t12 500\t14 000",
            [
                "date 2021 = 2021",
                "date 2022 = 2022",
                "money 12 500 = 12500000 XOF",
                "money 14 000 = 14000000 XOF",
            ],
        ),
        (
            "Année\tCoût en euros\n2021\t12 000\n2022\t9 000",
            ["date 2021 = 2021", "money 12 000 = 12000 EUR", "date 2022 = 2022", "money 9 000 = 9000 EUR"],
        ),
        (
            "Activités\n\nMontant en FCFA\n\nForages\n\n12 000 000\n\nLatrines\n\n3 500 000",
            ["12 000 000 = 12000000 XOF", "3 500 000 = 3500000 XOF"],
        ),
        (
            "LIGNE | BUDGET EUR | DEPENSES EUR\nPersonnel | 45 000 | 43 250\nTransport | 12 000,50 | 8 000",
            ["45 000 = 45000 EUR", "43 250 = 43250 EUR", "12 000,50 = 12000.50 EUR", "8 000 = 8000 EUR"],
        ),
        ("le montant de la subvention est 5 000 000", ["5 000 000 = 5000000 XOF"]),
        ("2010 FCFA", ["2010 FCFA = 2010 XOF"]),
        ("Coût : 25 000 F/ha", ["25 000 F = 25000 XOF"]),
        ("12 F CFA/kg", ["12 F CFA = 12 XOF"]),
        (
            "un apport de 1 million, complété par 500 000 F",
            ["1 million = 1000000 XOF", "500 000 F = 500000 XOF"],
        ),
        ("2 milliards d’arbres pour un coût de 3 millions FCFA", ["3 millions FCFA = 3000000 XOF"]),
        ("Montant : 3 millions FCFA pour 2 millions de personnes", ["3 millions FCFA = 3000000 XOF"]),
        (
            "les recettes ont atteint 12 450 000 FCFA contre 9 870 000 en 2022",
            ["money 12 450 000 FCFA = 12450000 XOF", "money 9 870 000 = 9870000 XOF", "date 2022 = 2022"],
        ),
        ("le montant total du financement est de 5 milliards", ["5 milliards = 5000000000 XOF"]),
        ("3 500 F et 4 000 F le sac", ["3 500 F = 3500 XOF", "4 000 F = 4000 XOF"]),
        ("entre 200 F et 1.000 F", ["200 F = 200 XOF", "1.000 F = 1000 XOF"]),
        ("10 000 à 15 000 F par mois", ["10 000 = 10000 XOF", "15 000 F = 15000 XOF"]),
        ("de 2 000 à 3 000 francs", ["2 000 = 2000 XOF", "3 000 francs = 3000 XOF"]),
        ("quinze mille francs", ["quinze mille francs = 15000 XOF"]),
        ("15 mille FCFA", ["15 mille FCFA = 15000 XOF"]),
        ("quinze (15) millions FCFA", ["quinze (15) millions FCFA = 15000000 XOF"]),
        (
            "deux millions cinq cent mille (2 500 000) F CFA",
            ["deux millions cinq cent mille (2 500 000) F CFA = 2500000 XOF"],
        ),
        ("2 500 000 F CFA (deux millions cinq cent mille)", ["2 500 000 F CFA = 2500000 XOF"]),
        ("500 000 000 F.CFA. Elle", ["500 000 000 F.CFA = 500000000 XOF"]),
        (
            "pour une durée de 12 mois, à hauteur de 84 310 euros dont 52 000 euros de subvention",
            ["duration 12 mois = P12M", "money 84 310 euros = 84310 EUR", "money 52 000 euros = 52000 EUR"],
        ),
        ("84 310€", ["84 310€ = 84310 EUR"]),
        ("84.310,50 €", ["84.310,50 € = 84310.50 EUR"]),
        ("1 234 567,89 euros", ["1 234 567,89 euros = 1234567.89 EUR"]),
        ("0 FCFA", ["0 FCFA = 0 XOF"]),
        ("Coût du projet : 1 800 000 000 FCFA HT", ["1 800 000 000 FCFA = 1800000000 XOF"]),
        ("2 500 000 FCFA TTC", ["2 500 000 FCFA = 2500000 XOF"]),
        ("3.2 millions USD", ["3.2 millions USD = 3200000 USD"]),
        ("3,2 M$", ["3,2 M$ = 3200000 USD"]),
        ("1.5 MUSD", ["1.5 MUSD = 1500000 USD"]),
        (
            "un budget de 15 millions d’USD sur 4 ans (2020-2024)",
            [
                "money 15 millions d’USD = 15000000 USD",
                "duration 4 ans = P4Y",
                "period 2020-2024 = 2020/2024",
            ],
        ),
        (
            "une aide de 35.000 FCFA par ménage et par mois pendant 3 mois",
            ["money 35.000 FCFA = 35000 XOF", "duration 3 mois = P3M"],
        ),
        (
            "5 000 ménages x 25 000 FCFA x 3 = 375 000 000 FCFA",
            ["25 000 FCFA = 25000 XOF", "375 000 000 FCFA = 375000000 XOF"],
        ),
        ("soit un taux de change de 1 EUR = 655,957 XOF", ["1 EUR = 1 EUR", "655,957 XOF = 655.957 XOF"]),
        ("les frais s’élèvent à F CFA 1 250 000.", ["F CFA 1 250 000 = 1250000 XOF"]),
        ("Montant (F CFA) : 12 000 000", ["12 000 000 = 12000000 XOF"]),
        ("Montant en FCFA : 8 500 000", ["8 500 000 = 8500000 XOF"]),
        ("Budget (€) : 12 000", ["12 000 = 12000 EUR"]),
        ("MONTANT : 45 000 000 FCFA (Quarante cinq millions)", ["45 000 000 FCFA = 45000000 XOF"]),
        ("vingt-cinq millions (25.000.000) FCFA", ["vingt-cinq millions (25.000.000) FCFA = 25000000 XOF"]),
        (
            "25.000.000 (vingt-cinq millions) de FCFA",
            ["25.000.000 (vingt-cinq millions) de FCFA = 25000000 XOF"],
        ),
        (
            "la somme de Cinq cent mille (500 000) francs CFA",
            ["Cinq cent mille (500 000) francs CFA = 500000 XOF"],
        ),
        ("de l’ordre de 2000 à 2500 FCFA", ["2000 = 2000 XOF", "2500 FCFA = 2500 XOF"]),
        ("le prix passe de 250 à 300 F le kg", ["250 = 250 XOF", "300 F = 300 XOF"]),
        ("1000 à 1500F", ["1000 = 1000 XOF", "1500F = 1500 XOF"]),
        ("le sac de 50 kg à 17 500 F", ["17 500 F = 17500 XOF"]),
        ("2 000 F/personne", ["2 000 F = 2000 XOF"]),
        ("100F CFA", ["100F CFA = 100 XOF"]),
        ("Total : 3 250 (1 800 F)", ["1 800 F = 1800 XOF"]),
        (
            "Désignation (montants en FCFA)\t2021\t2022\nSalaires\t12 500 000\t14 000 000\nFrais\t"
            "450 000\t900 000",
            [
                "date 2021 = 2021",
                "date 2022 = 2022",
                "money 12 500 000 = 12500000 XOF",
                "money 14 000 000 = 14000000 XOF",
                "money 450 000 = 450000 XOF",
                "money 900 000 = 900000 XOF",
            ],
        ),
        ("coût en FCFA : 12 000", ["12 000 = 12000 XOF"]),
        ("un sachet à 50 F", ["50 F = 50 XOF"]),
        ("un chèque de 500 000", ["500 000 = 500000 XOF"]),
        ("une prime de 25 000", ["25 000 = 25000 XOF"]),
        ("une dotation de 3 000 000 pour", ["3 000 000 = 3000000 XOF"]),
        ("Budget 2023 (en millions de FCFA) : 1 250", ["date 2023 = 2023", "money 1 250 = 1250 XOF"]),
        (
            "Poste\tBudget 2023 (FCFA)\tBudget 2024 (FCFA)\nEau\t12 000 000\t13 500 000",
            [
                "date 2023 = 2023",
                "date 2024 = 2024",
                "money 12 000 000 = 12000000 XOF",
                "money 13 500 000 = 13500000 XOF",
            ],
        ),
        (
            "Bénéficiaires | Coût (F CFA)\n250 | 12 500\n1 200 | 30 000",
            ["12 500 = 12500 XOF", "30 000 = 30000 XOF"],
        ),
        ("Nombre\tCoût unitaire (FCFA)\tTotal (FCFA)\n12\t500\t6 000", ["500 = 500 XOF", "6 000 = 6000 XOF"]),
        (
            "Désignation        Quantité    Coût unitaire (FCFA)    Montant (FCFA)\nTables   "
            "              10                  25 000           250 000\nChaises             "
            "   40                  10 000           400 000\nTotal                          "
            "                             650 000",
            [
                "25 000 = 25000 XOF",
                "250 000 = 250000 XOF",
                "10 000 = 10000 XOF",
                "400 000 = 400000 XOF",
                "650 000 = 650000 XOF",
            ],
        ),
        (
            "Poste                 Prévu (€)      Réalisé (€)      Taux\nPersonnel           "
            "  12 000         11 400           95\nTransport              3 500          3 "
            "500          100",
            ["12 000 = 12000 EUR", "11 400 = 11400 EUR", "3 500 = 3500 EUR", "3 500 = 3500 EUR"],
        ),
        (
            "N’Djaména, le 3 février 2022 – Le Tchad reçoit 12 milliards F CFA.",
            ["date 3 février 2022 = 2022-02-03", "money 12 milliards F CFA = 12000000000 XAF"],
        ),
        (
            "Un atelier de 3 jours (12-14 avril 2021) pour 45 000 F CFA/jour.",
            [
                "duration 3 jours = P3D",
                "period 12-14 avril 2021 = 2021-04-12/2021-04-14",
                "money 45 000 F CFA = 45000 XOF",
            ],
        ),
        (
            "La campagne 2019-2020 a coûté 12 500 euros, celle de 2020-2021 15 000 euros.",
            [
                "period 2019-2020 = 2019/2020",
                "money 12 500 euros = 12500 EUR",
                "period de 2020-2021 = 2020/2021",
                "money 15 000 euros = 15000 EUR",
            ],
        ),
        (
            "La part du PNUD est de 45%, soit 12,5 millions USD (7,8 milliards FCFA).",
            [
                "percentage 45% = 45",
                "money 12,5 millions USD = 12500000 USD",
                "money 7,8 milliards FCFA = 7800000000 XOF",
            ],
        ),
        (
            "Avec un crédit de 5.000.000 FCFA à 12% l’an sur 24 mois, dont 3 mois de différé",
            [
                "money 5.000.000 FCFA = 5000000 XOF",
                "percentage 12% = 12",
                "duration 24 mois = P24M",
                "duration 3 mois = P3M",
            ],
        ),
        (
            "Il a remboursé 1 250 000 F sur 1 500 000 F, soit 83,33 %.",
            [
                "money 1 250 000 F = 1250000 XOF",
                "money 1 500 000 F = 1500000 XOF",
                "percentage 83,33 % = 83.33",
            ],
        ),
        (
            "Prix du mil : 15 000 à 17 500 F le sac en 2020, contre 12.500 F en 2019.",
            [
                "money 15 000 = 15000 XOF",
                "money 17 500 F = 17500 XOF",
                "date 2020 = 2020",
                "money 12.500 F = 12500 XOF",
                "date 2019 = 2019",
            ],
        ),
        (
            "Le marché n° 0123/DGMP/2021 du 12/05/2021 pour 45.678.900 F CFA TTC",
            [
                "reference marché n° 0123/DGMP/2021 = 0123/DGMP/2021",
                "date 12/05/2021 = 2021-05-12",
                "money 45.678.900 F CFA = 45678900 XOF",
            ],
        ),
        ("500 000 FCFA (762 €)", ["500 000 FCFA = 500000 XOF", "762 € = 762 EUR"]),
        ("500 000 FCFA/762 €", ["500 000 FCFA = 500000 XOF", "762 € = 762 EUR"]),
        ("762 EUR = 500 000 FCFA", ["762 EUR = 762 EUR", "500 000 FCFA = 500000 XOF"]),
        ("le coût unitaire est de 12 500 FCFA/m²", ["12 500 FCFA = 12500 XOF"]),
        ("3 500 $", ["3 500 $ = 3500 USD"]),
        ("4.500$US", ["4.500$US = 4500 USD"]),
        ("12 millions de $", ["12 millions de $ = 12000000 USD"]),
        ("50 FCFA le litre, 1 000 FCFA la bâche de 20 m³", ["50 FCFA = 50 XOF", "1 000 FCFA = 1000 XOF"]),
        (
            "3,5 milliards ont été décaissés en 2021 sur une prévision de 5 milliards de FCFA",
            [
                "money 3,5 milliards = 3500000000 XOF",
                "date 2021 = 2021",
                "money 5 milliards de FCFA = 5000000000 XOF",
            ],
        ),
        (
            "les caisses ont mobilisé 8 450 000 F d’épargne (dont 2 300 000 F par les jeunes)",
            ["8 450 000 F = 8450000 XOF", "2 300 000 F = 2300000 XOF"],
        ),
    ],
)
def test_money_of_every_form(text: str, expected: list[str]) -> None:
    assert found(text) == expected
