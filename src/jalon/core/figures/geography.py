"""Places as the arithmetic sees them: the set of leaf places under a place in a division."""

from collections.abc import Iterable, Mapping
from datetime import date

from jalon.core.figures.model import Division, Pair, Place, Zone

BEYOND = "*"
"""Stands for what is in no declared place, so that "everywhere" is strictly larger than any place."""


class Geography:
    """Places, zones and divisions, with the leaves of each pair (place, division) computed once.

    A parent that is named and never declared is a place of unknown level (`undeclared`); a division that is
    named and never declared is one without dates.
    """

    def __init__(self, places: Iterable[Place], zones: Iterable[Zone], divisions: Iterable[Division]) -> None:
        declared = {place.key: place for place in places}
        parents = {parent for place in declared.values() for parent in place.under.values()}
        self.undeclared = frozenset(parents - declared.keys())
        self.places: Mapping[str, Place] = declared | {key: Place(key) for key in sorted(self.undeclared)}
        self.zones: Mapping[str, Zone] = {zone.key: zone for zone in zones}
        named = {division.key: division for division in divisions}
        for place in self.places.values():
            for key in place.under:
                named.setdefault(key, Division(key))
        self.divisions: Mapping[str, Division] = dict(sorted(named.items()))
        self._children: dict[Pair, list[str]] = {}
        for place in self.places.values():
            for division, parent in place.under.items():
                self._children.setdefault((parent, division), []).append(place.key)
        self._leaves: dict[Pair, frozenset[str]] = {}
        self._pairs: dict[Pair, frozenset[str]] | None = None
        self._levels: dict[tuple[str, str], dict[str, str]] = {}

    def has(self, place: str) -> bool:
        """Whether the key names a place or a zone."""
        return place in self.places or place in self.zones

    def leaves(self, pair: Pair) -> frozenset[str]:
        """Leaf places under a place in a division; a place with nothing under it is its own leaf."""
        if pair not in self._leaves:
            self._leaves[pair] = self._find_leaves(pair)
        return self._leaves[pair]

    def _find_leaves(self, pair: Pair) -> frozenset[str]:
        place, division = pair
        if not place:
            return frozenset(self.places) | {BEYOND}
        if place in self.zones:
            return frozenset().union(*(self.leaves((inner, division)) for inner in self.zones[place].places))
        if not division and len(self.divisions) != 1:
            found = [self.leaves((place, key)) for key in self.divisions if (place, key) in self._children]
            return frozenset().union(*found) if found else frozenset({place})
        children = self._children.get((place, division or next(iter(self.divisions))), [])
        if not children:
            return frozenset({place})
        return frozenset().union(*(self.leaves((child, division)) for child in children))

    def pairs(self) -> Mapping[Pair, frozenset[str]]:
        """Every pair an entry may name, with its leaves; an entry may also name no division."""
        if self._pairs is None:
            keys = ["", *self.places, *self.zones]
            every = [(key, division) for key in keys for division in ("", *self.divisions)]
            self._pairs = {pair: self.leaves(pair) for pair in every}
        return self._pairs

    def inside(self, leaves: frozenset[str]) -> frozenset[Pair]:
        """The pairs whose leaves all lie among these."""
        return frozenset(pair for pair, own in self.pairs().items() if own <= leaves)

    def touching(self, leaves: frozenset[str]) -> frozenset[Pair]:
        """The pairs that share a leaf with these."""
        return frozenset(pair for pair, own in self.pairs().items() if not own.isdisjoint(leaves))

    def levels(self) -> frozenset[str]:
        """The names of levels (commune, cercle, région…) that some place has."""
        return frozenset(place.level for place in self.places.values() if place.level)

    def at_level(self, level: str, division: str) -> Mapping[str, str]:
        """Leaf place → the place of this level that holds it in this division."""
        if (level, division) not in self._levels:
            self._levels[level, division] = {
                leaf: place.key
                for place in self.places.values()
                if place.level == level
                for leaf in self.leaves((place.key, division))
            }
        return self._levels[level, division]

    def in_force(self, day: date) -> str:
        """The division in force on a day; without dates, the only one or the last by name; "" if none."""
        dated = sorted(
            (d for d in self.divisions.values() if d.start or d.end),
            key=lambda d: (d.start or date.min, d.key),
        )
        holding = [d for d in dated if (not d.start or d.start <= day) and (not d.end or day <= d.end)]
        if holding:
            return holding[-1].key
        undated = [key for key, d in self.divisions.items() if d not in dated]
        if undated:
            return undated[-1]
        later = [d for d in dated if d.start and d.start > day]
        return (later[0] if later else dated[-1]).key if dated else ""
