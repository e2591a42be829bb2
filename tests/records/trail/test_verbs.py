"""Every verb that an action writes in the trail is said in French."""

import ast
from pathlib import Path

from jalon.records.ledger.models import Act
from jalon.records.trail.queries import VERBS, said

RECORDS = Path(__file__).parents[3] / "src/jalon"


def verbs_written() -> set[str]:
    """The texts with a dot given as a verb, to `record(verb=…)` or to the `_tell(by, …)` of an app."""
    found = set()
    for path in RECORDS.rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(call, ast.Call):
                continue
            given = [keyword.value for keyword in call.keywords if keyword.arg == "verb"]
            if isinstance(call.func, ast.Name) and call.func.id == "_tell":
                given += call.args[1:2]
            found |= {
                value.value
                for value in given
                if isinstance(value, ast.Constant) and isinstance(value.value, str)
            }
    return found


def test_every_verb_is_said_in_french() -> None:
    written = verbs_written() | {f"entry.{kind}" for kind in Act.Kind.values}
    written |= {f"claim.{kind}" for kind in ("accepted", "corrected", "ignored", "reopened")}
    written |= {f"alert.{kind}" for kind in ("noted", "dismissed", "reopened")}

    assert len(written) > 10
    assert written - set(VERBS) == set()


def test_unknown_verb_is_said_as_it_is() -> None:
    assert said("x.y") == "x.y"
