"""The pile as its page shows it: documents in groups, each with its states drawn and said."""

import dataclasses
from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from jalon.records.programmes.models import Programme
from jalon.records.programmes.rules import Scope
from jalon.records.reading.queries import PileRow
from jalon.records.reading.rules import reviewable_documents
from jalon.records.reading.states import State
from jalon.records.sources.models import Document
from jalon.web.components import Link, Progress
from jalon.web.documents.showing import document_lead
from jalon.web.fields import offer
from jalon.web.shown import Words
from jalon.web.tables import Pages, paginate

PER_PAGE = 30
TONES = ((State.ACCEPTED, "a"), (State.CORRECTED, "b"), (State.IGNORED, "e"), (State.OPEN, "open"))


class PileFilter(forms.Form):
    """The programme whose documents are shown."""

    programme = forms.ChoiceField(label=gettext_lazy("Programme"), required=False)

    def __init__(self, data: Any, *, programmes: Iterable[Programme]) -> None:
        super().__init__(data)
        self.offered = {one.slug: one for one in programmes}
        choices = [(slug, one.short_title) for slug, one in self.offered.items()]
        offer(self, "programme", [("", _("Tous")), *choices])

    def chosen(self) -> Programme | None:
        """Return the programme asked for."""
        self.is_valid()
        return self.offered.get(str(self.cleaned_data.get("programme", "")))


@dataclasses.dataclass(frozen=True)
class Bar:
    """A stretch of a state bar: where it starts and how long it is, in percent, and its tone."""

    start: str
    length: str
    tone: str


@dataclasses.dataclass(frozen=True)
class Line:
    """A document of the pile."""

    row: PileRow
    title: str
    lead: str
    href: str
    read: str
    bars: tuple[Bar, ...]
    counts: tuple[str, ...]

    @property
    def is_done(self) -> bool:
        """Whether nothing waits any more."""
        return self.row.reading is not None and self.row.judged == self.row.total


@dataclasses.dataclass(frozen=True)
class Group:
    """Documents that are at the same point."""

    title: Words
    lines: tuple[Line, ...]


def _rank(row: PileRow) -> int:
    if row.open_alerts:
        return 0
    if row.reading is None:
        return 2
    return 1 if row.open_claims else 3


def groups_of(rows: Sequence[PileRow], query: QueryDict) -> tuple[list[Group], Pages | None]:
    """Return the documents in groups, alerts first, a page at a time."""
    titles = (_("Avec des alertes"), _("À examiner"), _("Jamais lus"), _("Terminés"))
    ordered = sorted(rows, key=lambda row: (_rank(row), row.document.sort_key))
    page, numbers = paginate(ordered, query, per_page=PER_PAGE)
    shown = list(page.object_list)
    groups = [
        Group(title, tuple(line_of(row) for row in shown if _rank(row) == rank))
        for rank, title in enumerate(titles)
    ]
    return [group for group in groups if group.lines], numbers


def resume_address(rows: Sequence[PileRow]) -> str:
    """Return the review of the first document where something waits, those with alerts first."""
    waiting = (row for row in rows if row.open_alerts or row.open_claims)
    first = min(waiting, key=lambda row: (_rank(row), row.document.sort_key), default=None)
    return reverse("reading_review", args=[first.document.uid]) if first is not None else ""


def line_of(row: PileRow) -> Line:
    """Return a document of the pile with its states."""
    document = row.document
    return Line(
        row,
        document.title,
        document_lead(document),
        reverse("reading_review", args=[document.uid]),
        reverse("reading_read", args=[document.uid]) if row.reading is None else "",
        _bars(row),
        _counts(row),
    )


def _bars(row: PileRow) -> tuple[Bar, ...]:
    total = sum(row.claims.values())
    bars, start = [], 0.0
    for state, tone in TONES:
        length = row.claims.get(state, 0) * 100 / total if total else 0.0
        if length:
            bars.append(Bar(f"{start:.2f}", f"{length:.2f}", tone))
        start += length
    return tuple(bars)


def _counts(row: PileRow) -> tuple[str, ...]:
    if row.reading is None:
        return ()
    claims = row.claims
    taken, fixed = claims.get(State.ACCEPTED, 0), claims.get(State.CORRECTED, 0)
    left = claims.get(State.IGNORED, 0)
    said = (
        (row.open_alerts, ngettext("%(n)s alerte ouverte", "%(n)s alertes ouvertes", row.open_alerts)),
        (row.open_claims, ngettext("%(n)s à examiner", "%(n)s à examiner", row.open_claims)),
        (taken, ngettext("%(n)s acceptée", "%(n)s acceptées", taken)),
        (fixed, ngettext("%(n)s corrigée", "%(n)s corrigées", fixed)),
        (left, ngettext("%(n)s ignorée", "%(n)s ignorées", left)),
    )
    return tuple(words % {"n": count} for count, words in said if count) or (_("rien à examiner"),)


def tones() -> list[tuple[str, Words]]:
    """Return what each tone of a state bar means."""
    return [(tone, state.label) for state, tone in TONES]


def progress_of(rows: Sequence[PileRow]) -> Progress:
    """Return how far the review of the pile is."""
    total, judged = sum(row.total for row in rows), sum(row.judged for row in rows)
    unread = sum(row.reading is None for row in rows)
    words = ngettext(
        "%(judged)s décision prise sur %(total)s propositions et alertes",
        "%(judged)s décisions prises sur %(total)s propositions et alertes",
        judged,
    ) % {"judged": judged, "total": total}
    if unread:
        words += " · " + ngettext("%(n)s document jamais lu", "%(n)s documents jamais lus", unread) % {
            "n": unread
        }
    return Progress(share=judged / total if total else None, words=words)


def silent_documents(scope: Scope) -> list[Link]:
    """Return the documents that the viewer may review and that have a file but no text: images, mostly."""
    found = Document.objects.filter(reviewable_documents(scope), versions__isnull=False)
    silent = found.exclude(pk__in=Document.objects.filter(versions__texts__isnull=False).values("pk"))
    return [
        Link(document.title, reverse("reading_review", args=[document.uid]))
        for document in silent.distinct().order_by("sort_key")
    ]
