"""What a figure's page may be asked: stage, days, place, breakdown, measure, plan, instant."""

from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext_lazy as _

from jalon.records.ledger.models import Account, Axis, Entry
from jalon.records.places.models import Division, Place

MEASURES = (("value", _("valeur")), ("rate", _("taux")))
PERSON_MEASURES = (
    ("value", _("participations")),
    ("persons", _("personnes distinctes")),
    ("rate", _("taux")),
)
TIME_AXES = (
    ("year", _("année")),
    ("semester", _("semestre")),
    ("quarter", _("trimestre")),
    ("month", _("mois")),
)
PLACE_AXES = (("region", _("région")), ("cercle", _("cercle")), ("commune", _("commune")))
OTHER_AXES = (("about", _("part")),)


class Day(forms.DateInput):
    """A calendar where the browser has one; ISO days."""

    input_type = "date"


class FigureForm(forms.Form):
    """The fields of a figure's address; each is optional and has a default."""

    etape = forms.ChoiceField(label=_("Étape"), choices=Entry.Stage.choices, required=False)
    du = forms.CharField(label=_("Du (vide : depuis le début)"), required=False, widget=Day)
    au = forms.CharField(label=_("Au"), required=False, widget=Day)
    lieu = forms.ChoiceField(label=_("Lieu"), required=False)
    decoupage = forms.ChoiceField(label=_("Découpage"), required=False)
    par = forms.ChoiceField(label=_("Ventiler par"), required=False)
    mesure = forms.ChoiceField(label=_("Mesure"), required=False)
    le = forms.CharField(label=_("Tel que connu le"), required=False, widget=Day)

    def __init__(
        self,
        data: object,
        *,
        account: Account,
        places: Iterable[Place],
        divisions: Iterable[Division],
        axes: Iterable[Axis],
    ) -> None:
        super().__init__(data)  # type: ignore[arg-type]  # a plain dict
        self._choices("lieu", [("", _("tous les lieux")), *((place.uid, place.name) for place in places)])
        self._choices(
            "decoupage",
            [("", _("en vigueur à la fin")), *((one.code, one.label or one.code) for one in divisions)],
        )
        self._choices("mesure", PERSON_MEASURES if account.unit == "person" else MEASURES)
        self._choices(
            "par",
            [
                ("", _("rien")),
                *((axis.code, axis.label) for axis in axes),
                *PLACE_AXES,
                *TIME_AXES,
                *OTHER_AXES,
            ],
        )

    def _choices(self, name: str, choices: Iterable[tuple[str, object]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(value, str(label)) for value, label in choices]
