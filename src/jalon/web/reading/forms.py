"""The form of a proposition: what was read, and what it becomes; a change of the first is a correction."""

import dataclasses
import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jalon.core.values import Period, ValueProblem, parse_period
from jalon.core.values.money import currency_decimals
from jalon.flows.intake.naming import written as written_place
from jalon.flows.reading.proposing import Known, noun_of, propose
from jalon.flows.reading.targets import (
    Becomes,
    EntityTarget,
    FigureTarget,
    NewAccount,
    Proposal,
    Target,
)
from jalon.flows.reading.units import unit_of
from jalon.records.ledger.models import Account, Entry
from jalon.records.places.models import Place
from jalon.records.reading.models import Claim
from jalon.web.fields import PlaceField, offer
from jalon.web.reading.detailing import DETAILS, Detail, Kind, read_back, written

NEW = "nouveau"
NONE = Account.Time.NONE.value
OTHERS = 60
"""Indicators offered beside the likeliest ones."""
FIGURES = frozenset({Claim.Type.QUANTITY, Claim.Type.MONEY, Claim.Type.PERCENTAGE})


class DetailField(forms.CharField):
    """A detail as people write it, cleaned into what the outer format says."""

    def __init__(self, detail: Detail) -> None:
        super().__init__(label=str(detail.label), required=False, max_length=500)
        self.detail = detail

    def clean(self, value: Any) -> Any:
        """Return the value of the outer format, None when it is empty."""
        try:
            return read_back(self.detail, super().clean(value))
        except ValueProblem as problem:
            raise forms.ValidationError(str(problem)) from problem


def detail_field(detail: Detail, value: Any) -> forms.Field:
    """Return the field of a detail; a code that the list does not know is offered as it stands."""
    if detail.kind is not Kind.CODE:
        return DetailField(detail)
    known = [(code, str(label)) for code, label in detail.choices]
    if value and str(value) not in dict(known):
        known.append((str(value), str(value)))
    return forms.ChoiceField(label=str(detail.label), required=False, choices=[("", "—"), *known])


