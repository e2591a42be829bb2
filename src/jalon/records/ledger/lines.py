"""The entries behind a figure as lines a page can show; sources open as deep as the viewer may read."""

import dataclasses
import datetime
from collections.abc import Collection

from django.db.models import QuerySet

from jalon.records.ledger.models import Account, Axis, CellCategory, Entry, Posting
from jalon.records.ledger.rules import visible_entries
from jalon.records.programmes.queries import readable_documents
from jalon.records.programmes.rules import Scope
from jalon.records.sources.models import Source
from jalon.records.sources.queries import said_page


@dataclasses.dataclass(frozen=True)
class SourceLine:
    """A source beside an entry: its title; its words and their page only for who may read the document."""

    uid: str
    title: str
    quote: str
    where: str
    readable: bool
    invented: bool


@dataclasses.dataclass(frozen=True)
class EntryLine:
    """One entry: what it counts, when, where, whose part, its cells, what was printed, its source.

    `total` and the values of `cells` are scaled by `decimals`; `cells` are (French labels, value).
    """

    uid: str
    account: str
    account_label: str
    is_event: bool
    stage: str
    start: datetime.date | None
    end: datetime.date
    place: str
    division: str
    about: str
    version: int | None
    total: int
    decimals: int
    unit_label: str
    cells: tuple[tuple[str, int], ...]
    printed: str
    qualifier: str
    reported_by: str
    note: str
    known_at: datetime.datetime
    source: SourceLine

    @property
    def values(self) -> tuple[int, ...]:
        """The values of its cells."""
        return tuple(value for _label, value in self.cells)


def entry_lines(uids: Collection[str], scope: Scope) -> dict[str, EntryLine]:
    """Return the lines of these entries by uid, in a constant number of queries.

    An entry of an account that the viewer may not ask about is left out: a figure does not open onto it.
    """
    entries = (
        Entry.objects.filter(visible_entries(scope), uid__in=uids)
        .select_related("account", "place", "division", "about", "source__text__version__document")
        .prefetch_related("postings__cell__categories__category")
        .order_by("end", "uid")
    )
    readable = frozenset(readable_documents(scope).values_list("pk", flat=True))
    return {entry.uid: _line(entry, readable) for entry in entries}


def axes_of(account: Account) -> QuerySet[Axis]:
    """Return the axes along which the entries of an account are broken down, in their order."""
    cells = Posting.objects.filter(entry__account=account).values("cell")
    return Axis.objects.filter(pk__in=CellCategory.objects.filter(cell__in=cells).values("axis")).order_by(
        "order", "code"
    )


def source_line(source: Source, readable: Collection[int]) -> SourceLine:
    """Return a source as a line: a passage keeps its words from who may not read its document."""
    may_read = source.text is None or source.text.version.document_id in readable
    title = (
        source.text.version.document.title if source.text else source.title or str(source.get_kind_display())
    )
    return SourceLine(
        uid=source.uid,
        title=title,
        quote=source.quote if may_read else "",
        where=said_page(source) if may_read else "",
        readable=may_read,
        invented=source.invented,
    )


def _line(entry: Entry, readable: Collection[int]) -> EntryLine:
    account = entry.account
    cells = tuple(
        (", ".join(str(one.category.label) for one in posting.cell.categories.all()), posting.value)
        for posting in entry.postings.all()
    )
    return EntryLine(
        uid=entry.uid,
        account=account.uid,
        account_label=account.label,
        is_event=entry.kind == Entry.Kind.EVENT,
        stage=entry.get_stage_display(),
        start=entry.start,
        end=entry.end,
        place=entry.place.name if entry.place else "",
        division=entry.division.code if entry.division else "",
        about=str(entry.about) if entry.about else "",
        version=entry.plan_version,
        total=sum(value for _label, value in cells),
        decimals=account.decimals,
        unit_label=account.unit_label or account.unit,
        cells=cells if len(cells) > 1 or (cells and cells[0][0]) else (),
        printed=entry.printed,
        qualifier=entry.qualifier,
        reported_by=entry.reported_by,
        note=entry.note,
        known_at=entry.known_at,
        source=source_line(entry.source, readable),
    )
