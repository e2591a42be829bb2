"""Dates, periods and durations: read, refused, printed, cut into months, quarters, semesters and years."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jalon.core.values import (
    Duration,
    Period,
    Precision,
    ProblemCode,
    Qualifier,
    ValueProblem,
    add_duration,
    format_date,
    format_day_and_month,
    format_duration,
    format_period,
    parse_date,
    parse_duration,
    parse_period,
    parse_when,
)

DAY, MONTH, QUARTER, SEMESTER, YEAR, DURATION = Precision

DATES = [
    ("21 juin 2024", "2024-06-21"),
    ("21 Juin 2024", "2024-06-21"),
    ("le 21 juin 2024", "2024-06-21"),
    ("1er mars 2020", "2020-03-01"),
    ("01 mars 2020", "2020-03-01"),
    ("1er\noctobre 2017", "2017-10-01"),
    ("jeudi 5 décembre 2024", "2024-12-05"),
    ("Jeudi, 5 decembre 2024", "2024-12-05"),
    ("15 sept. 2017", "2017-09-15"),
    ("3 août 2017", "2017-08-03"),
    ("3 AOUT 2017", "2017-08-03"),
    ("14.04.2015", "2015-04-14"),
    ("21/06/2024", "2024-06-21"),
    ("1/6/2024", "2024-06-01"),
    ("21-06-2024", "2024-06-21"),
    ("2024-06-21", "2024-06-21"),
    ("29 février 2024", "2024-02-29"),
]


@pytest.mark.parametrize(("text", "iso"), DATES)
def test_parse_date_reads(text: str, iso: str) -> None:
    assert parse_date(text) == date.fromisoformat(iso)


def test_parse_date_year_of_the_context() -> None:
    assert parse_date("1er mars", year=2020) == date(2020, 3, 1)


REFUSED_DATES = [
    ("31 février 2024", ProblemCode.DATE_IMPOSSIBLE),
    ("29 février 2023", ProblemCode.DATE_IMPOSSIBLE),
    ("31/04/2024", ProblemCode.DATE_IMPOSSIBLE),
    ("0 mai 2024", ProblemCode.DATE_IMPOSSIBLE),
    ("06/21/2024", ProblemCode.MONTH_IMPOSSIBLE),
    ("00/00/0000", ProblemCode.MONTH_IMPOSSIBLE),
    ("1er mars", ProblemCode.YEAR_MISSING),
    ("21/06/24", ProblemCode.YEAR_SHORT),
    ("21 juin 24", ProblemCode.YEAR_SHORT),
    ("21 juin 1024", ProblemCode.YEAR_UNLIKELY),
    ("31 décembre 9999", ProblemCode.YEAR_UNLIKELY),
    ("vendredi 5 décembre 2024", ProblemCode.WEEKDAY_DIFFERS),
    ("", ProblemCode.DATE_UNREADABLE),
    ("sept unions", ProblemCode.DATE_UNREADABLE),
    ("53,44", ProblemCode.DATE_UNREADABLE),
    ("juin 2024", ProblemCode.DATE_UNREADABLE),
    ("21.06-2024", ProblemCode.DATE_UNREADABLE),
    ("65 66 98 68", ProblemCode.DATE_UNREADABLE),
]


@pytest.mark.parametrize(("text", "code"), REFUSED_DATES)
def test_parse_date_refuses(text: str, code: ProblemCode) -> None:
    with pytest.raises(ValueProblem) as caught:
        parse_date(text)
    assert caught.value.code is code


def test_parse_date_weekday_says_the_right_one() -> None:
    with pytest.raises(ValueProblem) as caught:
        parse_date("vendredi 5 décembre 2024")
    assert str(caught.value) == (
        "« vendredi 5 décembre 2024 » : le 5 décembre 2024 est un jeudi, pas un vendredi. "
        "Corrigez le jour de la semaine ou la date."
    )


PERIODS = [
    ("21 juin 2024", "2024-06-21", "2024-06-21", DAY),
    ("Mai 2013", "2013-05-01", "2013-05-31", MONTH),
    ("au mois de mars 2024", "2024-03-01", "2024-03-31", MONTH),
    ("Mai 2013 - Avril 2015", "2013-05-01", "2015-04-30", MONTH),
    ("Mai 2013 – Avril 2015", "2013-05-01", "2015-04-30", MONTH),
    ("mai 2013-avril 2015", "2013-05-01", "2015-04-30", MONTH),
    ("mars-avril 2017", "2017-03-01", "2017-04-30", MONTH),
    ("Avril – Mai -Juin 2018", "2018-04-01", "2018-06-30", MONTH),
    ("Oct. – Nov. – Déc. 2017", "2017-10-01", "2017-12-31", MONTH),
    ("de mars à juillet 2017", "2017-03-01", "2017-07-31", MONTH),
    ("de mars à Juillet 2017", "2017-03-01", "2017-07-31", MONTH),
    ("novembre 2016 à février 2017", "2016-11-01", "2017-02-28", MONTH),
    ("entre mars et mai 2020", "2020-03-01", "2020-05-31", MONTH),
    ("du 17 au 19 octobre 2023", "2023-10-17", "2023-10-19", DAY),
    ("17 au 19 octobre 2023", "2023-10-17", "2023-10-19", DAY),
    ("17-19 octobre 2023", "2023-10-17", "2023-10-19", DAY),
    ("la période du 22 au 26 juillet 2024", "2024-07-22", "2024-07-26", DAY),
    ("du 28 septembre au 2 octobre 2023", "2023-09-28", "2023-10-02", DAY),
    ("du 1er mars 2020 au 31 décembre 2021", "2020-03-01", "2021-12-31", DAY),
    ("du 01/03/2020 au 31/12/2021", "2020-03-01", "2021-12-31", DAY),
    ("du lundi 13 au vendredi 17 novembre 2017", "2017-11-13", "2017-11-17", DAY),
    ("24, 25 et 26 juin 2022", "2022-06-24", "2022-06-26", DAY),
    ("les 12,13 et 14 octobre 2023", "2023-10-12", "2023-10-14", DAY),
    ("1er et 2 mars 2020", "2020-03-01", "2020-03-02", DAY),
    ("de mai 2013 au 14 avril 2015", "2013-05-01", "2015-04-14", DAY),
    ("exercice 2023", "2023-01-01", "2023-12-31", YEAR),
    ("l'an 2017", "2017-01-01", "2017-12-31", YEAR),
    ("l’année 2017", "2017-01-01", "2017-12-31", YEAR),
    ("en 2012", "2012-01-01", "2012-12-31", YEAR),
    ("2017", "2017-01-01", "2017-12-31", YEAR),
    ("2017-2021", "2017-01-01", "2021-12-31", YEAR),
    ("2018/2019", "2018-01-01", "2019-12-31", YEAR),
    ("de 2017 à 2021", "2017-01-01", "2021-12-31", YEAR),
    ("exercice 2016-2017", "2016-01-01", "2017-12-31", YEAR),
    ("premier semestre 2025", "2025-01-01", "2025-06-30", SEMESTER),
    ("second semestre de l'année 2024", "2024-07-01", "2024-12-31", SEMESTER),
    ("S1 2025", "2025-01-01", "2025-06-30", SEMESTER),
    ("1er trimestre 2017", "2017-01-01", "2017-03-31", QUARTER),
    ("quatrième trimestre de 2017", "2017-10-01", "2017-12-31", QUARTER),
    ("trimestre 2 2017", "2017-04-01", "2017-06-30", QUARTER),
    ("T1 2017", "2017-01-01", "2017-03-31", QUARTER),
    ("T1-2017", "2017-01-01", "2017-03-31", QUARTER),
    ("2017-T3", "2017-07-01", "2017-09-30", QUARTER),
    ("T1-T2 2017", "2017-01-01", "2017-06-30", QUARTER),
    ("du premier au troisième trimestre 2017", "2017-01-01", "2017-09-30", QUARTER),
]


@pytest.mark.parametrize(("text", "start", "end", "precision"), PERIODS, ids=[row[0] for row in PERIODS])
def test_parse_period_reads(text: str, start: str, end: str, precision: Precision) -> None:
    assert parse_period(text) == Period(date.fromisoformat(start), date.fromisoformat(end), precision)


def test_parse_period_year_of_the_context() -> None:
    assert parse_period("du 15 au 30 septembre", year=2017) == Period(date(2017, 9, 15), date(2017, 9, 30))
    assert parse_period("mars", year=2024) == Period.of_month(2024, 3)
    assert parse_period("T2", year=2024) == Period.of_quarter(2024, 2)


REFUSED_PERIODS = [
    ("du 19 au 17 octobre 2023", ProblemCode.PERIOD_REVERSED),
    ("avril 2015 - mai 2013", ProblemCode.PERIOD_REVERSED),
    ("de novembre à février 2017", ProblemCode.PERIOD_REVERSED),
    ("2021-2017", ProblemCode.PERIOD_REVERSED),
    ("du 30 au 31 février 2024", ProblemCode.DATE_IMPOSSIBLE),
    ("12 et 15 mai 2023", ProblemCode.PERIOD_WITH_GAPS),
    ("avril, mai et juillet 2018", ProblemCode.PERIOD_WITH_GAPS),
    ("T5 2017", ProblemCode.PART_IMPOSSIBLE),
    ("3e semestre 2017", ProblemCode.PART_IMPOSSIBLE),
    ("mars", ProblemCode.YEAR_MISSING),
    ("T1", ProblemCode.YEAR_MISSING),
    ("du 1er mars 2020 au 31 décembre", ProblemCode.YEAR_MISSING),
    ("mars - 2017", ProblemCode.YEAR_MISSING),
    ("vendredi 5 décembre 2024", ProblemCode.WEEKDAY_DIFFERS),
    ("17 - 2017", ProblemCode.PERIOD_UNREADABLE),
    ("", ProblemCode.PERIOD_UNREADABLE),
    ("21 juin 2024 au ministère", ProblemCode.PERIOD_UNREADABLE),
    ("sept unions", ProblemCode.PERIOD_UNREADABLE),
    ("2 173", ProblemCode.PERIOD_UNREADABLE),
    ("9999", ProblemCode.PERIOD_UNREADABLE),
    ("6 mois", ProblemCode.PERIOD_UNREADABLE),
]


@pytest.mark.parametrize(("text", "code"), REFUSED_PERIODS)
def test_parse_period_refuses(text: str, code: ProblemCode) -> None:
    with pytest.raises(ValueProblem) as caught:
        parse_period(text)
    assert caught.value.code is code


def test_period_cannot_be_built_wrong() -> None:
    for start, end, precision, code in (
        (date(2024, 6, 21), date(2024, 6, 20), DAY, ProblemCode.PERIOD_REVERSED),
        (date(2017, 1, 1), date(2017, 1, 30), MONTH, ProblemCode.PERIOD_UNALIGNED),
        (date(2017, 2, 1), date(2017, 4, 30), QUARTER, ProblemCode.PERIOD_UNALIGNED),
        (date(2017, 4, 1), date(2018, 3, 31), YEAR, ProblemCode.PERIOD_UNALIGNED),
        (date(204, 6, 21), date(2024, 6, 21), DAY, ProblemCode.YEAR_UNLIKELY),
        (date(2024, 6, 21), date(9999, 12, 31), DAY, ProblemCode.YEAR_UNLIKELY),
    ):
        with pytest.raises(ValueProblem) as caught:
            Period(start, end, precision)
        assert caught.value.code is code


PRINTED = [
    (Period.of_day(date(2024, 6, 21)), "21 juin 2024"),
    (Period(date(2023, 10, 17), date(2023, 10, 19)), "du 17 au 19 octobre 2023"),
    (Period(date(2023, 10, 1), date(2023, 10, 19)), "du 1er au 19 octobre 2023"),
    (Period(date(2023, 9, 28), date(2023, 10, 2)), "du 28 septembre au 2 octobre 2023"),
    (Period(date(2020, 3, 1), date(2021, 12, 31)), "du 1er mars 2020 au 31 décembre 2021"),
    (Period.of_month(2013, 5), "mai 2013"),
    (Period(date(2013, 5, 1), date(2015, 4, 30), MONTH), "mai 2013 – avril 2015"),
    (Period(date(2013, 5, 1), date(2014, 5, 31), MONTH), "mai 2013 – mai 2014"),
    (Period(date(2017, 3, 1), date(2017, 7, 31), MONTH), "mars – juillet 2017"),
    (Period.of_quarter(2017, 2), "2e trimestre 2017"),
    (Period(date(2017, 1, 1), date(2018, 6, 30), QUARTER), "1er trimestre 2017 – 2e trimestre 2018"),
    (Period.of_semester(2025, 1), "1er semestre 2025"),
    (Period.of_year(2017), "année 2017"),
    (Period(date(2017, 1, 1), date(2021, 12, 31), YEAR), "2017–2021"),
]


@pytest.mark.parametrize(("period", "text"), PRINTED, ids=[row[1] for row in PRINTED])
def test_format_period(period: Period, text: str) -> None:
    assert format_period(period) == text
    assert parse_period(text) == period


def test_format_date() -> None:
    assert format_date(date(2024, 6, 21)) == "21 juin 2024"
    assert format_date(date(2024, 12, 5), weekday=True) == "jeudi 5 décembre 2024"
    assert format_day_and_month(date(2020, 3, 1)) == "1er mars"


def test_period_units_may_2013_to_april_2015() -> None:
    period = parse_period("Mai 2013 - Avril 2015")
    assert period.month_count == 24
    assert period.months()[0] == Period.of_month(2013, 5)
    assert period.months()[-1] == Period.of_month(2015, 4)
    assert period.quarters()[0] == Period.of_quarter(2013, 2)
    assert len(period.quarters()) == 9
    assert period.semesters() == [
        Period.of_semester(2013, 1),
        Period.of_semester(2013, 2),
        Period.of_semester(2014, 1),
        Period.of_semester(2014, 2),
        Period.of_semester(2015, 1),
    ]
    assert period.years() == [Period.of_year(2013), Period.of_year(2014), Period.of_year(2015)]
    assert period.days == 730


def test_period_contains_covers_overlaps() -> None:
    year, quarter = Period.of_year(2017), Period.of_quarter(2017, 4)
    assert year.contains(date(2017, 12, 31))
    assert not year.contains(date(2018, 1, 1))
    assert year.covers(quarter)
    assert not quarter.covers(year)
    assert quarter.overlaps(Period(date(2017, 12, 31), date(2018, 3, 1)))
    assert not quarter.overlaps(Period.of_year(2018))


@pytest.mark.parametrize(
    ("end", "duration", "expected"),
    [
        (date(2024, 12, 31), Duration(months=6), date(2025, 6, 30)),
        (date(2024, 6, 30), Duration(months=6), date(2024, 12, 31)),
        (date(2015, 4, 14), Duration(months=6), date(2015, 10, 14)),
        (date(2023, 2, 28), Duration(years=1), date(2024, 2, 29)),
        (date(2024, 12, 30), Duration(days=2), date(2025, 1, 1)),
    ],
)
def test_period_extended_by(end: date, duration: Duration, expected: date) -> None:
    extended = Period(date(2013, 1, 1), end).extended_by(duration)
    assert (extended.start, extended.end) == (date(2013, 1, 1), expected)


def test_period_of_duration() -> None:
    assert Period.of_duration(date(2013, 5, 1), Duration(months=24)) == Period(
        date(2013, 5, 1), date(2015, 4, 30), DURATION
    )
    assert format_period(Period.of_duration(date(2013, 5, 23), Duration(months=18))) == (
        "du 23 mai 2013 au 22 novembre 2014"
    )


def test_add_duration_stops_at_the_last_day_of_a_month() -> None:
    assert add_duration(date(2024, 1, 31), Duration(months=1)) == date(2024, 2, 29)
    for endless in (Duration(years=9000), Duration(months=10**9), Duration(days=10**12)):
        with pytest.raises(ValueProblem) as caught:
            add_duration(date(2024, 1, 31), endless)
        assert caught.value.code is ProblemCode.YEAR_UNLIKELY


DURATIONS = [
    ("six mois", "P6M", "6\u00a0mois"),
    ("extension de six mois", "P6M", "6\u00a0mois"),
    ("une prolongation de 6 mois", "P6M", "6\u00a0mois"),
    ("23 mois", "P23M", "23\u00a0mois"),
    ("3mois", "P3M", "3\u00a0mois"),
    ("un an", "P1Y", "1\u00a0an"),
    ("trente (30) années", "P30Y", "30\u00a0ans"),
    ("deux trimestres", "P6M", "6\u00a0mois"),
    ("deux semaines", "P14D", "14\u00a0jours"),
    ("vingt et un jours", "P21D", "21\u00a0jours"),
    ("90\n      jours", "P90D", "90\u00a0jours"),
    ("2 ans et 6 mois", "P2Y6M", "2\u00a0ans et 6\u00a0mois"),
    ("1 an, 2 mois et 3 jours", "P1Y2M3D", "1\u00a0an, 2\u00a0mois et 3\u00a0jours"),
    ("1 h 30 minutes", "PT90M", "90\u00a0minutes"),
    ("plus de 4 ans", "P4Y", "au moins 4\u00a0ans"),
    ("0 jour", "P0D", "0\u00a0jour"),
]


@pytest.mark.parametrize(("text", "iso", "printed"), DURATIONS, ids=[row[0] for row in DURATIONS])
def test_parse_duration(text: str, iso: str, printed: str) -> None:
    duration = parse_duration(text)
    assert duration.iso == iso
    assert format_duration(duration) == printed
    assert parse_duration(printed) == duration


@pytest.mark.parametrize("text", ["", "mois", "1,5 an", "2017", "six", "six chats", "12 mois 12"])
def test_parse_duration_refuses(text: str) -> None:
    with pytest.raises(ValueProblem) as caught:
        parse_duration(text)
    assert caught.value.code is ProblemCode.DURATION_UNREADABLE


def test_duration_cannot_be_negative() -> None:
    with pytest.raises(ValueProblem) as caught:
        Duration(months=-1)
    assert caught.value.code is ProblemCode.DURATION_NEGATIVE


def test_parse_when_reads_periods_then_durations() -> None:
    assert parse_when("2017") == Period.of_year(2017)
    assert parse_when("extension de six mois") == Duration(months=6)
    assert parse_when("plus de 4 ans") == Duration(years=4, qualifier=Qualifier.AT_LEAST)
    for text, code in (
        ("31 février 2024", ProblemCode.DATE_IMPOSSIBLE),
        ("bientôt", ProblemCode.PERIOD_UNREADABLE),
    ):
        with pytest.raises(ValueProblem) as caught:
            parse_when(text)
        assert caught.value.code is code


DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@given(DAYS, st.booleans())
def test_format_date_then_parse_gives_the_same(day: date, weekday: bool) -> None:
    assert parse_date(format_date(day, weekday=weekday)) == day


@st.composite
def periods(draw: st.DrawFn) -> Period:
    first, last = sorted((draw(DAYS), draw(DAYS)))
    precision = draw(st.sampled_from([DAY, MONTH, QUARTER, SEMESTER, YEAR]))
    if precision is DAY:
        return Period(first, last)
    touched = Period(first, last)
    units = {
        MONTH: touched.months,
        QUARTER: touched.quarters,
        SEMESTER: touched.semesters,
        YEAR: touched.years,
    }[precision]()
    return units[0].until(units[-1])


@given(periods())
def test_format_period_then_parse_gives_the_same(period: Period) -> None:
    assert parse_period(format_period(period)) == period


@settings(max_examples=30)
@given(DAYS, DAYS)
def test_period_months_follow_each_other_and_cover_it(first: date, last: date) -> None:
    period = Period(min(first, last), max(first, last))
    for units in (period.months(), period.quarters(), period.semesters(), period.years()):
        joined = units[0].until(units[-1])
        assert joined.covers(period)
        assert sum(unit.days for unit in units) == joined.days
        assert units[0].overlaps(period)
        assert units[-1].overlaps(period)
