"""Reading entries: one with its history and its neighbours, those of a document, the drafts."""

import dataclasses
from collections.abc import Sequence

from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet

from jalon.core.figures.disclosure import FEWEST
from jalon.records.ledger.models import Account, Act, CellCategory, Entry, Posting
from jalon.records.ledger.rules import programmes_with, sees_names, visible_entries
from jalon.records.ledger.states import WITH_ACTS, EntryState, state_of
from jalon.records.programmes.models import Programme
from jalon.records.programmes.queries import readable_documents
from jalon.records.programmes.rules import Scope
from jalon.records.sources.models import Document, Remark, Source, Text
from jalon.records.users.roles import Permission, Tier

PERSON = "person"


@dataclasses.dataclass(frozen=True)
class CellLine:
    """One line of an entry: (axis, category) in French, empty for what is not specified; a scaled value."""

    categories: tuple[tuple[str, str], ...]
    value: int
    named: bool = False
    group: str = ""
    source: Source | None = None


@dataclasses.dataclass(frozen=True)
class Deed:
    """An act with what its reader may know of it; `by` is empty for who may not know it."""

    act: Act
    by: str


@dataclasses.dataclass(frozen=True)
class EntryView:
    """An entry with its state and lines, as a list or a page shows it. `total` is scaled."""

    entry: Entry
    state: EntryState
    lines: tuple[CellLine, ...]
    hidden: bool = False

    @property
    def total(self) -> int:
        """The sum of all its lines."""
        return sum(line.value for line in self.lines)


@dataclasses.dataclass(frozen=True)
class EntrySheet:
    """All that the page of an entry shows.

    `readable`: its passage may be read; `names`: people may be named; `claims`: the other statements of the
    same extent; `replaced`: those it replaces, or would; `remarks`: on its account or on its source.
    """

    view: EntryView
    deeds: tuple[Deed, ...]
    claims: tuple[EntryView, ...]
    replaced: tuple[EntryView, ...]
    remarks: tuple[Remark, ...]
    readable: bool
    names: bool


def entries(found: QuerySet[Entry]) -> QuerySet[Entry]:
    """Return entries with all that `view_of` reads, in a constant number of queries."""
    cells = Prefetch(
        "cell__categories",
        CellCategory.objects.select_related("axis", "category").order_by("axis__order", "axis__code"),
    )
    postings = Posting.objects.select_related("group", "source").prefetch_related(cells).order_by("pk")
    return found.select_related(
        "account__programme", "place", "division", "about", "source__text__version__document"
    ).prefetch_related(Prefetch("postings", postings), WITH_ACTS)


def view_of(entry: Entry, *, hide_few: bool = False) -> EntryView:
    """Return an entry ready to show; with `hide_few`, its breakdown is withheld when a cell is of few."""
    lines = tuple(
        CellLine(
            categories=tuple(
                (part.axis.label, part.category.label) for part in posting.cell.categories.all()
            ),
            value=posting.value,
            named=posting.person_id is not None,
            group=posting.group.label if posting.group else "",
            source=posting.source,
        )
        for posting in entry.postings.all()
    )
    if hide_few and any(_tells(line) for line in lines):
        total = CellLine((), sum(line.value for line in lines))
        return EntryView(entry, state_of(entry), (total,), hidden=True)
    return EntryView(entry, state_of(entry), lines)


def _tells(line: CellLine) -> bool:
    """Whether a line could point at somebody: a cell of few persons, a person, a named group."""
    return line.named or bool(line.group) or (bool(line.categories) and 0 < line.value < FEWEST)


def hides_few(scope: Scope, account: Account, *, readable: bool) -> bool:
    """Whether small cells are withheld: from the public, unless it may read the passage that prints them."""
    return account.unit == PERSON and scope.tier(account.programme_id) == Tier.PUBLIC and not readable


def document_of(source: Source | None) -> Document | None:
    """Return the document a passage stands in (fetched beforehand), or None."""
    return source.text.version.document if source is not None and source.text is not None else None


def sheet(entry: Entry, scope: Scope) -> EntrySheet:
    """Return what the page of an entry shows to this viewer; `entry` comes from `entries`."""
    document = document_of(entry.source)
    readable = document is None or readable_documents(scope).filter(pk=document.pk).exists()
    names = sees_names(scope, entry.account)
    hide = hides_few(scope, entry.account, readable=document is not None and readable)
    acts = sorted(entry.acts.all(), key=lambda act: act.known_at)
    return EntrySheet(
        view=view_of(entry, hide_few=hide),
        deeds=tuple(Deed(act, act.by if names else "") for act in acts),
        claims=_claims(entry, scope, hide),
        replaced=_replaced(entry, scope, hide),
        remarks=_remarks(entry, scope),
        readable=readable,
        names=names,
    )


