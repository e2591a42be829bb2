"""How statuses, dates and lengths of time are said about a programme."""

import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jalon.core.values.partial_dates import format_partial
from jalon.records.programmes.models import Status
from jalon.records.programmes.queries import Calendar
from jalon.web.components import Badge, Shape

SHAPES = {
    Status.IDENTIFICATION: Shape.EMPTY,
    Status.FORMULATION: Shape.EMPTY,
    Status.RUNNING: Shape.HALF,
    Status.CLOSING: Shape.HALF,
    Status.CLOSED: Shape.FULL,
    Status.SUSPENDED: Shape.PAUSE,
}


def status_badge(status: Status | None) -> Badge | None:
    """Return the word and the shape of a status."""
    return None if status is None else Badge(status.label, SHAPES[status])


def months(count: int) -> str:
    """Return « 6 mois »."""
    return ngettext("%(n)s mois", "%(n)s mois", count) % {"n": count}


def span(start: str, end: str) -> str:
    """Return « mai 2013 – avril 2015 », or the one end that is known; empty without any."""
    first, last = format_partial(start), format_partial(end)
    if first and last:
        return f"{first} – {last}"
    if first:
        return _("à partir de %(start)s") % {"start": first}
    return _("jusqu’à %(end)s") % {"end": last} if last else ""


def extension(dates: Calendar) -> str:
    """Return « fin prolongée : décembre 2024 → juin 2025 », empty when no amendment moved the end."""
    if not dates.is_extended:
        return ""
    if not dates.planned_end:
        return _("fin portée à %(end)s") % {"end": format_partial(dates.amended_end)}
    return _("fin prolongée : %(before)s → %(after)s") % {
        "before": format_partial(dates.planned_end),
        "after": format_partial(dates.amended_end),
    }


def time_left(dates: Calendar, status: Status | None, today: datetime.date) -> str:
    """Return « 6 mois », « dernier mois », « échu depuis 17 mois »; empty once closed or without an end."""
    left = None if status is Status.CLOSED else dates.months_left(today)
    if left is None:
        return ""
    if left < 0:
        return _("échu depuis %(months)s") % {"months": months(-left)}
    return months(left) if left else _("dernier mois")
