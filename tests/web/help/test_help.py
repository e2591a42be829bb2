"""The page of help."""

from django.test import Client

from jalon.web.help.examples import examples
from jalon.web.shown import Mark
from tests.web.pages import get


def test_help_explains_every_mark_with_an_example() -> None:
    shown = {mark for one in examples() for mark in one.figure.marks}

    assert shown == set(Mark) - {Mark.DRAFT}


def test_help_shows_the_legend_and_how_to_log_in(client: Client) -> None:
    soup = get(client, "/aide/")

    assert len(soup.select("main .legend")) == 1
    assert [h2.get_text() for h2 in soup.select("main h2")] == [
        "Les signes à côté des chiffres",
        "Comment un chiffre est calculé",
        "Du chiffre au passage du document",
        "Faire lire un document",
        "Se connecter sans adresse électronique",
        "Emporter les chiffres",
    ]
    assert [a["href"] for a in soup.select("[aria-labelledby=connexion] a")] == ["/utilisateur/login/"]
