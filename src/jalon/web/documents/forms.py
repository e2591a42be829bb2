"""The filters of the list of documents."""

from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext_lazy as _

from jalon.records.programmes.models import Programme
from jalon.records.sources.models import Document


class DocumentFilter(forms.Form):
    """Words, kind, programme, year."""

    q = forms.CharField(label=_("Mots du titre ou émetteur"), required=False, max_length=100)
    nature = forms.ChoiceField(label=_("Nature"), required=False)
    programme = forms.ChoiceField(label=_("Programme"), required=False)
    annee = forms.ChoiceField(label=_("Année"), required=False)

    def __init__(self, data: object, *, programmes: Iterable[Programme], years: Iterable[str]) -> None:
        super().__init__(data)  # type: ignore[arg-type]  # a QueryDict
        self._choices("nature", [("", _("Toutes")), *Document.Kind.choices])
        self._choices("programme", [("", _("Tous")), *((one.slug, one.short_title) for one in programmes)])
        self._choices("annee", [("", _("Toutes")), *((year, year) for year in years)])

    def _choices(self, name: str, choices: list[tuple[str, object]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(value, str(label)) for value, label in choices]

    def asked(self, name: str) -> str:
        """Return what is asked for; nothing where it is not offered."""
        self.is_valid()
        return str(self.cleaned_data.get(name, ""))
