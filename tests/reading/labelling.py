"""Labels of our own texts, written as quotes and compiled to offsets: `python -m tests.reading.labelling`.

`texts/labels/<name>.labels` has one label a line, fields separated by ` ¦ `:

    type ¦ quote ¦ value ¦ key=value ¦ key=value…
    check ¦ kind ¦ status ¦ what is found ¦ quote ¦ quote…

`type?` is optional. A quote is written as in the text, with `⏎` for a line end and `⇥` for a tab. A quote
that occurs several times needs `#n` (the nth, words kept whole, first line left out), or `@@` and a longer
passage that is unique and holds it. `id=` names a label so that another says `of=`. `m=` are the other
mentions of an entity, separated by ` ; `; `#*` after a quote (or a mention) means all its occurrences.
`responsible`, `place` of a quantity, `role` of an entity and the value of an org_role are lists, separated by
` ; `.
"""

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

TEXTS = Path(__file__).parent / "texts"
SCHEMA = "jalon-reader-gold/1"
NUMBERS = {"quantity", "percentage", "money", "list_count", "agenda_item", "meeting", "action"}
ENTITIES = {"organization", "place", "person", "programme"}
NO_VALUE = {"finding", "component", "person_role"}
LISTS = {("quantity", "place")} | {(entity, "role") for entity in ENTITIES} | {("action", "responsible")}


class LabelError(Exception):
    """A label that cannot be placed: what, and in which line."""


@dataclass(frozen=True)
class Labelled:
    """A text that was labelled: its name, its characters, its lines of labels."""

    name: str
    text: str
    labels: tuple[str, ...]

    def occurrences(self, quote: str) -> list[int]:
        """Return where a quote starts, each time, as whole words, after the first line."""
        before = r"(?<!\w)" if quote[:1].isalnum() else ""
        after = r"(?!\w)" if quote[-1:].isalnum() else ""
        body = self.text.index("\n")
        found = re.finditer(f"{before}{re.escape(quote)}{after}", self.text)
        return [match.start() for match in found if match.start() >= body]

    def spans(self, written: str) -> list[tuple[int, int]]:
        """Return the places that a written quote means; one unless it ends with `#*`."""
        written = written.replace("⏎", "\n").replace("⇥", "\t")
        quote, _, context = written.partition("@@")
        if context:
            return [self._inside(quote, context)]
        quote, _, nth = quote.partition("#") if re.search(r"#(\d+|\*)$", quote) else (quote, "", "")
        starts = self.occurrences(quote)
        if not starts:
            raise LabelError(f"{self.name}: not in the text: {quote!r}")
        if nth == "*":
            return [(start, start + len(quote)) for start in starts]
        if not nth and len(starts) > 1:
            raise LabelError(f"{self.name}: {len(starts)} times in the text, say which: {quote!r}")
        if int(nth or 1) > len(starts):
            raise LabelError(f"{self.name}: only {len(starts)} times in the text: {written!r}")
        start = starts[int(nth or 1) - 1]
        return [(start, start + len(quote))]

    def _inside(self, quote: str, context: str) -> tuple[int, int]:
        starts = self.occurrences(context)
        if len(starts) != 1 or quote not in context:
            raise LabelError(f"{self.name}: {len(starts)} contexts {context!r} for {quote!r}")
        first = re.search(rf"(?<!\w){re.escape(quote)}(?!\w)", context)
        start = starts[0] + (first.start() if first else context.index(quote))
        return start, start + len(quote)


def labelled() -> Iterator[Labelled]:
    """Yield every text that has labels, by name."""
    for path in sorted((TEXTS / "labels").glob("*.labels")):
        lines = [line for line in path.read_text(encoding="utf8").splitlines() if line and line[0] != "#"]
        text = (TEXTS / f"{path.stem}.txt").read_text(encoding="utf8")
        yield Labelled(path.stem, text, tuple(lines))


def gold(source: Labelled) -> dict[str, Any]:
    """Return the labels of a text in the outer format."""
    facts, checks = [], []
    for line in source.labels:
        fields = [field.strip() for field in line.split("¦")]
        if fields[0] == "check":
            checks.append(_check(source, fields))
        else:
            facts.append(_fact(source, fields))
    facts.sort(key=lambda fact: (fact["start"], fact["end"], fact["type"]))
    _name(source, facts)
    for number, check in enumerate(checks, 1):
        check["id"] = f"c{number:02}"
    head = {"doc": f"{source.name}.txt", "schema": SCHEMA, "split": "own", "chars": len(source.text)}
    return head | {"facts": facts, "checks": checks}


