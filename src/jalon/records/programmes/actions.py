"""Describing programmes: what they are, their life, who takes part, what was signed."""

import datetime
from collections.abc import Iterable
from itertools import count

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from jalon.core.identity import new_uid
from jalon.core.values.durations import Duration, add_duration
from jalon.core.values.partial_dates import partial_period
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
from jalon.records.programmes.rules import check_days
from jalon.records.sources.models import Document, Remark, Source
from jalon.records.trail import actions as trail
from jalon.records.users.models import User
from jalon.records.users.roles import ROLES

ONE_DAY = datetime.timedelta(days=1)
RESERVED_SLUGS = frozenset({"nouveau"})
"""Slugs that are pages of the portfolio itself."""


def tell(
    by: str, verb: str, programme: Programme, label: str = "", detail: dict[str, object] | None = None
) -> None:
    """Write in the trail what was done to a programme; nothing without an author (content being loaded)."""
    if not by:
        return
    trail.record(
        by=by,
        verb=verb,
        object_type="programme",
        object_id=programme.uid,
        object_label=label or programme.short_title,
        programme=programme.uid,
        detail=detail,
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
    four_eyes: bool = False,
) -> Programme:
    """Add a programme, a component or a project. Dates are ISO text, of reduced precision where unknown.

    Without a slug it gets a free one. Raises Refused when it ends before it starts.
    """
    check_days(planned_start, planned_end)
    check_days(actual_start, actual_end)
    programme = Programme.objects.create(
        uid=uid or new_uid(),
        kind=kind,
        parent=parent,
        slug=slug or free_slug(short_title),
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
        four_eyes=four_eyes,
        sort_key=sort_key(short_title),
    )
    tell(by, "programme.add", programme)
    return programme


def free_slug(title: str) -> str:
    """Return a slug that no programme has, nor any page beside theirs: `mli-801`, then `mli-801-2`…"""
    base = slugify(title)[:70].strip("-") or "programme"
    taken = {*Programme.objects.filter(slug__startswith=base).values_list("slug", flat=True), *RESERVED_SLUGS}
    numbered = (f"{base}-{n}" for n in count(2))
    return base if base not in taken else next(slug for slug in numbered if slug not in taken)


@transaction.atomic
def add_code(*, programme: Programme, scheme: str, value: str, by: str = "") -> ProgrammeCode:
    """Give a programme a code in a scheme. Raises Refused when it has it already."""
    if programme.codes.filter(scheme=scheme, value=value).exists():
        raise Refused(
            "code_twice",
            _("Le code %(value)s (%(scheme)s) est déjà inscrit.") % {"value": value, "scheme": scheme},
        )
    tell(by, "programme.code", programme, f"{programme.short_title} : {scheme} {value}")
    return ProgrammeCode.objects.create(
        programme=programme, scheme=scheme, value=value, search_key=compact_key(value)
    )


@transaction.atomic
def change_status(
    *, programme: Programme, status: str, on: str, by: str, source: Source | None = None
) -> StatusChange:
    """Say that a programme entered a status on a day (ISO text, reduced precision)."""
    check_days(on, "")
    change = StatusChange.objects.create(programme=programme, status=status, on=on, source=source)
    tell(by, "programme.status", programme, f"{programme.short_title} : {change.get_status_display()} ({on})")
    return change


@transaction.atomic
def add_participation(
    *,
    programme: Programme,
    organisation: Organisation,
    role: str,
    since: str = "",
    until: str = "",
    by: str = "",
) -> Participation:
    """Say what an organisation is in a programme, and when. Raises Refused when that is said already."""
    check_days(since, until)
    if programme.participations.filter(organisation=organisation, role=role).exists():
        raise Refused(
            "participation_twice",
            _("« %(organisation)s » a déjà ce rôle dans le programme.") % {"organisation": organisation},
        )
    part = Participation.objects.create(
        programme=programme, organisation=organisation, role=role, since=since, until=until
    )
    tell(by, "programme.participation", programme, f"{programme.short_title} : {part}")
    return part


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
    """Register a signed agreement with its parties; amounts are entries of the ledger.

    Raises Refused when it ends before it starts.
    """
    check_days(start, end)
    check_days(signed_on, "")
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
    tell(by, "agreement.sign", programme, title)
    return agreement


def moved_end(programme: Programme, months: int | None) -> str:
    """Return the end in force moved by so many months, at its precision; empty without an end or months."""
    last = programme.amendments.exclude(new_end="").order_by("-number").first()
    end = last.new_end if last else programme.planned_end
    if not months or not end:
        return ""
    period = partial_period(end)
    assert period is not None
    if len(end) == 4 and months % 12:
        return ""
    if len(end) < 10:
        return add_duration(period.start, Duration(months=months)).isoformat()[: len(end)]
    after = period.end + ONE_DAY
    if after.day == 1:  # the last day of a month moves to the last day of a month
        return (add_duration(after, Duration(months=months)) - ONE_DAY).isoformat()
    return add_duration(period.end, Duration(months=months)).isoformat()


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

    With months and no new end, the end is moved by so many months. Raises Refused when it does not say by
    what act, or moves the end before the start.
    """
    if not act.strip():
        raise Refused(
            "amendment_without_act", _("Un avenant dit par quel acte il a été décidé : remplir « Acte ».")
        )
    check_days(decided_on, "")
    new_end = new_end or moved_end(programme, months)
    check_days(programme.actual_start or programme.planned_start, new_end)
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
    tell(by, "programme.amend", programme, title)
    return amendment


@transaction.atomic
def add_link(
    *,
    programme: Programme,
    kind: str,
    title: str,
    url: str = "",
    place: Place | None = None,
    note: str = "",
    by: str = "",
) -> Link:
    """Add a link or a medium."""
    tell(by, "programme.link", programme, f"{programme.short_title} : {title}")
    return Link.objects.create(programme=programme, kind=kind, title=title, url=url, place=place, note=note)


def attach_document(*, programme: Programme, document: Document) -> ProgrammeDocument:
    """Say that a document is of a programme; twice is once."""
    return ProgrammeDocument.objects.get_or_create(programme=programme, document=document)[0]


@transaction.atomic
def add_place(*, programme: Programme, place: Place, by: str = "") -> ProgrammePlace:
    """Say that a programme works in a place or zone; twice is once."""
    found, made = ProgrammePlace.objects.get_or_create(programme=programme, place=place)
    if made:
        tell(by, "programme.place", programme, f"{programme.short_title} : {place}")
    return found


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
    tell(by, "member.grant", programme, f"{user.username} : {ROLES[role].name}")
    return membership


@transaction.atomic
def end_role(*, membership: Membership, by: str) -> None:
    """Take back a role; the trail keeps that it was held."""
    tell(
        by, "member.end", membership.programme, f"{membership.user.username} : {ROLES[membership.role].name}"
    )
    membership.delete()
