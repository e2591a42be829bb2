"""Filters on words and dates, in French."""

import datetime

from django import template

from jalon.core.values.date_formats import format_date

register = template.Library()


@register.filter
def day(value: datetime.date | None) -> str:
    """Return « 21 juin 2024 », « 1er mars 2020 »; empty for None."""
    return format_date(value) if value else ""