def _claims(entry: Entry, scope: Scope, hide: bool) -> tuple[EntryView, ...]:
    """The other statements of the same extent: events are never claims of one another."""
    if entry.kind != Entry.Kind.STATEMENT:
        return ()
    same = Entry.objects.filter(
        visible_entries(scope),
        account=entry.account,
        kind=entry.kind,
        stage=entry.stage,
        start=entry.start,
        end=entry.end,
        place=entry.place,
        division=entry.division,
        about=entry.about,
        plan_version=entry.plan_version,
    ).exclude(pk=entry.pk)
    views = [view_of(one, hide_few=hide) for one in entries(same).order_by("known_at")]
    gone = {EntryState.DISCARDED, EntryState.CORRECTED, EntryState.WITHDRAWN}
    return tuple(view for view in views if view.state not in gone)


def _replaced(entry: Entry, scope: Scope, hide: bool) -> tuple[EntryView, ...]:
    found = entries(Entry.objects.filter(visible_entries(scope), acts__replaced_by=entry).distinct())
    return tuple(view_of(one, hide_few=hide) for one in found.order_by("known_at"))


def _remarks(entry: Entry, scope: Scope) -> tuple[Remark, ...]:
    """Remarks on the account or on the source, whose passages may all be read by the viewer."""
    found = Remark.objects.filter(
        Q(account_remarks__account=entry.account) | Q(first=entry.source) | Q(second=entry.source)
    ).distinct()
    related = ("first__text__version__document", "second__text__version__document")
    return tuple(readable_remarks(list(found.select_related(*related).order_by("written_on", "pk")), scope))


def readable_remarks(remarks: Sequence[Remark], scope: Scope) -> list[Remark]:
    """Return the remarks whose passages the viewer may read, as a remark quotes them."""
    cited = {
        remark: [d.pk for d in map(document_of, (remark.first, remark.second)) if d] for remark in remarks
    }
    named = {pk for documents in cited.values() for pk in documents}
    allowed = set(readable_documents(scope).filter(pk__in=named).values_list("pk", flat=True))
    return [remark for remark in remarks if set(cited[remark]) <= allowed]


def entries_at(text: Text, scope: Scope) -> dict[int, list[EntryView]]:
    """Return the visible entries of each passage of a text: source id → entries, in order of dates."""
    at_passage = Q(source__text=text) | Q(postings__source__text=text)
    found = entries(Entry.objects.filter(visible_entries(scope) & at_passage).distinct())
    at: dict[int, list[EntryView]] = {}
    for entry in found.order_by("account__order", "end", "pk"):
        lines = [posting.source for posting in entry.postings.all() if posting.source is not None]
        for source in {entry.source_id, *(one.pk for one in lines)}:
            at.setdefault(source, []).append(view_of(entry))
    return at


def source_entries(source: Source, scope: Scope) -> QuerySet[Entry]:
    """Return the visible entries that come from a source, in order of dates."""
    return entries(Entry.objects.filter(visible_entries(scope), source=source)).order_by("end", "pk")


def drafts(scope: Scope, *, programme: Programme | None = None) -> QuerySet[Entry]:
    """Return the entries waiting for approval that the viewer may see, the oldest first."""
    waiting = Entry.objects.exclude(
        Exists(Act.objects.filter(entry=OuterRef("pk"), kind__in=(Act.Kind.APPROVE, Act.Kind.WITHDRAW)))
    )
    if not scope.everything:
        waiting = waiting.filter(account__programme__in=programmes_with(scope, Permission.VIEW_DRAFTS))
    if programme is not None:
        waiting = waiting.filter(account__programme=programme)
    return entries(waiting).order_by(
        F("account__programme__sort_key").asc(nulls_last=True), "account__order", "known_at", "pk"
    )


def drafting_programmes(scope: Scope) -> QuerySet[Programme]:
    """Return the programmes that have drafts the viewer may see."""
    waiting = drafts(scope).order_by().values("account__programme")
    return Programme.objects.filter(pk__in=waiting).order_by("sort_key")
