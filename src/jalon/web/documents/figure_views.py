"""Typing a figure from a passage: the form filled with what it seems to say, its preview, its record."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from jalon.flows.intake.passages import find_quote, trimmed
from jalon.flows.intake.proposals import Proposal, propose
from jalon.flows.intake.recording import Effect, Typed, effect_of, record_typed
from jalon.records.ledger.models import Account, Category, Entry, PlanVersion
from jalon.records.ledger.queries import source_entries
from jalon.records.ledger.rules import recordable_accounts
from jalon.records.parties.models import Organisation
from jalon.records.places.models import Division
from jalon.records.problems import Refused
from jalon.records.programmes.models import Programme
from jalon.records.programmes.rules import recordable_programmes, scope_of
from jalon.records.sources.models import Document, Source, Text
from jalon.records.sources.queries import kept
from jalon.web.components import Change, Link
from jalon.web.documents.figure_forms import Choices, FigureForm
from jalon.web.documents.page import Part, near
from jalon.web.documents.views import readable_document
from jalon.web.entries.showing import plain_figure, scaled_figure
from jalon.web.figures import words
from jalon.web.figures.showing import show_answer
from jalon.web.http import Request

PAGE = "documents/figure.html"


@require_http_methods(["GET", "POST"])
def figure_add(request: Request, uid: str) -> HttpResponse:
    """Propose an entry from a passage (GET), show what it would change, then record it (POST)."""
    scope = scope_of(request.user)
    document = readable_document(scope, uid)
    programmes = recordable_programmes(scope, document)
    if not programmes:
        raise PermissionDenied
    given = request.POST if request.method == "POST" else request.GET
    try:
        text, span = _passage(document, given)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect(f"{reverse('document', args=[document.uid])}#saisir")
    accounts = list(
        Account.objects.filter(recordable_accounts(scope), programme__in=programmes)
        .select_related("programme")
        .order_by("programme__sort_key", "order", "label")
    )
    proposal = propose(text, *span, accounts)
    form = FigureForm(
        request.POST or None,
        choices=choices_of(accounts, programmes, proposal),
        initial=initial_of(proposal, document),
    )
    context: dict[str, Any] = {
        "document": document,
        "crumbs": _crumbs(document),
        "form": form,
        "places": proposal.places,
        "text": text,
        "span": span,
        "shown": _shown(text, span),
        "already": _already(text, span, scope),
    }
    if request.method != "POST":
        return render(request, PAGE, context)
    if not form.is_valid():
        return render(request, PAGE, context, status=422)
    return _try(request, _typed(form, text, span, request.user.get_username()), form, context)


def _try(request: Request, typed: Typed, form: FigureForm, context: dict[str, Any]) -> HttpResponse:
    """Record when asked to, else show what it would change."""
    try:
        if request.POST.get("action") == "enregistrer":
            entry = record_typed(typed)
            messages.success(request, _("L’écriture est enregistrée ; elle comptera une fois approuvée."))
            return redirect("entry", uid=entry.uid)
        effect = effect_of(typed)
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return render(request, PAGE, context, status=422)
    return render(request, PAGE, {**context, "preview": preview_of(typed, effect)})


def _passage(document: Document, given: QueryDict) -> tuple[Text, tuple[int, int]]:
    """Return the text and the span that are pointed at: by code points, else by a quote and its rank."""
    pk = given.get("texte", "")
    texts = Text.objects.select_related("version__document").filter(version__document=document)
    text = texts.filter(pk=pk).first() if pk.isdecimal() and len(pk) < 18 else kept(document).text
    if text is None:
        raise Refused("no_text", _("Ce document n’a pas de texte lu : en recevoir d’abord un fichier."))
    start, end = given.get("debut_passage", ""), given.get("fin_passage", "")
    if start.isdecimal() and end.isdecimal() and len(start + end) < 30:
        return text, trimmed(text.content, int(start), int(end))
    rank = given.get("rang", "1")
    occurrence = int(rank) if rank.isdecimal() and len(rank) < 6 else 1
    return text, find_quote(text.content, given.get("citation", ""), occurrence)


def choices_of(accounts: list[Account], programmes: list[Programme], proposal: Proposal) -> Choices:
    """Return what the form offers, in a constant number of queries."""
    return Choices(
        accounts=accounts,
        organisations=list(
            Organisation.objects.filter(participations__programme__in=programmes)
            .distinct()
            .order_by("sort_key")
        ),
        divisions=list(Division.objects.order_by("-in_force_from", "code")),
        categories=list(
            Category.objects.select_related("axis").order_by("axis__order", "axis__code", "order", "code")
        ),
        versions=list(PlanVersion.objects.filter(programme__in=programmes).order_by("number")),
        places=proposal.places,
    )


def initial_of(proposal: Proposal, document: Document) -> dict[str, Any]:
    """Return the first filling of the form."""
    return {
        "indicateur": proposal.account,
        "valeur": proposal.value,
        "etape": proposal.stage,
        "nature": proposal.kind,
        "periode": proposal.period,
        "debut": proposal.since_start,
        "lieu": proposal.place,
        "declare": document.issuer,
    }


def _typed(form: FigureForm, text: Text, span: tuple[int, int], by: str) -> Typed:
    said = form.cleaned_data
    start, end = form.days
    return Typed(
        text=text,
        span=span,
        account=said["account"],
        kind=said["nature"],
        stage=said["etape"],
        start=end if said["nature"] == Entry.Kind.EVENT else start,
        end=end,
        lines=form.lines,
        read=form.read,
        printed=said["valeur"].strip(),
        by=by,
        place=said["lieu"],
        division=said.get("division"),
        about=form.organisations.get(said["part"]),
        plan_version=form.version_number,
        reported_by=said["declare"],
        note=said["note"],
    )


def preview_of(typed: Typed, effect: Effect | None) -> dict[str, Any]:
    """Return what would be recorded and what the figure of its extent would become."""
    account = typed.account
    categories = {
        (one.axis.code, one.code): one.label for one in Category.objects.select_related("axis").order_by("pk")
    }
    lines = [
        (
            ", ".join(categories.get(pair, pair[1]) for pair in line.cell.items()) or _("non précisé"),
            plain_figure(account, line.value),
        )
        for line in typed.lines
    ]
    days = words.days(typed.start, typed.end, is_event=typed.kind == Entry.Kind.EVENT)
    place = typed.place.name if typed.place else _("sans lieu précis")
    change = None
    if effect is not None:
        change = Change(
            label=f"{account.label}, {days}, {place}",
            before=show_answer(effect.before, effect.question),
            after=show_answer(effect.after, effect.question, linked=False),
        )
    total = scaled_figure(account, typed.read.total, currency=typed.read.currency)
    return {
        "account": account,
        "total": total,
        "lines": lines if len(lines) > 1 or lines[0][0] != _("non précisé") else [],
        "days": days,
        "place": place,
        "stage": Entry.Stage(typed.stage).label,
        "kind": Entry.Kind(typed.kind).label,
        "changes": [change] if change else [],
    }


def _shown(text: Text, span: tuple[int, int]) -> list[tuple[Part, list[object]]]:
    """Return the passage as the document shows it, with its title and the headings of its table."""
    return [(part, []) for part in near(text, Source(start=span[0], end=span[1]))]


def _already(text: Text, span: tuple[int, int], scope: Any) -> list[Link]:
    """Return the entries that this very passage carries already."""
    known = Source.objects.filter(kind=Source.Kind.PASSAGE, text=text, start=span[0], end=span[1]).first()
    if known is None:
        return []
    return [
        Link(entry.account.label, reverse("entry", args=[entry.uid]))
        for entry in source_entries(known, scope)
    ]


def _crumbs(document: Document) -> list[Link]:
    return [
        Link(_("Documents"), reverse("documents")),
        Link(document.title, reverse("document", args=[document.uid])),
        Link(_("Saisir un chiffre"), current=True),
    ]
