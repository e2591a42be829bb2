"""What a passage seems to say, as a filled form: a person reads it, changes it and decides."""

import dataclasses
import datetime
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from django.db.models import Count

from jalon.core.values import Period, ValueProblem, parse_period
from jalon.core.values.partial_dates import partial_period
from jalon.core.values.text_keys import search_key
from jalon.flows.intake.extraction import Block
from jalon.flows.intake.naming import places_said, written
from jalon.flows.intake.passages import above, around
from jalon.flows.intake.values import is_money, value_in
from jalon.records.ledger.models import Account, Entry
from jalon.records.places.models import Place
from jalon.records.sources.models import Text

_TOKEN = re.compile(r"[^\s\t]+")
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_CLAUSE_END = re.compile(r"[.;!?](?=\s|$)|\n")
_MOST_WORDS = 8
_FAR = 400
_NEARNESS = (3.0, 0.5, 0.05, 0.02)
_EMPTY_WORDS = frozenset(
    {"femme", "homme", "dans", "pour", "avec", "leur", "cette", "sont", "etre", "ainsi", "plus", "entre"}
)
_STAGES = (
    (Entry.Stage.BASELINE, re.compile(r"situation de départ|valeur de départ|référence|baseline", re.I)),
    (
        Entry.Stage.PLANNED,
        re.compile(r"prévu|prévision|prévoi|cible|à former|à identifier|planifi|objectif fixé", re.I),
    ),
    (
        Entry.Stage.COMMITTED,
        re.compile(r"engagement financier|engagé[es]* (?:pour|à hauteur)|montant engagé", re.I),
    ),
)
_SINCE_START = re.compile(r"depuis le (?:début|démarrage|lancement)|en cumul|au total depuis", re.I)


@dataclasses.dataclass(frozen=True)
class Proposal:
    """The first filling of the form: each field as written in it; empty where nothing was read."""

    value: str = ""
    account: str = ""
    stage: str = Entry.Stage.ACHIEVED
    period: str = ""
    since_start: bool = False
    place: str = ""
    places: tuple[str, ...] = ()
    kind: str = Entry.Kind.STATEMENT


def propose(text: Text, start: int, end: int, accounts: Sequence[Account]) -> Proposal:
    """Return what the passage [start, end[ of a text seems to say, among these accounts."""
    here = contexts_of(text, start, end)
    quote, sentence, upwards = here.quote, here.sentence, here.upwards
    value = value_in(quote)
    fitting = [one for one in accounts if one.currency_like == is_money(value)]
    account = next(iter(ranked(fitting, here.near)), None)
    period = period_near(
        [quote, sentence, *upwards, text.version.document.title], text.version.document.dated
    )
    said = places_said(quote) or places_said(sentence)
    alone = len(said) == 1 or (bool(said) and len({place.level for place in said}) == len(said))
    is_day = period is not None and period.start == period.end
    adds = account is None or account.time == Account.Time.SUM
    return Proposal(
        value=value,
        account=account.uid if account else "",
        stage=_stage(quote, sentence, upwards[:2]),
        period=written_period(period),
        since_start=bool(_SINCE_START.search(sentence)),
        place=written(said[0]) if said and alone else "",
        places=tuple(dict.fromkeys(written(place) for place in (*said, *_usual(text)))),
        kind=Entry.Kind.EVENT if is_day and adds else Entry.Kind.STATEMENT,
    )


@dataclasses.dataclass(frozen=True)
class Contexts:
    """What a passage is and what stands around it: its clause, its sentence, what stands above."""

    quote: str
    clause: str
    sentence: str
    upwards: tuple[str, ...]
    heading: str = ""
    """Of a row of a table: what stands above the table, and its row of headings."""

    @property
    def near(self) -> tuple[str, ...]:
        """The nearest first, as `ranked` weighs them."""
        return (self.quote, self.clause, self.sentence, *self.upwards[:1])


def contexts_of(text: Text, start: int, end: int) -> Contexts:
    """Return what stands around the passage [start, end[ of a text, no farther than `_FAR` blocks above."""
    first_block = bisect_right(text.blocks, start, key=lambda block: block[1])
    last_block = bisect_left(text.blocks, end, key=lambda block: block[1])
    near = text.blocks[max(0, first_block - _FAR) : max(first_block, last_block) + 1]
    blocks: list[Block] = [(kind, s, e) for kind, s, e in near]
    first, last = around(blocks, start, end)
    return Contexts(
        quote=text.content[start:end],
        clause=_clause(text.content, first, last, start, end),
        sentence=text.content[first:last],
        upwards=tuple(above(text.content, blocks, first)),
        heading=_above_table(text.content, blocks, first),
    )


