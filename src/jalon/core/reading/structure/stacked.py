"""Tables printed one cell to a line: the headings first, then the cells of each row."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from jalon.core.reading.facts import Span
from jalon.core.reading.structure.cells import Cell, Table, cell, joined
from jalon.core.reading.structure.headings import Column, column_of

_RANK = re.compile(r"0*([0-9]{1,3})[.)]?")
_PHONE = re.compile(r"[+(]?[0-9][0-9 ().+-]{6,}[0-9](?:\s*/\s*[0-9][0-9 .-]{5,}[0-9])?")
_EMAIL = re.compile(r"\S+@\S+")
_WHEN = re.compile(
    r"\b(?:20[0-9]{2}|janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre"
    r"|d[ée]cembre|imm[ée]diat|permanent|continu|semaine|mois|trimestre|d[ée]lais?|session|jours?|fin)\b"
    r"|[0-9]{1,2}/[0-9]{1,2}",
    re.IGNORECASE,
)
_STATE = re.compile(
    r"(?:en\s+(?:cours|attente|instance)|[àa]\s+(?:faire|lancer|r[ée]aliser|d[ée]marrer)|faite?s?|r[ée]alis[ée]e?s?"
    r"|(?:non|pas)\s+(?:encore\s+)?\w+|ex[ée]cut[ée]e?s?|effectu[ée]e?s?|achev[ée]e?s?|termin[ée]e?s?|[0-9]{1,3}\s?%"
    r"|partiel\w*|oui|non)\b.{0,30}",
    re.IGNORECASE,
)
_ALONE = re.compile(
    r"(?:(?:fin|d[ée]but|mi-?|courant|avant|d'ici|imm[ée]diat\w*|permanent|continu|au plus tard)\b.{0,30})",
    re.IGNORECASE,
)
_OPEN_END = re.compile(
    r"(?:[,;:/-]|\b(?:de|du|des|d'|la|le|les|l'|et|à|au|aux|en|pour|par|sur|dans|avec|ou))$"
)
_SECTION = re.compile(
    r"(?:[IVX]{1,4}|[0-9]{1,2})(?:[.)]\s?-?|\s?-)\s*\S|(?i:fait|annexe|conclusion|l[ei]s[et][et] des)\b"
)
_MOST_LINES = 30

_SHAPES: Mapping[Column, Callable[[str], object]] = {
    Column.PHONE: _PHONE.fullmatch,
    Column.EMAIL: _EMAIL.search,
    Column.DEADLINE: _WHEN.search,
    Column.STATE: _STATE.fullmatch,
    Column.CONTACT: lambda text: _PHONE.search(text) or _EMAIL.search(text),
    Column.SEX: re.compile(r"(?:[HFM]|Masculin|F[ée]minin|Homme|Femme)\.?", re.IGNORECASE).fullmatch,
}
_SOFT = frozenset({Column.DEADLINE, Column.STATE})
_CONTACTS = frozenset({Column.PHONE, Column.EMAIL, Column.CONTACT})


def stacked_tables(plain: str, lines: Sequence[Span]) -> Iterator[Table]:
    """Yield the tables with known headings, one to a line, and cells one to a line under them."""
    index = 0
    while index < len(lines):
        header = _header(plain, lines, index)
        if not header:
            index += 1
            continue
        after = index + len(header)
        read = _numbered if column_of(header[0].text) is Column.NUMBER else _regular
        rows, used = read(plain, lines, after, header)
        if rows:
            yield Table(tuple(header), tuple(rows))
            after = used
        index = after


def _header(plain: str, lines: Sequence[Span], index: int) -> list[Cell]:
    """Headings on lines of their own: from the number's column, or three of them."""
    found: list[Cell] = []
    seen: set[Column] = set()
    for line in lines[index : index + 9]:
        if line.end - line.start > 60:
            break
        one = cell(plain, line.start, line.end)
        column = column_of(one.text)
        late = column is Column.NUMBER and bool(found)
        if column is None or column in seen or late or "\t" in one.text:
            break
        seen.add(column)
        found.append(one)
    enough = 2 if Column.NUMBER in seen else 3
    return found if len(found) >= enough else []


def _numbered(
    plain: str, lines: Sequence[Span], index: int, header: Sequence[Cell]
) -> tuple[list[tuple[Cell, ...]], int]:
    columns = tuple(column_of(one.text) for one in header)[1:]
    rows: list[tuple[Cell, ...]] = []
    rank = 0
    while (below := _rank(plain, lines, index)) and below in (rank, rank + 1):
        rank = below
        number = cell(plain, lines[index].start, lines[index].end)
        stop = index + 1
        while stop < len(lines) and stop - index <= _MOST_LINES and not _ends_row(plain, lines, stop, rank):
            stop += 1
        last = _rank(plain, lines, stop) not in (rank, rank + 1)
        pieces = _pieces(plain, lines[index + 1 : stop])
        if last:
            pieces = _last_row(plain, pieces, len(columns), _widest_gap(plain, header))
        if not pieces:
            break
        rows.append((number, *_placed(pieces, columns)))
        index += 1 + len(pieces)
        if last:
            break
    return rows, index


