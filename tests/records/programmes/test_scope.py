"""What each viewer may reach: the one permission filter."""

import datetime

import pytest
from django.contrib.auth.models import AnonymousUser

from jalon.records.ledger import actions as ledger
from jalon.records.ledger.models import Account
from jalon.records.problems import Refused
from jalon.records.programmes import actions
from jalon.records.programmes.models import Programme
from jalon.records.programmes.rules import scope_of
from jalon.records.sources import actions as sources
from jalon.records.sources.models import Document
from jalon.records.users.models import User
from jalon.records.users.roles import Permission, Tier

pytestmark = pytest.mark.django_db


def programme(title: str, **more: object) -> Programme:
    return actions.add_programme(kind="programme", title=title, short_title=title, by="test", **more)


@pytest.fixture
def world():
    """A published programme and a closed one with a project under it; an account and a document of each."""
    made = {"open": programme("Ouvert", published=True), "closed": programme("Fermé")}
    made["under"] = programme("Dessous", parent=made["closed"])
    for key, owner in list(made.items()):
        for public in (True, False):
            ledger.open_account(
                label=f"{key} {public}",
                unit="person",
                time="sum",
                places="sum",
                programme=owner,
                public=public,
            )
        document = sources.add_document(title=f"Document {key}", kind="note", by="test")
        actions.attach_document(programme=owner, document=document)
    sources.add_document(title="Document public", kind="note", by="test", visibility="public")
    return made


def reach(viewer) -> tuple[set[str], set[str], set[str]]:
    scope = scope_of(viewer)
    return (
        set(Programme.objects.filter(scope.visible_programmes()).values_list("title", flat=True)),
        set(Account.objects.filter(scope.visible_accounts()).values_list("label", flat=True)),
        set(Document.objects.filter(scope.visible_documents()).values_list("title", flat=True)),
    )


PUBLIC = ({"Ouvert"}, {"open True"}, {"Document public"})


def test_scope_of_nobody_is_what_is_public(world):
    assert reach(AnonymousUser()) == PUBLIC


def test_scope_of_an_outsider_is_what_is_public(world):
    assert reach(User.objects.create(username="coumba")) == PUBLIC


def test_scope_of_a_member_holds_below_and_not_beside(world):
    awa = User.objects.create(username="awa")
    actions.grant_role(programme=world["closed"], user=awa, role="manager", by="test")

    programmes, accounts, documents = reach(awa)

    assert programmes == {"Ouvert", "Fermé", "Dessous"}
    assert accounts == {"open True", "closed True", "closed False", "under True", "under False"}
    assert documents == {"Document public", "Document closed", "Document under"}


def test_scope_of_a_member_below_does_not_hold_above(world):
    boubacar = User.objects.create(username="boubacar")
    actions.grant_role(programme=world["under"], user=boubacar, role="partner", by="test")
    scope = scope_of(boubacar)

    assert reach(boubacar)[0] == {"Ouvert", "Dessous"}
    assert scope.can(Permission.RECORD, world["under"].pk)
    assert not scope.can(Permission.APPROVE, world["under"].pk)
    assert not scope.can(Permission.VIEW, world["closed"].pk)
    assert scope.tier(world["under"].pk) == Tier.INTERNAL
    assert scope.tier(world["closed"].pk) == Tier.PUBLIC


def test_scope_of_an_ended_membership_is_what_is_public(world):
    awa = User.objects.create(username="awa")
    membership = actions.grant_role(programme=world["closed"], user=awa, role="manager", by="test")
    membership.until = datetime.date(2020, 1, 1)
    membership.save()

    assert reach(awa) == PUBLIC


def test_scope_of_the_administrator_is_everything(world):
    programmes, accounts, documents = reach(User.objects.create(username="admin", is_superuser=True))

    assert (len(programmes), len(accounts), len(documents)) == (3, 6, 4)


def test_grant_role_refuses_a_role_that_does_not_exist(world):
    with pytest.raises(Refused) as refused:
        actions.grant_role(
            programme=world["open"], user=User.objects.create(username="x"), role="roi", by="test"
        )

    assert refused.value.code == "unknown_role"


def test_programme_refuses_to_end_before_it_starts():
    with pytest.raises(Refused) as refused:
        programme("À l’envers", planned_start="2015-05", planned_end="2015-04")

    assert refused.value.code == "ends_before_start"
    assert (
        str(refused.value)
        == "La fin (avril 2015) précède le début (mai 2015) : corriger l’une des deux dates."
    )


def test_programme_of_mixed_precision_is_not_refused():
    assert programme("Mixte", planned_start="2015-05-12", planned_end="2015").planned_end == "2015"


def test_amend_refuses_to_say_no_act(world):
    with pytest.raises(Refused) as refused:
        actions.amend(programme=world["open"], title="Extension", act="", months=6, by="test")

    assert refused.value.code == "amendment_without_act"
