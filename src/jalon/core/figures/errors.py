"""What is wrong with a ledger file or a question: a code with its data, and the French sentence for it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jalon.core.figures.wording import SENTENCES


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong. `line`: number in the file, from 1; None when it is not of one line."""

    code: str
    data: Mapping[str, object]
    line: int | None = None

    def __str__(self) -> str:
        """The French sentence: where, what is wrong, what to do."""
        sentence = SENTENCES[self.code].format_map(self.data)
        return f"Ligne {self.line} : {sentence}" if self.line is not None else sentence


class FigureError(Exception):
    """Base of what this core raises; `problems` holds at least one."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in problems))


class QuestionError(FigureError):
    """A question that cannot be asked of this ledger."""

    def __init__(self, code: str, **data: object) -> None:
        super().__init__([Problem(code, data)])


class LedgerError(FigureError):
    """A file that is not a ledger: nothing of it is taken. `more`: problems beyond those kept."""

    def __init__(self, problems: Sequence[Problem], more: int = 0) -> None:
        super().__init__(problems)
        self.more = more
