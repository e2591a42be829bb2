"""Who is who at an instant: judgements of identity, merged clusters, and merges that could still follow."""

from collections.abc import Collection, Sequence

from jalon.core.figures.model import Judgement


class Identities:
    """Persons about whom there is a judgement, by cluster. "Different" wins over "same"."""

    def __init__(self, judgements: Sequence[Judgement]) -> None:
        self._leader: dict[str, str] = {}
        self._apart: set[frozenset[str]] = set()
        self._candidates: list[tuple[str, str]] = []
        for judgement in judgements:
            for person in judgement.persons:
                self._leader.setdefault(person, person)
        same: list[tuple[str, str]] = []
        for judgement in sorted(judgements, key=lambda j: (j.known_at, j.key)):
            pairs = [(a, b) for i, a in enumerate(judgement.persons) for b in judgement.persons[i + 1 :]]
            if judgement.verdict == "different":
                self._apart.update(frozenset(pair) for pair in pairs)
            else:
                (same if judgement.verdict == "same" else self._candidates).extend(pairs)
        for one, other in same:
            if not self._kept_apart(one, other):
                self._leader[self.find(one)] = self.find(other)

    @property
    def persons(self) -> frozenset[str]:
        """All the persons about whom there is a judgement."""
        return frozenset(self._leader)

    def find(self, person: str) -> str:
        """The person who stands for the cluster."""
        while self._leader[person] != person:
            person = self._leader[person]
        return person

    def distinct(self, persons: Collection[str]) -> int:
        """How many different persons these are, as judged."""
        return len({self.find(person) for person in persons})

    def could_merge(self, persons: Collection[str]) -> int:
        """By how many their number would fall if every open candidate turned out to be the same."""
        leader = {person: self.find(person) for person in self._leader}
        merged = {head: head for head in leader.values()}

        def top(head: str) -> str:
            while merged[head] != head:
                head = merged[head]
            return head

        for one, other in self._candidates:
            if not self._kept_apart(one, other):
                merged[top(leader[one])] = top(leader[other])
        heads = {leader[person] for person in persons}
        return len(heads) - len({top(head) for head in heads})

    def _kept_apart(self, one: str, other: str) -> bool:
        first, second = self.find(one), self.find(other)
        return any({self.find(p) for p in pair} == {first, second} for pair in self._apart if len(pair) == 2)
