"""What waits for approval, programme by programme, and its approval in one go."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from jalon.records.ledger import actions
from jalon.records.ledger.models import Entry
from jalon.records.ledger.queries import drafting_programmes, view_of
from jalon.records.ledger.queries import drafts as waiting_drafts
from jalon.records.ledger.rules import may_do, programmes_with
from jalon.records.problems import Refused
from jalon.records.programmes.models import Programme
from jalon.records.programmes.rules import Scope, scope_of
from jalon.records.users.roles import Permission
from jalon.web.components import Link
from jalon.web.entries.showing import days_of, entry_figure
from jalon.web.http import Request
from jalon.web.tables import paginate

MOST_AT_ONCE = 500


@require_http_methods(["GET", "POST"])
def drafts(request: Request) -> HttpResponse:
    """List the drafts the viewer may see; approve those that are ticked (POST)."""
    scope = scope_of(request.user)
    if not (scope.everything or programmes_with(scope, Permission.VIEW_DRAFTS)):
        raise Http404 if request.user.is_authenticated else PermissionDenied
    if request.method == "POST":
        return _approve(request, scope)
    programmes = list(drafting_programmes(scope))
    slug = request.GET.get("programme", "")
    chosen = get_object_or_404(Programme, slug=slug, pk__in=[p.pk for p in programmes]) if slug else None
    page, numbers = paginate(waiting_drafts(scope, programme=chosen), request.GET, per_page=50)
    username = request.user.get_username()
    lines = [
        (entry, entry_figure(view_of(entry)), days_of(entry), may_do(scope, entry, username=username).approve)
        for entry in page.object_list
    ]
    context = {
        "lines": lines,
        "pages": numbers,
        "tabs": _tabs(programmes, chosen),
        "may_approve": any(line[3] for line in lines),
        "programme": slug,
    }
    return render(request, "entries/drafts.html", context)


def _tabs(programmes: list[Programme], chosen: Programme | None) -> list[Link]:
    if len(programmes) < 2:
        return []
    here = reverse("drafts")
    every = Link(_("Tous les programmes"), here, current=chosen is None)
    return [
        every,
        *(Link(one.short_title, f"{here}?programme={one.slug}", current=one == chosen) for one in programmes),
    ]


def _approve(request: Request, scope: Scope) -> HttpResponse:
    """Approve the ticked drafts one by one: those that cannot be are told, the others are approved."""
    uids = request.POST.getlist("ecriture")[:MOST_AT_ONCE]
    username = request.user.get_username()
    done, refused = 0, []
    for entry in waiting_drafts(scope).filter(uid__in=uids):
        try:
            _approve_one(scope, entry, username)
        except Refused as refusal:
            refused.append(f"{entry.account.label} : {refusal}")
        else:
            done += 1
    if done:
        said = ngettext("%(n)s écriture approuvée.", "%(n)s écritures approuvées.", done) % {"n": done}
        messages.success(request, said)
    for sentence in refused[:5]:
        messages.error(request, sentence)
    if not done and not refused:
        messages.warning(request, _("Aucune écriture n’était cochée : cocher celles à approuver."))
    slug = request.POST.get("programme", "")
    here = reverse("drafts")
    programmes = drafting_programmes(scope)
    return redirect(f"{here}?programme={slug}" if slug and programmes.filter(slug=slug).exists() else here)


@transaction.atomic
def _approve_one(scope: Scope, entry: Entry, username: str) -> None:
    if not may_do(scope, entry, username=username).approve:
        raise Refused(
            "may_not_approve",
            _("il faut le droit d’approuver dans ce programme, et parfois une autre personne que l’auteur."),
        )
    actions.approve(entry=entry, by=username)
