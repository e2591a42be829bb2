"""Where a quote stands in a text, and a printed number in a quote."""

import re


def find(text: str, quote: str, occurrence: int) -> int:
    """Where the n-th occurrence of a quote starts in a text, or -1 (the rule of `sources.actions.locate`)."""
    start = -1
    for _nth in range(occurrence):
        start = text.find(quote, start + 1)
        if start < 0 or not quote:
            return -1
    return start


def printed_span(text: str, quote: str, occurrence: int, printed: str) -> tuple[int, int] | None:
    """Where a printed number stands in a quote of the text, or None; it is not a part of a longer number."""
    start = find(text, quote, occurrence)
    if start < 0 or not printed:
        return None
    found = re.compile(rf"(?<![\d,]){re.escape(printed)}(?![\d])").search(text, start, start + len(quote))
    return found.span() if found else None
