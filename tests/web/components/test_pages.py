"""The style page and the error pages, whole."""

import gzip
from pathlib import Path

import django_htmx
import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import RequestDataTooBig
from django.http import HttpResponse, HttpResponseNotAllowed
from django.test import Client, RequestFactory
from pytest_django import Settings

from jalon.web import errors

STATIC = Path(__file__).parents[3] / "src/jalon/web/static/jalon"
HTMX = Path(str(django_htmx.__file__)).parent / "static/django_htmx/htmx-4.min.js"


def soup_of(response: HttpResponse) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html.parser")


def test_style_page_shows_every_component() -> None:
    soup = soup_of(Client().get("/style/"))

    assert [h2.get_text() for h2 in soup.select("main > h2")] == [
        "Chiffres",
        "Tableaux",
        "Graphiques",
        "Fiches, listes, états",
        "Sources et histoire",
        "Formulaires et avis",
    ]


def test_page_has_language_landmarks_one_title_and_a_skip_link() -> None:
    soup = soup_of(Client().get("/style/", headers={"accept-language": "fr"}))

    assert soup.html is not None
    assert soup.html["lang"] == "fr"
    assert [len(soup.find_all(name)) for name in ("header", "main", "h1")] == [1, 1, 1]
    assert [a["href"] for a in soup.select("a.skip")] == ["#contenu"]


def test_identifiers_are_unique() -> None:
    ids = [tag["id"] for tag in soup_of(Client().get("/style/")).select("[id]")]

    assert sorted({one for one in ids if ids.count(one) > 1}) == []


def test_links_into_the_page_lead_somewhere() -> None:
    soup = soup_of(Client().get("/style/"))
    ids = {tag["id"] for tag in soup.select("[id]")}

    assert {str(a["href"])[1:] for a in soup.select('a[href^="#"]')} - ids == set()


def test_frame_leaves_room_for_pages_within_the_budget() -> None:
    page = Client().get("/style/").content
    frame = sum(
        len(gzip.compress(path.read_bytes(), 9)) for path in (STATIC / "jalon.css", STATIC / "jalon.js", HTMX)
    )

    assert frame + len(gzip.compress(page, 6)) < 60 * 1024
    assert len(gzip.compress(page, 6)) < 20 * 1024


def test_style_table_exports() -> None:
    response = Client().get("/style/?export=csv")

    assert response["Content-Type"] == "text/csv; charset=utf-8"


def test_unknown_address_gives_the_page_in_french() -> None:
    response = Client().get("/style/rien/", headers={"accept-language": "fr"})

    assert response.status_code == 404
    assert [h1.get_text() for h1 in soup_of(response).select("h1")] == ["Page introuvable"]


def test_htmx_is_given_the_panel_alone() -> None:
    response = Client().get("/style/rien/", headers={"hx-request": "true"})

    assert response.status_code == 404
    assert response.content.strip().startswith(b'<div class="error-page">')


@pytest.mark.parametrize(
    ("exception", "status"), [(ValueError("x"), 400), (RequestDataTooBig("x"), 413)], ids=["400", "413"]
)
def test_bad_request_tells_too_large_apart(exception: Exception, status: int) -> None:
    assert errors.bad_request(RequestFactory().post("/"), exception).status_code == status


def test_forbidden_page() -> None:
    assert errors.forbidden(RequestFactory().get("/"), PermissionError()).status_code == 403


def test_broken_page_needs_neither_user_nor_database() -> None:
    response = errors.broken(RequestFactory().get("/"))

    assert response.status_code == 500
    assert [h1.get_text() for h1 in soup_of(response).select("h1")] == ["Jalon a rencontré une erreur"]


def test_empty_405_is_given_a_page_and_keeps_its_header() -> None:
    middleware = errors.EmptyErrors(lambda request: HttpResponseNotAllowed(["GET"]))

    response = middleware(RequestFactory().post("/style/"))

    assert (response.status_code, response["Allow"]) == (405, "GET")
    assert isinstance(response, HttpResponse)
    assert [h1.get_text() for h1 in soup_of(response).select("h1")] == ["Action impossible ici"]


def test_other_responses_pass_unchanged() -> None:
    given = HttpResponse("x")

    assert errors.EmptyErrors(lambda request: given)(RequestFactory().get("/")) is given


def test_wrong_method_gives_a_page() -> None:
    response = Client().post("/style/", headers={"accept-language": "fr"})

    assert response.status_code == 405
    assert [h1.get_text() for h1 in soup_of(response).select("h1")] == ["Action impossible ici"]


def test_body_over_the_limit_gives_413(settings: Settings) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000

    response = Client().post("/langue/setlang/", {"next": "x" * 2000})

    assert response.status_code == 413


def test_form_without_its_token_is_refused_in_words() -> None:
    client = Client(enforce_csrf_checks=True, headers={"accept-language": "fr"})

    response = client.post("/langue/setlang/", {"language": "en"})

    assert response.status_code == 403
    assert [h1.get_text() for h1 in soup_of(response).select("h1")] == ["Formulaire expiré"]
