"""A question and its address are one and the same."""

import datetime

import pytest
from django.http import QueryDict

from jalon.core.figures.question import Question
from jalon.web.figures.asking import figure_href, read_question
from jalon.web.figures.words import days, step

TODAY = datetime.date(2025, 6, 30)
YEAR = Question(("p",), "achieved", datetime.date(2017, 1, 1), datetime.date(2017, 12, 31))


def read(address: str):
    return read_question("p", QueryDict(address.partition("?")[2]), today=TODAY)


@pytest.mark.parametrize(
    "question",
    [
        YEAR,
        YEAR.with_(start=None),
        YEAR.with_(place="G", division="D2016", by=("commune", "sex"), about="amss"),
        YEAR.with_(stage="planned", version=2),
        YEAR.with_(measure="persons", version="initial", drafts=True),
        YEAR.with_(as_of=datetime.datetime(2018, 1, 31, 23, 59, 59, 999999, tzinfo=datetime.UTC)),
    ],
)
def test_address_of_a_question_reads_back_as_the_question(question):
    reading = read(figure_href(question))

    assert (reading.question, reading.problems) == (question, {})


def test_empty_address_asks_what_is_achieved_since_the_start():
    assert read("?").question == Question(("p",), "achieved", None, TODAY)


def test_address_written_by_hand_takes_french_dates():
    question = read("?du=1er janvier 2017&au=31/12/2017").question

    assert (question.start, question.end) == (YEAR.start, YEAR.end)


@pytest.mark.parametrize(
    ("address", "field", "sentence"),
    [
        ("?au=31 février 2017", "au", "31 février 2017"),
        ("?etape=rêvé", "etape", "« rêvé » n’est pas proposé ici : choisir dans la liste."),
        ("?version=x", "version", "« x » n’est pas une version de plan : indiquer son numéro."),
        ("?le=hier", "le", "« hier » n’est pas une date : écrire par exemple 2024-12-05."),
        (
            "?du=2018-01-01&au=2017-01-01",
            "du",
            "La période se termine avant de commencer : corriger une des deux dates.",
        ),
    ],
)
def test_address_that_cannot_be_read_says_so_in_french(address, field, sentence):
    problems = read(address).problems

    assert list(problems) == [field]
    assert sentence in problems[field]


def test_as_of_a_day_means_its_evening():
    assert read("?le=2018-01-31").question.as_of == datetime.datetime(
        2018, 1, 31, 23, 59, 59, 999999, tzinfo=datetime.UTC
    )


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2017-01-01", "2017-12-31", "année 2017"),
        ("2017-01-01", "2017-06-30", "1er semestre 2017"),
        ("2017-04-01", "2017-06-30", "2e trimestre 2017"),
        ("2017-02-01", "2017-02-28", "février 2017"),
        (None, "2024-12-31", "depuis le début, au 31 décembre 2024"),
    ],
)
def test_days_are_named_by_what_they_fill(start, end, words):
    first = datetime.date.fromisoformat(start) if start else None

    assert days(first, datetime.date.fromisoformat(end)) == words


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("2017", "2017"),
        ("2017-S2", "2e semestre 2017"),
        ("2017-Q1", "1er trimestre 2017"),
        ("2017-09", "septembre 2017"),
    ],
)
def test_steps_of_time_read_in_french(label, words):
    assert step(label) == words
