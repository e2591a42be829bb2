"""Changing what is said of a programme: the trail keeps it; the end in force follows the amendments."""

import pytest

from jalon.records.problems import Refused
from jalon.records.programmes import actions, describing
from jalon.records.programmes.models import Programme
from jalon.records.trail.models import TrailEvent
from tests.factories.parties import OrganisationFactory
from tests.factories.programmes import (
    AgreementFactory,
    AmendmentFactory,
    ParticipationFactory,
    ProgrammeCodeFactory,
    ProgrammeFactory,
)

pytestmark = pytest.mark.django_db


def test_edit_sheet_keeps_in_the_trail_what_was_said_before():
    programme = ProgrammeFactory(planned_start="2013-05", planned_end="2015-04")

    describing.edit_sheet(programme=programme, by="awa", planned_end="2015-10", published=True)

    event = TrailEvent.objects.get(verb="programme.edit")
    assert (event.actor, event.programme) == ("awa", programme.uid)
    assert event.detail == {"changes": {"planned_end": ["2015-04", "2015-10"]}}


def test_edit_sheet_that_changes_nothing_leaves_no_trace():
    programme = ProgrammeFactory()

    describing.edit_sheet(programme=programme, by="awa", title=programme.title)

    assert not TrailEvent.objects.filter(verb="programme.edit").exists()


def test_edit_sheet_refuses_reversed_dates_and_changes_nothing():
    programme = ProgrammeFactory(actual_start="2015")

    with pytest.raises(Refused) as refused:
        describing.edit_sheet(programme=programme, by="awa", actual_end="2014-12", title="Autre")

    assert refused.value.code == "ends_before_start"
    assert Programme.objects.get(pk=programme.pk).title != "Autre"


def test_add_programme_gives_each_a_slug_of_its_own():
    made = [ProgrammeFactory(short_title=title).slug for title in ("MLI 801", "MLI-801", "Nouveau", "!!!")]

    assert made == ["mli-801", "mli-801-2", "nouveau-2", "programme"]


@pytest.mark.parametrize(
    ("end", "months", "moved"),
    [
        ("2024-12-31", 6, "2025-06-30"),
        ("2024-06-30", 6, "2024-12-31"),
        ("2024-11-15", 6, "2025-05-15"),
        ("2024-12", 6, "2025-06"),
        ("2024", 12, "2025"),
        ("2024", 6, ""),
        ("", 6, ""),
    ],
)
def test_amend_of_some_months_moves_the_end_at_its_precision(end, months, moved):
    programme = ProgrammeFactory(planned_end=end)

    assert AmendmentFactory(programme=programme, months=months).new_end == moved


def test_amend_moves_the_end_of_the_last_amendment():
    programme = ProgrammeFactory(planned_end="2024-12")
    AmendmentFactory(programme=programme, months=6)

    assert AmendmentFactory(programme=programme, months=3).new_end == "2025-09"


def test_remove_amendment_takes_the_last_one_only():
    programme = ProgrammeFactory(planned_end="2024-12")
    first, second = (AmendmentFactory(programme=programme, months=6) for _n in range(2))

    with pytest.raises(Refused) as refused:
        describing.remove_amendment(amendment=first, by="awa")
    describing.remove_amendment(amendment=second, by="awa")

    assert refused.value.code == "not_the_last_amendment"
    assert list(programme.amendments.all()) == [first]


def test_remove_agreement_refuses_while_an_amendment_changes_it():
    agreement = AgreementFactory()
    AmendmentFactory(programme=agreement.programme, agreement=agreement)

    with pytest.raises(Refused) as refused:
        describing.remove_agreement(agreement=agreement, by="awa")

    assert refused.value.code == "agreement_amended"


def test_the_same_code_or_role_twice_is_refused():
    code, part = ProgrammeCodeFactory(), ParticipationFactory(organisation=OrganisationFactory())

    with pytest.raises(Refused) as code_twice:
        actions.add_code(programme=code.programme, scheme=code.scheme, value=code.value, by="awa")
    with pytest.raises(Refused) as part_twice:
        actions.add_participation(
            programme=part.programme, organisation=part.organisation, role=part.role, by="awa"
        )

    assert (code_twice.value.code, part_twice.value.code) == ("code_twice", "participation_twice")
