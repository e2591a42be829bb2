"""What the documents of a programme say together, as its page shows and exports it."""

import dataclasses
from collections.abc import Iterable, Sequence
from decimal import Decimal

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jalon.core.reading.facts import FactType
from jalon.core.reading.series.shapes import Note, Passage, Point, Return, Series
from jalon.core.reading.series.times import said_period
from jalon.core.values.number_formats import format_number
from jalon.core.values.partial_dates import format_partial
from jalon.flows.reading.series import ProgrammeSeries
from jalon.records.reading.models import Alert
from jalon.web.components import Badge, Link, Quote, Remark
from jalon.web.documents.showing import document_lead
from jalon.web.reading.access import review_address
from jalon.web.reading.series_words import KINDS, NATURES, SEXES, SHAPES, STANDS
from jalon.web.tables import EXPORT, Cell, Column, Kind, Row, Table, address, row

TABLE = "tableau"
SERIES, RETURNS, NAMES, CONTRADICTIONS = "series", "recommandations", "graphies", "contradictions"


@dataclasses.dataclass(frozen=True)
class Shown:
    """The page: what contradicts, the tables that have rows, the doubts, and what must be known before."""

    contradictions: tuple[Remark, ...]
    contradictions_exports: tuple[Link, ...]
    series: Table | None
    doubts: tuple[Remark, ...]
    returns: Table | None
    names: Table | None
    counts: tuple[str, ...]
    unread: str

    @property
    def is_empty(self) -> bool:
        """Whether the documents say nothing together."""
        return not (self.contradictions or self.series or self.returns or self.names)


