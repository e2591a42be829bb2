"""Extents: what an entry speaks of, and how two of them stand to each other (ledger.md, Words)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from jalon.core.figures.model import Account

Standing = Literal["equal", "holds", "held", "crosses", "apart"]


@dataclass(frozen=True, slots=True)
class Extent:
    """Account with those under it × leaf places × part × days.

    Accounts and leaves are bit masks (see `Numbering`), days are ordinals, `start` 0 being "since the start".
    """

    accounts: int
    leaves: int
    about: str | None
    start: int
    end: int

    def holds(self, other: "Extent") -> bool:
        """Whether the other lies inside this one (or is equal to it)."""
        return (
            self.start <= other.start
            and other.end <= self.end
            and not other.leaves & ~self.leaves
            and not other.accounts & ~self.accounts
            and (self.about is None or self.about == other.about)
        )

    def overlaps(self, other: "Extent") -> bool:
        """Whether the two share anything at all."""
        return (
            self.start <= other.end
            and other.start <= self.end
            and bool(self.leaves & other.leaves)
            and bool(self.accounts & other.accounts)
            and (self.about is None or other.about is None or self.about == other.about)
        )


def ordinal(day: date | None) -> int:
    """A day as a number; None, "depuis le début", as 0."""
    return day.toordinal() if day else 0


class Numbering:
    """Gives each key a bit, so that sets of places or accounts compare as integers."""

    def __init__(self) -> None:
        self._bits: dict[str, int] = {}
        self._masks: dict[frozenset[str], int] = {}

    def mask(self, keys: frozenset[str]) -> int:
        """The bits of these keys, new ones being numbered as they come."""
        if keys not in self._masks:
            mask = 0
            for key in keys:
                mask |= self._bits.setdefault(key, 1 << len(self._bits))
            self._masks[keys] = mask
        return self._masks[keys]


def subtree(accounts: Mapping[str, Account], root: str) -> frozenset[str]:
    """An account and all those under it."""
    children: dict[str, list[str]] = {}
    for account in accounts.values():
        if account.parent is not None:
            children.setdefault(account.parent, []).append(account.key)
    found, waiting = {root}, [root]
    while waiting:
        for child in children.get(waiting.pop(), []):
            if child not in found:
                found.add(child)
                waiting.append(child)
    return frozenset(found)