class ClaimForm(forms.Form):
    """What was read (fields `lu_…`), and what it becomes when it is a figure or a place."""

    indicateur = forms.ChoiceField(label=gettext_lazy("Indicateur"), required=False)
    etape = forms.ChoiceField(label=gettext_lazy("Étape"), choices=Entry.Stage.choices)
    periode = forms.CharField(label=gettext_lazy("Jour ou période"), required=False, max_length=80)
    debut = forms.BooleanField(
        label=gettext_lazy("Depuis le début du programme, jusqu’à la fin de cette période"), required=False
    )
    lieu = PlaceField(label=gettext_lazy("Lieu"), required=False, max_length=200)
    libelle = forms.CharField(label=gettext_lazy("Son libellé"), required=False, max_length=300)
    programme = forms.ChoiceField(label=gettext_lazy("Son programme"), required=False)

    def __init__(
        self, data: Any, *, claim: Claim, said: Mapping[str, Any], proposal: Proposal, known: Known
    ) -> None:
        self.claim, self.said, self.proposal, self.known = claim, dict(said), proposal, known
        self.details = DETAILS[claim.type]
        super().__init__(data, initial=self._first_filling(), auto_id="f_%s")
        for detail in self.details:
            self.fields[f"lu_{detail.key}"] = detail_field(detail, self.said.get(detail.key))
        self.fields["lieu"].widget.attrs |= {"list": "lieux", "autocomplete": "off"}
        if self.is_figure:
            self._offer_accounts()
        else:
            kept = {"lieu"} if claim.type == Claim.Type.PLACE else set[str]()
            for name in set(ClaimForm.base_fields) - kept:
                del self.fields[name]

    @property
    def is_figure(self) -> bool:
        """Whether it may become an entry of the ledger."""
        return self.claim.type in FIGURES

    def _first_filling(self) -> dict[str, Any]:
        found = self.proposal
        filling: dict[str, Any] = {
            f"lu_{detail.key}": _shown(detail, self.said.get(detail.key)) for detail in self.details
        }
        new = found.new_account
        account = found.accounts[0].uid if found.accounts else NEW if new is not None else ""
        return filling | {
            "indicateur": account if found.becomes is Becomes.ENTRY else "",
            "etape": found.stage,
            "periode": found.period,
            "lieu": written_place(found.place) if found.place else "",
            "libelle": new.label if new is not None else _capital(noun_of(self.said)),
            "programme": new.programme.slug if new is not None and new.programme else "",
        }

    def _offer_accounts(self) -> None:
        likeliest = [(one.uid, one.label) for one in self.proposal.accounts]
        uids = {uid for uid, _label in likeliest}
        money = self.claim.type == Claim.Type.MONEY
        others = [
            (one.uid, one.label)
            for one in self.known.accounts
            if one.uid not in uids and one.currency_like == money
        ]
        self.offered = {one.uid: one for one in (*self.proposal.accounts, *self.known.accounts)}
        choices: list[Any] = [("", _("Aucun : garder la proposition, sans écriture"))]
        choices += [(_("Les plus probables"), likeliest)] if likeliest else []
        choices += [(NEW, _("Nouvel indicateur…"))]
        choices += [(_("Les autres"), others[:OTHERS])] if others else []
        offer(self, "indicateur", choices)
        programmes = [(one.slug, one.short_title) for one in self.known.programmes]
        offer(self, "programme", programmes if len(programmes) == 1 else [("", "—"), *programmes])

    def becoming_fields(self) -> list[forms.BoundField]:
        """Return the fields of what it becomes, for the template."""
        names = ("indicateur", "etape", "periode", "lieu") if self.is_figure else ("lieu",)
        return [self[name] for name in names if name in self.fields]

    def new_fields(self) -> list[forms.BoundField]:
        """Return the fields of an indicator to open, and of a period without a start."""
        return [self[name] for name in ("libelle", "programme", "debut") if name in self.fields]

    def reading_fields(self) -> list[forms.BoundField]:
        """Return the fields of what was read, for the template."""
        return [self[f"lu_{detail.key}"] for detail in self.details]

    @property
    def opens_new(self) -> bool:
        """Whether the fields of a new indicator must show."""
        names = ("libelle", "programme", "debut")
        return self["indicateur"].value() == NEW or any(name in self.errors for name in names)

    @property
    def opens_reading(self) -> bool:
        """Whether the fields of what was read must show: one of them is wrong or was changed."""
        return any(field.errors for field in self.reading_fields()) or bool(
            self.is_bound and self._changed_details()
        )

    def _changed_details(self) -> list[Detail]:
        """What was read and was sent otherwise; a field that was not sent is unchanged."""
        changed = set(self.changed_data) & set(self.data)
        return [detail for detail in self.details if f"lu_{detail.key}" in changed]

    def clean(self) -> dict[str, Any]:
        """Check what an entry needs: an indicator, its period."""
        said = self.cleaned_data
        if not self.is_figure or not said.get("indicateur"):
            return said
        try:
            said["days"] = parse_period(said.get("periode", "")) if said.get("periode") else None
        except ValueProblem as problem:
            self.add_error("periode", str(problem))
            return said
        if said["days"] is None:
            self.add_error("periode", _("Dire quand : une année, un trimestre, un jour, une période."))
        if said["indicateur"] == NEW:
            self._check_new(said)
        return said

    def _check_new(self, said: dict[str, Any]) -> None:
        if not said.get("libelle", "").strip():
            self.add_error("libelle", _("Nommer l’indicateur à ouvrir."))
        if not said.get("programme"):
            self.add_error("programme", _("Choisir le programme de l’indicateur à ouvrir."))
        if self.claim.type == Claim.Type.MONEY and not self._holds().get("currency"):
            self.add_error("lu_currency", _("Dire la monnaie : elle est l’unité de l’indicateur à ouvrir."))

    def _holds(self) -> dict[str, Any]:
        """What holds once the corrected details are taken in."""
        holds = dict(self.said)
        for detail in self._changed_details():
            value = self.cleaned_data.get(f"lu_{detail.key}")
            if value in (None, "", []):
                holds.pop(detail.key, None)
            else:
                holds[detail.key] = value
        return holds

    def corrected(self) -> dict[str, Any] | None:
        """Return the whole corrected value, None when nothing of what was read was changed."""
        return self._holds() if self._changed_details() else None

    def target(self) -> Target:
        """Return what the proposition becomes, None when it is kept as it is. Call it on a valid form."""
        said = self.cleaned_data
        if self.is_figure:
            return self._figure() if said.get("indicateur") else None
        corrected = self.corrected()
        if "lieu" in self.fields and (corrected is None or "lieu" in self.changed_data):
            place = said.get("lieu")
            return EntityTarget(place=place) if isinstance(place, Place) else None
        again = self.proposal if corrected is None else propose(self.claim, self.known, said=corrected)
        return again.target

    def _figure(self) -> FigureTarget:
        said, days = self.cleaned_data, self.cleaned_data["days"]
        assert isinstance(days, Period)
        start: datetime.date | None = None if said.get("debut") else days.start
        account = self._new() if said["indicateur"] == NEW else self.offered[said["indicateur"]]
        issuer = self.known.document.issuer
        return FigureTarget(
            account, said["etape"], start, days.end, place=said.get("lieu"), reported_by=issuer
        )

    def _new(self) -> NewAccount:
        said, holds = self.cleaned_data, self._holds()
        programme = next(one for one in self.known.programmes if one.slug == said["programme"])
        label = said["libelle"].strip()
        if self.proposal.new_account is not None and self.corrected() is None:
            return dataclasses.replace(self.proposal.new_account, programme=programme, label=label)
        if self.claim.type == Claim.Type.MONEY:
            currency = str(holds["currency"])
            return NewAccount(
                programme,
                label,
                currency,
                currency,
                decimals=currency_decimals(currency),
                nature=Account.Nature.USE,
            )
        if self.claim.type == Claim.Type.PERCENTAGE:
            return NewAccount(programme, label, "%", "%", decimals=2, time=NONE, places=NONE)
        noun = noun_of(holds) or label
        decimals = 0 if float(holds.get("value") or 0).is_integer() else 2
        return NewAccount(programme, label, unit_of(noun), noun[:80], decimals=decimals)


def _shown(detail: Detail, value: Any) -> str:
    return str(value or "") if detail.kind is Kind.CODE else written(detail, value)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:300]


def said_form(data: Any, claim_type: str, initial: Mapping[str, Any]) -> forms.Form:
    """Return the form of the details of a fact added by hand."""
    details: Sequence[Detail] = DETAILS[claim_type]
    form = forms.Form(data, initial={one.key: _shown(one, initial.get(one.key)) for one in details})
    for detail in details:
        form.fields[detail.key] = detail_field(detail, initial.get(detail.key))
    return form
