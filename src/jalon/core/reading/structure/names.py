"""Names of people as lists of participants write them."""

import re

from jalon.core.values import search_key

_CIVILITY = re.compile(
    r"(?:les?\s+|la\s+)?(?:(?P<woman>Mmes?|Mlle|Madame|Mademoiselle|Mme)|(?P<man>MM?|Mr|Monsieur)"
    r"|S\.?\s?E\.?\s?M?|Dr|Docteur|Pr|Prof|Professeur|Ing|Col|Colonel|Cdt|Commandant|Gal|G[ée]n[ée]ral|Cpt|Capitaine"
    r"|Lt|Lieutenant|Me|Ma[îi]tre|El\s?Hadj|Hadj|Imam|Abb[ée]|P[èe]re)\b\.?\s*",
)
_WORD = r"(?:[A-ZÀ-Ý][A-Za-zÀ-ÿ'’.-]*|[dlN]['’][A-ZÀ-Ý][A-Za-zÀ-ÿ-]+)"
_LINK = r"(?:(?i:ag|ould|mint|walet|wallet|dite?|de|du|el|ben|née|épse|épouse|epse)\b)"
_NAME = re.compile(rf"{_WORD}(?:\s+(?:{_WORD}|{_LINK}|\({_WORD}\))){{1,6}}")
_NO_NAME = re.compile(
    r"\b(?:minist|direct|agenc|projet|programm|total|union|conseil|commun|mairi|maire|associat|comit|servic|centr"
    r"|bureau|cellul|instit|cooper|region|cercle|prefe|ambassad|banqu|fonds|federat|societ|groupe|reseau|chambre"
    r"|nations|organis|chef|secret|presid|charge|coordin|respons|represent|expert|gouvern|delegu|assist|compta"
    r"|noms?\b|prenom|fonction|structur|contact|e?mail|signat|equip|membre|cabinet|partenair|bailleur|terme"
    r"|point|compte|rapport|ordre|plan|suivi|fiche|liste)"
)
_KEPT_LOWER = frozenset({"ag", "de", "du", "dit", "dite", "née", "épse", "épouse"})


def read_name(text: str) -> tuple[str, str] | None:
    """Return a person's name as it is to be shown and the sex its title tells (F, M or nothing).

    None when the text is not a name: figures in it, an office or an organisation, a single word.
    """
    rest, sex = without_civility(text)
    rest = rest.strip(" ,;.-")
    if not _NAME.fullmatch(rest) or _NO_NAME.search(search_key(rest)):
        return None
    return shown(rest), sex


def typeset(words: str) -> str:
    """Return words with the apostrophe that French prints."""
    return words.replace("'", "’")


def without_civility(text: str) -> tuple[str, str]:
    """Return a text without the titles before it, and the sex they tell."""
    sex = ""
    while match := _CIVILITY.match(text):
        sex = "F" if match["woman"] else ("M" if match["man"] else sex)
        text = text[match.end() :]
    return text, sex


def shown(name: str) -> str:
    """Return a name with capitals at its words' beginnings only: `BOUBACAR TOURÉ` → `Boubacar Touré`."""
    return " ".join(_word(word) for word in name.replace("’", "'").split())


def _word(word: str) -> str:
    if word.lower() in _KEPT_LOWER:
        return word.lower()
    if word.isupper() and len(word) > 1:
        return re.sub(r"[^\W\d_]+", lambda part: part[0].capitalize(), word)
    return word
