"""Which version of the plan a question means (rule 9)."""

from datetime import date

from jalon.core.figures.fetcher import Fetcher, Selection
from jalon.core.figures.question import Question

NO_VERSION = -1
"""Selects no entry: the plan has no version that answers."""


def version_asked(question: Question, selection: Selection, fetcher: Fetcher) -> int | None:
    """The number of the version, None for stages other than planned, NO_VERSION when there is none.

    A version restates the whole plan: in force is the last one effective at the end of the question among
    those that plan anything for these accounts in its period, whatever the place.
    """
    if question.stage != "planned":
        return None
    if isinstance(question.version, int):
        return question.version
    versions = fetcher.plan_versions(selection)
    if question.version == "initial":
        return min((version.number for version in versions), default=NO_VERSION)
    in_force = [v for v in versions if v.effective is None or v.effective <= question.end]
    latest = max(in_force, key=lambda v: (v.effective or date.min, v.number), default=None)
    return latest.number if latest else NO_VERSION
