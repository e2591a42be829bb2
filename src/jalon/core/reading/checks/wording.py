"""How a number is written: words against digits, groups of three, a currency that does not exist."""

import re
from collections.abc import Iterator
from decimal import Decimal

from jalon.core.reading.checks.common import TOTAL, number, ok, said, wrong
from jalon.core.reading.facts import Check, Fact, FactType, Span
from jalon.core.reading.surface import Surface
from jalon.core.values import ValueProblem, parse_number, read_number_words

_WORD = r"[a-zà-ÿ]+"
_WORDS_THEN_DIGITS = re.compile(
    rf"\b(?P<words>{_WORD}(?:[- ]{_WORD}){{0,14}}?)(?:\s+(?:de )?(?P<said>francs?(?: cfa)?|f\s?cfa|euros?"
    rf"|jours|mois|ans))?\s*"
    r"\(\s*(?P<digits>[0-9][0-9 .]{0,15})\s*"
    r"(?:(?P<unit>f\s?cfa|francs?(?: cfa)?|f|xof|euros?|eur|€|jours|mois|ans)\s*)?\)",
    re.I,
)
_DIGITS_THEN_WORDS = re.compile(
    rf"(?P<digits>[0-9][0-9 .]{{0,18}}[0-9]|[0-9])\s*(?:f\s?cfa|francs? cfa|cfa|f|euros?)?\s*"
    rf"\(\s*(?P<words>{_WORD}(?:[-\s]{_WORD}){{0,18}}?)\s*(?:francs?\s+cfa|f\s?cfa|euros?)?\s*\)",
    re.I,
)
_BROKEN_GROUP = re.compile(
    r"(?<![0-9.,])(?:[0-9]{1,3}(?:\.[0-9]{3})+\.[0-9]{1,2}(?![0-9.,])"
    r"|[0-9]{1,3}(?: [0-9]{3})+ [0-9]{2}(?=\s*F?\s?CFA)"
    r"|[0-9]{1,3}(?:\.[0-9]{3})+\.?[0-9](?=\s*F?\s?CFA)|[0-9]{1,3}\.[0-9]{1,2}\.[0-9]{3}(?=\s*F?\s?CFA)"
    r"|[0-9]{1,3}(?:[ .][0-9]{3})*[ .][0-9]{4}(?:[ .][0-9]{3})*(?=\s*F?\s?CFA))"
)
_TOKEN = re.compile(
    r"(?<=[0-9])\s*(?P<token>FCA|FCF|CFCA|FFCA|FCFCA|FCAF|FCAFA|F CAF|XFO|XOFF)\b|"
    r"\b(?:millions?|milliards?)\s+(?:de\s+)?(?P<scaled>FCA|FCF|CFCA|FFCA|FCAF)\b"
)


def check_wording(surface: Surface) -> list[Check]:
    """Compare words with digits, and name numbers and currencies that are not well formed."""
    return [
        *_spelled(surface),
        *_in_words(surface),
        *_groups(surface),
        *_tokens(surface),
        *_ouguiyas(surface),
    ]


def _spelled(surface: Surface) -> Iterator[Check]:
    for pattern, anchor in ((_WORDS_THEN_DIGITS, _OPENS_DIGITS), (_DIGITS_THEN_WORDS, _OPENS_WORDS)):
        for bracket in anchor.finditer(surface.plain):
            match = _around(surface, pattern, bracket)
            if match is None:
                continue
            words = _longest_number(match["words"], from_end=pattern is _WORDS_THEN_DIGITS)
            if words is None or _two_units(match.groupdict()):
                continue
            value, length = words
            try:
                digits = parse_number(match["digits"].strip()).value
            except ValueProblem:
                continue
            start = match.end("words") - length if pattern is _WORDS_THEN_DIGITS else match.start()
            span = (Span(start, match.end()),)
            if digits == value:
                yield ok("spelled_digits", span, f"en lettres et en chiffres : {said(value)}")
            else:
                explain = f"en lettres {said(value)}, en chiffres {said(digits)}"
                yield wrong("spelled_digits", span, explain)


_OPENS_DIGITS = re.compile(r"(?<=[a-zA-Zà-ÿ])\s*\(\s*(?=[0-9])")
_OPENS_WORDS = re.compile(
    r"\(\s*(?=(?:[Uu]n|[Dd]eux|[Tt]rois|[Qq]uat|[Qq]uin|[Qq]uar|[Cc]inq|[Ss]ix|[Ss]ept|[Hh]uit|[Nn]euf"
    r"|[Dd]ix|[Oo]nze"
    r"|[Dd]ouze|[Tt]reize|[Tt]rente|[Ss]eize|[Ss]oix|[Vv]ingt|[Cc]ent|[Mm]ill|[A-Z]{2}))"
)
_BEFORE = 130
"""Characters of a number in words at most."""


def _around(surface: Surface, pattern: re.Pattern[str], bracket: re.Match[str]) -> re.Match[str] | None:
    """The match of a pattern that holds a bracket."""
    start = max(0, bracket.start() - _BEFORE)
    while match := pattern.search(surface.plain, start, bracket.end() + _BEFORE):
        if match.start() > bracket.start():
            return None
        if match.end() > bracket.end():
            return match
        start = match.end()
    return None


