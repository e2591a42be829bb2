"""The content against the reference material beside the checkout; skipped where that is absent."""

import dataclasses
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from jalon.flows.demonstration.content import Content, read_content
from jalon.flows.demonstration.gold import compare
from jalon.flows.demonstration.passages import text_of

SHARED = Path(__file__).parents[4] / "shared"
GOLD = SHARED / "reading" / "dev" / "gold"
LONGEST_COMMON_RUN = 7
NAMES = (
    "Facilité régionale de stabilisation, Fenêtre nationale du Mali",
    "Relance de l’économie locale et d’appui aux collectivités – Phase II",
)

needs_shared = pytest.mark.skipif(
    not GOLD.is_dir(), reason="documents de référence absents (../shared) : comparaison impossible"
)


@pytest.fixture(scope="module")
def content() -> Content:
    return read_content()


@needs_shared
def test_compare_finds_every_labelled_number_once_with_its_passage(content: Content):
    report = compare(content, GOLD)

    assert report.problems == []
    assert report.labelled == report.carried
    assert report.labelled.total() == 83


@needs_shared
def test_compare_sees_a_number_lost_and_a_number_changed(content: Content):
    first, *others = content.batches
    lost, changed, *kept = first.entries
    broken = dataclasses.replace(first, entries=(dataclasses.replace(changed, value="4841"), *kept))

    report = compare(dataclasses.replace(content, batches=(broken, *others)), GOLD)

    assert lost.key == "000.exploitations"
    assert {int(value) for _document, _type, value, _detail in report.missing} == {4840}
    assert {int(value) for _document, _type, value, _detail in report.extra} == {4841}


@needs_shared
@pytest.mark.parametrize("key", ["000", "001", "002", "003", "004"])
def test_document_shares_no_sentence_with_its_source(content: Content, key: str):
    document = next(document for document in content.documents if document.key == key)
    source = next((SHARED / "sources").glob(f"{key}_*.txt")).read_text(encoding="utf-8")

    ours = runs(text_of(document), names(content))
    theirs = set(runs(source, []))

    assert [" ".join(run) for run in ours if run in theirs] == []


def names(content: Content) -> list[list[str]]:
    """Titles and names are facts, not sentences: they are left out of the comparison, longest first."""
    said = [programme.title for programme in content.programmes]
    said += [link.title for programme in content.programmes for link in programme.links]
    said += [name for one in content.organisations for name in (one.name, *one.other_names)]
    return sorted(map(words, [*said, *NAMES]), key=len, reverse=True)


def words(text: str) -> list[str]:
    text = re.sub(r"(?<=\d)[\s\u00a0\u202f](?=\d{3}\b)", "", text.lower())
    return re.findall(r"\d+e\b|\d+(?:,\d+)?|[^\W\d_]+", text)


def runs(text: str, left_out: list[list[str]]) -> Iterator[tuple[str, ...]]:
    found = words(text)
    for name in left_out:
        if len(name) < 3:
            continue
        for start in range(len(found) - len(name) + 1):
            if found[start : start + len(name)] == name:
                found[start : start + len(name)] = [""] * len(name)
    size = LONGEST_COMMON_RUN + 1
    for start in range(len(found) - size + 1):
        run = tuple(found[start : start + size])
        if "" not in run:
            yield run
