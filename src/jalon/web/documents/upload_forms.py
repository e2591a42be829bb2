"""What is said of a document that is received, and its file."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jalon.core.values import ValueProblem, parse_period
from jalon.core.values.partial_dates import partial_period
from jalon.core.values.periods import Period, Precision
from jalon.flows.intake.extractors import check_size, suffixes
from jalon.flows.intake.receiving import Sheet
from jalon.records.problems import Refused
from jalon.records.programmes.models import Programme
from jalon.records.sources.models import Document


class SheetForm(forms.Form):
    """The sheet of a document: title, kind, date, issuer, who may read it, its programmes."""

    titre = forms.CharField(
        label=gettext_lazy("Titre"),
        max_length=300,
        error_messages={"required": gettext_lazy("Donner un titre au document.")},
    )
    nature = forms.ChoiceField(label=gettext_lazy("Nature"), choices=Document.Kind.choices)
    date = forms.CharField(
        label=gettext_lazy("Date du document"),
        help_text=gettext_lazy("Par exemple 5 décembre 2024, mars 2017 ou 2017."),
        required=False,
        max_length=40,
    )
    emetteur = forms.CharField(label=gettext_lazy("Émetteur"), required=False, max_length=200)
    diffusion = forms.ChoiceField(
        label=gettext_lazy("Diffusion"),
        choices=[
            (Document.Visibility.INTERNAL, gettext_lazy("Interne : réservé aux personnes de ses programmes")),
            (Document.Visibility.PUBLIC, gettext_lazy("Public : tout le monde peut le lire")),
        ],
        widget=forms.RadioSelect,
        initial=Document.Visibility.INTERNAL,
    )
    programmes = forms.MultipleChoiceField(
        label=gettext_lazy("Programmes"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": gettext_lazy("Cocher au moins un programme : il donne le droit de lire.")
        },
    )

    def __init__(
        self, data: Any, files: Any = None, *, programmes: Sequence[Programme], **kwargs: Any
    ) -> None:
        super().__init__(data, files, **kwargs)
        self.offered = {one.uid: one for one in programmes}
        field = self.fields["programmes"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(uid, one.short_title) for uid, one in self.offered.items()]
        if len(self.offered) == 1:
            field.initial = list(self.offered)

    def clean_date(self) -> str:
        """Return the date as ISO text of the precision that was written."""
        written = self.cleaned_data["date"].strip()
        if not written:
            return ""
        try:
            partial_period(written)
        except ValueProblem:
            return _iso(written)
        return str(written)

    def sheet(self) -> Sheet:
        """Return what was said, once the form is valid."""
        said = self.cleaned_data
        return Sheet(
            title=said["titre"],
            kind=said["nature"],
            dated=said["date"],
            issuer=said["emetteur"],
            visibility=said["diffusion"],
        )

    def chosen(self) -> list[Programme]:
        """Return the programmes that were ticked."""
        return [self.offered[uid] for uid in self.cleaned_data["programmes"]]


class UploadForm(SheetForm):
    """The sheet with the file itself."""

    fichier = forms.FileField(
        label=gettext_lazy("Fichier"),
        max_length=255,
        allow_empty_file=True,
        error_messages={"required": gettext_lazy("Choisir le fichier du document.")},
    )
    field_order = ("fichier",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = ", ".join(suffixes())
        self.fields["fichier"].help_text = _(
            "Word, OpenDocument, PDF, texte ou page web (%(known)s), 100 Mo au plus."
        ) % {"known": known}
        self.fields["fichier"].widget.attrs["accept"] = ",".join(suffixes())

    def clean_fichier(self) -> Any:
        """Refuse a file by its size before a byte of it is read."""
        try:
            check_size(self.cleaned_data["fichier"].size)
        except Refused as refusal:
            raise forms.ValidationError(str(refusal)) from refusal
        return self.cleaned_data["fichier"]


def _iso(written: str) -> str:
    try:
        period = parse_period(written)
    except ValueProblem as problem:
        raise forms.ValidationError(str(problem)) from problem
    if period == Period.of_day(period.start):
        return period.start.isoformat()
    if period.precision is Precision.MONTH and period == Period.of_month(
        period.start.year, period.start.month
    ):
        return period.start.isoformat()[:7]
    if period.precision is Precision.YEAR and period == Period.of_year(period.start.year):
        return period.start.isoformat()[:4]
    raise forms.ValidationError(_("Donner un jour, un mois ou une année : c’est la date du document."))
