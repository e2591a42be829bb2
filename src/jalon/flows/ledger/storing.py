"""A ledger of the outer format into the database: by union, in one transaction, all of it or nothing."""

from dataclasses import dataclass

from django.db import transaction

from jalon.core.figures.model import Ledger
from jalon.flows.ledger.storing_accounts import (
    store_accounts,
    store_cells,
    store_organisations,
    store_programmes,
    store_sources,
    store_versions,
)
from jalon.flows.ledger.storing_entries import BY, Numbers, store_acts, store_entries
from jalon.flows.ledger.storing_people import store_people
from jalon.flows.ledger.storing_places import store_divisions, store_places
from jalon.records.trail import actions as trail


@dataclass(frozen=True)
class Stored:
    """What a load added: what was there already is not counted."""

    entries: int
    acts: int


@transaction.atomic
def store(ledger: Ledger, *, title: str) -> Stored:
    """Add to the database what it does not have yet of a ledger. `title` names where it came from.

    Keeps the instants of the ledger; later ones of this copy come after them. Raises Refused (French
    sentence) when a key is there with another content, or when a text or number cannot be kept.
    """
    divisions = store_divisions(ledger)
    places = store_places(ledger, divisions)
    persons, groups = store_people(ledger)
    programmes = store_programmes(ledger)
    store_versions(ledger, programmes)
    numbers = Numbers(
        accounts=store_accounts(ledger, programmes),
        places=places,
        divisions=divisions,
        organisations=store_organisations(ledger),
        sources=store_sources(ledger),
        cells=store_cells(ledger),
        persons=persons,
        groups=groups,
    )
    entries, added = store_entries(ledger, numbers)
    acts = store_acts(ledger, entries)
    instants = [entry.known_at for entry in ledger.entries.values()]
    instants += [act.known_at for act in ledger.acts]
    instants += [judgement.known_at for judgement in ledger.judgements.values()]
    instants += [j.ended_at for j in ledger.judgements.values() if j.ended_at]
    if instants:
        trail.note_known_at(max(instants))
    if added or acts:
        trail.record(
            by=BY, verb="ledger.load", object_type="ledger", object_id="", object_label=title,
            detail={"entries": added, "acts": acts},
        )  # fmt: skip
    return Stored(added, acts)
