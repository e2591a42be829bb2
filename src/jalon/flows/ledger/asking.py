"""`jalon figures`: JSON questions in, JSON answers out."""

import json
from collections.abc import Sequence

from django.utils.translation import gettext as _

from jalon.core.figures import (
    Fetcher,
    Question,
    QuestionError,
    answer,
    answer_to_json,
    question_of_text,
)
from jalon.records.problems import Refused


def questions_of(text: str) -> tuple[list[Question], bool]:
    """The questions of a JSON text, and whether it was a list. QuestionError or Refused, in French."""
    stripped = text.strip()
    if not stripped.startswith("["):
        return [question_of_text(stripped)], False
    try:
        items = json.loads(stripped)
    except (ValueError, RecursionError) as error:
        raise Refused(
            "broken_questions",
            _("La liste de questions n’est pas du JSON lisible : %(why)s.") % {"why": error},
        ) from error
    return [_numbered(number, item) for number, item in enumerate(items, start=1)], True


def _numbered(number: int, item: object) -> Question:
    try:
        return question_of_text(json.dumps(item))
    except QuestionError as error:
        raise _located(number, error) from error


def _located(number: int, error: QuestionError) -> Refused:
    where = _("Question %(number)s : ") % {"number": number}
    return Refused("question", "\n".join(f"{where}{problem}" for problem in error.problems))


def answers(questions: Sequence[Question], fetcher: Fetcher, *, as_list: bool, detail: bool = False) -> str:
    """The answers as one line of JSON: one object, or the list of them in the order of the questions."""
    found: list[dict[str, object]] = []
    for number, question in enumerate(questions, start=1):
        try:
            found.append(answer_to_json(answer(question, fetcher), detail=detail))
        except QuestionError as error:
            if as_list:
                raise _located(number, error) from error
            raise
    return json.dumps(found if as_list else found[0], ensure_ascii=False)
