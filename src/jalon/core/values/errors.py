"""What can be wrong with a written value: a code with its data, and one table of French sentences.

The parsers and value types of this package raise `ValueProblem(code, **data)` and nothing else. A caller that
knows more (row, column, field) says it around the sentence; it never rewrites the sentence itself.
"""

import datetime
import string
from decimal import Decimal
from enum import StrEnum
from typing import Any

from jalon.core.values.date_formats import format_date
from jalon.core.values.number_formats import format_number


class ProblemCode(StrEnum):
    """Stable names of the problems; tests and callers name these, never the prose."""

    NUMBER_UNREADABLE = "number_unreadable"
    NUMBER_GROUPING = "number_grouping"
    NUMBER_TOO_LARGE = "number_too_large"
    WORDS_AND_DIGITS_DIFFER = "words_and_digits_differ"
    ORDINAL_UNREADABLE = "ordinal_unreadable"
    TOO_MANY_DECIMALS = "too_many_decimals"
    CURRENCY_MISSING = "currency_missing"
    CURRENCY_UNKNOWN = "currency_unknown"
    CURRENCY_MISMATCH = "currency_mismatch"
    CURRENCY_WITHOUT_DECIMALS = "currency_without_decimals"
    CURRENCY_DECIMALS = "currency_decimals"
    RATE_OTHER_CURRENCIES = "rate_other_currencies"
    RATE_NOT_POSITIVE = "rate_not_positive"
    RATE_NOT_YET = "rate_not_yet"
    DATE_UNREADABLE = "date_unreadable"
    DATE_IMPOSSIBLE = "date_impossible"
    MONTH_IMPOSSIBLE = "month_impossible"
    YEAR_MISSING = "year_missing"
    YEAR_SHORT = "year_short"
    YEAR_UNLIKELY = "year_unlikely"
    WEEKDAY_DIFFERS = "weekday_differs"
    PERIOD_UNREADABLE = "period_unreadable"
    PERIOD_REVERSED = "period_reversed"
    PERIOD_UNALIGNED = "period_unaligned"
    PERIOD_WITH_GAPS = "period_with_gaps"
    PART_IMPOSSIBLE = "part_impossible"
    DURATION_UNREADABLE = "duration_unreadable"
    DURATION_NEGATIVE = "duration_negative"
    HEADCOUNT_UNREADABLE = "headcount_unreadable"
    HEADCOUNT_NEGATIVE = "headcount_negative"
    HEADCOUNT_PARTS_EXCEED = "headcount_parts_exceed"


class ValueProblem(ValueError):
    """A value that is written wrong, or that cannot exist.

    `code` names the problem, `data` the values in its sentence; `str(problem)` is the French sentence.
    """

    def __init__(self, code: ProblemCode, **data: Any) -> None:
        super().__init__(code, data)
        self.code = code
        self.data = data

    def __str__(self) -> str:
        return explain(self)


