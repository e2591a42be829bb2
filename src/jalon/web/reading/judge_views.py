"""Judging: one proposition, one alert, all of a kind; then on to what waits next."""

from collections import Counter
from collections.abc import Callable

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from jalon.flows.reading import judging
from jalon.flows.reading.accepting import AcceptedAll
from jalon.flows.reading.accepting import accept_all as accept_all_of
from jalon.flows.reading.proposing import Known, propose
from jalon.records.problems import Refused
from jalon.records.programmes.rules import Scope
from jalon.records.reading import queries
from jalon.records.reading.models import Alert, Claim, Reading, Verdict
from jalon.records.reading.rules import may_undo
from jalon.records.sources.models import Document
from jalon.records.sources.queries import kept
from jalon.web.http import Request
from jalon.web.reading.access import review_address, reviewed_document
from jalon.web.reading.forms import ClaimForm
from jalon.web.reading.page import Asked
from jalon.web.reading.views import show_review

EVERYTHING = "*"
OTHER_REASON = "autre"


@require_http_methods(["GET", "POST"])
def claim(request: Request, uid: str, pk: int) -> HttpResponse:
    """Accept, correct, ignore or reopen a proposition (POST); GET leads to it."""
    scope, document = reviewed_document(request, uid)
    held = queries.claims(scope).select_related("reading__text__version__document")
    found: Claim = get_object_or_404(held, pk=pk, reading__text__version__document=document)
    if request.method != "POST":
        return redirect(review_address(document, f"p={found.pk}"))
    if "rouvrir" in request.POST:
        return _reopen(request, scope, document, found)
    if "ignorer" in request.POST:
        return _done(
            request,
            scope,
            document,
            Asked(claim=found.pk),
            f"apres={found.pk}",
            lambda: judging.ignore(claim=found, reason=_reason(request, "ignorer"), by=_by(request)),
        )
    return _take(request, scope, document, found)


def _by(request: Request) -> str:
    return request.user.get_username()


def _reason(request: Request, name: str) -> str:
    """The ready-made reason of the button pressed, else the one written."""
    pressed = request.POST.get(name, "")
    return request.POST.get("motif", "") if pressed in {OTHER_REASON, ""} else pressed


def _done(
    request: Request, scope: Scope, document: Document, asked: Asked, then: str, do: Callable[[], object]
) -> HttpResponse:
    """Do it and go on to what `then` asks for; when it is refused, show why where one was."""
    try:
        do()
    except Refused as refusal:
        return show_review(request, scope, document, asked=asked, refusal=str(refusal))
    return redirect(review_address(document, then))


def _take(request: Request, scope: Scope, document: Document, found: Claim) -> HttpResponse:
    """Accept as read, or corrected when something of what was read was changed in the form."""
    known = Known.of(document, scope)
    said = dict(found.as_published)
    form = ClaimForm(request.POST, claim=found, said=said, proposal=propose(found, known), known=known)
    asked = Asked(claim=found.pk)
    if not form.is_valid():
        return show_review(request, scope, document, asked=asked, data=request.POST)

    def take() -> Verdict:
        corrected, target = form.corrected(), form.target()
        if corrected is None:
            return judging.accept(claim=found, target=target, scope=scope, by=_by(request))
        return judging.correct(claim=found, corrected=corrected, target=target, scope=scope, by=_by(request))

    try:
        take()
    except Refused as refusal:
        return show_review(request, scope, document, asked=asked, data=request.POST, refusal=str(refusal))
    return redirect(review_address(document, f"apres={found.pk}"))


def _reopen(request: Request, scope: Scope, document: Document, found: Claim) -> HttpResponse:
    last = queries.last_verdict(claim=found)

    def reopen() -> Verdict:
        if last is not None and not may_undo(scope, last, username=_by(request)):
            raise Refused(
                "may_not_undo",
                _("L’écriture faite de cette proposition ne peut être retirée que par un responsable."),
            )
        return judging.reopen(claim=found, by=_by(request))

    return _done(request, scope, document, Asked(claim=found.pk), f"p={found.pk}", reopen)


@require_http_methods(["GET", "POST"])
def alert(request: Request, uid: str, pk: int) -> HttpResponse:
    """Note an alert, withdraw what it says the document's other text said, dismiss or reopen it (POST)."""
    scope, document = reviewed_document(request, uid)
    held = queries.alerts(scope).select_related("reading__text__version__document")
    found: Alert = get_object_or_404(held, pk=pk, reading__text__version__document=document)
    if request.method != "POST":
        return redirect(review_address(document, f"a={found.pk}"))
    asked, by = Asked(alert=found.pk), _by(request)
    if "rouvrir" in request.POST:
        return _done(
            request,
            scope,
            document,
            asked,
            f"a={found.pk}",
            lambda: judging.reopen_alert(alert=found, by=by),
        )
    if "retirer" in request.POST:
        return _done(
            request,
            scope,
            document,
            asked,
            "",
            lambda: judging.withdraw_earlier(alert=found, scope=scope, by=by),
        )
    if "ecarter" in request.POST:
        reason = _reason(request, "ecarter")
        return _done(
            request,
            scope,
            document,
            asked,
            "",
            lambda: judging.dismiss_alert(alert=found, reason=reason, by=by),
        )
    alike = _alike(found) if "noter_tous" in request.POST else [found]
    return _done(request, scope, document, asked, "", lambda: _note_all(alike, by))


def _alike(found: Alert) -> list[Alert]:
    """The open alerts of the same kind in the same reading."""
    seen = queries.review(found.reading).alerts
    return [one.alert for one in seen if one.alert.kind == found.kind and not one.state.is_judged]


@transaction.atomic
def _note_all(alerts: list[Alert], by: str) -> None:
    for one in alerts:
        judging.note_alert(alert=one, by=by)


@require_http_methods(["GET", "POST"])
def accept_all(request: Request, uid: str) -> HttpResponse:
    """Accept all of a kind, or all that no alert compares; say how many, what is left and why (POST)."""
    scope, document = reviewed_document(request, uid)
    text = kept(document).text
    reading = queries.current(text) if text is not None else None
    if request.method != "POST" or reading is None:
        return redirect(review_address(document))
    asked = request.POST.get("nature", "")
    kinds = [asked] if asked in Claim.Type.values else []
    if asked == EVERYTHING:
        kinds = [kind for kind in Claim.Type.values if kind in _kinds(reading)]
    known, by = Known.of(document, scope), _by(request)
    try:
        _tell(request, accept_all_of(reading=reading, types=kinds, known=known, by=by))
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect(review_address(document))


def _kinds(reading: Reading) -> set[str]:
    return set(reading.claims.order_by().values_list("type", flat=True).distinct())


def _tell(request: Request, done: AcceptedAll) -> None:
    accepted, left = done.accepted, [why for _claim, why in done.left]
    said = ngettext("%(n)s proposition acceptée.", "%(n)s propositions acceptées.", accepted) % {
        "n": accepted
    }
    if not left:
        messages.success(request, said)
        return
    reasons = " ".join(f"({times}) {why}" for why, times in Counter(left).most_common(4))
    rest = ngettext("Il en reste %(n)s :", "Il en reste %(n)s :", len(left)) % {"n": len(left)}
    messages.warning(request, f"{said} {rest} {reasons}")
