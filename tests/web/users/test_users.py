"""An administrator opens an access without e-mail, and gives a role."""

import re

import pytest
from django.test import Client

from jalon.records.programmes.models import Membership
from jalon.records.trail.models import TrailEvent
from jalon.records.users.models import User
from tests.factories.programmes import MembershipFactory, ProgrammeFactory
from tests.factories.users import UserFactory
from tests.web.pages import first_column, get, soup_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(client: Client) -> User:
    user = UserFactory(username="chef", is_superuser=True)
    client.force_login(user)
    return user


def password_on(soup: object) -> str:
    """The password that the page shows."""
    return soup.select_one("#mot-de-passe").get_text()


def test_first_password_is_shown_once_and_logs_in(client: Client, admin: User) -> None:
    response = client.post("/utilisateurs/nouveau/", {"username": "A.Traore", "display_name": "A. Traoré"})
    password = password_on(soup_of(response))
    user = User.objects.get(username="a.traore")

    assert re.fullmatch(r"([a-z2-9]{4}-){3}[a-z2-9]{4}", password)
    assert "no-store" in response["Cache-Control"]
    assert user.email == ""
    for address in ("/utilisateurs/", f"/utilisateurs/{user.pk}/"):
        assert password not in client.get(address).content.decode()
    visitor = Client()
    answer = visitor.post("/utilisateur/login/", {"login": "a.traore", "password": password})
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert visitor.session["_auth_user_id"] == str(user.pk)


def test_password_is_kept_nowhere(client: Client, admin: User) -> None:
    password = password_on(soup_of(client.post("/utilisateurs/nouveau/", {"username": "traore"})))

    events = [(event.verb, event.object_label, event.detail) for event in TrailEvent.objects.all()]
    assert events == [("user.open", "traore", {})]
    assert password not in User.objects.get(username="traore").password
    assert password not in str(dict(client.session))


@pytest.mark.parametrize("name", ["chef", "CHEF", "a traoré", "x", "<b>"])
def test_name_taken_or_with_other_signs_is_refused_in_words(client: Client, admin: User, name: str) -> None:
    response = client.post("/utilisateurs/nouveau/", {"username": name})

    assert response.status_code == 422
    assert len(soup_of(response).select(".field .errorlist")) == 1
    assert User.objects.count() == 1


def test_new_password_closes_the_old_one(client: Client, admin: User) -> None:
    user = UserFactory(username="awa", password="l’ancien mot de passe")

    password = password_on(soup_of(client.post(f"/utilisateurs/{user.pk}/mot-de-passe/")))

    user.refresh_from_db()
    assert (user.check_password(password), user.check_password("l’ancien mot de passe")) == (True, False)


def test_role_is_given_and_taken_back(client: Client, admin: User) -> None:
    user, programme = UserFactory(username="awa"), ProgrammeFactory(short_title="Jeunes")

    client.post(f"/utilisateurs/{user.pk}/", {"programme": programme.pk, "role": "partner"})
    held = Membership.objects.get()
    roles = [
        li.get_text(" ", strip=True)
        for li in get(client, f"/utilisateurs/{user.pk}/").select("#roles ~ ul li")
    ]
    client.post(f"/utilisateurs/{user.pk}/roles/{held.pk}/retirer/")

    assert (held.user, held.programme, held.role) == (user, programme, "partner")
    assert [role[:20] for role in roles] == ["Jeunes : Partenaire "]
    assert Membership.objects.count() == 0
    assert list(TrailEvent.objects.filter(actor="chef").order_by("pk").values_list("verb", flat=True)) == [
        "member.grant",
        "member.end",
    ]


def test_role_of_somebody_else_is_not_taken_back_here(client: Client, admin: User) -> None:
    held = MembershipFactory()

    response = client.post(f"/utilisateurs/{admin.pk}/roles/{held.pk}/retirer/")

    assert (response.status_code, Membership.objects.count()) == (404, 1)


def test_unknown_role_is_refused_in_words(client: Client, admin: User) -> None:
    response = client.post(f"/utilisateurs/{admin.pk}/", {"programme": 0, "role": "roi"})

    assert response.status_code == 422
    assert len(soup_of(response).select(".field .errorlist, fieldset .errorlist")) == 2


def test_closed_user_no_longer_enters_and_may_be_let_in_again(client: Client, admin: User) -> None:
    user = UserFactory(username="awa")
    visitor = Client()
    visitor.force_login(user)

    client.post(f"/utilisateurs/{user.pk}/fermer/")
    assert visitor.get("/utilisateur/password/change/").status_code == 302

    client.post(f"/utilisateurs/{user.pk}/rouvrir/")
    assert User.objects.get(pk=user.pk).is_active


def test_nobody_closes_oneself(client: Client, admin: User) -> None:
    soup = soup_of(client.post(f"/utilisateurs/{admin.pk}/fermer/", follow=True))

    assert User.objects.get(pk=admin.pk).is_active
    assert len(soup.select(".notice.error")) == 1


def test_list_names_roles_and_state(client: Client, admin: User) -> None:
    MembershipFactory(user=UserFactory(username="awa", display_name="Awa"), programme__short_title="Jeunes")

    soup = get(client, "/utilisateurs/")

    assert first_column(soup, "utilisateurs") == ["Awa", "Chef"]
    assert [td.get_text(strip=True) for td in soup.select("#utilisateurs td")] == [
        "ouvert",
        "Lecture\N{NO-BREAK SPACE}: Jeunes",
        "ouvert",
        "administre l’installation",
    ]


@pytest.mark.parametrize("count", [1, 3])
def test_number_of_queries_does_not_depend_on_the_rows(
    client: Client, admin: User, count: int, django_assert_num_queries: object
) -> None:
    for _n in range(count):
        MembershipFactory(user=admin)
        MembershipFactory()

    with django_assert_num_queries(4):
        client.get("/utilisateurs/")
