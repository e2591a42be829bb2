"""Where something is said: a passage quoted from a document of the programme, or a person's own word."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jalon.flows.intake.passages import find_quote
from jalon.records.problems import Refused
from jalon.records.programmes.models import Programme
from jalon.records.programmes.queries import readable_documents
from jalon.records.programmes.rules import Scope
from jalon.records.sources import actions
from jalon.records.sources.models import Document, Source, Text
from jalon.records.sources.queries import kept
from jalon.web.fields import offer


class SourceFields(forms.Form):
    """A document and the words quoted from it, else where the information comes from."""

    document = forms.ChoiceField(
        label=gettext_lazy("Document qui le dit"),
        required=False,
        help_text=gettext_lazy("Le passage s’ouvrira d’un clic. Sans document : saisie à votre nom."),
    )
    quote = forms.CharField(
        label=gettext_lazy("Passage, mot pour mot"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    origin = forms.CharField(
        label=gettext_lazy("Sans document : d’où vient l’information"),
        required=False,
        max_length=300,
    )

    documents: dict[str, Document]

    def offer_documents(self, documents: Iterable[Document]) -> None:
        """Set the documents that may be quoted."""
        self.documents = {document.uid: document for document in documents}
        choices = [(uid, document.title) for uid, document in self.documents.items()]
        offer(self, "document", [("", _("Aucun")), *choices])

    def find_passage(self) -> None:
        """Find the quoted words in the document; call it from `clean`. Errors go to their fields."""
        document = self.documents.get(self.cleaned_data.get("document", ""))
        quote = self.cleaned_data.get("quote", "").strip()
        if document is None:
            if quote:
                self.add_error(
                    "document", _("Choisir le document où ce passage se lit, ou vider le passage.")
                )
            return
        text = kept(document).text
        if text is None:
            self.add_error("document", _("Ce document n’a pas de texte lu : en recevoir d’abord un fichier."))
            return
        try:
            self.cleaned_data["passage"] = text, find_quote(text.content, quote)
        except Refused as refusal:
            self.add_error("quote", str(refusal))

    def source(self, by: str, *, always: bool = False) -> Source | None:
        """Return the source said, made when new; None when nothing is said, unless `always` wants one.

        Call it inside the transaction that uses it.
        """
        passage: tuple[Text, tuple[int, int]] | None = self.cleaned_data.get("passage")
        if passage is not None:
            text, (start, end) = passage
            return actions.cite_span(text=text, start=start, end=end)
        origin = self.cleaned_data.get("origin", "").strip()
        return actions.typed(by=by, title=origin) if origin or always else None

    @property
    def quoted(self) -> str:
        """The words quoted, as printed."""
        return str(self.cleaned_data.get("quote", "")) if self.cleaned_data.get("passage") else ""


def quotable(scope: Scope, programme: Programme) -> list[Document]:
    """Return the documents of a programme, and of the one it is part of, that the viewer may read."""
    ids: list[Any] = [pk for pk in (programme.pk, programme.parent_id) if pk]
    found = readable_documents(scope).filter(programme_documents__programme__in=ids)
    return list(found.distinct())
