"""Looking organisations up, and reading who took over from whom."""

import dataclasses

from django.db.models import Q, QuerySet

from jalon.core.values.text_keys import search_key
from jalon.records.parties.models import Organisation, OrganisationName, Succession


@dataclasses.dataclass(frozen=True)
class SuccessionLine:
    """An organisation that came before or after, when (ISO, reduced precision) and by what act."""

    uid: str
    name: str
    on: str
    act: str


@dataclasses.dataclass(frozen=True)
class Card:
    """What an organisation is, its other names, those before it and those after."""

    organisation: Organisation
    other_names: tuple[str, ...]
    predecessors: tuple[SuccessionLine, ...]
    successors: tuple[SuccessionLine, ...]


def search(text: str) -> QuerySet[Organisation]:
    """Return the organisations of which a name has words that begin like the text, without accents.

    Nothing is found by an empty text.
    """
    words = search_key(text).split()
    if not words:
        return Organisation.objects.none()
    names = OrganisationName.objects.all()
    for word in words:
        names = names.filter(Q(search_key__startswith=word) | Q(search_key__contains=f" {word}"))
    return Organisation.objects.filter(pk__in=names.values("organisation")).order_by("sort_key", "pk")


def named(text: str) -> list[Organisation]:
    """Return the organisations of which a name, spelling or acronym is this text, without accents or case."""
    key = search_key(text)
    names = OrganisationName.objects.filter(search_key=key) if key else OrganisationName.objects.none()
    return list(Organisation.objects.filter(pk__in=names.values("organisation")).order_by("sort_key", "pk"))


def card(organisation: Organisation) -> Card:
    """Return the card of an organisation. Three queries."""
    names = organisation.names.order_by("pk").values_list("text", flat=True)
    before = Succession.objects.filter(successor=organisation).select_related("predecessor")
    after = Succession.objects.filter(predecessor=organisation).select_related("successor")
    return Card(
        organisation=organisation,
        other_names=tuple(name for name in names if name not in {organisation.name, organisation.acronym}),
        predecessors=tuple(_line(row, row.predecessor) for row in before.order_by("on", "pk")),
        successors=tuple(_line(row, row.successor) for row in after.order_by("on", "pk")),
    )


def _line(row: Succession, other: Organisation) -> SuccessionLine:
    return SuccessionLine(uid=other.uid, name=other.name, on=row.on, act=row.act)
