"""The results of programmes: the list of frameworks, the table of one, its revisions."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from jalon.core.values.periods import format_period
from jalon.flows.figures import years_of
from jalon.records.ledger.models import Axis, Category
from jalon.records.places.models import Place
from jalon.records.places.queries import division_in_force
from jalon.records.programmes.models import Programme
from jalon.records.programmes.rules import Scope, scope_of
from jalon.records.results.models import FrameworkRevision
from jalon.records.results.queries import framework, revision_in_force, visible_revisions, with_framework
from jalon.web.components import Item
from jalon.web.exports import exported
from jalon.web.http import Request
from jalon.web.programme_tabs import programme_tabs
from jalon.web.results import table as results_table
from jalon.web.results.edit_pages import framework_links
from jalon.web.results.forms import ResultsFilter
from jalon.web.tables import Table, export_links

RESULTS = "results/results.html"


def home(request: Request) -> HttpResponse:
    """List the programmes whose framework may be seen."""
    scope = scope_of(request.user)
    items = [
        Item(title=programme.title, href=reverse("results", args=[programme.slug]), text=programme.summary)
        for programme in with_framework(scope)
    ]
    return render(request, "results/home.html", {"items": items})


def results(request: Request, slug: str) -> HttpResponse:
    """Show the results table of a programme: days, place and breakdown come from the address."""
    scope = scope_of(request.user)
    programme = visible_programme(scope, slug)
    revision = revision_in_force(programme, scope)
    if revision is None:
        bare = {
            "programme": programme,
            "tabs": programme_tabs(scope, programme, "results"),
            "links": framework_links(scope, programme, []),
        }
        return render(request, RESULTS, bare)
    tree = framework(revision, scope)
    indicators = tree.all_indicators()
    form = ResultsFilter(
        request.GET or None,
        years=years_of([indicator.uid for indicator in indicators]),
        places=places_of(programme),
        axes=Axis.objects.filter(code__in={axis for one in indicators for axis in one.axes}).order_by(
            "order"
        ),
        today=timezone.localdate(),
    )
    asked = asked_of(form)
    period = form.period
    words = format_period(period) if period else _("Depuis le début")
    table = Table(
        id="resultats",
        caption=_("Résultats : %(period)s") % {"period": words.lower() if period is None else words},
        columns=results_table.columns(words),
        rows=list(results_table.rows(tree, asked, labels_of(asked.by), scope)),
        exports=export_links(request.GET),
        empty=_("Ce cadre n’a pas encore d’indicateur."),
        cards=True,
        hide_caption=True,
        about={_("Programme"): programme.title, _("Période"): words, _("Cadre"): str(revision)},
    )
    if (file := exported(request, table, f"resultats-{programme.slug}")) is not None:
        return file
    context = {
        "programme": programme,
        "revision": revision,
        "table": table,
        "form": form,
        "words": words,
        "tabs": programme_tabs(scope, programme, "results"),
        "reset": reverse("results", args=[programme.slug]) if request.GET else "",
    }
    return render(request, f"{RESULTS}#rows" if request.htmx else RESULTS, context)


def framework_page(request: Request, slug: str) -> HttpResponse:
    """Show the framework: levels, results, indicator sheets, and the revisions that adopted it."""
    scope = scope_of(request.user)
    programme = visible_programme(scope, slug)
    revisions = list(visible_revisions(programme, scope).order_by("-number"))
    if not revisions:
        raise Http404
    number = request.GET.get("revision", "")
    chosen: FrameworkRevision | None = next((one for one in revisions if str(one.number) == number), None)
    chosen = chosen or revision_in_force(programme, scope)
    assert chosen is not None
    context = {
        "programme": programme,
        "tree": framework(chosen, scope),
        "revisions": revisions,
        "chosen": chosen,
        "tabs": programme_tabs(scope, programme, "framework"),
        "links": framework_links(scope, programme, revisions),
    }
    return render(request, "results/framework.html", context)


def visible_programme(scope: Scope, slug: str) -> Programme:
    """Return the programme of this address when the viewer may ask about it, else say it does not exist."""
    return get_object_or_404(Programme.objects.filter(scope.visible_programmes()), slug=slug)


def places_of(programme: Programme) -> list[Place]:
    """Return the places that the programme's entries name, in French order."""
    return list(Place.objects.filter(entries__account__programme=programme).distinct().order_by("sort_key"))


def asked_of(form: ResultsFilter) -> results_table.Asked:
    """Return the scope that a filter asks for."""
    period, asked = form.period, form.asked
    end = period.end if period else form.today
    division = division_in_force(end)
    return results_table.Asked(
        start=period.start if period else None,
        end=end,
        place=asked["lieu"] or None,
        division=division.code if division else None,
        by=asked["par"],
    )


def labels_of(axis: str) -> dict[str, str]:
    """Return the French names of what an axis may show: categories or places."""
    if not axis:
        return {}
    if axis in {"region", "cercle", "commune"}:
        return dict(Place.objects.filter(level=axis).values_list("uid", "name"))
    return dict(Category.objects.filter(axis__code=axis).values_list("code", "label"))
