"""Organisations: the list, and the page of one with its programmes by role."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from jalon.core.values.date_formats import format_date
from jalon.core.values.partial_dates import format_partial
from jalon.records.parties.models import Organisation
from jalon.records.parties.queries import Card, SuccessionLine, card, search
from jalon.records.programmes.rules import scope_of
from jalon.records.programmes.taking_part import (
    OrganisationLine,
    Part,
    Signed,
    organisation_lines,
    parts,
    signed,
)
from jalon.web.components import Event, Item, Link, Term
from jalon.web.exports import exported
from jalon.web.http import Request
from jalon.web.organisations.forms import OrganisationsFilter
from jalon.web.tables import Cell, Column, Kind, Row, Table, export_links, paginate, row

ORGANISATIONS = "organisations/organisations.html"
COLUMNS = (
    Column("name", gettext_lazy("Organisation")),
    Column("acronym", gettext_lazy("Sigle")),
    Column("kind", gettext_lazy("Nature")),
    Column("country", gettext_lazy("Pays")),
    Column("roles", gettext_lazy("Rôles")),
    Column("programmes", gettext_lazy("Programmes et projets"), Kind.NUMBER),
)


def organisations(request: Request) -> HttpResponse:
    """List the organisations with what they do in the programmes the viewer may see."""
    scope = scope_of(request.user)
    form = OrganisationsFilter(request.GET)
    asked = form.cleaned_data if form.is_valid() else {}
    found = search(asked["q"]) if asked.get("q") else Organisation.objects.order_by("sort_key", "pk")
    if asked.get("nature"):
        found = found.filter(kind=asked["nature"])
    page, pages = paginate(found, request.GET)
    total = pages.total if pages else len(page.object_list)
    whole = "export" in request.GET
    table = Table(
        id="organisations",
        caption=ngettext("%(n)s organisation", "%(n)s organisations", total) % {"n": total},
        columns=COLUMNS,
        rows=[_row(line) for line in organisation_lines(scope, found if whole else page.object_list)],
        pages=pages,
        exports=export_links(request.GET),
        empty=_("Aucune organisation ne correspond : essayer le sigle, ou une partie du nom."),
        cards=True,
        swap=True,
    )
    if (file := exported(request, table, "organisations")) is not None:
        return file
    narrowed = any(asked.values())
    context = {"form": form, "table": table, "reset": reverse("organisations") if narrowed else ""}
    return render(request, f"{ORGANISATIONS}#rows" if request.htmx else ORGANISATIONS, context)


def _row(line: OrganisationLine) -> Row:
    return row(
        Cell(line.name, href=reverse("organisation", args=[line.uid])),
        line.acronym,
        line.kind,
        line.country,
        ", ".join(line.roles),
        line.programmes or None,
    )


def organisation(request: Request, uid: str) -> HttpResponse:
    """Show an organisation: names, who it took over from, its programmes by role, what it signed."""
    scope = scope_of(request.user)
    record = get_object_or_404(Organisation.objects.select_related("place"), uid=uid)
    facts = card(record)
    context = {
        "organisation": record,
        "kind": record.get_kind_display(),
        "crumbs": [Link(_("Acteurs"), reverse("organisations")), Link(record.acronym or record.name)],
        "terms": _terms(facts),
        "life": _life(facts),
        "roles": _by_role(parts(scope, record)),
        "agreements": _agreements(signed(scope, record)),
    }
    return render(request, "organisations/organisation.html", context)


def _terms(facts: Card) -> list[Term]:
    record = facts.organisation
    terms = [Term(label=_("Nom"), text=record.name)]
    if record.acronym:
        terms.append(Term(label=_("Sigle"), text=record.acronym))
    if facts.other_names:
        terms.append(Term(label=_("Aussi écrit"), text=" ; ".join(facts.other_names)))
    if record.country:
        terms.append(Term(label=_("Pays"), text=record.country))
    if record.place:
        link = Link(record.place.name, reverse("place", args=[record.place.uid]))
        terms.append(Term(label=_("Siège"), links=(link,)))
    if record.opened_on:
        terms.append(Term(label=_("Créée le"), text=format_date(record.opened_on)))
    if record.closed_on:
        terms.append(Term(label=_("Dissoute le"), text=format_date(record.closed_on)))
    return terms


def _life(facts: Card) -> list[Event]:
    """Who it took over from, and who took over from it."""
    return [
        *(_succession(line, _("Prend la suite de")) for line in facts.predecessors),
        *(_succession(line, _("Remplacée par")) for line in facts.successors),
    ]


def _succession(line: SuccessionLine, words: str) -> Event:
    return Event(
        on=None,
        when=format_partial(line.on) or _("date non renseignée"),
        title=words,
        text=line.act,
        links=(Link(line.name, reverse("organisation", args=[line.uid])),),
    )


def _by_role(found: list[Part]) -> list[tuple[str, list[Item]]]:
    roles: dict[str, list[Item]] = {}
    for one in found:
        href = reverse("programme", args=[one.programme.key])
        roles.setdefault(one.role.capitalize(), []).append(Item(title=one.programme.name, href=href))
    return list(roles.items())


def _agreements(found: list[Signed]) -> list[Item]:
    return [
        Item(
            title=one.title,
            href=reverse("programme", args=[one.programme.key]),
            text=" · ".join(
                word for word in (one.kind, format_partial(one.signed_on), one.programme.name) if word
            ),
        )
        for one in found
    ]
