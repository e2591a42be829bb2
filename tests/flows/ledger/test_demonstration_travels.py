"""The demonstration dumped and loaded elsewhere gives the same figures."""

from datetime import date
from pathlib import Path

import pytest
from django.db import transaction
from django.test import override_settings

from jalon.core.figures import Answer, Fetcher, Question, QuestionError, answer
from jalon.core.figures import load as load_lines
from jalon.flows.demonstration.content import read_content
from jalon.flows.demonstration.loading import load as load_demonstration
from jalon.flows.ledger import exchange
from jalon.flows.ledger.runners import DjangoRunner
from jalon.flows.ledger.sql_fetcher import SqlFetcher
from jalon.flows.ledger.storing import store

pytestmark = pytest.mark.django_db


def figures(fetcher: Fetcher, accounts: list[str]) -> list[Answer | str]:
    return [
        said(fetcher, Question((account,), stage, None, date(2026, 11, 1), measure=measure))
        for account in accounts
        for stage, measure in (("achieved", "value"), ("planned", "value"), ("achieved", "rate"))
    ]


def said(fetcher: Fetcher, question: Question) -> Answer | str:
    try:
        return answer(question, fetcher)
    except QuestionError as error:
        return str(error)


def test_demonstration_travels_with_its_figures(tmp_path: Path) -> None:
    content = read_content()
    accounts = [account.key for account in content.accounts]
    with override_settings(MEDIA_ROOT=tmp_path), transaction.atomic():
        load_demonstration(content)
        lines = list(exchange.dumped())
        here = figures(SqlFetcher(DjangoRunner()), accounts)
        transaction.set_rollback(True)

    store(load_lines(lines), title="démonstration")

    assert figures(SqlFetcher(DjangoRunner()), accounts) == here
    assert list(exchange.dumped()) == lines
