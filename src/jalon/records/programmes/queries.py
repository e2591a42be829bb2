"""The portfolio: which programmes a viewer may see, filtered and ordered, as lines of a list."""

import dataclasses
import datetime
from collections.abc import Collection, Iterable, Sequence

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet, Subquery

from jalon.core.values.partial_dates import months_until, partial_span
from jalon.core.values.periods import Period
from jalon.core.values.text_keys import matches
from jalon.records.places.models import PlaceWithin
from jalon.records.programmes.models import (
    Amendment,
    Participation,
    Programme,
    ProgrammeCode,
    ProgrammePlace,
    Status,
    StatusChange,
)
from jalon.records.programmes.rules import Scope
from jalon.records.sources.models import Document

ORDERS = ("tree", "title", "status", "end")


@dataclasses.dataclass(frozen=True)
class Filters:
    """What the portfolio is narrowed to; an empty text narrows nothing.

    `text` is looked for in titles, acronyms and codes; `organisation` and `place` are uids.
    """

    text: str = ""
    status: str = ""
    organisation: str = ""
    place: str = ""


@dataclasses.dataclass(frozen=True)
class Named:
    """Something that has a page: what its address needs (uid or slug) and what it is called."""

    key: str
    name: str


@dataclasses.dataclass(frozen=True)
class Calendar:
    """The dates of a programme, ISO text of reduced precision, empty where unknown; months as declared."""

    planned_start: str = ""
    planned_end: str = ""
    planned_months: int | None = None
    amended_end: str = ""
    actual_start: str = ""
    actual_end: str = ""
    stated_months: int | None = None

    @property
    def start(self) -> str:
        """The start that holds: the actual one, else the planned one."""
        return self.actual_start or self.planned_start

    @property
    def end(self) -> str:
        """The end that holds: the actual one, else that of the last amendment, else the planned one."""
        return self.actual_end or self.amended_end or self.planned_end

    @property
    def is_extended(self) -> bool:
        """True when an amendment moved the end."""
        return bool(self.amended_end) and self.amended_end != self.planned_end

    @property
    def planned(self) -> Period | None:
        """The period first planned, when both ends are known."""
        return partial_span(self.planned_start, self.planned_end)

    @property
    def actual(self) -> Period | None:
        """The period that was, when both ends are known."""
        return partial_span(self.actual_start, self.actual_end)

    def months_left(self, today: datetime.date) -> int | None:
        """Return the months to the end that holds, negative once past; None when over or without an end."""
        return None if self.actual_end else months_until(today, self.end)


@dataclasses.dataclass(frozen=True)
class ProgrammeLine:
    """A programme in the portfolio; `level` is its depth under the programmes of the same list."""

    pk: int
    slug: str
    title: str
    short_title: str
    acronym: str
    kind: str
    level: int
    parent: Named | None
    codes: tuple[str, ...]
    status: Status | None
    status_on: str
    funders: tuple[Named, ...]
    places: tuple[Named, ...]
    calendar: Calendar
    is_published: bool


@dataclasses.dataclass(frozen=True)
class Found:
    """The ids of the programmes found, in order, with their levels, statuses and ends."""

    ids: tuple[int, ...]
    levels: dict[int, int]
    statuses: dict[int, str]
    ends: dict[int, str]

    def count(self, *statuses: Status) -> int:
        """Return how many are in one of these statuses."""
        return sum(self.statuses[pk] in statuses for pk in self.ids)

    def overdue(self, today: datetime.date) -> list[int]:
        """Return those that are said to run though their end is past, the longest past first."""
        running = (Status.RUNNING, Status.CLOSING)
        late = [
            pk
            for pk in self.ids
            if self.statuses[pk] in running and (months_until(today, self.ends[pk]) or 0) < 0
        ]
        return sorted(late, key=lambda pk: self.ends[pk])


def visible(scope: Scope) -> QuerySet[Programme]:
    """Return the programmes a viewer may ask about."""
    return Programme.objects.filter(scope.visible_programmes())


