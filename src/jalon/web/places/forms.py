"""What the list of places may be asked for."""

from collections.abc import Iterable

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from jalon.records.places.models import Division


class PlacesFilter(forms.Form):
    """The division, and a name to look for."""

    q = forms.CharField(
        label=_("Chercher un lieu"),
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "maxlength": 100}),
    )
    decoupage = forms.ChoiceField(label=_("Découpage"), required=False)

    def __init__(self, data: QueryDict, *, divisions: Iterable[Division], default: Division | None) -> None:
        super().__init__(data)
        self.known = {division.code: division for division in divisions}
        self.default = default
        field = self.fields["decoupage"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [
            (code, f"{code} – {division.label}" if division.label else code)
            for code, division in self.known.items()
        ]
        if "decoupage" not in data and default is not None:
            self.data = data.copy()
            self.data["decoupage"] = default.code

    @property
    def text(self) -> str:
        """What is looked for."""
        self.is_valid()
        return str(self.cleaned_data.get("q", ""))

    @property
    def division(self) -> Division | None:
        """The division asked for, else the one in force."""
        self.is_valid()
        return self.known.get(self.cleaned_data.get("decoupage", ""), self.default)
