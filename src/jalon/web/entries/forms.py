"""What is asked before an act on an entry: a reason, or a remark."""

from django import forms
from django.utils.translation import gettext_lazy as _


class ReasonForm(forms.Form):
    """Why an entry is withdrawn or set aside; it stays in the ledger."""

    why = forms.CharField(
        label=_("Motif"),
        help_text=_("Il reste au registre, avec votre nom et la date."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Dire pourquoi : le motif reste au registre.")},
    )


class CommentForm(forms.Form):
    """An approval needs no reason, but may have one."""

    why = forms.CharField(label=_("Observation"), max_length=500, required=False)


class RemarkForm(forms.Form):
    """A remark beside the figures of an account, that changes none."""

    title = forms.CharField(
        label=_("Titre"),
        max_length=200,
        error_messages={"required": _("Donner un titre au signalement, en quelques mots.")},
    )
    explanation = forms.CharField(
        label=_("Ce qui est à signaler"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=4000,
        error_messages={"required": _("Écrire ce qui est à signaler.")},
    )
