"""One entry: what it says, where it comes from, what was done to it; and the acts on it."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from jalon.records.ledger import actions
from jalon.records.ledger.models import Entry
from jalon.records.ledger.queries import entries, sheet
from jalon.records.ledger.rules import MayDo, may_do, visible_entries
from jalon.records.problems import Refused
from jalon.records.programmes.rules import Scope, scope_of
from jalon.records.sources import actions as sources
from jalon.web.entries.forms import CommentForm, ReasonForm, RemarkForm
from jalon.web.entries.page import entry_context
from jalon.web.http import Request


def visible_entry(scope: Scope, uid: str) -> Entry:
    """Return the entry when the viewer may open it, else say that it does not exist."""
    found: Entry = get_object_or_404(entries(Entry.objects.filter(visible_entries(scope))), uid=uid)
    return found


@require_GET
def entry(request: Request, uid: str) -> HttpResponse:
    """Show an entry, with the acts that its reader may do."""
    scope = scope_of(request.user)
    found = visible_entry(scope, uid)
    may = may_do(scope, found, username=request.user.get_username())
    return render(request, "entries/entry.html", entry_context(sheet(found, scope), may))


def allowed_entry(request: Request, uid: str, right: Callable[[MayDo], bool]) -> Entry:
    """Return the entry that the user may do this to; refused otherwise."""
    scope = scope_of(request.user)
    found = visible_entry(scope, uid)
    if not right(may_do(scope, found, username=request.user.get_username())):
        raise PermissionDenied
    return found


def _act(
    request: Request,
    found: Entry,
    form: forms.Form,
    words: dict[str, str | Promise],
    do: Callable[[dict[str, str]], object],
) -> HttpResponse:
    """Ask for a reason (GET), then do the act (POST) and go back to the entry."""
    if request.method == "POST" and form.is_valid():
        try:
            do(form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, str(words["done"]))
            return redirect("entry", uid=found.uid)
    context = {
        "entry": found,
        "form": form,
        "words": words,
        "action": request.path,
        "cancel": reverse("entry", args=[found.uid]),
    }
    return render(request, "entries/act.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def approve(request: Request, uid: str) -> HttpResponse:
    """Approve an entry: from then on it counts."""
    found = allowed_entry(request, uid, lambda may: may.approve)
    words: dict[str, str | Promise] = {
        "title": gettext_lazy("Approuver cette écriture ?"),
        "text": gettext_lazy("Elle comptera dans les chiffres dès maintenant, sous votre nom."),
        "submit": gettext_lazy("Approuver"),
        "done": gettext_lazy("L’écriture est approuvée."),
    }
    by = request.user.get_username()
    return _act(
        request,
        found,
        CommentForm(request.POST or None),
        words,
        lambda said: actions.approve(entry=found, by=by, why=said["why"]),
    )


@require_http_methods(["GET", "POST"])
def withdraw(request: Request, uid: str) -> HttpResponse:
    """Withdraw an entry: it no longer counts and stays visible in the history."""
    found = allowed_entry(request, uid, lambda may: may.withdraw)
    words: dict[str, str | Promise] = {
        "title": gettext_lazy("Retirer cette écriture ?"),
        "text": gettext_lazy("Elle ne comptera plus ; elle restera au registre, avec le motif."),
        "submit": gettext_lazy("Retirer l’écriture"),
        "done": gettext_lazy("L’écriture est retirée."),
        "danger": "1",
    }
    by = request.user.get_username()
    return _act(
        request,
        found,
        ReasonForm(request.POST or None),
        words,
        lambda said: actions.withdraw(entry=found, by=by, why=said["why"]),
    )


@require_http_methods(["GET", "POST"])
def set_aside(request: Request, uid: str) -> HttpResponse:
    """Set an entry aside: shown beside the one that holds, no longer counted."""
    found = allowed_entry(request, uid, lambda may: may.set_aside)
    words: dict[str, str | Promise] = {
        "title": gettext_lazy("Écarter cette écriture ?"),
        "text": gettext_lazy(
            "De deux sources qui se contredisent, celle-ci ne sera plus retenue ; elle restera montrée."
        ),
        "submit": gettext_lazy("Écarter l’écriture"),
        "done": gettext_lazy("L’écriture est écartée."),
        "danger": "1",
    }
    by = request.user.get_username()
    return _act(
        request,
        found,
        ReasonForm(request.POST or None),
        words,
        lambda said: actions.set_aside(entry=found, by=by, why=said["why"]),
    )


@require_http_methods(["GET", "POST"])
def remark(request: Request, uid: str) -> HttpResponse:
    """Write a remark on the source of an entry, shown beside the figures of its account."""
    found = allowed_entry(request, uid, lambda may: may.remark)
    words: dict[str, str | Promise] = {
        "title": gettext_lazy("Signaler quelque chose"),
        "text": gettext_lazy(
            "Un signalement ne change aucun chiffre : il est montré à côté de ceux qu’il concerne."
        ),
        "submit": gettext_lazy("Enregistrer le signalement"),
        "done": gettext_lazy("Le signalement est enregistré."),
    }
    by = request.user.get_username()

    @transaction.atomic
    def write(said: dict[str, str]) -> None:
        written = sources.remark(
            title=said["title"], explanation=said["explanation"], first=found.source, by=by
        )
        actions.attach_remark(account=found.account, remark=written)

    return _act(request, found, RemarkForm(request.POST or None), words, write)
