"""The login pages in our frame: each renders, in French, with the fields of its form."""

import pytest
from bs4 import BeautifulSoup
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from jalon.records.users.models import User

pytestmark = pytest.mark.django_db
FRENCH = {"accept-language": "fr"}
PASSWORD = "quatre-vaches-rouges"


@pytest.fixture
def user() -> User:
    return User.objects.create_user("awa", password=PASSWORD, display_name="Awa")


@pytest.fixture
def logged_in(user: User) -> Client:
    """Logged in through the form, so that allauth knows when."""
    client = Client(headers=FRENCH)
    answer = client.post(reverse("account_login"), {"login": user.username, "password": PASSWORD})
    assert answer.status_code == 302
    return client


def heading(response: HttpResponse) -> tuple[int, list[str]]:
    soup = BeautifulSoup(response.content, "html.parser")
    return response.status_code, [h1.get_text(strip=True) for h1 in soup.select("main h1")]


@pytest.mark.parametrize(
    ("route", "title"),
    [
        ("account_login", "Se connecter"),
        ("account_signup", "Inscription fermée"),
        ("account_reset_password", "Réinitialisation du mot de passe"),
    ],
)
def test_page_without_login(route: str, title: str) -> None:
    assert heading(Client(headers=FRENCH).get(reverse(route))) == (200, [title])


@pytest.mark.parametrize(
    ("route", "title"),
    [
        ("account_logout", "Se déconnecter\u00a0?"),
        ("account_change_password", "Changer de mot de passe"),
        ("account_reauthenticate", "Confirmer que c’est bien vous"),
        ("mfa_index", "Double authentification"),
    ],
)
def test_page_of_a_user(logged_in: Client, route: str, title: str) -> None:
    assert heading(logged_in.get(reverse(route))) == (200, [title])


def test_user_menu_names_the_user_and_logs_out_by_a_form(logged_in: Client) -> None:
    soup = BeautifulSoup(logged_in.get("/style/").content, "html.parser")

    assert [tag.get_text(strip=True) for tag in soup.select(".menu summary")] == ["Awa"]
    assert [tag["action"] for tag in soup.select(".menu form")] == [reverse("account_logout")]


def test_wrong_password_is_told_beside_the_form(user: User) -> None:
    answer = Client(headers=FRENCH).post(reverse("account_login"), {"login": "awa", "password": "faux"})

    soup = BeautifulSoup(answer.content, "html.parser")
    assert len(soup.select(".notice.error[role=alert] li")) == 1


def test_too_many_tries_lock_with_a_page(user: User, settings: Settings) -> None:
    settings.AXES_FAILURE_LIMIT = 2
    client = Client(headers=FRENCH)

    for _try in range(2):
        answer = client.post(reverse("account_login"), {"login": "awa", "password": "faux"})

    assert heading(answer) == (429, ["Accès suspendu un moment"])


def test_second_factor_is_set_up_after_the_password_was_given_again(logged_in: Client) -> None:
    activate = reverse("mfa_activate_totp")
    asked = logged_in.get(activate, follow=True)

    answer = logged_in.post(
        reverse("account_reauthenticate"), {"password": PASSWORD, "next": activate}, follow=True
    )

    assert heading(asked) == (200, ["Confirmer que c’est bien vous"])
    assert heading(answer) == (200, ["Activer l’application d’authentification"])
