import pytest

from tests.core.reading.checks.reading_of import alerts_of, checks_of


def said_of(text: str, kind: str) -> list[str]:
    """The explanations of the alerts of one kind, with plain spaces."""
    alerts = [check.explain for check in checks_of(text, kind) if check.is_alert]
    return [explain.replace("\u202f", " ").replace("\xa0", " ") for explain in alerts]


@pytest.mark.parametrize(
    ("text", "kind", "said"),
    [
        (
            "Sur les 140 ménages inscrits, 155 sont des ménages hôtes.",
            "subset_exceeds",
            "la partie (155) dépasse le total (140) de 15",
        ),
        (
            "La réunion a rassemblé 30 personnes, dont 36 élus.",
            "subset_exceeds",
            "la partie (36) dépasse le total (30) de 6",
        ),
        (
            "Le dépôt a reçu 900 sacs de mil et en a distribué 760 sacs ; il reste 150 sacs.",
            "difference",
            "900 − 760 = 140, écrit 150 (écart 10)",
        ),
        (
            "Stock initial : 300 kits. Sorties : 240 kits. Stock final : 80 kits.",
            "difference",
            "300 − 240 = 60, écrit 80 (écart 20)",
        ),
        (
            "Le nombre d’écoles est passé de 20 à 34, soit une augmentation de 16 écoles.",
            "difference",
            "34 − 20 = 14, écrit 16 (écart 2)",
        ),
        (
            "La récolte a augmenté de 40 %, passant de 500 à 600 tonnes.",
            "percentage",
            "de 500 à 600 : 20,0 %, écrit 40 %",
        ),
        (
            "Les inscriptions ont triplé, passant de 90 à 150 élèves.",
            "multiplication",
            "de 90 à 150 : 1,7 fois, dit triplé",
        ),
        (
            "La cible a été dépassée, avec 340 visites pour 400 prévues.",
            "planned_vs_achieved",
            "cible dite dépassée : réalisé 340 pour 400 prévus",
        ),
        (
            "L’objectif n’est pas atteint : 52 puits creusés pour 50 prévus.",
            "planned_vs_achieved",
            "cible dite non atteinte : réalisé 52 pour 50 prévus",
        ),
        (
            "L’effectif est de 60 % de femmes et 45 % d’hommes.",
            "sum_parts",
            "60 % + 45 % = 105 %, et non 100 %",
        ),
        (
            "Le groupement compte 24 femmes et 18 hommes, soit 45 membres.",
            "sum_sex",
            "24 + 18 = 42, écrit 45 (écart 3)",
        ),
        (
            "Les communes ont reçu respectivement 8, 9 et 10 pompes, soit 29 pompes.",
            "sum_parts",
            "8 + 9 + 10 = 27, écrit 29 (écart 2)",
        ),
        (
            "12 puits ont été creusés : 5 à Kita, 4 à Nara et 4 à Diéma.",
            "sum_parts",
            "5 + 4 + 4 = 13, écrit 12 (écart 1)",
        ),
        (
            "Le taux de décaissement est de 58 % : 24 000 000 FCFA décaissés sur 48 000 000 FCFA.",
            "percentage",
            "24 000 000 / 48 000 000 = 50,00 %, écrit 58 %",
        ),
        (
            "Les femmes représentent 45 % des inscrits (27 sur 50).",
            "percentage",
            "27 / 50 = 54,00 %, écrit 45 %",
        ),
        (
            "Les 20 relais ont perçu 12 000 FCFA chacun, soit un total de 260 000 FCFA.",
            "multiplication",
            "20 × 12 000 = 240 000, écrit 260 000 (écart 20 000)",
        ),
        (
            "Dix sessions de 25 stagiaires ont été tenues, soit 260 personnes formées.",
            "multiplication",
            "10 × 25 = 250, écrit 260 (écart 10)",
        ),
        (
            "Arrêté à la somme de douze millions trois cent mille francs CFA (12 030 000 FCFA).",
            "spelled_digits",
            "en lettres 12 300 000, en chiffres 12 030 000",
        ),
        (
            "L’étude retient trois axes, à savoir l’eau, la santé, l’école et la route.",
            "list_count",
            "3 annoncés, 4 cités (écart 1)",
        ),
        (
            "Du lundi 5 au vendredi 8 mars 2024, les agents ont voyagé.",
            "weekday",
            "le 5 mars 2024 est un mardi, écrit lundi",
        ),
        ("La session du 31 juin 2023 a été reportée.", "date_order", "le 31 de ce mois n’existe pas en 2023"),
        (
            "L’atelier de quatre jours s’est tenu du 11 au 13 juin 2024 à Kita.",
            "duration_vs_dates",
            "les dates font 3 jours, écrit 4",
        ),
        (
            "Le Fonds humanitaire Régionale a financé les puits.",
            "name_variant",
            "« Fonds humanitaire Régionale » : « Régionale » ne s’accorde pas avec « Fonds »",
        ),
    ],
)  # fmt: skip
def test_a_sentence_that_denies_itself_is_an_alert(text: str, kind: str, said: str):
    assert said_of(text, kind) == [said]


