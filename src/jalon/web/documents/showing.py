"""What the pages of documents hand to their templates: tables, notes in the margin, remarks."""

import dataclasses
from collections.abc import Iterable, Mapping, Sequence

from django.core.paginator import Paginator
from django.http import QueryDict
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jalon.core.values.date_formats import format_date
from jalon.core.values.partial_dates import format_partial
from jalon.records.ledger.queries import EntryView
from jalon.records.ledger.states import EntryState
from jalon.records.programmes.models import Programme, ProgrammeDocument
from jalon.records.programmes.rules import Scope
from jalon.records.sources.models import Document, Remark, Source
from jalon.records.sources.queries import Kept, Recognised, said_page
from jalon.web import components
from jalon.web.components import Badge, Quote
from jalon.web.entries.showing import badge, days_of, entry_figure
from jalon.web.shown import ShownFigure, Words
from jalon.web.tables import Cell, Column, Kind, Ordering, Pages, Row, Table, address, export_links, row


@dataclasses.dataclass(frozen=True)
class Note:
    """What stands in the margin of a passage: a figure and what it counts, or a remark."""

    label: Words
    figure: ShownFigure | None = None
    context: str = ""
    badge: Badge | None = None
    href: str = ""
    current: bool = False


def notes_of(
    entries: Mapping[int, Sequence[EntryView]], remarks: Iterable[Remark], current: Source | None
) -> dict[int, list[Note]]:
    """Return the notes of each passage (source id): its entries, then the remarks that cite it."""
    notes: dict[int, list[Note]] = {}
    for source, views in entries.items():
        here = current is not None and current.pk == source
        notes[source] = [_entry_note(view, here) for view in views]
    for remark in remarks:
        for cited in {remark.first, remark.second}:
            if cited is not None:
                note = Note(remark.title, href=f"#remarque-{remark.pk}")
                notes.setdefault(cited.pk, []).append(note)
    return notes


def _entry_note(view: EntryView, current: bool) -> Note:
    entry = view.entry
    where = f"{entry.place.name}, " if entry.place else ""
    return Note(
        label=entry.account.label,
        figure=entry_figure(view),
        context=f"{entry.get_stage_display()}, {where}{days_of(entry)}",
        badge=None if view.state == EntryState.IN_FORCE else badge(view.state),
        current=current,
    )


def document_lead(document: Document) -> str:
    """Return « LuxDev, décembre 2024 »."""
    return ", ".join(part for part in (document.issuer, format_partial(document.dated)) if part)


def list_table(
    found: Iterable[Document], scope: Scope, ordering: Ordering, *, pages: Pages | None = None
) -> Table:
    """Return the list of documents as the one table, each with the programmes the viewer may see."""
    documents = list(found)
    links = ProgrammeDocument.objects.filter(document__in=documents).select_related("programme")
    visible = links.filter(
        programme__in=Programme.objects.filter(scope.visible_programmes()).values("pk")
    ).order_by("programme__sort_key")
    programmes: dict[int, list[str]] = {}
    for link in visible:
        programmes.setdefault(link.document_id, []).append(link.programme.short_title)
    return Table(
        id="documents",
        caption=_("Documents"),
        columns=(
            Column("title", _("Titre"), sortable=True),
            Column("kind", _("Nature"), sortable=True),
            Column("date", _("Date"), Kind.DATE, sortable=True),
            Column("programmes", _("Programmes")),
            Column("passages", _("Passages cités"), Kind.NUMBER),
            Column("visibility", _("Diffusion")),
        ),
        rows=[_list_row(one, programmes.get(one.pk, [])) for one in documents],
        ordering=ordering,
        pages=pages,
        exports=export_links(ordering.query),
        empty=_("Aucun document ne répond à ces filtres."),
        cards=True,
        swap=True,
        hide_caption=True,
    )


def _list_row(document: Document, programmes: list[str]) -> Row:
    passages: int = getattr(document, "passages", 0)
    note = _("document de démonstration") if document.invented else ""
    return row(
        Cell(document.title, href=reverse("document", args=[document.uid]), note=document.issuer or note),
        str(document.get_kind_display()),
        Cell(format_partial(document.dated), raw=document.dated),
        ", ".join(programmes),
        passages,
        str(document.get_visibility_display()),
    )


def versions_table(shown: Kept, *, names: bool) -> Table:
    """Return the files received as a table; who received them is told to those who have a role."""
    rows = []
    for version in shown.versions:
        texts = ", ".join(text.extractor for text in version.texts.all())
        href = reverse("document_file", args=[shown.document.uid, version.number])
        by = f" · {version.received_by}" if names else ""
        received = timezone.localtime(version.received_at).date()
        rows.append(
            row(
                Cell(version.file_name, href=href, note=_("version %(n)s") % {"n": version.number}),
                Cell(format_date(received) + by, raw=received),
                Cell(filesizeformat(version.size), raw=version.size),
                texts or _("non lu"),
                Cell(f"{version.sha256[:12]}…", raw=version.sha256),
            )
        )
    return Table(
        id="versions",
        caption=_("Fichiers reçus"),
        columns=(
            Column("file", _("Fichier")),
            Column("received", _("Reçu le"), Kind.DATE),
            Column("size", _("Taille"), Kind.NUMBER),
            Column("extractor", _("Texte lu par")),
            Column("hash", _("Empreinte SHA-256")),
        ),
        rows=rows,
        cards=True,
        hide_caption=True,
    )


def recognised_words(far: Recognised) -> str:
    """Return « 12 pages reconnues sur 96 »."""
    words = ngettext(
        "%(done)s page reconnue sur %(total)s", "%(done)s pages reconnues sur %(total)s", len(far.done)
    )
    return words % {"done": len(far.done), "total": len(far.pages)}


def shown_remark(remark: Remark) -> components.Remark:
    """Return a remark with its passages; whoever is given it may read them."""
    cited = [one for one in (remark.first, remark.second) if one is not None]
    return components.Remark(
        title=remark.title,
        text=remark.explanation,
        quotes=tuple(
            Quote(
                text=one.quote or one.title,
                source=one.title,
                where=said_page(one),
                href=reverse("source", args=[one.uid]),
            )
            for one in cited
        ),
        on=remark.written_on,
    )


def block_pages(query: QueryDict, numbers: Sequence[tuple[int, int]], number: int) -> Pages | None:
    """Return the links between the pages of a long text; None when it has one."""
    if len(numbers) == 1:
        return None

    def href(page: int) -> str:
        return address(query, {"page": str(page), "passage": None})

    elided = Paginator(range(len(numbers)), 1).get_elided_page_range(number, on_each_side=1, on_ends=1)
    first, last = numbers[number - 1]
    return Pages(
        number=number,
        last=len(numbers),
        total=numbers[-1][1],
        first_row=first + 1,
        last_row=last,
        previous=href(number - 1) if number > 1 else "",
        next=href(number + 1) if number < len(numbers) else "",
        links=tuple(
            components.Link(str(one), href(one), current=one == number) if isinstance(one, int) else None
            for one in elided
        ),
    )
