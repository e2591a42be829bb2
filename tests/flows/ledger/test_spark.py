"""The Spark engine, where it is installed: the spec, and the command line."""

import io
import json
import os
import shutil
from importlib.util import find_spec
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import transaction

from jalon.flows.ledger.extract import write_extract
from jalon.flows.ledger.sql_fetcher import SqlFetcher
from jalon.flows.ledger.storing import store
from tests.spec.notation import asked, ledger, paragraphs
from tests.spec.test_spec import SECTIONS

pytestmark = [pytest.mark.slow, pytest.mark.django_db]
# Spark takes about a second a query: some paragraphs by day, all of them with JALON_HYPOTHESIS=night.
NIGHT = os.environ.get("JALON_HYPOTHESIS") == "night"
QUESTION = {"accounts": ["P"], "from": "2017-01-01", "to": "2017-12-31", "by": ["commune", "sex"]}
LINE = {
    "entry": "e1", "account": "P", "kind": "event", "stage": "achieved", "on": "2017-03-12", "place": "a",
    "division": "D2016", "postings": [{"value": "8", "sex": "F"}, {"value": "12", "sex": "M"}],
    "known_at": "2017-03-13T08:00:00Z",
}  # fmt: skip
ACT = {"act": "approve", "entry": "e1", "by": "u1", "known_at": "2017-03-13T08:00:00Z"}


@pytest.fixture(autouse=True)
def spark() -> None:
    if find_spec("pyspark") is None or shutil.which("java") is None:
        pytest.skip("moteur Spark absent : l’installer avec ./jalon setup spark (Java et pyspark)")


def test_spec_on_spark(tmp_path: Path) -> None:
    from jalon.flows.ledger.spark import SparkRunner  # noqa: PLC0415 (an extra that may be absent)

    every = [paragraph for section in SECTIONS for paragraph in paragraphs(section)]
    different = []
    for number, paragraph in enumerate(every[:: 1 if NIGHT else 12]):
        folder = tmp_path / str(number)
        with transaction.atomic():
            store(ledger(paragraph.lines), title="spec")
            write_extract(folder)
            transaction.set_rollback(True)
        fetcher = SqlFetcher(SparkRunner(folder))
        answers = [(question, asked(question, fetcher)) for question, _ in paragraph.cases]
        if answers != paragraph.cases:
            different.append((paragraph.title, answers, paragraph.cases))

    assert different == []


def test_figures_by_spark_are_those_of_the_database() -> None:
    store(ledger([LINE, ACT]), title="essai")

    found = {engine: io.StringIO() for engine in ("spark", "database")}
    for engine, out in found.items():
        call_command("figures", "--json", json.dumps(QUESTION), "--engine", engine, stdout=out)

    assert json.loads(found["spark"].getvalue())["low"] == "20"
    assert found["spark"].getvalue() == found["database"].getvalue()
