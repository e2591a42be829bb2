"""Numbers in French words, both ways: traditional spelling written, that of 1990 read too."""

import re

from jalon.core.values.errors import ProblemCode, ValueProblem

_UNITS = (
    *("zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"),
    *("dix", "onze", "douze", "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf"),
)
_TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante"}
_SCALES = ((10**9, "milliard"), (10**6, "million"))
LARGEST_SPELT = 10**12 - 1


def spell_number(value: int, *, feminine: bool = False) -> str:
    """`value` in words: 2173 → `deux mille cent soixante-treize`, 21 feminine → `vingt et une`.

    Raises NUMBER_TOO_LARGE from 10¹² on.
    """
    if abs(value) > LARGEST_SPELT:
        raise ValueProblem(ProblemCode.NUMBER_TOO_LARGE, text=str(value))
    if value < 0:
        return "moins " + spell_number(-value, feminine=feminine)
    if value == 0:
        return "zéro"
    words, rest = [], value
    for size, name in _SCALES:
        count, rest = divmod(rest, size)
        if count:
            words.append(f"{_below_thousand(count)} {name}{'s' if count > 1 else ''}")
    thousands, rest = divmod(rest, 1000)
    if thousands:
        words.append(_thousands(thousands))
    if rest:
        words.append(_below_thousand(rest))
    text = " ".join(words)
    return text + "e" if feminine and re.search(r"\bun$", text) else text


def _thousands(count: int) -> str:
    """`quatre-vingts` and `deux cents` lose their s before mille; `trois` keeps its own."""
    if count == 1:
        return "mille"
    words = _below_thousand(count)
    return (words[:-1] if words.endswith(("vingts", "cents")) else words) + " mille"


def _below_thousand(value: int) -> str:
    hundreds, rest = divmod(value, 100)
    words = []
    if hundreds:
        words.append("cent" if hundreds == 1 else f"{_UNITS[hundreds]} cent" + ("s" if rest == 0 else ""))
    if rest:
        words.append(_below_hundred(rest))
    return " ".join(words)


def _below_hundred(value: int) -> str:
    if value < 20:
        return _UNITS[value]
    if value >= 80:
        return "quatre-vingts" if value == 80 else f"quatre-vingt-{_UNITS[value - 80]}"
    tens = min(value // 10 * 10, 60)
    rest = value - tens
    if rest == 0:
        return _TENS[tens]
    return f"{_TENS[tens]} et {_UNITS[rest]}" if rest in (1, 11) else f"{_TENS[tens]}-{_UNITS[rest]}"


_VALUES = {word: value for value, word in enumerate(_UNITS) if "-" not in word}
_VALUES |= {word: value for value, word in _TENS.items()}
_VALUES |= {"une": 1, "zero": 0}
# Luxembourg, Belgium and Switzerland: each stands for a French word and a number to carry to the next unit.
_REGIONAL = {"septante": ("soixante", 10), "huitante": ("quatre vingt", 0), "octante": ("quatre vingt", 0)}
_REGIONAL["nonante"] = ("quatre vingt", 10)


def read_number_words(text: str) -> int | None:
    """The number that French words say, or None when they are not one number (`deux trois` is none)."""
    words = _plain_words(text)
    if not words or len(words) > 40:
        return None
    scaled = total = current = 0
    for word in words:
        if word in _VALUES:
            quatre_vingt = word == "vingt" and current % 100 == 4
            current += 76 if quatre_vingt else _VALUES[word]
        elif word == "cent":
            current = (current or 1) * 100
        elif word == "mille":
            total, current = total + (current or 1) * 1000, 0
        elif word in ("million", "milliard"):
            scaled += (total + current) * (10**6 if word == "million" else 10**9)
            total = current = 0
        else:
            return None
    value = scaled + total + current
    # Adding up accepts any order of words: what is not how the number is spelt is no number.
    return value if value <= LARGEST_SPELT and _plain_words(spell_number(value)) == words else None


_SAME_WORD = {
    "vingts": "vingt",
    "cents": "cent",
    "millions": "million",
    "milliards": "milliard",
    "une": "un",
    "zero": "zéro",
}


def _plain_words(text: str) -> list[str]:
    """Words without `et`, hyphens, plurals, feminine and regional forms: what spellings have in common."""
    words: list[str] = []
    carried = 0
    for word in re.split(r"[\s\-‐‑]+", text.strip().lower()):
        if word == "et":
            continue
        if word in _REGIONAL:
            french, carried = _REGIONAL[word]
            words += french.split()
            continue
        word = {"vingts": "vingt", "cents": "cent", "millions": "million", "milliards": "milliard"}.get(
            word, word
        )
        word = {"une": "un", "zero": "zéro"}.get(word, word)
        if carried:
            value = _VALUES.get(word, 0)
            words += _UNITS[10 + value].split("-") if 0 < value < 10 else ["dix", word]
            carried = 0
        else:
            words.append(word)
    return [*words, "dix"] if carried else words
