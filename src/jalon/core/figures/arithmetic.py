"""One question, one answer: the algorithm that every engine serves (docs/reference/ledger.md)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import product

from jalon.core.figures.additive import Reckoned, account_row, reckon
from jalon.core.figures.amounts import Amount
from jalon.core.figures.answer import Answer, Claim, Mark, Row, ordered
from jalon.core.figures.axes import TIME_AXES, is_category, label, steps
from jalon.core.figures.controls import Worth
from jalon.core.figures.errors import QuestionError
from jalon.core.figures.fetcher import Fetcher, Grouping
from jalon.core.figures.model import STAGES, cell_of
from jalon.core.figures.persons import reckon_persons
from jalon.core.figures.question import Question
from jalon.core.figures.ratios import rate
from jalon.core.figures.scope import Scope, Sorted, fetch_stated, resolve, sort_stated
from jalon.core.figures.stocks import reckon_last, reckon_max, reckon_survey
from jalon.core.figures.tables import Key, remaining

MOST_AXES = 4
MOST_STEPS = 2000


def answer(question: Question, fetcher: Fetcher, *, with_sources: bool = True) -> Answer:
    """What the ledger behind `fetcher` says to a question.

    `with_sources`: also list every source, which costs one more query. Raises QuestionError (French
    sentences) for what does not exist or cannot be asked. Never adds what is not additive.
    """
    for axis in question.by:
        if question.by.count(axis) > 1:
            raise QuestionError("axis_repeated", axis=axis)
    if len(question.by) > MOST_AXES:
        raise QuestionError("too_many_axes", most=MOST_AXES)
    accounts = fetcher.accounts(question.accounts)
    first = accounts.get(question.accounts[0]) if question.accounts else None
    if first is not None and first.numerator is not None and first.denominator is not None:
        terms = question.with_(measure="value")
        above = answer(terms.with_(accounts=(first.numerator,)), fetcher, with_sources=with_sources)
        below = answer(terms.with_(accounts=(first.denominator,)), fetcher, with_sources=with_sources)
        return rate(question, above, below, planned=False)
    if question.measure == "rate":
        if question.stage == "planned":
            raise QuestionError("rate_of_planned")
        terms = question.with_(measure="value")
        above = answer(terms, fetcher, with_sources=with_sources)
        below = answer(terms.with_(stage="planned"), fetcher, with_sources=with_sources)
        return rate(question, above, below, planned=True)
    return _figure(question, fetcher, with_sources)


def _figure(question: Question, fetcher: Fetcher, with_sources: bool) -> Answer:
    scope = resolve(question, fetcher)
    found = sort_stated(scope, fetch_stated(scope))
    apart = _axes_apart(scope)
    reckoned = _reckon(scope, found, () if apart else question.by)
    worth = reckoned.worth
    rows = tuple(_rows_apart(scope, found, apart, worth)) if apart else _rows(scope, worth)
    marks: set[Mark] = set(worth.amount.marks) if worth else set()
    if any(derivation.contradicts for derivation in found.derivations):
        marks.add("contradiction")
    if any(statement.state == "draft" for statement in found.inside):
        marks.add("draft")
    valued = worth if worth and not reckoned.untotalled else None
    return Answer(
        low=valued.amount.low if valued else None,
        high=valued.amount.high if valued else None,
        unit=scope.account.unit,
        decimals=scope.account.decimals,
        marks=ordered(marks),
        by=question.by,
        rows=rows,
        not_attributable=tuple(sorted(found.mentions, key=lambda m: m.entry)),
        sources=_sources(scope, found, reckoned) if with_sources else (),
        set_aside=tuple(sorted(found.set_aside, key=lambda s: s.entry)),
        claims=_claims(scope, found, reckoned),
        crossings=reckoned.crossings,
        division=scope.division,
        version=scope.selection.version,
    )


def _reckon(scope: Scope, found: Sorted, by: Sequence[str]) -> Reckoned:
    if scope.question.measure == "persons":
        return reckon_persons(scope, found)
    if scope.account.time == "last":
        return reckon_last(scope, found, by)
    if scope.account.time == "max":
        return reckon_max(scope, found, by)
    if scope.account.time == scope.account.places == "none":
        return reckon_survey(scope, found, by)
    return reckon(scope, found, by)


def _axes_apart(scope: Scope) -> tuple[str, ...]:
    """Axes along which this account does not add: each row is then a question of its own."""
    question, account = scope.question, scope.account
    if question.measure == "persons":
        return question.by
    levels = scope.geography.levels()
    adds_over_time = account.time == "sum"
    return tuple(
        axis
        for axis in question.by
        if axis in ("zone", "stage")
        or (axis in TIME_AXES and not adds_over_time)
        or (axis in levels and account.places != "sum")
    )


def _rows_apart(scope: Scope, found: Sorted, apart: Sequence[str], worth: Worth | None) -> Iterator[Row]:
    """Rows answered one by one; those of which nothing is known are left out.

    Persons by categories alone still partition the whole, so what is not identified is a row (ex. 21).
    """
    rows = list(_each_apart(scope, found, apart))
    yield from rows
    if worth and not any(_is_extent(scope, axis) for axis in scope.question.by):
        printed = [Amount(row.low, row.high) for row in rows if row.low is not None and row.high is not None]
        left = remaining(worth.amount, printed)
        if left is not None:
            yield Row((None,) * len(scope.question.by), left.low, left.high, ordered(left.marks))


def _each_apart(scope: Scope, found: Sorted, apart: Sequence[str]) -> Iterator[Row]:
    question = scope.question
    others = tuple(axis for axis in question.by if axis not in apart)
    for choice in product(*(_choices(scope, found, axis) for axis in apart)):
        narrowed: Question | None = question.with_(by=others)
        for axis, category in zip(apart, choice, strict=True):
            narrowed = narrowed and _narrowed(scope, narrowed, axis, category)
        if narrowed is None:
            continue
        fixed = dict(zip(apart, choice, strict=True))
        cell = [(axis, category) for axis, category in fixed.items() if not _is_extent(scope, axis)]
        result = _row_answer(narrowed, scope, cell)
        for row in result.rows if others else (Row((), result.low, result.high, result.marks),):
            if row.low is not None:
                rest = dict(zip(others, row.key, strict=True))
                yield replace(row, key=tuple(fixed[a] if a in fixed else rest[a] for a in question.by))


def _is_extent(scope: Scope, axis: str) -> bool:
    return not is_category(axis, scope.geography.levels())


def _row_answer(question: Question, scope: Scope, cell: Iterable[tuple[str, str]]) -> Answer:
    cell = cell_of(cell)
    if not cell:
        return _figure(question, scope.fetcher, with_sources=False)
    inner = resolve(question, scope.fetcher)
    inner = replace(inner, selection=inner.selection.within(cell=cell))
    found = sort_stated(inner, fetch_stated(inner))
    worth = reckon_persons(inner, found).worth
    amount = worth.amount if worth else None
    return Answer(
        amount.low if amount else None,
        amount.high if amount else None,
        scope.account.unit,
        scope.account.decimals,
        ordered(amount.marks if amount else ()),
    )


def _narrowed(scope: Scope, question: Question, axis: str, category: str) -> Question | None:
    """The question of one row; None when the row would be empty."""
    if axis in TIME_AXES:
        start = question.start or scope.fetcher.first_day(scope.selection) or question.end
        kept = [s for s in steps(axis, start, question.end) if s[0] and label(axis, s[0]) == category]
        if not kept:
            return None
        return question.with_(start=kept[0][0], end=kept[0][1])
    if axis == "stage":
        return question.with_(stage=category)
    if axis == "about":
        return question.with_(about=category)
    if axis == "account":
        return question.with_(accounts=(category,))
    if _is_extent(scope, axis):
        leaves = scope.geography.leaves((category, scope.division))
        asked = scope.geography.leaves((question.place or "", scope.division))
        return question.with_(place=category, division=scope.division or None) if leaves <= asked else None
    return question


def _choices(scope: Scope, found: Sorted, axis: str) -> list[str]:
    """The categories that rows of an axis may have."""
    question, geography = scope.question, scope.geography
    if axis in TIME_AXES:
        start = question.start or scope.fetcher.first_day(scope.selection) or question.end
        cut = steps(axis, start, question.end)
        if len(cut) > MOST_STEPS:
            raise QuestionError("question_too_fine", most=MOST_STEPS)
        return [label(axis, end) for _, end in cut]
    if axis == "stage":
        return list(STAGES)
    if axis == "zone":
        return sorted(geography.zones)
    if axis == "account":
        keys = {account_row(scope, key) for key in scope.selection.accounts}
        return sorted(key for key in keys if key is not None)
    if axis in geography.levels():
        return sorted(set(geography.at_level(axis, scope.division).values()))
    return _categories(scope, found, axis)


def _categories(scope: Scope, found: Sorted, axis: str) -> list[str]:
    """The parts, or the categories of an axis, that occur in the scope."""
    slot = (scope.question.start, scope.question.end)
    about = axis == "about"
    grouping = Grouping(slots=(slot,), about=about, axes=() if about else (axis,))
    sums = scope.fetcher.event_sums(scope.selection, grouping)
    if about:
        said = {row.about for row in sums} | {s.about for s in found.inside}
    else:
        said = {dict(row.cell).get(axis) for row in sums}
        said |= {dict(cell).get(axis) for s in found.inside for cell, _ in s.cells}
    return sorted(category for category in said if category is not None)


def _rows(scope: Scope, worth: Worth | None) -> tuple[Row, ...]:
    """Rows in the order of their categories, remainders last; sub-accounts without entry are said so."""
    by = scope.question.by
    if not by:
        return ()
    rows = []
    if worth:
        rows = [_row(key, worth) for key, a in worth.rows.items() if a.high or None not in key]
    if by == ("account",):
        present = {row.key[0] for row in rows}
        keys = {account_row(scope, key) for key in scope.selection.accounts}
        rows += [Row((key,), None, None) for key in keys - present if key is not None]
    return tuple(sorted(rows, key=lambda row: tuple((c is None, c or "") for c in row.key)))


def _row(key: Key, worth: Worth) -> Row:
    amount = worth.rows[key]
    marks: set[Mark] = set(amount.marks)
    if None in key:
        marks.add("remainder")
    return Row(key, amount.low, amount.high, ordered(marks))


def _sources(scope: Scope, found: Sorted, reckoned: Reckoned) -> tuple[str, ...]:
    """Every source of what was counted: of all that lies inside, or only of the statements that answer."""
    claims = [*reckoned.used, *(c for d in found.derivations for c in d.cumulative)]
    sources = {claim.source for claim in claims if claim.source is not None}
    if scope.question.measure == "persons" or scope.account.time in ("sum", "max"):
        sources |= scope.fetcher.sources(scope.selection)
    return tuple(sorted(sources))


def _claims(scope: Scope, found: Sorted, reckoned: Reckoned) -> tuple[Claim, ...]:
    """The statements that count, a derived one standing as the cumulative claims it comes from."""
    derived = {s.entry for d in found.derivations for s in d.statements}
    stated = [s for s in reckoned.used if s.entry not in derived]
    stated += [c for d in found.derivations for c in d.cumulative if c not in stated]
    stock = scope.account.time == "last"
    return tuple(
        Claim(
            entry=s.entry,
            value=s.total,
            source=s.source,
            place=s.place,
            start=s.start,
            end=s.end,
            printed=s.printed,
            qualifier=s.qualifier,
            age=(scope.question.end - s.end).days if stock else None,
            outermost=s.entry in reckoned.outermost,
        )
        for s in sorted(stated, key=lambda s: s.entry)
    )
