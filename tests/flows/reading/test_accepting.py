"""Accepting in one go: as one by one, in few queries, all or nothing."""

import pytest

from jalon.flows.reading import accepting
from jalon.flows.reading.proposing import Known
from jalon.records.ledger.models import Entry, PlanVersion
from jalon.records.ledger.states import EntryState, state_of
from jalon.records.problems import Refused
from jalon.records.programmes.rules import scope_of
from jalon.records.reading.models import Verdict
from tests.factories.reading import ReadingFactory
from tests.flows.reading.reports import Report, report

pytestmark = pytest.mark.django_db
QUERIES = 45


def trained(count: int, status: str = "achieved", **programme) -> Report:
    """A report of as many years, the young people trained in each."""
    years = range(2001, 2001 + count)
    content = "\n".join(f"En {year}, {year * 2} jeunes ont été formés." for year in years)
    facts = [
        (
            "quantity",
            f"{year * 2} jeunes",
            year * 2,
            {"unit": "jeunes", "period": str(year), "status": status},
        )
        for year in years
    ]
    return report(content=content, facts=facts, **programme)


def accept(made: Report, known: Known | None = None) -> accepting.AcceptedAll:
    return accepting.accept_all(reading=made.reading, types=["quantity"], known=known or made.known, by="awa")


def test_figures_enter_with_their_passages_and_are_approved():
    made = trained(3)
    done = accept(made)

    entries = Entry.objects.order_by("start")
    assert (done.accepted, done.left) == (3, ())
    assert [(one.start.year, one.source.quote, state_of(one)) for one in entries] == [
        (2001, "4002 jeunes", EntryState.IN_FORCE),
        (2002, "4004 jeunes", EntryState.IN_FORCE),
        (2003, "4006 jeunes", EntryState.IN_FORCE),
    ]
    assert {verdict.entry for verdict in Verdict.objects.all()} == set(entries)


@pytest.mark.parametrize("figures", [3, 40])
def test_queries_do_not_grow_with_the_figures(figures: int, django_assert_num_queries):
    made = trained(figures)
    known = made.known

    with django_assert_num_queries(QUERIES):
        accept(made, known)


def test_text_read_again_meanwhile_keeps_nothing_of_what_was_entered():
    made = trained(3)
    ReadingFactory(text=made.reading.text, version="2")

    with pytest.raises(Refused) as refusal:
        accept(made)
    assert (refusal.value.code, Entry.objects.count()) == ("read_again", 0)


def test_planned_figures_open_one_plan():
    made = trained(3, status="planned")

    assert (accept(made).accepted, PlanVersion.objects.count()) == (3, 1)
    assert {one.plan_version for one in Entry.objects.all()} == {1}


def test_what_the_ledger_refuses_is_left_with_its_reason_and_opens_no_plan():
    content = "En 2017, au plus 43 jeunes à former."
    facts = [
        (
            "quantity",
            "43 jeunes",
            43,
            {"unit": "jeunes", "period": "2017", "status": "planned", "approx": "max"},
        )
    ]
    made = report(content=content, facts=facts)
    done = accept(made)

    assert [why for _claim, why in done.left] == [
        "« au plus » ne s’enregistre pas : saisir la valeur que le document donne pour réalisée."
    ]
    assert (Entry.objects.count(), PlanVersion.objects.count()) == (0, 0)


def test_partner_leaves_drafts():
    made = trained(2)
    known = Known.of(made.reading.text.version.document, scope_of(made.people.boubacar))
    accept(made, known)

    assert {state_of(one) for one in Entry.objects.all()} == {EntryState.DRAFT}
