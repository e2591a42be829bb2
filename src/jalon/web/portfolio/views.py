"""The portfolio, the sheet of a programme and its journal."""

import datetime

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jalon.core.values.date_formats import format_date
from jalon.core.values.partial_dates import format_partial, partial_period
from jalon.records.places.models import Division
from jalon.records.places.queries import division_in_force
from jalon.records.programmes.models import Programme, Status
from jalon.records.programmes.queries import Filters, Found, count_funders, find, lines, visible
from jalon.records.programmes.rules import Scope, scope_of
from jalon.records.programmes.sheet import Sheet, sheet
from jalon.records.programmes.taking_part import organisations_taking_part
from jalon.records.programmes.whereabouts import Whereabouts, whereabouts
from jalon.records.results.queries import Result, framework, revision_in_force
from jalon.records.trail.models import TrailEvent
from jalon.records.trail.queries import said, trail_of
from jalon.records.users.roles import Permission
from jalon.web.charts.maps import Spot, SymbolMap, symbol_map
from jalon.web.components import Item, KeyFigure, Link, Node
from jalon.web.exports import exported
from jalon.web.http import Request
from jalon.web.portfolio import sheet as shown_sheet
from jalon.web.portfolio.contributions import contributions
from jalon.web.portfolio.edit_links import portfolio_links, sheet_links
from jalon.web.portfolio.forms import PortfolioFilter
from jalon.web.portfolio.table import COLUMNS, FILE_COLUMNS, SORTS, file_rows, screen_rows
from jalon.web.portfolio.words import status_badge, time_left
from jalon.web.programme_tabs import programme_tabs
from jalon.web.shown import shown
from jalon.web.tables import Cell, Column, Kind, Ordering, Row, Table, export_links, paginate, row

PORTFOLIO = "portfolio/portfolio.html"
OVERDUE_SHOWN = 4
OPENS = {"entry": "entry", "document": "document"}
"""What a line of the journal leads to: its type of object → the name of the page."""


def portfolio(request: Request) -> HttpResponse:
    """List the programmes the viewer may see; without a login, the published ones: the public portal."""
    scope = scope_of(request.user)
    today = timezone.localdate()
    division = division_in_force(today)
    where = whereabouts(scope, division)
    form = PortfolioFilter(request.GET, organisations=organisations_taking_part(scope), places=where.places)
    ordering = Ordering.read(request.GET, SORTS, default="tree")
    every = find(scope, Filters(), order=ordering.key, descending=ordering.descending)
    found = every
    if form.is_narrowed:
        found = find(scope, form.filters, order=ordering.key, descending=ordering.descending)
    about = {_("Filtré par"): ", ".join(f"{key} : {value}" for key, value in form.words().items())}
    if "export" in request.GET:
        rows = file_rows(lines(scope, found, found.ids), today)
        file = exported(
            request,
            Table(id="f", caption=_("Portefeuille"), columns=FILE_COLUMNS, rows=rows, about=about),
            "portefeuille",
        )
        if file is not None:
            return file
    page, pages = paginate(found.ids, request.GET)
    table = Table(
        id="programmes",
        caption=_counted(found, every),
        columns=COLUMNS,
        rows=screen_rows(lines(scope, found, page.object_list), today),
        ordering=ordering,
        pages=pages,
        exports=export_links(request.GET),
        empty=_("Aucun programme ne correspond : élargir les filtres."),
        cards=True,
        swap=True,
    )
    context = {"form": form, "table": table, "reset": reverse("portfolio") if form.is_narrowed else ""}
    if request.htmx:
        return render(request, f"{PORTFOLIO}#rows", context)
    context |= {
        "keys": _keys(every, where, division),
        "map": _map(where, every),
        "overdue": _overdue(scope, every, today),
        "links": portfolio_links(scope),
    }
    return render(request, PORTFOLIO, context)


def _counted(found: Found, every: Found) -> str:
    count, total = len(found.ids), len(every.ids)
    words = ngettext("%(n)s programme ou projet", "%(n)s programmes et projets", count) % {"n": count}
    return words if count == total else _("%(words)s sur %(total)s") % {"words": words, "total": total}


def _keys(every: Found, where: Whereabouts, division: Division | None) -> list[KeyFigure]:
    """The figures over the whole portfolio, whatever is filtered below."""
    running = every.count(Status.RUNNING, Status.CLOSING)
    closed = every.count(Status.CLOSED)
    return [
        KeyFigure(
            label=_("Programmes et projets"),
            figure=shown(len(every.ids)),
            note=ngettext("dont %(n)s clôturé", "dont %(n)s clôturés", closed) % {"n": closed}
            if closed
            else "",
        ),
        KeyFigure(label=_("En exécution ou en clôture"), figure=shown(running)),
        KeyFigure(
            label=_("Régions concernées"),
            figure=shown(len(where.counts(every.ids))),
            note=_("découpage %(code)s") % {"code": division.code} if division else "",
        ),
        KeyFigure(label=_("Bailleurs"), figure=shown(count_funders(every.ids))),
    ]


