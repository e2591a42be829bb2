"""Adding a fact that the reader missed: its passage, its kind, then what it says."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from jalon.core.values import ValueProblem
from jalon.core.values.numbers import parse_number
from jalon.flows.intake.passages import find_quote, trimmed
from jalon.flows.intake.values import value_in
from jalon.flows.reading import judging
from jalon.records.problems import Refused
from jalon.records.reading import queries
from jalon.records.reading.models import Claim, Reading
from jalon.records.reading.states import State
from jalon.records.sources.models import Document, Text
from jalon.records.sources.queries import kept
from jalon.web.components import Link
from jalon.web.http import Request
from jalon.web.reading import leaf
from jalon.web.reading.access import review_address, reviewed_document
from jalon.web.reading.detailing import DETAILS, Kind
from jalon.web.reading.forms import said_form
from jalon.web.reading.leaf import Mark

PAGE, INVALID = "reading/add.html", 422


@require_http_methods(["GET", "POST"])
def add(request: Request, uid: str) -> HttpResponse:
    """Ask what a passage says (GET), then keep it as a proposition to judge (POST)."""
    _scope, document = reviewed_document(request, uid)
    text = kept(document).text
    reading = queries.current(text) if text is not None else None
    if text is None or reading is None:
        return redirect(review_address(document))
    given = request.POST if request.method == "POST" else request.GET
    try:
        span = _passage(text, given)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect(review_address(document))
    nature = given.get("nature", "")
    chosen = nature if nature in Claim.Type.values else Claim.Type.QUANTITY.value
    quote = text.content[span[0] : span[1]]
    form = said_form(request.POST or None, chosen, _first_guess(chosen, quote))
    if request.method == "POST" and form.is_valid():
        added = _add(request, reading, chosen, span, form)
        if added is not None:
            return redirect(review_address(document, f"p={added.pk}"))
    context = _context(document, text, span, chosen, form)
    return render(request, PAGE, context, status=INVALID if form.errors else 200)


def _passage(text: Text, given: QueryDict) -> tuple[int, int]:
    """Return the characters pointed at: by code points, else by a quote and its rank. Raises Refused."""
    start, end = given.get("debut_passage", ""), given.get("fin_passage", "")
    if start.isdecimal() and end.isdecimal() and len(start + end) < 30:
        return trimmed(text.content, int(start), int(end))
    rank = given.get("rang", "1")
    return find_quote(
        text.content, given.get("citation", ""), int(rank) if rank.isdecimal() and len(rank) < 6 else 1
    )


def _first_guess(claim_type: str, quote: str) -> dict[str, Any]:
    """What the passage itself says: the number written there, else its words."""
    detail = next((one for one in DETAILS[claim_type] if one.key == "value"), None)
    if detail is None or claim_type in {Claim.Type.AGENDA_ITEM, Claim.Type.MEETING}:
        return {}
    if detail.kind is Kind.NUMBER:
        try:
            value = parse_number(value_in(quote)).value
        except (ValueProblem, Refused):
            return {}
        return {"value": value if isinstance(value, int) else float(value)}
    return {"value": quote} if detail.kind is Kind.TEXT else {}


def _add(
    request: Request, reading: Reading, claim_type: str, span: tuple[int, int], form: forms.Form
) -> Claim | None:
    said = {key: value for key, value in form.cleaned_data.items() if value not in (None, "", [])}
    try:
        return judging.add_claim(
            reading=reading,
            type=claim_type,
            start=span[0],
            end=span[1],
            said=said,
            by=request.user.get_username(),
        )
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return None


def _context(
    document: Document, text: Text, span: tuple[int, int], chosen: str, form: forms.Form
) -> dict[str, Any]:
    here = [block for block in leaf.blocks_of(text) if block[1] < span[1] and block[2] > span[0]]
    window = leaf.Window(1, 1, tuple(here))
    mark = Mark(span[0], span[1], 0, None, State.OPEN, "", current=True)
    return {
        "document": document,
        "crumbs": [
            Link(_("Documents"), reverse("documents")),
            Link(_("Lecture"), reverse("reading_pile")),
            Link(document.title, review_address(document)),
            Link(_("Ajouter"), current=True),
        ],
        "parts": leaf.parts(text, window, [mark]),
        "span": span,
        "quote": text.content[span[0] : span[1]],
        "types": Claim.Type.choices,
        "chosen": chosen,
        "form": form,
        "back": review_address(document),
    }