def working_in(place_uid: str) -> Q:
    """Return the filter of the programmes with a place that shares ground with this one, in any division."""
    inside = PlaceWithin.objects.filter(outer__uid=place_uid).values("inner")
    around = PlaceWithin.objects.filter(inner__in=inside).values("outer")
    return Q(pk__in=ProgrammePlace.objects.filter(place__in=around).values("programme"))


def find(scope: Scope, filters: Filters, *, order: str = "tree", descending: bool = False) -> Found:
    """Return the programmes that a viewer may see and that pass the filters, in one of `ORDERS`.

    `tree` puts each programme after the one it belongs to. Components are parts of a programme's sheet: they
    are found by a text only. Two queries, one more with a text.
    """
    programmes = visible(scope)
    if filters.organisation:
        taking_part = Participation.objects.filter(organisation__uid=filters.organisation)
        programmes = programmes.filter(Exists(taking_part.filter(programme=OuterRef("pk"))))
    if filters.place:
        programmes = programmes.filter(working_in(filters.place))
    rows = _candidates(programmes)
    if not filters.text:
        rows = _without_components(rows)
    if filters.status:
        rows = [row for row in rows if row.status == filters.status]
    if filters.text:
        rows = _matching(rows, filters.text)
    return Found(
        ids=tuple(row.pk for row in _ordered(rows, order, descending)),
        levels=_levels(rows) if order == "tree" else {},
        statuses={row.pk: row.status for row in rows},
        ends={row.pk: row.end for row in rows},
    )


@dataclasses.dataclass(frozen=True)
class _Candidate:
    """What the order and the text filter need of a programme."""

    pk: int
    parent: int | None
    kind: str
    sort_key: str
    words: str
    status: str
    end: str


def _without_components(rows: list[_Candidate]) -> list[_Candidate]:
    """Leave components out; what is under one then hangs on what the component belongs to."""
    components = {row.pk: row.parent for row in rows if row.kind == Programme.Kind.COMPONENT}
    kept = []
    for row in rows:
        parent = row.parent
        while parent in components:
            parent = components[parent]
        if row.pk not in components:
            kept.append(dataclasses.replace(row, parent=parent))
    return kept


def _candidates(programmes: QuerySet[Programme]) -> list[_Candidate]:
    last = StatusChange.objects.filter(programme=OuterRef("pk")).order_by("-on", "-pk")
    amended = Amendment.objects.filter(programme=OuterRef("pk")).exclude(new_end="").order_by("-number")
    rows = programmes.annotate(
        current_status=Subquery(last.values("status")[:1]),
        amended_end=Subquery(amended.values("new_end")[:1]),
    )
    return [
        _Candidate(
            pk=row.pk,
            parent=row.parent_id,
            kind=row.kind,
            sort_key=row.sort_key,
            words=f"{row.title} {row.short_title} {row.acronym}",
            status=row.current_status or "",
            end=row.actual_end or row.amended_end or row.planned_end,
        )
        for row in rows
    ]


def _matching(rows: Sequence[_Candidate], text: str) -> list[_Candidate]:
    codes: dict[int, str] = {}
    for code in ProgrammeCode.objects.filter(programme__in=[row.pk for row in rows]):
        codes[code.programme_id] = f"{codes.get(code.programme_id, '')} {code.value}"
    return [row for row in rows if matches(text, f"{row.words} {codes.get(row.pk, '')}")]


def _ordered(rows: Sequence[_Candidate], order: str, descending: bool) -> list[_Candidate]:
    by_pk = {row.pk: row for row in rows}
    life = {status: rank for rank, status in enumerate(Status.values)}
    match order:
        case "status":
            return sorted(rows, key=lambda row: (life.get(row.status, -1), row.sort_key), reverse=descending)
        case "end":
            return sorted(rows, key=lambda row: (row.end, row.sort_key), reverse=descending)
        case "title":
            return sorted(rows, key=lambda row: row.sort_key, reverse=descending)
        case _:
            return sorted(rows, key=lambda row: [(one.sort_key, one.pk) for one in _line(row, by_pk)])


