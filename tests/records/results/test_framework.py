"""Revisions of a framework: stable identities, adopted by a decision; entries are never touched."""

import datetime

import pytest

from jalon.records.ledger import actions as ledger
from jalon.records.ledger.models import Posting
from jalon.records.problems import Refused
from jalon.records.programmes import actions as programmes
from jalon.records.programmes.rules import Scope
from jalon.records.results import actions, queries
from jalon.records.results.models import ResultNode
from jalon.records.sources import actions as sources

pytestmark = pytest.mark.django_db
DAY = datetime.date(2017, 4, 15)
EVERYTHING = Scope(everything=True, roles={})


@pytest.fixture
def framework():
    """One adopted revision with R1 and an indicator broken down by sex."""
    programme = programmes.add_programme(kind="project", title="Projet", short_title="Projet", by="t")
    level = actions.name_level(programme=programme, code="R", label="Résultat", depth=1)
    revision = actions.open_revision(programme=programme, by="t")
    wording = actions.word_result(revision=revision, level=level, code="R1", statement="Un revenu")
    account = ledger.open_account(
        label="Jeunes", unit="person", time="sum", places="sum", programme=programme
    )
    sex = ledger.add_axis(code="sex", label="Sexe")
    actions.describe_indicator(
        revision=revision,
        account=account,
        node=wording.node,
        code="1.1",
        label="Jeunes formés",
        breakdowns=[sex],
    )
    actions.adopt(revision=revision, on=DAY, decision="Décision n° 1", by="t")
    return programme, account, sex


def test_open_revision_copies_wordings_and_sheets_on_the_same_identities(framework):
    programme, account, _sex = framework

    second = actions.open_revision(programme=programme, by="t")

    assert second.number == 2
    assert ResultNode.objects.count() == 1
    assert [wording.code for wording in second.results.all()] == ["R1"]
    assert [sheet.account for sheet in second.indicators.all()] == [account]
    assert [b.axis.code for b in second.indicators.get().breakdowns.all()] == ["sex"]


def test_revision_in_force_is_the_last_adopted_one(framework):
    programme, _account, _sex = framework
    first = programme.framework_revisions.get()
    second = actions.open_revision(programme=programme, by="t")

    assert queries.revision_in_force(programme, EVERYTHING) == first
    actions.adopt(revision=second, on=DAY, decision="Décision n° 2", by="t")
    assert queries.revision_in_force(programme, EVERYTHING) == second


def test_adopted_revision_no_longer_changes(framework):
    programme, account, _sex = framework
    revision = programme.framework_revisions.get()

    with pytest.raises(Refused) as refused:
        actions.describe_indicator(revision=revision, account=account, code="1.1", label="Autre")

    assert refused.value.code == "revision_adopted"


def test_adopt_asks_for_a_decision_and_once(framework):
    programme, _account, _sex = framework
    second = actions.open_revision(programme=programme, by="t")

    with pytest.raises(Refused) as no_decision:
        actions.adopt(revision=second, on=DAY, decision=" ", by="t")
    actions.adopt(revision=second, on=DAY, decision="Décision n° 2", by="t")
    with pytest.raises(Refused) as twice:
        actions.adopt(revision=second, on=DAY, decision="Décision n° 3", by="t")

    assert (no_decision.value.code, twice.value.code) == ("no_decision", "already_adopted")


def test_breakdown_removed_and_asked_again_touches_no_entry(framework):
    programme, account, sex = framework
    source = sources.typed(by="t")
    ledger.record(
        account=account,
        kind="event",
        stage="achieved",
        end=DAY,
        source=source,
        lines=[ledger.Line(8, {"sex": "F"}), ledger.Line(12, {"sex": "M"})],
        by="t",
    )
    before = list(Posting.objects.order_by("pk").values_list("cell__key", "value"))
    second = actions.open_revision(programme=programme, by="t")

    actions.ask_breakdowns(sheet=second.indicators.get(), axes=[])
    removed = second.indicators.get().breakdowns.count()
    actions.ask_breakdowns(sheet=second.indicators.get(), axes=[sex])

    assert removed == 0
    assert second.indicators.get().breakdowns.count() == 1
    assert list(Posting.objects.order_by("pk").values_list("cell__key", "value")) == before
