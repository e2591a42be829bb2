"""The arithmetic of the ledger: what a figure is, whatever engine fetches its rows.

`answer(question, fetcher)` is the one algorithm; `MemoryFetcher(ledger)` the plainest engine; `load`, `read`,
`dump` and `merge` the outer format; `answer_json` the whole from JSON to JSON. The rules are written, with
their cases, in docs/reference/ledger.md.
"""

from jalon.core.figures.answer import MARKS, Answer, Claim, Mark, Mention, Row, SetAside, Why
from jalon.core.figures.arithmetic import answer
from jalon.core.figures.asking import answer_json, answer_to_json, question_of, question_of_text
from jalon.core.figures.errors import FigureError, LedgerError, Problem, QuestionError
from jalon.core.figures.fetcher import (
    EventSum,
    Fetcher,
    Grouping,
    HeadSum,
    Known,
    Selection,
    Slot,
    Stated,
)
from jalon.core.figures.geography import Geography
from jalon.core.figures.memory import MemoryFetcher
from jalon.core.figures.model import (
    EVERYWHERE,
    STAGES,
    Account,
    Act,
    Cell,
    Division,
    Entry,
    Group,
    Judgement,
    Ledger,
    Member,
    Pair,
    Place,
    PlanVersion,
    Posting,
    Source,
    Zone,
    cell_of,
)
from jalon.core.figures.opening import contributions
from jalon.core.figures.outer import Loaded, load, merge, read
from jalon.core.figures.question import END_OF_TIME, Question
from jalon.core.figures.ratios import check_published, tenths
from jalon.core.figures.writing import dump

__all__ = [
    "END_OF_TIME",
    "EVERYWHERE",
    "MARKS",
    "STAGES",
    "Account",
    "Act",
    "Answer",
    "Cell",
    "Claim",
    "Division",
    "Entry",
    "EventSum",
    "Fetcher",
    "FigureError",
    "Geography",
    "Group",
    "Grouping",
    "HeadSum",
    "Judgement",
    "Known",
    "Ledger",
    "LedgerError",
    "Loaded",
    "Mark",
    "Member",
    "MemoryFetcher",
    "Mention",
    "Pair",
    "Place",
    "PlanVersion",
    "Posting",
    "Problem",
    "Question",
    "QuestionError",
    "Row",
    "Selection",
    "SetAside",
    "Slot",
    "Source",
    "Stated",
    "Why",
    "Zone",
    "answer",
    "answer_json",
    "answer_to_json",
    "cell_of",
    "check_published",
    "contributions",
    "dump",
    "load",
    "merge",
    "question_of",
    "question_of_text",
    "read",
    "tenths",
]
