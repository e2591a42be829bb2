"""Describing programmes: what they are, their life, who takes part, what was signed."""

from collections.abc import Iterable

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from jalon.core.identity import new_uid
from jalon.core.values.text_keys import compact_key, sort_key
from jalon.records.parties.models import Organisation
from jalon.records.places.models import Place
from jalon.records.problems import Refused
from jalon.records.programmes.models import (
    Agreement,
    AgreementParty,
    Amendment,
    Link,
    Membership,
    Participation,
    Programme,
    ProgrammeCode,
    ProgrammeDocument,
    ProgrammePlace,
    ProgrammeRemark,
    StatusChange,
)
from jalon.records.sources.models import Document, Remark, Source
from jalon.records.trail import actions as trail
from jalon.records.users.models import User
from jalon.records.users.roles import ROLES


def _tell(by: str, verb: str, programme: Programme, label: str = "") -> None:
    trail.record(
        by=by,
        verb=verb,
        object_type="programme",
        object_id=programme.uid,
        object_label=label or programme.short_title,
        programme=programme.uid,
    )


@transaction.atomic
def add_programme(
    *,
    kind: str,
    title: str,
    short_title: str,
    by: str,
    parent: Programme | None = None,
    slug: str = "",
    uid: str | None = None,
    acronym: str = "",
    summary: str = "",
    objectives: str = "",
    country: str = "",
    planned_start: str = "",
    planned_end: str = "",
    planned_months: int | None = None,
    actual_start: str = "",
    actual_end: str = "",
    stated_months: int | None = None,
    published: bool = False,
) -> Programme:
    """Add a programme, a component or a project. Dates are ISO text, of reduced precision where unknown.

    Raises Refused when it ends before it starts.
    """
    for start, end in ((planned_start, planned_end), (actual_start, actual_end)):
        if start and end and end < start[: len(end)]:
            raise Refused(
                "programme_ends_before_start",
                _("« %(title)s » : la fin (%(end)s) précède le début (%(start)s). Corriger une date.")
                % {"title": short_title, "start": start, "end": end},
            )
    programme = Programme.objects.create(
        uid=uid or new_uid(),
        kind=kind,
        parent=parent,
        slug=slug or slugify(short_title)[:80],
        title=title,
        short_title=short_title,
        acronym=acronym,
        summary=summary,
        objectives=objectives,
        country=country,
        planned_start=planned_start,
        planned_end=planned_end,
        planned_months=planned_months,
        actual_start=actual_start,
        actual_end=actual_end,
        stated_months=stated_months,
        published=published,
        sort_key=sort_key(short_title),
    )
    _tell(by, "programme.add", programme)
    return programme


def add_code(*, programme: Programme, scheme: str, value: str) -> ProgrammeCode:
    """Give a programme a code in a scheme."""
    return ProgrammeCode.objects.create(
        programme=programme, scheme=scheme, value=value, search_key=compact_key(value)
    )


@transaction.atomic
def change_status(
    *, programme: Programme, status: str, on: str, by: str, source: Source | None = None
) -> StatusChange:
    """Say that a programme entered a status on a day."""
    change = StatusChange.objects.create(programme=programme, status=status, on=on, source=source)
    _tell(
        by, "programme.status", programme, f"{programme.short_title} : {change.get_status_display()} ({on})"
    )
    return change


def add_participation(*, programme: Programme, organisation: Organisation, role: str) -> Participation:
    """Say what an organisation is in a programme."""
    return Participation.objects.create(programme=programme, organisation=organisation, role=role)


@transaction.atomic
def sign_agreement(
    *,
    programme: Programme,
    kind: str,
    title: str,
    by: str,
    parties: Iterable[Organisation] = (),
    number: str = "",
    signed_on: str = "",
    start: str = "",
    end: str = "",
    months: int | None = None,
    source: Source | None = None,
) -> Agreement:
    """Register a signed agreement with its parties; amounts are entries of the ledger."""
    agreement = Agreement.objects.create(
        programme=programme,
        kind=kind,
        title=title,
        number=number,
        signed_on=signed_on,
        start=start,
        end=end,
        months=months,
        source=source,
    )
    AgreementParty.objects.bulk_create(
        AgreementParty(agreement=agreement, organisation=party) for party in parties
    )
    _tell(by, "agreement.sign", programme, title)
    return agreement


@transaction.atomic
def amend(
    *,
    programme: Programme,
    title: str,
    act: str,
    by: str,
    agreement: Agreement | None = None,
    decided_on: str = "",
    months: int | None = None,
    new_end: str = "",
    source: Source | None = None,
) -> Amendment:
    """Register an amendment; the programme's end in force is the new end of the last one.

    Raises Refused when it does not say by what act.
    """
    if not act:
        raise Refused(
            "amendment_without_act", _("Un avenant dit par quel acte il a été décidé : remplir « Acte ».")
        )
    amendment = Amendment.objects.create(
        programme=programme,
        agreement=agreement,
        number=programme.amendments.count() + 1,
        title=title,
        act=act,
        decided_on=decided_on,
        months=months,
        new_end=new_end,
        source=source,
    )
    _tell(by, "programme.amend", programme, title)
    return amendment


def add_link(
    *, programme: Programme, kind: str, title: str, url: str = "", place: Place | None = None, note: str = ""
) -> Link:
    """Add a link or a medium."""
    return Link.objects.create(programme=programme, kind=kind, title=title, url=url, place=place, note=note)


def attach_document(*, programme: Programme, document: Document) -> ProgrammeDocument:
    """Say that a document is of a programme; twice is once."""
    return ProgrammeDocument.objects.get_or_create(programme=programme, document=document)[0]


def add_place(*, programme: Programme, place: Place) -> ProgrammePlace:
    """Say that a programme works in a place or zone."""
    return ProgrammePlace.objects.get_or_create(programme=programme, place=place)[0]


def attach_remark(*, programme: Programme, remark: Remark) -> ProgrammeRemark:
    """Show a remark on the sheet of a programme."""
    return ProgrammeRemark.objects.get_or_create(programme=programme, remark=remark)[0]


@transaction.atomic
def grant_role(*, programme: Programme, user: User, role: str, by: str) -> Membership:
    """Give a user a role in a programme and all that lies under it, in place of the one held there.

    Raises Refused for a role that does not exist.
    """
    if role not in ROLES:
        raise Refused("unknown_role", _("Le rôle « %(role)s » n’existe pas.") % {"role": role})
    membership, _made = Membership.objects.update_or_create(
        programme=programme, user=user, defaults={"role": role, "until": None}
    )
    _tell(by, "member.grant", programme, f"{user.username} : {role}")
    return membership


@transaction.atomic
def end_role(*, membership: Membership, by: str) -> None:
    """Take back a role; the trail keeps that it was held."""
    _tell(by, "member.end", membership.programme, f"{membership.user.username} : {membership.role}")
    membership.delete()
