"""The style page: every component once, with invented data; it is their documentation."""

from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_GET

from jalon.web.components import Link
from jalon.web.exports import exported
from jalon.web.style import drawings, pieces, samples


@require_GET
def style(request: HttpRequest) -> HttpResponse:
    """Show every component; the table really exports and really sorts its links."""
    if file := exported(request, samples.table(request.GET), "style"):
        return file
    return render(request, "style/style.html", contents(request.GET))


def contents(query: QueryDict) -> dict[str, Any]:
    """Return what the page's templates name."""
    return {
        "crumbs": [Link("Accueil", "/"), Link("Page de style")],
        "header_links": [Link("Exporter", "?export=xlsx")],
        "codes": ["MLI/901", "XM-DAC-0-0-901"],
        "figures": samples.figures(),
        "keys": samples.keys(),
        "table": samples.table(query),
        "cards": samples.table(query, cards=True),
        "empty_table": samples.empty_table(),
        **pieces.forms_shown(),
        "badges": pieces.BADGES,
        "tabs": pieces.TABS,
        "terms": pieces.terms(),
        "events": pieces.events(),
        "remark": pieces.remark(),
        "pieces": pieces.pieces(),
        "tree": pieces.tree(),
        "trail": pieces.trail(),
        "changes": pieces.changes(),
        "items": pieces.items(),
        "progress": samples.progress(),
        "bars": drawings.bars(),
        "split": drawings.split(),
        "budget": drawings.budget(),
        "curve": drawings.cumulative(),
        "spark": drawings.line(),
        "map": drawings.places(),
    }
