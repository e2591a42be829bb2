"""The baseline and the targets of an indicator: entries of the ledger, listed and added."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from jalon.flows.intake.naming import written
from jalon.records.ledger import actions
from jalon.records.ledger.models import Account, Category, Entry, PlanVersion
from jalon.records.ledger.queries import EntryView, entries, view_of
from jalon.records.places.queries import division_in_force
from jalon.records.programmes.models import Programme
from jalon.records.programmes.rules import Scope, scope_of
from jalon.records.users.roles import Permission
from jalon.web.components import Link
from jalon.web.editing import INVALID, for_describers, is_done
from jalon.web.entries.showing import badge, days_of, entry_figure
from jalon.web.http import UserRequest
from jalon.web.results.edit_pages import crumbs
from jalon.web.results.edit_target_form import NEW, TargetForm
from jalon.web.sourcing import quotable
from jalon.web.tables import Column, Kind, Row, Table, row

STAGES = (Entry.Stage.BASELINE, Entry.Stage.PLANNED)
REFUSALS = {"negative": "value", "no_line": "value"}
MOST_LISTED = 300


@for_describers
@require_http_methods(["GET", "POST"])
def targets(request: UserRequest, programme: Programme, uid: str) -> HttpResponse:
    """List the baseline and targets of an indicator; add one (POST)."""
    scope = scope_of(request.user)
    account = get_object_or_404(programme.accounts.select_related("programme"), uid=uid)
    if not scope.can(Permission.RECORD, programme.pk):
        raise PermissionDenied
    form = None if account.numerator_id is not None else _form(request, scope, account, programme)
    if request.method == "POST" and form is not None and form.is_valid():
        by = request.user.username
        if is_done(form, lambda: _record(form, account, programme, by), REFUSALS):
            messages.success(
                request,
                _("La valeur est enregistrée et compte.")
                if form.cleaned_data.get("approve")
                else _("La valeur est enregistrée ; elle comptera une fois approuvée."),
            )
            return redirect("targets", slug=programme.slug, uid=uid)
    listed = entries(Entry.objects.filter(account=account, stage__in=STAGES).order_by("stage", "end", "pk"))
    context = {
        "account": account,
        "crumbs": crumbs(programme, Link(_("Référence et cibles"))),
        "table": _table([view_of(entry) for entry in listed[:MOST_LISTED]]),
        "form": form,
        "places": [written(one.place) for one in programme.programme_places.select_related("place")],
        "links": [Link(_("Voir le chiffre"), reverse("figure", args=[account.uid]))],
        "drafts": f"{reverse('drafts')}?programme={programme.slug}",
    }
    wrong = form is not None and bool(form.errors)
    return render(request, "results/edit_targets.html", context, status=INVALID if wrong else 200)


def _form(request: UserRequest, scope: Scope, account: Account, programme: Programme) -> TargetForm:
    """The form, with the categories of the breakdowns asked for."""
    revision = programme.framework_revisions.order_by("-number").first()
    sheets = account.sheets.filter(revision=revision)
    categories = Category.objects.filter(axis__in=sheets.values("breakdowns__axis")).select_related("axis")
    approves = scope.can(Permission.APPROVE, programme.pk) and not programme.four_eyes
    form = TargetForm(
        request.POST or None,
        account=account,
        categories=list(categories.order_by("axis__order", "axis__code", "order", "code")),
        versions=list(PlanVersion.objects.filter(programme=programme).order_by("number")),
        approves=approves,
    )
    form.offer_documents(quotable(scope, programme))
    return form


def _record(form: TargetForm, account: Account, programme: Programme, by: str) -> Entry:
    """Record the value; approve it at once when that is asked for."""
    said = form.cleaned_data
    period, place = said["period"], said["place"]
    source = form.source(by, always=True)
    assert source is not None
    entry = actions.record(
        account=account,
        kind=Entry.Kind.STATEMENT,
        stage=said["stage"],
        start=period.start,
        end=period.end,
        source=source,
        lines=form.lines,
        by=by,
        place=place,
        division=division_in_force(period.end) if place else None,
        plan_version=_version(form, programme, by) if said["stage"] == Entry.Stage.PLANNED else None,
        currency=form.read.currency,
        printed=said["value"].strip(),
        precision=form.read.precision,
        qualifier=form.read.qualifier,
    )
    if said.get("approve"):
        actions.approve(entry=entry, by=by)
    return entry


def _version(form: TargetForm, programme: Programme, by: str) -> int:
    """The number of the version chosen, opened when it is new."""
    said = form.cleaned_data
    if said["version"] != NEW:
        return int(said["version"])
    actions.add_plan_version(
        programme=programme,
        number=form.next,
        effective_on=said["effective"],
        decision=said["decision"],
        by=by,
    )
    return form.next


def _table(views: list[EntryView]) -> Table:
    return Table(
        id="cibles",
        caption=_("Référence et cibles"),
        columns=(
            Column("stage", _("Nature")),
            Column("when", _("Pour quand")),
            Column("where", _("Lieu")),
            Column("cells", _("Répartition")),
            Column("version", _("Version")),
            Column("value", _("Valeur"), Kind.NUMBER),
            Column("state", _("État")),
        ),
        rows=[_row(view) for view in views],
        empty=_("Aucune référence, aucune cible."),
        cards=True,
        hide_caption=True,
    )


def _row(view: EntryView) -> Row:
    entry = view.entry
    cells = [", ".join(label for _axis, label in line.categories) for line in view.lines]
    return row(
        str(entry.get_stage_display()).capitalize(),
        days_of(entry),
        entry.place.name if entry.place else _("tout le programme"),
        " ; ".join(dict.fromkeys(cell or _("non précisé") for cell in cells)) if any(cells) else "",
        str(entry.plan_version or ""),
        entry_figure(view),
        badge(view.state),
    )
