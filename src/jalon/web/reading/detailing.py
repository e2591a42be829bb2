"""What may be said of a proposition of each kind, in the order a person reads and corrects it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto
from typing import Any

from django.utils.translation import gettext_lazy as _

from jalon.core.values import ValueProblem, parse_period
from jalon.core.values.durations import format_duration, parse_duration
from jalon.core.values.number_formats import format_number
from jalon.core.values.numbers import parse_number
from jalon.core.values.partial_dates import format_partial, parse_partial
from jalon.core.values.periods import format_period
from jalon.flows.reading.proposing import iso_period
from jalon.records.reading.models import Claim
from jalon.web.figures.words import natural
from jalon.web.reading import vocabulary as words
from jalon.web.shown import Words

T = Claim.Type
BETWEEN = " ; "


class Kind(Enum):
    """How a detail is written and read back."""

    TEXT = auto()
    NUMBER = auto()
    DATE = auto()
    PERIOD = auto()
    DURATION = auto()
    LIST = auto()
    CODE = auto()


@dataclass(frozen=True)
class Detail:
    """One thing said of a fact: its key in the outer format, its French label, how it is written."""

    key: str
    label: Words
    kind: Kind = Kind.TEXT
    choices: Sequence[tuple[str, Words]] = ()


def _code(key: str, label: Words, choices: Sequence[tuple[str, Words]]) -> Detail:
    return Detail(key, label, Kind.CODE, choices)


SEX = _code("sex", _("Sexe"), words.SEXES)
APPROX = _code("approx", _("Précision"), words.APPROXIMATIONS)
NUMBER = Detail("value", _("Valeur"), Kind.NUMBER)
DETAILS: Mapping[str, Sequence[Detail]] = {
    T.QUANTITY: (
        NUMBER,
        Detail("unit", _("Ce qui est compté")),
        SEX,
        Detail("age", _("Âge")),
        APPROX,
        _code("status", _("Nature du chiffre"), words.STATUSES),
    ),
    T.MONEY: (
        NUMBER,
        _code("currency", _("Monnaie"), words.CURRENCIES),
        Detail("what", _("Pour quoi")),
        _code("status", _("Nature du montant"), words.MONEY_STATUSES),
        Detail("funder", _("Bailleur")),
        APPROX,
    ),
    T.PERCENTAGE: (NUMBER, Detail("about", _("De quoi")), SEX),
    T.DATE: (Detail("value", _("Date"), Kind.DATE), _code("role", _("Ce que c’est"), words.DATE_ROLES)),
    T.PERIOD: (
        Detail("value", _("Période"), Kind.PERIOD),
        _code("role", _("Ce que c’est"), words.DATE_ROLES),
    ),
    T.DURATION: (Detail("value", _("Durée"), Kind.DURATION), Detail("about", _("De quoi"))),
    T.TIME: (Detail("value", _("Heure")),),
    T.LIST_COUNT: (NUMBER, Detail("about", _("De quoi"))),
    T.AGE_RANGE: (Detail("about", _("De qui")),),
    T.REFERENCE: (Detail("value", _("Référence")),),
    T.CONTACT: (Detail("value", _("Coordonnées")), Detail("person", _("De qui"))),
    T.PROGRAMME_DOC: (Detail("value", _("Année ou nom")),),
    T.ORGANIZATION: (
        Detail("value", _("Nom")),
        Detail("acronym", _("Sigle")),
        Detail("role", _("Rôle"), Kind.LIST),
    ),
    T.PLACE: (Detail("value", _("Nom")), _code("level", _("Niveau"), words.LEVELS)),
    T.PERSON: (
        Detail("value", _("Nom")),
        Detail("function", _("Fonction")),
        Detail("organisation", _("Structure")),
        Detail("phone", _("Téléphone")),
        Detail("email", _("Courriel")),
        SEX,
        Detail("role", _("Rôle"), Kind.LIST),
    ),
    T.PROGRAMME: (Detail("value", _("Nom")), Detail("code", _("Code")), Detail("acronym", _("Sigle"))),
    T.ORG_ROLE: (Detail("value", _("Organisation")), Detail("role", _("Rôle"))),
    T.PERSON_ROLE: (
        Detail("value", _("Nom")),
        Detail("function", _("Fonction")),
        Detail("organisation", _("Structure")),
        Detail("meeting_role", _("Rôle en séance")),
    ),
    T.MEETING: (
        Detail("body", _("Instance")),
        Detail("value", _("Numéro de la session"), Kind.NUMBER),
        Detail("date", _("Date"), Kind.DATE),
        Detail("place", _("Lieu")),
        Detail("chair", _("Présidence")),
        Detail("cochair", _("Coprésidence")),
    ),
    T.AGENDA_ITEM: (Detail("value", _("Numéro")),),
    T.EXPECTED_RESULT: (Detail("value", _("Code")),),
    T.COMPONENT: (Detail("value", _("Code")),),
    T.ACTION: (
        _code("kind", _("Nature"), words.ACTION_KINDS),
        Detail("responsible", _("Responsable"), Kind.LIST),
        Detail("deadline", _("Échéance"), Kind.DATE),
        _code("status", _("État"), words.ACTION_STATUSES),
        Detail("subject", _("Point concerné")),
        Detail("comment", _("Commentaire")),
    ),
    T.FINDING: (_code("kind", _("Nature"), words.FINDING_KINDS),),
}


def written(detail: Detail, value: Any) -> str:
    """Return a detail as a person writes it in French; what cannot be read, as it stands."""
    if value in (None, "", []):
        return ""
    match detail.kind:
        case Kind.NUMBER:
            return number_words(value)
        case Kind.DATE:
            return date_words(str(value))
        case Kind.PERIOD:
            return period_words(str(value))
        case Kind.DURATION:
            return duration_words(str(value))
        case _:
            return BETWEEN.join(map(str, value)) if isinstance(value, list) else str(value)


def read_back(detail: Detail, text: str) -> Any:
    """Return what a person wrote as the outer format says it, None for nothing. Raises ValueProblem."""
    text = text.strip()
    if not text:
        return None
    match detail.kind:
        case Kind.NUMBER:
            value = parse_number(text).value
            return value if isinstance(value, int) else float(value)
        case Kind.DATE:
            return parse_partial(text)
        case Kind.PERIOD:
            return _iso_period(text)
        case Kind.DURATION:
            return parse_duration(text).iso
        case Kind.LIST:
            return [part.strip() for part in text.split(";") if part.strip()]
        case _:
            return text


def _iso_period(text: str) -> str:
    period = parse_period(text)
    return f"{period.start.isoformat()}/{period.end.isoformat()}"


def number_words(value: Any) -> str:
    """Return a number in French: « 2 173 »; what is no number as it stands."""
    return format_number(Decimal(str(value))) if isinstance(value, int | float) else str(value)


def date_words(value: str) -> str:
    """Return an ISO date of any precision in French."""
    try:
        return format_partial(value)
    except ValueProblem:
        return value


def period_words(value: str) -> str:
    """Return an ISO interval in French."""
    period = iso_period(value)
    if period is None:
        return value
    return format_period(natural(period.start, period.end))


_ISO_DURATION = re.compile(r"(\d+)([YMWDH])")
_DURATION_UNITS = {"Y": "ans", "M": "mois", "W": "semaines", "D": "jours", "TH": "heures", "TM": "minutes"}


def duration_words(value: str) -> str:
    """Return an ISO 8601 duration in French: « 6 mois », « 5 jours », « 120 minutes »."""
    dates, _t, times = value.partition("T")
    parts = [(number, unit) for number, unit in _ISO_DURATION.findall(dates)]
    parts += [(number, f"T{unit}") for number, unit in _ISO_DURATION.findall(times)]
    written_out = " et ".join(f"{number} {_DURATION_UNITS.get(unit, '')}" for number, unit in parts)
    try:
        return format_duration(parse_duration(written_out))
    except ValueProblem:
        return value
