"""Invented charts for the style page."""

import datetime

from jalon.web.charts.bars import Bar, BarChart, bar_chart
from jalon.web.charts.curves import Curve, Point, curve
from jalon.web.charts.maps import Spot, SymbolMap, symbol_map
from jalon.web.charts.sparks import Spark, spark
from jalon.web.charts.stacks import Part, Stack, StackChart, stack_chart
from jalon.web.shown import Absence, Mark, absent, shown

HERE = "#graphiques"


def bars() -> BarChart:
    """Planned and achieved by invented commune."""
    return bar_chart(
        "Jeunes formés par commune",
        [
            Bar(label="Kora", achieved=shown(85, href=HERE), planned=shown(90, href=HERE), href=HERE),
            Bar(label="Banikane", achieved=shown(62, href=HERE), planned=shown(50, href=HERE), href=HERE),
            Bar(
                label="Tindirma",
                achieved=shown(40, 58, marks=[Mark.INTERVAL], href=HERE),
                planned=shown(70, href=HERE),
                href=HERE,
            ),
            Bar(label="Arham", achieved=shown(0, href=HERE), planned=shown(20, href=HERE), href=HERE),
            Bar(label="Dangha", achieved=absent(Absence.UNKNOWN), planned=shown(46, href=HERE), href=HERE),
        ],
        note="Réalisé et prévu, année 2017, découpage de 2016",
    )


def split() -> StackChart:
    """Women and men, with those whose sex is not said."""

    def parts(women: int, men: int, rest: int) -> tuple[Part, ...]:
        return (
            Part(label="Femmes", figure=shown(women, href=HERE)),
            Part(label="Hommes", figure=shown(men, href=HERE)),
            Part(label="non précisé", figure=shown(rest, href=HERE), is_rest=True),
        )

    return stack_chart(
        "Femmes et hommes",
        [
            Stack(label="Formation", parts=parts(478, 1695, 0), total=shown(2173, href=HERE)),
            Stack(label="Insertion", parts=parts(76, 48, 34), total=shown(158, href=HERE)),
        ],
    )


def budget() -> StackChart:
    """A budget by funder."""
    parts = (
        Part(label="Bailleur principal", figure=shown(148_000_000, unit="FCFA", href=HERE)),
        Part(label="Partenaire technique", figure=shown(41_500_000, unit="FCFA", href=HERE)),
        Part(label="État", figure=shown(18_216_144, unit="FCFA", href=HERE)),
        Part(label="Communes", figure=shown(0, unit="FCFA", href=HERE)),
    )
    total = shown(207_716_144, unit="FCFA", href=HERE)
    return stack_chart("Budget par bailleur", [Stack(label="Année 2017", parts=parts, total=total)])


def cumulative() -> Curve | None:
    """A cumulative with an interval and a target."""

    def at(year: int, low: int, high: int, planned: int | None = None) -> Point:
        return Point(
            datetime.date(year, 12, 31),
            shown(low, high, marks=[Mark.INTERVAL] if high > low else [], href=HERE),
            shown(planned, href=HERE) if planned is not None else None,
        )

    points = [
        at(2018, 0, 0, 0),
        at(2019, 640, 640, 800),
        at(2020, 1210, 1400, 1600),
        at(2021, 2050, 2400, 2600),
        at(2022, 3150, 3300, 3600),
        at(2023, 3800, 3800, 4400),
        at(2024, 4840, 4840, 5000),
    ]
    return curve("courbe", "Exploitations appuyées depuis le début", points, note="Cumul au 31 décembre")


def line() -> Spark | None:
    """A sparkline."""
    return spark([640, 1210, 2050, 3150, 3800, 4840], "de 640 en 2019 à 4 840 en 2024")


def places() -> SymbolMap:
    """A map of invented figures on real towns."""
    towns = {
        "Goundam": ((-3.67, 16.41), 85),
        "Diré": ((-3.4, 16.26), 62),
        "Niafunké": ((-3.99, 15.93), 31),
        "Ségou": ((-6.26, 13.44), 140),
        "San": ((-4.9, 13.3), 47),
        "Sikasso": ((-5.67, 11.32), 112),
        "Bamako": ((-8.0, 12.64), 18),
    }
    spots = [
        Spot(label=name, at=at, figure=shown(count, href=HERE), href=HERE)
        for name, (at, count) in towns.items()
    ]
    return symbol_map("carte", "Personnes formées par ville", spots, note="Données inventées, 2017")
