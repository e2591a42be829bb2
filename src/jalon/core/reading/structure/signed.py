"""Tables written in plain text with a sign between their cells: `Nokou – 21 650 – 92,0 %`, `Fer ..... 840`.

The signs are dashes, strokes, semicolons, colons, dot leaders, two spaces or more; two kinds may stand in one
line (`Moulin – 650 / 130`). Lines under one another with the same signs are rows when a column holds figures.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jalon.core.reading.facts import Span
from jalon.core.reading.structure.cells import Cell, Table, cell
from jalon.core.reading.structure.headings import Column, column_of, names_period

_HINT = re.compile(r"(?:[-/=;:|] |\.{4} ?|…… ?|  )[+~]?[0-9]")
_SIGN = re.compile(r" *\| *| +[-/=](?: +(?=[^ /=-])|(?= ))| *[;:](?=[ ]) *| *(?:\.{4,}|…{2,}) *| {2,}")
_BULLET = re.compile(r"[-•*·▪○►➢✓] +")
_RANK = re.compile(r"([0-9]{1,2})[.)] +")
_UNIT = r"(?:%|F ?CFA|FCFA|F|€|euros?|EUR|USD|XOF|XAF|MRU|M|ha|kg|t|km|m|l|litres|tonnes)"
_FIGURE = re.compile(
    rf"[+~-]? ?(?:[0-9]{{1,3}}(?:[ .][0-9]{{3}})+|[0-9]{{1,7}})(?:[,.][0-9]{{1,3}})?(?: ?{_UNIT})?"
    r"(?: \([0-9]{1,3}(?:[,.][0-9]{1,2})? ?%\))?",
    re.I,
)
_HOLE = re.compile(r"[-x]*|nd|n\.d\.|n/a|néant|sans objet", re.I)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_RULE = re.compile(r"[ |:=+_-]{3,}")
_WORD = re.compile(r"[^\W\d_]{2}")
_TOTAL = re.compile(r"(?:sous[- ])?(?:total|totaux|ensemble)\b", re.I)
_HEADING = re.compile(r"(?:[^\W\d_]|%|(?:19|20)[0-9]{2}\b)(?:[^0-9.]|\.(?! )|\(.{0,20}\)|[0-9]{1,4}\b)*")
_PERSONAL = re.compile(r"(?:noms?|pr[ée]noms?|[âa]ges?|identit[ée]s?|fonctions?|num[ée]ros?)\b", re.I)
_PRIVATE = frozenset({Column.PHONE, Column.EMAIL, Column.CONTACT, Column.SIGNATURE, Column.FIRST_NAME})
_FIGURES = frozenset({Column.FIGURE, Column.MONEY})
_ASIDE = re.compile(r"(?P<words>[^\n()]{4,90}?) \((?P<inside>[^\n()]{5,60})\)(?: ?:)?")
_LONGEST, _LONGEST_CELL, _LONGEST_LABEL, _LONGEST_HEADING = 220, 60, 110, 45


@dataclass(frozen=True, slots=True)
class _Line:
    """A line cut at its signs; `rank` the number it began with, empty without one."""

    place: int
    cells: tuple[Cell, ...]
    signs: tuple[str, ...]
    rank: Cell | None


def signed_tables(plain: str, lines: Sequence[Span]) -> Iterator[Table]:
    """Yield the tables with a sign between their cells, also those whose only heading is the line above."""
    group: list[_Line] = []
    for place in (*_hinted(plain, lines), len(lines)):
        row = _row(plain, lines, place) if place < len(lines) else None
        fitting = _fitting(plain, lines, group, row) if group and row else None
        if fitting is not None:
            group.append(fitting)
            continue
        if table := _table(plain, lines, group):
            yield table
        group = [row] if row else []


def _hinted(plain: str, lines: Sequence[Span]) -> Iterator[int]:
    """The lines in which a figure stands behind a sign."""
    starts = [line.start for line in lines]
    at = 0
    while match := _HINT.search(plain, at):
        place = bisect_right(starts, match.start()) - 1
        at = match.end()
        if place >= 0 and match.start() < lines[place].end:
            at = lines[place].end
            yield place


def _cut(plain: str, line: Span, place: int) -> _Line | None:
    start, end = line.start, line.end
    if end - start > _LONGEST or plain[start] == "|" or plain.find("\t", start, end) >= 0:
        return None
    bullet = _BULLET.match(plain, start, end)
    start = bullet.end() if bullet else start
    ranked = _RANK.match(plain, start, end)
    rank = cell(plain, ranked.start(1), ranked.end(1)) if ranked else None
    start = ranked.end() if ranked else start
    cells: list[Cell] = []
    signs: list[str] = []
    for sign in _SIGN.finditer(plain, start, end):
        cells.append(cell(plain, start, sign.start()))
        signs.append(sign[0].strip()[:1])
        start = sign.end()
    while end > start and plain[end - 1] in ".;, ":
        end -= 1
    cells.append(cell(plain, start, end))
    return _Line(place, tuple(cells), tuple(signs), rank)


def _row(plain: str, lines: Sequence[Span], place: int) -> _Line | None:
    """A line that may be a row: a label, then short cells with a figure among them."""
    row = _cut(plain, lines[place], place)
    if row is None or not row.signs:
        return None
    label, *others = row.cells
    if not (_WORD.search(label.text) or names_period(label.text)) or len(label.text) > _LONGEST_LABEL:
        return None
    if any(len(one.text) > _LONGEST_CELL for one in others):
        return None
    figures = [one.text for one in others if _FIGURE.fullmatch(one.text)]
    return row if figures and not all(map(_YEAR.fullmatch, figures)) else None


def _fitting(plain: str, lines: Sequence[Span], group: Sequence[_Line], row: _Line) -> _Line | None:
    """The row as one of the group it follows, None when it is cut otherwise."""
    above = group[-1]
    between = plain[lines[above.place].end : lines[row.place].start]
    if between.strip(" \n|:=+-_") or between.count("\n") > 2:
        return None
    wanted = group[0].signs
    if row.signs == wanted:
        return row
    missing = len(wanted) - len(row.signs)
    if missing < 0 and row.signs[-missing:] == wanted:
        last = row.cells[-missing]
        label = Cell(row.cells[0].start, last.end, " ".join(plain[row.cells[0].start : last.end].split()))
        return _Line(row.place, (label, *row.cells[1 - missing :]), wanted, row.rank)
    alike = row.signs == wanted[missing:] or row.signs == wanted[:1]
    if missing > 0 and alike and _TOTAL.match(row.cells[0].text):
        label = row.cells[0]
        holes = [Cell(label.end, label.end, "")] * missing
        return _Line(row.place, (label, *holes, *row.cells[1:]), wanted, row.rank)
    return None


def _table(plain: str, lines: Sequence[Span], group: Sequence[_Line]) -> Table | None:
    """The table of rows under one another, when a column of figures and what says it stand there."""
    if len(group) < 2:
        return None
    width = len(group[0].cells)
    figures = [at for at in range(1, width) if _is_figures([row.cells[at] for row in group])]
    if not figures:
        return None
    above = group[0].place - 1
    while above >= 0 and _RULE.fullmatch(plain, lines[above].start, lines[above].end):
        above -= 1
    if above < 0 or plain.count("\n", lines[above].end, lines[group[0].place].start) > 3:
        return None
    title = lines[above]
    cut = _cut(plain, title, above)
    header = _header(cut, group, figures) if cut else ()
    if header:
        return Table(header, _ranked(group) if len(header) > width else tuple(row.cells for row in group))
    if len(group) < 3 or len(figures) < width - 1 or title.end - title.start > _LONGEST_LABEL:
        return None
    return _titled(plain, title, group)


def _is_figures(column: Sequence[Cell]) -> bool:
    shown = [one.text for one in column if _FIGURE.fullmatch(one.text)]
    if len(shown) < 2 or len(shown) * 2 < len(column) or all(map(_YEAR.fullmatch, shown)):
        return False
    return all(one.text in shown or _HOLE.fullmatch(one.text) for one in column)


def _header(line: _Line, group: Sequence[_Line], figures: Sequence[int]) -> tuple[Cell, ...]:
    """The headings over the rows, empty when the line above is none: as many, and no figures."""
    width = len(group[0].cells)
    cells = tuple(_bared(one) for one in line.cells)
    extra = len(cells) - width
    if extra not in (0, 1) or line.rank is not None or not all(_is_heading(one) for one in cells):
        return ()
    if extra and (column_of(cells[0].text) is not Column.NUMBER or group[0].rank is None):
        return ()
    if any(column_of(one.text) in _PRIVATE or _PERSONAL.match(one.text) for one in cells[extra:]):
        return ()
    if not _same_hand(line, group[0], extra):
        return ()
    if width == 2 and column_of(cells[extra].text) is None:
        return ()
    if width == 2 and line.signs[-1] in ":=" and column_of(cells[-1].text) not in _FIGURES:
        return ()
    return cells


def _same_hand(line: _Line, row: _Line, extra: int) -> bool:
    """Whether headings are cut as the rows are, or by one sign throughout."""
    return line.signs[extra:] == row.signs or len(set(line.signs)) == 1


def _bared(one: Cell) -> Cell:
    """A heading without a bracket that opens or closes in another, nor the colon behind it."""
    start, end, text = one.start, one.end, one.text
    if text.endswith(":"):
        bare = text.rstrip(" :")
        return Cell(start, end - (len(text) - len(bare)), bare)
    if text.count("(") > text.count(")") and end - start == len(text):
        at = text.index("(") + 1
        return Cell(start + at, end, text[at:])
    if text.count(")") > text.count("(") and text.endswith(")"):
        return Cell(start, end - 1, text[:-1])
    return one


def _is_heading(one: Cell) -> bool:
    text = one.text
    if not text or len(text) > _LONGEST_HEADING:
        return False
    return names_period(text) or (not _FIGURE.fullmatch(text) and _HEADING.fullmatch(text) is not None)


def _ranked(group: Sequence[_Line]) -> tuple[tuple[Cell, ...], ...]:
    """Rows with the number they began with in a cell of its own, empty on the total's."""
    rows: list[tuple[Cell, ...]] = []
    for row in group:
        first = row.cells[0].start
        rows.append((row.rank or Cell(first, first, ""), *row.cells))
    return tuple(rows)


