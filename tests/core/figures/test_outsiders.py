"""What a file written by somebody else may leave out, and what it may not contain."""

import json

import pytest

from jalon.core.figures import Ledger, LedgerError, MemoryFetcher, answer_json, load

PLACES: list[dict[str, object]] = [
    {"place": key, "level": "commune", "under": {"D2016": "G"}} for key in ("a", "b")
]
ACCOUNT: dict[str, object] = {"account": "P", "unit": "person", "decimals": 0}
EVENT: dict[str, object] = {
    "entry": "e1", "account": "P", "kind": "event", "stage": "achieved", "on": "2017-03-12", "place": "a",
    "division": "D2016", "postings": [{"value": "8"}], "known_at": "2017-03-13T08:00:00Z",
}  # fmt: skip
STATEMENT = {key: value for key, value in EVENT.items() if key != "on"} | {
    "entry": "s1", "kind": "statement", "from": "2017-01-01", "to": "2017-12-31", "place": "G",
    "postings": [{"value": "10"}],
}  # fmt: skip


def approval(entry: str) -> dict[str, object]:
    return {"act": "approve", "entry": entry, "known_at": "2017-03-13T08:00:00Z"}


def read(*lines: dict[str, object]) -> Ledger:
    return load([json.dumps(line) for line in lines])


def bounds(ledger: Ledger) -> tuple[object, object]:
    asked = {"accounts": ["P"], "place": "G", "from": "2017-01-01", "to": "2017-12-31"}
    found = answer_json(asked, MemoryFetcher(ledger))
    return found["low"], found["high"]


@pytest.mark.parametrize(
    "top", [{"place": "G", "under": {"D2016": None}}, {"place": "G", "under": None}, {"place": "G"}]
)
def test_place_at_the_top_has_no_parent(top: dict[str, object]) -> None:
    assert bounds(read(top, *PLACES, ACCOUNT, EVENT, approval("e1"))) == ("8", "8")


@pytest.mark.parametrize(
    "nulls",
    [{}, {"qualifier": None, "precision": None, "printed": None, "source": None, "about": None}],
)
def test_entry_without_its_optional_keys(nulls: dict[str, object]) -> None:
    assert bounds(read(*PLACES, ACCOUNT, EVENT | nulls, approval("e1"))) == ("8", "8")


def test_part_of_all_may_be_said_in_words() -> None:
    stated = STATEMENT | {"about": "all"}

    found = read(*PLACES, ACCOUNT, EVENT | {"about": "AMSS"}, stated, approval("e1"), approval("s1"))

    assert found.entries["s1"].about is None
    assert bounds(found) == ("10", "10")


@pytest.mark.parametrize("decimals", [1, 2])
def test_francs_have_no_cents(decimals: int) -> None:
    with pytest.raises(LedgerError) as caught:
        read(ACCOUNT | {"unit": "XOF", "decimals": decimals})

    assert str(caught.value) == (
        f"Ligne 1 : l’indicateur « P » se compte en XOF, qui admet 0 décimale(s) : on lit {decimals} ; "
        "corrigez « decimals »."
    )


@pytest.mark.parametrize("text", ["a\0b", "\ud800"])
@pytest.mark.parametrize("key", ["source", "entry", "printed"])
def test_text_that_no_database_takes(key: str, text: str) -> None:
    with pytest.raises(LedgerError) as caught:
        read(*PLACES, ACCOUNT, EVENT | {key: text})

    assert str(caught.value) == (
        f"Ligne 4 : « {key} » contient un caractère interdit (nul, ou une moitié de caractère) ; retirez-le."
    )
