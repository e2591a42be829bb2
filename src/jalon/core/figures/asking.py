"""Questions and answers as JSON, in the outer format."""

from collections.abc import Mapping
from datetime import date

from jalon.core.figures.answer import Answer, Row
from jalon.core.figures.arithmetic import answer
from jalon.core.figures.errors import Problem, QuestionError
from jalon.core.figures.fetcher import Fetcher
from jalon.core.figures.fields import Fields, shown, unscale
from jalon.core.figures.lines import whose
from jalon.core.figures.model import STAGES
from jalon.core.figures.outer import parse_object
from jalon.core.figures.question import END_OF_TIME, Measure, Question, VersionAsked

_KEYS = (
    "accounts", "stage", "place", "division", "from", "to", "as_of", "by", "measure", "version", "about",
    "include_drafts",
)  # fmt: skip
_MEASURES: dict[str, Measure] = {
    "value": "value",
    "participations": "value",
    "persons": "persons",
    "rate": "rate",
}


def question_of_text(text: str) -> Question:
    """A question from its JSON text; QuestionError with French sentences."""
    problems: list[Problem] = []
    data = parse_object(text, None, problems)
    if data is None:
        raise _error(problems)
    return question_of(data)


def question_of(data: Mapping[str, object]) -> Question:
    """A question from its JSON object; QuestionError with French sentences, all of them."""
    problems: list[Problem] = []
    fields = Fields(data, "question", None, problems)
    fields.only(_KEYS)
    question = Question(
        accounts=fields.texts("accounts"),
        stage=fields.choice("stage", STAGES, "achieved"),  # type: ignore[arg-type]
        start=fields.first_day("from"),
        end=fields.day("to", required=True) or date.max,
        place=fields.optional_text("place"),
        division=fields.optional_text("division"),
        as_of=fields.instant("as_of", required=False) or END_OF_TIME,
        by=fields.texts("by", required=False),
        measure=_MEASURES[fields.choice("measure", tuple(_MEASURES), "value")],
        version=_version(fields),
        about=whose(fields),
        drafts=fields.flag("include_drafts"),
    )
    if question.start is not None and question.end < question.start:
        fields.note("period_reversed", start=question.start, end=question.end)
    if problems:
        raise _error(problems)
    return question


def _version(fields: Fields) -> VersionAsked:
    value = fields.data.get("version")
    if value is None or value == "in_force":
        return "in_force"
    if value == "initial":
        return "initial"
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    fields.note("bad_choice", key="version", found=shown(value), known="in_force, initial, un numéro")
    return "in_force"


def _error(problems: list[Problem]) -> QuestionError:
    error = QuestionError(problems[0].code, **problems[0].data)
    error.problems = tuple(problems)
    error.args = ("\n".join(str(problem) for problem in problems),)
    return error


def answer_json(question: Mapping[str, object], fetcher: Fetcher) -> dict[str, object]:
    """The answer to a JSON question, as a JSON object."""
    return answer_to_json(answer(question_of(question), fetcher))


def answer_to_json(result: Answer, *, detail: bool = False) -> dict[str, object]:
    """An answer in the outer format: bounds as decimal texts in the unit, null when nothing can be said.

    A rate has its `numerator` and `denominator` besides. `detail` adds what the format does not ask for:
    `unit`, `division`, `version`, `set_aside`, `mentions`, `claims`, `crossings`.
    """
    found: dict[str, object] = {
        "low": _text(result.low, result.decimals),
        "high": _text(result.high, result.decimals),
        "marks": list(result.marks),
        "rows": [_row(result, row) for row in result.rows],
        "not_attributable": [{"entry": m.entry, "why": m.why} for m in result.not_attributable],
        "sources": list(result.sources),
    }
    if result.numerator and result.denominator:
        found["numerator"] = answer_to_json(result.numerator, detail=detail)
        found["denominator"] = answer_to_json(result.denominator, detail=detail)
    return found | _detail(result) if detail else found


def _detail(result: Answer) -> dict[str, object]:
    found: dict[str, object] = {
        "unit": result.unit,
        "division": result.division or None,
        "version": result.version if result.version is not None and result.version >= 0 else None,
    }
    decimals = result.numerator.decimals if result.numerator else result.decimals
    found["set_aside"] = [
        {"entry": s.entry, "value": _text(s.value, decimals), "source": s.source, "by": s.by, "why": s.why}
        for s in result.set_aside
    ]
    found["mentions"] = [
        {
            "entry": m.entry,
            "why": m.why,
            "account": m.account,
            "value": _text(m.value, decimals),
            "place": m.place[0] or None,
            "division": m.place[1] or None,
            "from": str(m.start) if m.start else "start",
            "to": str(m.end),
            "about": m.about,
        }
        for m in result.not_attributable
    ]
    found["claims"] = [
        {"entry": c.entry, "value": _text(c.value, decimals), "source": c.source, "to": str(c.end)}
        | ({} if c.age is None else {"age_days": c.age})
        for c in result.claims
    ]
    found["crossings"] = [list(entries) for entries in result.crossings]
    return found


def _row(result: Answer, row: Row) -> dict[str, object]:
    return {
        **dict(zip(result.by, row.key, strict=True)),
        "low": _text(row.low, result.decimals),
        "high": _text(row.high, result.decimals),
        "marks": list(row.marks),
    }


def _text(value: int | None, decimals: int) -> str | None:
    return None if value is None else unscale(value, decimals)
