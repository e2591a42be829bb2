"""How currencies are written, and what a bare franc is in the country a text speaks of."""

import re

from jalon.core.values.money import EUR, USD, XAF, XOF

FRANC, BARE = "CFA", "F"
"""A franc whose country must say which it is: named CFA, or a franc and no more."""

_AFTER = (
    ("GNF", r"GNF|francs? guin[ée]ens?"),
    ("CHF", r"CHF|francs? suisses?"),
    ("CDF", r"CDF|francs? congolais"),
    (FRANC, r"f\.? ?c\.? ?f\.? ?a\b|f\.? ?\(?cfa\)?|FCA|FCF|cfa|(?:francs?|frs?\.?) ?\(?(?:f\.? ?)?cfa\)?"),
    (BARE, r"francs?\b(?! fran)"),
    (XOF, r"XOF"),
    (XAF, r"XAF"),
    (EUR, r"EUR|€?uros?|euros?|€"),
    ("CAD", r"CAD|\$ ?CA|dollars? canadiens?"),
    (USD, r"USD|US ?\$|\$ ?US|\$|dollars?(?: (?:US|am[ée]ricains?|des [ée]tats-unis))?"),
    ("GBP", r"GBP|£|livres? sterlings?"),
    ("NOK", r"NOK|couronnes? norv[ée]giennes?"),
    ("SEK", r"SEK|couronnes? su[ée]doises?"),
    ("DKK", r"DKK|couronnes? danoises?"),
    ("JPY", r"JPY|¥|yens?"),
    ("NGN", r"NGN|nairas?"),
    ("MRO", r"MRO"),
    ("MRU", r"MRU|ouguiyas?(?: (?:nouvelles?|mauritanienn?e?s?))?|UM"),
    ("UC", r"UC"),
    ("MAD", r"MAD|dirhams?"),
    ("XDR", r"DTS|XDR"),
)  # fmt: skip
_CODES = tuple((code, re.compile(words, re.I)) for code, words in _AFTER)
_BEHIND_LETTERS = re.compile(r"(?<![A-Za-zÀ-ÿ])(?:[kKM]|M[dM]|Mds)\Z")
_ANY = "|".join(words for _, words in _AFTER)
TOKEN = re.compile(
    rf"(?<![^\W\d_kKMds])(?=[fceugdlsjynomx$£¥€])(?:{_ANY})(?![A-Za-zÀ-ÿ])",
    re.I,
)
"""A currency by its name, code or sign; a lone F is not here."""
LONE_F = re.compile(
    r"(?:(?<=[0-9])|(?<=[0-9] )|(?<=[0-9]M)|(?<=[0-9] M))F(?![\w'-]|\.[A-ZÀ-Ý\w]| ?/ ?[0-9HMhm]\b| ?/ ?[0-9])"
)
SHORT = re.compile(
    r"f(?:(?:(?<=[0-9]f)|(?<=[0-9] f)|(?<=[0-9]Mf)|(?<=[0-9] Mf)|(?<=millions f)|(?<=mille f))rs?"
    r"|(?:(?<=[0-9]{3}f)|(?<=[0-9]{3} f))g)(?![\w'’@-]|\.[a-z0-9])",
    re.I,
)
"""Short for francs (`fr`, `frs`) or Guinean francs (`FG`), right behind a number only."""

_CENTRAL = re.compile(
    r"\b(?:Tchad|N'Djam[ée]na|Cameroun|Yaound[ée]|Douala|Centrafri\w+|Bangui|RCA|Gabon"
    r"|Libreville|Congo|Brazzaville|BEAC|CEMAC|XAF)\b"
)
_WESTERN = re.compile(
    r"\b(?:Mali|Maliens?|Bamako|Niger|Niamey|Burkina|Ouagadougou|S[ée]n[ée]gal|Dakar|B[ée]nin"
    r"|Cotonou|Togo|Lom[ée]|C[ôo]te d'Ivoire"
    r"|Abidjan|Guin[ée]e-Bissau|BCEAO|UEMOA|XOF|Tombouctou|Gao|Mopti|S[ée]gou|Kayes|Sikasso"
    r"|Tillab[ée]ri|Tahoua|Agadez|Diffa|Maradi|Zinder)\b"
)


_GUINEAN = re.compile(
    r"\b(?=[GgCKLN])(?:(?<!Golfe de )(?<!golfe de )Guin[ée]e(?![- ](?:Bissau|[ÉEé]quatoriale))"
    r"|[Gg]uin[ée]en(?:ne)?s?|Conakry"
    r"|Kindia|Kankan|Lab[ée]|N'?[Zz][ée]r[ée]kor[ée]|GNF)\b"
)


def begins_token(text: str, start: int) -> bool:
    """Whether a token that begins here is a word of its own, or stands behind a scale (`12 M€`, `3 MF`)."""
    before = text[max(0, start - 4) : start]
    return not before[-1:].isalpha() or _BEHIND_LETTERS.search(before) is not None


def code_of(written: str) -> str:
    """The ISO code of a currency as written, FRANC or BARE for a franc that the country must name."""
    flat = re.sub(r"\s+", " ", written).strip()
    if flat.upper() == "FG":
        return "GNF"
    return next((code for code, pattern in _CODES if pattern.fullmatch(flat)), BARE)


def francs_of(text: str) -> dict[str, str]:
    """What CFA and bare francs are in a text: of Central Africa, of Guinea, else of West Africa."""
    central, western = len(_CENTRAL.findall(text)), len(_WESTERN.findall(text))
    cfa = XAF if central > western else XOF
    guinean = len(_GUINEAN.findall(text)) > max(central, western)
    return {FRANC: cfa, BARE: "GNF" if guinean else cfa}


def is_of_francs(text: str) -> bool:
    """Whether a text speaks of a country of francs, or of its money."""
    return any(pattern.search(text) for pattern in (_WESTERN, _CENTRAL, _GUINEAN))
