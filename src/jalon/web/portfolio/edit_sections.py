"""The sections around a programme's sheet: what is written in each, how one is added and taken back."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jalon.core.values.partial_dates import format_partial
from jalon.records.programmes import actions, describing
from jalon.records.programmes.models import Programme
from jalon.web.components import Item
from jalon.web.portfolio import edit_forms as forms
from jalon.web.portfolio.edit_parties import settle
from jalon.web.portfolio.words import months, span
from jalon.web.shown import Words


@dataclass(frozen=True, kw_only=True)
class Section:
    """One section: its address, its words, its form, its lines, and the actions of both buttons."""

    key: str
    label: Words
    lead: Words
    adding: Words
    nothing: Words
    form: type[forms.SectionForm]
    held: Callable[[Programme], QuerySet[Any]]
    item: Callable[[Any], Item]
    add: Callable[[Any, str], Words]
    remove: Callable[[Any, str], None]


def _joined(*words: str) -> str:
    return " · ".join(word for word in words if word)


def _add_code(form: forms.CodeForm, by: str) -> Words:
    said = form.cleaned_data
    actions.add_code(programme=form.programme, scheme=said["scheme"], value=said["value"], by=by)
    return _("Le code est inscrit.")


def _add_participation(form: forms.ParticipationForm, by: str) -> Words:
    said = form.cleaned_data
    (organisation,) = settle(said["party"], kind=said["new_kind"], by=by)
    actions.add_participation(
        programme=form.programme,
        organisation=organisation,
        role=said["role"],
        since=said["since"],
        until=said["until"],
        by=by,
    )
    return _("« %(organisation)s » est inscrite.") % {"organisation": organisation.name}


def _add_place(form: forms.PlaceForm, by: str) -> Words:
    place = form.cleaned_data["place"]
    actions.add_place(programme=form.programme, place=place, by=by)
    return _("« %(place)s » est inscrit.") % {"place": place}


def _add_status(form: forms.StatusForm, by: str) -> Words:
    said = form.cleaned_data
    actions.change_status(
        programme=form.programme, status=said["status"], on=said["on"], source=form.source(by), by=by
    )
    return _("Le statut est inscrit.")


def _add_agreement(form: forms.AgreementForm, by: str) -> Words:
    said = form.cleaned_data
    actions.sign_agreement(
        programme=form.programme,
        kind=said["kind"],
        title=said["title"],
        number=said["number"],
        signed_on=said["signed_on"],
        start=said["start"],
        end=said["end"],
        months=said["months"],
        parties=settle(said["found"], kind=said["new_kind"], by=by),
        source=form.source(by),
        by=by,
    )
    return _("« %(title)s » est inscrite.") % {"title": said["title"]}


def _add_amendment(form: forms.AmendmentForm, by: str) -> Words:
    said = form.cleaned_data
    amendment = actions.amend(
        programme=form.programme,
        title=said["title"],
        act=said["act"],
        decided_on=said["decided_on"],
        agreement=said["agreement"],
        months=said["months"],
        new_end=said["new_end"],
        source=form.source(by),
        by=by,
    )
    if not amendment.new_end:
        return _("L’avenant est inscrit ; la date de fin ne change pas.")
    return _("L’avenant est inscrit : la fin passe à %(end)s.") % {"end": format_partial(amendment.new_end)}


def _add_link(form: forms.LinkForm, by: str) -> Words:
    said = form.cleaned_data
    actions.add_link(
        programme=form.programme,
        kind=said["kind"],
        title=said["title"],
        url=said["url"],
        place=said["place"],
        note=said["note"],
        by=by,
    )
    return _("Le lien est inscrit.")


def _amendment_item(one: Any) -> Item:
    moved = _("fin portée à %(end)s") % {"end": format_partial(one.new_end)} if one.new_end else ""
    by_months = _("prolongation de %(months)s") % {"months": months(one.months)} if one.months else ""
    title = _("Avenant %(number)s : %(title)s") % {"number": one.number, "title": one.title}
    return Item(title=title, text=_joined(one.act, format_partial(one.decided_on), by_months, moved))


def _agreement_item(one: Any) -> Item:
    parties = ", ".join(str(party) for party in one.parties.all())
    signed = _("signée : %(day)s") % {"day": format_partial(one.signed_on)} if one.signed_on else ""
    kind = str(one.get_kind_display())
    return Item(title=one.title, text=_joined(kind, one.number, signed, span(one.start, one.end), parties))


SECTIONS: dict[str, Section] = {
    section.key: section
    for section in (
        Section(
            key="codes",
            label=gettext_lazy("Codes"),
            lead=gettext_lazy("Les codes que lui donnent ses bailleurs, l’État, les registres publics."),
            adding=gettext_lazy("Ajouter un code"),
            nothing=gettext_lazy("Aucun code."),
            form=forms.CodeForm,
            held=lambda programme: programme.codes.order_by("pk"),
            item=lambda one: Item(title=one.value, text=one.scheme),
            add=_add_code,
            remove=lambda one, by: describing.remove_code(code=one, by=by),
        ),
        Section(
            key="organisations",
            label=gettext_lazy("Organisations"),
            lead=gettext_lazy("Qui finance, qui exécute, qui participe. Les montants sont au registre."),
            adding=gettext_lazy("Ajouter une organisation"),
            nothing=gettext_lazy("Aucune organisation."),
            form=forms.ParticipationForm,
            held=lambda programme: programme.participations.select_related("organisation").order_by("pk"),
            item=lambda one: Item(
                title=one.organisation.name,
                text=_joined(str(one.get_role_display()), span(one.since, one.until)),
            ),
            add=_add_participation,
            remove=lambda one, by: describing.remove_participation(participation=one, by=by),
        ),
        Section(
            key="lieux",
            label=gettext_lazy("Lieux"),
            lead=gettext_lazy("Où il travaille. Retirer un lieu d’ici ne touche aucune écriture."),
            adding=gettext_lazy("Ajouter un lieu"),
            nothing=gettext_lazy("Aucun lieu."),
            form=forms.PlaceForm,
            held=lambda programme: programme.programme_places.select_related("place").order_by("pk"),
            item=lambda one: Item(title=one.place.name, text=str(one.place.get_level_display())),
            add=_add_place,
            remove=lambda one, by: describing.remove_place(programme_place=one, by=by),
        ),
        Section(
            key="statuts",
            label=gettext_lazy("Statuts"),
            lead=gettext_lazy("Le dernier en date est le statut présent."),
            adding=gettext_lazy("Ajouter un statut"),
            nothing=gettext_lazy("Aucun statut."),
            form=forms.StatusForm,
            held=lambda programme: programme.status_changes.order_by("on", "pk"),
            item=lambda one: Item(
                title=str(one.get_status_display()).capitalize(),
                text=_("depuis : %(day)s") % {"day": format_partial(one.on)},
            ),
            add=_add_status,
            remove=lambda one, by: describing.remove_status(change=one, by=by),
        ),
        Section(
            key="conventions",
            label=gettext_lazy("Conventions"),
            lead=gettext_lazy("Les textes signés sur lesquels il repose, avec leurs signataires."),
            adding=gettext_lazy("Ajouter une convention"),
            nothing=gettext_lazy("Aucune convention."),
            form=forms.AgreementForm,
            held=lambda programme: programme.agreements.order_by("signed_on", "pk").prefetch_related(
                "parties__organisation"
            ),
            item=_agreement_item,
            add=_add_agreement,
            remove=lambda one, by: describing.remove_agreement(agreement=one, by=by),
        ),
        Section(
            key="avenants",
            label=gettext_lazy("Avenants"),
            lead=gettext_lazy("Un avenant change la fin, et dit par quel acte. Le dernier fait foi."),
            adding=gettext_lazy("Ajouter un avenant"),
            nothing=gettext_lazy("Aucun avenant."),
            form=forms.AmendmentForm,
            held=lambda programme: programme.amendments.order_by("number"),
            item=_amendment_item,
            add=_add_amendment,
            remove=lambda one, by: describing.remove_amendment(amendment=one, by=by),
        ),
        Section(
            key="liens",
            label=gettext_lazy("Liens"),
            lead=gettext_lazy("Pages, vidéos, photos. Jalon n’y va rien chercher."),
            adding=gettext_lazy("Ajouter un lien"),
            nothing=gettext_lazy("Aucun lien."),
            form=forms.LinkForm,
            held=lambda programme: programme.links.select_related("place").order_by("pk"),
            item=lambda one: Item(
                title=one.title, href=one.url, text=_joined(str(one.get_kind_display()), one.note)
            ),
            add=_add_link,
            remove=lambda one, by: describing.remove_link(link=one, by=by),
        ),
    )
}
