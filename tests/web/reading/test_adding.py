"""Adding what the reader missed: a selection or a quote, its kind, what it says."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.flows.reading.reports import CONTENT, Report
from tests.web.pages import FRENCH, get

pytestmark = pytest.mark.django_db


def address(made: Report) -> str:
    return reverse("reading_add", args=[made.reading.text.version.document.uid])


def test_selection_opens_the_form_of_its_kind(client: Client, made: Report) -> None:
    start = CONTENT.index("43 jeunes")
    asked = f"{address(made)}?debut_passage={start}&fin_passage={start + 9}&nature=quantity"
    page = get(client, asked)

    assert page.select_one(".leaf mark.current").get_text() == "43 jeunes"
    assert page.select_one("#id_value")["value"] == "43"


def test_pasted_quote_is_found(client: Client, made: Report) -> None:
    page = get(client, f"{address(made)}?citation=Contact+:+Aminata&nature=person")

    assert page.select_one(".leaf mark.current").get_text() == "Contact : Aminata"
    assert page.select_one("#id_value")["value"] == "Contact : Aminata"


def test_added_fact_is_a_proposition_to_judge(client: Client, made: Report) -> None:
    start = CONTENT.index("Deux forages ont été réalisés")
    data = {"debut_passage": start, "fin_passage": start + 29, "nature": "action", "kind": "engagement",
            "responsible": "AMSS ; la mairie", "deadline": "juin 2018"}  # fmt: skip
    answer = client.post(address(made), data, headers=FRENCH)

    claim = made.reading.claims.get(added_by="awa")
    assert (claim.type, claim.start, claim.end) == ("action", start, start + 29)
    assert claim.as_published == {
        "kind": "engagement",
        "responsible": ["AMSS", "la mairie"],
        "deadline": "2018-06",
    }
    assert answer["Location"].endswith(f"?p={claim.pk}#passage")


def test_wrong_detail_is_said_at_its_field(client: Client, made: Report) -> None:
    data = {"citation": "43 jeunes", "nature": "quantity", "value": "beaucoup"}
    answer = client.post(address(made), data, headers=FRENCH)

    assert (answer.status_code, made.reading.claims.filter(added_by="awa").count()) == (422, 0)


@pytest.mark.parametrize("query", ["", "?citation=absent+du+texte", "?debut_passage=9999&fin_passage=99999"])
def test_passage_that_is_not_there_is_said_on_the_review(client: Client, made: Report, query: str) -> None:
    answer = client.get(address(made) + query, follow=True, headers=FRENCH)

    assert answer.redirect_chain[0][0] == reverse(
        "reading_review", args=[made.reading.text.version.document.uid]
    )
    assert answer.content.decode().count('class="notice error"') == 1
