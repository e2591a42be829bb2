"""The five people everybody knows: who runs, who takes part, who must see nothing, who administers, nobody.

    awa, boubacar, coumba, admin = people(programme)
    client.force_login(awa)

Awa is responsible for the programme, Boubacar is a partner in it, Coumba has an account and no role,
the administrator may all; an anonymous visitor is a client without a login.
"""

from typing import NamedTuple

from jalon.records.programmes.models import Programme
from jalon.records.users.models import User
from tests.factories.programmes import MembershipFactory
from tests.factories.users import UserFactory


class People(NamedTuple):
    """The four who have an account."""

    awa: User
    boubacar: User
    coumba: User
    admin: User


def people(*programmes: Programme) -> People:
    """Make the four users; Awa is « manager » and Boubacar « partner » in each programme."""
    made = People(
        awa=UserFactory(username="awa", display_name="Awa"),
        boubacar=UserFactory(username="boubacar", display_name="Boubacar"),
        coumba=UserFactory(username="coumba", display_name="Coumba"),
        admin=UserFactory(username="admin", display_name="Administration", is_superuser=True, is_staff=True),
    )
    for programme in programmes:
        MembershipFactory(programme=programme, user=made.awa, role="manager")
        MembershipFactory(programme=programme, user=made.boubacar, role="partner")
    return made
