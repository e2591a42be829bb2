"""A figure typed from a passage: its lines, what recording it would change, and its recording as a draft."""

import dataclasses
import datetime
from collections.abc import Mapping, Sequence
from typing import cast

from django.db import transaction
from django.utils.translation import gettext as _

from jalon.core.figures.answer import Answer
from jalon.core.figures.errors import FigureError
from jalon.core.figures.model import Stage
from jalon.core.figures.question import Question
from jalon.flows.figures import Desk
from jalon.flows.intake.values import ReadValue
from jalon.records.ledger import actions
from jalon.records.ledger.actions import Draft, Line
from jalon.records.ledger.models import Account, Entry
from jalon.records.parties.models import Organisation
from jalon.records.places.models import Division, Place
from jalon.records.problems import Refused
from jalon.records.sources.citing import cite_spans
from jalon.records.sources.models import Source, Text

SEX, WOMEN, MEN = "sex", "F", "M"

Part = tuple[Mapping[str, str], int]
"""A cell (axis code → category code) and its scaled value."""


@dataclasses.dataclass(frozen=True)
class Typed:
    """A figure typed from the passage `span` of a text; values are scaled; `start` None: since the start."""

    text: Text
    span: tuple[int, int]
    account: Account
    kind: str
    stage: str
    start: datetime.date | None
    end: datetime.date
    lines: tuple[Line, ...]
    read: ReadValue
    printed: str
    by: str
    place: Place | None = None
    division: Division | None = None
    about: Organisation | None = None
    plan_version: int | None = None
    reported_by: str = ""
    note: str = ""


@dataclasses.dataclass(frozen=True)
class Effect:
    """The figure of the entry's own extent before it and once it is approved."""

    question: Question
    before: Answer
    after: Answer


def lines_of(read: ReadValue, parts: Sequence[Part]) -> list[Line]:
    """Return the lines of a value: its parts, and what they leave of the total as « non précisé ».

    Without parts given, the women and men read in the value are the parts. Raises Refused when the parts
    exceed the total, are not of the same breakdowns, or name a cell twice.
    """
    told = list(parts) or [
        ({SEX: code}, value) for code, value in ((WOMEN, read.women), (MEN, read.men)) if value is not None
    ]
    if len({frozenset(cell) for cell, _value in told}) > 1:
        raise Refused(
            "two_breakdowns",
            _("Ces lignes mêlent plusieurs ventilations : saisir une écriture pour chacune, ou les croiser."),
        )
    keys = [tuple(sorted(cell.items())) for cell, _value in told]
    if len(set(keys)) < len(keys):
        raise Refused("cell_twice", _("La même case est remplie deux fois : n’en garder qu’une."))
    rest = read.total - sum(value for _cell, value in told)
    if rest < 0:
        raise Refused(
            "parts_exceed", _("Les cases de la répartition dépassent le total : corriger l’un ou les autres.")
        )
    lines = [Line(value=value, cell=cell) for cell, value in told]
    return [*lines, Line(value=rest)] if rest or not lines else lines


@transaction.atomic
def record_typed(typed: Typed) -> Entry:
    """Record a typed figure as a draft, its passage as source. Raises Refused for what cannot be true."""
    return record_typed_many([typed], by=typed.by)[0]


@transaction.atomic
def record_typed_many(figures: Sequence[Typed], *, by: str) -> list[Entry]:
    """Record typed figures of one text as drafts, in few queries, all of them or none. Raises Refused."""
    if not figures:
        return []
    passages = cite_spans(text=figures[0].text, spans=[one.span for one in figures])
    return actions.record_many([draft_of(one, passages[one.span]) for one in figures], by=by)


def check_typed(typed: Typed) -> None:
    """Raise Refused when what is typed cannot be true, before anything of it is recorded."""
    draft_of(typed, Source()).check()


def draft_of(typed: Typed, source: Source) -> Draft:
    """Return the entry that a typed figure makes, with its source."""
    return Draft(
        account=typed.account,
        kind=typed.kind,
        stage=typed.stage,
        start=typed.start,
        end=typed.end,
        source=source,
        lines=typed.lines,
        place=typed.place,
        division=typed.division,
        about=typed.about,
        plan_version=typed.plan_version,
        currency=typed.read.currency,
        reported_by=typed.reported_by,
        printed=typed.printed,
        precision=typed.read.precision,
        qualifier=typed.read.qualifier,
        note=typed.note,
    )


class _Undo(Exception):
    """Leaves the transaction of a trial without keeping anything of it."""


def effect_of(typed: Typed) -> Effect | None:
    """Return the figure before, and after the entry's approval: it is really recorded, then undone.

    None where the figure cannot be asked (a ledger's problem). Raises Refused like `record_typed`.
    """
    question = Question(
        accounts=(typed.account.uid,),
        stage=cast(Stage, typed.stage),
        start=typed.start,
        end=typed.end,
        place=typed.place.uid if typed.place else None,
        division=typed.division.code if typed.division else None,
        about=typed.about.uid if typed.about else None,
        version=typed.plan_version or "in_force",
    )
    answers: list[Answer] = []
    try:
        answers.append(Desk([typed.account.uid]).ask(question))
        with transaction.atomic():
            actions.approve(entry=record_typed(typed), by="")
            answers.append(Desk([typed.account.uid]).ask(question))
            raise _Undo
    except _Undo:
        return Effect(question, *answers)
    except FigureError:
        return None
