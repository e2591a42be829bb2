"""Entries with their postings, and acts, into the database, by union."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext as _

from jalon.core.figures.model import Act as CoreAct
from jalon.core.figures.model import Cell as CoreCell
from jalon.core.figures.model import Entry as CoreEntry
from jalon.core.figures.model import Ledger
from jalon.core.figures.model import Posting as CorePosting
from jalon.core.identity import new_uid
from jalon.flows.ledger import bulk, clauses, reading
from jalon.flows.ledger.keys import Keys
from jalon.flows.ledger.runners import DjangoRunner
from jalon.flows.ledger.storing_accounts import UNSAID
from jalon.records.ledger.models import Act, Entry, Posting
from jalon.records.problems import Refused

BY = "ledger load"


@dataclass(frozen=True)
class Numbers:
    """The primary keys of what entries refer to, by key."""

    accounts: Mapping[str, int]
    places: Mapping[str, int]
    divisions: Mapping[str, int]
    organisations: Mapping[str, int]
    sources: Mapping[str, int]
    cells: Mapping[CoreCell, int]
    persons: Mapping[str, int]
    groups: Mapping[str, int]


ENTRY = (
    "uid", "account_id", "kind", "stage", "start", "end", "place_id", "division_id", "about_id",
    "plan_version", "currency", "source_id", "reported_by", "printed", "precision", "qualifier", "note",
    "recorded_by", "known_at",
)  # fmt: skip
POSTING = ("entry_id", "value", "cell_id", "person_id", "group_id")
ACT = ("uid", "entry_id", "kind", "replaced_by_id", "by", "why", "at", "known_at")


def store_entries(ledger: Ledger, numbers: Numbers) -> tuple[dict[str, int], int]:
    """Add the entries that are missing, with their postings; key → primary key of all, and how many."""
    found = bulk.numbers(Entry, ledger.entries)
    for known in _known(list(found.values())):
        _check_same(known, ledger.entries[known.key])
    missing = [entry for key, entry in ledger.entries.items() if key not in found]
    for some in clauses.batches(missing, bulk.AT_ONCE):
        bulk.insert(Entry, ENTRY, (_row(entry, numbers) for entry in some))
        found |= bulk.numbers(Entry, [entry.key for entry in some])
        bulk.insert(
            Posting,
            POSTING,
            (
                _posting(posting, found[entry.key], entry, numbers)
                for entry in some
                for posting in entry.postings
            ),
        )
    return found, len(missing)


def _row(entry: CoreEntry, numbers: Numbers) -> tuple[Any, ...]:
    """One entry, in the order of ENTRY."""
    texts = {
        "uid": entry.key,
        "currency": entry.currency or "",
        "reported_by": entry.reported_by or "",
        "printed": entry.printed or "",
    }
    for field, text in texts.items():
        if text:
            bulk.check_entry_text(text, Entry, field, entry.key)
    bulk.check_number(entry.precision, entry.key)
    return (
        entry.key, numbers.accounts[entry.account], entry.kind, entry.stage, entry.start, entry.end,
        numbers.places[entry.place] if entry.place else None,
        numbers.divisions[entry.division] if entry.division else None,
        numbers.organisations[entry.about] if entry.about else None,
        entry.version, texts["currency"], numbers.sources[entry.source or UNSAID], texts["reported_by"],
        texts["printed"], entry.precision, entry.qualifier, "", BY, entry.known_at,
    )  # fmt: skip


def _posting(posting: CorePosting, entry: int, given: CoreEntry, numbers: Numbers) -> tuple[Any, ...]:
    """One posting, in the order of POSTING."""
    bulk.check_number(posting.value, given.key)
    if posting.person and posting.value != 1:
        raise Refused(
            "a_person_is_one",
            _("L’écriture « %(key)s » : une personne nommée compte pour 1. Corriger la valeur de sa ligne.")
            % {"key": given.key},
        )
    person = numbers.persons[posting.person] if posting.person else None
    group = numbers.groups[posting.group] if posting.group else None
    return (entry, posting.value, numbers.cells[posting.cell], person, group)


def _known(found: Sequence[int]) -> Iterator[CoreEntry]:
    """The entries that the database has already, as the arithmetic sees them."""
    runner = DjangoRunner()
    keys = Keys(runner)
    for some in clauses.batches(found, bulk.AT_ONCE):
        postings = reading.postings(runner, keys, f"WHERE p.entry_id IN ({clauses.numbers(some)})")
        for row in runner.rows(
            f"SELECT {reading.ENTRY_COLUMNS} FROM ledger_entry e JOIN sources_source s ON s.id = e.source_id "
            f"WHERE e.id IN ({clauses.numbers(some)})"
        ):
            yield reading.entry(row, tuple(postings.get(row[0], ())), keys)


def _check_same(ours: CoreEntry, theirs: CoreEntry) -> None:
    """Same key, same content; when each copy learnt it is its own business."""
    if _comparable(ours) == _comparable(theirs):
        return
    for field, label in _fields().items():
        if getattr(ours, field) != getattr(theirs, field):
            raise bulk.conflict("entry", ours.key, label, getattr(ours, field), getattr(theirs, field))
    raise bulk.conflict("entry", ours.key, _("lignes"), _lines(ours), _lines(theirs))


def _comparable(entry: CoreEntry) -> tuple[Any, ...]:
    plain = replace(entry, postings=(), known_at=reading.as_instant("1970-01-01"))
    return (plain, Counter(entry.postings))


def _lines(entry: CoreEntry) -> str:
    """Postings in a few words, values being scaled whole numbers."""
    texts = [
        " ".join([str(p.value), *(code for _axis, code in p.cell), *filter(None, (p.person, p.group))])
        for p in entry.postings
    ]
    return " + ".join(texts)[:120]


def _fields() -> dict[str, str]:
    return {
        "account": _("compte"), "kind": _("nature"), "stage": _("stade"), "start": _("début"),
        "end": _("fin"), "place": _("lieu"), "division": _("découpage"), "about": _("part"),
        "version": _("version du plan"), "source": _("source"), "reported_by": _("déclaré par"),
        "printed": _("tel que publié"), "precision": _("précision"), "qualifier": _("nuance"),
        "currency": _("monnaie"),
    }  # fmt: skip


def store_acts(ledger: Ledger, entries: Mapping[str, int]) -> int:
    """Add the acts that are missing and return how many; an act is what was done, by whom and when."""
    named = {key for act in ledger.acts for key in (act.entry, act.replaced_by) if key}
    entries = {**entries, **bulk.numbers(Entry, named - entries.keys())}
    seen = _known_acts([entries[key] for key in {act.entry for act in ledger.acts}])
    missing: list[tuple[Any, ...]] = []
    for act in ledger.acts:
        replaced = entries[act.replaced_by] if act.replaced_by else None
        identity = (entries[act.entry], act.act, replaced, act.by, act.why, act.at)
        if identity not in seen:
            seen.add(identity)
            _check_act(act)
            missing.append((new_uid(), *identity, act.known_at))
    bulk.insert(Act, ACT, missing)
    return len(missing)


def _check_act(act: CoreAct) -> None:
    for field, text in (("by", act.by), ("why", act.why)):
        if text:
            bulk.check_entry_text(text, Act, field, act.entry)


def _known_acts(entries: Sequence[int]) -> set[tuple[Any, ...]]:
    return {
        (entry, kind, replaced, by, why, reading.as_instant(at))
        for some in clauses.batches(entries, bulk.AT_ONCE)
        for entry, kind, replaced, by, why, at in Act.objects.filter(entry__in=some).values_list(
            "entry_id", "kind", "replaced_by_id", "by", "why", "at"
        )
    }
