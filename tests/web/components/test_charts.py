"""The geometry of the charts, without a page."""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st

from jalon.web.charts.bars import Bar, bar_chart
from jalon.web.charts.curves import Point, curve
from jalon.web.charts.maps import Spot, symbol_map
from jalon.web.charts.scale import percent, short, ticks
from jalon.web.charts.sparks import spark
from jalon.web.charts.stacks import Part, Stack, stack_chart
from jalon.web.shown import Absence, absent, shown


@given(st.integers(min_value=1, max_value=10**15))
def test_ticks_start_at_zero_and_reach_the_top(top: int) -> None:
    steps = ticks(top)

    assert steps[0] == 0
    assert steps[-1] >= top * 0.999999
    assert 3 <= len(steps) <= 6


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "0"), (2000, "2\u202f000"), (2_500_000, "2,5\u00a0M"), (250_000_000, "250\u00a0M"), (0.5, "0,5")],
)
def test_short_graduations(value: float, text: str) -> None:
    assert short(value) == text


def test_percent_stays_in_the_box() -> None:
    assert [percent(5, 10), percent(20, 10), percent(-1, 10), percent(None, 10), percent(1, 0)] == [
        "50.0",
        "100.0",
        "0.0",
        "0",
        "0",
    ]


def test_bars_share_one_scale_and_an_interval_shows_what_is_unsure() -> None:
    chart = bar_chart(
        "Communes",
        [
            Bar(label="a", achieved=shown(20, 30), planned=shown(40)),
            Bar(label="b", achieved=absent(Absence.UNKNOWN)),
        ],
    )

    assert [(bar.done, bar.unsure, bar.plan) for bar in chart.bars] == [
        ("50.0", "75.0", "100.0"),
        ("", "", ""),
    ]


def test_bars_of_nothing_draw_nothing() -> None:
    assert bar_chart("Communes", []).bars == ()


def test_stack_segments_follow_one_another() -> None:
    parts = (Part(label="F", figure=shown(8)), Part(label="H", figure=shown(12)))

    chart = stack_chart("Sexe", [Stack(label="2017", parts=parts)])

    assert [(s.start, s.length, s.share) for s in chart.stacks[0].segments] == [
        ("0.0", "40.0", "40\u00a0%"),
        ("40.0", "60.0", "60\u00a0%"),
    ]


def test_stack_of_zero_divides_by_nothing() -> None:
    chart = stack_chart("Sexe", [Stack(label="2017", parts=(Part(label="F", figure=shown(0)),))])

    assert [(s.length, s.share) for s in chart.stacks[0].segments] == [("0", "")]


def test_curve_puts_days_and_values_in_the_box() -> None:
    points = [Point(datetime.date(2020, 1, 1), shown(0)), Point(datetime.date(2021, 1, 1), shown(100))]

    drawn = curve("c", "Cumul", points)

    assert drawn is not None
    assert drawn.points == "0,200.0 1000,0.0"
    assert [tick.text for tick in drawn.rows] == ["0", "25", "50", "75", "100"]


def test_curve_of_one_day_is_none() -> None:
    assert curve("c", "Cumul", [Point(datetime.date(2020, 1, 1), shown(3))]) is None


def test_curve_of_an_interval_has_a_band() -> None:
    points = [Point(datetime.date(2020, 1, 1), shown(0)), Point(datetime.date(2021, 1, 1), shown(50, 100))]

    drawn = curve("c", "Cumul", points)

    assert drawn is not None
    assert drawn.band == "0,200.0 1000,100.0 1000,0.0 0,200.0"


def test_spark_needs_two_values() -> None:
    assert spark([1], "x") is None
    assert getattr(spark([0, 2], "x"), "points", None) == "0.0,19.0 100.0,1.0"


def test_map_areas_are_in_proportion() -> None:
    drawn = symbol_map(
        "m",
        "Carte",
        [
            Spot(label="Goundam", at=(-3.67, 16.41), figure=shown(100)),
            Spot(label="Ségou", at=(-6.26, 13.44), figure=shown(25)),
            Spot(label="San", at=(-4.9, 13.3), figure=absent(Absence.UNKNOWN)),
        ],
    )

    radius = {spot.spot.label: spot.radius for spot in drawn.spots}
    assert radius["Goundam"] == 2 * radius["Ségou"]
    assert [(spot.x > 0, spot.y > 0) for spot in drawn.spots] == [(True, True)] * 3
    assert north_of(drawn.spots, "Goundam", "Ségou")


def north_of(spots: object, one: str, other: str) -> bool:
    heights = {spot.spot.label: spot.y for spot in spots}  # type: ignore[attr-defined]
    return heights[one] < heights[other]


def test_map_labels_never_cover_one_another() -> None:
    close = [
        Spot(label=f"Village {n}", at=(-4 + n * 0.05, 15 + n % 3 * 0.04), figure=shown(n + 1))
        for n in range(20)
    ]

    drawn = symbol_map("m", "Carte", close)

    boxes = [spot.label.box for spot in (*drawn.spots, *drawn.landmarks) if spot.label]
    overlaps = [
        (a, b)
        for n, a in enumerate(boxes)
        for b in boxes[n + 1 :]
        if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
    ]
    assert overlaps == []


def test_map_without_a_spot_shows_the_landmarks() -> None:
    assert len(symbol_map("m", "Carte", []).landmarks) > 5


def test_map_numbers_are_not_written_in_french() -> None:
    drawn = symbol_map("m", "Carte", [Spot(label="San", at=(-4.9, 13.3), figure=shown(25))])

    soup = BeautifulSoup(render_to_string(drawn.template, {"chart": drawn}), "html.parser")

    assert {circle["r"] for circle in soup.select("figure > svg[role] circle.spot")} == {"30.0"}


def test_map_is_never_taller_than_it_should() -> None:
    meridian = [Spot(label=str(n), at=(-4.0, 10.0 + n), figure=shown(n)) for n in range(12)]

    drawn = symbol_map("m", "Carte", meridian)

    assert drawn.height <= drawn.width * 0.8 + 1
