"""The forms that describe a programme. They only read what is written; actions decide."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from django import forms
from django.core.validators import RegexValidator, URLValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jalon.records.programmes.models import Agreement, Link, Participation, Programme, Status
from jalon.records.programmes.rules import Scope
from jalon.web.fields import PartialDateField, PlaceField, check_order, offer
from jalon.web.portfolio.edit_parties import PartiesMixin
from jalon.web.sourcing import SourceFields, quotable

DAYS = {"ends_before_start": "planned_end"}


def _months(label: Any, help_text: Any = "") -> forms.IntegerField:
    return forms.IntegerField(label=label, required=False, min_value=1, max_value=600, help_text=help_text)


class SheetForm(forms.Form):
    """The sheet of a programme."""

    title = forms.CharField(
        label=gettext_lazy("Intitulé officiel"),
        max_length=300,
        help_text=gettext_lazy("Tel qu’il est écrit dans la convention."),
    )
    short_title = forms.CharField(
        label=gettext_lazy("Intitulé court"),
        max_length=120,
        help_text=gettext_lazy("Celui des listes et des en-têtes."),
    )
    acronym = forms.CharField(label=gettext_lazy("Sigle"), max_length=40, required=False)
    summary = forms.CharField(
        label=gettext_lazy("Présentation"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    objectives = forms.CharField(
        label=gettext_lazy("Objectifs"),
        required=False,
        max_length=8000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    country = forms.CharField(
        label=gettext_lazy("Pays (code à deux lettres)"),
        required=False,
        validators=[RegexValidator(r"^[A-Z]{2}$", gettext_lazy("Écrire deux capitales, par exemple ML."))],
    )
    planned_start = PartialDateField(label=gettext_lazy("Début prévu"), required=False)
    planned_end = PartialDateField(label=gettext_lazy("Fin prévue"), required=False)
    planned_months = _months(gettext_lazy("Durée prévue (mois)"), gettext_lazy("Telle que le texte la dit."))
    actual_start = PartialDateField(label=gettext_lazy("Début effectif"), required=False)
    actual_end = PartialDateField(label=gettext_lazy("Fin effective"), required=False)
    stated_months = _months(
        gettext_lazy("Durée déclarée (mois)"),
        gettext_lazy("Celle que le document annonce, même si les dates en comptent une autre."),
    )
    published = forms.BooleanField(
        label=gettext_lazy("Publier la fiche"),
        required=False,
        help_text=gettext_lazy("Tout le monde la verra, avec les chiffres ouverts au public."),
    )
    four_eyes = forms.BooleanField(
        label=gettext_lazy("Double regard"),
        required=False,
        help_text=gettext_lazy("Une écriture est approuvée par une autre personne que celle qui l’a saisie."),
    )

    def clean(self) -> dict[str, Any]:
        """Refuse reversed dates, each at its field."""
        check_order(self, "planned_start", "planned_end")
        check_order(self, "actual_start", "actual_end")
        return self.cleaned_data


class NewProgrammeForm(SheetForm):
    """A new programme, component or project: the sheet, what it is and what it is part of."""

    parent = forms.ChoiceField(label=gettext_lazy("Fait partie de"), required=False)
    kind = forms.ChoiceField(
        label=gettext_lazy("Nature"), choices=Programme.Kind.choices, widget=forms.RadioSelect
    )
    field_order = ("parent", "kind")

    def __init__(self, data: Any, *, parents: Sequence[Programme], top: bool, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.parents = {one.slug: one for one in parents}
        choices = [(slug, one.short_title) for slug, one in self.parents.items()]
        offer(self, "parent", [*([("", _("Aucun : programme de premier rang"))] if top else []), *choices])
        self.fields["parent"].required = not top

    def clean_parent(self) -> Programme | None:
        """Return the programme it is part of."""
        return self.parents.get(self.cleaned_data["parent"])


class SectionForm(forms.Form):
    """The form of a section: made for one programme and its viewer."""

    refusals: ClassVar[Mapping[str, str]] = {}

    def __init__(self, data: Any, *, programme: Programme, scope: Scope) -> None:
        super().__init__(data)
        self.programme = programme
        if isinstance(self, SourceFields):
            self.offer_documents(quotable(scope, programme))


class CodeForm(SectionForm):
    """A code in somebody's scheme."""

    refusals = {"code_twice": "value"}
    scheme = forms.CharField(
        label=gettext_lazy("Nomenclature"), max_length=60, help_text=gettext_lazy("Par exemple LuxDev, IATI.")
    )
    value = forms.CharField(label=gettext_lazy("Code"), max_length=60)


class ParticipationForm(PartiesMixin, SectionForm):
    """An organisation and what it is in the programme."""

    refusals = {"participation_twice": "organisation"}
    organisation = forms.CharField(
        label=gettext_lazy("Organisation"),
        max_length=250,
        help_text=gettext_lazy("Son nom ou son sigle."),
        widget=forms.TextInput(attrs={"list": "organisations", "autocomplete": "off"}),
    )
    role = forms.ChoiceField(
        label=gettext_lazy("Rôle"), choices=Participation.Role.choices, widget=forms.RadioSelect
    )
    since = PartialDateField(label=gettext_lazy("Depuis"), required=False)
    until = PartialDateField(label=gettext_lazy("Jusqu’à"), required=False)
    field_order = ("organisation", "new_kind", "role")

    def clean(self) -> dict[str, Any]:
        """Find the organisation; refuse reversed dates."""
        check_order(self, "since", "until")
        self.cleaned_data["party"] = self.parties("organisation", [self.cleaned_data.get("organisation", "")])
        return self.cleaned_data


