"""Two revisions of a framework side by side."""

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from jalon.records.ledger.models import Axis
from jalon.records.programmes.rules import scope_of
from jalon.records.results.comparison import Difference, differences
from jalon.records.results.models import FrameworkRevision
from jalon.records.results.queries import framework, visible_revisions
from jalon.web.components import Link
from jalon.web.exports import exported
from jalon.web.fields import offer
from jalon.web.http import Request
from jalon.web.results.edit_pages import crumbs
from jalon.web.results.views import visible_programme
from jalon.web.tables import Column, Row, Table, export_links, row


class PairForm(forms.Form):
    """The two revisions to compare."""

    de = forms.ChoiceField(label=gettext_lazy("Avant"), required=False)
    a = forms.ChoiceField(label=gettext_lazy("Après"), required=False)


@require_GET
def framework_compare(request: Request, slug: str) -> HttpResponse:
    """Show what changed between two revisions, the last two unless the address says which."""
    scope = scope_of(request.user)
    programme = visible_programme(scope, slug)
    revisions = list(visible_revisions(programme, scope).order_by("number"))
    if len(revisions) < 2:
        raise Http404
    by_number = {str(one.number): one for one in revisions}
    first = by_number.get(request.GET.get("de", ""), revisions[-2])
    second = by_number.get(request.GET.get("a", ""), revisions[-1])
    form = PairForm({"de": str(first.number), "a": str(second.number)})
    for name in ("de", "a"):
        offer(form, name, [(number, _name(one)) for number, one in by_number.items()])
    labels = dict(Axis.objects.values_list("code", "label"))
    found = differences(framework(first, scope), framework(second, scope), labels)
    table = Table(
        id="differences",
        caption=_("De la révision %(a)s à la révision %(b)s") % {"a": first.number, "b": second.number},
        columns=(
            Column("what", _("Résultat ou indicateur")),
            Column("part", _("Ce qui change")),
            Column("before", _("Avant")),
            Column("after", _("Après")),
        ),
        rows=[_row(one) for one in found],
        exports=export_links(request.GET),
        empty=_("Rien ne change entre ces deux révisions."),
        cards=True,
        about={_("Programme"): programme.title},
    )
    if (file := exported(request, table, f"cadre-{programme.slug}")) is not None:
        return file
    context = {
        "programme": programme,
        "crumbs": crumbs(programme, Link(_("Comparer"))),
        "form": form,
        "table": table,
        "reset": reverse("framework_compare", args=[slug]) if request.GET else "",
    }
    return render(request, "results/compare.html", context)


def _name(revision: FrameworkRevision) -> str:
    if revision.adopted_on is None:
        return _("Révision %(n)s, en préparation") % {"n": revision.number}
    return _("Révision %(n)s") % {"n": revision.number}


def _row(one: Difference) -> Row:
    if one.part:
        return row(one.of, one.part, one.before, one.after)
    return row(one.of, _("ajouté") if one.after else _("retiré"), one.before, one.after)
