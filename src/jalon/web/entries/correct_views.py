"""Correcting an entry: a new one is proposed in its place and takes effect once approved."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from jalon.core.values import ValueProblem
from jalon.core.values.number_formats import format_number
from jalon.core.values.scaled import from_scaled
from jalon.flows.intake.recording import lines_of
from jalon.flows.intake.values import read_value
from jalon.records.ledger import actions
from jalon.records.ledger.actions import Line
from jalon.records.ledger.models import Account, Category, Entry
from jalon.records.problems import Refused
from jalon.web.documents.figure_forms import CellsMixin
from jalon.web.entries.showing import days_of, place_of
from jalon.web.entries.views import allowed_entry
from jalon.web.http import Request


class CorrectionForm(CellsMixin):
    """The value and lines that should have been recorded, and why."""

    valeur = forms.CharField(
        label=gettext_lazy("Valeur corrigée"),
        max_length=200,
        error_messages={"required": gettext_lazy("Écrire la valeur corrigée.")},
    )
    publie = forms.CharField(label=gettext_lazy("Tel que publié"), max_length=200, required=False)
    motif = forms.CharField(
        label=gettext_lazy("Motif de la correction"),
        help_text=gettext_lazy("Il reste au registre, avec votre nom et la date."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "required": gettext_lazy("Dire pourquoi : le motif d’une correction reste au registre.")
        },
    )

    def __init__(
        self, data: Any, *, account: Account, categories: Sequence[Category], initial: Mapping[str, Any]
    ) -> None:
        super().__init__(data, initial=dict(initial))
        self.account = account
        self.add_cells(categories, initial.get("cells", ()))

    def main_fields(self) -> list[forms.BoundField]:
        """Return the fields above the breakdown, for the template."""
        return [self[name] for name in CorrectionForm.base_fields]

    def clean(self) -> dict[str, Any]:
        """Read the value and the lines in the unit of the account."""
        said = self.cleaned_data
        if not said.get("valeur"):
            return said
        try:
            read = read_value(said["valeur"], self.account)
        except (ValueProblem, Refused) as problem:
            self.add_error("valeur", str(problem))
            return said
        parts = self.parts(self.account)
        if not self.errors:
            try:
                said["lines"] = lines_of(read, parts)
            except Refused as refusal:
                self.add_error("case0", str(refusal))
        return said

    @property
    def lines(self) -> list[Line]:
        """The lines of the replacement."""
        lines: list[Line] = self.cleaned_data["lines"]
        return lines


@require_http_methods(["GET", "POST"])
def correct(request: Request, uid: str) -> HttpResponse:
    """Show the entry as a form (GET); record its replacement as a draft (POST)."""
    found = allowed_entry(request, uid, lambda may: may.correct)
    if not fits(found):
        messages.error(request, _("Des personnes y sont comptées une à une : la retirer, puis la ressaisir."))
        return redirect("entry", uid=found.uid)
    categories = Category.objects.select_related("axis").order_by(
        "axis__order", "axis__code", "order", "code"
    )
    form = CorrectionForm(
        request.POST or None, account=found.account, categories=list(categories), initial=initial_of(found)
    )
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            new = actions.correct(
                entry=found,
                lines=form.lines,
                by=request.user.get_username(),
                why=said["motif"],
                printed=said["publie"],
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(
                request,
                _("La correction est proposée : elle remplacera l’ancienne écriture une fois approuvée."),
            )
            return redirect("entry", uid=new.uid)
    context = {
        "entry": found,
        "days": days_of(found),
        "place": place_of(found),
        "form": form,
        "cancel": reverse("entry", args=[found.uid]),
    }
    return render(request, "entries/correct.html", context, status=422 if form.errors else 200)


def fits(entry: Entry) -> bool:
    """Whether the form can show all that the entry says: no person, no group, two categories a cell."""
    return all(
        posting.person_id is None and posting.group_id is None and len(posting.cell.categories.all()) < 3
        for posting in entry.postings.all()
    )


def initial_of(entry: Entry) -> dict[str, Any]:
    """Return the form as the entry stands."""
    decimals = entry.account.decimals
    postings = list(entry.postings.all())

    def written(value: int) -> str:
        return format_number(from_scaled(value, decimals))

    cells = [
        (
            {part.axis.code: part.category.code for part in posting.cell.categories.all()},
            written(posting.value),
        )
        for posting in postings
    ]
    return {
        "valeur": written(sum(posting.value for posting in postings)),
        "publie": entry.printed,
        "cells": [(cell, value) for cell, value in cells if cell],
    }
