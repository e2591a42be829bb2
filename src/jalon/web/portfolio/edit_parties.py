"""Organisations named in a form: found by any of their names, or added when a nature is chosen for them."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from jalon.records.parties import actions
from jalon.records.parties.models import Organisation
from jalon.records.parties.queries import named, search

MOST_OFFERED = 200
Party = Organisation | str
"""An organisation that is known, or the name of one to add."""


class PartiesMixin(forms.Form):
    """A field that says what the organisations not known yet are."""

    new_kind = forms.ChoiceField(
        label=gettext_lazy("Nature, si elle n’est pas encore connue"),
        choices=[("", gettext_lazy("Déjà connue")), *Organisation.Kind.choices],
        required=False,
        help_text=gettext_lazy("Choisir une nature ajoute l’organisation sous le nom écrit."),
    )

    def parties(self, field: str, names: Iterable[str]) -> list[Party]:
        """Return the organisations of these names; errors go to `field`."""
        found: list[Party] = []
        for name in dict.fromkeys(" ".join(name.split()) for name in names if name.strip()):
            known = named(name)
            if len(known) > 1:
                self.add_error(field, _several(name, known))
            elif known or self.cleaned_data.get("new_kind"):
                found.append(known[0] if known else name)
            else:
                self.add_error(field, _unknown(name))
        return found


def _several(name: str, known: list[Organisation]) -> str:
    names = ", ".join(f"« {one.name} »" for one in known[:5])
    return _("Plusieurs organisations se nomment « %(name)s » : écrire %(names)s.") % {
        "name": name,
        "names": names,
    }


def _unknown(name: str) -> str:
    near = [f"« {one.name} »" for one in search(name)[:3]]
    sentence = _(
        "« %(name)s » n’est pas connue : vérifier l’orthographe, ou choisir sa nature pour l’ajouter."
    ) % {"name": name}
    if not near:
        return sentence
    tail = ngettext("Nom proche : %(names)s.", "Noms proches : %(names)s.", len(near))
    return f"{sentence} {tail % {'names': ', '.join(near)}}"


def settle(parties: Iterable[Party], *, kind: str, by: str) -> list[Organisation]:
    """Return the organisations, those not known yet added; call it inside the transaction that uses them."""
    return [
        one if isinstance(one, Organisation) else actions.add_organisation(name=one, kind=kind, by=by)
        for one in parties
    ]


def known_names() -> list[str]:
    """Return the names a field may suggest."""
    rows: Any = Organisation.objects.order_by("sort_key", "pk").values_list("name", flat=True)
    return list(rows[:MOST_OFFERED])
