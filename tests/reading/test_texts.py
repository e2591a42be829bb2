"""Our labelled texts: labels at their place and in the schema, gold compiled from what is written by hand."""

import json
from typing import Any

import pytest

from tests.reading.labelling import ENTITIES, SCHEMA, TEXTS, LabelError, Labelled, gold, labelled, printed

NAMES = sorted(path.stem for path in (TEXTS / "gold").glob("*.json"))
NUMBERED = {"quantity", "money", "percentage", "list_count", "agenda_item"}
STATUSES = {"ok", "inconsistent", "suspect", "unclear"}


def _read(name: str) -> tuple[str, dict[str, Any]]:
    found = json.loads((TEXTS / "gold" / f"{name}.json").read_text(encoding="utf8"))
    return (TEXTS / found["doc"]).read_text(encoding="utf8"), found


@pytest.mark.parametrize("name", NAMES)
def test_gold_offsets_give_their_quotes(name: str) -> None:
    text, found = _read(name)
    assert (found["doc"], found["schema"], found["chars"]) == (f"{name}.txt", SCHEMA, len(text))
    quoted = [*found["facts"], *(span for check in found["checks"] for span in check["spans"])]
    assert [text[one["start"] : one["end"]] for one in quoted] == [one["quote"] for one in quoted]
    assert [one for one in quoted if one["quote"] != one["quote"].strip() or not one["quote"]] == []
    assert min(one["start"] for one in quoted) > len(text.splitlines()[0])


@pytest.mark.parametrize("name", NAMES)
def test_gold_says_it_is_invented(name: str) -> None:
    text, _ = _read(name)
    assert text.startswith("# source: texte inventé pour les essais | ")


@pytest.mark.parametrize("name", NAMES)
def test_gold_keeps_the_schema(name: str) -> None:
    text, found = _read(name)
    facts = found["facts"]
    ids = [fact["id"] for fact in facts]
    assert len(set(ids)) == len(ids)
    assert [fact["of"] for fact in facts if "of" in fact and fact["of"] not in ids] == []
    assert [fact for fact in facts if fact["type"] in NUMBERED and not _is_number(fact["value"])] == []
    assert [fact for fact in facts if fact["type"] == "money" and "currency" not in fact] == []
    assert [fact for fact in facts if (fact["type"] in ENTITIES) != ("mentions" in fact)] == []
    mentions = [span for fact in facts for span in fact.get("mentions", [])]
    assert [span for span in mentions if text[slice(*span)] != text[slice(*span)].strip()] == []
    assert {check["status"] for check in found["checks"]} <= STATUSES
    assert [check for check in found["checks"] if not check["spans"] or not check["explain"]] == []


@pytest.mark.parametrize("name", NAMES)
def test_gold_says_each_thing_once(name: str) -> None:
    _, found = _read(name)
    places = [(fact["type"], fact["start"], fact["end"]) for fact in found["facts"]]
    assert sorted(set(places)) == sorted(places)


@pytest.mark.parametrize("source", list(labelled()), ids=lambda source: source.name)
def test_gold_is_what_the_labels_compile_to(source: Labelled) -> None:
    kept = (TEXTS / "gold" / f"{source.name}.json").read_text(encoding="utf8")
    assert printed(gold(source)) == kept


@pytest.mark.parametrize(
    ("quote", "says"),
    [
        ("14 femmes", "not in the text"),
        ("femmes", "2 times in the text"),
        ("femmes#3", "only 2 times"),
        ("femmes@@8 femmes", "0 contexts"),
    ],
)
def test_a_quote_that_cannot_be_placed_is_refused(quote: str, says: str) -> None:
    text = "# source: 14 femmes\n12 femmes et 3 femmes.\n"
    with pytest.raises(LabelError, match=says):
        Labelled("essai", text, ()).spans(quote)


@pytest.mark.parametrize(
    ("quote", "spans"),
    [("3 femmes", [(33, 41)]), ("femmes#2", [(35, 41)]), ("femmes#*", [(23, 29), (35, 41)])],
)
def test_a_quote_is_placed_on_whole_words_after_the_first_line(
    quote: str, spans: list[tuple[int, int]]
) -> None:
    text = "# source: 3 femmes.\n12 femmes et 3 femmes.\n"
    assert Labelled("essai", text, ()).spans(quote) == spans


def _is_number(value: object) -> bool:
    return isinstance(value, int | float)