def _name(source: Labelled, facts: list[dict[str, Any]]) -> None:
    own: dict[str, str] = {}
    for number, fact in enumerate(facts, 1):
        known = fact["id"]
        fact["id"] = f"f{number:03}"
        if known in own:
            raise LabelError(f"{source.name}: two labels are named {known}")
        if known:
            own[known] = fact["id"]
    for fact in facts:
        if "of" in fact:
            if fact["of"] not in own:
                raise LabelError(f"{source.name}: no label is named {fact['of']}")
            fact["of"] = own[fact["of"]]


def _fact(source: Labelled, fields: list[str]) -> dict[str, Any]:
    kind, quote = fields[0].rstrip("?"), fields[1]
    spans = source.spans(quote)
    start, end = spans[0]
    fact: dict[str, Any] = {"id": "", "type": kind, "start": start, "end": end}
    fact["quote"] = source.text[start:end]
    rest = fields[2:]
    if kind not in NO_VALUE and rest and "=" not in rest[0]:
        fact["value"] = _value(kind, rest.pop(0))
    for field in rest:
        key, _, written = field.partition("=")
        if key == "m":
            spans = spans + [span for one in written.split(" ; ") for span in source.spans(one)]
        else:
            fact[key] = _detail(kind, key, written)
    if kind in ENTITIES:
        fact["mentions"] = [list(span) for span in sorted(set(spans))]
        fact["start"], fact["end"] = fact["mentions"][0]
        fact["quote"] = source.text[fact["start"] : fact["end"]]
    if fields[0].endswith("?"):
        fact["optional"] = True
    return fact


def _value(kind: str, written: str) -> Any:
    if kind in NUMBERS or kind == "age_range":
        return json.loads(written)
    return written.split(" ; ") if kind == "org_role" and " ; " in written else written


def _detail(kind: str, key: str, written: str) -> Any:
    if (kind, key) in LISTS:
        return written.split(" ; ")
    return True if written == "true" else written


def _check(source: Labelled, fields: list[str]) -> dict[str, Any]:
    _, kind, status, explain, *quotes = fields
    spans = [span for quote in quotes for span in source.spans(quote)]
    shown = [{"start": start, "end": end, "quote": source.text[start:end]} for start, end in spans]
    return {"id": "", "kind": kind, "status": status, "spans": shown, "explain": explain}


def printed(found: dict[str, Any]) -> str:
    """Return the labels as they are kept: one fact a line."""
    head = [f" {json.dumps(key)}: {json.dumps(found[key])}" for key in ("doc", "schema", "split", "chars")]
    for key in ("facts", "checks"):
        lines = ",\n".join("  " + json.dumps(one, ensure_ascii=False) for one in found[key])
        head.append(f' "{key}": [\n{lines}\n ]')
    return "{\n" + ",\n".join(head) + "\n}\n"


_WORDS = "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente"
_WORDS += " quarante cinquante soixante cent mille dizaine quinzaine vingtaine trentaine moitié tiers un une"
_NUMBER = re.compile(rf"\d[\d\u00a0\u202f ,./]*|\b(?:{_WORDS.replace(' ', '|')})\b", re.IGNORECASE)
_NAME = re.compile(r"(?<![.:!?»|\n] )(?<![\n\t])\b[A-ZÀ-Ý]\w+")


def unlabelled(source: Labelled) -> Iterator[str]:
    """Yield numbers, number words and capitalised words that no label covers, with their surroundings."""
    covered = bytearray(len(source.text))
    for fact in gold(source)["facts"]:
        if fact["type"] not in ("action", "finding", "meeting", "agenda_item"):
            for start, end in fact.get("mentions", [[fact["start"], fact["end"]]]):
                covered[start:end] = b"\x01" * (end - start)
    body = source.text.index("\n")
    for match in [*_NUMBER.finditer(source.text, body), *_NAME.finditer(source.text, body)]:
        start, end = match.span()
        if not any(covered[start:end]):
            around = source.text[max(0, start - 25) : end + 25].replace("\n", "⏎")
            yield f"{match[0].strip()!r}: {around}"


def main(arguments: list[str]) -> None:
    """Write the gold of every labelled text; with names, say what is not labelled in these."""
    for source in labelled():
        found = gold(source)
        (TEXTS / "gold" / f"{source.name}.json").write_text(printed(found), encoding="utf8")
        sys.stdout.write(f"{source.name}: {len(found['facts'])} facts, {len(found['checks'])} checks\n")
        if source.name in arguments:
            sys.stdout.writelines(f"  {line}\n" for line in unlabelled(source))


if __name__ == "__main__":
    main(sys.argv[1:])
