"""Accepting in one go all that needs no choice: one transaction, few queries however many figures."""

import contextlib
import dataclasses
from collections.abc import Collection, Mapping
from typing import Any

from django.db import transaction
from django.db.models import prefetch_related_objects
from django.utils.translation import gettext as _

from jalon.flows.intake.recording import Typed, check_typed
from jalon.flows.reading.entering import enter_many, typed_of
from jalon.flows.reading.judging import (
    Figure,
    check_apart,
    check_chosen,
    earlier_entries,
    figure_held,
    figure_of,
)
from jalon.flows.reading.proposing import Known, parts_of, propose
from jalon.flows.reading.targets import Becomes, EntityTarget, FigureTarget, NewAccount, Proposal, Target
from jalon.records.ledger.models import Entry
from jalon.records.problems import Refused
from jalon.records.reading import actions
from jalon.records.reading.actions import Taken
from jalon.records.reading.models import VERSIONS, Claim, Reading
from jalon.records.reading.queries import ClaimView, Review, review


@dataclasses.dataclass(frozen=True)
class AcceptedAll:
    """How many propositions were accepted at once, and those left with the reason (a French sentence)."""

    accepted: int
    left: tuple[tuple[Claim, str], ...]


@transaction.atomic
def accept_all(*, reading: Reading, types: Collection[str], known: Known, by: str) -> AcceptedAll:
    """Accept all the open propositions of these types that need no choice.

    No indicator is opened, and a figure that an open alert compares, or that another version of the document
    says otherwise, does not enter the ledger: a person looks at those one by one. All the rest is kept, or
    nothing. Raises Refused when the document was read again.
    """
    actions.lock_review(reading.text.version.document)
    seen = review(reading)
    waiting = [one for one in seen.claims if one.claim.type in types and not one.state.is_judged]
    waiting.sort(key=lambda one: one.claim.of_id is not None)  # a total before its women and its men
    known.look_up(name for one in waiting for name in _places_said(one.published))
    prefetch_related_objects([one.claim for one in waiting], "parts")
    batch = _Batch(reading, seen, known, by)
    for one in waiting:
        batch.add(one)
    return batch.keep()


def _places_said(said: Mapping[str, Any]) -> list[str]:
    """The names that a proposition gives of places: its own, or those of its figure."""
    names = said.get("place") or []
    return [str(said.get("value") or ""), *([names] if isinstance(names, str) else map(str, names))]


@dataclasses.dataclass(frozen=True)
class _Planned:
    """A figure to enter, with the propositions it is made of."""

    typed: Typed
    claims: tuple[Claim, ...]


class _Batch:
    """What is to be accepted, and what is left."""

    def __init__(self, reading: Reading, seen: Review, known: Known, by: str) -> None:
        self.reading, self.known, self.by = reading, known, by
        self.views = {one.claim.pk: one for one in seen.claims}
        for one in seen.claims:
            if one.claim.of_id in self.views:
                one.claim.of = self.views[one.claim.of_id].claim  # known already: not to be asked one by one
        self.doubtful = {pk for one in seen.alerts if not one.state.is_judged for pk in one.claims}
        self.said_before = _said_before(seen)
        self.taken: list[Taken] = []
        self.planned: list[_Planned] = []
        self.entering: dict[int, Figure | None] = {}
        self.left: list[tuple[Claim, str]] = []

    def add(self, one: ClaimView) -> None:
        """Take a proposition, unless it went with its total, or say why it is left."""
        if one.claim.pk in self.entering:
            return
        proposal = propose(one.claim, self.known)
        if proposal.becomes is not Becomes.ENTRY:
            self.taken.append(_taken(one.claim, proposal.target))
            return
        try:
            with transaction.atomic() if _may_open_plan(proposal) else contextlib.nullcontext():
                self._plan(one, proposal)
        except Refused as refusal:
            self.left.append((one.claim, str(refusal)))

    def _plan(self, one: ClaimView, proposal: Proposal) -> None:
        if self.doubtful & {one.claim.pk, *one.parts}:
            raise Refused("under_alert", _("Une alerte porte sur cette proposition : la juger d’abord."))
        if self.said_before & {one.claim.pk, *one.parts}:
            raise Refused(
                "said_before",
                _("Une autre version du document, dont l’écriture tient toujours, dit ce chiffre autrement."),
            )
        check_chosen(proposal)
        target = proposal.target
        if not isinstance(target, FigureTarget) or isinstance(target.account, NewAccount):
            raise Refused("no_account", _("Aucun indicateur ne compte encore cela : le choisir ou l’ouvrir."))
        check_apart(one.claim, target, self._held)
        parts = [part for part in parts_of(one.claim) if self._is_open(part)] if target.with_parts else []
        typed = typed_of(
            claim=one.claim,
            said=one.claim.as_published,
            parts=parts,
            target=target,
            scope=self.known.scope,
            by=self.by,
        )
        check_typed(typed)
        self.planned.append(_Planned(typed, (one.claim, *parts)))
        self.entering |= dict.fromkeys((one.claim.pk, *(part.pk for part in parts)), figure_of(target))

    def _held(self, claim: Claim) -> Figure | None:
        """The figure of the ledger that a proposition of this reading became, or is about to become."""
        if claim.pk in self.entering:
            return self.entering[claim.pk]
        verdict = self.views[claim.pk].verdict
        return figure_held(verdict.entry) if verdict is not None and verdict.entry is not None else None

    def _is_open(self, claim: Claim) -> bool:
        return claim.pk not in self.entering and not self.views[claim.pk].state.is_judged

    def keep(self) -> AcceptedAll:
        """Enter the figures, accept the rest."""
        entries = enter_many([one.typed for one in self.planned], scope=self.known.scope, by=self.by)
        figures = [
            Taken(claim, entry=entry)
            for entry, one in zip(entries, self.planned, strict=True)
            for claim in one.claims
        ]
        kept = actions.accept_many(reading=self.reading, taken=[*figures, *self.taken], by=self.by)
        return AcceptedAll(kept, tuple(sorted(self.left, key=lambda pair: pair[0].start)))


def _said_before(seen: Review) -> set[int]:
    """The propositions that another text says otherwise, of which the entry holds, whatever was judged."""
    alerts = [one for one in seen.alerts if one.alert.kind == VERSIONS and one.state.is_judged]
    return {pk for one in alerts if earlier_entries(one.alert) for pk in one.claims}


def _may_open_plan(proposal: Proposal) -> bool:
    """Whether preparing it may write something that its refusal must take back: the first plan."""
    return isinstance(proposal.target, FigureTarget) and proposal.target.stage == Entry.Stage.PLANNED


def _taken(claim: Claim, target: Target) -> Taken:
    if not isinstance(target, EntityTarget):
        return Taken(claim)
    return Taken(claim, target.place, target.organisation, target.programme)
