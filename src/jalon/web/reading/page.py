"""What the review page shows: where one is in the text, what is proposed there, what comes next."""

import dataclasses
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jalon.records.reading.models import Claim
from jalon.records.reading.queries import AlertView, ClaimView, Review
from jalon.records.reading.states import State
from jalon.records.reading.versions import text_words
from jalon.records.sources.models import Text
from jalon.web.components import Badge, Progress, Shape
from jalon.web.reading import leaf
from jalon.web.reading.vocabulary import ALERT_BADGES, ALERT_KINDS, FAMILIES, PLURALS
from jalon.web.shown import Words

Seen = ClaimView | AlertView
_BLANKS = re.compile(r"[ \t\r\n\f\v]+")
ALERTS_SHOWN = 12
QUOTE_SHOWN = 110
STATE_SHAPES = {
    State.OPEN: Shape.EMPTY,
    State.ACCEPTED: Shape.FULL,
    State.CORRECTED: Shape.FULL,
    State.IGNORED: Shape.CROSS,
    State.NOTED: Shape.FULL,
    State.DISMISSED: Shape.CROSS,
}


@dataclasses.dataclass(frozen=True)
class Item:
    """A line of the list: a proposition or an alert, with the parts that go with it."""

    href: str
    text: str
    word: Words
    family: str
    badge: Badge
    is_open: bool
    current: bool
    parts: tuple["Item", ...] = ()


@dataclasses.dataclass(frozen=True)
class Section:
    """Lines of the list under one title of the text; the alerts have theirs."""

    title: Words
    items: tuple[Item, ...]
    more: int = 0


@dataclasses.dataclass(frozen=True)
class Asked:
    """What the address asks for: a proposition, an alert, what follows one, a part of the text."""

    claim: int | None = None
    alert: int | None = None
    after: int | None = None
    window: int | None = None

    @classmethod
    def read(cls, query: Mapping[str, str]) -> "Asked":
        """Read the address; nonsense asks for nothing."""
        return cls(*(_number(query.get(name, "")) for name in ("p", "a", "apres", "partie")))


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() and text.isascii() and len(text) < 16 else None


def href_of(seen: Seen) -> str:
    """Return the address of a proposition or of an alert, within its review."""
    return f"?p={seen.claim.pk}#passage" if isinstance(seen, ClaimView) else f"?a={seen.alert.pk}#passage"


def start_of(seen: Seen) -> int:
    """Return where it stands in the text: an alert where its first passage does."""
    if isinstance(seen, ClaimView):
        return seen.claim.start
    return min((start for start, _end in seen.alert.spans), default=0)


def badge_of(state: State) -> Badge:
    """Return a state as a word and a shape."""
    return Badge(state.label, STATE_SHAPES[state])


def is_entered_before(seen: ClaimView) -> bool:
    """Whether another text of the document made the entry of this figure."""
    return seen.judged_in is not None and seen.verdict is not None and seen.verdict.entry_id is not None


@dataclasses.dataclass(frozen=True)
class Place:
    """Where the person is: what they look at, the window of the text, what comes before and after."""

    text: Text
    review: Review
    current: Seen | None
    windows: leaf.Windows
    window: leaf.Window

    @property
    def order(self) -> list[Seen]:
        """All there is, in the order of the keys: alerts, then propositions as the text has them."""
        return [*self.review.alerts, *self.review.claims]

    def beside(self, step: int) -> str:
        """Return the address of the next (1) or previous (-1) one, empty at the ends."""
        order = self.order
        if self.current is None:
            return href_of(order[0]) if order and step > 0 else ""
        index = order.index(self.current) + step
        return href_of(order[index]) if 0 <= index < len(order) else ""

    @property
    def claim(self) -> ClaimView | None:
        """The proposition looked at, None for an alert or nothing."""
        return self.current if isinstance(self.current, ClaimView) else None

    @property
    def alert(self) -> AlertView | None:
        """The alert looked at."""
        return self.current if isinstance(self.current, AlertView) else None

    def leaf(self) -> list[leaf.Part]:
        """Return the window of the text with its highlights."""
        open_alerts = {one.alert.pk for one in self.review.alerts if not one.state.is_judged}
        spans = self.alert.alert.spans if self.alert else []
        current = self.claim.claim.pk if self.claim else None
        shown = [one for one in self.review.claims if self.window.shows(one.claim.start, one.claim.end)]
        marks = leaf.marks_of(shown, current=current, spans=spans, open_alerts=open_alerts)
        return leaf.parts(self.text, self.window, marks)

    def sections(self) -> list[Section]:
        """Return the list: the alerts that wait, then the propositions of the window by title."""
        return [*self._alerts(), *self._claims()]

    def _alerts(self) -> Iterator[Section]:
        waiting = [one for one in self.review.alerts if not one.state.is_judged]
        judged = [
            one
            for one in self.review.alerts
            if one.state.is_judged and any(self.window.shows(start, end) for start, end in one.alert.spans)
        ]
        if waiting or judged:
            shown = [*waiting[:ALERTS_SHOWN], *judged[:ALERTS_SHOWN]]
            items = tuple(self._alert_item(one) for one in shown)
            yield Section(_("Alertes"), items, more=max(len(waiting) - ALERTS_SHOWN, 0))

    def _alert_item(self, seen: AlertView) -> Item:
        badge = badge_of(seen.state) if seen.state.is_judged else ALERT_BADGES[seen.alert.level]
        return Item(
            href_of(seen),
            shortened(seen.alert.explanation),
            ALERT_KINDS.get(seen.alert.kind, _("à comparer")),
            "alert",
            badge,
            not seen.state.is_judged,
            seen is self.current,
        )

    def _claims(self) -> Iterator[Section]:
        shown = [one for one in self.review.claims if self.window.shows(one.claim.start, one.claim.end)]
        pks = {one.claim.pk: one for one in shown}
        under = {pk for one in shown for pk in one.parts if pk in pks}
        titles = [(start, end) for kind, start, end in self.text.blocks if kind[0] == "h" and kind != "head"]
        starts = [start for start, _end in titles]
        grouped: dict[int, list[Item]] = {}
        for one in shown:
            if one.claim.pk not in under:
                title = bisect_right(starts, one.claim.start) - 1
                grouped.setdefault(title, []).append(self._claim_item(one, pks))
        for title, items in grouped.items():
            start, end = titles[title] if title >= 0 else (0, 0)
            words = shortened(self.text.content[start:end]) if title >= 0 else _("Propositions")
            yield Section(words, tuple(items))

    def _claim_item(self, seen: ClaimView, shown: Mapping[int, ClaimView]) -> Item:
        return Item(
            href_of(seen),
            shortened(seen.quote),
            str(seen.claim.get_type_display()),
            FAMILIES[seen.claim.type],
            Badge(_("déjà inscrite"), Shape.FULL) if is_entered_before(seen) else badge_of(seen.state),
            not seen.state.is_judged,
            seen is self.current,
            tuple(self._claim_item(shown[pk], shown) for pk in seen.parts if pk in shown),
        )


