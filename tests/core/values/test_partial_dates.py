"""Days of reduced precision."""

from datetime import date

import pytest

from jalon.core.values.errors import ProblemCode, ValueProblem
from jalon.core.values.partial_dates import (
    format_partial,
    months_until,
    parse_partial,
    partial_period,
    partial_span,
)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("", ""),
        ("2013", "2013"),
        ("2013-05", "mai 2013"),
        ("2013-05-23", "23 mai 2013"),
        ("2020-03-01", "1er mars 2020"),
    ],
)
def test_format_keeps_the_precision(text, printed):
    assert format_partial(text) == printed


def test_month_means_all_its_days():
    period = partial_period("2024-02")

    assert (period.start, period.end) == (date(2024, 2, 1), date(2024, 2, 29))


def test_may_2013_to_april_2015_counts_24_months():
    assert partial_span("2013-05", "2015-04").month_count == 24


def test_span_without_a_start_is_none():
    assert partial_span("", "2024-12") is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2013-02-31", ProblemCode.DATE_IMPOSSIBLE),
        ("2013-13", ProblemCode.MONTH_IMPOSSIBLE),
        ("mai 2013", ProblemCode.DATE_UNREADABLE),
        ("13-05", ProblemCode.DATE_UNREADABLE),
        ("2013-05-01-01", ProblemCode.DATE_UNREADABLE),
    ],
)
def test_nonsense_is_refused(text, code):
    with pytest.raises(ValueProblem) as problem:
        partial_period(text)

    assert problem.value.code is code


@pytest.mark.parametrize(("end", "months"), [("2025-06", 6), ("2024-12", 0), ("2024-11-30", -1), ("", None)])
def test_months_until(end, months):
    assert months_until(date(2024, 12, 5), end) == months


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("", ""),
        (" 2013 ", "2013"),
        ("année 2013", "2013"),
        ("mai 2013", "2013-05"),
        ("05/2013", "2013-05"),
        ("5.2013", "2013-05"),
        ("2013-05", "2013-05"),
        ("23 mai 2013", "2013-05-23"),
        ("23/05/2013", "2013-05-23"),
        ("1er mars 2020", "2020-03-01"),
        ("2013-05-23", "2013-05-23"),
    ],
)
def test_parse_partial_keeps_the_precision_written(text, iso):
    assert parse_partial(text) == iso


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("31 février 2024", ProblemCode.DATE_IMPOSSIBLE),
        ("2024-02-31", ProblemCode.DATE_IMPOSSIBLE),
        ("13/2013", ProblemCode.MONTH_IMPOSSIBLE),
        ("mars", ProblemCode.YEAR_MISSING),
        ("1er trimestre 2017", ProblemCode.DATE_UNREADABLE),
        ("2013 – 2015", ProblemCode.DATE_UNREADABLE),
        ("bientôt", ProblemCode.DATE_UNREADABLE),
    ],
)
def test_parse_partial_refuses_what_is_not_a_day_a_month_or_a_year(text, code):
    with pytest.raises(ValueProblem) as problem:
        parse_partial(text)

    assert problem.value.code == code


def test_parse_partial_reads_what_is_printed_back():
    for iso in ("2013", "2013-05", "2013-05-23"):
        assert parse_partial(format_partial(iso)) == iso
