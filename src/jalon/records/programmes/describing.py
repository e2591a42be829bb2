"""Changing what is said of a programme: its sheet, and taking back what was wrongly written around it.

The sheet is not the ledger: what is said of a programme may be corrected, and the trail keeps what it said.
"""

from typing import TypedDict, Unpack

from django.db import transaction
from django.utils.translation import gettext as _

from jalon.core.values.text_keys import sort_key
from jalon.records.problems import Refused
from jalon.records.programmes.actions import tell
from jalon.records.programmes.models import (
    Agreement,
    Amendment,
    Link,
    Participation,
    Programme,
    ProgrammeCode,
    ProgrammePlace,
    StatusChange,
)
from jalon.records.programmes.rules import check_days


class SheetChanges(TypedDict, total=False):
    """The fields of the sheet that may change, as `add_programme` takes them."""

    title: str
    short_title: str
    acronym: str
    summary: str
    objectives: str
    country: str
    planned_start: str
    planned_end: str
    planned_months: int | None
    actual_start: str
    actual_end: str
    stated_months: int | None
    published: bool
    four_eyes: bool


@transaction.atomic
def edit_sheet(*, programme: Programme, by: str, **changes: Unpack[SheetChanges]) -> Programme:
    """Change fields of the sheet; the trail keeps each with what it said before. Its address stays.

    Raises Refused when it would end before it starts.
    """
    before = {name: getattr(programme, name) for name in changes}
    told = {name: [before[name], value] for name, value in changes.items() if before[name] != value}
    if not told:
        return programme
    for name in told:
        setattr(programme, name, told[name][1])
    check_days(programme.planned_start, programme.planned_end)
    check_days(programme.actual_start, programme.actual_end)
    programme.sort_key = sort_key(programme.short_title)
    programme.save(update_fields=[*told, "sort_key"])
    tell(by, "programme.edit", programme, detail={"changes": told})
    return programme


@transaction.atomic
def remove_code(*, code: ProgrammeCode, by: str) -> None:
    """Take a code off a programme."""
    tell(by, "programme.code_remove", code.programme, f"{code.programme.short_title} : {code.scheme} {code}")
    code.delete()


@transaction.atomic
def remove_participation(*, participation: Participation, by: str) -> None:
    """Take back that an organisation had a role."""
    programme = participation.programme
    tell(by, "programme.participation_remove", programme, f"{programme.short_title} : {participation}")
    participation.delete()


@transaction.atomic
def remove_status(*, change: StatusChange, by: str) -> None:
    """Take back a status entered by mistake."""
    tell(by, "programme.status_remove", change.programme, f"{change.programme.short_title} : {change}")
    change.delete()


@transaction.atomic
def remove_agreement(*, agreement: Agreement, by: str) -> None:
    """Take back an agreement. Raises Refused when an amendment changes it."""
    if agreement.amendments.exists():
        raise Refused(
            "agreement_amended",
            _("Un avenant modifie « %(title)s » : retirer d’abord cet avenant.") % {"title": agreement.title},
        )
    tell(by, "agreement.remove", agreement.programme, agreement.title)
    agreement.delete()


@transaction.atomic
def remove_amendment(*, amendment: Amendment, by: str) -> None:
    """Take back the last amendment: the end is again what it was. Raises Refused for another one."""
    if amendment.programme.amendments.filter(number__gt=amendment.number).exists():
        raise Refused(
            "not_the_last_amendment",
            _("L’avenant %(number)s est suivi d’autres avenants : retirer d’abord le dernier.")
            % {"number": amendment.number},
        )
    tell(by, "programme.amend_remove", amendment.programme, amendment.title)
    amendment.delete()


@transaction.atomic
def remove_link(*, link: Link, by: str) -> None:
    """Take back a link or a medium."""
    tell(by, "programme.link_remove", link.programme, f"{link.programme.short_title} : {link.title}")
    link.delete()


@transaction.atomic
def remove_place(*, programme_place: ProgrammePlace, by: str) -> None:
    """Take back that a programme works in a place; no entry is touched."""
    programme = programme_place.programme
    tell(by, "programme.place_remove", programme, f"{programme.short_title} : {programme_place.place}")
    programme_place.delete()
