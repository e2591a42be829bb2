"""Periods: days, months, quarters and years from one to another."""

import pytest

from tests.core.reading.scan.scanning import found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L’atelier s’est tenu à Mopti du 3 au 5 mai 2023.", ["du 3 au 5 mai 2023 = 2023-05-03/2023-05-05"]),
        ("L'atelier de Ségou (3-5 mai 2023) a réuni 45 agents.", ["3-5 mai 2023 = 2023-05-03/2023-05-05"]),
        ("l’année scolaire 2011-12", ["2011-12 = 2011/2012"]),
        ("au T3 de 2023", ["T3 de 2023 = 2023-07/2023-09"]),
        ("du 01/01/2023 au 31/12/2023", ["du 01/01/2023 au 31/12/2023 = 2023-01-01/2023-12-31"]),
        ("du 28 février au 2 mars 2024", ["du 28 février au 2 mars 2024 = 2024-02-28/2024-03-02"]),
        (
            "Du lundi 15 au vendredi 19 avril 2024, une mission",
            ["Du lundi 15 au vendredi 19 avril 2024 = 2024-04-15/2024-04-19"],
        ),
        ("entre le 3 et le 7 juin 2022", ["entre le 3 et le 7 juin 2022 = 2022-06-03/2022-06-07"]),
        ("de janvier à décembre 2023", ["de janvier à décembre 2023 = 2023-01/2023-12"]),
        ("janvier-décembre 2022", ["janvier-décembre 2022 = 2022-01/2022-12"]),
        ("d’octobre 2022 à mars 2023", ["d’octobre 2022 à mars 2023 = 2022-10/2023-03"]),
        ("octobre 2022 – mars 2023", ["octobre 2022 – mars 2023 = 2022-10/2023-03"]),
        ("Octobre 2022 à mars 2023", ["Octobre 2022 à mars 2023 = 2022-10/2023-03"]),
        (
            "les 12 et 13 juin 2024, puis les 8 et 15 juillet 2024",
            [
                "period les 12 et 13 juin 2024 = 2024-06-12/2024-06-13",
                "date 8 = 2024-07-08",
                "date 15 juillet 2024 = 2024-07-15",
            ],
        ),
        ("les 12, 13 et 14 octobre 2023", ["les 12, 13 et 14 octobre 2023 = 2023-10-12/2023-10-14"]),
        (
            "le premier semestre 2024 et le 2ème semestre de l’année 2024",
            ["premier semestre 2024 = 2024-01/2024-06", "2ème semestre de l’année 2024 = 2024-07/2024-12"],
        ),
        (
            "au 1er trimestre 2023, T3 2023, S1 2024, 2024-T2",
            [
                "1er trimestre 2023 = 2023-01/2023-03",
                "T3 2023 = 2023-07/2023-09",
                "S1 2024 = 2024-01/2024-06",
                "2024-T2 = 2024-04/2024-06",
            ],
        ),
        ("l’exercice budgétaire 2022", ["exercice budgétaire 2022 = 2022"]),
        ("l'année scolaire 2021-2022", ["2021-2022 = 2021/2022"]),
        ("campagne agricole 2022/2023", ["2022/2023 = 2022/2023"]),
        ("2020-21", ["2020-21 = 2020/2021"]),
        (
            "entre 2019 et 2022, de 2016 à 2020, 2015 à 2018",
            ["entre 2019 et 2022 = 2019/2022", "de 2016 à 2020 = 2016/2020", "2015 à 2018 = 2015/2018"],
        ),
        (
            "La rentrée scolaire 2021-2022. Le 15 septembre, ouverture. Le 12 janvier, reprise.",
            [
                "period 2021-2022 = 2021/2022",
                "date 15 septembre = 2021-09-15",
                "date 12 janvier = 2022-01-12",
            ],
        ),
        ("Le Plan 2021-2025", ["2021-2025 = 2021/2025"]),
        ("sur la période 2019-2021", ["2019-2021 = 2019/2021"]),
        ("sur la période allant de 2019 à 2021", ["de 2019 à 2021 = 2019/2021"]),
        ("période : 2018 - 2022", ["2018 - 2022 = 2018/2022"]),
        ("de 2019 jusqu’en 2022", ["de 2019 jusqu’en 2022 = 2019/2022"]),
        ("du 22/05 au 24/05/2023", ["du 22/05 au 24/05/2023 = 2023-05-22/2023-05-24"]),
        ("22-24/05/2023", ["22-24/05/2023 = 2023-05-22/2023-05-24"]),
        ("la semaine du 12 au 16 juin 2023", ["du 12 au 16 juin 2023 = 2023-06-12/2023-06-16"]),
        ("le 3ème trimestre de 2022", ["3ème trimestre de 2022 = 2022-07/2022-09"]),
        ("4e trimestre 2021", ["4e trimestre 2021 = 2021-10/2021-12"]),
        ("IIIe trimestre 2020", ["IIIe trimestre 2020 = 2020-07/2020-09"]),
        ("trimestre 2 2021", ["trimestre 2 2021 = 2021-04/2021-06"]),
        (
            "au cours des premier et deuxième trimestres 2022",
            ["premier et deuxième trimestres 2022 = 2022-01/2022-06"],
        ),
        ("Janv. – Fév. – Mars 2019", ["Janv. – Fév. – Mars 2019 = 2019-01/2019-03"]),
        ("entre avril et juin 2022", ["entre avril et juin 2022 = 2022-04/2022-06"]),
        ("de novembre à février 2023", ["de novembre à février 2023 = 2022-11/2023-02"]),
        ("les 8 et 9 novembre 2023", ["les 8 et 9 novembre 2023 = 2023-11-08/2023-11-09"]),
        ("8 & 9 novembre 2023", ["8 & 9 novembre 2023 = 2023-11-08/2023-11-09"]),
        ("27 – 29 juin 2023", ["27 – 29 juin 2023 = 2023-06-27/2023-06-29"]),
        ("Bamako, 27 au 29 juin 2023", ["27 au 29 juin 2023 = 2023-06-27/2023-06-29"]),
        ("janvier à juin 2024", ["janvier à juin 2024 = 2024-01/2024-06"]),
        ("Période : janvier – juin 2024", ["janvier – juin 2024 = 2024-01/2024-06"]),
        (
            "Entre janvier 2020 et juin 2022, 34 forages",
            ["Entre janvier 2020 et juin 2022 = 2020-01/2022-06"],
        ),
        ("sur la période janvier 2021 - décembre 2022", ["janvier 2021 - décembre 2022 = 2021-01/2022-12"]),
        ("(octobre 2019 - septembre 2023)", ["octobre 2019 - septembre 2023 = 2019-10/2023-09"]),
        (
            "du 1er octobre 2022 au 30 septembre 2023",
            ["du 1er octobre 2022 au 30 septembre 2023 = 2022-10-01/2023-09-30"],
        ),
        ("Les 15 et 16 novembre 2022 s’est tenu", ["Les 15 et 16 novembre 2022 = 2022-11-15/2022-11-16"]),
        ("27 juillet-3 août 2022", ["27 juillet-3 août 2022 = 2022-07-27/2022-08-03"]),
        ("Semestre 1 2023", ["Semestre 1 2023 = 2023-01/2023-06"]),
        ("1er semestre de 2023", ["1er semestre de 2023 = 2023-01/2023-06"]),
        ("second semestre 2022", ["second semestre 2022 = 2022-07/2022-12"]),
        ("S2-2022", ["S2-2022 = 2022-07/2022-12"]),
        ("T4/2022", ["T4/2022 = 2022-10/2022-12"]),
        ("Exercice 2023", ["Exercice 2023 = 2023"]),
        ("exercice clos 2022", ["exercice clos 2022 = 2022"]),
        ("entre 1990 – 1992", ["entre 1990 – 1992 = 1990/1992"]),
        ("en 1990/91", ["1990/91 = 1990/1991"]),
        (
            "Du 10 octobre 2019 au 30 avril 2021",
            ["Du 10 octobre 2019 au 30 avril 2021 = 2019-10-10/2021-04-30"],
        ),
        (
            "Période couverte : 10 octobre 2019 – 30 avril 2021",
            ["10 octobre 2019 – 30 avril 2021 = 2019-10-10/2021-04-30"],
        ),
        ("le 1 er semestre de 2014", ["1 er semestre de 2014 = 2014-01/2014-06"]),
        (
            "entre le 12 avril et le 8 mai 2021",
            ["entre le 12 avril et le 8 mai 2021 = 2021-04-12/2021-05-08"],
        ),
        ("Avril-Mai 2024", ["Avril-Mai 2024 = 2024-04/2024-05"]),
        ("Juin/Juillet 2024", ["Juin/Juillet 2024 = 2024-06/2024-07"]),
        ("12 et 13/06/2023", ["12 et 13/06/2023 = 2023-06-12/2023-06-13"]),
        ("01 janvier – 31 décembre 2022", ["01 janvier – 31 décembre 2022 = 2022-01-01/2022-12-31"]),
        ("1er janv. au 31 déc. 2022", ["1er janv. au 31 déc. 2022 = 2022-01-01/2022-12-31"]),
        ("contre-saison 2022-2023", ["2022-2023 = 2022/2023"]),
        ("l’année agricole 2021/22", ["2021/22 = 2021/2022"]),
        ("promotion 2019-2022", ["2019-2022 = 2019/2022"]),
        ("(2019 – 2023)", ["2019 – 2023 = 2019/2023"]),
        ("2019/2023", ["2019/2023 = 2019/2023"]),
        (
            "du 14 au 16 et du 21 au 23 mai 2024",
            ["du 14 au 16 = 2024-05-14/2024-05-16", "du 21 au 23 mai 2024 = 2024-05-21/2024-05-23"],
        ),
        (
            "du 14 au 16, puis du 21 au 23 mai 2024",
            ["du 14 au 16 = 2024-05-14/2024-05-16", "du 21 au 23 mai 2024 = 2024-05-21/2024-05-23"],
        ),
        (
            "mardi 05 et mercredi 06 décembre 2023",
            ["mardi 05 et mercredi 06 décembre 2023 = 2023-12-05/2023-12-06"],
        ),
        (
            "Mardi 5 mars 2024 - Jeudi 7 mars 2024",
            ["Mardi 5 mars 2024 - Jeudi 7 mars 2024 = 2024-03-05/2024-03-07"],
        ),
        ("14,15 et 16 mai 2024", ["14,15 et 16 mai 2024 = 2024-05-14/2024-05-16"]),
        (
            "Rapport annuel 2021\nEn mars, le comité a siégé. La formation a eu lieu du 5 au "
            "9 juillet. En décembre, 34 agents ont été formés.",
            [
                "date 2021 = 2021",
                "date mars = 2021-03",
                "period du 5 au 9 juillet = 2021-07-05/2021-07-09",
                "date décembre = 2021-12",
            ],
        ),
        ("Au total, 2000 kits et 1950 manuels ont été remis en 2019-2020.", ["en 2019-2020 = 2019/2020"]),
        (
            "Les 2 et 3 mars, puis le 15 avril 2022, deux missions.",
            ["period Les 2 et 3 mars = 2022-03-02/2022-03-03", "date 15 avril 2022 = 2022-04-15"],
        ),
        ("fin T1 2024", ["T1 2024 = 2024-01/2024-03"]),
        (
            "la période du 1er janvier au 30 septembre 2022",
            ["du 1er janvier au 30 septembre 2022 = 2022-01-01/2022-09-30"],
        ),
        (
            "du mois de mai 2021 au mois d’août 2022",
            ["du mois de mai 2021 au mois d’août 2022 = 2021-05/2022-08"],
        ),
        ("juin-juillet 2021", ["juin-juillet 2021 = 2021-06/2021-07"]),
        ("janvier/février 2020", ["janvier/février 2020 = 2020-01/2020-02"]),
        ("phase I (2015-2018)", ["2015-2018 = 2015/2018"]),
    ],
)
def test_periods_of_every_form(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le compte administratif de la gestion 2021 est adopté.", ["gestion 2021 = 2021"]),
        ("Au titre de la gestion 2024, la commune a recouvré sa taxe.", ["gestion 2024 = 2024"]),
        ("Budget primitif, gestion 2019", ["gestion 2019 = 2019"]),
        ("la gestion budgétaire 2020 de la mairie", ["gestion budgétaire 2020 = 2020"]),
        ("la bonne gestion de 2021 à 2023", ["de 2021 à 2023 = 2021/2023"]),
        ("la gestion de l’eau en 2021", ["2021 = 2021"]),
    ],
)
def test_periods_of_a_year_of_accounts(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("du 4 au 6 novmbre 2023", ["du 4 au 6 novmbre 2023 = 2023-11-04/2023-11-06"]),
        ("De 11 au 13 juilet 2018, à Thiès", ["De 11 au 13 juilet 2018 = 2018-07-11/2018-07-13"]),
        ("les 8 et 9 janivier 2021", ["les 8 et 9 janivier 2021 = 2021-01-08/2021-01-09"]),
        ("les 8 et 15 novmbre 2023", ["15 novmbre 2023 = 2023-11-15"]),
        ("du 12 au 15 Mali 2020", ["2020 = 2020"]),
    ],
)
def test_periods_with_a_misspelt_month(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("En 2022, la soudure juin-août a touché la zone.", ["2022 = 2022", "juin-août = 2022-06/2022-08"]),
        ("Bilan de 2020. Les semis (mai-juin) ont tardé.", ["2020 = 2020", "mai-juin = 2020-05/2020-06"]),
        ("En 2021, phase avril-septembre close.", ["2021 = 2021", "avril-septembre = 2021-04/2021-09"]),
        ("Tournée (novembre-février de 2020)", ["novembre-février de 2020 = 2019-11/2020-02"]),
        ("La rencontre mai-juin du comité", []),
    ],
)
def test_periods_of_two_months_take_the_year_around(text: str, expected: list[str]) -> None:
    assert [one.removeprefix("date ").removeprefix("period ") for one in found(text)] == expected
