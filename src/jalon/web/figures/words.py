"""The French words around a figure: its days, its axes, why an entry is only mentioned, how it adds."""

import datetime

from django.utils.translation import gettext as _

from jalon.core.figures.question import END_OF_TIME, Question
from jalon.core.values.date_formats import format_date
from jalon.core.values.periods import Period, format_period
from jalon.records.ledger.models import Account


def days(start: datetime.date | None, end: datetime.date, *, is_event: bool = False) -> str:
    """Return the days in French: « 2017 », « 1er trimestre 2017 », « depuis le début, au … »."""
    if is_event:
        return format_date(end)
    if start is None:
        return _("depuis le début, au %(day)s") % {"day": format_date(end)}
    return format_period(natural(start, end))


def natural(start: datetime.date, end: datetime.date) -> Period:
    """Return the days as the year, half-year, quarter or month they fill, or as plain days."""
    month = start.month - 1
    units = (
        Period.of_year(start.year),
        Period.of_semester(start.year, month // 6 + 1),
        Period.of_quarter(start.year, month // 3 + 1),
        Period.of_month(start.year, start.month),
    )
    filled = (unit for unit in units if (unit.start, unit.end) == (start, end))
    return next(filled, Period(start, end))


def as_of(question: Question) -> str:
    """Return « tel que connu le … » for a past instant, nothing for now."""
    if question.as_of == END_OF_TIME:
        return ""
    return _("tel que connu le %(day)s") % {"day": format_date(question.as_of.date())}


def why_mentioned(why: str) -> str:
    """Return why an entry touches the question and is not counted in it."""
    words = {
        "place": _("déclarée pour un lieu plus grand : non réaffectable à ce lieu"),
        "period": _("déclarée sur une période plus longue : non réaffectable à celle-ci"),
        "division": _("le lieu a changé de rattachement : non réaffectable dans ce découpage"),
        "part": _("déclarée pour un ensemble d’organisations : non réaffectable à cette part"),
        "account": _("déclarée pour un ensemble plus grand : non réaffectable à cet indicateur"),
        "currency": _("dans une autre monnaie : jamais additionnée sans taux"),
        "not_additive": _("cet indicateur ne s’additionne pas : la valeur est listée, pas comptée"),
        "stock": _("un stock se déclare par un total, pas par un événement"),
    }
    return words.get(why, why)


def additivity(account: Account) -> str:
    """Return how an account adds, in one sentence."""
    if account.numerator_id is not None:
        return _("Rapport : le numérateur divisé par le dénominateur de la même étendue, jamais une moyenne.")
    time = {
        "sum": _("S’additionne dans le temps"),
        "last": _("Stock : la dernière valeur connue vaut"),
        "max": _("Dans le temps, la plus grande valeur vaut"),
        "none": _("Ne s’additionne pas dans le temps"),
    }[account.time]
    places = {
        "sum": _("s’additionne entre les lieux"),
        "max": _("entre les lieux, la plus grande valeur vaut"),
        "none": _("ne s’additionne pas entre les lieux"),
    }[account.places]
    return f"{time} ; {places}."


def grain(account: Account) -> str:
    """Return the grain of an account: « commune × trimestre »."""
    names = {
        "country": _("pays"),
        "region": _("région"),
        "cercle": _("cercle"),
        "commune": _("commune"),
        "year": _("année"),
        "semester": _("semestre"),
        "quarter": _("trimestre"),
        "month": _("mois"),
    }
    parts = [names.get(part, part) for part in (account.grain_place, account.grain_time) if part]
    return " × ".join(parts)


def step(label: str) -> str:
    """Return a step of time in French: « 2017-Q1 » → « 1er trimestre 2017 »."""
    year, dash, rest = label.partition("-")
    if not year.isdigit():
        return label
    if not dash:
        return year
    if rest.startswith("Q"):
        return format_period(Period.of_quarter(int(year), int(rest[1:])))
    if rest.startswith("S"):
        return format_period(Period.of_semester(int(year), int(rest[1:])))
    return format_period(Period.of_month(int(year), int(rest)))
