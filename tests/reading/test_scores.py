"""The reader does not fall below what it reached: on our labelled texts, and on the development set.

The floors are in `floors.toml`; what is reached: `PYTHONPATH=src:. python -m tests.reading.test_scores`.
"""

import importlib.util
import json
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from jalon.core.reading.outer import reading_json
from jalon.core.reading.reader import read
from jalon.flows.intake.plain_text import blocks_of
from tests.reading.scoring import ACTIONS, ENTITIES, FIGURES, WORDED, alert_scores, scores

HERE = Path(__file__).parent
SHARED = HERE.parents[2] / "shared"
FLOORS: dict[str, dict[str, list[float]]] = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def own() -> dict[str, tuple[float, float]]:
    """Precision and recall by type on the texts of this repository."""
    return own_scores()


def own_scores() -> dict[str, tuple[float, float]]:
    """Read and score our own texts."""
    return {kind: (score.precision, score.recall) for kind, score in scores().items()}


@pytest.mark.parametrize("kind", sorted(FLOORS["own"]))
def test_own_texts_are_read_as_well_as_before(own: dict[str, tuple[float, float]], kind: str) -> None:
    precision, recall = own[kind]

    assert [precision >= FLOORS["own"][kind][0], recall >= FLOORS["own"][kind][1]] == [True, True], (
        f"{kind}: {precision:.3f} {recall:.3f}"
    )


@pytest.mark.parametrize("kind", sorted(FLOORS["actions"]))
def test_actions_and_names_are_read_as_well_as_before(kind: str) -> None:
    precision, recall = action_scores()[kind]

    assert [precision >= FLOORS["actions"][kind][0], recall >= FLOORS["actions"][kind][1]] == [True, True], (
        f"{kind}: {precision:.3f} {recall:.3f}"
    )


@cache
def action_scores() -> dict[str, tuple[float, float]]:
    """Precision and recall of what is labelled in the texts of actions."""
    found = scores(ACTIONS)
    return {kind: (found[kind].precision, found[kind].recall) for kind in (*WORDED[:2], *ENTITIES[:3])}


def test_alerts_are_as_right_as_before() -> None:
    score = alert_scores()

    assert [
        score.precision >= FLOORS["arithmetic"]["alerts"][0],
        score.recall >= FLOORS["arithmetic"]["alerts"][1],
    ] == [True, True], f"{score.precision:.3f} {score.recall:.3f}"


@pytest.mark.skipif(not (SHARED / "reading").exists(), reason="the development set is in ../shared/reading")
@pytest.mark.parametrize("kind", sorted(FLOORS["development"]))
def test_the_development_set_is_read_as_well_as_before(kind: str) -> None:
    precision, recall = development_scores()[kind]

    assert [precision >= FLOORS["development"][kind][0], recall >= FLOORS["development"][kind][1]] == [
        True,
        True,
    ], f"{kind}: {precision:.3f} {recall:.3f}"


@cache
def development_scores() -> dict[str, tuple[float, float]]:
    """Precision and recall by type on the development set, by the evaluator that stands beside it."""
    evaluator = _evaluator()
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for labels, found in _development():
        for kind, counter in evaluator.evaluate(labels, found)[0].items():
            for rank, key in enumerate(("tp", "fp", "fn")):
                counts[kind][rank] += getattr(counter, key)
                if kind in FIGURES:
                    counts["figures"][rank] += getattr(counter, key)
    return {
        kind: (right / max(1, right + wrong), right / max(1, right + missed))
        for kind, (right, wrong, missed) in counts.items()
    }


def _evaluator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("evaluate", SHARED / "reading" / "evaluate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _development() -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    for path in sorted((SHARED / "reading" / "dev" / "gold").glob("*.json")):
        labels = json.loads(path.read_text(encoding="utf-8"))
        folder = SHARED / "sources" if labels["split"] == "source" else SHARED / "reading" / "dev" / "docs"
        text = (folder / labels["doc"]).read_text(encoding="utf-8")
        found = read(text, blocks_of(text))
        yield labels, reading_json(doc="", text=text, facts=found.facts, checks=found.checks)


def _printed(title: str, found: dict[str, tuple[float, float]]) -> str:
    cut = {kind: [int(value * 1000) / 1000 for value in pair] for kind, pair in found.items()}
    lines = [f'"{kind}" = [{p:.3f}, {r:.3f}]' for kind, (p, r) in sorted(cut.items())]
    return "\n".join([f"[{title}]", *lines])


if __name__ == "__main__":
    alerts = alert_scores()
    parts = {
        "own": own_scores(),
        "actions": action_scores(),
        "arithmetic": {"alerts": (alerts.precision, alerts.recall)},
        "development": development_scores(),
    }
    print("\n\n".join(_printed(*part) for part in parts.items()))  # noqa: T201
