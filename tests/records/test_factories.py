"""The factories make what the actions make, ready to be searched and counted."""

import pytest

from jalon.records.places.queries import named
from jalon.records.programmes.rules import scope_of
from tests.factories.ledger import EntryFactory
from tests.factories.places import DivisionFactory, PlaceFactory, ZoneFactory, rebuild_closure
from tests.factories.programmes import AgreementFactory, AmendmentFactory, LinkFactory, StatusChangeFactory
from tests.factories.results import ResultFactory, SheetFactory
from tests.factories.sources import RemarkFactory
from tests.people import people

pytestmark = pytest.mark.django_db


def test_place_is_found_by_its_name():
    commune = PlaceFactory(name="Douékiré")

    assert list(named("douekire")) == [commune]


def test_zone_holds_what_lies_under_its_members():
    division = DivisionFactory()
    cercle = PlaceFactory(level="cercle", name="Goundam")
    commune = PlaceFactory(parents={division: cercle})
    zone = ZoneFactory(members=[cercle])

    rebuild_closure()

    assert zone.zone_members.count() == 1
    assert commune.parents.get().parent == cercle


def test_entry_is_approved_and_split_by_sex():
    entry = EntryFactory(values={"F": 19, "M": 24})

    assert [(posting.value, posting.cell.key) for posting in entry.postings.order_by("pk")] == [
        (19, "sex=F"),
        (24, "sex=M"),
    ]
    assert [act.kind for act in entry.acts.all()] == ["approve"]


def test_entry_left_as_a_draft_has_no_act():
    assert EntryFactory(approved=False).acts.count() == 0


def test_result_and_sheet_share_the_programme_of_their_revision():
    result = ResultFactory()
    sheet = SheetFactory(revision=result.revision, node=result.node)

    assert sheet.account.programme == result.node.programme == result.revision.programme


def test_programme_parts_are_made():
    change = StatusChangeFactory()
    programme = change.programme

    AgreementFactory(programme=programme)
    AmendmentFactory(programme=programme, months=6, new_end="2025-06")
    LinkFactory(programme=programme)

    assert programme.agreements.count() == programme.amendments.count() == programme.links.count() == 1


def test_remark_cites_its_passage():
    assert RemarkFactory().first.quote == "43 personnes"


def test_people_hold_their_roles():
    programme = StatusChangeFactory().programme

    awa, boubacar, coumba, admin = people(programme)

    roles = [scope_of(user).role_in(programme.pk) for user in (awa, boubacar, coumba)]
    assert [role and role.code for role in roles] == ["manager", "partner", None]
    assert scope_of(admin).everything
