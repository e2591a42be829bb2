"""Values as people write them in French: numbers, money, dates, periods, headcounts; pure, exact, typed.

Parsers take what people write and raise `ValueProblem` (a code, its data, a French sentence); formatters
print it back.
"""

from jalon.core.values.date_formats import MONTHS, WEEKDAYS, format_date, format_day_and_month
from jalon.core.values.dates import parse_date
from jalon.core.values.durations import Duration, add_duration, format_duration, parse_duration
from jalon.core.values.errors import ProblemCode, ValueProblem, explain
from jalon.core.values.headcounts import Headcount, PrintedHeadcount, format_headcount, parse_headcount
from jalon.core.values.money import (
    EUR,
    EUR_XAF,
    EUR_XOF,
    USD,
    XAF,
    XOF,
    Conversion,
    Money,
    Rate,
    convert,
    currency_decimals,
    currency_name,
    format_money,
    total,
)
from jalon.core.values.money_parsing import PrintedMoney, parse_money
from jalon.core.values.number_formats import (
    format_interval,
    format_number,
    format_percent,
    format_raw,
    round_half_up,
)
from jalon.core.values.number_words import read_number_words, spell_number
from jalon.core.values.numbers import PrintedNumber, Qualifier, agrees, format_printed, parse_number
from jalon.core.values.ordinals import format_ordinal, parse_ordinal, spell_ordinal
from jalon.core.values.percentages import is_truncated, parse_percent
from jalon.core.values.period_parsing import parse_period, parse_when
from jalon.core.values.periods import Period, Precision, format_period
from jalon.core.values.scaled import from_scaled, parse_raw, to_scaled
from jalon.core.values.text_keys import compact_key, matches, search_key, sort_key

__all__ = [
    "EUR",
    "EUR_XAF",
    "EUR_XOF",
    "MONTHS",
    "USD",
    "WEEKDAYS",
    "XAF",
    "XOF",
    "Conversion",
    "Duration",
    "Headcount",
    "Money",
    "Period",
    "Precision",
    "PrintedHeadcount",
    "PrintedMoney",
    "PrintedNumber",
    "ProblemCode",
    "Qualifier",
    "Rate",
    "ValueProblem",
    "add_duration",
    "agrees",
    "compact_key",
    "convert",
    "currency_decimals",
    "currency_name",
    "explain",
    "format_date",
    "format_day_and_month",
    "format_duration",
    "format_headcount",
    "format_interval",
    "format_money",
    "format_number",
    "format_ordinal",
    "format_percent",
    "format_period",
    "format_printed",
    "format_raw",
    "from_scaled",
    "is_truncated",
    "matches",
    "parse_date",
    "parse_duration",
    "parse_headcount",
    "parse_money",
    "parse_number",
    "parse_ordinal",
    "parse_percent",
    "parse_period",
    "parse_raw",
    "parse_when",
    "read_number_words",
    "round_half_up",
    "search_key",
    "sort_key",
    "spell_number",
    "spell_ordinal",
    "to_scaled",
    "total",
]
