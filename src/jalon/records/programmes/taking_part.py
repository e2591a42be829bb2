"""Which organisations take part in the programmes a viewer may see, and as what."""

import dataclasses
from collections.abc import Iterable

from jalon.records.parties.models import Organisation
from jalon.records.programmes.models import AgreementParty, Participation
from jalon.records.programmes.queries import Named, visible
from jalon.records.programmes.rules import Scope


@dataclasses.dataclass(frozen=True)
class OrganisationLine:
    """An organisation in the list, with how many visible programmes it takes part in, and as what."""

    uid: str
    name: str
    acronym: str
    kind: str
    country: str
    roles: tuple[str, ...]
    programmes: int


@dataclasses.dataclass(frozen=True)
class Part:
    """A programme in which an organisation has a role."""

    role: str
    programme: Named


@dataclasses.dataclass(frozen=True)
class Signed:
    """An agreement that an organisation signed."""

    title: str
    kind: str
    signed_on: str
    programme: Named


def organisation_lines(scope: Scope, organisations: Iterable[Organisation]) -> list[OrganisationLine]:
    """Return the lines of a list of organisations, in its order. Two queries."""
    roles: dict[int, dict[str, None]] = {}
    programmes: dict[int, set[int]] = {}
    rows = Participation.objects.filter(programme__in=visible(scope).values("pk")).order_by("pk")
    for row in rows:
        roles.setdefault(row.organisation_id, {})[row.get_role_display()] = None
        programmes.setdefault(row.organisation_id, set()).add(row.programme_id)
    return [
        OrganisationLine(
            uid=one.uid,
            name=one.name,
            acronym=one.acronym,
            kind=one.get_kind_display(),
            country=one.country,
            roles=tuple(roles.get(one.pk, {})),
            programmes=len(programmes.get(one.pk, ())),
        )
        for one in organisations
    ]


def parts(scope: Scope, organisation: Organisation) -> list[Part]:
    """Return the visible programmes in which an organisation has a role. One query."""
    rows = (
        Participation.objects.filter(organisation=organisation, programme__in=visible(scope).values("pk"))
        .select_related("programme")
        .order_by("programme__sort_key", "pk")
    )
    return [
        Part(row.get_role_display(), Named(row.programme.slug, row.programme.short_title)) for row in rows
    ]


def signed(scope: Scope, organisation: Organisation) -> list[Signed]:
    """Return the agreements of visible programmes that an organisation signed. One query."""
    rows = (
        AgreementParty.objects.filter(
            organisation=organisation, agreement__programme__in=visible(scope).values("pk")
        )
        .select_related("agreement__programme")
        .order_by("agreement__signed_on", "pk")
    )
    return [
        Signed(
            title=row.agreement.title,
            kind=row.agreement.get_kind_display(),
            signed_on=row.agreement.signed_on,
            programme=Named(row.agreement.programme.slug, row.agreement.programme.short_title),
        )
        for row in rows
    ]


def organisations_taking_part(scope: Scope) -> list[tuple[str, str]]:
    """Return the uid and the name of the organisations with a role in a visible programme. One query."""
    taking = Participation.objects.filter(programme__in=visible(scope).values("pk"))
    found = Organisation.objects.filter(pk__in=taking.values("organisation")).order_by("sort_key")
    return [
        (one.uid, f"{one.acronym} – {one.name}" if one.acronym not in ("", one.name) else one.name)
        for one in found
    ]
