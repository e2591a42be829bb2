"""Every paragraph of the spec, on every engine; and the reference printed from it."""

from pathlib import Path

import pytest

from tests.spec.engines import ENGINES
from tests.spec.notation import HERE, Paragraph, asked, ledger, paragraphs
from tests.spec.printing import PRINTED, reference

SECTIONS = sorted(HERE.glob("*/*.md"))


def cases() -> list[object]:
    return [
        pytest.param(paragraph, id=f"{path.parent.name}/{path.stem}: {paragraph.title}")
        for path in SECTIONS
        for paragraph in paragraphs(path)
    ]


def check(paragraph: Paragraph, engine: str, request: pytest.FixtureRequest) -> None:
    fetcher = ENGINES[engine](request, ledger(paragraph.lines))

    answers = [(question, asked(question, fetcher)) for question, _ in paragraph.cases]

    assert answers == paragraph.cases


@pytest.mark.parametrize("paragraph", cases())
def test_paragraph(paragraph: Paragraph, request: pytest.FixtureRequest) -> None:
    check(paragraph, "memory", request)


@pytest.mark.django_db
@pytest.mark.parametrize("paragraph", cases())
def test_paragraph_in_database(paragraph: Paragraph, request: pytest.FixtureRequest) -> None:
    check(paragraph, "database", request)


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize("paragraph", cases())
def test_paragraph_in_extract(paragraph: Paragraph, request: pytest.FixtureRequest) -> None:
    check(paragraph, "extract", request)


@pytest.mark.parametrize("path", SECTIONS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_section_asks_in_every_paragraph(path: Path) -> None:
    titles = [paragraph.title for paragraph in paragraphs(path)]

    assert [p.title for p in paragraphs(path) if p.cases] == titles
    assert len(set(titles)) == len(titles)


def test_reference_is_printed_afresh() -> None:
    assert PRINTED.read_text(encoding="utf-8") == reference(), "python -m tests.spec.printing"
