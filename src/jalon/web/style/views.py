"""The style page: every component once, with invented data; it is their documentation."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from jalon.web.components import Link
from jalon.web.exports import exported
from jalon.web.style import samples


@require_GET
def style(request: HttpRequest) -> HttpResponse:
    """Show every component."""
    table = samples.table(request.GET)
    if file := exported(request, table, "style"):
        return file
    context = {
        "crumbs": [Link("Accueil", "/"), Link("Page de style")],
        "figures": samples.figures(),
        "keys": samples.keys(),
        "table": table,
        "cards": samples.table(request.GET, cards=True),
        "empty_table": samples.empty_table(),
    }
    return render(request, "style/style.html", context)
