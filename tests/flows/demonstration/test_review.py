"""The demonstration is its documents read, and a recorded review replayed."""

import dataclasses

import pytest

from jalon.flows.demonstration.content import Content, EntryData, read_content
from jalon.flows.demonstration.review import decisions, with_values
from jalon.flows.demonstration.tables import ContentProblem


@pytest.fixture(scope="module")
def content() -> Content:
    return read_content()


def entry(content: Content, key: str) -> EntryData:
    return next(one for one in content.entries if one.key == key)


def replayed(content: Content, one: EntryData) -> EntryData:
    return with_values(one, {document.key: document for document in content.documents})


def test_most_figures_are_what_the_reader_proposes(content: Content):
    verdicts = [said.verdict for one in content.entries for said in (one, *one.cells) if said.printed]

    assert verdicts.count("accepted") >= 0.8 * len(verdicts)


def test_a_figure_accepted_as_read_takes_the_value_of_the_reader(content: Content):
    budget = dataclasses.replace(entry(content, "001.budget"), value="")

    assert replayed(content, budget).value == "207716144"


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"value": "207716145"}, "est dit accepté à 207716145, le lecteur lit 207716144."),
        ({"verdict": "guessed"}, "verdict inconnu « guessed ». Admis : accepted, corrected, added."),
        ({"verdict": "corrected", "value": ""}, "une valeur corrigée ou ajoutée se dit (`value`)."),
        ({"printed": "12 000"}, "« 12 000 » ne figure pas dans « 207 716 144FCA »."),
    ],
)
def test_a_review_that_no_longer_holds_is_refused(content: Content, changes: dict[str, str], sentence: str):
    changed = dataclasses.replace(entry(content, "001.budget"), **changes)

    with pytest.raises(ContentProblem) as refused:
        replayed(content, changed)

    assert str(refused.value).endswith(sentence)


def test_nothing_was_added_by_hand_that_the_reader_proposes(content: Content):
    documents = {document.key: document for document in content.documents}
    added = [
        decision
        for one in content.entries
        for decision in decisions(one, documents[one.document])
        if decision.said.verdict == "added"
    ]

    assert [f"{decision.entry.key} {decision.said.printed}" for decision in added if decision.is_read] == []


def test_a_corrected_figure_keeps_both_values(content: Content):
    corrected = dataclasses.replace(entry(content, "001.budget"), verdict="corrected", value="207716145")
    document = next(one for one in content.documents if one.key == "001")

    assert replayed(content, corrected).value == "207716145"
    assert [decision.read_value for decision in decisions(corrected, document)] == ["207716144"]
