"""What the results table may be asked for."""

import datetime
from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext_lazy as _

from jalon.core.values.periods import Period
from jalon.records.ledger.models import Axis
from jalon.records.places.models import Place

SINCE_START = "debut"
PLACE_AXES = {"region": _("région"), "cercle": _("cercle"), "commune": _("commune")}
TIME_AXES = {"year": _("année"), "semester": _("semestre"), "quarter": _("trimestre")}


class ResultsFilter(forms.Form):
    """The days (a year, a half-year, or since the start), a place, and one breakdown."""

    periode = forms.ChoiceField(label=_("Période"), required=False)
    lieu = forms.ChoiceField(label=_("Lieu"), required=False)
    par = forms.ChoiceField(label=_("Ventiler par"), required=False)

    def __init__(
        self,
        data: object,
        *,
        years: list[int],
        places: Iterable[Place],
        axes: Iterable[Axis],
        today: datetime.date,
    ) -> None:
        super().__init__(data)  # type: ignore[arg-type]  # a QueryDict or None
        self.today = today
        self.default = str(years[0]) if years else SINCE_START
        self._choices("periode", [(SINCE_START, _("Depuis le début")), *self._periods(years)])
        self._choices("lieu", [("", _("Tous les lieux")), *((place.uid, place.name) for place in places)])
        self._choices(
            "par",
            [
                ("", _("Sans ventilation")),
                *((axis.code, axis.label) for axis in axes),
                *PLACE_AXES.items(),
                *TIME_AXES.items(),
            ],
        )

    def _choices(self, name: str, choices: list[tuple[str, object]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(value, str(label)) for value, label in choices]
        if name == "periode":
            field.initial = self.default

    def _periods(self, years: list[int]) -> list[tuple[str, object]]:
        found: list[tuple[str, object]] = []
        for year in years:
            found.append((str(year), str(year)))
            found += [
                (
                    f"{year}-S{half}",
                    _("%(half)s semestre %(year)s") % {"half": ("1er", "2e")[half - 1], "year": year},
                )
                for half in (1, 2)
            ]
        return found

    @property
    def asked(self) -> dict[str, str]:
        """The values that hold, the default where one is absent or not offered."""
        self.is_valid()
        cleaned = getattr(self, "cleaned_data", {})
        return {
            "periode": cleaned.get("periode") or self.default,
            "lieu": cleaned.get("lieu", ""),
            "par": cleaned.get("par", ""),
        }

    @property
    def period(self) -> Period | None:
        """The days asked for; None since the start."""
        text = self.asked["periode"]
        if text == SINCE_START:
            return None
        year, _dash, half = text.partition("-S")
        return Period.of_semester(int(year), int(half)) if half else Period.of_year(int(year))
