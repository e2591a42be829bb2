"""The form that turns a passage into an entry: read as people write, each error at its field."""

import dataclasses
import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jalon.core.values import Period, ValueProblem, parse_period, to_scaled
from jalon.core.values.numbers import parse_number
from jalon.flows.intake.naming import place_named
from jalon.flows.intake.recording import Part, lines_of
from jalon.flows.intake.values import ReadValue, read_value
from jalon.records.ledger.actions import Line
from jalon.records.ledger.models import Account, Category, Entry, PlanVersion
from jalon.records.parties.models import Organisation
from jalon.records.places.models import Division, Place
from jalon.records.places.queries import division_in_force
from jalon.records.problems import Refused

ROWS = 6
"""Lines of the breakdown that the form offers at least."""


@dataclasses.dataclass(frozen=True)
class Choices:
    """What a form may offer, read once."""

    accounts: Sequence[Account]
    organisations: Sequence[Organisation]
    divisions: Sequence[Division]
    categories: Sequence[Category]
    versions: Sequence[PlanVersion]
    places: Sequence[str] = ()


def _required(sentence: str | Promise) -> dict[str, Any]:
    return {"required": sentence}


class CellsMixin(forms.Form):
    """The lines of a breakdown: one or two categories and a value each."""

    categories: Mapping[str, Category]
    rows: int

    def add_cells(
        self, categories: Sequence[Category], initial: Sequence[tuple[Mapping[str, str], str]] = ()
    ) -> None:
        """Add the fields of the lines; `initial` gives (cell, value as written) of the first ones."""
        self.categories = {f"{one.axis.code}:{one.code}": one for one in categories}
        self.rows = max(ROWS, len(initial) + 2)
        options: dict[str, list[tuple[str, str]]] = {}
        for key, one in self.categories.items():
            options.setdefault(one.axis.label, []).append((key, one.label))
        choices: list[Any] = [("", "—"), *options.items()]
        for n in range(self.rows):
            cell, value = initial[n] if n < len(initial) else ({}, "")
            keys = [f"{axis}:{code}" for axis, code in cell.items()] + ["", ""]
            label = _("Case %(n)s") % {"n": n + 1}
            self.fields[f"case{n}"] = forms.ChoiceField(
                choices=choices, required=False, label=label, initial=keys[0]
            )
            self.fields[f"croisee{n}"] = forms.ChoiceField(
                choices=choices, required=False, label=_("Croisée avec"), initial=keys[1]
            )
            self.fields[f"nombre{n}"] = forms.CharField(
                required=False, label=_("Valeur"), max_length=60, initial=value
            )

    def cell_rows(self) -> list[tuple[forms.BoundField, forms.BoundField, forms.BoundField]]:
        """Return the fields of each line, for the template."""
        return [(self[f"case{n}"], self[f"croisee{n}"], self[f"nombre{n}"]) for n in range(self.rows)]

    @property
    def has_cells(self) -> bool:
        """Whether a line is filled or wrong, so that the breakdown must show."""
        return any(field.errors or field.value() for row in self.cell_rows() for field in row)

    def parts(self, account: Account) -> list[Part]:
        """Return the lines filled, scaled by the account; errors go to their fields."""
        found: list[Part] = []
        for n in range(self.rows):
            keys = [self.cleaned_data.get(f"{name}{n}", "") for name in ("case", "croisee")]
            written = (self.cleaned_data.get(f"nombre{n}") or "").strip()
            chosen = [self.categories[key] for key in keys if key]
            if not chosen and not written:
                continue
            if not chosen or not written:
                missing = f"nombre{n}" if chosen else f"case{n}"
                self.add_error(missing, _("Choisir la case et écrire sa valeur, ou vider la ligne."))
                continue
            if len({one.axis_id for one in chosen}) < len(chosen):
                self.add_error(
                    f"croisee{n}", _("Croiser deux ventilations différentes, par exemple sexe et âge.")
                )
                continue
            try:
                value = to_scaled(parse_number(written).value, account.decimals)
            except ValueProblem as problem:
                self.add_error(f"nombre{n}", str(problem))
                continue
            if value < 0 and not account.currency_like:
                self.add_error(f"nombre{n}", _("Une valeur ne peut pas être négative : la corriger."))
                continue
            found.append(({one.axis.code: one.code for one in chosen}, value))
        return found


