"""One programme as its sheet shows it to one viewer: a constant number of queries."""

import dataclasses
import datetime
from collections.abc import Iterable
from decimal import Decimal

from django.db.models import OuterRef, Q, Subquery
from django.utils import timezone

from jalon.records.places.models import Level, Place, ZoneMember
from jalon.records.programmes.models import (
    Agreement,
    AgreementParty,
    Membership,
    Programme,
    ProgrammePlace,
    ProgrammeRemark,
    Status,
    StatusChange,
)
from jalon.records.programmes.queries import Calendar, Named, calendar, visible
from jalon.records.programmes.rules import Scope
from jalon.records.sources.models import Document, Source
from jalon.records.sources.queries import said_page
from jalon.records.users.roles import ROLES, Role


@dataclasses.dataclass(frozen=True)
class SourceRef:
    """Where something is said. The quote and its page are empty for who may not read the document."""

    uid: str
    title: str
    quote: str
    where: str
    is_readable: bool
    is_invented: bool


@dataclasses.dataclass(frozen=True)
class StatusLine:
    """A status the programme entered, since when (ISO, reduced precision), and where that is said."""

    status: Status
    on: str
    source: SourceRef | None


@dataclasses.dataclass(frozen=True)
class AmendmentLine:
    """An amendment: what it changes and by what act."""

    number: int
    title: str
    act: str
    decided_on: str
    months: int | None
    new_end: str
    agreement: str
    source: SourceRef | None


@dataclasses.dataclass(frozen=True)
class AgreementLine:
    """A signed text with its parties."""

    kind: str
    title: str
    number: str
    signed_on: str
    start: str
    end: str
    months: int | None
    parties: tuple[Named, ...]
    source: SourceRef | None


@dataclasses.dataclass(frozen=True)
class Relative:
    """A programme of the same tree; `depth` from its root, `is_self` for the one of the sheet."""

    slug: str
    name: str
    kind: str
    depth: int
    status: Status | None
    is_self: bool


@dataclasses.dataclass(frozen=True)
class Participant:
    """An organisation and its role."""

    role: str
    organisation: Named
    full_name: str


@dataclasses.dataclass(frozen=True)
class DocumentLine:
    """A document of the programme that the viewer may read."""

    uid: str
    title: str
    kind: str
    dated: str
    issuer: str
    is_public: bool
    is_invented: bool


@dataclasses.dataclass(frozen=True)
class LinkLine:
    """A link or a medium; `url` may be empty."""

    kind: str
    title: str
    url: str
    place: Named | None
    note: str


@dataclasses.dataclass(frozen=True)
class RemarkLine:
    """A remark with the passages it ties."""

    title: str
    explanation: str
    passages: tuple[SourceRef, ...]
    written_by: str
    written_on: datetime.date
    is_invented: bool


@dataclasses.dataclass(frozen=True)
class Point:
    """A place with its point, when it has one; `zone` names the zone it comes from."""

    pk: int
    place: Named
    kind: str
    zone: str
    latitude: Decimal | None
    longitude: Decimal | None


@dataclasses.dataclass(frozen=True)
class Member:
    """Who holds a role in the programme; `through` names the programme above where it was given."""

    name: str
    role: Role
    until: datetime.date | None
    through: str


@dataclasses.dataclass(frozen=True)
class Sheet:
    """All that the sheet shows. `members` is None for a viewer without a role."""

    programme: Programme
    kind: str
    calendar: Calendar
    codes: tuple[tuple[str, str], ...]
    history: tuple[StatusLine, ...]
    amendments: tuple[AmendmentLine, ...]
    family: tuple[Relative, ...]
    ancestors: tuple[Named, ...]
    participants: tuple[Participant, ...]
    agreements: tuple[AgreementLine, ...]
    documents: tuple[DocumentLine, ...]
    links: tuple[LinkLine, ...]
    remarks: tuple[RemarkLine, ...]
    places: tuple[Named, ...]
    points: tuple[Point, ...]
    members: tuple[Member, ...] | None

    @property
    def status(self) -> Status | None:
        """The present status."""
        return self.history[-1].status if self.history else None