def _ends_row(plain: str, lines: Sequence[Span], index: int, rank: int) -> bool:
    """Whether a line is the next row's number, a title, or the headings of another table."""
    line = lines[index]
    if _rank(plain, lines, index) in (rank, rank + 1) or _SECTION.match(plain, line.start, line.end):
        return True
    return bool(_header(plain, lines, index))


def _rank(plain: str, lines: Sequence[Span], index: int) -> int | None:
    if index >= len(lines):
        return None
    match = _RANK.fullmatch(plain, lines[index].start, lines[index].end)
    return int(match[1]) if match else None


def _pieces(plain: str, lines: Sequence[Span]) -> list[Cell]:
    return [cell(plain, line.start, line.end) for line in lines]


def _widest_gap(plain: str, header: Sequence[Cell]) -> int:
    return max(plain.count("\n", one.end, below.start) for one, below in pairwise(header))


def _last_row(plain: str, pieces: Sequence[Cell], width: int, gap: int) -> list[Cell]:
    """The last row has no next number to end it: it stops at a title, a large gap, or when it is full."""
    kept: list[Cell] = []
    cells = 0
    for piece in pieces:
        if kept:
            goes_on = _goes_on(kept[-1].text, piece.text)
            apart = plain.count("\n", kept[-1].end, piece.start)
            contact = _PHONE.fullmatch(piece.text) or _EMAIL.fullmatch(piece.text)
            far = apart > gap and not contact
            if not goes_on and (cells >= width or far or _SECTION.match(piece.text)):
                break
            cells += not goes_on
        else:
            cells = 1
        kept.append(piece)
    return kept


def _goes_on(above: str, below: str) -> bool:
    if _OPEN_END.search(above) or above.endswith("("):
        return True
    return below[:1].islower() and not (_STATE.fullmatch(below) or _ALONE.fullmatch(below))


def _regular(
    plain: str, lines: Sequence[Span], index: int, header: Sequence[Cell]
) -> tuple[list[tuple[Cell, ...]], int]:
    """Rows without numbers: as many lines as headings each, the shapes of contacts agreeing."""
    columns = tuple(column_of(one.text) for one in header)
    anchors = [at for at, column in enumerate(columns) if column in _CONTACTS]
    rows: list[tuple[Cell, ...]] = []
    while anchors and index + len(columns) <= len(lines):
        pieces = _pieces(plain, lines[index : index + len(columns)])
        if not all(_SHAPES[columns[at]](pieces[at].text) for at in anchors if columns[at] in _SHAPES):  # type: ignore[index]
            break
        rows.append(tuple(pieces))
        index += len(columns)
    return rows, index


def _placed(pieces: Sequence[Cell], columns: Sequence[Column | None]) -> tuple[Cell, ...]:
    """Place the lines of a row in its columns, in their order, at the least cost."""

    @cache
    def best(piece: int, column: int, begun: bool) -> tuple[float, tuple[int, ...]]:
        if piece == len(pieces):
            return 1.0 * (len(columns) - column - begun), ()
        if column == len(columns):
            return float("inf"), ()
        options: list[tuple[float, tuple[int, ...]]] = []
        rest_cost, rest = best(piece + 1, column, True)
        options.append((_cost(pieces, piece, columns[column], begun) + rest_cost, (column, *rest)))
        skip_cost, skipped = best(piece, column + 1, False)
        options.append((skip_cost + (0 if begun else 1.0), skipped))
        return min(options)

    places = best(0, 0, False)[1]
    found: list[Cell] = []
    end = pieces[0].start
    for column in range(len(columns)):
        held = [piece for piece, place in zip(pieces, places, strict=True) if place == column]
        found.append(joined(held) if held else Cell(end, end, ""))
        end = found[-1].end
    return tuple(found)


def _cost(pieces: Sequence[Cell], piece: int, column: Column | None, begun: bool) -> float:
    text = pieces[piece].text
    cost = 0.0
    if begun:
        cost += 0.1 if _goes_on(pieces[piece - 1].text, text) else 2.5
    elif piece and _goes_on(pieces[piece - 1].text, text):
        cost += 2.0
    shaped = _SHAPES.get(column) if column else None
    if shaped and not shaped(text):
        cost += 1.5 if column in _SOFT else 5.0
    if column not in _CONTACTS and (_PHONE.fullmatch(text) or _EMAIL.fullmatch(text)):
        cost += 5.0
    return cost
