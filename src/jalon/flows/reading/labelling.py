"""What people judged becomes labelled examples in the outer format: the reader learns to be measured."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

from django.db.models import Max

from jalon.core.reading.outer import SCHEMA
from jalon.records.reading.models import VERSIONS, Claim, Reading
from jalon.records.reading.queries import AlertView, ClaimView, Review, review
from jalon.records.reading.states import State

SPLIT = "review"


@dataclass(frozen=True)
class Exported:
    """How many texts were written, with how many facts and checks."""

    texts: int
    facts: int
    checks: int


def export_labels(folder: Path) -> Exported:
    """Write each text on which something was judged as FOLDER/name.txt and FOLDER/gold/name.json.

    Raises OSError where the folder cannot be written.
    """
    (folder / "gold").mkdir(parents=True, exist_ok=True)
    texts = facts = checks = 0
    for name, reading in _named(_last_readings()):
        found = labels(review(reading), doc=f"{name}.txt")
        if not any(not fact.get("optional") for fact in found["facts"]) and not found["checks"]:
            continue
        (folder / f"{name}.txt").write_text(reading.text.content, encoding="utf-8", newline="\n")
        written = json.dumps(found, ensure_ascii=False, indent=1)
        (folder / "gold" / f"{name}.json").write_text(f"{written}\n", encoding="utf-8")
        texts, facts, checks = texts + 1, facts + len(found["facts"]), checks + len(found["checks"])
    return Exported(texts, facts, checks)


def labels(seen: Review, *, doc: str) -> dict[str, Any]:
    """Return the labels of one text: what was taken, as it holds; what nobody judged is optional.

    What was ignored is left out: read again, it is wrong. An alert without object is a check that holds.
    """
    content = seen.reading.text.content
    kept = [one for one in seen.claims if _is_label(one)]
    kept.sort(key=lambda one: (*_span(one), one.claim.type, one.claim.number))
    ids = {one.claim.pk: f"f{number:03}" for number, one in enumerate(kept, 1)}
    judged = [one for one in seen.alerts if one.state.is_judged and one.alert.kind != VERSIONS]
    judged.sort(key=lambda one: one.alert.number)
    return {
        "doc": doc,
        "schema": SCHEMA,
        "split": SPLIT,
        "chars": len(content),
        "facts": [_fact(one, content, ids) for one in kept],
        "checks": [_check(one, f"c{number:02}") for number, one in enumerate(judged, 1)],
    }


def _is_label(one: ClaimView) -> bool:
    return one.state is not State.IGNORED


def _span(one: ClaimView) -> tuple[int, int]:
    return int(one.said.get("start", one.claim.start)), int(one.said.get("end", one.claim.end))


def _fact(one: ClaimView, content: str, ids: dict[int, str]) -> dict[str, Any]:
    start, end = _span(one)
    said = {key: value for key, value in one.said.items() if key not in {"start", "end"}}
    found: dict[str, Any] = {
        "id": ids[one.claim.pk],
        "type": str(Claim.Type(one.claim.type).value),
        "start": start,
        "end": end,
        "quote": content[start:end],
        **said,
    }
    if one.claim.of_id in ids:
        found["of"] = ids[one.claim.of_id]
    if one.state is State.OPEN and not one.claim.added_by:
        found["optional"] = True
    return found


def _check(one: AlertView, name: str) -> dict[str, Any]:
    alert, holds = one.alert, one.state is State.DISMISSED
    spans = [
        {"start": start, "end": end, "quote": quote}
        for (start, end), quote in zip(alert.spans, one.quotes, strict=True)
    ]
    return {
        "id": name,
        "kind": alert.kind,
        "status": "ok" if holds else alert.status,
        "level": alert.level,
        "spans": spans,
        "explain": one.verdict.reason if holds and one.verdict else alert.explanation,
    }


def _last_readings() -> list[Reading]:
    last = Reading.objects.values("text").annotate(last=Max("pk")).values("last")
    readings = Reading.objects.filter(pk__in=last).select_related("text__version__document")
    return list(readings.order_by("text__version__document__sort_key", "text__pk"))


def _named(readings: Iterable[Reading]) -> Iterable[tuple[str, Reading]]:
    """Give each reading the name of its file without ending; a number tells those of one name apart."""
    times: dict[str, int] = {}
    for reading in readings:
        stem = PurePath(reading.text.version.file_name).stem or "texte"
        times[stem] = times.get(stem, 0) + 1
        yield (stem if times[stem] == 1 else f"{stem}_{times[stem]}"), reading