def _line(row: _Candidate, by_pk: dict[int, _Candidate]) -> list[_Candidate]:
    """The programme after those of the list that it belongs to, the topmost first."""
    line = [row]
    while (above := by_pk.get(line[0].parent or 0)) is not None:
        line.insert(0, above)
    return line


def _levels(rows: Sequence[_Candidate]) -> dict[int, int]:
    by_pk = {row.pk: row for row in rows}
    return {row.pk: len(_line(row, by_pk)) - 1 for row in rows}


def lines(scope: Scope, found: Found, ids: Iterable[int]) -> list[ProgrammeLine]:
    """Return the lines of the list for these programmes, in the order given. Seven queries at most."""
    wanted = list(ids)
    funders = Participation.objects.filter(role=Participation.Role.FUNDER).order_by("pk")
    rows = Programme.objects.prefetch_related(
        Prefetch("codes", ProgrammeCode.objects.order_by("pk")),
        Prefetch("status_changes", StatusChange.objects.order_by("on", "pk")),
        Prefetch("amendments", Amendment.objects.order_by("number")),
        Prefetch("participations", funders.select_related("organisation")),
        Prefetch("programme_places", ProgrammePlace.objects.order_by("pk").select_related("place")),
    ).in_bulk(wanted)
    parents = named(scope, {row.parent_id for row in rows.values() if row.parent_id})
    return [_to_line(rows[pk], parents, found.levels.get(pk, 0)) for pk in wanted]


def named(scope: Scope, ids: Collection[int]) -> dict[int, Named]:
    """Return the names of those of these programmes that the viewer may see."""
    return {
        row.pk: Named(row.slug, row.short_title)
        for row in visible(scope).filter(pk__in=ids).only("slug", "short_title")
    }


def _to_line(row: Programme, parents: dict[int, Named], level: int) -> ProgrammeLine:
    changes = list(row.status_changes.all())
    return ProgrammeLine(
        pk=row.pk,
        slug=row.slug,
        title=row.title,
        short_title=row.short_title,
        acronym=row.acronym,
        kind=row.get_kind_display(),
        level=level,
        parent=parents.get(row.parent_id or 0),
        codes=tuple(dict.fromkeys(code.value for code in row.codes.all())),
        status=Status(changes[-1].status) if changes else None,
        status_on=changes[-1].on if changes else "",
        funders=tuple(Named(one.organisation.uid, str(one.organisation)) for one in row.participations.all()),
        places=tuple(Named(one.place.uid, one.place.name) for one in row.programme_places.all()),
        calendar=calendar(row, [one.new_end for one in row.amendments.all() if one.new_end]),
        is_published=row.published,
    )


def calendar(row: Programme, amended_ends: Sequence[str]) -> Calendar:
    """Return the dates of a programme; `amended_ends` are the ends its amendments gave, the last one last."""
    return Calendar(
        planned_start=row.planned_start,
        planned_end=row.planned_end,
        planned_months=row.planned_months,
        amended_end=amended_ends[-1] if amended_ends else "",
        actual_start=row.actual_start,
        actual_end=row.actual_end,
        stated_months=row.stated_months,
    )


def places_of(ids: Iterable[int]) -> dict[int, set[int]]:
    """Return the ids of the places where each of these programmes works."""
    found: dict[int, set[int]] = {}
    for programme, place in ProgrammePlace.objects.filter(programme__in=list(ids)).values_list(
        "programme_id", "place_id"
    ):
        found.setdefault(programme, set()).add(place)
    return found


def count_funders(ids: Iterable[int]) -> int:
    """Return how many organisations fund these programmes."""
    funding = Participation.objects.filter(programme__in=list(ids), role=Participation.Role.FUNDER)
    return funding.values("organisation").distinct().count()


def readable_documents(scope: Scope) -> QuerySet[Document]:
    """Return the documents a viewer may read to the passage, each once, the latest first."""
    readable = Document.objects.filter(scope.visible_documents())
    return Document.objects.filter(pk__in=readable.values("pk")).order_by("-dated", "sort_key")
