"""Who does what: roles of organisations (« financé par … »), functions of people (« …, Directeur de … »)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jalon.core.reading.entities.words import before, one_line
from jalon.core.reading.facts import Span

_LINK = r"(?:[ \t]*\*{0,2}(?:le|la|les|l'|du|de la|de l'|des|de|d')?[ \t\*]*)"
_ADVERB = (
    r"(?:[ \t](?:conjointement|entièrement|techniquement|financièrement|également|notamment|"
    r"intégralement|partiellement))?"
)
_ROLES = (
    ("funder", rf"(?:co-?)?financé(?:e|s|es)?{_ADVERB} (?:par|via|grâce à){_LINK}$"),
    (
        "funder",
        rf"(?:financement|appui financier|soutien financier|fonds|subvention|don|prêt|"
        rf"bailleurs?)(?: de fonds)?(?: :)?{_LINK}$",
    ),
    (
        "implementer",
        rf"(?:mise?s?|mettre) en (?:œuvre|oeuvre){_ADVERB} par{_LINK}$|(?:exécutée?s?|réalisée?s?|"
        rf"piloté?e?s?) par{_LINK}$",
    ),
    ("organizer", rf"(?:organisée?s?|initiée?s?|convoquée?s?){_ADVERB} par{_LINK}$"),
    (
        "chair",
        rf"(?<!co-)(?<!co)(?:présidée?s?|sous la présidence|ouverte?s?) (?:par|de|"
        rf"du){_LINK}(?:représentant {_LINK})?$",
    ),
    ("cochair", rf"co-?présidée?s? par{_LINK}$"),
    (
        "host",
        rf"(?:locaux|salle de (?:réunion|conférences?)|siège|s'est tenue?|ont eu lieu|a eu lieu) (?:de|du|à|"
        rf"au|des){_LINK}$",
    ),
    ("partner", rf"(?:partenariat|collaboration|concert) avec{_LINK}$|partenaires? :?{_LINK}$"),
)
_PATTERNS = tuple((role, re.compile(pattern, re.IGNORECASE)) for role, pattern in _ROLES)
_SAID = re.compile(
    r"(?:(?:co-?)?financé(?:e|s|es)?|mise?s? en (?:œuvre|oeuvre))[^.;:\n]{0,30}$", re.IGNORECASE
)

FUNCTION = (
    r"(?:D[Gg]A?(?: adjointe?)?|PCA|PDG|"
    r"[Pp]remi(?:er|ère) [Mm]inistre|[Mm]inistre|[Gg]ouverneure?|[Pp]réf(?:et|ète)|[Ss]ous-[Pp]réf(?:et|"
    r"ète)|"
    r"[Mm]aire|[Aa]djointe? au [Mm]aire|"
    r"[Dd]irect(?:eur|rice)(?: (?:[Gg]énérale?|[Nn]ationale?|[Rr]égionale?|[Dd]épartementale?|[Aa]djointe?|"
    r"[Ee]xécutive?|[Tt]echnique|Europe|[Pp]ays|"
    r"[Aa]dministratif et [Ff]inancier|des [Pp]rogrammes|des [Oo]pérations))*|[Cc]oordi?(?:n|on)(?:n|"
    r")at(?:eur|rice)(?: (?:[Nn]ationale?|[Rr]égionale?|[Gg]énérale?|[Tt]echnique|"
    r"de (?:programme|projet)s?))*|[Cc]oordonnat(?:eur|rice)(?: (?:[Nn]ationale?|[Rr]égionale?|"
    r"[Gg]énérale?))*|"
    r"[Cc]hargée? d(?:e|u|es|')[ ]?[^\W\d][\w'/é -]{2,40}?|[Cc]hef(?:fe)? d(?:e|u|') ?[\w'-]+(?: [\w'-]+)?|"
    r"[Rr]eprésentante?(?:[ -][Rr]ésidente?)?(?: [Aa]djointe?)?|"
    r"[Vv]ice-[Pp]résidente?|[Pp]résidente?|[Ss]ecrétaire (?:[Gg]énérale?|[Pp]ermanente?|[Ee]xécutive?|"
    r"d'État|administratif)|"
    r"[Aa]mbassad(?:eur|rice)|[Cc]onseill(?:er|ère)(?: [\w]+)?|[Rr]esponsable(?: [\w'/é -]{3,40}?)?|"
    r"[Pp]oint focal|[Ee]xperte?(?: en [\w -]+?)?|"
    r"[Tt]résori(?:er|ère)|[Cc]omptable|[Aa]nimat(?:eur|rice)|[Ff]acilitat(?:eur|rice)|"
    r"[Cc]hargée? d'affaires(?: a\.i\.)?|[Hh]aut[- ][Cc]ommissaire|[Dd]éputée?)"
)
_AFTER = re.compile(
    rf"[ \t]*[,(][ \t\n]*(?:(?:le|la|l'|notre|actuel(?:le)?|son|"
    rf"sa) ?)?({FUNCTION}(?![^\W\d_])[^,;.()\n\"]{{0,110}})"
)
_BEFORE = re.compile(
    rf"(?:^|[\s'(])((?:{FUNCTION})(?![^\W\d_])[^,;.()\"]{{0,110}}?),?\s*(?:par intérim,?\s*)?$"
)
_ROLE_OF = re.compile(
    rf"(?<![\w-])({FUNCTION})(?![^\W\d_])[ \n]+(?:d'|de[ \n]l'|de[ \n]la[ \n]|de[ \n]|du[ \n]|"
    rf"des[ \n])\*{{0,2}}$"
)
_FEMALE = re.compile(r"(?:rice|ée|ente|ante|ère|efe|ète)\b|\b[Pp]réfète|\b[Ee]xperte")
_CHAIR = re.compile(r"présidée?s? par (?:le|la|l')? ?$|présidence (?:de la |de l'|du |de )$", re.IGNORECASE)
_COCHAIR = re.compile(r"co-?présidée?s? par (?:le|la|l')? ?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class RoleOf:
    """A function in an organisation: where it begins, its words, and what they say of who holds it."""

    start: int
    function: str
    sex: str
    meeting_role: str


def roles_before(plain: str, start: int) -> Iterator[tuple[str, bool]]:
    """Yield the roles that the words before an organisation give it, and whether in full words."""
    left = before(plain, start, 70)
    for role, pattern in _PATTERNS:
        if pattern.search(left):
            yield role, bool(_SAID.search(left))


def function_of_person(plain: str, span: Span) -> str:
    """The function said just after a person's name, or just before it; empty when none is."""
    following = _AFTER.match(plain, span.end)
    if following:
        return one_line(following[1])
    context = before(plain, span.start, 160).rstrip()
    left = _BEFORE.search(context)
    if not left or _OF_ANOTHER.search(context[: left.start(1)]):
        return ""
    function = _short(one_line(left[1]))
    return "" if _TELLS.search(function) else function


_OF_ANOTHER = re.compile(r"[A-ZÀ-Ý][\w'-]+, (?:le |la |l')?$")
_TELLS = re.compile(r" (?:était|est|sont|a|ont|avait|comprenant)\b|:")


def _short(function: str) -> str:
    """What stands after the last conjunction: « le maire et le préfet de Gao, M. X »."""
    parts = re.split(rf"\b(?:et|avec|par) (?:le|la|l')? ?(?={FUNCTION})", function)
    return parts[-1].strip(" ,")


def function_before(plain: str, start: int) -> RoleOf | None:
    """The function whose organisation begins at a position: « Représentant Résident du » ‖ PNUD."""
    left = plain[max(0, start - 90) : start]
    match = _ROLE_OF.search(left)
    if not match:
        return None
    begin = max(0, start - 90) + match.start(1)
    context = before(plain, begin, 40)
    meeting = "cochair" if _COCHAIR.search(context) else "chair" if _CHAIR.search(context) else ""
    return RoleOf(begin, one_line(match[1]), "F" if _FEMALE.search(match[1]) else "", meeting)