class PlaceForm(SectionForm):
    """A place or zone where the programme works."""

    place = PlaceField(
        label=gettext_lazy("Lieu ou zone"),
        max_length=200,
        help_text=gettext_lazy("Par exemple Goundam (cercle), Ségou (région)."),
    )


class StatusForm(SourceFields, SectionForm):
    """A status and since when."""

    status = forms.ChoiceField(label=gettext_lazy("Statut"), choices=Status.choices, widget=forms.RadioSelect)
    on = PartialDateField(label=gettext_lazy("Depuis le"))
    field_order = ("status", "on")

    def clean(self) -> dict[str, Any]:
        """Find the passage."""
        self.find_passage()
        return self.cleaned_data


class AgreementForm(PartiesMixin, SourceFields, SectionForm):
    """A signed text with its parties."""

    refusals = {"ends_before_start": "end"}
    kind = forms.ChoiceField(label=gettext_lazy("Nature du texte"), choices=Agreement.Kind.choices)
    title = forms.CharField(label=gettext_lazy("Intitulé"), max_length=300)
    number = forms.CharField(label=gettext_lazy("Numéro"), max_length=60, required=False)
    signed_on = PartialDateField(label=gettext_lazy("Signée le"), required=False)
    start = PartialDateField(label=gettext_lazy("Début"), required=False)
    end = PartialDateField(label=gettext_lazy("Fin"), required=False)
    months = _months(gettext_lazy("Durée (mois)"))
    signed_by = forms.CharField(
        label=gettext_lazy("Signataires, un par ligne"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    field_order = ("kind", "title", "number", "signed_on", "start", "end", "months", "signed_by", "new_kind")

    def clean(self) -> dict[str, Any]:
        """Find the parties and the passage; refuse reversed dates."""
        check_order(self, "start", "end")
        self.cleaned_data["found"] = self.parties(
            "signed_by", self.cleaned_data.get("signed_by", "").splitlines()
        )
        self.find_passage()
        return self.cleaned_data


class AmendmentForm(SourceFields, SectionForm):
    """An amendment: what it changes, by what act."""

    refusals = {"amendment_without_act": "act", "ends_before_start": "new_end"}
    title = forms.CharField(
        label=gettext_lazy("Objet"),
        max_length=300,
        help_text=gettext_lazy("Par exemple Extension de six mois."),
    )
    act = forms.CharField(
        label=gettext_lazy("Acte qui le décide"),
        max_length=300,
        help_text=gettext_lazy("La décision, l’échange de lettres, le procès-verbal, avec son numéro."),
        error_messages={
            "required": gettext_lazy("Un avenant dit par quel acte il a été décidé : remplir ce champ.")
        },
    )
    decided_on = PartialDateField(label=gettext_lazy("Décidé le"), required=False)
    agreement = forms.ChoiceField(label=gettext_lazy("Convention modifiée"), required=False)
    months = _months(gettext_lazy("Prolongation (mois)"))
    new_end = PartialDateField(
        label=gettext_lazy("Nouvelle date de fin"),
        required=False,
        help_text=gettext_lazy("Vide : la fin en vigueur, reculée d’autant de mois."),
    )
    field_order = ("title", "act", "decided_on", "agreement", "months", "new_end")

    def __init__(self, data: Any, *, programme: Programme, scope: Scope) -> None:
        super().__init__(data, programme=programme, scope=scope)
        self.agreements = {str(one.pk): one for one in programme.agreements.order_by("pk")}
        offer(self, "agreement", [("", "—"), *((pk, one.title) for pk, one in self.agreements.items())])

    def clean_agreement(self) -> Agreement | None:
        """Return the agreement that is amended."""
        return self.agreements.get(self.cleaned_data["agreement"])

    def clean(self) -> dict[str, Any]:
        """Find the passage."""
        self.find_passage()
        return self.cleaned_data


class LinkForm(SectionForm):
    """A link to a page, a video or photos; nothing is fetched from it."""

    kind = forms.ChoiceField(label=gettext_lazy("Nature du lien"), choices=Link.Kind.choices)
    title = forms.CharField(label=gettext_lazy("Titre"), max_length=300)
    url = forms.CharField(
        label=gettext_lazy("Adresse"),
        required=False,
        max_length=200,
        validators=[
            URLValidator(
                schemes=["http", "https"],
                message=gettext_lazy("Écrire une adresse complète, qui commence par https://."),
            )
        ],
    )
    place = PlaceField(label=gettext_lazy("Lieu montré"), required=False, max_length=200)
    note = forms.CharField(label=gettext_lazy("Note"), required=False, max_length=300)
