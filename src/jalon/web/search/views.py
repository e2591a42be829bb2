"""One box for programmes, places, organisations and documents, without accents."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from jalon.core.values.partial_dates import format_partial
from jalon.core.values.text_keys import matches
from jalon.records.parties import queries as parties
from jalon.records.places import queries as places
from jalon.records.programmes.queries import Filters, find, lines, readable_documents
from jalon.records.programmes.rules import Scope, scope_of
from jalon.web.components import Item
from jalon.web.http import Request
from jalon.web.portfolio.table import identity
from jalon.web.portfolio.words import status_badge

SHOWN = 20
LONGEST = 100


def search(request: Request) -> HttpResponse:
    """Show what the text names, by kind; at most twenty of each, and how many there are."""
    text = request.GET.get("q", "").strip()[:LONGEST]
    scope = scope_of(request.user)
    groups = _groups(scope, text) if text else []
    context = {"q": text, "groups": groups, "total": sum(count for _title, count, _items in groups)}
    return render(request, "search/search.html", context)


def _groups(scope: Scope, text: str) -> list[tuple[str, int, list[Item]]]:
    """The kinds where something was found: title, how many, the first of them."""
    groups = [
        (_("Programmes et projets"), *_programmes(scope, text)),
        (_("Lieux"), *_places(text)),
        (_("Acteurs"), *_organisations(text)),
        (_("Documents"), *_documents(scope, text)),
    ]
    return [group for group in groups if group[1]]


def _programmes(scope: Scope, text: str) -> tuple[int, list[Item]]:
    found = find(scope, Filters(text=text), order="title")
    return len(found.ids), [
        Item(
            title=line.title,
            href=reverse("programme", args=[line.slug]),
            text=identity(line),
            badge=status_badge(line.status),
        )
        for line in lines(scope, found, found.ids[:SHOWN])
    ]


def _places(text: str) -> tuple[int, list[Item]]:
    found = list(places.search(text))
    shown = found[:SHOWN]
    above = places.above([one.pk for one in shown], places.division_in_force(timezone.localdate()))
    return len(found), [
        Item(
            title=one.name,
            href=reverse("place", args=[one.uid]),
            text=" · ".join([one.get_level_display(), *above.get(one.pk, [])]),
        )
        for one in shown
    ]


def _organisations(text: str) -> tuple[int, list[Item]]:
    found = list(parties.search(text))
    return len(found), [
        Item(
            title=one.name,
            href=reverse("organisation", args=[one.uid]),
            text=" · ".join(word for word in (one.acronym, one.get_kind_display()) if word),
        )
        for one in found[:SHOWN]
    ]


def _documents(scope: Scope, text: str) -> tuple[int, list[Item]]:
    found = [one for one in readable_documents(scope) if matches(text, f"{one.title} {one.issuer}")]
    return len(found), [
        Item(
            title=one.title,
            href=reverse("document", args=[one.uid]),
            text=" · ".join(
                word for word in (one.get_kind_display(), one.issuer, format_partial(one.dated)) if word
            ),
        )
        for one in found[:SHOWN]
    ]
