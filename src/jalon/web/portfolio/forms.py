"""What the portfolio may be narrowed to."""

from collections.abc import Iterable

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from jalon.records.programmes.models import Status
from jalon.records.programmes.queries import Filters
from jalon.web.tables import SORT


class PortfolioFilter(forms.Form):
    """Free text over titles, acronyms and codes; status; organisation; place. The order is kept."""

    q = forms.CharField(
        label=_("Chercher un intitulé, un sigle, un code"),
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "maxlength": 100}),
    )
    statut = forms.ChoiceField(label=_("Statut"), required=False)
    organisation = forms.ChoiceField(label=_("Organisation"), required=False)
    lieu = forms.ChoiceField(label=_("Lieu"), required=False)
    tri = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(
        self, data: QueryDict, *, organisations: Iterable[tuple[str, str]], places: Iterable[tuple[str, str]]
    ) -> None:
        super().__init__(data)
        self._offer("statut", _("Tous"), Status.choices)
        self._offer("organisation", _("Toutes"), organisations)
        self._offer("lieu", _("Tous"), places)
        if not data.get(SORT):
            del self.fields["tri"]

    def _offer(self, name: str, every: object, choices: Iterable[tuple[str, object]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", str(every)), *((value, str(label)) for value, label in choices)]

    @property
    def filters(self) -> Filters:
        """The filters asked for; what is not offered narrows nothing and is said beside its field."""
        self.is_valid()
        cleaned = self.cleaned_data
        return Filters(
            text=cleaned.get("q", ""),
            status=cleaned.get("statut", ""),
            organisation=cleaned.get("organisation", ""),
            place=cleaned.get("lieu", ""),
        )

    @property
    def is_narrowed(self) -> bool:
        """True when something is filtered."""
        return self.filters != Filters()

    def words(self) -> dict[str, str]:
        """Return what the list is narrowed to, in French, for the head of an export."""
        said = {}
        for name in ("q", "statut", "organisation", "lieu"):
            value = self.cleaned_data.get(name) if self.is_valid() else ""
            if value:
                field = self.fields[name]
                choices = dict(field.choices) if isinstance(field, forms.ChoiceField) else {}  # type: ignore[arg-type]
                said[str(field.label)] = str(choices.get(value, value))
        return said
