"""The outer format `jalon-reader-gold/1`: facts and checks as JSON, with ids and quotes."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from jalon.core.reading.facts import ENTITIES, Check, Fact, FactType, Span

SCHEMA = "jalon-reader-gold/1"

_LISTS = frozenset({"place", "responsible"})
_ENTITY_LISTS = frozenset({"role"})


def reading_json(*, doc: str, text: str, facts: Sequence[Fact], checks: Iterable[Check]) -> dict[str, Any]:
    """Return one text's facts (in the order of the text) and checks, ready for `json.dumps`."""
    ordered = sorted(facts, key=lambda fact: (fact.start, fact.end, fact.type, str(fact.value)))
    ids = {id(fact): f"f{number:03}" for number, fact in enumerate(ordered, 1)}
    return {
        "doc": doc,
        "schema": SCHEMA,
        "chars": len(text),
        "facts": [fact_json(fact, text, ids) for fact in ordered],
        "checks": [check_json(check, text, f"c{number:02}") for number, check in enumerate(checks, 1)],
    }


def fact_json(fact: Fact, text: str, ids: dict[int, str]) -> dict[str, Any]:
    """Return one fact; `ids` names the facts it may be a part of."""
    found: dict[str, Any] = {"id": ids[id(fact)], "type": str(fact.type)} | _span_json(fact.span, text)
    if fact.value is not None:
        found["value"] = _plain(fact.value)
    for key, detail in sorted(fact.details.items()):
        listed = key in _LISTS or (key in _ENTITY_LISTS and fact.type in ENTITIES)
        found[key] = (
            _plain(fact.texts(key)) if listed and fact.type is not FactType.MEETING else _plain(detail)
        )
    if fact.of is not None and id(fact.of) in ids:
        found["of"] = ids[id(fact.of)]
    if fact.type in ENTITIES:
        found["mentions"] = [[span.start, span.end] for span in sorted(fact.mentions or [fact.span])]
    return found


def check_json(check: Check, text: str, name: str) -> dict[str, Any]:
    """Return one check with the quotes of its spans."""
    return {
        "id": name,
        "kind": check.kind,
        "status": str(check.status),
        "level": str(check.level),
        "spans": [_span_json(span, text) for span in check.spans],
        "explain": check.explain,
    }


def _span_json(span: Span, text: str) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "quote": span.quote(text)}


def _plain(value: object) -> object:
    """A Decimal as the shortest JSON number that is equal to it; a tuple as a list; apostrophes straight,
    so that names compare with those of other programs."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value.replace("’", "'") if isinstance(value, str) else value
