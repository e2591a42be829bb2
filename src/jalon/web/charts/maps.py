"""The symbol map: circles whose areas are the values, on points set by hand; no polygon, no tile.

Equirectangular projection, longitudes shortened by the cosine of the middle latitude.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from django.utils.translation import gettext as _

from jalon.core.values.number_formats import Exact
from jalon.web.charts.mali import LANDMARKS, NIGER
from jalon.web.charts.scale import short, ticks
from jalon.web.shown import ShownFigure, Words
from jalon.web.tables import Cell, Column, Kind, Table, row

WIDTH, LARGEST, SMALLEST, PRESENCE, MARGIN, LEAST_SPAN = 520.0, 30.0, 4.0, 9.0, 0.7, 3.0
CHARACTER, LINE = 8.4, 17.0
# Height over width, so that a map does not push the page away.
TALLEST = 0.8

Position = tuple[float, float]


@dataclass(frozen=True, kw_only=True)
class Spot:
    """A place with its point (longitude, latitude) and its figure."""

    label: str
    at: Position
    figure: ShownFigure
    href: str = ""


@dataclass(frozen=True, kw_only=True)
class DrawnSpot:
    """A circle as drawn, and where its label stands; no label when there is no room."""

    spot: Spot
    x: float
    y: float
    radius: float
    label: "DrawnLabel | None"


@dataclass(frozen=True)
class DrawnLabel:
    """A label as drawn: the box it takes keeps others away."""

    text: str
    x: float
    y: float
    anchor: str

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom."""
        width = len(self.text) * CHARACTER
        left = {"start": self.x, "middle": self.x - width / 2, "end": self.x - width}[self.anchor]
        return left, self.y - LINE * 0.8, left + width, self.y + LINE * 0.2


@dataclass(frozen=True, kw_only=True)
class SymbolMap:
    """A map ready to be drawn, with its figures in a table."""

    template: ClassVar[str] = "components/charts/map.html"
    title: Words
    note: Words
    width: float
    height: float
    spots: tuple[DrawnSpot, ...]
    landmarks: tuple[DrawnSpot, ...]
    river: str
    sizes: tuple[tuple[float, float, str], ...]
    table: Table


def symbol_map(
    id: str,
    title: Words,
    spots: Sequence[Spot],
    *,
    note: Words = "",
    presence: bool = False,
    landmarks: Mapping[str, Position] = LANDMARKS,
    river: Sequence[Position] = NIGER,
) -> SymbolMap:
    """Return the map around `spots`; without any, around the landmarks.

    `presence`: the spots only say where; all are small and alike, without a key of sizes.
    """
    frame = _Frame.around([spot.at for spot in spots] or list(landmarks.values()))
    top = max((high for spot in spots if (high := spot.figure.high) is not None), default=0)
    drawn = _place(
        [
            (spot, *frame.at(spot.at), PRESENCE if presence else _radius(spot.figure.high, top))
            for spot in spots
        ],
        frame,
    )
    taken = [spot.label.box for spot in drawn if spot.label] + [_circle(s.x, s.y, s.radius) for s in drawn]
    return SymbolMap(
        title=title,
        note=note,
        width=WIDTH,
        height=frame.height,
        spots=tuple(drawn),
        landmarks=_landmarks(landmarks, {spot.label for spot in spots}, frame, taken),
        river=" ".join(f"{x:.0f},{y:.0f}" for x, y in map(frame.at, river)),
        sizes=() if presence else _sizes(top),
        table=_table(id, title, spots, with_values=not presence),
    )


@dataclass(frozen=True)
class _Frame:
    west: float
    north: float
    scale: float
    shortening: float
    height: float

    @classmethod
    def around(cls, points: Sequence[Position]) -> "_Frame":
        """The frame that holds the points with a margin, at least `LEAST_SPAN` degrees each way."""
        west, east = _span([lon for lon, _lat in points])
        south, north = _span([lat for _lon, lat in points])
        shortening = math.cos(math.radians((south + north) / 2))
        lacking = (north - south) / TALLEST / shortening - (east - west)
        if lacking > 0:
            west, east = west - lacking / 2, east + lacking / 2
        scale = WIDTH / ((east - west) * shortening)
        return cls(west, north, scale, shortening, round((north - south) * scale))

    def at(self, point: Position) -> Position:
        """The point in the drawing."""
        lon, lat = point
        x, y = (lon - self.west) * self.shortening * self.scale, (self.north - lat) * self.scale
        return round(x, 1), round(y, 1)

    def holds(self, box: tuple[float, float, float, float]) -> bool:
        """True when a box lies inside."""
        left, top, right, bottom = box
        return left >= 2 and top >= 2 and right <= WIDTH - 2 and bottom <= self.height - 2