@pytest.mark.parametrize(
    "text",
    [
        "Sur les 155 ménages inscrits, 140 sont des ménages hôtes.",
        "Sur 200 ménages visités, 340 enfants ont été dépistés.",
        "Sur 15 forages prévus, 18 ont été réalisés.",
        "Le dépôt a reçu 900 sacs de mil et en a distribué 760 sacs ; il reste 140 sacs.",
        "1 320 plants reçus, 1 200 mis en terre, 60 avariés et 60 restent en pépinière.",
        "Les inscriptions ont presque doublé, passant de 90 à 160 élèves.",
        "Le taux est passé de 40 % à 50 %, soit une hausse de 10 %.",
        "La cible a été dépassée, avec 430 visites pour 400 prévues.",
        "Le délai prévu a été dépassé : 12 mois au lieu de 15 prévus.",
        "60 % des élus sont des femmes, 70 % ont moins de 40 ans.",
        "45 % des ménages ont un puits, 35 % une borne et 40 % une latrine.",
        "12 kits à 25 000 FCFA et 5 vélos à 60 000 FCFA, soit 600 000 FCFA.",
        "L’avenant porte sur quatre ans (1 650 000 FCFA par an).",
        "Deux axes : l’eau, l’hygiène et l’assainissement.",
        "La mission de dix jours ouvrés a eu lieu du 3 au 14 juin 2024.",
        "112 fiches ont été remplies : 96 stagiaires satisfaits (85,7 %), 14 réservés (12,5 %).",
        "Le Fonds mondial et la Banque mondiale financent le Programme national de nutrition.",
        "M. Moussa Diallo et Mme Moussou Diallo ont parlé.",
        "1 134 ménages ont été touchés sur une cible annuelle de 1 620 ménages, soit 70 %.",
        "21,00 – 38,00 m : schiste altéré\n38,00 – 64,20 m : granite fissuré",
        "COMITÉ PROVINCIAL D’ACTION\nLe Comite provincial d’action (CPA) du Batha s’est réuni à Ati.",
        "Le convoi a ramené 9 273 migrants, dont 4 717 hommes, 1 433 femmes et 3 123 mineurs.",
        "Le centre accueille 120 personnes, dont 40 hommes, 50 femmes et des enfants.",
    ],
)
def test_a_sentence_that_holds_raises_no_alert(text: str):
    assert alerts_of(text) == []


def test_a_share_of_a_yearly_target_that_does_not_hold():
    text = "1 134 ménages ont été touchés sur une cible annuelle de 1 620 ménages, soit 66 %."
    assert alerts_of(text) == ["percentage"]


def test_an_acronym_of_one_slip():
    text = "Intitulé : Projet d’appui à la gouvernance de l’eau en Assaba (PAGLEA)\nLe PAGELA est à Kiffa."
    assert alerts_of(text) == ["name_variant"]


def test_women_men_and_others_too_many_is_to_be_verified():
    (check,) = checks_of("On a servi 80 personnes, dont 40 hommes, 30 femmes et 20 enfants.", "sum_sex")
    assert (str(check.status), str(check.level)) == ("suspect", "verify")


def test_fractions_that_hold_are_said():
    assert [
        str(check.status) for check in checks_of("La moitié des 84 élus, soit 42, votent.", "percentage")
    ] == ["ok"]
