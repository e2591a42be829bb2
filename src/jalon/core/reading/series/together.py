"""Documents of one programme read together: series, contradictions, names, recommendations that return."""

from collections.abc import Iterable

from jalon.core.reading.facts import Level
from jalon.core.reading.series.contradictions import contradicted_figures
from jalon.core.reading.series.following import lines_of
from jalon.core.reading.series.natures import series_of
from jalon.core.reading.series.projects import contradicted_projects
from jalon.core.reading.series.returns import come_back
from jalon.core.reading.series.shapes import Document, Nature, Note, Series, Together
from jalon.core.reading.series.spellings import spelled_otherwise

_LEVELS = (Level.CERTAIN, Level.VERIFY, Level.HUMAN)
_UNDATED = "9999"


def read_together(documents: Iterable[Document]) -> Together:
    """Return what documents say together; they are put in the order of their days, undated ones last.

    Pure: the same documents give the same result, whatever their order.
    """
    ordered = sorted(documents, key=lambda one: (one.dated or _UNDATED, one.title, one.key))
    lines = lines_of(ordered)
    series = sorted((series_of(line) for line in lines), key=_rank)
    notes = [*contradicted_figures(lines), *contradicted_projects(ordered)]
    returns = sorted(come_back(ordered), key=lambda one: (one.is_closed, -len(one.passages)))
    return Together(
        documents=tuple(ordered),
        series=tuple(series),
        contradictions=tuple(sorted(notes, key=_surest)),
        names=tuple(spelled_otherwise(ordered)),
        returns=tuple(returns),
    )


def _rank(series: Series) -> tuple[bool, bool, int, str]:
    """Those with a doubt first, then those that move, the longest first."""
    return (not series.notes, series.nature is Nature.STABLE, -len(series.points), series.label.casefold())


def _surest(note: Note) -> int:
    return _LEVELS.index(note.level)