class SeriesPage:
    """Makes the tables and remarks of one programme's page."""

    def __init__(self, found: ProgrammeSeries, query: QueryDict) -> None:
        self.found = found
        self.query = query

    def shown(self) -> Shown:
        """Return the page."""
        together = self.found.together
        notes = [note for series in together.series for note in series.notes]
        return Shown(
            contradictions=tuple(map(self.remark, together.contradictions)),
            contradictions_exports=self._exports(CONTRADICTIONS),
            series=self.series() if together.series else None,
            doubts=tuple(map(self.remark, notes)),
            returns=self.returns() if together.returns else None,
            names=self.notes(NAMES, _("Noms écrits de deux façons"), together.names)
            if together.names
            else None,
            counts=self._counts(),
            unread=self._unread(),
        )

    def table(self, name: str) -> Table | None:
        """Return one of the tables, for a file; None for an unknown name."""
        together = self.found.together
        match name:
            case "series":
                return self.series()
            case "recommandations":
                return self.returns()
            case "graphies":
                return self.notes(NAMES, _("Noms écrits de deux façons"), together.names)
            case "contradictions":
                doubts = [note for one in together.series for note in one.notes]
                return self.notes(
                    CONTRADICTIONS, _("Contradictions et doutes"), [*together.contradictions, *doubts]
                )
        return None

    def _counts(self) -> tuple[str, ...]:
        together = self.found.together
        read, series, against = map(len, (together.documents, together.series, together.contradictions))
        back = sum(not one.is_closed for one in together.returns)
        said = (
            (read, ngettext("%(n)s document lu", "%(n)s documents lus", read)),
            (series, ngettext("%(n)s série", "%(n)s séries", series)),
            (against, ngettext("%(n)s contradiction", "%(n)s contradictions", against)),
            (
                back,
                ngettext("%(n)s recommandation qui revient", "%(n)s recommandations qui reviennent", back),
            ),
        )
        return tuple(words % {"n": number} for number, words in said if number)

    def _unread(self) -> str:
        left = self.found.unread
        if not left:
            return ""
        return ngettext(
            "%(n)s document de ce programme n’a pas encore été lu : il n’est pas comparé.",
            "%(n)s documents de ce programme n’ont pas encore été lus : ils ne sont pas comparés.",
            left,
        ) % {"n": left}

    def _exports(self, name: str) -> tuple[Link, ...]:
        return tuple(
            Link(label, address(self.query, {TABLE: name, EXPORT: kind}))
            for label, kind in (("Excel", "xlsx"), ("CSV", "csv"))
        )

    # Where a passage opens

    def href(self, passage: Passage) -> str:
        """Return the address of a passage: its proposition in the review, else its document."""
        document, claim = self.found.document_of(passage), self.found.claim_of(passage)
        if claim is None:
            return reverse("document", args=[document.uid])
        return review_address(document, f"p={claim}")

    def remark(self, note: Note) -> Remark:
        """Return a doubt or a contradiction with its quotes side by side."""
        level = Alert.Level(note.level).label
        return Remark(
            title=f"{KINDS[note.kind]} ({level})",
            text=_sentence(note.explain),
            quotes=tuple(
                Quote(
                    text=passage.context,
                    source=passage.document.title,
                    where=format_partial(passage.document.dated),
                    href=self.href(passage),
                )
                for passage in note.passages
            ),
        )

    # Tables

    def series(self) -> Table:
        """Return the series: a row an indicator, a column a document."""
        together = self.found.together
        keys = [one.key for one in together.documents if self._is_cited(one.key, together.series)]
        rows = [made for one in together.series for made in self._rows(one, keys)]
        return Table(
            id=SERIES,
            caption=_("Séries"),
            columns=(
                Column("indicator", _("Indicateur")),
                *self._document_columns(keys, Kind.NUMBER),
                Column("change", _("Variation"), Kind.NUMBER),
                Column("nature", _("Lecture")),
                Column("doubt", _("À vérifier")),
            ),
            rows=rows,
            exports=self._exports(SERIES),
            cards=True,
            hide_caption=True,
        )

    def _is_cited(self, key: str, series: Iterable[Series]) -> bool:
        return any(point.passage.document.key == key for one in series for point in one.points)

    def _document_columns(self, keys: Sequence[str], kind: Kind) -> tuple[Column, ...]:
        documents = [self.found.documents[key] for key in keys]
        return tuple(
            Column(f"d{one.pk}", format_partial(one.dated) or _("sans date"), kind, unit=one.title)
            for one in documents
        )

    def _rows(self, series: Series, keys: Sequence[str]) -> Iterable[Row]:
        """A row, and one more for each document that gives several periods."""
        by_document: dict[str, list[Point]] = {key: [] for key in keys}
        for point in series.points:
            by_document[point.passage.document.key].append(point)
        notes = ", ".join(str(KINDS[note.kind]) for note in series.notes)
        for rank in range(max(map(len, by_document.values()))):
            cells = [
                self._value(points[rank], series) if rank < len(points) else Cell()
                for points in by_document.values()
            ]
            if rank:
                again = Cell(series.label, note=_("autre période"))
                yield row(again, *cells, "", "", "", level=1)
            else:
                badge = Badge(NATURES[series.nature], SHAPES[series.nature])
                label = Cell(series.label, note=_of_whom(series))
                yield row(label, *cells, _change(series), badge, notes)

    def _value(self, point: Point, series: Series) -> Cell:
        period = said_period(point.period) if point.period else ""
        change = _signed(point.change) if point.change else ""
        approx = _("environ") if point.passage.fact.text("approx") else ""
        return Cell(
            format_number(point.value) + (" %" if series.unit == "%" else ""),
            raw=point.value,
            href=self.href(point.passage),
            note=" · ".join(filter(None, (approx, period, change))),
        )

    def returns(self) -> Table:
        """Return the recommendations that come back: a row each, a column a document."""
        together = self.found.together
        cited = {passage.document.key for one in together.returns for passage in one.passages}
        keys = [one.key for one in together.documents if one.key in cited]
        return Table(
            id=RETURNS,
            caption=_("Recommandations qui reviennent"),
            columns=(
                Column("recommendation", _("Recommandation")),
                *self._document_columns(keys, Kind.TEXT),
                Column("said", _("Constat")),
                Column("level", _("Niveau")),
            ),
            rows=[self._return(one, keys) for one in together.returns],
            exports=self._exports(RETURNS),
            cards=True,
            hide_caption=True,
        )

    def _return(self, one: Return, keys: Sequence[str]) -> Row:
        said = {
            passage.document.key: Cell(STANDS[stand], raw=str(STANDS[stand]), href=self.href(passage))
            for passage, stand in zip(one.passages, one.stands, strict=True)
        }
        cells = [said.get(key, Cell()) for key in keys]
        title = next(passage for passage in reversed(one.passages) if self.found.claim_of(passage))
        level = "" if one.is_closed else str(Alert.Level(one.level).label)
        return row(Cell(title.quote, href=self.href(title)), *cells, _sentence(one.explain), level)

    def notes(self, name: str, caption: str, notes: Iterable[Note]) -> Table:
        """Return comparisons of two passages as a table."""
        return Table(
            id=name,
            caption=caption,
            columns=(
                Column("what", _("Constat")),
                Column("first", _("Premier passage")),
                Column("second", _("Second passage")),
                Column("level", _("Niveau")),
            ),
            rows=[
                row(
                    Cell(_sentence(note.explain)),
                    *(
                        Cell(passage.context, href=self.href(passage), note=self._where(passage))
                        for passage in note.passages[:2]
                    ),
                    str(Alert.Level(note.level).label),
                )
                for note in notes
            ],
            exports=self._exports(name),
            cards=True,
            hide_caption=True,
        )

    def _where(self, passage: Passage) -> str:
        document = self.found.document_of(passage)
        return ", ".join(filter(None, (document.title, document_lead(document))))


def _sentence(explain: str) -> str:
    """What a comparison found, as a sentence."""
    ended = explain if explain.endswith("?") else f"{explain}."
    return f"{ended[:1].upper()}{ended[1:]}"


def _of_whom(series: Series) -> str:
    """What tells the series from another of the same noun."""
    money = series.unit if series.points[0].passage.fact.type is FactType.MONEY else ""
    planned = _("prévu") if series.planned else ""
    sex = str(SEXES.get(series.sex, ""))
    return ", ".join(filter(None, (money, planned, sex if sex not in series.label else "", *series.places)))


def _change(series: Series) -> Cell:
    """The change from the first figure to the last."""
    change = series.points[-1].value - series.points[0].value
    return Cell(_signed(change), raw=change)


def _signed(change: Decimal) -> str:
    """A difference with its sign, a true minus."""
    return f"{'+' if change > 0 else '−' if change < 0 else ''}{format_number(abs(change))}"
