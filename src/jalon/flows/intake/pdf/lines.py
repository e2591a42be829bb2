"""Words of a page put in lines, and lines in their reading order, two columns included."""

import statistics
from collections.abc import Sequence
from itertools import pairwise

from jalon.flows.intake.pdf.glyphs import Word
from jalon.flows.intake.pdf.pages import Line

_WIDE = 1.6
"""Sizes of a letter that part two cells or two columns on one line; justified text stays below."""

_SAME_LINE = 0.5
_PROSE = 22
_FEWEST_LINES = 4


def lines_of(words: Sequence[Word]) -> list[Line]:
    """Return the lines of words, each cut where a wide gap stands in it."""
    found: list[list[Word]] = []
    for word in words:
        last = found[-1][-1] if found else None
        if last is not None and _goes_on(last, word):
            found[-1].append(word)
        else:
            found.append([word])
    return [_line(run) for run in found]


def _goes_on(last: Word, word: Word) -> bool:
    height = min(last.bottom - last.top, word.bottom - word.top)
    overlap = min(last.bottom, word.bottom) - max(last.top, word.top)
    size = max(last.size, height)
    return overlap > height * _SAME_LINE and -size < word.left - last.right < size * _WIDE


def _line(run: Sequence[Word]) -> Line:
    text = run[0].text
    for last, word in pairwise(run):
        # Pieces of one word that the file draws apart touch each other.
        text += word.text if word.line != last.line and word.left - last.right < 0.1 else f" {word.text}"
    return Line(
        text,
        round(min(word.left for word in run), 1),
        round(min(word.top for word in run), 1),
        round(max(word.right for word in run), 1),
        round(max(word.bottom for word in run), 1),
        run[0].bold,
        max(word.size for word in run),
    )


def in_order(lines: Sequence[Line]) -> list[Line]:
    """Return lines in reading order: as drawn, unless the page is drawn pell-mell or across two columns."""
    lines = list(lines)
    if _is_jumbled(lines):
        lines.sort(key=lambda line: (round(line.top / 3), line.left))
    return _by_columns(lines)


def _is_jumbled(lines: Sequence[Line]) -> bool:
    back = sum(_shares(a, b) and b.bottom < a.top for a, b in pairwise(lines))
    return back > max(3, len(lines) // 5)


def _shares(a: Line, b: Line) -> bool:
    return min(a.right, b.right) - max(a.left, b.left) > 0


def beside(a: Line, b: Line) -> bool:
    """Return whether two lines stand on the same height, the second at the right of the first."""
    overlap = min(a.bottom, b.bottom) - max(a.top, b.top)
    return overlap > min(a.height, b.height) * _SAME_LINE and b.left >= a.right


def _by_columns(lines: list[Line]) -> list[Line]:
    """Lines drawn across two columns, one after the other: the whole left one, then the right one."""
    ordered: list[Line] = []
    index = 0
    while index < len(lines):
        pairs = _pairs(lines, index)
        if len(pairs) >= _FEWEST_LINES and _is_prose(pairs):
            ordered += [left for left, _right in pairs] + [right for _left, right in pairs]
            index += 2 * len(pairs)
        else:
            ordered.append(lines[index])
            index += 1
    return ordered


def _pairs(lines: Sequence[Line], index: int) -> list[tuple[Line, Line]]:
    """Return the run of lines that stand two by two, the right ones all beginning after all left ones end."""
    found: list[tuple[Line, Line]] = []
    gutter_left, gutter_right = 0.0, float("inf")
    while index + 1 < len(lines) and beside(lines[index], lines[index + 1]):
        left, right = lines[index], lines[index + 1]
        gutter_left, gutter_right = max(gutter_left, left.right), min(gutter_right, right.left)
        third = index + 2 < len(lines) and beside(right, lines[index + 2])
        if gutter_left >= gutter_right or third:
            break
        found.append((left, right))
        index += 2
    return found


def _is_prose(pairs: Sequence[tuple[Line, Line]]) -> bool:
    return all(statistics.median(len(pair[side].text) for pair in pairs) >= _PROSE for side in (0, 1))
