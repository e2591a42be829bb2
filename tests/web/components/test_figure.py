"""The one renderer of a figure."""

from fractions import Fraction

import pytest
from bs4 import BeautifulSoup
from django.template import Context, Template

from jalon.web.shown import Absence, Mark, ShownFigure, absent, shown, shown_share

SHOW = Template("{% load figures %}{% figure f %}")


def render(figure: ShownFigure | None) -> BeautifulSoup:
    return BeautifulSoup(SHOW.render(Context({"f": figure})), "html.parser")


def test_figure_is_a_link_with_its_unit_and_title() -> None:
    soup = render(shown(2173, unit="personnes", href="/chiffre/7/", title="Personnes formées"))

    assert soup.a is not None
    assert soup.a["href"] == "/chiffre/7/"
    assert soup.a["title"] == "Personnes formées"
    assert soup.a.get_text() == "2\u202f173 personnes"


def test_figure_without_address_is_no_link() -> None:
    assert render(shown(0)).a is None


@pytest.mark.parametrize("mark", Mark)
def test_figure_mark_is_a_shape_with_its_words(mark: Mark) -> None:
    sign = render(shown(50, marks=[mark])).svg

    assert sign is not None
    assert sign.title is not None
    assert sign.title.get_text() == str(mark.label)
    assert sign.use is not None
    assert sign.use["href"] == f"#m-{mark}"


def test_absences_and_zero_all_print_differently() -> None:
    printed = [render(absent(why)).get_text() for why in Absence] + [render(shown(0)).get_text()]

    assert printed == [
        "non renseigné",
        "sans objet",
        "prévu non réparti",
        "zéro prévu",
        "moins de 5, non publié",
        "0",
    ]


def test_figure_of_none_is_not_reported() -> None:
    assert render(None).get_text() == "non renseigné"


def test_interval_keeps_both_bounds() -> None:
    figure = shown(59, 63, marks=["interval"])

    assert (figure.text, figure.low, figure.high, figure.is_interval) == ("59–63", 59, 63, True)


def test_share_is_rounded_once() -> None:
    assert shown_share(Fraction(124, 232)).text == "53,4\u00a0%"


def test_share_between_two_bounds_prints_one_sign() -> None:
    assert shown_share(Fraction(18, 35), Fraction(22, 35)).text == "51,4–62,9\u00a0%"


def test_unknown_mark_is_refused() -> None:
    with pytest.raises(ValueError, match="guess"):
        shown(1, marks=["guess"])


def test_title_is_escaped() -> None:
    html = SHOW.render(Context({"f": shown(1, href="/x", title='"><script>')}))

    assert "<script>" not in html
