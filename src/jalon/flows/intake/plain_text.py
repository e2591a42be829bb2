"""Reading a plain text file: its lines as they are, with the titles, items and table rows they show."""

import re

from jalon.flows.intake.decoding import decode
from jalon.flows.intake.extraction import Block, Extractor, Found

_BULLET = re.compile(r"\s*(?:[-–—•*·▪]|\(?[a-z0-9]{1,2}\))\s+\S")
_NUMBERED = re.compile(r"(?:[IVX]{1,4}|[0-9]{1,2}(?:\.[0-9]{1,2})*)[.)]?\s+[–—-]?\s*\S")
_RANKED = re.compile(r"[0-9]{1,2}[.)]\s+\S")
# "Bamako, le 5 décembre 2024", "Lieu : Bamako": said of the document, not titles in it.
_NO_TITLE = re.compile(r"\s:\s|,.*\b[0-9]{4}$")
_ENDS_SENTENCE = (".", ";", ":", ",", "!", "?", "…", "»")
_LONGEST_TITLE = 100
_WRAPPED_FROM = 55


def read(content: bytes) -> Found:
    """Read a text file; its text is its own, only line ends are made equal."""
    text, encoding, notes = decode(content)
    return Found(text, blocks_of(text), encoding, notes)


def blocks_of(text: str) -> list[Block]:
    """Return the blocks of a plain text: each line, wrapped lines together, blanks left out."""
    spans = _paragraphs(text)
    blocks: list[Block] = []
    for index, (start, end) in enumerate(spans):
        apart = index == 0 or _apart(text, spans[index - 1][1], start)
        blocks.append((_kind(text[start:end], apart, bool(blocks)), start, end))
    return with_heads(text, blocks)


def _paragraphs(text: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    position = 0
    for line in text.split("\n"):
        start = position + len(line) - len(line.lstrip(" \t\f\u00a0"))
        end = position + len(line.rstrip())
        if end > start:
            if spans and _wraps(text, spans[-1], start, line.lstrip()):
                spans[-1] = (spans[-1][0], end)
            else:
                spans.append((start, end))
        position += len(line) + 1
    return spans


def _wraps(text: str, above: tuple[int, int], start: int, line: str) -> bool:
    """Whether a line goes on from the one above: right under it, in lower case, after no end of sentence."""
    last = text[max(above[0], text.rfind("\n", above[0], above[1]) + 1) : above[1]]
    return (
        text.count("\n", above[1], start) == 1
        and line[:1].islower()
        and len(last) >= _WRAPPED_FROM
        and not last.endswith(_ENDS_SENTENCE)
        and "\t" not in last
        and "\t" not in line
    )


def _apart(text: str, end: int, start: int) -> bool:
    return text.count("\n", end, start) > 1


def _kind(line: str, apart: bool, under_something: bool) -> str:
    if "\t" in line:
        return "row"
    short = len(line) <= _LONGEST_TITLE and not line.endswith(_ENDS_SENTENCE) and "\n" not in line
    if short and line.upper() == line and sum(map(str.isalpha, line)) > 3:
        return "h2" if under_something and _NUMBERED.match(line) else "h1"
    if _BULLET.match(line):
        return "li"
    if short and apart and under_something and not line[0].islower():
        if _NUMBERED.match(line):
            return "h2"
        if not _NO_TITLE.search(line):
            return "h3"
    return "li" if _RANKED.match(line) else "p"


def with_heads(text: str, blocks: list[Block]) -> list[Block]:
    """Return the blocks with the first row of each table as headings: no figure in it, or none as below."""
    for index, (kind, start, end) in enumerate(blocks[:-1]):
        above = blocks[index - 1] if index else ("", 0, 0)
        goes_on = above[0] in {"row", "head"} and not _apart(text, above[2], start)
        starts_table = kind == "row" and not goes_on and blocks[index + 1][0] == "row"
        under = blocks[index + 1]
        if starts_table and _heads(text[start:end], text[under[1] : under[2]]):
            blocks[index] = ("head", start, end)
    return blocks


def _heads(row: str, under: str) -> bool:
    if not any(map(str.isdigit, row)):
        return True
    figures = [cell[:1].isdigit() for cell in row.split("\t")]
    return not any(figures) and any(cell[:1].isdigit() for cell in under.split("\t"))


EXTRACTOR = Extractor("texte", "1", "text/plain", (".txt", ".text"), read)
