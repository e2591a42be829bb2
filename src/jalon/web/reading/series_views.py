"""« Séries » of a programme: what its documents say when they are read together."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from jalon.flows.reading.series import series_of
from jalon.records.programmes.models import Programme
from jalon.records.programmes.rules import scope_of
from jalon.records.users.roles import Permission
from jalon.web.components import Link
from jalon.web.exports import exported
from jalon.web.http import Request
from jalon.web.programme_tabs import programme_tabs
from jalon.web.reading.series import TABLE, SeriesPage
from jalon.web.tables import EXPORT


@require_GET
def programme_series(request: Request, slug: str) -> HttpResponse:
    """Show series, contradictions and what comes back, to those who may judge what was read."""
    scope = scope_of(request.user)
    programme = get_object_or_404(Programme.objects.filter(scope.visible_programmes()), slug=slug)
    if not scope.can(Permission.RECORD, programme.pk):
        raise PermissionDenied
    page = SeriesPage(series_of(programme, scope), request.GET)
    if EXPORT in request.GET:
        name = request.GET.get(TABLE, "series")
        table = page.table(name)
        file = exported(request, table, f"{name}-{programme.slug}") if table is not None else None
        if file is None:
            raise Http404
        return file
    context = {
        "programme": programme,
        "tabs": programme_tabs(scope, programme, "programme_series"),
        "crumbs": [
            Link(_("Programmes"), reverse("portfolio")),
            Link(programme.short_title, reverse("programme", args=[programme.slug])),
            Link(_("Séries"), current=True),
        ],
        "page": page.shown(),
    }
    return render(request, "reading/series.html", context)
