"""The main navigation, by the users' words; an area appears once its address exists."""

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

from jalon.web.components import Link
from jalon.web.shown import Words


@dataclass(frozen=True)
class Area:
    """An area of the face: its word, the name of its first page, the names of the pages that belong to it."""

    label: Words
    home: str
    pages: frozenset[str] = frozenset()


DOCUMENTS = frozenset(
    {"document", "document_add", "figure_add", "source", "drafts", "entry", "entry_approve"}
    | {"entry_correct", "entry_remark", "entry_set_aside", "entry_withdraw"}
    | {"reading_pile", "reading_review", "reading_add", "reading_contents"}
)
PORTFOLIO = frozenset(
    {"programme", "programme_trail", "changes", "programme_add", "programme_edit", "programme_section"}
)
RESULTS = frozenset(
    {"results", "framework", "figure", "targets", "result_add", "result_edit", "indicator_add"}
    | {"indicator_edit", "framework_open", "framework_edit", "framework_adopt", "framework_discard"}
    | {"framework_levels", "framework_compare"}
)
AREAS = (
    Area(_("Portefeuille"), "portfolio", PORTFOLIO),
    Area(_("Résultats"), "results_home", RESULTS),
    Area(_("Plan et budget"), "plans"),
    Area(_("Bénéficiaires"), "people"),
    Area(_("Instances"), "governance"),
    Area(_("Concertation"), "priorities"),
    Area(_("Acteurs"), "organisations", frozenset({"organisation"})),
    Area(_("Territoires"), "places", frozenset({"place"})),
    Area(_("Documents"), "documents", DOCUMENTS),
    Area(_("Rapports"), "reports"),
)
SEARCH = ("search",)


def address(*routes: str) -> str:
    """Return the address of the first of `routes` that exists, or an empty text."""
    for route in routes:
        try:
            return reverse(route)
        except NoReverseMatch:
            continue
    return ""


def main_links(page: str) -> list[Link]:
    """Return the areas that exist; the one that the page of this name belongs to is current."""
    return [
        Link(area.label, href, current=page == area.home or page in area.pages)
        for area in AREAS
        if (href := address(area.home))
    ]
