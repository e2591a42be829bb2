import pytest

from tests.core.reading.checks.reading_of import alerts_of, checks_of


@pytest.mark.parametrize(
    ("text", "kind", "said"),
    [
        (
            "312 producteurs (147 femmes et 155 hommes) ont été formés.",
            "sum_sex",
            "147 + 155 = 302, écrit 312 (écart 10)",
        ),
        (
            "La session a réuni 48 personnes dont 20 femmes et 30 hommes.",
            "sum_sex",
            "20 + 30 = 50, écrit 48 (écart 2)",
        ),
        (
            "Le comité compte 30 membres, dont 34 femmes.",
            "subset_exceeds",
            "la partie (34) dépasse le total (30) de 4",
        ),
        (
            "62 tonnes de semences, soit 28 tonnes de riz, 22 tonnes de mil et 10 tonnes de niébé.",
            "sum_parts",
            "28 + 22 + 10 = 60, écrit 62 (écart 2)",
        ),
        (
            "27 ouvrages ont été livrés, dont 11 châteaux d’eau, 9 forages et 8 bornes-fontaines.",
            "sum_parts",
            "11 + 9 + 8 = 28, écrit 27 (écart 1)",
        ),
        (
            "Sur 200 agents, 90 agents formés, dont 50 femmes (60 %), sont restés.",
            "percentage",
            "50 / 90 = 55,56 %, écrit 60 %",
        ),
        (
            "Achat de nattes (2.500 FCFA *12)\n\n35.000 FCFA",
            "multiplication",
            "2 500 × 12 = 30 000, écrit 35 000 (écart 5 000)",
        ),
        (
            "Les 12 kits à 25 000 FCFA, soit 320 000 FCFA, ont été livrés.",
            "multiplication",
            "12 × 25 000 = 300 000, écrit 320 000 (écart 20 000)",
        ),
        (
            "Budget de 4 500 000 FCFA, 3 870 000 FCFA dépensés. Le solde, 730 000 FCFA, suivra.",
            "difference",
            "4 500 000 − 3 870 000 = 630 000, écrit 730 000 (écart 100 000)",
        ),
        (
            "18 000 000 FCFA ont été dépensés sur un budget de 24 000 000 FCFA, soit un taux de 80 %.",
            "percentage",
            "18 000 000 / 24 000 000 = 75,00 %, écrit 80 %",
        ),
        ("Un prêt de 50 000 FCFA (95 euros) est accordé.", "currency_conversion", None),
    ],
)  # fmt: skip
def test_arithmetic_that_does_not_hold_is_an_alert(text: str, kind: str, said: str | None):
    found = [check for check in checks_of(text, kind) if check.is_alert]

    assert len(found) == 1
    if said is not None:
        assert found[0].explain.replace("\u202f", " ").replace("\xa0", " ") == said


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("312 producteurs (157 femmes et 155 hommes) ont été formés.", "sum_sex"),
        (
            "Sur 232 bénéficiaires directs, soit 124 jeunes femmes (53,44 %) et 108 jeunes hommes.",
            "percentage",
        ),
        ("Les 12 kits à 25 000 FCFA, soit 300 000 FCFA, ont été livrés.", "multiplication"),
        ("Un prêt de 65 596 FCFA (100 euros) est accordé.", "currency_conversion"),
        ("La session s’est tenue le jeudi 5 décembre 2024.", "weekday"),
        ("Le projet dure trois ans (2021-2023).", "duration_vs_dates"),
        ("Douze (12) modules ont été écrits.", "spelled_digits"),
        ("Les trois communes de Goundam, Diré et Tonka sont couvertes.", "list_count"),
    ],
)
def test_arithmetic_that_holds_is_said_and_is_no_alert(text: str, kind: str):
    assert [str(check.status) for check in checks_of(text, kind)][:1] == ["ok"]
    assert alerts_of(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "12 forages sur 15 prévus ont été réalisés.",
        "1 250 ménages sur 1 500 ciblés ont reçu une aide.",
        "2 680 personnes dont 2 401 femmes, 392 jeunes de moins de 35 ans et 180 déplacés.",
        "Le projet a formé 40 femmes, puis 60 hommes.",
        "Budget : 5 000 000 FCFA. Il a duré deux ans. En 2021, 3 000 000 FCFA ont été versés.",
        "Environ 300 personnes, dont 160 femmes et 150 hommes, étaient là.",
        "L’atelier a réuni 20 agents pendant deux jours à Mopti.",
    ],
)
def test_numbers_that_have_nothing_to_do_with_each_other_raise_no_alert(text: str):
    assert [kind for kind in alerts_of(text) if kind not in {"sum_sex"}] == []


@pytest.mark.parametrize(
    ("text", "kind", "said"),
    [
        (
            "Le mercredi 5 décembre 2024, le comité s’est réuni.",
            "weekday",
            "le 5 décembre 2024 est un jeudi, écrit mercredi",
        ),
        (
            "Le programme dure 24 mois (janvier 2022 – décembre 2024).",
            "duration_vs_dates",
            "les dates font 35 ou 36 mois, écrit 24",
        ),
        (
            "Durée totale : 23 mois\n\nLe projet s’exécutera sur une période de 18 mois.",
            "duration_vs_dates",
            "durée de 23 mois, puis de 18 mois (écart 5 mois)",
        ),
        ("Le marché est de 4.672.00 FCFA.", "number_format", None),
        ("Le coût est de 207 716 144 FCA.", "currency_token", "« FCA » n’est pas une monnaie : FCFA ?"),
        ("Seize (15) salles ont été bâties.", "spelled_digits", "en lettres 16, en chiffres 15"),
        (
            "Les six communes pilotes (Bargny, Sandiara, Ndiob, Guéoul, Thiès) ont un plan.",
            "list_count",
            "6 annoncés, 5 cités (écart 1)",
        ),
        (
            "Trois décisions ont été prises :\n- ouvrir un compte ;\n- recruter un agent.",
            "list_count",
            "3 annoncés, 2 cités (écart 1)",
        ),
        (
            "Le responsable est désigné, échéance : à préciser.",
            "missing_value",
            "échéance non dite",
        ),
    ],
)  # fmt: skip
def test_forms_that_are_wrong_are_alerts(text: str, kind: str, said: str | None):
    found = [check for check in checks_of(text, kind) if check.is_alert]

    assert len(found) == 1
    if said is not None:
        assert found[0].explain.replace("\u202f", " ").replace("\xa0", " ") == said


BUDGET = """Budget

| Désignation | Quantité | Prix unitaire (FCFA) | Montant (FCFA) |
|---|---|---|---|
| Forage | 1 | 6 500 000 | 6 500 000 |
| Bassins | 8 | 175 000 | {bassins} |
| Kits | 64 | 22 500 | 1 440 000 |
| Total | | | {total} |
"""


def test_a_table_whose_rows_and_total_hold_raises_no_alert():
    assert alerts_of(BUDGET.format(bassins="1 400 000", total="9 340 000")) == []


def test_a_table_whose_product_and_total_are_wrong_says_both():
    text = BUDGET.format(bassins="1 500 000", total="9 340 000")

    assert alerts_of(text) == ["multiplication", "sum_parts"]


def test_a_table_of_women_and_men_is_checked_row_by_row():
    text = "Session\tFemmes\tHommes\tTotal\nKita\t12\t18\t30\nMopti\t20\t15\t36\nGao\t7\t9\t16\n"

    assert [check.explain for check in checks_of(text, "sum_sex") if check.is_alert] == [
        "20 + 15 = 35, écrit 36 (écart 1)"
    ]
