"""How days, months and years are written: pieces of patterns, and what they mean."""

import re
import unicodedata

from rapidfuzz.distance import OSA

from jalon.core.values.date_formats import MONTHS
from jalon.core.values.dates import MONTH_WORD, month_number
from jalon.core.values.number_words import read_number_words

GAP = r"(?: {1,4}| ?\n {0,12})"
"""Between two words: spaces, or one line end with its indent; never a cell."""

MONTH = (
    r"(?:janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[uû]t|septembre|octobre|novembre"
    r"|d[ée]cembre)(?![\w])"
)
MONTH_GLUED = MONTH.replace(r"(?![\w])", r"(?=[0-9]{4}(?![0-9]))")
"""`Janvier2015`: a month without a space before its year."""

MONTH_SHORT = r"(?:janv?|f[ée]vr?|avr|juil|aou|sept?|oct|nov|d[ée]c)(?:\.|(?![\w]))"
ANY_MONTH = rf"(?:{MONTH}|{MONTH_SHORT})"
WEEKDAY = r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
DAY = r"(?:0?1 ?(?:er|°|º)|3[01]|[12][0-9]|0?[1-9])(?![0-9])"
YEAR = r"(?:(?:19[5-9]|20[0-9])[0-9])(?![0-9])"

_UNITS = "un|deux|trois|quatre|cinq|six|sept|huit|neuf"
_TEENS = "dix|onze|douze|treize|quatorze|quinze|seize|dix-sept|dix-huit|dix-neuf"
DAY_WORDS = (
    rf"(?:premier|(?:vingt|trente)(?:[- ]et[- ]un|[- ](?:{_UNITS}))?|dix[- ](?:sept|huit|neuf)"
    rf"|{_TEENS}|{_UNITS})"
)
YEAR_WORDS = (
    rf"deux[ -]mil(?:le)?(?:[ -](?:(?:et )?(?:vingt|trente)(?:[- ](?:et[- ])?(?:{_UNITS}))?"
    rf"|dix[- ](?:sept|huit|neuf)"
    rf"|{_TEENS}|{_UNITS}))?"
)

SLIPPED = rf"(?:[^\W\d_]{{3,11}}(?={GAP}{YEAR}(?![\w])))"
"""Perhaps a misspelt month, between a day and a year: `slipped_month` tells."""

_NO_SLIPS = frozenset(
    [
        *("mali", "mais", "mail", "mari", "main", "mare", "marc", "mark", "mas", "mat", "mis", "mal", "max"),
        *("mois", "about", "atout", "ajout", "avis"),
    ]
)
"""Words and names one letter away from a short month."""

__all__ = [
    "ANY_MONTH",
    "DAY",
    "DAY_WORDS",
    "GAP",
    "MONTH",
    "MONTH_SHORT",
    "MONTH_WORD",
    "SLIPPED",
    "WEEKDAY",
    "YEAR",
    "YEAR_WORDS",
]


def month_of(word: str) -> int:
    """1–12 for a month as written."""
    return month_number(word.lower().rstrip("."), word)


def slipped_month(word: str) -> int:
    """1–12 for a month with one slip of the keyboard (`septmbre`, `juini`); 0 for any other word."""
    flat = _flat(word)
    if flat in _NO_SLIPS or re.fullmatch(ANY_MONTH, word, re.I):
        return 0
    near = [
        number
        for number, month in enumerate(MONTHS, start=1)
        if OSA.distance(flat, _flat(month), score_cutoff=1) <= 1 and (len(month) > 5 or flat[0] == month[0])
    ]
    return near[0] if len(near) == 1 else 0


def _flat(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(c))


def day_of(word: str) -> int:
    """1–31 for a day in digits (`05`, `1er`) or words (`premier`, `vingt et un`); 0 when it is none."""
    lowered = re.sub(r"\s+", " ", word.lower())
    digits = re.match(r"[0-9]+", lowered)
    if digits:
        return int(digits[0])
    return 1 if lowered == "premier" else read_number_words(lowered) or 0


def year_of(word: str) -> int:
    """The year in four digits, in two (of this century) or in words; 0 when it is none."""
    if word.isdecimal():
        return int(word) + (2000 if len(word) == 2 else 0)
    return read_number_words(re.sub(r"\bmil\b", "mille", re.sub(r"\s+", " ", word.lower()))) or 0