# In a placeholder, `:fr` prints a number or a date the French way; `:text` shortens what somebody typed.
WORDINGS: dict[ProblemCode, str] = {
    ProblemCode.NUMBER_UNREADABLE: (
        "« {text:text} » n’est pas un nombre. Écrivez-le en chiffres, par exemple 2 173 ou 53,4."
    ),
    ProblemCode.NUMBER_GROUPING: (
        "« {text:text} » : les chiffres ne sont pas groupés par trois. Vérifiez s’il manque un "
        "chiffre, ou écrivez le nombre sans séparateur."
    ),
    ProblemCode.NUMBER_TOO_LARGE: (
        "« {text:text} » est trop grand pour être enregistré. Vérifiez le nombre de chiffres."
    ),
    ProblemCode.WORDS_AND_DIGITS_DIFFER: (
        "« {text:text} » : les lettres disent {words:fr} et les chiffres {digits:fr}. Indiquez lequel"
        " est le bon."
    ),
    ProblemCode.ORDINAL_UNREADABLE: (
        "« {text:text} » n’est pas un rang. Écrivez par exemple 1re, 9e ou neuvième."
    ),
    ProblemCode.TOO_MANY_DECIMALS: (
        "{value:fr} a plus de décimales que son unité n’en admet ({decimals}). Arrondissez la valeur "
        "vous-même."
    ),
    ProblemCode.CURRENCY_MISSING: (
        "« {text:text} » : la monnaie manque. Ajoutez-la après le montant, par exemple FCFA, EUR ou USD."
    ),
    ProblemCode.CURRENCY_UNKNOWN: (
        "« {currency:text} » n’est pas une monnaie connue. Écrivez son code à trois lettres, par "
        "exemple XOF, EUR ou USD."
    ),
    ProblemCode.CURRENCY_MISMATCH: (
        "Un montant en {first} et un montant en {second} ne s’additionnent ni ne se comparent. "
        "Convertissez l’un des deux avec un taux daté."
    ),
    ProblemCode.CURRENCY_WITHOUT_DECIMALS: (
        "{value:fr} {currency} : cette monnaie n’a pas de centimes. Écrivez un montant entier ; s’il "
        "s’agit de milliers, séparez-les par une espace."
    ),
    ProblemCode.CURRENCY_DECIMALS: (
        "{value:fr} {currency} : cette monnaie a {decimals} décimales au plus. Écrivez par exemple 1 "
        "500,25 ; s’il s’agit de milliers, séparez-les par une espace."
    ),
    ProblemCode.RATE_OTHER_CURRENCIES: (
        "Le taux {base}/{quote} ne convertit pas un montant en {money} vers {to}. Choisissez un taux "
        "entre ces deux monnaies."
    ),
    ProblemCode.RATE_NOT_POSITIVE: (
        "Un taux de change doit être plus grand que zéro ; {value:fr} est refusé. Corrigez le taux."
    ),
    ProblemCode.RATE_NOT_YET: (
        "Le taux {base}/{quote} ne vaut qu’à partir du {since:fr} ; il ne convertit pas un montant du"
        " {on:fr}. Choisissez un taux en vigueur à cette date."
    ),
    ProblemCode.DATE_UNREADABLE: (
        "« {text:text} » n’est pas une date. Écrivez par exemple 21 juin 2024 ou 21/06/2024."
    ),
    ProblemCode.DATE_IMPOSSIBLE: (
        "« {text:text} » : ce jour n’existe pas. {month} compte {days} jours ; corrigez le jour ou le mois."
    ),
    ProblemCode.MONTH_IMPOSSIBLE: (
        "« {text:text} » : il n’y a pas de mois {month}. Écrivez le jour, le mois puis l’année, par "
        "exemple 21/06/2024."
    ),
    ProblemCode.YEAR_MISSING: ("« {text:text} » : l’année manque. Ajoutez-la, par exemple 1er mars 2020."),
    ProblemCode.YEAR_SHORT: ("« {text:text} » : écrivez l’année avec ses quatre chiffres, par exemple 2024."),
    ProblemCode.YEAR_UNLIKELY: (
        "L’année {year} est hors de ce que le registre admet (1900 à 2199). Vérifiez l’année ou la durée."
    ),
    ProblemCode.WEEKDAY_DIFFERS: (
        "« {text:text} » : le {date:fr} est un {actual}, pas un {written}. Corrigez le jour de la "
        "semaine ou la date."
    ),
    ProblemCode.PERIOD_UNREADABLE: (
        "« {text:text} » n’est pas une période. Écrivez par exemple « mai 2013 – avril 2015 », « du "
        "17 au 19 octobre 2023 », « 1er trimestre 2017 » ou « 2017 »."
    ),
    ProblemCode.PERIOD_REVERSED: (
        "La période finit ({end:fr}) avant de commencer ({start:fr}). Corrigez l’une des deux dates."
    ),
    ProblemCode.PERIOD_UNALIGNED: (
        "La période du {start:fr} au {end:fr} ne tombe pas sur des {precision} entiers. Donnez-la au "
        "jour près, ou corrigez ses dates."
    ),
    ProblemCode.PERIOD_WITH_GAPS: (
        "« {text:text} » : ces dates ne se suivent pas. Enregistrez-les une par une."
    ),
    ProblemCode.PART_IMPOSSIBLE: (
        "« {text:text} » : une année compte {count} {parts}. Écrivez un rang de 1 à {count}."
    ),
    ProblemCode.DURATION_UNREADABLE: (
        "« {text:text} » n’est pas une durée. Écrivez par exemple 6 mois, 2 ans ou 15 jours."
    ),
    ProblemCode.DURATION_NEGATIVE: (
        "Une durée ne peut pas être négative. Écrivez une durée de zéro ou plus."
    ),
    ProblemCode.HEADCOUNT_UNREADABLE: (
        "« {text:text} » n’est pas un effectif. Écrivez par exemple « 2 173 (478 femmes, 1 695 "
        "hommes) » ou « 12 dont 3 femmes »."
    ),
    ProblemCode.HEADCOUNT_NEGATIVE: (
        "Un effectif ne peut pas être négatif ({value:fr}). Écrivez zéro ou un nombre positif."
    ),
    ProblemCode.HEADCOUNT_PARTS_EXCEED: (
        "Les femmes et les hommes ({parts:fr}) sont plus nombreux que le total ({total:fr}). Corrigez"
        " le total ou l’une des parties."
    ),
}

_SHOWN = 60


class _FrenchFormatter(string.Formatter):
    def format_field(self, value: Any, format_spec: str) -> str:
        if format_spec == "text":
            text = " ".join(str(value).split()) or "(vide)"
            return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
        if format_spec == "fr" and isinstance(value, int | Decimal):
            return format_number(value)
        if format_spec == "fr" and isinstance(value, datetime.date):
            return format_date(value)
        return str(value)


def explain(problem: ValueProblem) -> str:
    """The French sentence of a problem: what is wrong and what to do."""
    return _FrenchFormatter().format(WORDINGS[problem.code], **problem.data)