def _above_table(content: str, blocks: Sequence[Block], start: int) -> str:
    here = bisect_right(blocks, start, key=lambda block: block[1]) - 1
    if here < 0 or blocks[here][0] not in {"row", "head"}:
        return ""
    while here > 0 and blocks[here][0] == "row":
        here -= 1
    first = here
    while first > 0 and blocks[first][0] in {"row", "head"}:
        first -= 1
    return " ".join(content[block[1] : block[2]] for block in blocks[first : here + 1])


def _clause(content: str, first: int, last: int, start: int, end: int) -> str:
    """The clause of a passage: up to the full stops, semicolons or line ends around it."""
    before = content[first:start]
    after = content[end:last]
    cut = max((match.end() for match in _CLAUSE_END.finditer(before)), default=0)
    stop = _CLAUSE_END.search(after)
    return before[cut:] + content[start:end] + (after[: stop.start()] if stop else after)


def _usual(text: Text) -> list[Place]:
    """The places of the entries that already come from this text, the most frequent first."""
    places = Place.objects.filter(entries__source__text=text).annotate(times=Count("entries"))
    return list(places.order_by("-times", "sort_key")[:8])


def ranked(accounts: Sequence[Account], contexts: Sequence[str]) -> list[Account]:
    """Return the accounts whose labels share a word with a passage and its contexts, the likeliest first.

    A word counts less the more labels have it (« jeunes ») and the farther it stands; of two alike, the one
    that says less comes first.
    """
    labels = [_words(account.label) for account in accounts]
    common = Counter(word for words in labels for word in words)
    said = [_words(context) for context in contexts]

    def score(words: set[str]) -> float:
        near = {word: rank for rank, context in reversed(list(enumerate(said))) for word in words & context}
        return sum(_NEARNESS[rank] / common[word] for word, rank in near.items())

    scores = [score(words) for words in labels]
    order = sorted(range(len(accounts)), key=lambda n: (-scores[n], len(labels[n])))
    return [accounts[n] for n in order if scores[n] > 0]


def _words(text: str) -> set[str]:
    """The words that tell something, without their plural."""
    return {word.rstrip("s")[:7] for word in search_key(text).split() if len(word) > 3} - _EMPTY_WORDS


def _stage(quote: str, sentence: str, titles: Iterable[str]) -> str:
    for words in (quote, sentence, *titles):
        for stage, pattern in _STAGES:
            if pattern.search(words):
                return stage
    return Entry.Stage.ACHIEVED


def period_near(places: Iterable[str], dated: str) -> Period | None:
    """Return the first period written in the texts near a passage; else the year of the document."""
    for text in places:
        if (found := period_in(text)) is not None:
            return found
    try:
        day = partial_period(dated)
    except ValueProblem:
        return None
    return Period.of_year(day.start.year) if day else None


@lru_cache(maxsize=2_000)
def period_in(text: str) -> Period | None:
    """Return the period that a text writes, the longest writing of the first one; None without a year."""
    if not _YEAR.search(text):
        return None
    words = [(match.start(), match.end()) for match in _TOKEN.finditer(text)]
    for length in range(_MOST_WORDS, 0, -1):
        for first in range(len(words) - length + 1):
            piece = text[words[first][0] : words[first + length - 1][1]].strip("().,;:«» ")
            if not _YEAR.search(piece):
                continue
            try:
                return parse_period(piece)
            except ValueProblem:
                continue
    return None


def written_period(period: Period | None) -> str:
    """A period as the form writes it: one that `parse_period` reads back."""
    if period is None:
        return ""
    from_year = Period.of_year(period.start.year)
    if (period.start, period.end) == (from_year.start, from_year.end):
        return str(period.start.year)
    if period.start == period.end:
        return _day(period.start)
    return f"du {_day(period.start)} au {_day(period.end)}"


def _day(day: datetime.date) -> str:
    return day.strftime("%d/%m/%Y")