def _overdue(scope: Scope, every: Found, today: datetime.date) -> list[Item]:
    """What a steering committee would ask about first: said to run, though the end is past."""
    late = every.overdue(today)[:OVERDUE_SHOWN]
    return [
        Item(
            title=line.short_title,
            href=reverse("programme", args=[line.slug]),
            badge=status_badge(line.status),
            text=_("Fin en %(end)s, %(left)s, sans clôture enregistrée.")
            % {
                "end": format_partial(line.calendar.end),
                "left": time_left(line.calendar, line.status, today),
            },
        )
        for line in lines(scope, every, late)
    ]


def _map(where: Whereabouts, every: Found) -> SymbolMap | None:
    spots = [
        Spot(
            label=region.name,
            at=(float(region.longitude), float(region.latitude)),
            figure=shown(count),
            href=reverse("place", args=[region.uid]),
        )
        for region, count in where.counts(every.ids)
        if region.latitude is not None and region.longitude is not None
    ]
    title = _("Programmes et projets par région")
    note = _("Ceux qui couvrent tout le pays ne sont pas répartis entre les régions.")
    return symbol_map("carte", title, spots, note=note) if spots else None


def programme(request: Request, slug: str) -> HttpResponse:
    """Show the sheet of a programme; the public sees what is public, members see more."""
    scope = scope_of(request.user)
    record = get_object_or_404(visible(scope).select_related("parent"), slug=slug)
    today = timezone.localdate()
    facts = sheet(record, scope)
    given = contributions(record, scope, _until(facts, today), request.GET)
    if given is not None and (file := exported(request, given, f"contributions-{slug}")) is not None:
        return file
    revision = revision_in_force(record, scope)
    context = {
        "sheet": facts,
        "programme": record,
        "badge": status_badge(facts.status),
        "codes": list(dict.fromkeys(value for _scheme, value in facts.codes)),
        "tabs": programme_tabs(scope, record, "programme"),
        "crumbs": _crumbs(facts),
        "links": sheet_links(scope, record),
        "identity": shown_sheet.identity(facts),
        "dates": shown_sheet.dates(facts, today),
        "life": shown_sheet.life(facts),
        "family": shown_sheet.family(facts),
        "results": _results(framework(revision, scope).results) if revision else [],
        "contributions": given,
        "documents": shown_sheet.documents(facts),
        "media": shown_sheet.media(facts) if facts.links else None,
        "remarks": [shown_sheet.remark(line) for line in facts.remarks],
        "map": shown_sheet.place_map(facts.points, _("Lieux d’intervention")),
    }
    return render(request, "portfolio/programme.html", context)


def _until(facts: Sheet, today: datetime.date) -> datetime.date:
    """The last day of the contributions: commitments run to the end of the programme."""
    end = partial_period(facts.calendar.end)
    return max(today, end.end) if end else today


def _crumbs(facts: Sheet) -> list[Link]:
    above = [Link(one.name, reverse("programme", args=[one.key])) for one in facts.ancestors]
    return [Link(_("Portefeuille"), reverse("portfolio")), *above, Link(facts.programme.short_title)]


def _results(results: tuple[Result, ...]) -> list[Node]:
    return [
        Node(
            title=result.statement,
            code=result.code,
            level=result.level,
            children=tuple(_results(result.children)),
        )
        for result in results
    ]


def trail(request: Request, slug: str) -> HttpResponse:
    """Show who did what in a programme, to those who hold a role in it."""
    scope = scope_of(request.user)
    record: Programme = get_object_or_404(visible(scope), slug=slug)
    if not scope.can(Permission.VIEW, record.pk):
        raise PermissionDenied
    page, pages = paginate(trail_of(record.uid), request.GET)
    whole = "export" in request.GET
    events = trail_of(record.uid) if whole else page.object_list
    table = Table(
        id="journal",
        caption=_("Journal"),
        hide_caption=True,
        columns=(
            Column("at", _("Le"), Kind.DATE),
            Column("by", _("Qui")),
            Column("verb", _("A fait quoi")),
            Column("object", _("Sur quoi")),
        ),
        rows=[_trail_row(event) for event in events],
        pages=pages,
        exports=export_links(request.GET),
        empty=_("Rien n’a encore été fait ici."),
        cards=True,
    )
    if (file := exported(request, table, f"journal-{record.slug}")) is not None:
        return file
    context = {
        "programme": record,
        "tabs": programme_tabs(scope, record, "programme_trail"),
        "table": table,
    }
    return render(request, "portfolio/trail.html", context)


def _trail_row(event: TrailEvent) -> Row:
    at = timezone.localtime(event.at)
    opens = OPENS.get(event.object_type)
    return row(
        Cell(format_date(at.date()), raw=at.strftime("%Y-%m-%d %H:%M"), note=at.strftime("%H:%M")),
        event.actor,
        said(event.verb),
        Cell(event.object_label, href=reverse(opens, args=[event.object_id]) if opens else ""),
    )
