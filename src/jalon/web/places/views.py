"""Places: the list by division, and the page of one."""

from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from jalon.core.values.date_formats import format_date
from jalon.records.parties.models import Organisation
from jalon.records.places.card import Card, Near, card, divisions
from jalon.records.places.models import Division, Level, Place
from jalon.records.places.queries import PlaceLine, division_in_force, search, tree, zones
from jalon.records.programmes.queries import Filters, find, lines
from jalon.records.programmes.rules import Scope, scope_of
from jalon.records.programmes.whereabouts import programmes_by_place
from jalon.web.charts.maps import Spot, SymbolMap, symbol_map
from jalon.web.components import Item, Link, Term
from jalon.web.exports import exported
from jalon.web.http import Request
from jalon.web.places.forms import PlacesFilter
from jalon.web.portfolio.words import span, status_badge
from jalon.web.shown import ShownFigure
from jalon.web.tables import Cell, Column, Kind, Row, Table, export_links, row

PLACES = "places/places.html"
LISTED = (Level.REGION, Level.CERCLE, Level.ARRONDISSEMENT, Level.COMMUNE)
COLUMNS = (
    Column("name", gettext_lazy("Lieu")),
    Column("kind", gettext_lazy("Niveau")),
    Column("codes", gettext_lazy("Codes")),
    Column("below", gettext_lazy("Lieux connus en dessous"), Kind.NUMBER),
    Column("programmes", gettext_lazy("Programmes et projets"), Kind.NUMBER),
)


def places(request: Request) -> HttpResponse:
    """List the places of a division as a tree, or those that a text names."""
    scope = scope_of(request.user)
    known = divisions()
    form = PlacesFilter(request.GET, divisions=known, default=division_in_force(timezone.localdate()))
    division = form.division
    found = tree(division, LISTED)
    if form.text:
        wanted = set(search(form.text).values_list("pk", flat=True))
        found = [line for line in found if line.pk in wanted]
    working = programmes_by_place(scope, division)
    table = Table(
        id="lieux",
        caption=ngettext("%(n)s lieu", "%(n)s lieux", len(found)) % {"n": len(found)},
        note=_division_words(division),
        columns=COLUMNS,
        rows=[_row(line, working.get(line.pk, 0), flat=bool(form.text)) for line in found],
        exports=export_links(request.GET),
        empty=_(
            "Aucun lieu de ce nom dans ce découpage : essayer un autre découpage ou une autre orthographe."
        ),
        cards=True,
        about={_("Découpage"): division.code if division else ""},
    )
    if (file := exported(request, table, "territoires")) is not None:
        return file
    context = {"form": form, "table": table, "reset": reverse("places") if form.text else ""}
    if request.htmx:
        return render(request, f"{PLACES}#rows", context)
    context["zones"] = [
        Item(title=zone.name, href=reverse("place", args=[zone.uid]), text=", ".join(zone.members))
        for zone in zones()
    ]
    return render(request, PLACES, context)


def _row(line: PlaceLine, programmes: int, *, flat: bool) -> Row:
    return row(
        Cell(line.name, href=reverse("place", args=[line.uid])),
        line.kind,
        ", ".join(line.codes),
        line.below or None,
        programmes or None,
        level=0 if flat else line.level,
    )


def _division_words(division: Division | None) -> str:
    """« Dix-neuf régions et le District de Bamako, depuis le 13 mars 2023 (lois …) »."""
    if division is None:
        return _("Aucun découpage n’est enregistré.")
    since, until = division.in_force_from, division.in_force_to
    if since and until:
        said = _("du %(since)s au %(until)s") % {"since": format_date(since), "until": format_date(until)}
    else:
        said = _("depuis le %(since)s") % {"since": format_date(since)} if since else ""
    return ". ".join(
        part for part in (", ".join(w for w in (division.label, said) if w), division.act) if part
    )


