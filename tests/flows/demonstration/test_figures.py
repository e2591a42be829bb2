"""What the ledger answers on the demonstration: its marks are where they were meant, and nowhere else."""

from datetime import UTC, date, datetime

import pytest
from django.db import transaction
from django.test import override_settings

from jalon.core.figures.answer import Answer
from jalon.core.figures.arithmetic import answer
from jalon.core.figures.memory import MemoryFetcher
from jalon.core.figures.question import Question
from jalon.flows.demonstration.content import Content, read_content
from jalon.flows.demonstration.loading import load
from jalon.flows.ledger.runners import DjangoRunner
from jalon.flows.ledger.snapshot import snapshot

TODAY = date(2026, 11, 1)


pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def content() -> Content:
    return read_content()


@pytest.fixture(scope="module")
def fetcher(django_db_setup, django_db_blocker, tmp_path_factory, content: Content) -> MemoryFetcher:
    """The whole demonstration, loaded once, read into memory, and rolled back."""
    media = override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("media"))
    with media, django_db_blocker.unblock(), transaction.atomic():
        load(content)
        loaded = MemoryFetcher(snapshot(DjangoRunner()))
        transaction.set_rollback(True)
    return loaded


def ask(fetcher: MemoryFetcher, account: str, **changes: object) -> Answer:
    asked = Question(accounts=(account,), stage="achieved", start=None, end=TODAY)
    return answer(asked.with_(**changes), fetcher)


def test_every_account_with_an_achievement_is_one_number_but_the_contradiction(
    fetcher: MemoryFetcher, content: Content
):
    answers = {account.key: ask(fetcher, account.key) for account in content.accounts}

    assert {key for key, one in answers.items() if one.low != one.high} == {"mli1088.premiers-secours"}
    assert {key for key, one in answers.items() if "contradiction" in one.marks} == {
        "mli1088.premiers-secours"
    }
    assert (answers["mli1088.premiers-secours"].low, answers["mli1088.premiers-secours"].high) == (24, 26)


def test_farms_of_2024_are_derived_from_two_cumulative_totals(fetcher: MemoryFetcher):
    found = ask(
        fetcher,
        "drsa.exploitations",
        start=date(2024, 1, 1),
        end=date(2024, 12, 31),
        by=("region",),
    )

    assert (found.low, found.high, found.marks) == (1040, 1040, ("remainder", "derived"))
    assert [(row.key, row.low) for row in found.rows] == [
        (("region-segou",), 600),
        (("region-sikasso",), 380),
        ((None,), 60),
    ]


def test_training_sessions_leave_five_persons_unplaced(fetcher: MemoryFetcher):
    found = ask(fetcher, "mli1088.formes-citoyennete", end=date(2017, 12, 31), by=("commune",))

    assert [(row.key, row.low) for row in found.rows] == [
        (("commune-dire",), 11),
        (("commune-douekire",), 9),
        (("commune-goundam",), 12),
        (("commune-sareyamou",), 6),
        ((None,), 5),
    ]


def test_correction_changes_the_session_once_approved(fetcher: MemoryFetcher):
    asked = {"end": date(2017, 12, 31), "place": "commune-dire", "division": "ML-2016"}
    days = (6, 13, 15)
    found = [
        ask(fetcher, "mli1088.formes-citoyennete", **asked, as_of=datetime(2018, 2, day, tzinfo=UTC)).low
        for day in days
    ]

    assert found == [None, 13, 11]


def test_contributions_keep_zero_and_leave_unknown_unknown(fetcher: MemoryFetcher):
    funders = ("contributions", "contribution-luxembourg", "contribution-ue", "contribution-mali")
    found = [ask(fetcher, f"mli801.{funder}", stage="planned") for funder in funders]

    assert [one.low for one in found] == [500_000_000, 0, 500_000_000, None]


def test_field_visit_takes_the_version_in_force(fetcher: MemoryFetcher):
    asked = {"stage": "planned", "end": date(2024, 12, 31)}

    assert ask(fetcher, "frs.mission-personnes", **asked).low == 7
    assert ask(fetcher, "frs.mission-personnes", **asked, version="initial").low == 3