class FigureForm(CellsMixin):
    """One entry: what is counted, when, where, whose part, how much."""

    indicateur = forms.ChoiceField(
        label=gettext_lazy("Indicateur"),
        error_messages=_required(gettext_lazy("Choisir l’indicateur que ce passage renseigne.")),
    )
    valeur = forms.CharField(
        label=gettext_lazy("Valeur, telle qu’elle est écrite"),
        help_text=gettext_lazy(
            "Par exemple « 2 173 (478 femmes, 1 695 hommes) », « 207,7 millions de FCFA »."
        ),
        max_length=200,
        error_messages=_required(gettext_lazy("Écrire la valeur que donne le passage.")),
    )
    etape = forms.ChoiceField(label=gettext_lazy("Étape"), choices=Entry.Stage.choices)
    version = forms.ChoiceField(label=gettext_lazy("Version du plan (pour une prévision)"), required=False)
    nature = forms.ChoiceField(
        label=gettext_lazy("Nature"),
        choices=[
            (Entry.Kind.STATEMENT, gettext_lazy("Total déclaré : un total sur une période et un lieu")),
            (
                Entry.Kind.EVENT,
                gettext_lazy("Événement : une chose arrivée un jour, qui s’ajoute aux autres"),
            ),
        ],
        widget=forms.RadioSelect,
    )
    periode = forms.CharField(
        label=gettext_lazy("Jour ou période"),
        help_text=gettext_lazy(
            "Par exemple 2017, mai 2013 – avril 2015, du 17 au 19 octobre 2023, 12/09/2017."
        ),
        max_length=80,
        error_messages=_required(gettext_lazy("Dire quand : une année, un trimestre, un jour, une période.")),
    )
    debut = forms.BooleanField(
        label=gettext_lazy("Depuis le début du programme, jusqu’à la fin de cette période"), required=False
    )
    lieu = forms.CharField(
        label=gettext_lazy("Lieu"),
        help_text=gettext_lazy("Par exemple Goundam (cercle). Vide : sans lieu précis."),
        required=False,
        max_length=200,
    )
    decoupage = forms.ChoiceField(label=gettext_lazy("Découpage territorial"), required=False)
    part = forms.ChoiceField(label=gettext_lazy("Part de l’organisation"), required=False)
    declare = forms.CharField(label=gettext_lazy("Déclaré par"), required=False, max_length=200)
    note = forms.CharField(label=gettext_lazy("Note de saisie"), required=False, max_length=500)

    def __init__(self, data: Any, *, choices: Choices, initial: Mapping[str, Any]) -> None:
        super().__init__(data, initial=dict(initial))
        self.accounts = {account.uid: account for account in choices.accounts}
        self.organisations = {one.uid: one for one in choices.organisations}
        self.divisions = {one.code: one for one in choices.divisions}
        groups: dict[str, list[tuple[str, str]]] = {}
        for account in choices.accounts:
            programme = account.programme.short_title if account.programme else _("Sans programme")
            groups.setdefault(programme, []).append((account.uid, account.label))
        self._offer("indicateur", [("", "—"), *groups.items()])
        self._offer("version", [("", "—"), *_versions(choices.versions)])
        self._offer(
            "decoupage", [("", _("Celui en vigueur alors")), *((code, code) for code in self.divisions)]
        )
        self._offer(
            "part", [("", _("Toutes")), *((uid, one.name) for uid, one in self.organisations.items())]
        )
        self.fields["lieu"].widget.attrs |= {"list": "lieux", "autocomplete": "off"}
        self.add_cells(choices.categories)

    def _offer(self, name: str, choices: list[Any]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    def main_fields(self) -> list[forms.BoundField]:
        """Return the fields above the breakdown, for the template."""
        return [self[name] for name in FigureForm.base_fields]

    def clean_lieu(self) -> Place | None:
        """Return the place named."""
        try:
            return place_named(self.cleaned_data["lieu"])
        except Refused as refusal:
            raise forms.ValidationError(str(refusal)) from refusal

    def clean_periode(self) -> Period:
        """Return the period written."""
        try:
            return parse_period(self.cleaned_data["periode"])
        except ValueProblem as problem:
            raise forms.ValidationError(str(problem)) from problem

    def clean(self) -> dict[str, Any]:
        """Read the value in the account's unit, and what depends on several fields."""
        said = self.cleaned_data
        account = self.accounts.get(said.get("indicateur", ""))
        if account is not None and said.get("valeur"):
            self._read(account, said["valeur"])
        if isinstance(period := said.get("periode"), Period):
            self._dates(period)
        if said.get("version") and said.get("etape") != Entry.Stage.PLANNED:
            self.add_error("version", _("Seule une prévision porte une version de plan : vider ce champ."))
        return said

    def _read(self, account: Account, written: str) -> None:
        try:
            read = read_value(written, account)
        except (ValueProblem, Refused) as problem:
            self.add_error("valeur", str(problem))
            return
        parts = self.parts(account)
        if self.errors:
            return
        try:
            self.cleaned_data["lines"] = tuple(lines_of(read, parts))
        except Refused as refusal:
            self.add_error("case0", str(refusal))
        self.cleaned_data["read"] = read
        self.cleaned_data["account"] = account

    def _dates(self, period: Period) -> None:
        said = self.cleaned_data
        is_event = said.get("nature") == Entry.Kind.EVENT
        if is_event and said.get("debut"):
            self.add_error("debut", _("Un événement a un jour : décocher, ou choisir « Total déclaré »."))
        said["start"] = None if said.get("debut") else period.start
        said["end"] = period.end
        code = said.get("decoupage")
        place = said.get("lieu")
        if isinstance(place, Place):
            said["division"] = self.divisions[code] if code else division_in_force(period.end)

    @property
    def read(self) -> ReadValue:
        """The value read."""
        read: ReadValue = self.cleaned_data["read"]
        return read

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines to record."""
        lines: tuple[Line, ...] = self.cleaned_data["lines"]
        return lines

    @property
    def version_number(self) -> int | None:
        """The plan version chosen, for a plan."""
        written = self.cleaned_data.get("version")
        return int(written) if written else None

    @property
    def days(self) -> tuple[datetime.date | None, datetime.date]:
        """The first day, None since the start, and the last."""
        return self.cleaned_data["start"], self.cleaned_data["end"]


def _versions(versions: Sequence[PlanVersion]) -> list[tuple[str, str]]:
    numbers = sorted({one.number for one in versions})
    decisions = {one.number: one.decision for one in versions}
    return [(str(n), f"{n} · {decisions[n]}" if decisions[n] else str(n)) for n in numbers]