def _titled(plain: str, title: Span, group: Sequence[_Line]) -> Table | None:
    """Rows of figures only under a line that says what they are: `Ménages par village :`, `… (en FCFA)`."""
    words = cell(plain, title.start, title.end)
    rows = tuple(row.cells for row in group)
    aside = _ASIDE.fullmatch(plain, title.start, title.end)
    if aside:
        heads = _aside_heads(plain, aside, rows)
        if heads:
            said = cell(plain, aside.start("words"), aside.end("words"))
            return Table((Cell(title.start, title.start, ""), *heads), rows, said)
    if not words.text.endswith((":", ")")):
        return None
    return Table((), rows, words)


def _aside_heads(plain: str, aside: re.Match[str], rows: Sequence[Sequence[Cell]]) -> tuple[Cell, ...]:
    """The headings a title puts in brackets, one for each figure: `(prévus / réalisés)`."""
    inside = aside.span("inside")
    pieces: list[Cell] = []
    start = inside[0]
    for sign in re.finditer(r" ?[/;,-] ", plain[inside[0] : inside[1]]):
        pieces.append(cell(plain, start, inside[0] + sign.start()))
        start = inside[0] + sign.end()
    pieces.append(cell(plain, start, inside[1]))
    fit = len(pieces) == len(rows[0]) - 1 > 1 and all(_is_heading(one) for one in pieces)
    return tuple(pieces) if fit else ()
