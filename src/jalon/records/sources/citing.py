"""Citing many passages of a text at once."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from jalon.records.problems import Refused
from jalon.records.sources.models import Source, Text

BATCH = 500
Span = tuple[int, int]


def cite_spans(*, text: Text, spans: Iterable[Span]) -> dict[Span, Source]:
    """Return the source of each passage [start, end[ of a text, made where it does not exist yet.

    Two queries and the batches of the new ones. Raises Refused for a passage outside the text.
    """
    wanted = list(dict.fromkeys(spans))
    if not all(0 <= start < end <= text.length for start, end in wanted):
        raise Refused(
            "passage_outside", _("Le passage choisi n’est pas dans le texte : le sélectionner de nouveau.")
        )
    found = _known(text, wanted)
    quotes = {text.content[start:end] for start, end in wanted if (start, end) not in found}
    nth = {quote: _places(text.content, quote) for quote in quotes}
    made = Source.objects.bulk_create(
        [
            Source(
                kind=Source.Kind.PASSAGE,
                title=text.version.document.title,
                text=text,
                start=start,
                end=end,
                quote=text.content[start:end],
                occurrence=nth[text.content[start:end]][start],
            )
            for start, end in wanted
            if (start, end) not in found
        ],
        batch_size=BATCH,
    )
    return found | {(one.start or 0, one.end or 0): one for one in made}


def _known(text: Text, wanted: list[Span]) -> dict[Span, Source]:
    passages = Source.objects.filter(kind=Source.Kind.PASSAGE, text=text)
    if len(wanted) == 1:
        passages = passages.filter(start=wanted[0][0], end=wanted[0][1])
    found: dict[Span, Source] = {}
    for one in passages.order_by("-pk"):
        found[one.start or 0, one.end or 0] = one
    return found


def _places(content: str, quote: str) -> dict[int, int]:
    """Where a quote stands in a text, and for each place the how-manieth it is."""
    places: dict[int, int] = {}
    at = content.find(quote)
    while at >= 0:
        places[at] = len(places) + 1
        at = content.find(quote, at + 1)
    return places
