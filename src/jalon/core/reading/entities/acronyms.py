"""Acronyms that a text defines: « Agence Française de Développement (AFD) », « AMSS (Association…) »."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jalon.core.reading.entities.names import words_of
from jalon.core.reading.entities.words import LOWER, UPPER, fold, one_line
from jalon.core.reading.facts import Span

ACRONYM = rf"[{UPPER}][{UPPER}0-9]+(?:[-/&_][{UPPER}0-9]+)*"
"""`PNUD`, `DER/FJ`, `PASAN_BKS1821`, `G5`."""

MIXED = (
    rf"[{UPPER}][{LOWER}]{{0,4}}-?[{UPPER}]{{2,}}[{LOWER}{UPPER}0-9]*(?:-[{UPPER}0-9]+)?|"
    rf"[{UPPER}]{{2,}}[{LOWER}]{{1,2}}[{UPPER}]{{2,}}"
)
"""`Pro-ARIDES`, `ProARIDES`, `PrODAF`."""

DOTTED = rf"(?:[{UPPER}]\.){{2,}}[{UPPER}]?"
"""`A.S.F.D.`"""

_IN_BRACKETS = re.compile(
    rf"\(\s*[\"*]*({ACRONYM}|{MIXED}|[{UPPER}][{LOWER}]{{3,9}}|{DOTTED})"
    rf"((?:[ -](?:phase )?(?:[IVX]{{1,4}}|[0-9])|-[{UPPER}][{LOWER}]{{2,}})?)[\"*]*\s*[,;)]"
)
_EXPLAINED = re.compile(rf"(?<![\w/-])({ACRONYM}) ?\(([{UPPER}][^()\n]{{8,120}})\)")
_WORD = re.compile(r"[^\W_]+")
SMALL = words_of("lexicon.txt", "small in acronyms")
_REACH = 16


@dataclass(frozen=True, slots=True)
class Definition:
    """An acronym and the words it stands for."""

    acronym: str
    acronym_span: Span
    name: str
    name_span: Span


def definitions(text: str) -> Iterator[Definition]:
    """Yield the acronyms defined in a text, in order; the long name is cut by the letters of the acronym."""
    for match in _IN_BRACKETS.finditer(text):
        acronym = match[1] + match[2]
        start = _start_of_name(text, match.start(), match[1])
        if start is not None:
            name = text[start : match.start()].rstrip(' \n\t"*,-')
            span = Span(start, start + len(name))
            yield Definition(acronym, Span(match.start(1), match.end(2)), one_line(name), span)
    for match in _EXPLAINED.finditer(text):
        if _explains(match[1], match[2]):
            name = one_line(match[2])
            yield Definition(match[1], Span(*match.span(1)), name, Span(*match.span(2)))


def _start_of_name(text: str, end: int, acronym: str) -> int | None:
    """Where the long name before `end` begins: a word that counts and gives the first letter."""
    limit = max(0, end - 240, text.rfind("\n\n", 0, end) + 2)
    words = list(_WORD.finditer(text, limit, end))[-_REACH - len(acronym) :]
    words = _after_a_stop(text, words, end)
    letters = [letter for letter in fold(acronym) if letter.isalpha()]
    for number in range(len(words) - 1, -1, -1):
        tail = words[number:]
        if fold(tail[0][0])[:1] != letters[0] or fold(tail[0][0]) in SMALL:
            continue
        if spells([fold(word[0]) for word in tail], letters):
            return words[_with_head(words, number)].start()
    return None


def _after_a_stop(text: str, words: list[re.Match[str]], end: int) -> list[re.Match[str]]:
    for number in range(len(words) - 1, 0, -1):
        between = text[words[number - 1].end() : words[number].start()]
        if re.search(r"[.;:!?()\"*•]|\n[ \t]*\n", between):
            return words[number:]
    return words


def _with_head(words: list[re.Match[str]], number: int) -> int:
    """Take the head of the name that the acronym does not spell: « Projet Sécurité et … (SDNM) »."""
    small = number - 1
    while small >= 0 and fold(words[small][0]) in SMALL:
        small -= 1
    if small >= 0 and fold(words[small][0]) in _HEADS and number - small <= 3:
        return small
    return number


_HEADS = frozenset(["projet", "programme", "initiative"])


def spells(words: list[str], letters: list[str]) -> bool:
    """Whether folded words spell an acronym: its letters are found in order, first or inside words."""
    content = [word for word in words if word not in SMALL and not word.isdigit()]
    if not content or len(content) > len(letters) + 3:
        return False
    initials = [word[0] for word in words]
    if _is_within(letters, initials):
        return len(content) <= len(letters) + 2
    position = 0
    used = 0
    for word in words:
        before = position
        for number, letter in enumerate(word):
            if position < len(letters) and letter == letters[position] and (number == 0 or position > before):
                position += 1
        used += position > before and word not in SMALL
    return position == len(letters) and used >= max(1, len(content) - 2) and (used > 1 or len(letters) > 3)


def _is_within(letters: list[str], initials: list[str]) -> bool:
    rest = iter(initials)
    return all(letter in rest for letter in letters)


def _explains(acronym: str, name: str) -> bool:
    words = [fold(word) for word in _WORD.findall(name)]
    letters = [letter for letter in fold(acronym) if letter.isalpha()]
    return bool(words) and words[0][0] == letters[0] and spells(words, letters)


NEVER_NAMES = words_of("lexicon.txt", "never names")
"""Capitals that name no organisation and no programme: documents, notions, currencies, words of headings."""
