"""An indicator in a revision: its account and its sheet, written, changed, taken out of the revision."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from jalon.core.values import search_key
from jalon.records.ledger import actions as ledger
from jalon.records.ledger.models import Account, Axis
from jalon.records.problems import Refused
from jalon.records.programmes.models import Programme
from jalon.records.results import actions
from jalon.records.results.models import FrameworkRevision, IndicatorSheet
from jalon.web.components import Item, Link
from jalon.web.editing import EditPage, Held, for_describers, is_done, show
from jalon.web.http import UserRequest
from jalon.web.results.edit_indicator_form import REFUSALS, IndicatorForm, Offered
from jalon.web.results.edit_pages import adopted_page, editor_href, revision_crumbs, revision_of
from jalon.web.results.edit_units import UNITS, unit_words

COUNTING = ("unit", "unit_label", "decimals", "time", "places", "numerator", "denominator")
SHOWN = ("label", "definition", "grain_place", "grain_time", "public")
SHEET = ("code", "label", "definition", "verification", "frequency", "responsible")


@for_describers
@require_http_methods(["GET", "POST"])
def indicator_add(request: UserRequest, programme: Programme, number: int) -> HttpResponse:
    """Open an indicator: its account, and its sheet in a revision."""
    revision = revision_of(programme, number)
    initial = {
        "result": request.GET.get("resultat", ""),
        "time": Account.Time.SUM,
        "places": Account.Places.SUM,
        "public": True,
    }
    return _describe(request, revision, None, initial)


@for_describers
@require_http_methods(["GET", "POST"])
def indicator_edit(request: UserRequest, programme: Programme, number: int, uid: str) -> HttpResponse:
    """Change an indicator's sheet in a revision; one that the revision has no longer comes back."""
    revision = revision_of(programme, number)
    account = get_object_or_404(programme.accounts.select_related("numerator", "denominator"), uid=uid)
    sheets = account.sheets.select_related("node").prefetch_related("breakdowns__axis")
    sheet = sheets.filter(revision=revision).first() or sheets.order_by("-revision__number").first()
    return _describe(request, revision, account, _initial(account, sheet))


def _initial(account: Account, sheet: IndicatorSheet | None) -> dict[str, Any]:
    said = {name: getattr(account, name) for name in (*SHOWN, "decimals", "time", "places")}
    said["unit"] = unit_words(account.unit, account.unit_label)
    said["numerator"] = account.numerator.uid if account.numerator else ""
    said["denominator"] = account.denominator.uid if account.denominator else ""
    if sheet is not None:
        said |= {name: getattr(sheet, name) for name in SHEET}
        said["definition"] = sheet.definition or account.definition
        said["result"] = sheet.node.uid if sheet.node else ""
        said["axes"] = [breakdown.axis.code for breakdown in sheet.breakdowns.all()]
    return said


def _describe(
    request: UserRequest, revision: FrameworkRevision, account: Account | None, initial: dict[str, Any]
) -> HttpResponse:
    if revision.adopted_on is not None and request.method != "POST":
        return adopted_page(request, revision)
    locked = account is not None and account.entries.exists()
    offered = _offered(revision, account)
    form = IndicatorForm(request.POST or None, offered=offered, locked=locked, initial=initial)
    made: list[IndicatorSheet] = []
    if request.method == "POST" and form.is_valid():
        by = request.user.username
        if is_done(form, lambda: made.append(_save(form, revision, account, by)), REFUSALS):
            messages.success(request, _("« %(label)s » est enregistré.") % {"label": made[0].label})
            return redirect(editor_href(revision, f"i-{made[0].account.uid}"))
    title = _("Modifier un indicateur") if account else _("Ajouter un indicateur")
    targets = reverse("targets", args=[revision.programme.slug, account.uid]) if account else ""
    return show(
        request,
        EditPage(
            title=title,
            over=_("%(programme)s, révision %(number)s")
            % {"programme": revision.programme.short_title, "number": revision.number},
            crumbs=revision_crumbs(revision, title),
            links=[Link(_("Référence et cibles"), targets)] if targets else [],
            held=None if account else _gone(revision),
            held_title=_("Déjà au registre, absents de cette révision"),
            form=form,
            form_title="" if account else _("Un nouvel indicateur"),
            submit=_("Enregistrer l’indicateur"),
            cancel=editor_href(revision),
            datalists={"unites": list(UNITS)},
        ),
    )


