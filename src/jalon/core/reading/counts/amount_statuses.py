"""What an amount is that was said only an amount: by its column, the words around it, or its list."""

import re
from bisect import bisect_left

from jalon.core.reading.facts import Fact, FactType
from jalon.core.reading.structure.cells import Table
from jalon.core.reading.structure.tables import table_at
from jalon.core.reading.surface import Surface

_UNSAID = "budget"
_COLUMNS = (
    ("unit", re.compile(r"\bp\.? ?u\b|unitaires?\b|\bfcfa ?/ ?kg|par (?:unité|personne|jour|mois)", re.I)),
    ("spent", re.compile(r"d[ée]pens|d[ée]caiss|r[ée]alis|ex[ée]cut|consomm|pay[ée]|engag[ée]", re.I)),
    ("contribution", re.compile(r"contribution|apport|quote-part|cofinancement", re.I)),
)
_BEHIND = (
    (
        "spent",
        re.compile(
            r"\)?,?[ \n](?:ont été |a été |avai(?:t|ent) été |étaient |déjà )?(?:dépens|décaiss|exécut"
            r"|consomm)ée?s?\b(?! à hauteur)"
            r"|\)?[ \n]+de dépenses\b"
        ),
    ),
    (
        "contribution",
        re.compile(r"\)?[ \n](?:ont été |sont )?(?:apport|financ|offert|donn)(?:ée?s?|s|es)?[ \n]par\b"),
    ),
    ("mobilised", re.compile(r"\)?[ \n](?:ont été |déjà )?(?:mobilis|collect)ée?s?\b")),
)
_COST = re.compile(
    r"\b(?:ont été|a été|sont|est)[ \n](?:réalis|constru|réhabilit|distribu|install|achev|aménag|récept"
    r"|livr)[^.;:]{0,120}"
    r"\bpour un (?:coût|montant|total)(?: total| global)? de[ \n]\Z"
)
_BEFORE = (
    ("spent", re.compile(r"\b(?:a|ont|avai(?:t|ent)) coûté[^.;:0-9]{0,25}\Z")),
    ("contribution", re.compile(r"\b(?:apport(?:e|ent|era|eront)|(?:a|ont) cotisé)[ \n][^.;:0-9]{0,25}\Z")),
)
_FINANCING = re.compile(
    r"\b(?:plan de financement|sources? de financement|financement|financeurs?|bailleurs?"
    r"|partenaires financiers"
    r"|(?:budget|coût|montant) (?:total|global))\b",
    re.I,
)
_PAYER = re.compile(
    r"(?:[eé]tat|gouvernement|communes?|mairies?|bénéficiaires|communautés?|population|membres|cotisations"
    r"|coop[ée]rati(?:ves?|on)|fonds propres|parents d'élèves|villages?|collectivités?)\b",
    re.I,
)
_ITEM = re.compile(r"[ \t]*(?:[-•*·▪]\W*)?(?P<payer>[^\n:|\t0-9]{2,60}?)[ ]?:[ ]?\Z")


def statuses_of_amounts(surface: Surface) -> None:
    """Say of amounts without a word that says more than `budget` whether they are spent, given or a price."""
    amounts = surface.of_type(FactType.MONEY)
    for index, amount in enumerate(amounts):
        if amount.text("status") != _UNSAID:
            continue
        earlier = amounts[index - 1] if index else None
        if amount.details.get("equivalent") and earlier is not None:
            amount.say("status", earlier.text("status") or _UNSAID)
        elif said := _by_column(surface, amount) or _by_words(surface, amount) or _by_list(surface, amount):
            amount.say("status", said)


def _by_column(surface: Surface, amount: Fact) -> str:
    table = table_at(surface, amount.start)
    heading = _heading(table, amount) if table is not None else ""
    return next((status for status, pattern in _COLUMNS if pattern.search(heading)), "") if heading else ""


def _heading(table: Table, amount: Fact) -> str:
    """The heading over the cell of an amount that stands alone in it."""
    for row in table.rows:
        for heading, cell in zip(table.header, row, strict=False):
            if cell and cell.start <= amount.start and amount.end <= cell.end < amount.end + 4:
                return heading.text
    return ""


def _by_words(surface: Surface, amount: Fact) -> str:
    plain = surface.plain
    behind = next((status for status, words in _BEHIND if words.match(plain, amount.end)), "")
    before = plain[max(0, amount.start - 60) : amount.start]
    if not behind and _COST.search(plain, max(0, amount.start - 220), amount.start):
        return "spent"
    return behind or next((status for status, words in _BEFORE if words.search(before)), "")


def _by_list(surface: Surface, amount: Fact) -> str:
    """Whether it stands in a list of who pays, under a line that says so."""
    line = surface.line_at(amount.start)
    item = _ITEM.match(surface.plain[line.start : amount.start])
    if item is None:
        return ""
    first = line.start + item.start("payer")
    named = surface.starting_in(first, first + 12, FactType.ORGANIZATION)
    if not named and not _PAYER.match(item["payer"]):
        return ""
    return "contribution" if _FINANCING.search(_above(surface, line.start)) else ""


def _above(surface: Surface, position: int) -> str:
    """The line that opens the list a line is in: the first above that is not of its kind."""
    last = bisect_left(surface.lines, position, key=lambda line: line.start)
    for line in reversed(surface.lines[max(0, last - 8) : last]):
        words = surface.plain[line.start : line.end]
        if words.endswith(":") or not _ITEM.match(re.split(r"[0-9]", words, maxsplit=1)[0]):
            return words
        if _FINANCING.match(words):
            return words
    return ""
