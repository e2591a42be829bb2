"""The text that passes read: normalised without moving a character, cut in lines, blocks and sentences.

Every pass works on one `Surface`: it looks for its patterns in `plain`, keeps what it found with `take`, and
the characters it used are no longer free for the passes after it.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

from jalon.core.reading.entities.known import NOTHING, Known
from jalon.core.reading.facts import Fact, FactType, Span

Block = tuple[str, int, int]
"""(kind, start, end): what an extractor says a run of text is (`h1`…`h6`, `p`, `li`, `head`, `row`…)."""

ASIDE = "aside"
"""What a page repeats around its text, and tables of contents: their characters are used from the start."""

_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_NOTHING = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
_PLAIN = str.maketrans(
    {
        **dict.fromkeys(_SPACES, " "),
        **dict.fromkeys(_NOTHING, " "),
        **dict.fromkeys("’‘ʼ´`′", "'"),
        **dict.fromkeys("‐‑‒–—−", "-"),
        **dict.fromkeys("“”„«»", '"'),
        "\u2028": "\n", "\u2029": "\n", "\r": "\n", "\f": "\n", "\v": "\n",
    }
)  # fmt: skip

_SPLIT_WORD = re.compile(rf"(?<!\w)(\w)[{_NOTHING}](?=\w)")

_CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞŒŸ"
_SMALL = str.maketrans(_CAPITALS, _CAPITALS.lower())
_SENTENCE_END = re.compile(
    r"(?<!\bM)(?<!\bMM)(?<!\bDr)(?<!\bN)(?<!\bPr)(?<!\bart)(?<!\bcf)(?<!\ba\.i)(?<!\bSt)(?<!\b[A-Z])"
    r"[.!?…]+[\")\]]*(?=\s+[\"(\[]*[A-ZÀ-Ý0-9])"
)
_SHOWN = re.compile(r"\S")
_PROVENANCE = re.compile(r"# ?(?:source|d'après)\s*:[^\n]*")


def plain(text: str) -> str:
    """Return the text with one kind of space, apostrophe, dash and quote; same length, case and accents kept.

    Line ends and tabs stay: they are cells and lines. A mark without width behind the first letter of a word,
    as web pages have some, is put before it, so that the word is whole.
    """
    return _SPLIT_WORD.sub(r" \1", text).translate(_PLAIN)


def at_words(pattern: re.Pattern[str], plain: str) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern that begin where a word does, in the order of the text.

    As with `\\b` at the head of the pattern, in a third of the time: without it the engine can skip to the
    letters with which the pattern may begin.
    """
    at = 0
    while match := pattern.search(plain, at):
        start = match.start()
        inside = start and (plain[start - 1].isalnum() or plain[start - 1] == "_")
        if not inside:
            yield match
        at = start + 1 if inside else max(match.end(), start + 1)


