"""The portfolio as a table: short on screen, whole in the exported file."""

import datetime
from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jalon.records.programmes.models import Status
from jalon.records.programmes.queries import ProgrammeLine
from jalon.web.portfolio.words import extension, span, status_badge, time_left
from jalon.web.tables import Cell, Column, Kind, Row, row

SORTS = {"title": "title", "end": "end", "status": "status", "tree": "tree"}
COLUMNS = (
    Column("title", _("Programme ou projet"), sortable=True),
    Column("funders", _("Bailleurs")),
    Column("places", _("Où")),
    Column("end", _("Période"), sortable=True),
    Column("status", _("Statut"), sortable=True),
    Column("left", _("Reste")),
)
FILE_COLUMNS = (
    Column("title", _("Intitulé")),
    Column("acronym", _("Sigle")),
    Column("kind", _("Nature")),
    Column("codes", _("Codes")),
    Column("parent", _("Fait partie de")),
    Column("funders", _("Bailleurs")),
    Column("places", _("Lieux")),
    Column("start", _("Début")),
    Column("planned_end", _("Fin prévue")),
    Column("end", _("Fin après avenants")),
    Column("status", _("Statut")),
    Column("status_on", _("Statut depuis")),
    Column("left", _("Mois restants"), Kind.NUMBER),
)


def screen_rows(lines: Sequence[ProgrammeLine], today: datetime.date) -> list[Row]:
    """Return the rows of the page; a component stands indented under its programme."""
    return [
        row(
            Cell(
                text=line.short_title,
                href=reverse("programme", args=[line.slug]),
                note=identity(line),
            ),
            ", ".join(funder.name for funder in line.funders),
            ", ".join(place.name for place in line.places),
            Cell(text=span(line.calendar.start, line.calendar.end), note=extension(line.calendar)),
            status_badge(line.status),
            time_left(line.calendar, line.status, today),
            level=line.level,
        )
        for line in lines
    ]


def identity(line: ProgrammeLine) -> str:
    """Return « projet · MLI/801 · C2 – Appui », the programme above only where it does not stand there."""
    words = [line.kind, line.acronym, *line.codes]
    if line.parent and not line.level:
        words.append(line.parent.name)
    return " · ".join(word for word in words if word)


def file_rows(lines: Sequence[ProgrammeLine], today: datetime.date) -> list[Row]:
    """Return the rows of the exported file: dates in ISO, months as a number."""
    return [
        row(
            line.title,
            line.acronym,
            line.kind,
            ", ".join(line.codes),
            line.parent.name if line.parent else "",
            ", ".join(funder.name for funder in line.funders),
            ", ".join(place.name for place in line.places),
            line.calendar.start,
            line.calendar.planned_end,
            line.calendar.end,
            status_badge(line.status),
            line.status_on,
            None if line.status is Status.CLOSED else line.calendar.months_left(today),
        )
        for line in lines
    ]