def place_of(text: Text, review: Review, asked: Asked) -> Place:
    """Return where the address leads; what waits first when it asks for nothing."""
    windows = leaf.Windows.of(text)
    current = _current(review, windows, asked)
    window = windows.at(start_of(current) if current is not None else 0)
    return Place(
        text, review, current, windows, window if asked.window is None else windows.number(asked.window)
    )


def _current(review: Review, windows: leaf.Windows, asked: Asked) -> Seen | None:
    for seen in review.claims if asked.claim is not None else ():
        if seen.claim.pk == asked.claim:
            return seen
    for alert in review.alerts if asked.alert is not None else ():
        if alert.alert.pk == asked.alert:
            return alert
    waiting = [one for one in review.claims if not one.state.is_judged]
    if asked.window is not None:
        window = windows.number(asked.window)
        inside = [one for one in review.claims if window.shows(one.claim.start, one.claim.end)]
        return next((one for one in inside if not one.state.is_judged), inside[0] if inside else None)
    if asked.after is not None and (following := _after(review.claims, asked.after)) is not None:
        return following
    alert_first = next((one for one in review.alerts if not one.state.is_judged), None)
    return alert_first or (waiting[0] if waiting else None)


def _after(claims: Sequence[ClaimView], pk: int) -> ClaimView | None:
    """The first open proposition after the one just judged, else the first one that waits."""
    left = next((n for n, one in enumerate(claims) if one.claim.pk == pk), -1)
    return next((one for one in (*claims[left + 1 :], *claims[:left]) if not one.state.is_judged), None)


def on_one_line(text: str) -> str:
    """Return a text without line ends, tabs and runs of spaces; its no-break spaces stay."""
    return _BLANKS.sub(" ", text).strip()


def shortened(text: str) -> str:
    """Return a text on one line, cut when it is long."""
    line = on_one_line(text)
    return line if len(line) <= QUOTE_SHOWN else f"{line[:QUOTE_SHOWN].rsplit(' ', 1)[0]}…"


def last_judged(review: Review, username: str) -> Seen | None:
    """Return what the person judged last in this text and may take back."""
    seen: list[Seen] = [one for one in review.claims if one.judged_in is None]
    seen += review.alerts
    mine = [
        one for one in seen if one.verdict is not None and one.state.is_judged and one.verdict.by == username
    ]
    return max(mine, key=lambda one: one.verdict.pk if one.verdict else 0, default=None)


def progress_of(review: Review) -> Progress:
    """Return how far the review of a document is."""
    total = len(review.claims) + len(review.alerts)
    waiting = review.open_claims + review.open_alerts
    if not waiting:
        return Progress(share=1.0 if total else None, words=_("tout est décidé"))
    words = ngettext("reste %(n)s sur %(total)s", "restent %(n)s sur %(total)s", waiting) % {
        "n": waiting,
        "total": total,
    }
    return Progress(share=(total - waiting) / total if total else None, words=words)


@dataclasses.dataclass(frozen=True)
class AllOf:
    """What may be accepted in one go."""

    type: str
    words: str
    count: int


def judged_before(review: Review) -> list[str]:
    """Return how many propositions were judged in each of the other texts of the document, in French."""
    texts = Counter(one.judged_in for one in review.claims)
    return [
        ngettext(
            "%(n)s proposition était déjà décidée depuis %(earlier)s : elle n’est pas à reprendre.",
            "%(n)s propositions étaient déjà décidées depuis %(earlier)s : elles ne sont pas à reprendre.",
            times,
        )
        % {"n": times, "earlier": text_words(text, beside=review.reading.text)}
        for text, times in texts.items()
        if text is not None
    ]


def kinds_waiting(review: Review) -> list[AllOf]:
    """Return the kinds with something open, each with how many, in the order of the kinds."""
    counts: dict[str, int] = {}
    for one in review.claims:
        if not one.state.is_judged:
            counts[one.claim.type] = counts.get(one.claim.type, 0) + 1
    return [AllOf(str(kind), str(PLURALS[kind]), counts[kind]) for kind in Claim.Type if kind in counts]


def without_alert(review: Review) -> int:
    """Return how many open propositions no open alert compares."""
    doubtful = {pk for one in review.alerts if not one.state.is_judged for pk in one.claims}
    return sum(not one.state.is_judged and one.claim.pk not in doubtful for one in review.claims)
