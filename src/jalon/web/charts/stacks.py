"""Stacked bars: women and men, funders of a budget, uses of funds; never a pie."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from jalon.core.values.number_formats import Exact, format_percent
from jalon.web.charts.scale import percent
from jalon.web.shown import ShownFigure, Words

TONES = ("a", "b", "c", "d", "e")


@dataclass(frozen=True, kw_only=True)
class Part:
    """A part of a whole; the parts of every bar of a chart come in the same order."""

    label: Words
    figure: ShownFigure
    is_rest: bool = False


@dataclass(frozen=True, kw_only=True)
class Stack:
    """One bar: its label, its link, its total as shown and its parts."""

    label: Words
    parts: tuple[Part, ...]
    total: ShownFigure | None = None
    href: str = ""


@dataclass(frozen=True, kw_only=True)
class Segment:
    """A part as drawn: start and length in percent, tone, and its share in words."""

    part: Part
    start: str
    length: str
    tone: str
    share: str


@dataclass(frozen=True, kw_only=True)
class DrawnStack:
    """A bar as drawn."""

    stack: Stack
    segments: tuple[Segment, ...]


@dataclass(frozen=True, kw_only=True)
class StackChart:
    """Stacked bars ready to be drawn."""

    template: ClassVar[str] = "components/charts/stacks.html"
    title: Words
    note: Words
    stacks: tuple[DrawnStack, ...]
    key: tuple[tuple[Words, str], ...]


def stack_chart(
    title: Words, stacks: Sequence[Stack], *, note: Words = "", to_scale: bool = False
) -> StackChart:
    """Return bars each filling the width, or `to_scale` of the largest one."""
    wholes = [_whole(stack) for stack in stacks]
    top = max(wholes, default=Fraction(0))
    return StackChart(
        title=title,
        note=note,
        stacks=tuple(
            DrawnStack(stack=stack, segments=_segments(stack, whole, top if to_scale else whole))
            for stack, whole in zip(stacks, wholes, strict=True)
        ),
        key=tuple((part.label, _tone(part, n)) for n, part in enumerate(stacks[0].parts)) if stacks else (),
    )


def _whole(stack: Stack) -> Fraction:
    return sum((_value(part) for part in stack.parts), Fraction(0))


def _value(part: Part) -> Fraction:
    low: Exact | None = part.figure.low
    return Fraction(0) if low is None else Fraction(low)


def _tone(part: Part, rank: int) -> str:
    return "e" if part.is_rest else TONES[min(rank, len(TONES) - 1)]


def _segments(stack: Stack, whole: Fraction, top: Fraction) -> tuple[Segment, ...]:
    segments, start = [], Fraction(0)
    for rank, part in enumerate(stack.parts):
        value = _value(part)
        segments.append(
            Segment(
                part=part,
                start=percent(start, top),
                length=percent(value, top),
                tone=_tone(part, rank),
                share=format_percent(value / whole) if whole else "",
            )
        )
        start += value
    return tuple(segments)