def sheet(programme: Programme, scope: Scope) -> Sheet:
    """Return the sheet of a programme for a viewer who may see it."""
    is_member = scope.everything or scope.role_in(programme.pk) is not None
    reader = _Reader(scope, is_member)
    amendments = tuple(_amendments(programme, reader))
    family, ancestors = _family(programme, scope)
    places, points = _places(programme)
    return Sheet(
        programme=programme,
        kind=programme.get_kind_display(),
        calendar=calendar(programme, [one.new_end for one in amendments if one.new_end]),
        codes=tuple(programme.codes.order_by("pk").values_list("scheme", "value")),
        history=tuple(_history(programme, reader)),
        amendments=amendments,
        family=family,
        ancestors=ancestors,
        participants=tuple(_participants(programme)),
        agreements=tuple(_agreements(programme, reader)),
        documents=tuple(_documents(programme, scope)),
        links=tuple(_links(programme)),
        remarks=tuple(_remarks(programme, reader)),
        places=places,
        points=points,
        members=tuple(_members(programme)) if is_member else None,
    )


def _with_source(path: str) -> tuple[str, ...]:
    return (f"{path}__text__version__document",)


class _Reader:
    """Knows which documents the viewer may read; one query."""

    def __init__(self, scope: Scope, is_member: bool) -> None:
        self.is_member = is_member
        self.documents = set(Document.objects.filter(scope.visible_documents()).values_list("pk", flat=True))

    def ref(self, source: Source | None) -> SourceRef | None:
        """The source as this viewer may see it."""
        if source is None:
            return None
        readable = self.is_member
        if source.text is not None:
            readable = source.text.version.document_id in self.documents
        return SourceRef(
            uid=source.uid,
            title=source.title or source.get_kind_display(),
            quote=source.quote if readable else "",
            where=said_page(source) if readable else "",
            is_readable=readable,
            is_invented=source.invented,
        )


def _history(programme: Programme, reader: _Reader) -> Iterable[StatusLine]:
    changes = programme.status_changes.select_related(*_with_source("source")).order_by("on", "pk")
    return (StatusLine(Status(row.status), row.on, reader.ref(row.source)) for row in changes)


def _amendments(programme: Programme, reader: _Reader) -> Iterable[AmendmentLine]:
    rows = programme.amendments.select_related("agreement", *_with_source("source")).order_by("number")
    return (
        AmendmentLine(
            number=row.number,
            title=row.title,
            act=row.act,
            decided_on=row.decided_on,
            months=row.months,
            new_end=row.new_end,
            agreement=row.agreement.title if row.agreement else "",
            source=reader.ref(row.source),
        )
        for row in rows
    )


def _family(programme: Programme, scope: Scope) -> tuple[tuple[Relative, ...], tuple[Named, ...]]:
    """The tree the programme belongs to, as far as the viewer may see it, and those above it."""
    last = StatusChange.objects.filter(programme=OuterRef("pk")).order_by("-on", "-pk")
    rows = {
        row.pk: row
        for row in visible(scope)
        .annotate(current_status=Subquery(last.values("status")[:1]))
        .order_by("sort_key", "pk")
    }
    under: dict[int | None, list[int]] = {}
    for pk, row in rows.items():
        under.setdefault(row.parent_id if row.parent_id in rows else None, []).append(pk)
    above: list[Named] = []
    root = rows[programme.pk]
    while root.parent_id in rows:
        root = rows[root.parent_id]
        above.insert(0, Named(root.slug, root.short_title))

    def relatives(pk: int, depth: int) -> Iterable[Relative]:
        row = rows[pk]
        yield Relative(
            slug=row.slug,
            name=row.short_title,
            kind=row.get_kind_display(),
            depth=depth,
            status=Status(row.current_status) if row.current_status else None,
            is_self=pk == programme.pk,
        )
        for child in under.get(pk, []):
            yield from relatives(child, depth + 1)

    return tuple(relatives(root.pk, 0)), tuple(above)


def _participants(programme: Programme) -> Iterable[Participant]:
    rows = programme.participations.select_related("organisation").order_by("pk")
    return (
        Participant(
            role=row.get_role_display(),
            organisation=Named(row.organisation.uid, str(row.organisation)),
            full_name=row.organisation.name,
        )
        for row in rows
    )


