"""The French names of what a breakdown shows: categories, places, organisations, steps of time."""

from collections.abc import Sequence

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jalon.core.figures.axes import TIME_AXES
from jalon.records.ledger.models import Account, Category
from jalon.records.parties.models import Organisation
from jalon.records.places.models import Level, Place
from jalon.web.figures.words import step

AXIS_NAMES: dict[str, str | Promise] = {
    "region": gettext_lazy("région"),
    "cercle": gettext_lazy("cercle"),
    "commune": gettext_lazy("commune"),
    "zone": gettext_lazy("zone"),
    "year": gettext_lazy("année"),
    "semester": gettext_lazy("semestre"),
    "quarter": gettext_lazy("trimestre"),
    "month": gettext_lazy("mois"),
    "about": gettext_lazy("part"),
    "account": gettext_lazy("indicateur"),
    "stage": gettext_lazy("étape"),
}


def axis_label(axis: str, known: dict[str, str]) -> str:
    """Return the French name of an axis; `known` has those of the categories."""
    return known.get(axis) or str(AXIS_NAMES.get(axis, axis))


def remainder_label(axis: str) -> str:
    """Return what the remainder of an axis is called."""
    if axis in Level.values or axis in TIME_AXES or axis == "account":
        return _("non ventilé")
    return _("part non précisée") if axis == "about" else _("non précisé")


def value_labels(axis: str, keys: Sequence[str | None]) -> dict[str, str]:
    """Return the French name of each value of an axis; one query at most."""
    wanted = [key for key in keys if key is not None]
    if not wanted:
        return {}
    if axis in TIME_AXES:
        return {key: step(key) for key in wanted}
    if axis in Level.values:
        return dict(Place.objects.filter(uid__in=wanted).values_list("uid", "name"))
    if axis == "about":
        return {one.uid: str(one) for one in Organisation.objects.filter(uid__in=wanted)}
    if axis == "account":
        return dict(Account.objects.filter(uid__in=wanted).values_list("uid", "label"))
    return dict(Category.objects.filter(axis__code=axis, code__in=wanted).values_list("code", "label"))
