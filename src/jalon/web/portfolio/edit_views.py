"""Opening a programme, changing its sheet, and what is written around it, section by section."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from jalon.records.problems import Refused
from jalon.records.programmes import actions, describing
from jalon.records.programmes.models import Programme
from jalon.records.programmes.rules import can_add_under, can_describe, scope_of
from jalon.web.components import Link
from jalon.web.editing import EditPage, Held, for_describers, is_done, show
from jalon.web.http import UserRequest
from jalon.web.portfolio.edit_forms import NewProgrammeForm, ParticipationForm, SheetForm
from jalon.web.portfolio.edit_parties import known_names
from jalon.web.portfolio.edit_sections import SECTIONS, Section

SHEET_FIELDS = tuple(SheetForm.base_fields)


@login_required
@require_http_methods(["GET", "POST"])
def programme_add(request: UserRequest) -> HttpResponse:
    """Open a programme (administrators), or a component or project of one that the user describes."""
    scope = scope_of(request.user)
    parents = [one for one in Programme.objects.order_by("sort_key") if can_describe(scope, one)]
    top = can_add_under(scope, None)
    if not (top or parents):
        raise PermissionDenied
    asked = request.GET.get("dans", "")
    kind = Programme.Kind.PROJECT if asked or not top else Programme.Kind.PROGRAMME
    form = NewProgrammeForm(
        request.POST or None,
        parents=parents,
        top=top,
        initial={"parent": asked, "kind": kind, "country": "ML"},
    )
    if request.method == "POST" and form.is_valid():
        made: list[Programme] = []
        if is_done(
            form, lambda: made.append(actions.add_programme(by=request.user.username, **form.cleaned_data))
        ):
            messages.success(request, _("La fiche est ouverte ; la compléter, section par section."))
            return redirect("programme_edit", slug=made[0].slug)
    return show(
        request,
        EditPage(
            title=_("Ouvrir une fiche"),
            over=_("Portefeuille"),
            lead=_("Un programme, une composante ou un projet ; le cadre de résultats se décrit ensuite."),
            crumbs=[Link(_("Portefeuille"), reverse("portfolio")), Link(_("Ouvrir une fiche"))],
            form=form,
            submit=_("Ouvrir la fiche"),
            cancel=reverse("programme", args=[asked]) if asked in form.parents else reverse("portfolio"),
        ),
    )


@for_describers
@require_http_methods(["GET", "POST"])
def programme_edit(request: UserRequest, programme: Programme) -> HttpResponse:
    """Change the sheet."""
    initial = {name: getattr(programme, name) for name in SHEET_FIELDS}
    form = SheetForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        changes: Any = form.cleaned_data
        if is_done(
            form,
            lambda: describing.edit_sheet(programme=programme, by=request.user.username, **changes),
        ):
            messages.success(request, _("La fiche est enregistrée."))
            return redirect("programme", slug=programme.slug)
    return show(request, page_of(programme, "", form=form, submit=_("Enregistrer la fiche")))


@for_describers
@require_http_methods(["GET", "POST"])
def programme_section(request: UserRequest, programme: Programme, key: str) -> HttpResponse:
    """Show what a section holds; add to it (POST)."""
    section = section_of(key)
    form = section.form(request.POST or None, programme=programme, scope=scope_of(request.user))
    if request.method == "POST" and form.is_valid():
        said: list[Any] = []
        if is_done(
            form, lambda: said.append(section.add(form, request.user.username)), section.form.refusals
        ):
            messages.success(request, str(said[0]))
            return redirect("programme_section", slug=programme.slug, key=key)
    held = [
        Held(
            item=section.item(row),
            remove=reverse("programme_section_remove", args=[programme.slug, key, row.pk]),
        )
        for row in section.held(programme)
    ]
    page = page_of(
        programme,
        key,
        form=form,
        form_title=section.adding,
        submit=section.adding,
        lead=section.lead,
        held=held,
        nothing=section.nothing,
        datalists={"organisations": known_names()} if section.form is ParticipationForm else None,
    )
    return show(request, page)


@for_describers
@require_POST
def programme_section_remove(request: UserRequest, programme: Programme, key: str, pk: int) -> HttpResponse:
    """Take back one line of a section; the trail keeps it."""
    section = section_of(key)
    row = get_object_or_404(section.held(programme), pk=pk)
    try:
        section.remove(row, request.user.username)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("C’est retiré ; le journal en garde la trace."))
    return redirect("programme_section", slug=programme.slug, key=key)


def section_of(key: str) -> Section:
    """Return the section of this address, else say that it does not exist."""
    if key not in SECTIONS:
        raise Http404
    return SECTIONS[key]


def page_of(programme: Programme, key: str, **given: Any) -> EditPage:
    """Return a page of the description of a programme: its words and its tabs, around what is given."""
    pages = [("", _("Fiche"), reverse("programme_edit", args=[programme.slug]))]
    pages += [
        (section.key, str(section.label), reverse("programme_section", args=[programme.slug, section.key]))
        for section in SECTIONS.values()
    ]
    sheet = reverse("programme", args=[programme.slug])
    return EditPage(
        title=programme.short_title,
        over=_("Modifier la fiche"),
        crumbs=[
            Link(_("Portefeuille"), reverse("portfolio")),
            Link(programme.short_title, sheet),
            Link(_("Modifier")),
        ],
        tabs=[Link(label, href, current=one == key) for one, label, href in pages],
        tabs_label=_("Sections de la fiche"),
        cancel=sheet,
        **given,
    )
