"""Making organisations and saying who took over from whom."""

import datetime
from collections.abc import Iterable

from django.db import transaction

from jalon.core.identity import new_uid
from jalon.core.values.text_keys import search_key, sort_key
from jalon.records.parties.models import Organisation, OrganisationName, Succession
from jalon.records.places.models import Place
from jalon.records.trail import actions as trail


@transaction.atomic
def add_organisation(
    *,
    name: str,
    kind: str,
    acronym: str = "",
    country: str = "",
    place: Place | None = None,
    also: Iterable[str] = (),
    uid: str | None = None,
    opened_on: datetime.date | None = None,
    closed_on: datetime.date | None = None,
    by: str = "",
) -> Organisation:
    """Add an organisation with its acronym and the other spellings it is found under.

    The trail tells who did; nothing without an author (content being loaded).
    """
    organisation = Organisation.objects.create(
        uid=uid or new_uid(),
        name=name,
        acronym=acronym,
        kind=kind,
        country=country,
        place=place,
        opened_on=opened_on,
        closed_on=closed_on,
        sort_key=sort_key(name),
    )
    OrganisationName.objects.bulk_create(
        OrganisationName(organisation=organisation, text=text, search_key=search_key(text))
        for text in dict.fromkeys([name, acronym, *also])
        if text
    )
    if by:
        trail.record(
            by=by,
            verb="organisation.add",
            object_type="organisation",
            object_id=organisation.uid,
            object_label=name,
        )
    return organisation


def add_succession(
    *, predecessor: Organisation, successor: Organisation, on: str = "", act: str = ""
) -> Succession:
    """Say that one organisation took over from another, when and by what act."""
    return Succession.objects.create(predecessor=predecessor, successor=successor, on=on, act=act)
