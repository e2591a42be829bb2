"""The outer format, read: a ledger as JSON lines, strictly (docs/reference/ledger.md).

A file is taken whole or not at all. Lines may come in any order. What is already in `base` and comes again
with the same content changes nothing; with another content it is refused.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from jalon.core.figures.errors import LedgerError, Problem
from jalon.core.figures.fields import Fields
from jalon.core.figures.lines import KINDS, READERS, read_entry
from jalon.core.figures.model import Account, Act, Entry, Ledger
from jalon.core.figures.references import check
from jalon.core.figures.wording import ALREADY

MOST_PROBLEMS = 50
MOST_CHARACTERS = 16_000_000

_SHELVES = {
    "place": "places",
    "zone": "zones",
    "division": "divisions",
    "account": "accounts",
    "version": "versions",
    "group": "groups",
    "source": "sources",
    "entry": "entries",
    "judgement": "judgements",
}


@dataclass(slots=True)
class Draft:
    """A ledger being read: values by kind and key, and the line each came from."""

    shelves: dict[str, dict[Any, Any]]
    acts: dict[Act, int | None]
    lines: dict[tuple[str, Any], int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)

    def put(self, kind: str, key: Any, value: object, line: int) -> None:
        """Shelve a value; the same content twice is one, another content is refused."""
        shelf = self.shelves[kind]
        if key in shelf and shelf[key] != value:
            self.problems.append(Problem("changed", {"what": ALREADY[kind], "key": _named(key)}, line))
        elif key not in shelf:
            shelf[key] = value
            self.lines[kind, key] = line


@dataclass(frozen=True, slots=True)
class Loaded:
    """A ledger with the doubts its reading raised."""

    ledger: Ledger
    warnings: tuple[Problem, ...]


def load(lines: Iterable[str | bytes], base: Ledger | None = None) -> Ledger:
    """A ledger from the lines of a file, on top of `base`; LedgerError with up to 50 French sentences."""
    return read(lines, base).ledger


def read(lines: Iterable[str | bytes], base: Ledger | None = None) -> Loaded:
    """Like `load`, with the warnings."""
    draft = _started(base)
    waiting: list[tuple[int, dict[str, object]]] = []
    for number, line in enumerate(lines, start=1):
        data = _object(line, number, draft.problems)
        if data is not None:
            _take(data, number, draft, waiting)
    accounts: Mapping[str, Account] = draft.shelves["account"]
    for number, data in waiting:
        fields = Fields(data, "entry", number, draft.problems)
        before = len(draft.problems)
        entry = read_entry(fields, accounts)
        draft.warnings.extend(fields.warnings)
        if entry is not None and len(draft.problems) == before:
            draft.put("entry", entry.key, entry, number)
        else:
            draft.lines.setdefault(("entry", data["entry"]), number)
    ledger = _finished(draft)
    problems, warnings = check(ledger, draft.lines, draft.acts)
    found = sorted([*draft.problems, *problems], key=lambda p: p.line or 0)
    if found:
        raise LedgerError(found[:MOST_PROBLEMS], max(0, len(found) - MOST_PROBLEMS))
    return Loaded(ledger, tuple(sorted([*draft.warnings, *warnings], key=lambda p: p.line or 0)))


def merge(*ledgers: Ledger) -> Ledger:
    """The union of ledgers; LedgerError when two of them give one key two contents."""
    draft = _started(None)
    for ledger in ledgers:
        for kind, shelf in _SHELVES.items():
            for key, value in getattr(ledger, shelf).items():
                draft.put(kind, key, value, 0)
        draft.acts.update(dict.fromkeys(ledger.acts))
    if draft.problems:
        problems = [Problem(p.code, p.data) for p in draft.problems]
        raise LedgerError(problems[:MOST_PROBLEMS], max(0, len(problems) - MOST_PROBLEMS))
    return _finished(draft)


def _named(key: Any) -> str:
    """A key as it is quoted: a plan version is named by its number."""
    return str(key[1] if isinstance(key, tuple) else key)


def _started(base: Ledger | None) -> Draft:
    ledger = base or Ledger()
    shelves = {kind: dict(getattr(ledger, shelf)) for kind, shelf in _SHELVES.items()}
    return Draft(shelves, dict.fromkeys(ledger.acts))


def _finished(draft: Draft) -> Ledger:
    acts = tuple(sorted(draft.acts, key=_act_order))
    shelves = {_SHELVES[kind]: dict(sorted(shelf.items())) for kind, shelf in draft.shelves.items()}
    return Ledger(**shelves, acts=acts)


def _act_order(act: Act) -> tuple[object, ...]:
    return (act.known_at, act.entry, act.act, act.at, act.by, act.why, act.replaced_by or "")


def _object(line: str | bytes, number: int, problems: list[Problem]) -> dict[str, object] | None:
    """The JSON object of a line; None for an empty line, and for a line with a problem."""
    try:
        text = line.decode() if isinstance(line, bytes) else line
    except UnicodeDecodeError:
        problems.append(Problem("not_utf8", {}, number))
        return None
    text = text.removeprefix("\ufeff").strip() if number == 1 else text.strip()
    if not text:
        return None
    if len(text) > MOST_CHARACTERS:
        problems.append(Problem("line_too_long", {"most": MOST_CHARACTERS}, number))
        return None
    return parse_object(text, number, problems)


def parse_object(text: str, number: int | None, problems: list[Problem]) -> dict[str, object] | None:
    """A JSON object without repeated keys; None, with a problem noted, otherwise."""
    repeated: list[str] = []

    def unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
        found = dict(pairs)
        if len(found) < len(pairs):
            keys = [key for key, _ in pairs]
            repeated.append(next(key for key in keys if keys.count(key) > 1))
        return found

    try:
        data = json.loads(text, object_pairs_hook=unique)
    except json.JSONDecodeError as error:
        problems.append(Problem("broken_line", {"detail": f"caractère {error.pos + 1}"}, number))
        return None
    except (RecursionError, ValueError):
        problems.append(Problem("broken_line", {"detail": "imbrication ou nombre démesuré"}, number))
        return None
    if not isinstance(data, dict):
        problems.append(Problem("not_an_object", {}, number))
        return None
    if repeated:
        problems.append(Problem("repeated_key", {"key": repeated[0]}, number))
        return None
    return data


def _take(
    data: dict[str, object], number: int, draft: Draft, waiting: list[tuple[int, dict[str, object]]]
) -> None:
    kind = next((kind for kind in KINDS if kind in data), None)
    if kind is None:
        draft.problems.append(Problem("unknown_line", {"known": ", ".join(sorted(KINDS))}, number))
        return
    if kind == "entry":
        waiting.append((number, data))
        return
    fields = Fields(data, kind, number, draft.problems)
    before = len(draft.problems)
    value = READERS[kind](fields)
    if len(draft.problems) > before:
        if kind == "account" and isinstance(value, Account):
            draft.shelves[kind].setdefault(value.key, value)
        return
    if isinstance(value, Act):
        draft.acts.setdefault(value, number)
    else:
        draft.put(kind, getattr(value, "key"), value, number)  # noqa: B009 (typed as object)


def entries_of(ledger: Ledger) -> list[Entry]:
    """Entries in the order of the outer format: as this copy learned them."""
    return sorted(ledger.entries.values(), key=lambda entry: (entry.known_at, entry.key))
