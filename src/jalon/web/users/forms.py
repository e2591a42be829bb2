"""The forms of users: a new one, and a role in a programme."""

from django import forms
from django.utils.translation import gettext_lazy as _

from jalon.records.programmes.models import Programme
from jalon.records.users.roles import ROLES


class NewUser(forms.Form):
    """A user name and the name shown; nothing else is needed, no e-mail."""

    username = forms.CharField(
        label=_("Nom d’utilisateur"),
        max_length=60,
        help_text=_(
            "Ce que la personne tape pour se connecter : sans accent ni espace, par exemple a.traore."
        ),
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )
    display_name = forms.CharField(
        label=_("Nom affiché"),
        max_length=150,
        required=False,
        help_text=_("Ce que les autres voient à côté de ce que la personne saisit."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    administrator = forms.BooleanField(
        label=_("Administre l’installation"),
        required=False,
        help_text=_("Voit tout et ouvre les accès des autres. À réserver à deux ou trois personnes."),
    )


class NewRole(forms.Form):
    """A role in a programme and all that lies under it."""

    programme = forms.ModelChoiceField(
        label=_("Programme"),
        queryset=Programme.objects.order_by("sort_key"),
        empty_label=_("Choisir"),
        help_text=_("Le rôle vaut aussi pour ses composantes et ses projets."),
    )
    role = forms.ChoiceField(
        label=_("Rôle"),
        choices=[(role.code, role.name) for role in ROLES.values()],
        widget=forms.RadioSelect,
    )
