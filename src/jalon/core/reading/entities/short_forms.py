"""Short forms of bodies that the text names in full: « le Conseil régional », « la Mutuelle »."""

import re
from collections.abc import Iterator, Sequence

from jalon.core.reading.entities.mentions import Mention, without_overlaps
from jalon.core.reading.entities.words import fold
from jalon.core.reading.facts import FactType, Span

_ORG = FactType.ORGANIZATION

_COUNCIL = re.compile(
    r"Conseil [Rr]égional(?:(?<=\b[Ll]e Conseil .égional)|(?<=\b[da]u Conseil .égional))"
    r"(?! +d[eu']| *\n *d[eu'])"
)
_BRIGADE = re.compile(r"[Bb]rigade [a-zà-ÿ]+")


_WITH_ARTICLE = "Mutuelle|Fédération|Coopérative|Fondation|Office|[Dd]élégation [Ss]péciale(?: [Rr]égionale)?"
_NEEDS_ARTICLE = re.compile(_WITH_ARTICLE)
_SHORT_FORM = re.compile(
    r"Ministère|Gouvernorat|Académie d'[Ee]nseignement|Chambre [Rr]égionale d'[Aa]griculture|"
    r"Conseil [Rr]égional|"
    r"(?:Direction|Délégation|Service|Inspection|Agence) (?:[Rr]égionale?|[Pp]rovinciale?|[Dd]épartementale?)"
    + "|"
    + _WITH_ARTICLE
)
_ARTICLE = re.compile(r"(?:\b(?:[Ll]a|[Ll]e|du|au)[ \n]|[lL]')$")
_GOES_ON = re.compile(r"\s+(?:d[eu']|des\b|en charge|chargé|[A-ZÀ-Ý])|[-/]")


def _shortened(plain: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """« le Gouvernorat », « la Direction régionale » with a capital, for the only one named in full."""
    full: dict[str, set[str]] = {}
    for mention in mentions:
        head = _SHORT_FORM.match(mention.name) if mention.type is _ORG else None
        if head and len(head[0]) < len(mention.name):
            full.setdefault(fold(head[0]), set()).add(fold(mention.name))
    named = {fold(mention.name): mention.name for mention in mentions}
    for match in _SHORT_FORM.finditer(plain):
        names = full.get(fold(match[0]), set())
        said = _ARTICLE.search(plain[max(0, match.start() - 4) : match.start()])
        if (
            len(names) == 1
            and (said or not _NEEDS_ARTICLE.match(match[0]))
            and not _GOES_ON.match(plain, match.end())
        ):
            yield Mention(Span(*match.span()), _ORG, named[next(iter(names))])


def with_short_forms(plain: str, mentions: list[Mention]) -> list[Mention]:
    """Add « le Conseil régional » and « la brigade verte », for the one that the text names in full."""
    councils = {m.name for m in mentions if m.type is _ORG and fold(m.name).startswith("conseil regional ")}
    name = next(iter(councils)) if len(councils) == 1 else "Conseil régional"
    added = [Mention(Span(*match.span()), _ORG, name) for match in _COUNCIL.finditer(plain)]
    for mention in mentions:
        brigade = _BRIGADE.match(mention.name) if mention.type is _ORG else None
        if brigade:
            form = re.compile(rf"\b(?:la|La) ([Bb]{re.escape(brigade[0][1:])})(?! +d[eu'])")
            added += [Mention(Span(*match.span(1)), _ORG, mention.name) for match in form.finditer(plain)]
            break
    return without_overlaps([*mentions, *added, *_shortened(plain, mentions)])
