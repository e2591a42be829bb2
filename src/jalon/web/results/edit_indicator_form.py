"""The form of an indicator: its sheet in a revision, and the account that it counts."""

import dataclasses
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jalon.core.values import ValueProblem, currency_decimals
from jalon.records.ledger.models import Account, Axis
from jalon.records.results.models import ResultNode, ResultWording
from jalon.web.fields import offer
from jalon.web.results.edit_units import unit_code

SEX = "sex"
LOCKED = ("unit", "decimals", "time", "places", "numerator", "denominator")
REFUSALS = {
    "indicator_code_twice": "code",
    "currency_decimals": "decimals",
    "too_many_decimals": "decimals",
    "unknown_currency": "unit",
    "parent_unit": "unit",
    "half_a_ratio": "denominator",
    "ratio_of_ratios": "numerator",
    "ratio_of_itself": "numerator",
    "account_has_entries": "unit",
}
PLACE_GRAINS = [
    ("", gettext_lazy("Sans maille de lieu")),
    ("country", gettext_lazy("pays")),
    ("region", gettext_lazy("région")),
    ("cercle", gettext_lazy("cercle")),
    ("commune", gettext_lazy("commune")),
]
TIME_GRAINS = [
    ("", gettext_lazy("Sans maille de temps")),
    ("year", gettext_lazy("année")),
    ("semester", gettext_lazy("semestre")),
    ("quarter", gettext_lazy("trimestre")),
    ("month", gettext_lazy("mois")),
]


@dataclasses.dataclass(frozen=True)
class Offered:
    """What the form may offer: results of the revision, what ratios may divide, axes."""

    results: Sequence[ResultWording]
    terms: Sequence[Account]
    axes: Sequence[Axis]


class IndicatorForm(forms.Form):
    """An indicator: what it says, what it counts, how it adds, how it is broken down."""

    result = forms.ChoiceField(label=gettext_lazy("Résultat"), required=False)
    code = forms.CharField(
        label=gettext_lazy("Code"), max_length=20, help_text=gettext_lazy("Par exemple 1.1.")
    )
    label = forms.CharField(label=gettext_lazy("Libellé"), max_length=300)
    definition = forms.CharField(
        label=gettext_lazy("Définition"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Ce qui est compté, ce qui ne l’est pas, à quel moment."),
    )
    unit = forms.CharField(
        label=gettext_lazy("Unité"),
        max_length=40,
        widget=forms.TextInput(attrs={"list": "unites", "autocomplete": "off"}),
        help_text=gettext_lazy("Par exemple personnes, ménages, hectares, FCFA, euros, %."),
    )
    decimals = forms.IntegerField(
        label=gettext_lazy("Décimales"),
        required=False,
        min_value=0,
        max_value=6,
        help_text=gettext_lazy("Vide : celles de la monnaie, sinon aucune."),
    )
    time = forms.ChoiceField(
        label=gettext_lazy("Dans le temps"), choices=Account.Time.choices, widget=forms.RadioSelect
    )
    places = forms.ChoiceField(
        label=gettext_lazy("Entre les lieux"), choices=Account.Places.choices, widget=forms.RadioSelect
    )
    numerator = forms.ChoiceField(
        label=gettext_lazy("Rapport : numérateur"),
        required=False,
        help_text=gettext_lazy("Pour un taux ou une part, calculé de deux autres indicateurs."),
    )
    denominator = forms.ChoiceField(label=gettext_lazy("Rapport : dénominateur"), required=False)
    grain_place = forms.ChoiceField(
        label=gettext_lazy("Maille de lieu"), choices=PLACE_GRAINS, required=False
    )
    grain_time = forms.ChoiceField(label=gettext_lazy("Maille de temps"), choices=TIME_GRAINS, required=False)
    axes = forms.MultipleChoiceField(
        label=gettext_lazy("Ventilations demandées"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy(
            "En décocher une ne touche pas ce qui est saisi : les chiffres reviennent si on la recoche."
        ),
    )
    new_axis = forms.CharField(label=gettext_lazy("Autre ventilation"), required=False, max_length=60)
    new_categories = forms.CharField(
        label=gettext_lazy("Ses catégories, une par ligne"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    verification = forms.CharField(
        label=gettext_lazy("Source de vérification"), required=False, max_length=300
    )
    frequency = forms.CharField(label=gettext_lazy("Fréquence"), required=False, max_length=60)
    responsible = forms.CharField(label=gettext_lazy("Responsable"), required=False, max_length=200)
    public = forms.BooleanField(
        label=gettext_lazy("Chiffres ouverts au public"),
        required=False,
        help_text=gettext_lazy("Dès que la fiche du programme est publiée."),
    )

    def __init__(self, data: Any, *, offered: Offered, locked: bool, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.nodes = {wording.node.uid: wording.node for wording in offered.results}
        self.terms = {account.uid: account for account in offered.terms}
        self.offered_axes = {axis.code: axis for axis in offered.axes}
        results = [(one.node.uid, f"{one.code} · {one.statement[:90]}") for one in offered.results]
        offer(self, "result", [("", _("Aucun")), *results])
        for name in ("numerator", "denominator"):
            offer(self, name, [("", "—"), *((uid, one.label) for uid, one in self.terms.items())])
        known = {code: axis.label for code, axis in self.offered_axes.items()}
        offer(self, "axes", {SEX: _("Sexe"), **known}.items())
        if locked:
            self._lock()

    def _lock(self) -> None:
        """Show what entries already depend on, unchangeable, and say why."""
        why = _(
            "Ne change plus : des écritures sont comptées ainsi. "
            "Pour compter autrement, ouvrir un autre indicateur."
        )
        for name in LOCKED:
            self.fields[name].disabled = self.fields[name].required = True
        for name in ("unit", "decimals", "time", "places"):
            self.fields[name].help_text = why
        for name in ("numerator", "denominator"):
            del self.fields[name]

    def clean_result(self) -> ResultNode | None:
        """Return the result it hangs on."""
        return self.nodes.get(self.cleaned_data["result"])

    def clean_numerator(self) -> Account | None:
        """Return what is divided."""
        return self.terms.get(self.cleaned_data["numerator"])

    def clean_denominator(self) -> Account | None:
        """Return what it is divided by."""
        return self.terms.get(self.cleaned_data["denominator"])

    def clean(self) -> dict[str, Any]:
        """Fill in what follows from the rest: decimals of a currency, the way a ratio adds."""
        said = self.cleaned_data
        said["unit_label"] = said.get("unit", "").strip()
        said["unit"] = unit_code(said["unit_label"])
        if said.get("numerator") or said.get("denominator"):
            said |= {"time": Account.Time.NONE, "places": Account.Places.NONE}
        if said.get("decimals") is None and "decimals" not in self.errors:
            said["decimals"] = _usual_decimals(said["unit"])
        if said.get("new_axis") and not said.get("new_categories", "").strip():
            self.add_error("new_categories", _("Écrire les catégories de cette ventilation, une par ligne."))
        return said

    @property
    def chosen_axes(self) -> list[str]:
        """The codes of the axes ticked."""
        return list(self.cleaned_data["axes"])


def _usual_decimals(unit: str) -> int:
    if len(unit) != 3 or not unit.isupper():
        return 0
    try:
        return currency_decimals(unit)
    except ValueProblem:
        return 0
