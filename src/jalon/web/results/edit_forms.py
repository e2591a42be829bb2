"""The forms of a framework: revision, adoption, level, result. They only read; actions decide."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jalon.records.results.models import Level, ResultNode, ResultWording
from jalon.web.fields import DayField, offer
from jalon.web.sourcing import SourceFields


class RevisionForm(forms.Form):
    """Why a revision is opened."""

    note = forms.CharField(
        label=gettext_lazy("Pourquoi cette révision"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class AdoptionForm(SourceFields):
    """The decision that adopts a revision, its day and where it is written."""

    on = DayField(label=gettext_lazy("Adoptée le"))
    decision = forms.CharField(
        label=gettext_lazy("Décision"),
        max_length=300,
        help_text=gettext_lazy("Par exemple Comité de pilotage, 3e session, recommandation n° 4."),
        error_messages={
            "required": gettext_lazy("Une révision du cadre est adoptée par une décision : l’indiquer.")
        },
    )
    field_order = ("on", "decision")

    def clean(self) -> dict[str, Any]:
        """Find the passage."""
        self.find_passage()
        return self.cleaned_data


class LevelForm(forms.Form):
    """A level as the programme names it."""

    code = forms.CharField(
        label=gettext_lazy("Code"),
        max_length=12,
        help_text=gettext_lazy("OG, OS, R… Un code déjà pris renomme son niveau."),
    )
    label = forms.CharField(
        label=gettext_lazy("Nom"), max_length=120, help_text=gettext_lazy("Par exemple Résultat attendu.")
    )
    depth = forms.IntegerField(
        label=gettext_lazy("Rang"),
        min_value=1,
        max_value=20,
        help_text=gettext_lazy("1 pour le plus haut, 2 pour ce qui vient dessous, et ainsi de suite."),
    )


class ResultForm(forms.Form):
    """What a result says in a revision."""

    level = forms.ChoiceField(label=gettext_lazy("Niveau"))
    code = forms.CharField(
        label=gettext_lazy("Code"), max_length=20, help_text=gettext_lazy("Par exemple R1.")
    )
    statement = forms.CharField(
        label=gettext_lazy("Énoncé"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )
    parent = forms.ChoiceField(label=gettext_lazy("Dépend de"), required=False)
    assumptions = forms.CharField(
        label=gettext_lazy("Hypothèses"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(
        self, data: Any, *, levels: Sequence[Level], others: Sequence[ResultWording], **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        self.levels = {str(level.pk): level for level in levels}
        self.nodes = {wording.node.uid: wording.node for wording in others}
        offer(self, "level", [(pk, f"{level.code} · {level.label}") for pk, level in self.levels.items()])
        choices = [(wording.node.uid, f"{wording.code} · {wording.statement[:90]}") for wording in others]
        offer(self, "parent", [("", _("Aucun : il est en tête du cadre")), *choices])

    def clean_level(self) -> Level:
        """Return the level chosen."""
        return self.levels[self.cleaned_data["level"]]

    def clean_parent(self) -> ResultNode | None:
        """Return the result it comes under."""
        return self.nodes.get(self.cleaned_data["parent"])
