"""Scoring what the reader found in our labelled texts, by the rules of the outer format.

A figure is right where it touches a label of its type and has its value (an amount: its currency too), one
for one; the status of a count (planned, achieved…) is scored apart, where the count was found. An action, a
meeting or an agenda item is right where it shares most of its characters with a label.
An entity counts by mention for precision and by entity for recall. Optional labels are neither missed nor
wrong.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jalon.core.reading.outer import reading_json
from jalon.core.reading.reader import read
from jalon.flows.intake.plain_text import blocks_of

TEXTS = Path(__file__).parent / "texts"
ALERTS = Path(__file__).parent / "alerts"
"""Texts of which only the inconsistencies are labelled: dense in arithmetic that holds, and in traps."""
ACTIONS = Path(__file__).parent / "actions"
"""Texts of which actions, agendas, meetings and names are labelled, and nothing else."""

FIGURES = ("quantity", "money", "percentage", "date", "period", "duration")
VALUED = (*FIGURES, "contact", "time", "reference", "age_range")
WORDED = ("agenda_item", "action", "expected_result", "meeting")
ENTITIES = ("organization", "place", "person", "programme")
CFA = {"XOF", "XAF"}

Found = Mapping[str, Any]


@dataclass
class Score:
    """What was right, wrong and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """The share of what was proposed that is right."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """The share of what was labelled that was proposed."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0


def readings(folder: Path = TEXTS) -> Iterator[tuple[str, Found, Found]]:
    """Yield each labelled text's name, labels, and what the reader finds in it."""
    for path in sorted((folder / "gold").glob("*.json")):
        text = (folder / f"{path.stem}.txt").read_text(encoding="utf-8")
        found = read(text, blocks_of(text))
        labels = json.loads(path.read_text(encoding="utf-8"))
        yield path.stem, labels, reading_json(doc="", text=text, facts=found.facts, checks=found.checks)


def scores(folder: Path = TEXTS) -> dict[str, Score]:
    """Score every type over all the texts of a folder."""
    kept: dict[str, Score] = {}
    for _name, labels, found in readings(folder):
        for kind in (*VALUED, *WORDED):
            _count(kept.setdefault(kind, Score()), labels, found, kind, _same(kind))
        for kind in ENTITIES:
            _count_entities(kept.setdefault(kind, Score()), labels, found, kind)
        _count_alerts(kept.setdefault("alerts", Score()), labels, found)
        _count_statuses(kept.setdefault("quantity+status", Score()), labels, found)
    kept["figures"] = Score(
        *(sum(getattr(kept[kind], key) for kind in FIGURES) for key in ("right", "wrong", "missed"))
    )
    return kept


def alert_scores(folder: Path = ALERTS) -> Score:
    """Score the alerts alone."""
    score = Score()
    for _name, labels, found in readings(folder):
        _count_alerts(score, labels, found)
    return score


def _count(
    score: Score, labels: Found, found: Found, kind: str, same: Callable[[Found, Found], bool]
) -> None:
    wanted = [fact for fact in labels["facts"] if fact["type"] == kind]
    allowed = [fact for fact in labels["facts"] if {kind, fact["type"]} == {"quantity", "list_count"}]
    taken: set[int] = set()
    for fact in (one for one in found["facts"] if one["type"] == kind):
        near = [i for i, one in enumerate(wanted) if i not in taken and same(one, fact)]
        near.sort(key=lambda i: bool(wanted[i].get("optional")))
        if near:
            taken.add(near[0])
            score.right += not wanted[near[0]].get("optional")
        elif not any(same(one, fact) for one in allowed):
            score.wrong += 1
    score.missed += sum(i not in taken and not one.get("optional") for i, one in enumerate(wanted))


def _count_statuses(score: Score, labels: Found, found: Found) -> None:
    """Of the quantities that are labelled with a status and found, those that have it, and the others."""
    proposed = [fact for fact in found["facts"] if fact["type"] == "quantity"]
    taken: set[int] = set()
    for label in labels["facts"]:
        if label["type"] != "quantity" or not label.get("status"):
            continue
        near = next(
            (i for i, fact in enumerate(proposed) if i not in taken and _same_value(label, fact)), None
        )
        if near is None:
            continue
        taken.add(near)
        right = proposed[near].get("status") == label["status"]
        score.right += right
        score.wrong += not right
        score.missed += not right


def _same(kind: str) -> Callable[[Found, Found], bool]:
    return _same_words if kind in WORDED else _same_value


def _same_value(label: Found, fact: Found) -> bool:
    if not _shared(label, fact):
        return False
    currencies = {label.get("currency"), fact.get("currency")}
    if len(currencies) > 1 and currencies != CFA:
        return False
    return _plain(label.get("value")) == _plain(fact.get("value"))


def _plain(value: Any) -> Any:
    if isinstance(value, int | float):
        return round(float(value), 6)
    return "".join(c for c in str(value).lower() if c not in " .+-")


def _same_words(label: Found, fact: Found) -> bool:
    shared = _shared(label, fact)
    sizes = sorted((label["end"] - label["start"], fact["end"] - fact["start"]))
    return shared * 2 >= sum(sizes) - shared or (shared >= 0.6 * sizes[0] and sizes[0] * 4 >= sizes[1])


def _shared(one: Found, other: Found) -> int:
    return max(0, min(one["end"], other["end"]) - max(one["start"], other["start"]))


def _count_entities(score: Score, labels: Found, found: Found, kind: str) -> None:
    wanted = [(fact, span) for fact in labels["facts"] if fact["type"] == kind for span in fact["mentions"]]
    hit: Counter[str] = Counter()
    for fact in (one for one in found["facts"] if one["type"] == kind):
        for start, end in fact["mentions"]:
            touched = [label["id"] for label, (a, b) in wanted if a < end and start < b]
            hit.update(touched)
            score.wrong += not touched
    named = {fact["id"]: fact for fact, _span in wanted if not fact.get("optional")}
    score.right += sum(name in hit for name in named)
    score.missed += sum(name not in hit for name in named)


def _count_alerts(score: Score, labels: Found, found: Found) -> None:
    wanted = [one for one in labels["checks"] if one["status"] in {"inconsistent", "suspect"}]
    taken: set[int] = set()
    for alert in (one for one in found["checks"] if one["status"] in {"inconsistent", "suspect"}):
        near = [
            i
            for i, one in enumerate(wanted)
            if any(_shared(a, b) for a in one["spans"] for b in alert["spans"])
        ]
        score.wrong += not near
        taken.update(near)
    score.right += len(taken)
    score.missed += len(wanted) - len(taken)
