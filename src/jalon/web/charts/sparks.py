"""A line without axes, beside a figure: the shape of its course in a word's height."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from jalon.core.values.number_formats import Exact
from jalon.web.shown import Words


@dataclass(frozen=True, kw_only=True)
class Spark:
    """A line in a 100 × 20 box, and the words that say what it shows."""

    template: ClassVar[str] = "components/charts/spark.html"
    points: str
    words: Words


def spark(values: Sequence[Exact], words: Words) -> Spark | None:
    """Return the line of `values` at even distances, or None with fewer than two of them."""
    if len(values) < 2:
        return None
    top, step = max(max(values), 1), 100 / (len(values) - 1)
    heights = [19 - float(value) / float(top) * 18 for value in values]
    points = " ".join(f"{n * step:.1f},{height:.1f}" for n, height in enumerate(heights))
    return Spark(points=points, words=words)
