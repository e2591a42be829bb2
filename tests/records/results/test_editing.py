"""Changing a framework in preparation: what is refused, what stays, what is told."""

import datetime

import pytest

from jalon.records.ledger import actions as ledger
from jalon.records.ledger.models import Account, Entry
from jalon.records.problems import Refused
from jalon.records.results import actions
from jalon.records.results.models import IndicatorSheet, ResultNode, ResultWording
from jalon.records.trail.models import TrailEvent
from tests.factories.ledger import AccountFactory, EntryFactory
from tests.factories.results import LevelFactory, ResultFactory, RevisionFactory, SheetFactory

pytestmark = pytest.mark.django_db
DAY = datetime.date(2017, 4, 15)


def adopt(revision):
    return actions.adopt(revision=revision, on=DAY, decision="Décision", by="awa")


def refusal(do, **given) -> str:
    with pytest.raises(Refused) as refused:
        do(**given)
    return refused.value.code


def test_only_one_revision_is_in_preparation():
    revision = RevisionFactory()

    assert refusal(actions.open_revision, programme=revision.programme, by="awa") == "revision_in_preparation"


def test_discard_keeps_identities_and_entries():
    first = RevisionFactory()
    sheet = SheetFactory(revision=first, node=ResultFactory(revision=first).node)
    EntryFactory(account=sheet.account)
    adopt(first)
    second = actions.open_revision(programme=first.programme, by="awa")

    actions.discard_revision(revision=second, by="awa")

    counts = (ResultNode, ResultWording, IndicatorSheet, Account, Entry)
    assert [model.objects.count() for model in counts] == [1, 1, 1, 1, 1]
    assert refusal(actions.discard_revision, revision=first, by="awa") == "revision_adopted"


def test_level_is_named_again_until_adopted():
    revision = RevisionFactory()
    level = LevelFactory(programme=revision.programme, code="R", label="Resultat")

    actions.name_level(programme=revision.programme, code="R", label="Résultat", depth=2, by="awa")
    level.refresh_from_db()
    assert level.label == "Résultat"

    ResultFactory(revision=revision, level=level)
    assert refusal(actions.remove_level, level=level, by="awa") == "level_used"
    adopt(revision)
    given = {"programme": revision.programme, "code": "R", "label": "Autre", "depth": 1}
    assert refusal(actions.name_level, **given) == "level_adopted"


def test_result_refuses_the_code_of_another_and_to_come_under_itself():
    revision = RevisionFactory()
    top = ResultFactory(revision=revision, code="OG")
    below = ResultFactory(revision=revision, level=top.level, code="OS", parent=top.node)
    given = {"revision": revision, "level": top.level, "statement": "…"}

    assert refusal(actions.word_result, **given, code="OG") == "result_code_twice"
    assert (
        refusal(actions.word_result, **given, code="OG", node=top.node, parent=below.node) == "under_itself"
    )
    assert refusal(actions.word_result, **given, code="OG", node=top.node, parent=top.node) == "under_itself"


def test_result_is_removed_from_one_revision_only_and_when_nothing_hangs_on_it():
    first = RevisionFactory()
    wording = ResultFactory(revision=first)
    SheetFactory(revision=first, node=wording.node)
    adopt(first)
    second = actions.open_revision(programme=first.programme, by="awa")
    copy = second.results.get()

    assert refusal(actions.remove_result, wording=copy, by="awa") == "result_holds"
    actions.remove_indicator(sheet=second.indicators.get(), by="awa")
    actions.remove_result(wording=copy, by="awa")

    assert (first.results.count(), second.results.count()) == (1, 0)
    assert refusal(actions.remove_result, wording=wording, by="awa") == "revision_adopted"


def test_indicator_removed_comes_back_on_the_same_account_with_its_entries():
    first = RevisionFactory()
    sheet = SheetFactory(revision=first)
    EntryFactory(account=sheet.account)
    adopt(first)
    second = actions.open_revision(programme=first.programme, by="awa")

    actions.remove_indicator(sheet=second.indicators.get(), by="awa")
    actions.describe_indicator(revision=second, account=sheet.account, code="1.1", label="Revenu")

    assert second.indicators.get().account.entries.count() == 1


def test_indicator_refuses_the_code_of_another():
    sheet = SheetFactory(code="1.1")
    other = AccountFactory(programme=sheet.revision.programme)

    code = refusal(
        actions.describe_indicator, revision=sheet.revision, account=other, code="1.1", label="Autre"
    )

    assert code == "indicator_code_twice"


def test_adoption_renames_the_account_that_was_named_as_before():
    first = RevisionFactory()
    account = AccountFactory(programme=first.programme, label="Jeunes formes")
    kept = AccountFactory(programme=first.programme, label="Nom à part")
    SheetFactory(revision=first, account=account, label="Jeunes formes")
    SheetFactory(revision=first, account=kept, label="Autre nom")
    adopt(first)
    second = actions.open_revision(programme=first.programme, by="awa")
    for one in (account, kept):
        actions.describe_indicator(revision=second, account=one, code=one.uid[:20], label="Jeunes formés")

    before = Account.objects.get(pk=account.pk).label
    adopt(second)

    labels = [Account.objects.get(pk=one.pk).label for one in (account, kept)]
    assert (before, labels) == ("Jeunes formes", ["Jeunes formés", "Nom à part"])


def test_counting_changes_only_without_entries():
    account = AccountFactory()
    given = {"account": account, "unit": "person", "decimals": 0, "places": "sum", "by": "awa"}

    ledger.change_counting(**given, time="last")
    EntryFactory(account=account)

    assert refusal(ledger.change_counting, **given, time="sum") == "account_has_entries"
    ledger.change_counting(**given, time="last", unit_label="jeunes")
    assert Account.objects.get().unit_label == "jeunes"
    assert TrailEvent.objects.filter(verb="account.counting").count() == 1


def test_ratio_has_two_terms_that_are_counted():
    top, bottom = AccountFactory(), AccountFactory()
    ratio = AccountFactory(unit="%", time="none", places="none", numerator=top, denominator=bottom)

    assert refusal(AccountFactory, numerator=top) == "half_a_ratio"
    assert refusal(AccountFactory, numerator=top, denominator=ratio) == "ratio_of_ratios"
    given = {"unit": "%", "decimals": 0, "time": "none", "places": "none", "by": "awa"}
    assert (
        refusal(ledger.change_counting, account=top, numerator=top, denominator=bottom, **given)
        == "ratio_of_itself"
    )
