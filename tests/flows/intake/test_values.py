"""A printed value read in the unit of an account, and found in a quote."""

import pytest

from jalon.core.values import ProblemCode, ValueProblem
from jalon.flows.intake.values import ReadValue, read_value, value_in
from jalon.records.ledger.models import Account
from jalon.records.problems import Refused

PERSONS = Account(unit="person")
FRANCS = Account(unit="XOF")
EUROS = Account(unit="EUR", decimals=2)
PERCENT = Account(unit="%", decimals=1)
HECTARES = Account(unit="ha", decimals=2)


@pytest.mark.parametrize(
    ("account", "text", "read"),
    [
        (PERSONS, "2\u202f173 (478 femmes, 1 695 hommes)", ReadValue(2173, 478, 1695)),
        (PERSONS, "12 agents dont 03 femmes", ReadValue(12, 3)),
        (PERSONS, "Douze (12)", ReadValue(12)),
        (PERSONS, "une cinquantaine", ReadValue(50, precision=10, qualifier="about")),
        (PERSONS, "plus de 16 000", ReadValue(16000, qualifier="at_least")),
        (FRANCS, "207,7 millions de FCFA", ReadValue(207_700_000, precision=100_000)),
        (FRANCS, "207 716 144FCA", ReadValue(207_716_144)),
        (FRANCS, "5 000 000 EUR", ReadValue(5_000_000, currency="EUR")),
        (EUROS, "1 500,25 €", ReadValue(150_025)),
        (EUROS, "5 000 000 EUR", ReadValue(500_000_000, precision=100)),
        (PERCENT, "53,4 %", ReadValue(534)),
        (PERCENT, "20", ReadValue(200, precision=10)),
        (HECTARES, "3,5", ReadValue(350, precision=10)),
    ],
)
def test_read_value(account, text, read):
    assert read_value(text, account) == read


@pytest.mark.parametrize(
    ("account", "text", "code"),
    [
        (PERSONS, "beaucoup", ProblemCode.NUMBER_UNREADABLE),
        (PERSONS, "10 (8 femmes, 7 hommes)", ProblemCode.HEADCOUNT_PARTS_EXCEED),
        (PERSONS, "3,5", ProblemCode.TOO_MANY_DECIMALS),
        (FRANCS, "1 500,25 FCFA", ProblemCode.CURRENCY_WITHOUT_DECIMALS),
    ],
)
def test_read_value_says_what_is_wrong(account, text, code):
    with pytest.raises(ValueProblem) as problem:
        read_value(text, account)

    assert problem.value.code == code


def test_read_value_refuses_at_most():
    with pytest.raises(Refused) as refusal:
        read_value("au plus 50", PERSONS)

    assert refusal.value.code == "at_most"


@pytest.mark.parametrize(
    ("quote", "value"),
    [
        (
            "2 173 jeunes (478 femmes, 1 695 hommes) ont été aidés ; 159 autres",
            "2 173 jeunes (478 femmes, 1 695 hommes)",
        ),
        ("Dotation (2017) : 207 716 144FCA.", "207 716 144FCA"),
        ("Budget total\t5 000 000 EUR", "5 000 000 EUR"),
        ("environ 53,4 % des jeunes", "environ 53,4 %"),
        ("En 2017, sept unions", "sept"),
        ("Goundam\t76\t72\t148", "76"),
        (
            "une cinquantaine de participants, dont 4 femmes",
            "une cinquantaine de participants, dont 4 femmes",
        ),
        ("aucun chiffre", "aucun"),
        ("rien à compter", ""),
        ("", ""),
    ],
)
def test_value_in(quote, value):
    assert value_in(quote) == value
