"""What the list of organisations may be narrowed to."""

from django import forms
from django.utils.translation import gettext_lazy as _

from jalon.records.parties.models import Organisation


class OrganisationsFilter(forms.Form):
    """A name or an acronym, a nature."""

    q = forms.CharField(
        label=_("Chercher un nom, un sigle"),
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "maxlength": 100}),
    )
    nature = forms.ChoiceField(
        label=_("Nature"), required=False, choices=[("", _("Toutes")), *Organisation.Kind.choices]
    )
