"""A question as an address, and an address as a question: every figure has one, to keep and to send."""

import datetime
from dataclasses import dataclass, field
from typing import Any, cast, get_args
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from jalon.core.figures.model import STAGES, Stage
from jalon.core.figures.question import END_OF_TIME, Measure, Question
from jalon.core.values.dates import parse_date
from jalon.core.values.errors import ValueProblem

SINCE_START = "debut"
IN_FORCE, INITIAL = "in_force", "initial"


def figure_href(question: Question, *, stage: str | None = None) -> str:
    """Return the address of a question's page."""
    asked: dict[str, str] = {"etape": stage or question.stage}
    asked["du"] = question.start.isoformat() if question.start else SINCE_START
    asked["au"] = question.end.isoformat()
    for key, value in (
        ("lieu", question.place),
        ("decoupage", question.division),
        ("part", question.about),
        ("par", ",".join(question.by)),
    ):
        if value:
            asked[key] = value
    if question.measure != "value":
        asked["mesure"] = question.measure
    if question.version != IN_FORCE:
        asked["version"] = str(question.version)
    if question.as_of != END_OF_TIME:
        asked["le"] = question.as_of.isoformat().replace("+00:00", "Z")
    if question.drafts:
        asked["saisie"] = "1"
    return f"{reverse('figure', args=[question.accounts[0]])}?{urlencode(asked)}"


@dataclass
class Reading:
    """What could be read of an address: the question, and a French sentence per field that could not."""

    question: Question
    problems: dict[str, str] = field(default_factory=dict)


def read_question(account: str, query: QueryDict, *, today: datetime.date) -> Reading:
    """Return the question an address asks about an account.

    A field that cannot be read keeps its default (achieved, since the start, to today) and is told in
    `problems`, by the name of the field.
    """
    problems: dict[str, str] = {}
    end = _day(query, "au", today, problems)
    start = None if query.get("du", "") in {"", SINCE_START} else _day(query, "du", end, problems)
    if start is not None and start > end:
        problems["du"] = _("La période se termine avant de commencer : corriger une des deux dates.")
        start = None
    question = Question(
        accounts=(account,),
        stage=cast(Stage, _choice(query, "etape", STAGES, "achieved", problems)),
        start=start,
        end=end,
        place=query.get("lieu") or None,
        division=query.get("decoupage") or None,
        about=query.get("part") or None,
        by=tuple(axis for axis in query.get("par", "").split(",") if axis)[:3],
        measure=cast(Measure, _choice(query, "mesure", get_args(Measure), "value", problems)),
        version=_version(query.get("version", IN_FORCE), problems),
        as_of=_instant(query.get("le", ""), problems),
        drafts=query.get("saisie") == "1",
    )
    return Reading(question, problems)


def _day(query: QueryDict, key: str, default: datetime.date, problems: dict[str, str]) -> datetime.date:
    text = query.get(key, "").strip()
    if not text:
        return default
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        pass
    try:
        return parse_date(text)
    except ValueProblem as problem:
        problems[key] = str(problem)
        return default


def _choice(
    query: QueryDict, key: str, allowed: tuple[Any, ...], default: str, problems: dict[str, str]
) -> str:
    text = query.get(key) or default
    if text in allowed:
        return text
    problems[key] = _("« %(text)s » n’est pas proposé ici : choisir dans la liste.") % {"text": text[:40]}
    return default


def _version(text: str, problems: dict[str, str]) -> Any:
    if text in {IN_FORCE, INITIAL}:
        return text
    if text.isdigit():
        return int(text)
    problems["version"] = _("« %(text)s » n’est pas une version de plan : indiquer son numéro.") % {
        "text": text[:40]
    }
    return IN_FORCE


def _instant(text: str, problems: dict[str, str]) -> datetime.datetime:
    """A day means its end: what was known by the evening."""
    if not text:
        return END_OF_TIME
    try:
        if len(text) <= 10:
            day = datetime.date.fromisoformat(text)
            return datetime.datetime.combine(day, datetime.time.max, tzinfo=datetime.UTC)
        instant = datetime.datetime.fromisoformat(text)
    except ValueError:
        problems["le"] = _("« %(text)s » n’est pas une date : écrire par exemple 2024-12-05.") % {
            "text": text[:40]
        }
        return END_OF_TIME
    return instant if instant.tzinfo else instant.replace(tzinfo=datetime.UTC)