def place(request: Request, uid: str) -> HttpResponse:
    """Show a place: names, codes, where it stands in each division, what lies in it, who works there."""
    scope = scope_of(request.user)
    record = get_object_or_404(Place, uid=uid)
    known = divisions()
    asked = request.GET.get("decoupage")
    chosen = next((one for one in known if one.code == asked), division_in_force(timezone.localdate()))
    facts = card(record, known, chosen)
    working = _programmes(scope, record, request.GET)
    if (file := exported(request, working, f"programmes-{slugify(record.name)}")) is not None:
        return file
    organisations = Organisation.objects.filter(place=record).order_by("sort_key")
    context = {
        "place": record,
        "kind": record.get_level_display(),
        "crumbs": _crumbs(facts, chosen),
        "terms": _terms(facts),
        "standings": _standings(facts),
        "tabs": [Link(one.code, f"?decoupage={one.code}", current=one == chosen) for one in known],
        "chosen": chosen,
        "below": _items(facts.below),
        "zones": _items(facts.zones),
        "members": _items(facts.members),
        "programmes": working,
        "organisations": [
            Item(title=one.name, href=reverse("organisation", args=[one.uid]), text=one.get_kind_display())
            for one in organisations
        ],
        "map": _map(facts),
    }
    return render(request, "places/place.html", context)


def _crumbs(facts: Card, chosen: Division | None) -> list[Link]:
    above = next((one.above for one in facts.standings if one.division == chosen), ())
    return [
        Link(_("Territoires"), reverse("places")),
        *(Link(one.name, reverse("place", args=[one.uid])) for one in reversed(above)),
        Link(facts.place.name),
    ]


def _terms(facts: Card) -> list[Term]:
    terms = []
    for name in facts.names:
        held = [
            _("depuis le %(day)s") % {"day": format_date(name.since)} if name.since else "",
            _("jusqu’au %(day)s") % {"day": format_date(name.until)} if name.until else "",
        ]
        terms.append(
            Term(
                label=_("Nom (%(kind)s)") % {"kind": name.kind},
                text=name.text,
                note=" ".join(word for word in held if word),
            )
        )
    terms += [
        Term(
            label=_("%(scheme)s, millésime %(vintage)s") % {"scheme": code.scheme, "vintage": code.vintage},
            text=code.value,
        )
        for code in facts.codes
    ]
    if facts.place.opened_on:
        terms.append(Term(label=_("Créé le"), text=format_date(facts.place.opened_on)))
    if facts.place.closed_on:
        terms.append(Term(label=_("Supprimé le"), text=format_date(facts.place.closed_on)))
    return terms


def _standings(facts: Card) -> list[Term]:
    """One line a division: the places above, the nearest first."""
    return [
        Term(
            label=standing.division.code,
            links=tuple(
                Link(f"{one.name} ({one.kind})", reverse("place", args=[one.uid])) for one in standing.above
            ),
            text="" if standing.above else _("n’y figure pas"),
        )
        for standing in facts.standings
    ]


def _items(places: tuple[Near, ...]) -> list[Item]:
    return [Item(title=one.name, href=reverse("place", args=[one.uid]), text=one.kind) for one in places]


def _programmes(scope: Scope, record: Place, query: QueryDict) -> Table:
    """The programmes that share ground with the place, those of a zone or a country around it too."""
    found = find(scope, Filters(place=record.uid), order="title")
    return Table(
        id="programmes",
        caption=_("Programmes et projets"),
        hide_caption=True,
        columns=(
            Column("title", _("Programme ou projet")),
            Column("period", _("Période")),
            Column("status", _("Statut")),
        ),
        rows=[
            row(
                Cell(line.short_title, href=reverse("programme", args=[line.slug]), note=line.kind),
                span(line.calendar.start, line.calendar.end),
                status_badge(line.status),
            )
            for line in lines(scope, found, found.ids)
        ],
        exports=export_links(query),
        empty=_("Aucun programme publié n’y travaille."),
        cards=True,
    )


def _map(facts: Card) -> SymbolMap | None:
    own = facts.place
    points = [one for one in (*facts.below, *facts.members) if one.latitude is not None]
    spots = [
        Spot(
            label=one.name,
            at=(one.longitude, one.latitude),
            figure=ShownFigure(low=1, high=1),
            href=reverse("place", args=[one.uid]),
        )
        for one in points
        if one.latitude is not None and one.longitude is not None
    ]
    if not spots and own.latitude is not None and own.longitude is not None:
        at = (float(own.longitude), float(own.latitude))
        spots = [Spot(label=own.name, at=at, figure=ShownFigure(low=1, high=1))]
    return symbol_map("carte", own.name, spots, presence=True) if spots else None
