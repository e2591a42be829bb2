"""What holds of any ledger."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from jalon.core.figures import (
    Account,
    Act,
    Answer,
    Entry,
    Ledger,
    MemoryFetcher,
    Question,
    QuestionError,
    answer,
    dump,
    load,
    merge,
)
from tests.core.figures.small import HALVES, INSTANT, YEAR, asking, entries, entry, ledger, questions
from tests.flows.ledger import drawn

AXES = [("sex",), ("commune",), ("semester",), ("about",), ("commune", "sex"), ("semester", "commune", "sex")]


def figure(found: Answer) -> tuple[object, ...]:
    return (found.low, found.high, found.marks, found.rows)


@given(entries(broken_down=True), questions, st.sampled_from(AXES))
@settings(max_examples=250)
def test_cells_partition_totals(found: list[Entry], question: Question, by: tuple[str, ...]) -> None:
    result = answer(question.with_(by=by), MemoryFetcher(ledger(found)))

    assert len({row.key for row in result.rows}) == len(result.rows)
    if result.low is None:
        assert result.rows == ()
    else:
        assert sum(row.low for row in result.rows) <= result.high
        assert sum(row.high for row in result.rows) >= result.low
        if result.low == result.high and "contradiction" not in result.marks:
            exact = [row for row in result.rows if "interval" not in row.marks]
            assert len(exact) < len(result.rows) or sum(row.low for row in exact) == result.low


@given(entries(broken_down=True), questions, st.sampled_from(AXES))
@settings(max_examples=100)
def test_breakdown_does_not_change_the_figure(
    found: list[Entry], question: Question, by: tuple[str, ...]
) -> None:
    fetcher = MemoryFetcher(ledger(found))

    whole, broken = answer(question, fetcher), answer(question.with_(by=by), fetcher)

    assert (whole.low, whole.high, whole.marks) == (broken.low, broken.high, broken.marks)


@given(entries(), entries(), questions)
@settings(max_examples=100)
def test_later_knowledge_changes_no_earlier_answer(
    known: list[Entry], later: list[Entry], question: Question
) -> None:
    after = INSTANT + timedelta(days=1)
    late = [replace(e, key=f"late-{e.key}", known_at=after) for e in later]
    acts = [Act("withdraw", e.key, "u1", INSTANT, after) for e in known[:1]]
    acts += [Act("set_aside", e.key, "u1", INSTANT, after) for e in known[1:2]]

    before = answer(question.with_(as_of=INSTANT), MemoryFetcher(ledger(known)))
    then = answer(question.with_(as_of=INSTANT), MemoryFetcher(ledger([*known, *late], acts)))

    assert then == before


@given(entries(), questions)
@settings(max_examples=100)
def test_order_of_entries_does_not_matter(found: list[Entry], question: Question) -> None:
    names = {e.key: f"k{9 - n}" for n, e in enumerate(found)}
    renamed = [replace(e, key=names[e.key]) for e in found]

    one = answer(question, MemoryFetcher(ledger(found)))
    other = answer(question, MemoryFetcher(ledger(renamed)))

    assert figure(one) == figure(other)


@given(entries(broken_down=True), st.sampled_from([(), *AXES]))
@settings(max_examples=150)
def test_statement_that_agrees_changes_no_figure(found: list[Entry], by: tuple[str, ...]) -> None:
    question = asking(by=by)
    before = answer(question, MemoryFetcher(ledger(found)))
    if before.low is None or before.low != before.high or "contradiction" in before.marks:
        return
    agreeing = entry("agrees", "G", YEAR, [replace(found[0].postings[0], value=before.low, cell=())])
    if any(
        e.kind == "statement" and (e.place, e.start, e.end) == ("G", *YEAR) and e.about is None for e in found
    ):
        assert figure(answer(question, MemoryFetcher(ledger([*found, agreeing])))) == figure(before)
        return

    after = answer(question, MemoryFetcher(ledger([*found, agreeing])))

    assert figure(after) == figure(before)


@given(entries(), st.sampled_from(["a", "G"]), st.sampled_from([YEAR, *HALVES]))
@settings(max_examples=100)
def test_nothing_that_is_not_additive_is_added(
    found: list[Entry], place: str, days: tuple[date, date]
) -> None:
    survey = replace(ledger(found), accounts={"P": Account("P", "%", time="none", places="none")})

    result = answer(asking(place, days), MemoryFetcher(survey))

    exact = [
        sum(posting.value for posting in e.postings)
        for e in found
        if e.kind == "statement" and (e.place, e.start, e.end, e.about) == (place, *days, None)
    ]
    assert result.low == min(exact, default=None)
    assert result.high == max(exact, default=None)


@given(drawn.ledgers(), drawn.ledgers(), drawn.ledgers())
@settings(max_examples=40)
def test_union_of_ledgers(one: Ledger, two: Ledger, three: Ledger) -> None:
    two, three = apart(two, "2"), apart(three, "3")

    assert merge(one, one) == merge(one)
    assert merge(one, two) == merge(two, one)
    assert merge(merge(one, two), three) == merge(one, merge(two, three))


def apart(ledger: Ledger, name: str) -> Ledger:
    """The same ledger with other keys for its entries and judgements."""
    name = f"-{name}"
    acts = (
        replace(a, entry=a.entry + name, replaced_by=a.replaced_by and a.replaced_by + name)
        for a in ledger.acts
    )
    return replace(
        ledger,
        entries={key + name: replace(e, key=key + name) for key, e in ledger.entries.items()},
        acts=tuple(acts),
        judgements={key + name: replace(j, key=key + name) for key, j in ledger.judgements.items()},
    )


@given(drawn.ledgers())
@settings(max_examples=60)
def test_dump_and_load(found: Ledger) -> None:
    lines = list(dump(complete(found)))

    again = load(lines)

    assert list(dump(again)) == lines
    assert load(lines, again) == again


@given(drawn.ledgers(), drawn.questions())
@settings(max_examples=60)
def test_file_gives_the_same_answers(found: Ledger, question: Question) -> None:
    found = complete(found)

    again = load(list(dump(found)))

    assert said(question, again) == said(question, found)


def complete(found: Ledger) -> Ledger:
    """The same with a division wherever one must be said, and a version to every plan."""

    def completed(e: Entry) -> Entry:
        version = e.version or 1 if e.stage == "planned" else None
        return replace(e, division=e.division or "D2016", version=version)

    return merge(replace(found, entries={key: completed(e) for key, e in found.entries.items()}))


def said(question: Question, found: Ledger) -> Answer | str:
    try:
        return answer(question, MemoryFetcher(found))
    except QuestionError as error:
        return str(error)
