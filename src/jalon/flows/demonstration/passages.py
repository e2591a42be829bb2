"""Where the content points: the texts of its documents, each quote in its place, each number in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from jalon.core.values.errors import ValueProblem
from jalon.core.values.numbers import parse_number
from jalon.flows.demonstration.content import Content
from jalon.flows.demonstration.quotes import find, printed_span
from jalon.flows.demonstration.shapes import DocumentData, Passage
from jalon.flows.intake.extractors import extract


@dataclass(frozen=True)
class CarriedNumber:
    """One number of the content and the passage it stands in.

    `unit` is the account's; `noun` the words around it (quote and label); `gold` the labels it carries.
    """

    entry: str
    document: str
    quote: str
    occurrence: int
    printed: str
    value: Decimal
    unit: str
    noun: str
    stage: str
    sex: str
    gold: tuple[str, ...]
    repeat: bool
    invented: bool


@cache
def text_of(document: DocumentData) -> str:
    """The text of a document as the intake reads it."""
    return extract(document.path.read_bytes(), file_name=document.file).content


def texts(content: Content) -> dict[str, str]:
    """Document key → its text."""
    return {document.key: text_of(document) for document in content.documents}


def span_of(number: CarriedNumber, text: str) -> tuple[int, int] | None:
    """Where the printed number of an entry stands in the text, or None."""
    return printed_span(text, number.quote, number.occurrence, number.printed)


def carried_numbers(content: Content) -> Iterator[CarriedNumber]:
    """Every printed number of the entries and of their cells."""
    accounts = {account.key: account for account in content.accounts}
    for entry in content.entries:
        account = accounts[entry.account]
        total = CarriedNumber(
            entry=entry.key,
            document=entry.document,
            quote=entry.quote,
            occurrence=entry.occurrence,
            printed=entry.printed,
            value=Decimal(entry.value),
            unit=account.unit,
            noun=f"{entry.quote} {account.label} {account.unit_label}",
            stage=entry.stage,
            sex="",
            gold=entry.gold,
            repeat=entry.repeat,
            invented=entry.invented,
        )
        if total.printed:
            yield total
        for cell in entry.cells:
            if cell.printed:
                yield replace(
                    total,
                    quote=cell.quote or entry.quote,
                    occurrence=cell.occurrence if cell.quote else entry.occurrence,
                    printed=cell.printed,
                    value=Decimal(cell.value),
                    sex=cell.sex,
                    gold=cell.gold,
                )


def passages(content: Content) -> Iterator[tuple[str, Passage]]:
    """Every passage named outside the entries, with what names it."""
    for programme in content.programmes:
        yield from ((f"programme {programme.key}", status) for status in programme.status)
    for agreement in content.agreements:
        yield f"accord « {agreement.title} »", agreement
    for amendment in content.amendments:
        yield f"avenant de {amendment.programme}", amendment
    for version in content.plan_versions:
        yield f"version {version.number} du plan de {version.programme}", version
    for revision in content.revisions:
        yield f"révision {revision.number} du cadre de {revision.programme}", revision
    for result in content.results:
        if result.document:
            passage = Passage(result.document, result.quote, result.occurrence)
            yield f"résultat {result.code} de {result.programme}", passage
    for remark in content.remarks:
        yield f"signalement « {remark.title} »", remark.first
        if remark.second is not None:
            yield f"signalement « {remark.title} »", remark.second


def passage_problems(content: Content, texts: Mapping[str, str]) -> list[str]:
    """French sentences: quotes that do not stand where they are said, numbers that are not those printed."""
    problems = [
        f"{what} : « {passage.quote} » ne figure pas {passage.occurrence} fois "
        f"dans le document {passage.document}."
        for what, passage in passages(content)
        if find(texts[passage.document], passage.quote, passage.occurrence) < 0
    ]
    for number in carried_numbers(content):
        problems += _number_problems(number, texts[number.document])
    return problems


def _number_problems(number: CarriedNumber, text: str) -> list[str]:
    where = f"{number.entry} : « {number.printed} »"
    if span_of(number, text) is None:
        return [f"{where} ne figure pas dans le passage « {number.quote} » du document {number.document}."]
    try:
        printed = parse_number(number.printed)
    except ValueProblem as problem:
        return [f"{where} ne se lit pas : {problem}"]
    if Decimal(printed.value) != number.value:
        return [f"{where} se lit {printed.value}, l’écriture dit {number.value}."]
    return []
