"""Spans that are already held, asked quickly for what overlaps another."""

from bisect import bisect_left
from collections.abc import Iterable

from jalon.core.reading.facts import Span


class Held:
    """Spans in their order; long ones may hold short ones, so the longest tells how far back to look."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._spans = sorted(spans)
        self._longest = max((span.end - span.start for span in self._spans), default=0)

    def add(self, span: Span) -> None:
        """Hold one more."""
        self._spans.insert(bisect_left(self._spans, span), span)
        self._longest = max(self._longest, span.end - span.start)

    def overlapping(self, span: Span) -> list[Span]:
        """Return those held that share a character with this one."""
        first = bisect_left(self._spans, Span(span.start - self._longest, 0))
        after = bisect_left(self._spans, Span(span.end, 0))
        return [other for other in self._spans[first:after] if other.overlaps(span)]
