"""A mention: an entity named at some characters of a text; and the choice between those that overlap."""

from bisect import bisect_left, insort
from collections.abc import Iterable
from dataclasses import dataclass

from jalon.core.reading.facts import FactType, Span


@dataclass(frozen=True, slots=True)
class Mention:
    """An entity named at some characters. `sure` mentions come from a known name or a definition."""

    span: Span
    type: FactType
    name: str
    acronym: str = ""
    level: str = ""
    sure: bool = False


class Taken:
    """Spans that do not overlap, with a quick answer to what a span would touch."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._spans = sorted((span.start, span.end) for span in spans)

    def add(self, span: Span) -> None:
        """Take a span."""
        insort(self._spans, (span.start, span.end))

    def touching(self, span: Span) -> Span | None:
        """The first taken span that shares a character with this one."""
        index = bisect_left(self._spans, (span.start, span.end))
        for start, end in self._spans[max(0, index - 1) : index + 1]:
            if start < span.end and span.start < end:
                return Span(start, end)
        return None


def without_overlaps(mentions: Iterable[Mention]) -> list[Mention]:
    """Keep the longest mention at each place (the surest of two equal ones), in the order of the text."""
    taken = Taken()
    kept: list[Mention] = []
    for mention in sorted(
        mentions, key=lambda m: (m.span.start - m.span.end, not m.sure, m.span.start, m.type)
    ):
        if taken.touching(mention.span) is None:
            taken.add(mention.span)
            kept.append(mention)
    return sorted(kept, key=lambda m: m.span)
