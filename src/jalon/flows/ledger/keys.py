"""Between the keys of the arithmetic (uids and codes) and the integers of the database."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime
from functools import cached_property
from typing import Any

from jalon.core.figures.model import Account, Cell, Pair, cell_of
from jalon.flows.ledger.runners import Runner

IdPair = tuple[int | None, int | None]
UNKNOWN = -1
"""The number of what the database does not have: no row is numbered so."""


def as_date(value: Any) -> date | None:
    """A day as an engine gives it: a date, or text on SQLite."""
    if value is None or type(value) is date:
        return value
    return value.date() if isinstance(value, datetime) else date.fromisoformat(value)


class Keys:
    """The small tables of one database, read once: accounts, places, divisions, organisations, categories."""

    def __init__(self, runner: Runner) -> None:
        self._runner = runner

    @cached_property
    def accounts(self) -> Mapping[str, Account]:
        """Every account by key."""
        rows = self._runner.rows(
            "SELECT a.uid, a.unit, a.decimals, a.time, a.places, a.grain_place, a.grain_time, "
            "a.parent_id, a.numerator_id, a.denominator_id, g.uid FROM ledger_account a "
            "LEFT JOIN programmes_programme g ON g.id = a.programme_id"
        )
        key = self._account_keys
        return {
            uid: Account(
                uid, unit, decimals, time, places, tuple(grain for grain in (level, step) if grain),
                key.get(parent), key.get(numerator), key.get(denominator), programme,
            )
            for uid, unit, decimals, time, places, level, step, parent, numerator, denominator, programme
            in rows
        }  # fmt: skip

    @cached_property
    def _account_keys(self) -> Mapping[int, str]:
        return dict(self._runner.rows("SELECT a.id, a.uid FROM ledger_account a"))

    @cached_property
    def _account_ids(self) -> Mapping[str, int]:
        return {uid: number for number, uid in self._account_keys.items()}

    def account(self, number: int) -> str:
        """The key of an account."""
        return self._account_keys[number]

    def account_ids(self, keys: Iterable[str]) -> list[int]:
        """The numbers of these accounts, those that exist."""
        return [self._account_ids[key] for key in keys if key in self._account_ids]

    @cached_property
    def places(self) -> Mapping[int, tuple[str, str]]:
        """Place → its key and its level."""
        rows = self._runner.rows("SELECT p.id, p.uid, p.level FROM places_place p")
        return {number: (uid, level) for number, uid, level in rows}

    @cached_property
    def place_numbers(self) -> frozenset[int]:
        """Every place and zone."""
        return frozenset(self.places)

    @cached_property
    def _place_ids(self) -> Mapping[str, int]:
        return {uid: number for number, (uid, _) in self.places.items()}

    @cached_property
    def divisions(self) -> Mapping[int, str]:
        """Division → its code."""
        return dict(self._runner.rows("SELECT d.id, d.code FROM places_division d"))

    @cached_property
    def _division_ids(self) -> Mapping[str, int]:
        return {code: number for number, code in self.divisions.items()}

    def pair_ids(self, pairs: Collection[Pair]) -> set[IdPair]:
        """Places in divisions as numbers; a pair that the database cannot hold is left out."""
        places: dict[str, int | None] = {**self._place_ids, "": None}
        divisions: dict[str, int | None] = {**self._division_ids, "": None}
        return {
            (places[place], divisions[division])
            for place, division in pairs
            if place in places and division in divisions
        }

    def pair(self, place: int | None, division: int | None) -> Pair:
        """A place in a division, as the arithmetic names it."""
        return (self.places[place][0] if place else "", self.divisions[division] if division else "")

    @cached_property
    def organisations(self) -> Mapping[int, str]:
        """Organisation → its key."""
        return dict(self._runner.rows("SELECT o.id, o.uid FROM parties_organisation o"))

    @cached_property
    def _organisation_ids(self) -> Mapping[str, int]:
        return {uid: number for number, uid in self.organisations.items()}

    def organisation_id(self, key: str) -> int:
        """The number of an organisation."""
        return self._organisation_ids.get(key, UNKNOWN)

    def organisation(self, number: int | None) -> str | None:
        """The key of an organisation."""
        return self.organisations[number] if number else None

    @cached_property
    def _axes(self) -> Mapping[str, int]:
        return {code: number for number, code in self._runner.rows("SELECT x.id, x.code FROM ledger_axis x")}

    def axis_id(self, axis: str) -> int:
        """The number of an axis."""
        return self._axes.get(axis, UNKNOWN)

    @cached_property
    def categories(self) -> Mapping[int, str]:
        """Category → its code."""
        return {number: code for number, _, code in self._categories}

    @cached_property
    def _categories(self) -> list[tuple[int, int, str]]:
        rows = self._runner.rows("SELECT c.id, c.axis_id, c.code FROM ledger_category c")
        return [(number, axis, code) for number, axis, code in rows]

    @cached_property
    def _category_ids(self) -> Mapping[tuple[int, str], int]:
        return {(axis, code): number for number, axis, code in self._categories}

    def category_id(self, axis: str, category: str) -> tuple[int, int]:
        """The numbers of an axis and of one of its categories."""
        axis_id = self.axis_id(axis)
        return axis_id, self._category_ids.get((axis_id, category), UNKNOWN)

    @cached_property
    def cells(self) -> Mapping[int, Cell]:
        """Cell → its categories; a cell of none is absent."""
        found: dict[int, dict[str, str]] = {}
        for cell, axis, category in self._runner.rows(
            "SELECT h.cell_id, x.code, c.code FROM ledger_cellcategory h "
            "JOIN ledger_axis x ON x.id = h.axis_id JOIN ledger_category c ON c.id = h.category_id"
        ):
            found.setdefault(cell, {})[axis] = category
        return {cell: cell_of(categories) for cell, categories in found.items()}