class Surface:
    """A text being read.

    `text` is as published, `plain` what passes match, `blocks` what the extractor saw, `known` the names that
    the installation has, `facts` what was found so far, in the order of finding. A first line that says where
    a text comes from (`# source: …`) is not read: its characters are used from the start; passes may look at
    it for context (`provenance`).
    """

    def __init__(self, text: str, blocks: Sequence[Block] = (), known: Known = NOTHING) -> None:
        self.text = text
        self.plain = plain(text)
        self.blocks = tuple(blocks)
        self.known = known
        self.facts: list[Fact] = []
        self._used = bytearray(len(text))
        self._sorted: dict[tuple[FactType, ...], tuple[int, list[Fact], list[int]]] = {}
        header = _PROVENANCE.match(self.plain)
        self.provenance = header[0] if header else ""
        self.use(0, len(self.provenance))
        for kind, start, end in self.blocks:
            if kind == ASIDE:
                self.use(start, end)

    @cached_property
    def small(self) -> str:
        """The text in small letters, character for character: for patterns that do not look at case."""
        return self.plain.translate(_SMALL)

    def is_free(self, start: int, end: int) -> bool:
        """Return whether no pass has used any of these characters."""
        return self._used.find(1, start, end) < 0

    def next_used(self, start: int, end: int) -> int:
        """Return where the first character of [start, end[ that a pass has used stands, else `end`."""
        found = self._used.find(1, start, end)
        return found if found >= 0 else end

    def is_read(self, position: int) -> bool:
        """Return whether a character is in what is read: not where the text comes from, nor around a page."""
        block = self.block_at(position)
        return position >= len(self.provenance) and (block is None or block[0] != ASIDE)

    def use(self, start: int, end: int) -> None:
        """Mark characters as used without a fact (a list number, a page number)."""
        self._used[start:end] = b"\x01" * (end - start)

    def take(self, fact: Fact) -> Fact:
        """Keep a fact and mark its characters as used."""
        self.use(fact.start, fact.end)
        return self.keep(fact)

    def keep(self, fact: Fact) -> Fact:
        """Keep a fact that shares its characters with others (an entity, an action, a meeting)."""
        self.facts.append(fact)
        return fact

    def search(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Yield the matches of a pattern in `plain` whose characters are all free."""
        for match in pattern.finditer(self.plain):
            if self.is_free(*match.span()):
                yield match

    def of_type(self, *types: FactType) -> list[Fact]:
        """Return the facts of these types, in the order of the text."""
        return list(self._ordered(types)[0])

    def starting_in(self, start: int, end: int, *types: FactType) -> list[Fact]:
        """Return the facts of these types that start in [start, end[, in the order of the text."""
        facts, starts = self._ordered(types)
        return facts[bisect_left(starts, start) : bisect_left(starts, end)]

    def _ordered(self, types: tuple[FactType, ...]) -> tuple[list[Fact], list[int]]:
        """The facts of some types with where they start, sorted once for as long as none is added."""
        known = self._sorted.get(types)
        if known is None or known[0] != len(self.facts):
            facts = sorted((f for f in self.facts if f.type in types), key=lambda f: (f.start, f.end))
            known = self._sorted[types] = (len(self.facts), facts, [fact.start for fact in facts])
        return known[1], known[2]

    @cached_property
    def lines(self) -> tuple[Span, ...]:
        """Every line that shows something, without its line end nor the blanks around it."""
        return tuple(Span(m.start(), m.end()) for m in re.finditer(r"[^\s](?:[^\n]*[^\s])?", self.plain))

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """Runs of lines without an empty line between them, cut before an item of a list or a table row."""
        found: list[Span] = []
        for line in self.lines:
            joined = bool(found) and self.plain.count("\n", found[-1].end, line.start) == 1
            if (
                joined
                and not _STARTS_ALONE.match(self.plain, line.start)
                and not self._is_row(line, found[-1])
            ):
                found[-1] = Span(found[-1].start, line.end)
            else:
                found.append(line)
        return tuple(found)

    def _is_row(self, line: Span, above: Span) -> bool:
        return "\t" in self.plain[line.start : line.end] or "\t" in self.plain[above.start : above.end]

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Sentences, never across two paragraphs; an item of a list is at least one."""
        found: list[Span] = []
        for paragraph in self.paragraphs:
            start = paragraph.start
            for match in _SENTENCE_END.finditer(self.plain, paragraph.start, paragraph.end):
                found.append(Span(start, match.end()))
                following = _SHOWN.search(self.plain, match.end(), paragraph.end)
                start = following.start() if following else paragraph.end
            if start < paragraph.end:
                found.append(Span(start, paragraph.end))
        return tuple(found)

    def line_at(self, position: int) -> Span:
        """Return the line that holds a character (an empty span between two lines)."""
        return _holding(self.lines, self._line_starts, position)

    def paragraph_at(self, position: int) -> Span:
        """Return the paragraph that holds a character."""
        return _holding(self.paragraphs, self._paragraph_starts, position)

    def sentence_at(self, position: int) -> Span:
        """Return the sentence that holds a character."""
        return _holding(self.sentences, self._sentence_starts, position)

    def block_at(self, position: int) -> Block | None:
        """Return the extractor's block that holds a character, None between two blocks."""
        index = bisect_right(self._block_starts, position) - 1
        if index >= 0 and position < self.blocks[index][2]:
            return self.blocks[index]
        return None

    @cached_property
    def _line_starts(self) -> list[int]:
        return [line.start for line in self.lines]

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [paragraph.start for paragraph in self.paragraphs]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block[1] for block in self.blocks]


_STARTS_ALONE = re.compile(r"(?:[-•*·▪○►➢✓]|\(?[a-z0-9]{1,2}[.)]|[IVX]{1,4}[.)]|R[0-9]\b)\s")


def _holding(spans: Sequence[Span], starts: list[int], position: int) -> Span:
    index = bisect_right(starts, position) - 1
    if index >= 0 and position < spans[index].end:
        return spans[index]
    return Span(position, position)
