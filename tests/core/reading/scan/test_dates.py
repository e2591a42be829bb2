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
            "L’an deux mille vingt et trois et le 14 juin, s’est tenue",
            ["L’an deux mille vingt et trois et le 14 juin = 2023-06-14"],
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
        ("Le centre a ouvert en octobre 96, puis fermé.", ["octobre 96 = 1996-10"]),
        ("date 2018-04 Réunion de Kaya", ["2018-04 = 2018-04"]),
        ("Le village a été fondé en 1923.", ["1923 = 1923"]),
        ("au 30 juin de l’année 2023", ["30 juin de l’année 2023 = 2023-06-30"]),
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
        ("Janvier2015", ["Janvier2015 = 2015-01"]),
        ("15décembre 2016", ["15décembre 2016 = 2016-12-15"]),
        ("le 12 Déc. 1991", ["12 Déc. 1991 = 1991-12-12"]),
        ("en juin 2014", ["juin 2014 = 2014-06"]),
        ("Le mercredi 5 avril 2023, la mission", ["mercredi 5 avril 2023 = 2023-04-05"]),
        ("toute la journée du 5 avril 2023", ["5 avril 2023 = 2023-04-05"]),
        ("La 1ère session 2024 du CROCSAD", ["2024 = 2024"]),
        ("la session ordinaire 2023", ["2023 = 2023"]),
        ("la 3e édition 2022", ["2022 = 2022"]),
        ("FESTIVAL 2019", ["2019 = 2019"]),
        ("les 17 ODD à l’horizon 2030", ["2030 = 2030"]),
        ("Mali 2012", ["2012 = 2012"]),
        ("crise de 2012", ["2012 = 2012"]),
        ("les élections de 2020", ["2020 = 2020"]),
        ("au plus tard fin mars 2024", ["fin mars 2024 = 2024-03"]),
        ("Échéance : 31/03/2024", ["31/03/2024 = 2024-03-31"]),
        ("Délai : mars 2024", ["mars 2024 = 2024-03"]),
        ("Mi-janvier 2024", ["Mi-janvier 2024 = 2024-01"]),
        ("première quinzaine de mars 2024", ["mars 2024 = 2024-03"]),
        ("deuxième semaine d’avril 2023", ["avril 2023 = 2023-04"]),
        ("le 12-06-2023", ["12-06-2023 = 2023-06-12"]),
        ("2023/06/12", ["2023/06/12 = 2023-06-12"]),
        ("12.6.2023", ["12.6.2023 = 2023-06-12"]),
        ("1/1/2023", ["1/1/2023 = 2023-01-01"]),
        ("en date du 12 mars et du 15 avril 2021", ["12 mars = 2021-03-12", "15 avril 2021 = 2021-04-15"]),
        ("les 3, 10 et 17 mai 2022", ["3 = 2022-05-03", "10 = 2022-05-10", "17 mai 2022 = 2022-05-17"]),
        ("hivernage 2021", ["2021 = 2021"]),
        ("cohorte 2020", ["2020 = 2020"]),
        ("2019 et 2023", ["2019 = 2019", "2023 = 2023"]),
        ("2019 ou 2020", ["2019 = 2019", "2020 = 2020"]),
        ("de 2019 et 2020", ["2019 = 2019", "2020 = 2020"]),
        ("Réunion de 2023. Le 22/05 à Gao", ["2023 = 2023", "22/05 = 2023-05-22"]),
        ("Le nombre d’élèves est passé de 1 950 en 2018 à 2 045 en 2021.", ["2018 = 2018", "2021 = 2021"]),
        ("Date : 15 mai 2023", ["15 mai 2023 = 2023-05-15"]),
        ("au 31-12-2022", ["31-12-2022 = 2022-12-31"]),
        ("à fin juin 2023", ["à fin juin 2023 = 2023-06"]),
        ("courant 2024", ["courant 2024 = 2024"]),
        ("courant mars 2024", ["courant mars 2024 = 2024-03"]),
        ("dans le courant du mois d’avril 2023", ["courant du mois d’avril 2023 = 2023-04"]),
        ("l’an 2022 et le 14 du mois de mars", ["l’an 2022 et le 14 du mois de mars = 2022-03-14"]),
        (
            "L'an deux mille vingt trois et le mardi dix-neuf septembre",
            ["L'an deux mille vingt trois et le mardi dix-neuf septembre = 2023-09-19"],
        ),
        ("le 1° mars 2022", ["1° mars 2022 = 2022-03-01"]),
        ("Année 1 (2020)", ["2020 = 2020"]),
        ("P1: 2019", ["2019 = 2019"]),
    ],
)
def test_dates_of_every_form(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L’atelier du 14 ocotbre 2021 à Kaya", ["14 ocotbre 2021 = 2021-10-14"]),
        ("Fait à Gao le 3 septmbre 2022", ["3 septmbre 2022 = 2022-09-03"]),
        ("Réunion du mercredi 12 fevirer 2020", ["mercredi 12 fevirer 2020 = 2020-02-12"]),
        ("Le 12 jiullet 2019, remise des clés", ["12 jiullet 2019 = 2019-07-12"]),
        ("le 7 aoüt 2018", ["7 aoüt 2018 = 2018-08-07"]),
        ("12 Mali 2020", ["2020 = 2020"]),
        ("30 tout 2020", ["2020 = 2020"]),
        ("5 agents 2019", ["2019 = 2019"]),
    ],
)
def test_dates_with_one_slip_in_the_month(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bilan de 2022 vu en 2023. Le comité siège le lundi 15 mai.", "lundi 15 mai = 2023-05-15"),
        ("Créée en 2018, agrandie en 2021. Bureau élu le mardi 9 mars.", "mardi 9 mars = 2021-03-09"),
        ("Plan 2020, revu en 2024. Atelier ouvert jeudi 4 juin.", "jeudi 4 juin = 2020-06-04"),
        ("Entre 2018 et 2022. Puis 2019. Le vendredi 8 avril, vote.", "vendredi 8 avril = 2022-04-08"),
        ("Depuis 2021. La marche du lundi 4 octobre a réuni du monde.", "lundi 4 octobre = 2021-10-04"),
    ],
)
def test_days_without_a_year_take_the_one_of_their_weekday(text: str, expected: str) -> None:
    assert found(text)[-1].removeprefix("date ") == expected


def test_days_take_the_year_that_the_provenance_names() -> None:
    text = "# source: compte rendu du bureau, janvier 2024\nSiège tenu le 26 janvier. Bilan de 2023."
    assert found(text) == ["26 janvier = 2024-01-26", "2023 = 2023"]
