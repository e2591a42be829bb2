"""Opening a figure: the entries it is made of, so that a page can go on to their sources."""

from collections.abc import Sequence

from jalon.core.figures.fetcher import Fetcher
from jalon.core.figures.model import Entry
from jalon.core.figures.question import Question
from jalon.core.figures.scope import resolve


def contributions(question: Question, fetcher: Fetcher, *, limit: int, offset: int = 0) -> Sequence[Entry]:
    """Live entries that lie inside a question (events and statements, details and controls), by day.

    A stock takes all that was stated before its day too; what it rests on is in `Answer.claims`.
    """
    scope = resolve(question, fetcher)
    selection = scope.selection
    if scope.account.time == "last":
        selection = selection.within(start=None)
    return fetcher.entries(selection, limit, offset)
