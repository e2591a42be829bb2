"""The main navigation, by the users' words; an area appears once its address exists."""

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

from jalon.web.components import Link
from jalon.web.shown import Words


@dataclass(frozen=True)
class Area:
    """An area of the face: its word and the names its list may have among the addresses."""

    label: Words
    routes: tuple[str, ...]


AREAS = (
    Area(_("Portefeuille"), ("portfolio:list", "programmes:list", "portfolio:index")),
    Area(_("Résultats"), ("results:list", "results:index")),
    Area(_("Plan et budget"), ("plans:list",)),
    Area(_("Bénéficiaires"), ("people:list",)),
    Area(_("Instances"), ("governance:list",)),
    Area(_("Concertation"), ("priorities:list",)),
    Area(_("Territoires"), ("places:list", "places:index")),
    Area(_("Documents"), ("documents:list", "sources:list", "documents:index")),
    Area(_("Rapports"), ("reports:list",)),
)
SEARCH = ("search:results", "search:index", "search")


def address(*routes: str) -> str:
    """Return the address of the first of `routes` that exists, or an empty text."""
    for route in routes:
        try:
            return reverse(route)
        except NoReverseMatch:
            continue
    return ""


def main_links(namespace: str) -> list[Link]:
    """Return the areas that exist; the one that has a route in `namespace` is current."""
    return [
        Link(area.label, href, current=namespace in {route.partition(":")[0] for route in area.routes})
        for area in AREAS
        if (href := address(*area.routes))
    ]
