"""The ways into the pages that describe programmes, only for who may."""

from django.urls import reverse
from django.utils.translation import gettext as _

from jalon.records.programmes.models import Programme
from jalon.records.programmes.rules import Scope, can_add_under, can_describe
from jalon.web.components import Link


def portfolio_links(scope: Scope) -> list[Link]:
    """Return what may be opened from the portfolio."""
    return [Link(_("Ouvrir une fiche"), reverse("programme_add"))] if can_add_under(scope, None) else []


def sheet_links(scope: Scope, programme: Programme) -> list[Link]:
    """Return what may be done from the sheet of a programme."""
    if not can_describe(scope, programme):
        return []
    links = [Link(_("Modifier"), reverse("programme_edit", args=[programme.slug]))]
    if programme.kind != Programme.Kind.PROJECT:
        under = f"{reverse('programme_add')}?dans={programme.slug}"
        links.append(Link(_("Ajouter un projet"), under))
    return links
