"""What the pages that change a framework share: the revision of the address, crumbs, links for who may."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from jalon.records.programmes.models import Programme
from jalon.records.programmes.rules import Scope, can_describe
from jalon.records.results.models import FrameworkRevision
from jalon.web.components import Link
from jalon.web.editing import EditPage, show


def revision_of(programme: Programme, number: int) -> FrameworkRevision:
    """Return the revision of this number, else say that it does not exist."""
    revisions = programme.framework_revisions.select_related("programme")
    return get_object_or_404(revisions, number=number)


def framework_href(programme: Programme, revision: FrameworkRevision | None = None) -> str:
    """Return the address of the framework, at a revision."""
    href = reverse("framework", args=[programme.slug])
    return f"{href}?revision={revision.number}" if revision else href


def editor_href(revision: FrameworkRevision, anchor: str = "") -> str:
    """Return the address where a revision is changed."""
    href = reverse("framework_edit", args=[revision.programme.slug, revision.number])
    return f"{href}#{anchor}" if anchor else href


def crumbs(programme: Programme, *more: Link) -> list[Link]:
    """Return where a page of the framework stands."""
    return [
        Link(programme.short_title, reverse("programme", args=[programme.slug])),
        Link(_("Cadre de résultats"), reverse("framework", args=[programme.slug])),
        *more,
    ]


def revision_crumbs(revision: FrameworkRevision, label: str) -> list[Link]:
    """Return where a page of a revision stands."""
    name = _("Révision %(number)s") % {"number": revision.number}
    return crumbs(revision.programme, Link(name, editor_href(revision)), Link(label))


def adopted_page(request: HttpRequest, revision: FrameworkRevision) -> HttpResponse:
    """Explain that an adopted revision no longer changes, and where to go instead."""
    programme = revision.programme
    return show(
        request,
        EditPage(
            title=_("Révision %(number)s du cadre") % {"number": revision.number},
            over=programme.short_title,
            crumbs=crumbs(programme, Link(_("Révision adoptée"))),
            notice=_(
                "Cette révision est adoptée et ne change plus : des décisions s’y rapportent. "
                "Pour changer le cadre, ouvrir une nouvelle révision, qui en sera la copie."
            ),
            links=[
                Link(_("Voir cette révision"), framework_href(programme, revision)),
                Link(_("Nouvelle révision"), reverse("framework_open", args=[programme.slug])),
            ],
        ),
    )


def framework_links(scope: Scope, programme: Programme, revisions: list[FrameworkRevision]) -> list[Link]:
    """Return what may be done from the page of the framework; `revisions` the last one first."""
    links = []
    if can_describe(scope, programme):
        if revisions and revisions[0].adopted_on is None:
            href = reverse("framework_edit", args=[programme.slug, revisions[0].number])
            links.append(Link(_("Modifier la révision %(n)s") % {"n": revisions[0].number}, href))
            href = reverse("indicator_add", args=[programme.slug, revisions[0].number])
            links.append(Link(_("Ajouter un indicateur"), href))
        else:
            links.append(Link(_("Nouvelle révision"), reverse("framework_open", args=[programme.slug])))
    if len(revisions) > 1:
        href = reverse("framework_compare", args=[programme.slug])
        links.append(Link(_("Comparer deux révisions"), href))
    return links
