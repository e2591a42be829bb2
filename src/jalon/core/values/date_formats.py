"""Single dates as they are printed in French; periods are printed by `periods`."""

import datetime

from babel import dates as babel_dates

MONTHS: tuple[str, ...] = tuple(babel_dates.get_month_names("wide", locale="fr")[n] for n in range(1, 13))
WEEKDAYS: tuple[str, ...] = tuple(babel_dates.get_day_names("wide", locale="fr")[n] for n in range(7))


def format_day_and_month(day: datetime.date) -> str:
    """`21 juin`, and `1er mars` for the first of a month."""
    return f"{'1er' if day.day == 1 else day.day} {MONTHS[day.month - 1]}"


def format_date(day: datetime.date, *, weekday: bool = False) -> str:
    """`21 juin 2024`, `1er mars 2020`; with its weekday, `jeudi 5 décembre 2024`."""
    before = f"{WEEKDAYS[day.weekday()]} " if weekday else ""
    return f"{before}{format_day_and_month(day)} {day.year}"
