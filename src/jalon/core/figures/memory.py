"""The engine in memory: a whole ledger as lists, the plainest reading of the protocol."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime

from jalon.core.figures.fetcher import EventSum, Grouping, HeadSum, Known, Selection, Slot, Stated
from jalon.core.figures.geography import Geography
from jalon.core.figures.model import (
    Account,
    Act,
    Cell,
    Entry,
    Group,
    Judgement,
    Ledger,
    Pair,
    PlanVersion,
    Posting,
)


class MemoryFetcher:
    """Serves the arithmetic from a Ledger. Implements `Fetcher`."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self._geography = Geography(ledger.places.values(), ledger.zones.values(), ledger.divisions.values())
        self._acts: dict[str, list[Act]] = {}
        for act in ledger.acts:
            self._acts.setdefault(act.entry, []).append(act)

    def accounts(self, keys: Collection[str]) -> Mapping[str, Account]:
        """These accounts, those under and above them, and those their ratios name."""
        chart = self.ledger.accounts
        children: dict[str, list[str]] = {}
        for account in chart.values():
            if account.parent is not None:
                children.setdefault(account.parent, []).append(account.key)
        found: dict[str, Account] = {}

        def take(key: str | None, down: bool) -> None:
            if key is not None and key in chart and key not in found:
                found[key] = chart[key]
                for child in children.get(key, ()) if down else ():
                    take(child, True)

        for key in keys:
            take(key, True)
        for key in list(found):
            parent = chart[key].parent
            while parent is not None:
                take(parent, False)
                parent = chart[parent].parent
            take(chart[key].numerator, False)
            take(chart[key].denominator, False)
        return found

    def geography(self) -> Geography:
        """Places, zones and divisions."""
        return self._geography

    def plan_versions(self, selection: Selection) -> Sequence[PlanVersion]:
        """The versions with live planned entries of these accounts that overlap the days."""
        keys = {
            (self.ledger.accounts[entry.account].programme or "", entry.version)
            for entry in self._live(selection)
            if entry.version is not None
            and entry.account in selection.accounts
            and entry.stage == "planned"
            and _overlaps(entry, selection)
        }
        found = [self.ledger.versions.get(key, PlanVersion(key[1])) for key in keys]
        found.sort(key=lambda version: (version.number, version.effective or date.min))
        return list({version.number: version for version in found}.values())

    def stated(self, touching: Selection, named: Collection[Pair]) -> Sequence[Stated]:
        """Statements that touch, live or set aside, and the few events to be named."""
        found = []
        for entry in self.ledger.entries.values():
            if not self._about(entry, touching) or not _overlaps(entry, touching):
                continue
            foreign = entry.currency not in (None, self.ledger.accounts[entry.account].unit)
            if entry.kind == "event" and not foreign and entry.pair not in named:
                continue
            state, act = self._state(entry, touching.as_of, touching.drafts)
            if state == "live" or (state == "set_aside" and entry.kind == "statement"):
                drafted = not self._approved(entry.key, touching.as_of)
                found.append(_stated(entry, "draft" if state == "live" and drafted else state, act))
        return found

    def event_sums(self, selection: Selection, grouping: Grouping) -> Sequence[EventSum]:
        """Live events inside the selection, summed."""
        totals: dict[tuple[int, Cell, str | None, Pair | None, str | None], int] = {}
        for entry in self._inside(selection, events=True):
            own: dict[Cell, int] = {}
            for posting in _postings(entry, selection.cell):
                cell = tuple(pair for pair in posting.cell if pair[0] in grouping.axes)
                own[cell] = own.get(cell, 0) + posting.value
            for cell, value in own.items():
                group = (
                    _slot(entry.end, grouping.slots),
                    cell,
                    entry.account if grouping.account else None,
                    entry.pair if grouping.place else None,
                    entry.about if grouping.about else None,
                )
                before = totals.get(group)
                if before is None:
                    totals[group] = value
                else:
                    totals[group] = max(before, value) if grouping.largest else before + value
        return [
            EventSum(value, slot, cell, account, place, about)
            for (slot, cell, account, place, about), value in totals.items()
        ]

    def heads(self, selection: Selection, slots: Sequence[Slot]) -> Sequence[HeadSum]:
        """Live events inside the selection as headcounts."""
        found: dict[tuple[str, Pair, str | None, int], list[int]] = {}
        for entry in self._inside(selection, events=True):
            postings = _postings(entry, selection.cell)
            heads = sum(posting.value for posting in postings)
            unnamed = sum(self._unnamed(posting, entry.end) for posting in postings)
            place = (entry.account, entry.pair, entry.about, _slot(entry.end, slots))
            sums = found.setdefault(place, [0, 0])
            sums[0] += unnamed
            sums[1] = max(sums[1], heads)
        return [HeadSum(*key, unnamed=sums[0], peak=sums[1]) for key, sums in found.items()]

    def known_persons(self, selections: Sequence[Selection], listed: Collection[str]) -> Sequence[Known]:
        """Distinct persons of live postings inside each selection."""
        named = frozenset(listed)
        answers = []
        for selection in selections:
            persons = {
                person
                for entry in self._inside(selection)
                for posting in _postings(entry, selection.cell)
                for person in self._persons(posting, entry.end)
            }
            answers.append(Known(len(persons - named), frozenset(persons & named)))
        return answers

    def judgements(self, as_of: datetime) -> Sequence[Judgement]:
        """Judgements held at an instant."""
        return [
            judgement
            for judgement in self.ledger.judgements.values()
            if judgement.known_at <= as_of and (judgement.ended_at is None or judgement.ended_at > as_of)
        ]

    def first_day(self, selection: Selection) -> date | None:
        """The earliest last day of a live entry inside the selection."""
        return min((entry.end for entry in self._inside(selection)), default=None)

    def sources(self, selection: Selection) -> frozenset[str]:
        """Distinct sources of the live entries inside the selection."""
        return frozenset(e.source for e in self._inside(selection) if e.source is not None)

    def entries(self, selection: Selection, limit: int, offset: int = 0) -> Sequence[Entry]:
        """Live entries inside the selection by (end, key)."""
        found = sorted(self._inside(selection), key=lambda entry: (entry.end, entry.key))
        return found[offset : offset + limit]

    def _approved(self, key: str, as_of: datetime) -> bool:
        return any(act.act == "approve" and act.known_at <= as_of for act in self._acts.get(key, ()))

    def _state(self, entry: Entry, as_of: datetime, drafts: bool) -> tuple[str, Act | None]:
        """ "live", "set_aside" (with its act) or "out"."""
        if entry.known_at > as_of or not (drafts or self._approved(entry.key, as_of)):
            return "out", None
        aside: Act | None = None
        for act in self._acts.get(entry.key, ()):
            if act.known_at > as_of:
                continue
            if act.act == "withdraw" and self._took_effect(act, as_of, drafts):
                return "out", None
            if act.act == "set_aside" and aside is None:
                aside = act
        return ("set_aside", aside) if aside else ("live", None)

    def _took_effect(self, act: Act, as_of: datetime, drafts: bool) -> bool:
        """A withdrawal in favour of a replacement waits for the approval of the replacement."""
        if act.replaced_by is None:
            return True
        replacement = self.ledger.entries.get(act.replaced_by)
        if replacement is None or replacement.known_at > as_of:
            return False
        return drafts or self._approved(act.replaced_by, as_of)

    def _live(self, selection: Selection) -> Iterator[Entry]:
        for entry in self.ledger.entries.values():
            if self._state(entry, selection.as_of, selection.drafts)[0] == "live":
                yield entry

    def _about(self, entry: Entry, selection: Selection) -> bool:
        """Its account, stage, plan version and place are of the selection."""
        return (
            entry.account in selection.accounts
            and entry.stage == selection.stage
            and (selection.version is None or entry.version == selection.version)
            and (selection.places is None or entry.pair in selection.places)
        )

    def _inside(self, selection: Selection, events: bool = False) -> Iterator[Entry]:
        for entry in self.ledger.entries.values():
            if (
                self._about(entry, selection)
                and (selection.about is None or entry.about == selection.about)
                and entry.end <= selection.end
                and (selection.start is None or (entry.start is not None and entry.start >= selection.start))
                and not (events and entry.kind != "event")
                and entry.currency in (None, self.ledger.accounts[entry.account].unit)
                and self._state(entry, selection.as_of, selection.drafts)[0] == "live"
            ):
                yield entry

    def _members(self, key: str, day: date) -> frozenset[str]:
        members = self.ledger.groups.get(key, Group(key)).members
        return frozenset(
            m.person for m in members if (not m.start or m.start <= day) and (not m.end or day <= m.end)
        )

    def _persons(self, posting: Posting, day: date) -> Iterable[str]:
        if posting.group is not None:
            return self._members(posting.group, day)
        return () if posting.person is None else (posting.person,)

    def _unnamed(self, posting: Posting, day: date) -> int:
        if posting.group is not None:
            return max(0, posting.value - len(self._members(posting.group, day)))
        return posting.value if posting.person is None else 0


def _overlaps(entry: Entry, selection: Selection) -> bool:
    """The days overlap, or the statement is "depuis le début"."""
    return entry.start is None or (
        entry.start <= selection.end and (selection.start is None or entry.end >= selection.start)
    )


def _postings(entry: Entry, cell: Cell) -> list[Posting]:
    wanted = set(cell)
    return [posting for posting in entry.postings if wanted <= set(posting.cell)]


def _slot(day: date, slots: Sequence[Slot]) -> int:
    return next(i for i, (start, end) in enumerate(slots) if day <= end and (start is None or start <= day))


def _stated(entry: Entry, state: str, act: Act | None) -> Stated:
    cells: dict[Cell, int] = {}
    for posting in entry.postings:
        cells[posting.cell] = cells.get(posting.cell, 0) + posting.value
    return Stated(
        entry=entry.key,
        account=entry.account,
        kind=entry.kind,
        place=entry.pair,
        start=entry.start,
        end=entry.end,
        cells=tuple(sorted(cells.items())),
        about=entry.about,
        source=entry.source,
        printed=entry.printed,
        precision=entry.precision,
        qualifier=entry.qualifier,
        currency=entry.currency,
        state=state,  # type: ignore[arg-type]
        act=act,
    )