def _agreements(programme: Programme, reader: _Reader) -> Iterable[AgreementLine]:
    agreements = list(
        Agreement.objects.filter(programme=programme)
        .select_related(*_with_source("source"))
        .order_by("signed_on", "pk")
    )
    parties: dict[int, list[Named]] = {}
    for party in AgreementParty.objects.filter(agreement__programme=programme).select_related("organisation"):
        parties.setdefault(party.agreement_id, []).append(
            Named(party.organisation.uid, str(party.organisation))
        )
    return (
        AgreementLine(
            kind=row.get_kind_display(),
            title=row.title,
            number=row.number,
            signed_on=row.signed_on,
            start=row.start,
            end=row.end,
            months=row.months,
            parties=tuple(parties.get(row.pk, ())),
            source=reader.ref(row.source),
        )
        for row in agreements
    )


def _documents(programme: Programme, scope: Scope) -> Iterable[DocumentLine]:
    readable = Document.objects.filter(scope.visible_documents())
    documents = Document.objects.filter(
        pk__in=readable.values("pk"), programme_documents__programme=programme
    )
    return (
        DocumentLine(
            uid=row.uid,
            title=row.title,
            kind=row.get_kind_display(),
            dated=row.dated,
            issuer=row.issuer,
            is_public=row.visibility == Document.Visibility.PUBLIC,
            is_invented=row.invented,
        )
        for row in documents
    )


def _links(programme: Programme) -> Iterable[LinkLine]:
    return (
        LinkLine(
            kind=row.get_kind_display(),
            title=row.title,
            url=row.url,
            place=Named(row.place.uid, row.place.name) if row.place else None,
            note=row.note,
        )
        for row in programme.links.select_related("place").order_by("pk")
    )


def _remarks(programme: Programme, reader: _Reader) -> Iterable[RemarkLine]:
    """The remarks of which the viewer may read every passage: what is said of a passage quotes it."""
    rows = (
        ProgrammeRemark.objects.filter(programme=programme)
        .select_related("remark", *_with_source("remark__first"), *_with_source("remark__second"))
        .order_by("remark__code", "remark__pk")
    )
    for row in rows:
        refs = [reader.ref(source) for source in (row.remark.first, row.remark.second)]
        passages = tuple(ref for ref in refs if ref is not None)
        if all(passage.is_readable for passage in passages):
            yield RemarkLine(
                title=row.remark.title,
                explanation=row.remark.explanation,
                passages=passages,
                written_by=row.remark.written_by,
                written_on=row.remark.written_on,
                is_invented=row.remark.invented,
            )


def _places(programme: Programme) -> tuple[tuple[Named, ...], tuple[Point, ...]]:
    """Where it works, and the points of these places; a zone is shown by its members."""
    places = [
        row.place
        for row in ProgrammePlace.objects.filter(programme=programme).select_related("place").order_by("pk")
    ]
    members = ZoneMember.objects.filter(zone__in=[place.pk for place in places]).select_related(
        "zone", "member"
    )
    points = {place.pk: _point(place, "") for place in places if place.level != Level.ZONE}
    for row in members.order_by("member__sort_key"):
        points.setdefault(row.member_id, _point(row.member, row.zone.name))
    return tuple(Named(place.uid, place.name) for place in places), tuple(points.values())


def _point(place: Place, zone: str) -> Point:
    return Point(
        pk=place.pk,
        place=Named(place.uid, place.name),
        kind=place.get_level_display(),
        zone=zone,
        latitude=place.latitude,
        longitude=place.longitude,
    )


def _members(programme: Programme) -> Iterable[Member]:
    """Who holds a role here or above, today."""
    above = [programme.pk]
    parents = dict(Programme.objects.values_list("pk", "parent_id"))
    while (parent := parents.get(above[-1])) is not None:
        above.append(parent)
    holding = Q(until__isnull=True) | Q(until__gte=timezone.localdate())
    rows = (
        Membership.objects.filter(holding, programme__in=above, user__is_active=True)
        .select_related("user", "programme")
        .order_by("user__username", "pk")
    )
    return (
        Member(
            name=str(row.user),
            role=ROLES[row.role],
            until=row.until,
            through="" if row.programme_id == programme.pk else row.programme.short_title,
        )
        for row in rows
        if row.role in ROLES
    )