def _span(values: Sequence[float]) -> tuple[float, float]:
    low, high = min(values), max(values)
    lacking = max(LEAST_SPAN - (high - low), 0) / 2
    return low - lacking - MARGIN, high + lacking + MARGIN


def _radius(value: Exact | float | None, top: Exact | float) -> float:
    """Areas, not radii, are in proportion; what is not nothing is seen."""
    if not value or top <= 0:
        return 0.0
    return round(max(math.sqrt(float(value) / float(top)) * LARGEST, SMALLEST), 1)


def _sizes(top: Exact | float) -> tuple[tuple[float, float, str], ...]:
    """For the key: radius, place from the left, words; round values no larger than the largest circle."""
    steps = [step for step in ticks(top, 3)[1:] if step <= top] if top > 0 else []
    return tuple((_radius(step, top), 40 + n * 130.0, short(step)) for n, step in enumerate(steps))


def _circle(x: float, y: float, radius: float) -> tuple[float, float, float, float]:
    return x - radius, y - radius, x + radius, y + radius


def _place(given: Sequence[tuple[Spot, float, float, float]], frame: _Frame) -> list[DrawnSpot]:
    """The circles, largest first so that small ones stay above, each with a label where there is room."""
    ordered = sorted(given, key=lambda one: -one[3])
    taken = [_circle(x, y, radius * 0.7) for _spot, x, y, radius in ordered]
    drawn = []
    for spot, x, y, radius in ordered:
        label = _label(f"{spot.label} {spot.figure.text}".strip(), x, y, radius, frame, taken)
        if label:
            taken.append(label.box)
        drawn.append(DrawnSpot(spot=spot, x=x, y=y, radius=radius or 3.0, label=label))
    return drawn


def _label(
    text: str, x: float, y: float, radius: float, frame: _Frame, taken: Sequence[tuple[float, ...]]
) -> DrawnLabel | None:
    away = max(radius, 3) + 5
    choices = (
        DrawnLabel(text, x + away, y + 5, "start"),
        DrawnLabel(text, x - away, y + 5, "end"),
        DrawnLabel(text, x, y - away, "middle"),
        DrawnLabel(text, x, y + away + 12, "middle"),
    )
    for choice in choices:
        if frame.holds(choice.box) and not any(_meet(choice.box, box) for box in taken):
            return choice
    return None


def _meet(a: tuple[float, ...], b: tuple[float, ...]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _landmarks(
    landmarks: Mapping[str, Position],
    shown: set[str],
    frame: _Frame,
    taken: list[tuple[float, float, float, float]],
) -> tuple[DrawnSpot, ...]:
    """The towns that help to find one's way, where they are in the frame and do not cover a figure."""
    drawn = []
    for name, at in landmarks.items():
        x, y = frame.at(at)
        box = _circle(x, y, 3)
        if name in shown or not frame.holds(box) or any(_meet(box, other) for other in taken):
            continue
        label = _label(name, x, y, 0, frame, taken)
        if label is None:
            continue
        taken += [label.box, box]
        spot = Spot(label=name, at=at, figure=ShownFigure())
        drawn.append(DrawnSpot(spot=spot, x=x, y=y, radius=2.5, label=label))
    return tuple(drawn)


def _table(id: str, title: Words, spots: Sequence[Spot], *, with_values: bool) -> Table:
    columns = (Column("place", _("Lieu")), Column("value", _("Valeur"), Kind.NUMBER))
    ranked = sorted(spots, key=lambda spot: -float(spot.figure.high or 0))
    rows = [row(Cell(spot.label, href=spot.href), spot.figure) for spot in ranked]
    kept = columns if with_values else columns[:1]
    return Table(id=id, caption=title, columns=kept, rows=rows, hide_caption=True)
