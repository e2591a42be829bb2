"""Fields that read what people write in French, and say in a sentence what is wrong with it."""

import datetime
from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jalon.core.values import ValueProblem, format_date, parse_date
from jalon.core.values.partial_dates import format_partial, parse_partial
from jalon.flows.intake.naming import place_named, written
from jalon.records.places.models import Place
from jalon.records.problems import Refused
from jalon.records.programmes.rules import check_days

PARTIAL_HELP = _("Jour, mois ou année, par exemple 23 mai 2013, mai 2013 ou 2013.")


class PartialDateField(forms.CharField):
    """A day, a month or a year, cleaned into its ISO text (`2013-05`); shown again in French."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=40, help_text=kwargs.pop("help_text", PARTIAL_HELP), **kwargs)

    def clean(self, value: Any) -> str:
        """Return the ISO text; refuse what is not a day, a month or a year."""
        try:
            return parse_partial(super().clean(value))
        except ValueProblem as problem:
            raise forms.ValidationError(str(problem)) from problem

    def prepare_value(self, value: Any) -> Any:
        """Return the date in French; what cannot be read, as it was written."""
        try:
            return format_partial(value) if isinstance(value, str) else value
        except ValueProblem:
            return value


class DayField(forms.CharField):
    """One day, as people write it, cleaned into a `datetime.date` (None when empty)."""

    def __init__(self, **kwargs: Any) -> None:
        help_text = kwargs.pop("help_text", _("Par exemple 5 décembre 2024 ou 05/12/2024."))
        super().__init__(max_length=40, help_text=help_text, **kwargs)

    def clean(self, value: Any) -> datetime.date | None:
        """Return the day; refuse one that does not exist."""
        written = super().clean(value)
        try:
            return parse_date(written) if written else None
        except ValueProblem as problem:
            raise forms.ValidationError(str(problem)) from problem

    def prepare_value(self, value: Any) -> Any:
        """Return the day in French."""
        return format_date(value) if isinstance(value, datetime.date) else value


class PlaceField(forms.CharField):
    """A place by its name, cleaned into a `Place` (None when empty)."""

    def clean(self, value: Any) -> Place | None:
        """Return the place; refuse a name that none or several have."""
        try:
            return place_named(super().clean(value))
        except Refused as refusal:
            raise forms.ValidationError(str(refusal)) from refusal

    def prepare_value(self, value: Any) -> Any:
        """Return the place as the field writes it: « Goundam (cercle) »."""
        return written(value) if isinstance(value, Place) else value


def offer(form: forms.Form, name: str, choices: Iterable[Any]) -> None:
    """Set the choices of a field."""
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = list(choices)


def check_order(form: forms.Form, start: str, end: str) -> None:
    """Say at the field `end` that the two days are reversed, when they are."""
    said = form.cleaned_data
    try:
        check_days(said.get(start) or "", said.get(end) or "")
    except Refused as refusal:
        form.add_error(end, str(refusal))


def refuse(
    form: forms.Form, refusal: Refused | ValueProblem, fields: Mapping[str, str] | None = None
) -> None:
    """Say why an action refused, at the field that `fields` gives for its code, else over the form."""
    name = (fields or {}).get(str(refusal.code))
    form.add_error(name if name in form.fields else None, str(refusal))
