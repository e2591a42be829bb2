"""Changing a framework: open a revision, its page, its levels, its adoption; comparing two."""

import dataclasses

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jalon.records.problems import Refused
from jalon.records.programmes.models import Programme
from jalon.records.programmes.rules import scope_of
from jalon.records.results import actions
from jalon.records.results.models import FrameworkRevision
from jalon.records.results.queries import framework
from jalon.web.components import Item, Link
from jalon.web.editing import EditPage, Held, for_describers, is_done, show
from jalon.web.http import UserRequest
from jalon.web.results.edit_forms import AdoptionForm, LevelForm, RevisionForm
from jalon.web.results.edit_pages import (
    adopted_page,
    crumbs,
    editor_href,
    framework_href,
    revision_crumbs,
    revision_of,
)
from jalon.web.sourcing import quotable


@for_describers
@require_http_methods(["GET", "POST"])
def framework_open(request: UserRequest, programme: Programme) -> HttpResponse:
    """Open the next revision, a copy of the last one; go to the one in preparation when there is one."""
    last = programme.framework_revisions.order_by("-number").first()
    if last is not None and last.adopted_on is None:
        return redirect("framework_edit", slug=programme.slug, number=last.number)
    form = RevisionForm(request.POST or None)
    made: list[FrameworkRevision] = []
    if request.method == "POST" and form.is_valid():
        by, note = request.user.username, form.cleaned_data["note"]
        if is_done(form, lambda: made.append(actions.open_revision(programme=programme, by=by, note=note))):
            messages.success(request, _("La révision %(n)s est ouverte.") % {"n": made[0].number})
            return redirect(editor_href(made[0]))
    lead = _("Elle commence comme la copie de la dernière adoptée, qui reste en vigueur d’ici son adoption.")
    first = _("Nommer les niveaux, écrire les résultats et leurs indicateurs, puis l’adopter.")
    return show(
        request,
        EditPage(
            title=_("Ouvrir une révision du cadre"),
            over=programme.short_title,
            lead=lead if last else first,
            crumbs=crumbs(programme, Link(_("Nouvelle révision"))),
            form=form,
            submit=_("Ouvrir la révision %(n)s") % {"n": last.number + 1 if last else 1},
            cancel=framework_href(programme),
        ),
    )


@for_describers
@require_GET
def framework_edit(request: UserRequest, programme: Programme, number: int) -> HttpResponse:
    """Show a revision in preparation with what may be done to each of its parts."""
    revision = revision_of(programme, number)
    if revision.adopted_on is not None:
        return adopted_page(request, revision)
    here = [programme.slug, number]
    context = {
        "programme": programme,
        "revision": revision,
        "tree": framework(revision, scope_of(request.user)),
        "has_levels": programme.result_levels.exists(),
        "crumbs": crumbs(programme, Link(_("Révision %(number)s") % {"number": number})),
        "links": [
            Link(_("Niveaux"), reverse("framework_levels", args=[programme.slug])),
            Link(_("Ajouter un résultat"), reverse("result_add", args=here)),
            Link(_("Ajouter un indicateur"), reverse("indicator_add", args=here)),
            Link(_("Adopter"), reverse("framework_adopt", args=here)),
        ],
    }
    return render(request, "results/edit_framework.html", context)


@for_describers
@require_http_methods(["GET", "POST"])
def framework_adopt(request: UserRequest, programme: Programme, number: int) -> HttpResponse:
    """Adopt a revision by a decision."""
    revision = revision_of(programme, number)
    form = AdoptionForm(request.POST or None)
    form.offer_documents(quotable(scope_of(request.user), programme))
    if request.method == "POST" and form.is_valid():
        by, said = request.user.username, form.cleaned_data

        def adopt() -> None:
            source = form.source(by)
            actions.adopt(revision=revision, on=said["on"], decision=said["decision"], by=by, source=source)

        if is_done(form, adopt, {"no_decision": "decision"}):
            messages.success(request, _("La révision %(n)s est en vigueur.") % {"n": number})
            return redirect(framework_href(programme, revision))
    elif revision.adopted_on is not None:
        return adopted_page(request, revision)
    return show(
        request,
        EditPage(
            title=_("Adopter la révision %(number)s") % {"number": number},
            over=programme.short_title,
            lead=_("Une fois adoptée, elle ne change plus ; elle dit ce qui est attendu et mesuré."),
            crumbs=revision_crumbs(revision, _("Adopter")),
            form=form,
            submit=_("Adopter la révision"),
            cancel=editor_href(revision),
        ),
    )


@for_describers
@require_http_methods(["GET", "POST"])
def framework_discard(request: UserRequest, programme: Programme, number: int) -> HttpResponse:
    """Give up a revision in preparation."""
    revision = revision_of(programme, number)
    form = RevisionForm(request.POST) if request.method == "POST" else RevisionForm()
    form.fields.clear()
    if request.method == "POST" and form.is_valid():
        by = request.user.username
        if is_done(form, lambda: actions.discard_revision(revision=revision, by=by)):
            messages.success(request, _("La révision %(n)s est abandonnée.") % {"n": number})
            return redirect("results", slug=programme.slug)
    elif revision.adopted_on is not None:
        return adopted_page(request, revision)
    return show(
        request,
        EditPage(
            title=_("Abandonner la révision %(number)s ?") % {"number": number},
            over=programme.short_title,
            lead=_("Ce qu’elle a écrit disparaît. Les indicateurs et leurs chiffres restent au registre."),
            crumbs=revision_crumbs(revision, _("Abandonner")),
            form=form,
            submit=_("Abandonner la révision"),
            cancel=editor_href(revision),
            danger=True,
        ),
    )


@for_describers
@require_http_methods(["GET", "POST"])
def framework_levels(request: UserRequest, programme: Programme) -> HttpResponse:
    """List the levels; name one (POST)."""
    form = LevelForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        by = request.user.username
        if is_done(
            form,
            lambda: actions.name_level(programme=programme, by=by, **form.cleaned_data),
            {"level_adopted": "code"},
        ):
            messages.success(request, _("Le niveau est nommé."))
            return redirect("framework_levels", slug=programme.slug)
    held = [
        Held(
            item=Item(title=f"{level.code} · {level.label}", text=_("rang %(n)s") % {"n": level.depth}),
            remove=reverse("framework_level_remove", args=[programme.slug, level.pk]),
        )
        for level in programme.result_levels.order_by("depth", "code")
    ]
    page = EditPage(
        title=_("Niveaux de résultat"),
        over=programme.short_title,
        lead=_("Les noms que le programme donne aux étages de son cadre, du plus haut au plus proche."),
        crumbs=crumbs(programme, Link(_("Niveaux"))),
        form=form,
        form_title=_("Nommer un niveau"),
        submit=_("Nommer le niveau"),
        held=held,
        nothing=_("Aucun niveau."),
        cancel=framework_href(programme) if held else "",
    )
    last = programme.framework_revisions.order_by("-number").first()
    if held and last is not None and last.adopted_on is None:
        back = Link(_("Revenir à la révision %(n)s") % {"n": last.number}, editor_href(last))
        page = dataclasses.replace(page, links=[back])
    return show(request, page)


@for_describers
@require_POST
def framework_level_remove(request: UserRequest, programme: Programme, pk: int) -> HttpResponse:
    """Take back a level that nothing uses."""
    level = get_object_or_404(programme.result_levels.all(), pk=pk)
    try:
        actions.remove_level(level=level, by=request.user.username)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Le niveau est retiré."))
    return redirect("framework_levels", slug=programme.slug)
