"""A result in a revision: written, worded again, taken out of it."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from jalon.records.problems import Refused
from jalon.records.programmes.models import Programme
from jalon.records.results import actions
from jalon.records.results.models import FrameworkRevision, ResultNode, ResultWording
from jalon.web.components import Item
from jalon.web.editing import EditPage, Held, for_describers, is_done, show
from jalon.web.http import UserRequest
from jalon.web.results.edit_forms import ResultForm
from jalon.web.results.edit_pages import adopted_page, editor_href, revision_crumbs, revision_of

REFUSALS = {"result_code_twice": "code", "under_itself": "parent"}


@for_describers
@require_http_methods(["GET", "POST"])
def result_add(request: UserRequest, programme: Programme, number: int) -> HttpResponse:
    """Write a new result in a revision."""
    revision = revision_of(programme, number)
    if not programme.result_levels.exists():
        messages.info(request, _("Nommer d’abord les niveaux du cadre : OG, OS, R…"))
        return redirect("framework_levels", slug=programme.slug)
    return _word(request, revision, None, {"parent": request.GET.get("sous", "")})


@for_describers
@require_http_methods(["GET", "POST"])
def result_edit(request: UserRequest, programme: Programme, number: int, uid: str) -> HttpResponse:
    """Word a result again in a revision; one that an earlier revision had may come back."""
    revision = revision_of(programme, number)
    node = get_object_or_404(programme.result_nodes.all(), uid=uid)
    wordings = node.wordings.select_related("parent").order_by("-revision__number")
    said = wordings.filter(revision=revision).first() or wordings.first()
    if said is None:
        return _word(request, revision, node, {})
    initial = {
        "level": str(said.level_id),
        "code": said.code,
        "statement": said.statement,
        "parent": said.parent.uid if said.parent else "",
        "assumptions": said.assumptions,
    }
    return _word(request, revision, node, initial)


def _word(
    request: UserRequest, revision: FrameworkRevision, node: ResultNode | None, initial: dict[str, Any]
) -> HttpResponse:
    if revision.adopted_on is not None and request.method != "POST":
        return adopted_page(request, revision)
    others = revision.results.exclude(node=node) if node else revision.results.all()
    form = ResultForm(
        request.POST or None,
        levels=list(revision.programme.result_levels.order_by("depth", "code")),
        others=list(others.select_related("node").order_by("level__depth", "order", "code")),
        initial=initial,
    )
    made: list[ResultWording] = []
    if request.method == "POST" and form.is_valid():
        by = request.user.username
        order = _order(revision, node)
        if is_done(
            form,
            lambda: made.append(
                actions.word_result(revision=revision, node=node, order=order, by=by, **form.cleaned_data)
            ),
            REFUSALS,
        ):
            messages.success(request, _("« %(code)s » est enregistré.") % {"code": made[0].code})
            return redirect(editor_href(revision, f"r-{made[0].node.uid}"))
    title = _("Modifier un résultat") if node else _("Ajouter un résultat")
    return show(
        request,
        EditPage(
            title=title,
            over=_("%(programme)s, révision %(number)s")
            % {"programme": revision.programme.short_title, "number": revision.number},
            crumbs=revision_crumbs(revision, title),
            form=form,
            held=None if node else _gone(revision),
            held_title=_("Écrits dans une révision précédente, absents de celle-ci"),
            form_title="" if node else _("Un nouveau résultat"),
            submit=_("Enregistrer le résultat"),
            cancel=editor_href(revision),
        ),
    )


def _order(revision: FrameworkRevision, node: ResultNode | None) -> int:
    """Its order in the revision, or the last place for a new one."""
    held = revision.results.filter(node=node).first() if node else None
    return held.order if held else min(revision.results.count(), 30_000)


def _gone(revision: FrameworkRevision) -> list[Held]:
    """The results of earlier revisions that this one no longer has: they may come back."""
    nodes = revision.programme.result_nodes.exclude(wordings__revision=revision)
    wordings = (
        ResultWording.objects.filter(node__in=nodes).select_related("node").order_by("revision__number")
    )
    last = {wording.node.uid: wording for wording in wordings}
    return [
        Held(
            item=Item(
                title=_("Reprendre %(code)s") % {"code": wording.code},
                href=reverse("result_edit", args=[revision.programme.slug, revision.number, uid]),
                text=wording.statement,
            )
        )
        for uid, wording in last.items()
    ]


@for_describers
@require_POST
def result_remove(request: UserRequest, programme: Programme, number: int, uid: str) -> HttpResponse:
    """Take a result out of a revision."""
    revision = revision_of(programme, number)
    wording = get_object_or_404(revision.results.select_related("node", "revision__programme"), node__uid=uid)
    try:
        actions.remove_result(wording=wording, by=request.user.username)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("« %(code)s » est retiré de cette révision.") % {"code": wording.code})
    return redirect(editor_href(revision))
