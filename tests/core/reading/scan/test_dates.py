"""Dates of every form, and their years when they have none."""

import pytest

from tests.core.reading.scan.scanning import found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "La réunion s’est tenue le mardi 12 mars 2024 au ministère de l’Eau.",
            ["mardi 12 mars 2024 = 2024-03-12"],
        ),
        ("Phase 2 - 15 mars 2023", ["15 mars 2023 = 2023-03-15"]),
        (
            "L’an deux mille vingt-quatre et le douze mars s’est tenue la réunion.",
            ["L’an deux mille vingt-quatre et le douze mars = 2024-03-12"],
        ),
        (
            "L’an deux mil vingt et un et le jeudi 18 novembre, s'est réuni",
            ["L’an deux mil vingt et un et le jeudi 18 novembre = 2021-11-18"],
        ),
        ("Fait à Gao, le 04/07/2022", ["04/07/2022 = 2022-07-04"]),
        ("Fait à Gao, le 4 juil. 2022.", ["4 juil. 2022 = 2022-07-04"]),
        ("Publié le 05.09.19 par la cellule", ["05.09.19 = 2019-09-05"]),
        ("en 2021 et 2022", ["2021 = 2021", "2022 = 2022"]),
        (
            "depuis 2019, dès 2020, fin 2022, début 2023, mi-2023",
            ["2019 = 2019", "2020 = 2020", "fin 2022 = 2022", "début 2023 = 2023", "mi-2023 = 2023"],
        ),
        ("d’ici fin 2025", ["fin 2025 = 2025-12"]),
        ("avant la fin de l’année 2024", ["fin de l’année 2024 = 2024-12"]),
        ("fin juin 2024", ["fin juin 2024 = 2024-06"]),
        ("mi-mars 2024", ["mi-mars 2024 = 2024-03"]),
        ("au cours de l’année 2020", ["2020 = 2020"]),
        ("Un total de 2015 élèves en 2019.", ["2019 = 2019"]),
        ("Tableau 3 : situation en 2020", ["2020 = 2020"]),
        (
            "sept unions de coopératives, 12 sept. 2023, en sept 2022, 8 sept unions",
            ["12 sept. 2023 = 2023-09-12", "sept 2022 = 2022-09"],
        ),
        (
            "arrêté n° 2021-0345/MATD-SG du 12 mars 2021",
            ["reference arrêté n° 2021-0345/MATD-SG = 2021-0345/MATD-SG", "date 12 mars 2021 = 2021-03-12"],
        ),
        (
            "Loi n°2017-051 du 02 octobre 2017",
            ["reference Loi n°2017-051 = 2017-051", "date 02 octobre 2017 = 2017-10-02"],
        ),
        (
            "Décret N°2016-0273/P-RM du 29 avril 2016 portant",
            ["reference Décret N°2016-0273/P-RM = 2016-0273/P-RM", "date 29 avril 2016 = 2016-04-29"],
        ),
        (
            "lettre n°0045/MEF/DNPD du 3 janvier 2022",
            ["reference lettre n°0045/MEF/DNPD = 0045/MEF/DNPD", "date 3 janvier 2022 = 2022-01-03"],
        ),
        ("Région\t2020\t2021\t2022\nGao\t12\t15\t18", ["2020 = 2020", "2021 = 2021", "2022 = 2022"]),
        ("les dépenses en 2021 : 12 450 000", ["2021 = 2021"]),
        ("En mai 2021, l’équipe", ["mai 2021 = 2021-05"]),
        (
            "# source: https://site.org/2023/05/12/article | date 2023-05-12\nLe 6 avril "
            "dernier, le maire. Le 8 mars, la fête. D’ici le 30 juin.",
            ["6 avril dernier = 2023-04-06", "8 mars = 2023-03-08", "30 juin = 2023-06-30"],
        ),
        (
            "# source: https://site.org | date 2023-01-10\nLe 28 décembre, la mission. Le 15 "
            "décembre dernier.",
            ["28 décembre = 2022-12-28", "15 décembre dernier = 2022-12-15"],
        ),
        (
            "Compte rendu du 5 décembre 2024. Les membres transmettront leurs observations "
            "au plus tard le 15 janvier. La mission partira avant le 20 décembre.",
            ["5 décembre 2024 = 2024-12-05", "15 janvier = 2025-01-15", "20 décembre = 2024-12-20"],
        ),
        ("Vision 2050", ["2050 = 2050"]),
        ("Agenda 2030", ["2030 = 2030"]),
        ("le RGPH 2022", ["2022 = 2022"]),
        ("(PNUD, 2020)", ["2020 = 2020"]),
        ("[2021]", ["2021 = 2021"]),
        ("« 2019 »", ["2019 = 2019"]),
        ("2019 : lancement", ["2019 = 2019"]),
        ("2018, 2019 et 2020", ["2018 = 2018", "2019 = 2019", "2020 = 2020"]),
        ("Bilan 2022 du projet", ["2022 = 2022"]),
        ("campagne 2023", ["2023 = 2023"]),
        ("saison 2020", ["2020 = 2020"]),
        ("rapport annuel 2022", ["2022 = 2022"]),
        ("budget 2024", ["2024 = 2024"]),
        ("en l’an 2000", ["2000 = 2000"]),
        ("depuis 2000", ["2000 = 2000"]),
        ("année 2000", ["2000 = 2000"]),
        ("2022\nLes activités menées", ["2022 = 2022"]),
        ("jusqu’en décembre 2025", ["décembre 2025 = 2025-12"]),
        ("le 1er janvier 2022", ["1er janvier 2022 = 2022-01-01"]),
        ("le 1 er mars 2021", ["1 er mars 2021 = 2021-03-01"]),
        ("le 01er avril 2020", ["01er avril 2020 = 2020-04-01"]),
        ("le Vendredi 13 Mai 2022", ["Vendredi 13 Mai 2022 = 2022-05-13"]),
        ("le dimanche, 14 mai 2022", ["dimanche, 14 mai 2022 = 2022-05-14"]),
        ("3 MARS 2021", ["3 MARS 2021 = 2021-03-03"]),
        ("15 Fev 2020", ["15 Fev 2020 = 2020-02-15"]),
        ("12-mars-2021", ["12-mars-2021 = 2021-03-12"]),
        ("12/mars/2021", ["12/mars/2021 = 2021-03-12"]),
        ("2022-03-15", ["2022-03-15 = 2022-03-15"]),
        ("mars et avril 2023", ["mars = 2023-03", "avril 2023 = 2023-04"]),
        ("en juin et en juillet 2022", ["juin = 2022-06", "juillet 2022 = 2022-07"]),
        ("le 15 mars et le 18 avril 2023", ["15 mars = 2023-03-15", "18 avril 2023 = 2023-04-18"]),
        ("31 février 2022", ["31 février 2022 = 2022-02-31"]),
        ("Novembre 2016", ["Novembre 2016 = 2016-11"]),
        ("NOVEMBRE 2016", ["NOVEMBRE 2016 = 2016-11"]),
        ("Novembre, 2016", ["Novembre, 2016 = 2016-11"]),
        ("au 31 décembre 2023", ["31 décembre 2023 = 2023-12-31"]),
        ("arrêté au 30/06/2023", ["30/06/2023 = 2023-06-30"]),
        ("à la date du 30 juin 2023", ["30 juin 2023 = 2023-06-30"]),
        ("la 12e session du 3 mai 2024", ["3 mai 2024 = 2024-05-03"]),
        ("La cérémonie a eu lieu ce 14 février 2023\ndans la commune", ["14 février 2023 = 2023-02-14"]),
        (
            "Le projet, démarré en avril 2019, prendra fin en mars 2024.",
            ["avril 2019 = 2019-04", "mars 2024 = 2024-03"],
        ),
        ("le 30 mai et 1er juin 2023", ["30 mai = 2023-05-30", "1er juin 2023 = 2023-06-01"]),
        ("Loi de finances 2023", ["2023 = 2023"]),
    ],
)
def test_dates_of_every_form(text: str, expected: list[str]) -> None:
    assert found(text) == expected
