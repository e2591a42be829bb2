"""Keeping a reading, adding a proposition, judging: only added, the last verdict holds."""

import pytest
from django.db import DatabaseError, transaction

from jalon.core.reading.facts import Check, Fact, FactType, Level, Status
from jalon.records.problems import Refused
from jalon.records.reading import actions
from jalon.records.reading.models import Claim, Verdict
from jalon.records.reading.queries import review
from jalon.records.reading.states import State
from tests.factories.sources import TextFactory

pytestmark = pytest.mark.django_db

CONTENT = "En 2017, 43 personnes ont été formées, dont 19 femmes et 25 hommes."


def a_reading(version: str = "1"):
    text = TextFactory(content=CONTENT)
    total = Fact(FactType.QUANTITY, 9, 21, value=43, details={"unit": "personnes"})
    women = Fact(FactType.QUANTITY, 44, 53, value=19, details={"unit": "femmes", "sex": "F"}, of=total)
    men = Fact(FactType.QUANTITY, 57, 66, value=25, details={"unit": "hommes", "sex": "M"}, of=total)
    spans = (total.span, women.span, men.span)
    held = Check("percentage", Status.OK, Level.CERTAIN, spans[:2], "44 %")
    wrong = Check(
        "sum_sex", Status.INCONSISTENT, Level.CERTAIN, spans, "19 + 25 = 44, et non 43.", (total, women, men)
    )
    return actions.keep_reading(
        text=text, version=version, facts=[women, total, men], checks=[held, wrong], by="awa"
    )


def test_keep_reading_keeps_claims_with_their_wholes_and_alerts():
    reading = a_reading()
    found = review(reading)

    assert [(one.quote, one.published) for one in found.claims] == [
        ("43 personnes", {"value": 43, "unit": "personnes"}),
        ("19 femmes", {"value": 19, "unit": "femmes", "sex": "F"}),
        ("25 hommes", {"value": 25, "unit": "hommes", "sex": "M"}),
    ]
    total, women, men = found.claims
    assert (total.parts, women.claim.of_id) == ((women.claim.pk, men.claim.pk), total.claim.pk)
    assert [(one.alert.explanation, one.quotes) for one in found.alerts] == [
        ("19 + 25 = 44, et non 43.", ("43 personnes", "19 femmes", "25 hommes"))
    ]
    assert (reading.checks_held, found.open_claims, found.open_alerts) == (1, 3, 1)
    assert total.alerts == (found.alerts[0].alert.pk,)


def test_review_asks_a_constant_number_of_queries(django_assert_num_queries):
    reading = a_reading()
    for claim in reading.claims.all():
        actions.judge_claim(claim=claim, kind=Verdict.Kind.ACCEPTED, by="awa")
    with django_assert_num_queries(4):
        review(reading)


def test_last_verdict_holds():
    claim = a_reading().claims.get(number=2)
    corrected = {"value": 44, "unit": "personnes"}
    actions.judge_claim(claim=claim, kind=Verdict.Kind.IGNORED, by="awa", reason="Une population.")
    actions.judge_claim(claim=claim, kind=Verdict.Kind.REOPENED, by="awa")
    actions.judge_claim(claim=claim, kind=Verdict.Kind.CORRECTED, by="awa", corrected=corrected)

    held = review(claim.reading).claims[0]
    assert (held.state, held.published["value"], held.said) == (State.CORRECTED, 43, corrected)


def refusal_of(act, **given) -> str:
    with pytest.raises(Refused) as refusal:
        act(**given)
    return refusal.value.code


def test_judging_is_refused():
    claim = a_reading().claims.get(number=1)
    judge = actions.judge_claim

    assert refusal_of(judge, claim=claim, kind="ignored", by="awa", reason=" ") == "no_reason"
    assert refusal_of(judge, claim=claim, kind="reopened", by="awa") == "not_judged"
    assert refusal_of(judge, claim=claim, kind="corrected", by="awa", corrected={"currency": "XOF"}) == (
        "unknown_detail"
    )
    outside = {"value": 44, "start": 0, "end": 9000}
    assert refusal_of(judge, claim=claim, kind="corrected", by="awa", corrected=outside) == "passage_outside"
    judge(claim=claim, kind="accepted", by="awa")
    assert refusal_of(judge, claim=claim, kind="accepted", by="awa") == "already_judged"
    actions.keep_reading(text=claim.reading.text, version="2", facts=[], checks=[], by="awa")
    assert refusal_of(judge, claim=claim, kind="reopened", by="awa") == "read_again"


def test_add_claim_by_hand():
    reading = a_reading()
    claim = actions.add_claim(
        reading=reading, type="date", start=3, end=7, said={"value": "2017"}, by="boubacar"
    )

    assert (claim.number, claim.added_by, review(reading).claims[0].quote) == (4, "boubacar", "2017")
    given = {"reading": reading, "type": "date", "said": {"value": "2017"}, "by": "awa"}
    assert refusal_of(actions.add_claim, start=60, end=90, **given) == "passage_outside"


def test_what_is_read_is_sealed_in_the_database():
    claim = a_reading().claims.get(number=2)
    held = Claim.objects.extra(select={"raw": "as_published"}).values_list("raw", flat=True)

    assert Claim.objects.get(pk=claim.pk).as_published == {"value": 43, "unit": "personnes"}
    assert all("personnes" not in raw for raw in held)


def test_the_database_refuses_to_change_what_was_read_or_judged():
    claim = a_reading().claims.get(number=1)
    actions.judge_claim(claim=claim, kind="accepted", by="awa")
    for changed in (
        lambda: Claim.objects.update(start=0),
        lambda: Verdict.objects.update(kind="ignored", reason="Non."),
        lambda: claim.reading.alerts.update(kind="autre"),
        lambda: type(claim.reading).objects.update(version="0"),
    ):
        with pytest.raises(DatabaseError, match="ne se modifie pas"), transaction.atomic():
            changed()


def test_accept_many_leaves_what_is_judged(django_assert_max_num_queries):
    reading = a_reading()
    first, second, third = reading.claims.order_by("number")
    actions.judge_claim(claim=second, kind="ignored", by="awa", reason="Non.")
    with django_assert_max_num_queries(8):
        done = actions.accept_many(
            reading=reading, taken=[actions.Taken(one) for one in (first, second, third)], by="boubacar"
        )

    assert done == 2
    assert sorted(one.state for one in review(reading).claims) == ["accepted", "accepted", "ignored"]
