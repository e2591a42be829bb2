"""What became of an entry: read from its acts, never stored."""

import enum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jalon.records.ledger.models import Act, Entry


class EntryState(enum.StrEnum):
    """Where an entry is in its life."""

    DRAFT = "draft"
    IN_FORCE = "in_force"
    UNDER_CORRECTION = "under_correction"
    CORRECTED = "corrected"
    SET_ASIDE = "set_aside"
    WITHDRAWN = "withdrawn"
    DISCARDED = "discarded"

    @property
    def label(self) -> str | Promise:
        """The state in French."""
        return LABELS[self]

    @property
    def counts(self) -> bool:
        """Whether figures count the entry."""
        return self in {EntryState.IN_FORCE, EntryState.UNDER_CORRECTION}


LABELS: dict[EntryState, str | Promise] = {
    EntryState.DRAFT: _("en cours de saisie"),
    EntryState.IN_FORCE: _("approuvée"),
    EntryState.UNDER_CORRECTION: _("approuvée, correction proposée"),
    EntryState.CORRECTED: _("corrigée"),
    EntryState.SET_ASIDE: _("écartée"),
    EntryState.WITHDRAWN: _("retirée"),
    EntryState.DISCARDED: _("abandonnée avant approbation"),
}
WITH_ACTS = "acts__replaced_by__acts"
"""What to prefetch so that `state_of` asks nothing."""


def state_of(entry: Entry) -> EntryState:
    """Return the state of an entry, from its acts and those of its replacement (prefetch `WITH_ACTS`)."""
    acts = list(entry.acts.all())
    approved = any(act.kind == Act.Kind.APPROVE for act in acts)
    withdrawals = [act for act in acts if act.kind == Act.Kind.WITHDRAW]
    if any(act.kind == Act.Kind.SET_ASIDE for act in acts):
        return EntryState.SET_ASIDE
    if any(act.replaced_by is None for act in withdrawals):
        return EntryState.WITHDRAWN if approved else EntryState.DISCARDED
    if any(_is_approved(act.replaced_by) for act in withdrawals if act.replaced_by):
        return EntryState.CORRECTED
    if pending_replacement(entry) is not None:
        return EntryState.UNDER_CORRECTION if approved else EntryState.DISCARDED
    return EntryState.IN_FORCE if approved else EntryState.DRAFT


def pending_replacement(entry: Entry) -> Entry | None:
    """Return the draft that would replace an entry, when it is neither approved nor abandoned."""
    for act in entry.acts.all():
        replacement = act.replaced_by
        if replacement and not _is_approved(replacement) and not _is_withdrawn(replacement):
            return replacement
    return None


def _is_approved(entry: Entry) -> bool:
    return any(act.kind == Act.Kind.APPROVE for act in entry.acts.all())


def _is_withdrawn(entry: Entry) -> bool:
    return any(act.kind == Act.Kind.WITHDRAW for act in entry.acts.all())
