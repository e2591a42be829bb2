"""Finding in a text the passage somebody points at, and what stands around it."""

import re
from collections.abc import Sequence

from django.utils.translation import gettext as _

from jalon.flows.intake.extraction import Block
from jalon.records.problems import Refused

LONGEST = 2_000
_SAME = {"'": "['’ʼ]", "’": "['’ʼ]", "-": "[-‐‑–—]", "–": "[-‐‑–—]", "—": "[-‐‑–—]", "…": r"(?:…|\.\.\.)"}


def find_quote(content: str, quote: str, occurrence: int = 1) -> tuple[int, int]:
    """Return (start, end) of the n-th time a quote stands in a text, in code points.

    Blanks, apostrophes and dashes may differ, as they do after a copy and paste. Raises Refused.
    """
    words = quote.split()
    if not words:
        raise Refused("no_quote", _("Sélectionner ou coller le passage qui donne le chiffre."))
    if len(quote) > LONGEST:
        raise Refused(
            "quote_too_long",
            _("Le passage est trop long : garder la phrase ou la ligne qui donne le chiffre."),
        )
    pattern = re.compile(r"\s+".join("".join(_SAME.get(c, re.escape(c)) for c in word) for word in words))
    found = list(pattern.finditer(content))
    if not found:
        raise Refused(
            "quote_not_found",
            _("Ce passage ne figure pas dans le document : le copier tel quel, sans le compléter."),
        )
    if not 1 <= occurrence <= len(found):
        raise Refused(
            "quote_fewer_times",
            _("Ce passage figure %(n)s fois dans le document : indiquer un rang de 1 à %(n)s.")
            % {"n": len(found)},
        )
    return found[occurrence - 1].span()


def trimmed(content: str, start: int, end: int) -> tuple[int, int]:
    """Return a span without the blanks at its ends. Raises Refused when nothing is left, or outside."""
    if not 0 <= start < end <= len(content):
        raise Refused(
            "passage_outside", _("Le passage choisi n’est pas dans le texte : le sélectionner de nouveau.")
        )
    quote = content[start:end]
    inner = quote.strip()
    if not inner:
        raise Refused(
            "no_quote", _("Le passage choisi est vide : sélectionner le texte qui donne le chiffre.")
        )
    if len(inner) > LONGEST:
        raise Refused(
            "quote_too_long",
            _("Le passage est trop long : garder la phrase ou la ligne qui donne le chiffre."),
        )
    first = start + len(quote) - len(quote.lstrip())
    return first, first + len(inner)


def around(blocks: Sequence[Block], start: int, end: int) -> tuple[int, int]:
    """Return the span of the blocks that a passage touches; the passage itself outside any block."""
    touched = [block for block in blocks if block[1] < end and block[2] > start]
    return (min(touched[0][1], start), max(touched[-1][2], end)) if touched else (start, end)


def above(content: str, blocks: Sequence[Block], start: int, *, most: int = 12) -> list[str]:
    """Return the texts above a passage, the nearest first: titles, headings of its table, lines before."""
    before = [block for block in blocks if block[2] <= start]
    near = before[-3:]
    kept = [block for block in before[:-3] if block[0].startswith("h")] + near
    return [content[block[1] : block[2]] for block in reversed(kept)][:most]