def _offered(revision: FrameworkRevision, account: Account | None) -> Offered:
    terms = revision.programme.accounts.filter(numerator__isnull=True).order_by("order", "label")
    return Offered(
        results=list(revision.results.select_related("node").order_by("level__depth", "order", "code")),
        terms=list(terms.exclude(pk=account.pk) if account else terms),
        axes=list(Axis.objects.order_by("order", "code")),
    )


def _save(
    form: IndicatorForm, revision: FrameworkRevision, account: Account | None, by: str
) -> IndicatorSheet:
    """Write the account, then the sheet: all or nothing."""
    said = {"numerator": None, "denominator": None, **form.cleaned_data}
    counting = {name: said[name] for name in COUNTING}
    presented = {name: said[name] for name in SHOWN}
    if account is None:
        account = ledger.open_account(programme=revision.programme, by=by, **counting, **presented)
    else:
        if account.sheets.filter(revision__adopted_on__isnull=False).exists():
            presented |= {"label": account.label, "definition": account.definition}
        if not account.entries.exists():
            ledger.change_counting(account=account, by=by, **counting)
        ledger.present(account=account, by=by, **presented)
    return actions.describe_indicator(
        revision=revision,
        account=account,
        node=said["result"],
        breakdowns=_axes(form),
        order=_order(revision, account),
        by=by,
        **{name: said[name] for name in SHEET},
    )


def _axes(form: IndicatorForm) -> list[Axis]:
    """The axes asked for: those ticked, and the one written, opened with its categories."""
    said, found = form.cleaned_data, [form.offered_axes.get(code) for code in form.chosen_axes]
    axes = [axis or ledger.add_sex() for axis in found]
    label = said["new_axis"].strip()
    return [*axes, _new_axis(label, said["new_categories"].splitlines())] if label else axes


def _new_axis(label: str, categories: list[str]) -> Axis:
    """The axis of this name, with these categories; one that is known already is that one."""
    if search_key(label) in {"sexe", "genre"}:
        return ledger.add_sex()
    axis = Axis.objects.filter(label__iexact=label).first() or ledger.add_axis(
        code=slugify(label)[:40] or label[:40], label=label, order=min(Axis.objects.count(), 30_000)
    )
    for order, line in enumerate(filter(None, map(str.strip, categories))):
        ledger.add_category(axis=axis, code=slugify(line)[:80] or line[:80], label=line[:160], order=order)
    return axis


def _order(revision: FrameworkRevision, account: Account) -> int:
    held = revision.indicators.filter(account=account).first()
    return held.order if held else min(revision.indicators.count(), 30_000)


def _gone(revision: FrameworkRevision) -> list[Held]:
    """The accounts of the programme that this revision has no sheet for: they may come back."""
    accounts = revision.programme.accounts.filter(nature=Account.Nature.INDICATOR)
    gone = accounts.exclude(sheets__revision=revision).order_by("order", "label")
    return [
        Held(
            item=Item(
                title=_("Reprendre « %(label)s »") % {"label": account.label},
                href=reverse("indicator_edit", args=[revision.programme.slug, revision.number, account.uid]),
                text=unit_words(account.unit, account.unit_label),
            )
        )
        for account in gone
    ]


@for_describers
@require_POST
def indicator_remove(request: UserRequest, programme: Programme, number: int, uid: str) -> HttpResponse:
    """Take an indicator out of a revision; its account and entries stay."""
    revision = revision_of(programme, number)
    sheet = get_object_or_404(revision.indicators.select_related("revision__programme"), account__uid=uid)
    try:
        actions.remove_indicator(sheet=sheet, by=request.user.username)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("L’indicateur est retiré de cette révision ; ses chiffres restent."))
    return redirect(editor_href(revision))
