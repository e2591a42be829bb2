"""The tabs over every page of a programme: one list for all the areas that have such a page."""

from django.urls import reverse
from django.utils.translation import gettext as _

from jalon.records.programmes.models import Programme
from jalon.records.programmes.rules import Scope
from jalon.records.results.queries import visible_revisions
from jalon.records.users.roles import Permission
from jalon.web.components import Link


def programme_tabs(scope: Scope, programme: Programme, current: str) -> list[Link]:
    """Return the tabs; `current` is the name of the page's address. One query.

    A programme without a framework has no tab for it; series are for those who judge what was read, the
    journal for those with a role.
    """
    pages = [("programme", _("Fiche")), ("results", _("Résultats"))]
    if visible_revisions(programme, scope).exists():
        pages.append(("framework", _("Cadre de résultats")))
    pages.append(("changes", _("Ce qui a changé")))
    if scope.can(Permission.RECORD, programme.pk):
        pages.append(("programme_series", _("Séries")))
    if scope.can(Permission.VIEW, programme.pk):
        pages.append(("programme_trail", _("Journal")))
    return [
        Link(label, reverse(name, args=[programme.slug]), current=name == current) for name, label in pages
    ]
