"""What the small components are given: one frozen dataclass each, made by a page's view.

The style page (`/style/`) shows every one of them; `tables.py` and `shown.py` hold the larger two.
"""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from jalon.web.shown import ShownFigure, Words


@dataclass(frozen=True)
class Link:
    """A link of a breadcrumb, of tabs or of a list; `current` for the page one is on."""

    label: Words
    href: str = ""
    current: bool = False


class Shape(StrEnum):
    """The shape of a state, so that it is told without colour too (`s-<value>` in the sprite)."""

    EMPTY = "empty"
    HALF = "half"
    FULL = "full"
    PAUSE = "pause"
    CROSS = "cross"
    ALERT = "alert"


@dataclass(frozen=True)
class Badge:
    """A state: its word and its shape (empty = to come, half = under way, full = done)."""

    label: Words
    shape: Shape = Shape.EMPTY


@dataclass(frozen=True, kw_only=True)
class Term:
    """A line of a definition list: a word and what it is for this thing.

    The content is the first given of `figure`, `badge`, `links` and `text`; `note` comes under it.
    """

    label: Words
    text: Words = ""
    figure: ShownFigure | None = None
    badge: Badge | None = None
    links: tuple[Link, ...] = ()
    note: Words = ""


@dataclass(frozen=True, kw_only=True)
class KeyFigure:
    """A large figure with its label, a line of context and perhaps a share to draw under it."""

    label: Words
    figure: ShownFigure
    note: Words = ""
    progress: "Progress | None" = None


@dataclass(frozen=True, kw_only=True)
class Progress:
    """A progress bar with its words; `share` in [0, …], drawn full beyond 1; None draws nothing."""

    share: float | None
    words: Words

    @property
    def percent(self) -> str:
        """The drawn length in percent of the width, between 0 and 100."""
        return f"{min(max(self.share or 0.0, 0.0), 1.0) * 100:.1f}"

    @property
    def is_over(self) -> bool:
        """True when more was done than planned."""
        return self.share is not None and self.share > 1


@dataclass(frozen=True, kw_only=True)
class Event:
    """A point of a timeline."""

    on: datetime.date | None
    title: Words
    text: Words = ""
    links: tuple[Link, ...] = ()
    shape: Shape = Shape.FULL
    when: str = ""


@dataclass(frozen=True, kw_only=True)
class Quote:
    """A passage of a source: its words, where they stand and the link that shows them in the document."""

    text: str
    source: Words
    where: Words = ""
    href: str = ""
    figure: ShownFigure | None = None


@dataclass(frozen=True, kw_only=True)
class Remark:
    """A remark (signalement): a dated note that ties passages; it is not a contradiction of the ledger."""

    title: Words
    text: Words = ""
    quotes: tuple[Quote, ...] = ()
    by: Words = ""
    on: datetime.date | None = None


@dataclass(frozen=True, kw_only=True)
class Change:
    """A line of « what has changed »: before → after, why, by whom, when."""

    label: Words
    before: ShownFigure | None
    after: ShownFigure | None
    why: Words = ""
    by: Words = ""
    at: datetime.datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Item:
    """A line of a list: a link, perhaps its state, and a line under it."""

    title: Words
    href: str = ""
    text: Words = ""
    badge: Badge | None = None


@dataclass(frozen=True, kw_only=True)
class Node:
    """A node of a tree (results framework): its level's name, code, title, and what is under it."""

    title: Words
    code: str = ""
    level: Words = ""
    href: str = ""
    figures: tuple[KeyFigure, ...] = ()
    children: tuple["Node", ...] = ()


@dataclass(frozen=True, kw_only=True)
class Trace:
    """A step of a provenance trail: the figure, an entry, or the source that carries it."""

    title: Words
    text: Words = ""
    figure: ShownFigure | None = None
    href: str = ""
    badge: Badge | None = None
    children: tuple["Trace", ...] = ()


@dataclass(frozen=True)
class Piece:
    """A stretch of a document's text; with `ids` it is a highlighted passage that links can aim at."""

    text: str
    ids: tuple[str, ...] = ()
    title: Words = ""
    current: bool = False