def _two_units(groups: dict[str, str | None]) -> bool:
    """Whether the words and the digits are of two units: `trois ans (36 mois)`, `deux ans (9 000 F)`."""
    said, unit = groups.get("said"), groups.get("unit")
    times = {"jours", "mois", "ans"}
    if not unit or not said:
        return False
    return said.lower() != unit.lower() and bool({said.lower(), unit.lower()} & times)


def _longest_number(words: str, *, from_end: bool) -> tuple[int, int] | None:
    """The value of the number that ends these words (or is all of them) and how many characters it takes."""
    if not from_end:
        value = read_number_words(" ".join(words.split()))
        return None if value is None else (value, len(words))
    starts = [match.start() for match in re.finditer(r"(?<![a-zà-ÿ-])[a-zà-ÿ]", words, re.I)]
    for start in starts:
        value = read_number_words(words[start:])
        if value is not None and value > 1:
            return value, len(words) - start
    return None


def _in_words(surface: Surface) -> Iterator[Check]:
    """`Arrêté à la somme de dix millions … francs`: an amount in words only, nearly one that has digits."""
    amounts = surface.of_type(FactType.MONEY)
    spelled = [fact for fact in amounts if not re.search(r"[0-9]", fact.span.quote(surface.plain))]
    digits = [fact for fact in amounts if fact not in spelled and not fact.text("approx")]
    for fact in spelled:
        value = number(fact) or Decimal(0)
        if value < 10_000 or any(number(one) == value for one in digits):
            continue
        near = [one for one in digits if abs((number(one) or 0) - value) * 50 <= value]
        if len(near) != 1 and _CLOSES.search(surface.plain, max(0, fact.start - 120), fact.start):
            near = _totals_above(surface, fact, digits)
        if len(near) == 1:
            explain = f"en lettres {said(value)}, en chiffres {said(number(near[0]) or 0)}"
            yield wrong("spelled_digits", (near[0].span, fact.span), explain, (near[0], fact))


_CLOSES = re.compile(r"\barrêtée?s?\b[^.;0-9]{0,90}\b(?:somme|montant)\b[^.;0-9]{0,20}$", re.I)


def _totals_above(surface: Surface, fact: Fact, digits: list[Fact]) -> list[Fact]:
    """The last total of the text around that a closing sentence spells out, when it has the same length."""
    value = number(fact) or Decimal(0)
    labelled = [
        one
        for one in digits
        if abs(one.start - fact.start) <= 800
        and TOTAL.search(surface.line_at(one.start).quote(surface.plain))
        and len(str(int(number(one) or 0))) == len(str(int(value)))
        and one.text("currency") == fact.text("currency")
    ]
    above = [one for one in labelled if one.end <= fact.start]
    return above[-1:] or labelled[:1]


def _groups(surface: Surface) -> Iterator[Check]:
    amounts = surface.of_type(FactType.MONEY)
    for match in _BROKEN_GROUP.finditer(surface.plain):
        span = Span(*match.span())
        facts = [fact for fact in amounts if fact.span.overlaps(span)]
        if not facts:
            continue
        shown = match[0]
        like = [
            fact.span
            for fact in amounts
            if not fact.span.overlaps(span) and str(number(fact)).startswith(re.sub(r"\D", "", shown))
        ][:1]
        explain = f"« {shown} » : les chiffres ne sont pas groupés par trois, un chiffre manque peut-être"
        yield wrong("number_format", (facts[0].span, *like), explain, facts)


def _tokens(surface: Surface) -> Iterator[Check]:
    for match in _TOKEN.finditer(surface.plain):
        name = "token" if match["token"] else "scaled"
        line = surface.line_at(match.start(name))
        before = re.search(
            r"[0-9][0-9 .,]*(?:millions?|milliards?)?[\s de]*$", surface.plain[line.start : match.start(name)]
        )
        start = line.start + before.start() if before else match.start(name)
        explain = f"« {match[name]} » n’est pas une monnaie : FCFA ?"
        yield wrong("currency_token", (Span(start, match.end(name)),), explain)


def _ouguiyas(surface: Surface) -> Iterator[Check]:
    """The new ouguiya and the one it replaced in 2018, ten times smaller, in one text."""
    new, old = re.search(r"\bMRU\b", surface.plain), re.search(r"(?<=[0-9s]) ?\bMRO\b", surface.plain)
    if new and old:
        spans = tuple(sorted((_with_number(surface, new), _with_number(surface, old))))
        yield wrong("currency_token", spans, "deux ouguiyas dans le même texte : MRU et MRO, retirée en 2018")


def _with_number(surface: Surface, token: re.Match[str]) -> Span:
    line = surface.line_at(token.start())
    before = re.search(
        r"[0-9][0-9 .,]*(?:\s?millions?|\s?milliards?)?(?: d[e'])?\s*$",
        surface.plain[line.start : token.end() - 3],
    )
    return Span(line.start + before.start() if before else token.start(), token.end())
