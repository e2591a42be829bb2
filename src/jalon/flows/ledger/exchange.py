"""`ledger load` and `ledger dump`: a database from and to the outer format."""

import itertools
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from jalon.core.figures import Account, Entry, Geography, Ledger, dump, load, merge, read
from jalon.flows.ledger import bulk, clauses, files, reading
from jalon.flows.ledger.failures import reason
from jalon.flows.ledger.keys import Keys
from jalon.flows.ledger.runners import DjangoRunner
from jalon.flows.ledger.snapshot import snapshot
from jalon.flows.ledger.storing import Stored, store
from jalon.records.ledger import models
from jalon.records.problems import Refused


@dataclass(frozen=True)
class Load:
    """What a load did, and the doubts it raised (French sentences)."""

    stored: Stored
    doubts: tuple[str, ...]


def load_file(name: str) -> Load:
    """Add a file ("-": the standard input) to the database by union, all of it or nothing.

    Raises LedgerError (up to 50 French sentences with their lines) or Refused (one).
    """
    with files.opened(name) as file, transaction.atomic():
        outline = files.outline(file, name)
        found = read(itertools.islice(files.lines(file, name), outline.last), _base(outline))
        try:
            stored = store(found.ledger, title=_title(name))
        except bulk.Conflict as conflict:
            line = outline.declared.get((conflict.kind, conflict.key))
            raise conflict if line is None else conflict.at(line) from None
    return Load(stored, tuple(map(str, found.warnings)))


def _title(name: str) -> str:
    return _("entrée standard") if name == files.STANDARD_INPUT else Path(name).name


def read_file(name: str) -> Ledger:
    """A file ("-": the standard input) as a ledger in memory; the database is not looked at."""
    with files.opened(name) as file:
        last = files.outline(file, name).last
        return load(itertools.islice(files.lines(file, name), last))


def _base(outline: files.Outline) -> Ledger:
    """What the database has that the file may refer to without declaring it."""
    runner = DjangoRunner()
    keys = Keys(runner)
    geography: Geography = reading.geography(runner, keys)
    declared = outline.declared.keys()
    acted_on = {key for key in outline.acted_on if ("entry", key) not in declared}
    entries = _entries(acted_on, runner, keys)
    accounts: Mapping[str, Account] = keys.accounts
    return Ledger(
        places=_undeclared("place", geography.places, declared),
        zones=_undeclared("zone", geography.zones, declared),
        divisions=_undeclared("division", geography.divisions, declared),
        accounts=_undeclared("account", accounts, declared),
        entries={entry.key: entry for entry in entries},
    )


def _undeclared(kind: str, shelf: Mapping[str, Any], declared: Any) -> dict[str, Any]:
    return {key: value for key, value in shelf.items() if (kind, key) not in declared}


def _entries(keys_wanted: set[str], runner: DjangoRunner, keys: Keys) -> Iterator[Entry]:
    numbers = bulk.numbers(models.Entry, keys_wanted)
    for some in clauses.batches(list(numbers.values()), bulk.AT_ONCE):
        ids = clauses.numbers(some)
        postings = reading.postings(runner, keys, f"WHERE p.entry_id IN ({ids})")
        for row in runner.rows(
            f"SELECT {reading.ENTRY_COLUMNS} FROM ledger_entry e JOIN sources_source s ON s.id = e.source_id "
            f"WHERE e.id IN ({ids})"
        ):
            yield reading.entry(row, tuple(postings.get(row[0], ())), keys)


def dumped() -> Iterator[str]:
    """The lines of the whole database, in the order that equal ledgers share."""
    with transaction.atomic():
        return dump(merge(snapshot(DjangoRunner())))


def dump_file(name: str) -> int:
    """Write the database to a file ("-": the standard output) and return the number of lines.

    The file appears under its name once it is whole. Raises Refused when it cannot be written.
    """
    if name == files.STANDARD_INPUT:
        return sum(sys.stdout.write(f"{line}\n") > 0 for line in dumped())
    path = Path(name)
    draft = path.with_name(f"{path.name}.part")
    try:
        with draft.open("w", encoding="utf-8", newline="\n") as file:
            written = sum(file.write(f"{line}\n") > 0 for line in dumped())
        draft.replace(path)
    except OSError as error:
        raise Refused(
            "file_unwritable",
            _("Le fichier « %(name)s » ne peut pas être écrit (%(why)s) : choisir un autre chemin.")
            % {"name": name, "why": reason(error)},
        ) from error
    finally:
        draft.unlink(missing_ok=True)
    return written
