"""Acronyms that a text defines: « Agence Française de Développement (AFD) », « AMSS (Association…) »."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jalon.core.reading.entities.words import LOWER, UPPER, fold, one_line
from jalon.core.reading.facts import Span

ACRONYM = rf"[{UPPER}][{UPPER}0-9]+(?:[-/&_][{UPPER}0-9]+)*"
"""`PNUD`, `DER/FJ`, `PASAN_BKS1821`, `G5`."""

MIXED = rf"[{UPPER}][{LOWER}]{{0,4}}-?[{UPPER}]{{2,}}[{LOWER}{UPPER}0-9]*(?:-[{UPPER}0-9]+)?"
"""`Pro-ARIDES`, `ProARIDES`, `PrODAF`."""

_IN_BRACKETS = re.compile(
    rf"\(\s*[\"*]*({ACRONYM}|{MIXED}|[{UPPER}][{LOWER}]{{3,9}})"
    rf"((?:[ -](?:phase )?(?:[IVX]{{1,4}}|[0-9]))?)[\"*]*\s*[,;)]"
)
_EXPLAINED = re.compile(rf"(?<![\w/-])({ACRONYM}) ?\(([{UPPER}][^()\n]{{8,120}})\)")
_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset(
    "de du des d la le les l et a au aux en pour sur contre un une the of for and par dans".split()
)
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
    """Where the long name before `end` begins: the furthest content word that the first letter may come from."""
    limit = max(0, end - 240, text.rfind("\n\n", 0, end) + 2)
    words = list(_WORD.finditer(text, limit, end))[-_REACH - len(acronym) :]
    words = _after_a_stop(text, words, end)
    letters = [letter for letter in fold(acronym) if letter.isalpha()]
    for number in range(len(words) - 1, -1, -1):
        tail = words[number:]
        if fold(tail[0][0])[:1] != letters[0] or fold(tail[0][0]) in _SMALL:
            continue
        if _spells([fold(word[0]) for word in tail], letters):
            return words[_with_head(words, number)].start()
    return None


_STOP = re.compile(r"[.;:!?()\"\n*•]\s*|,\s")


def _after_a_stop(text: str, words: list[re.Match[str]], end: int) -> list[re.Match[str]]:
    for number in range(len(words) - 1, 0, -1):
        between = text[words[number - 1].end() : words[number].start()]
        if re.search(r"[.;:!?()\"*•]|\n[ \t]*\n", between):
            return words[number:]
    return words


def _with_head(words: list[re.Match[str]], number: int) -> int:
    """Take the head of the name that the acronym does not spell: « Projet Sécurité et … (SDNM) »."""
    small = number - 1
    while small >= 0 and fold(words[small][0]) in _SMALL:
        small -= 1
    if small >= 0 and fold(words[small][0]) in _HEADS and number - small <= 3:
        return small
    return number


_HEADS = frozenset("projet programme initiative".split())


def _spells(words: list[str], letters: list[str]) -> bool:
    """Whether the letters are found in order: initials of the words that count, or letters inside them."""
    content = [word for word in words if word not in _SMALL and not word.isdigit()]
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
        used += position > before and word not in _SMALL
    return position == len(letters) and used >= max(1, len(content) - 2) and (used > 1 or len(letters) > 3)


def _is_within(letters: list[str], initials: list[str]) -> bool:
    rest = iter(initials)
    return all(letter in rest for letter in letters)


def _explains(acronym: str, name: str) -> bool:
    words = [fold(word) for word in _WORD.findall(name)]
    letters = [letter for letter in fold(acronym) if letter.isalpha()]
    return bool(words) and words[0][0] == letters[0] and _spells(words, letters)


NEVER_NAMES = frozenset(
    """PTA PTBA PAP PDSEC PDESC PDC PDCO PDR PDU PCD PLD PAI PIA AGR AGRS ODD OMD BAC BEPC DEF TDR TDRS CV PV CR FCFA CFA
    XOF XAF EUR USD GBP CHF MRU GNF HT TTC TVA PPP PTF PTFS ONG OSC OP OPS OCB CT IMF SFD SFDS PME PMI TPE MPME MPE GIE
    PDI PDIS EDI SAN WASH EHA VBG VSBG VAD GPS SIG SE SI PIB RN CSCOM CSREF CSI CEG CES CEM COPIL CP CTS COS
    OS OG IOV NB RAS RH DAO AO DRP AMI TIC NTIC SMS TV HIMO PVVIH VIH SIDA IST COVID CPN MAS MAM MUAC ATPC FDAL AEP AEPS
    AEV AEPA PMH PEA GPF GPC COGES AVEC AV PANA CDN CPDN GES MRV CC CO2 HEAT SARL SA EIES PGES PAR MGP EAS HS DNO ANO
    GAR HEC DACUM APS APD DAT PCA IEC CCC CCSC SBC GT MOU TPM NINA RAVEC ZLECAF SNLCC SNDD PNDES PDES CREDD PSE
    CSLP CDMT HRP SRP DTM IPC CH EFSP ENAM SMART RRM MRR MDR CPC CAP FARN GASPA DPDA PRSP CEC PDF OK RESUME TOTAL NON OUI
    II III IV VI VII VIII IX XI XII BTP RSU TAC BTS CAP BT DUT FP ETFP EFTP EFE EDS EVF ECVM SNIS DHIS FA FAQ CNI
    COFO COFOB COFODEP COFOCOM CVD CLD CCD CRD CROCSAD CLOCSAD CCOCSAD CVDS ADVS CLD PF CE PR MINI KIT N NS ID AD AM
    ANNEXE TABLEAU SECURITE LE LA LES DE DU DES ET EN AU AUX UN UNE SUR POUR PAR EST OUEST NORD SUD FIN OUT
    MONSIEUR MADAME PROJET PROGRAMME RAPPORT VISITE COMITE REUNION ATELIER BUDGET PLAN""".split()
)
"""Capitals that name no organisation and no programme: documents, notions, currencies, words of headings."""
