"""The form of a baseline or a target: for a period, a place, a cell, in a version of the plan."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jalon.core.values import Period, ValueProblem, parse_period
from jalon.flows.intake.recording import lines_of
from jalon.flows.intake.values import ReadValue, read_value
from jalon.records.ledger.actions import Line
from jalon.records.ledger.models import Account, Category, Entry, PlanVersion
from jalon.records.problems import Refused
from jalon.web.documents.figure_forms import CellsMixin
from jalon.web.fields import DayField, PlaceField, offer
from jalon.web.sourcing import SourceFields

NEW = "nouvelle"
STAGES = [
    (Entry.Stage.PLANNED, gettext_lazy("Cible : ce qui est prévu")),
    (Entry.Stage.BASELINE, gettext_lazy("Référence : la situation de départ")),
]


class TargetForm(SourceFields, CellsMixin):
    """A value planned, or that of the start."""

    stage = forms.ChoiceField(
        label=gettext_lazy("Nature"), choices=STAGES, widget=forms.RadioSelect, initial=Entry.Stage.PLANNED
    )
    value = forms.CharField(
        label=gettext_lazy("Valeur"),
        max_length=200,
        help_text=gettext_lazy("Par exemple 276, 276 (120 femmes, 156 hommes), 207,7 millions de FCFA."),
        error_messages={"required": gettext_lazy("Écrire la valeur ; zéro s’écrit 0.")},
    )
    period = forms.CharField(
        label=gettext_lazy("Pour quand"),
        max_length=80,
        help_text=gettext_lazy("Par exemple 2017, 1er semestre 2017, mai 2013 – avril 2015."),
        error_messages={"required": gettext_lazy("Dire pour quand : une année, un trimestre, une période.")},
    )
    place = PlaceField(
        label=gettext_lazy("Lieu"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("Vide : tout le programme. Par exemple Goundam (cercle)."),
        widget=forms.TextInput(attrs={"list": "lieux", "autocomplete": "off"}),
    )
    version = forms.ChoiceField(
        label=gettext_lazy("Version du plan"),
        required=False,
        help_text=gettext_lazy("Une version ne change pas les précédentes ; une référence n’en a pas."),
    )
    effective = DayField(
        label=gettext_lazy("Nouvelle version : en vigueur le"),
        required=False,
    )
    decision = forms.CharField(
        label=gettext_lazy("Nouvelle version : décision"), required=False, max_length=300
    )
    approve = forms.BooleanField(
        label=gettext_lazy("Approuver aussitôt"),
        required=False,
        initial=True,
        help_text=gettext_lazy("Sinon, la valeur attend une approbation avant de compter."),
    )

    def __init__(
        self,
        data: Any,
        *,
        account: Account,
        categories: Sequence[Category],
        versions: Sequence[PlanVersion],
        approves: bool,
    ) -> None:
        super().__init__(data)
        self.account = account
        self.versions = {str(one.number): one for one in versions}
        self.next = max((one.number for one in versions), default=0) + 1
        known = [(n, f"{n} · {one.decision}" if one.decision else n) for n, one in self.versions.items()]
        new = _("%(n)s · nouvelle version") % {"n": self.next}
        offer(self, "version", [*reversed(known), (NEW, new)])
        self.fields["version"].initial = known[-1][0] if known else NEW
        if not approves:
            del self.fields["approve"]
        self.add_cells(categories)

    def main_fields(self) -> list[forms.BoundField]:
        """Return the fields above the breakdown, for the template."""
        return [
            self[name] for name in ("stage", "value", "period", "place", "version", "effective", "decision")
        ]

    def last_fields(self) -> list[forms.BoundField]:
        """Return the fields under the breakdown, for the template."""
        names = ("document", "quote", "origin", "approve")
        return [self[name] for name in names if name in self.fields]

    def clean_period(self) -> Period:
        """Return the period."""
        try:
            return parse_period(self.cleaned_data["period"])
        except ValueProblem as problem:
            raise forms.ValidationError(str(problem)) from problem

    def clean(self) -> dict[str, Any]:
        """Read the value in the account's unit; ask a new version for its day and decision."""
        said = self.cleaned_data
        self.find_passage()
        if said.get("value"):
            self._read(said["value"])
        if said.get("stage") == Entry.Stage.PLANNED:
            self._check_version(said.get("version", ""))
        return said

    def _check_version(self, version: str) -> None:
        if not version and "version" not in self.errors:
            self.add_error("version", _("Une cible appartient à une version du plan : en choisir une."))
        if version != NEW or not self.versions:
            return
        if not self.cleaned_data.get("decision"):
            self.add_error("decision", _("Dire quelle décision adopte la nouvelle version."))
        if not self.cleaned_data.get("effective") and "effective" not in self.errors:
            self.add_error("effective", _("Dire de quel jour la nouvelle version est en vigueur."))

    def _read(self, written: str) -> None:
        try:
            read = read_value(written, self.account)
        except (ValueProblem, Refused) as problem:
            self.add_error("value", str(problem))
            return
        if read.total < 0 and not self.account.currency_like:
            self.add_error("value", _("Une valeur ne peut pas être négative : la corriger."))
            return
        parts = self.parts(self.account)
        if self.errors:
            return
        try:
            self.cleaned_data["lines"] = tuple(lines_of(read, parts))
        except Refused as refusal:
            self.add_error("case0", str(refusal))
        self.cleaned_data["read"] = read

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
