"""The scope of a question, and which stated entries fall inside it (rules 1, 6 and 12)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Literal

from jalon.core.figures.answer import Mention, SetAside, Why
from jalon.core.figures.derived import Derivation, derivations
from jalon.core.figures.errors import QuestionError
from jalon.core.figures.extents import Extent, Numbering, ordinal, subtree
from jalon.core.figures.fetcher import Fetcher, Selection, Stated
from jalon.core.figures.geography import Geography
from jalon.core.figures.model import Account, Pair
from jalon.core.figures.plans import version_asked
from jalon.core.figures.question import Question


@dataclass(frozen=True, slots=True)
class Scope:
    """A question resolved against a ledger: keys found, division and plan version chosen, extents known."""

    question: Question
    fetcher: Fetcher
    chart: dict[str, Account]
    account: Account
    """The first account asked: its unit and the way it adds stand for all."""
    geography: Geography
    division: str
    leaves: frozenset[str]
    selection: Selection
    extent: Extent
    account_masks: Mapping[str, int]
    masks_of_places: Numbering

    def extent_of(self, stated: Stated) -> Extent:
        """The extent of a statement or an event."""
        return Extent(
            self.account_mask(stated.account),
            self.place_mask(stated.place),
            stated.about,
            ordinal(stated.start),
            stated.end.toordinal(),
        )

    def account_mask(self, key: str) -> int:
        """An account with those under it, as bits."""
        return self.account_masks[key]

    def place_mask(self, pair: Pair) -> int:
        """The leaf places of a pair, as bits."""
        return self.masks_of_places.mask(self.geography.leaves(pair))


@dataclass(slots=True)
class Sorted:
    """Stated entries by what becomes of them."""

    inside: list[Stated] = field(default_factory=list)
    derivations: list[Derivation] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    set_aside: list[SetAside] = field(default_factory=list)


def resolve(question: Question, fetcher: Fetcher) -> Scope:
    """Find what the question names; QuestionError (French sentence) for what does not exist or cannot add."""
    if question.start is not None and question.end < question.start:
        raise QuestionError("period_reversed", start=question.start, end=question.end)
    chart = dict(fetcher.accounts(question.accounts))
    for key in question.accounts:
        if key not in chart:
            raise QuestionError("unknown_account", account=key)
    if not question.accounts:
        raise QuestionError("no_account")
    account = chart[question.accounts[0]]
    for key in question.accounts[1:]:
        other = chart[key]
        if (other.unit, other.decimals) != (account.unit, account.decimals):
            raise QuestionError("units_differ", account=key, unit=other.unit, other=account.unit)
        if (other.time, other.places) != (account.time, account.places):
            raise QuestionError("additivity_differs", account=key, other=account.key)
    geography = fetcher.geography()
    if question.place is not None and not geography.has(question.place):
        raise QuestionError("unknown_place", place=question.place)
    if question.division is not None and question.division not in geography.divisions:
        raise QuestionError("unknown_division", division=question.division)
    division = geography.in_force(question.end) if question.division is None else question.division
    leaves = geography.leaves((question.place or "", division))
    under = frozenset[str]().union(*(subtree(chart, key) for key in question.accounts))
    selection = Selection(
        accounts=under,
        stage=question.stage,
        start=question.start,
        end=question.end,
        as_of=question.as_of,
        places=_places(question, account, geography, leaves),
        about=question.about,
        drafts=question.drafts,
    )
    selection = selection.within(version=version_asked(question, selection, fetcher))
    of_accounts, of_places = Numbering(), Numbering()
    account_masks = {key: of_accounts.mask(subtree(chart, key)) for key in chart}
    extent = Extent(
        of_accounts.mask(under),
        of_places.mask(leaves),
        question.about,
        ordinal(question.start),
        question.end.toordinal(),
    )
    return Scope(
        question,
        fetcher,
        chart,
        account,
        geography,
        division,
        leaves,
        selection,
        extent,
        account_masks,
        of_places,
    )


def _places(
    question: Question, account: Account, geography: Geography, leaves: frozenset[str]
) -> frozenset[Pair] | None:
    """The pairs inside the asked place; where places do not add, only those equal to it."""
    if account.places == "none":
        return frozenset(pair for pair, own in geography.pairs().items() if own == leaves)
    return None if question.place is None else geography.inside(leaves)


def fetch_stated(scope: Scope) -> Sequence[Stated]:
    """Every statement that touches the scope, and the few events that must be named one by one."""
    place = scope.question.place
    touching = None if place is None else scope.geography.touching(scope.leaves)
    inside = scope.geography.inside(scope.leaves)
    accounts = frozenset(key for key in scope.chart if scope.account_mask(key) & scope.extent.accounts)
    selection = scope.selection.within(accounts=accounts, places=touching, about=None)
    if scope.account.time == "last":
        selection = selection.within(start=None)
    named = (touching or frozenset()) - inside
    return scope.fetcher.stated(selection, named)


def sort_stated(scope: Scope, stated: Sequence[Stated]) -> Sorted:
    """Statements inside the scope, those derived, what is only mentioned, and what was set aside."""
    found = Sorted()
    live = [s for s in stated if s.state != "set_aside"]
    if scope.account.time == "sum" and scope.question.measure != "persons":
        cumulative = [s for s in live if s.kind == "statement" and not _foreign(scope, s)]
        for derivation in derivations(cumulative, lambda s: replace(scope.extent_of(s), start=0, end=0)):
            _derive(scope, derivation, found)
    used = {claim.entry for derivation in found.derivations for claim in derivation.cumulative}
    for statement in stated:
        why = _why_not(scope, statement)
        if statement.state == "set_aside":
            if why is None:
                found.set_aside.append(_set_aside(statement))
        elif why is None:
            found.inside.append(statement)
        elif why != "apart" and statement.entry not in used:
            found.mentions.append(mention(statement, why))
    return found


def _derive(scope: Scope, derivation: Derivation, found: Sorted) -> None:
    pattern = replace(derivation.cumulative[0], start=derivation.slot[0], end=derivation.slot[1])
    if _why_not(scope, pattern) is None:
        found.derivations.append(derivation)
        found.inside.extend(derivation.statements)


def mention(stated: Stated, why: Why) -> Mention:
    """A stated entry as it is mentioned beside a figure."""
    return Mention(
        stated.entry,
        why,
        stated.account,
        stated.total,
        stated.place,
        stated.start,
        stated.end,
        stated.about,
        stated.source,
    )


def _set_aside(stated: Stated) -> SetAside:
    act = stated.act
    return SetAside(
        stated.entry,
        stated.total,
        stated.source,
        act.by if act else "",
        act.why if act else "",
        act.at if act else None,
    )


def _foreign(scope: Scope, stated: Stated) -> bool:
    return stated.currency is not None and stated.currency != scope.chart[stated.account].unit


def _why_not(scope: Scope, stated: Stated) -> Why | Literal["apart"] | None:
    """Why a stated entry is not counted; None when it is; "apart" when it does not even touch the scope."""
    extent = scope.extent_of(stated)
    stock = scope.account.time == "last"
    if stock and stated.end <= scope.question.end:
        extent = replace(extent, start=scope.extent.start, end=scope.extent.end)
    if not scope.extent.overlaps(extent):
        return "apart"
    if _foreign(scope, stated):
        return "currency"
    if stock and stated.kind == "event":
        return "stock"
    if extent.leaves & ~scope.extent.leaves:
        return _place_or_division(scope, stated)
    if _moved(scope, stated):
        return "division"
    if extent.start < scope.extent.start or extent.end > scope.extent.end:
        return "period"
    if extent.accounts & ~scope.extent.accounts:
        return "account"
    if scope.extent.about is not None and extent.about != scope.extent.about:
        return "part"
    return _not_additive(scope, extent)


def _place_or_division(scope: Scope, stated: Stated) -> Why:
    """The same or larger than the asked place in the asked division too: "place"; else "division"."""
    place, division = stated.place
    if division == scope.division or not place:
        return "place"
    asked = scope.geography.leaves((place, scope.division))
    same = asked == scope.geography.leaves(stated.place)
    return "place" if same or asked > scope.leaves else "division"


def _moved(scope: Scope, stated: Stated) -> bool:
    """Whether its place changed within its period so that part of it may lie outside the asked place."""
    place = stated.place[0]
    if stated.kind == "event" or scope.account.time == "last" or not place:
        return False
    geography = scope.geography
    days: list[date] = [stated.start or stated.end, stated.end]
    for edition in geography.divisions.values():
        if edition.start and (stated.start or date.min) < edition.start <= stated.end:
            days.extend((edition.start, edition.start - timedelta(days=1)))
    if len(days) == 2:
        return False
    meant = [geography.leaves((place, geography.in_force(day))) for day in days]
    return any(leaves - scope.leaves for leaves in meant if leaves != geography.leaves(stated.place))


def _not_additive(scope: Scope, extent: Extent) -> Why | None:
    """What does not add over time or places answers only at exactly the question's extent (rule 7)."""
    asked = scope.extent
    if scope.account.time == "none" and (extent.start, extent.end) != (asked.start, asked.end):
        return "not_additive"
    if scope.account.places == "none" and extent.leaves != asked.leaves:
        return "not_additive"
    if scope.account.time == scope.account.places == "none" and (
        extent.accounts != asked.accounts or extent.about != asked.about
    ):
        return "not_additive"
    return None
