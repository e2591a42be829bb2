"""Who is to act: the names in a cell, an addressee, the subject of a promise."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from jalon.core.reading.facts import Fact, FactType, Span
from jalon.core.reading.prose.words import WILL_DO
from jalon.core.reading.structure.names import read_name, typeset, without_civility
from jalon.core.reading.surface import Surface

_ARTICLE = re.compile(
    r"\s*(?:(?:à\s+|a\s+)?(?:l'|la\s+|le\s+|les\s+|aux?\s+|des\s+|du\s+|d'|une?\s+|chaque\s+|de\s+l'|de\s+la\s+|de\s+)"
    r"|à\s+)",
    re.IGNORECASE,
)
_ADJECTIVE = (
    r"(?:financi(?:er|ère)|administrati(?:f|ve)|juridique|logistique|économique|social|sociale|sociaux|technique"
    r"|institutionnel(?:le)?|opérationnel(?:le)?|politique|culturel(?:le)?|comptable|déconcentrée?|humanitaire"
    r"|non\s+étatique|non\s+gouvernemental)s?\b"
)
_AND = re.compile(
    r"\s*(?:,\s*(?:et\s+)?|;\s*|\s/\s|/(?=[A-ZÀ-Ý])|\n"
    rf"|\s(?:et(?!\s+{_ADJECTIVE})|ainsi\s+que|en\s+(?:collaboration|lien|relation|rapport|concertation|coordination)\s+avec"
    r"|avec(?:\s+l'appui\s+d[eu]s?)?|\+|&)\s)\s*"
)
_STOP = re.compile(
    r"\s(?:pour|afin|dans|qui|que|en\s+vue|en\s+charge|avant|au\s+plus|lors|ayant|pendant|durant|sous|sur\s+la\s+base"
    r"|au\s+cours|d'ici|jusqu|devant|par|selon|conform\w+|à\s+travers|notamment|y\s+compris|sur|à\s+l'issue)\b"
    r"|[.;:()\"]|,\s+(?:afin|pour|en\s+vue|qui|au\s+plus|avant|d'ici)\b"
)
_PRONOUN = re.compile(
    r"(?:ils?|elles?|on|ce|ceci|cela|nous|qui|celui-ci|celle-ci|ceux-ci|ces\s+derniers|ce\s+dernier"
    r"|cette\s+dernière)\b",
    re.IGNORECASE,
)
_THING = re.compile(
    r"(?:l[ea]s?\s|l'|une?\s|des?\s)?\s*(?:premi(?:er|ère)s?\s|deuxième\s|second\w*\s|troisième\s|prochaine?s?\s|dernière?s?\s"
    r"|[0-9]+\w{0,3}\s)*(?:[0-9]|sommes?|montants?|virements?|versements?|budgets?|travaux|rapports?|réunions?|sessions?"
    r"|ateliers?|formations?|missions?|rencontres?|visites?|évaluations?|audits?|études?|résultats?|activités?"
    r"|réceptions?|factures?|documents?|fonds)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[;:]\s|,\s(?:et\s|que\s|mais\s)?|\set\s(?=l[ea]s?\s|l')|\bqu(?:e\s|')")
_NOBODY = re.compile(
    r"(?:n/?a|n[ée]ant|ras|tous|tout le monde|idem)\.?|(?:pour\s+)?(?:sa|leur|ma|notre)\s+part"
    r"|(?:son|leur)\s+côté"
    r"|quant\s+à\s+\w+|(?:son|leur)\s+tour|par\s+ailleurs|en\s+(?:outre|effet|revanche|conséquence)|également"
    r"|toutefois|cependant|néanmoins|enfin|ensuite|ainsi|donc",
    re.IGNORECASE,
)
_ACRONYM = re.compile(r"[A-Z][A-Z0-9/-]{1,11}")
_FIRST_VERB = re.compile(r"\s(?:a|ont|est|sont|s'est|se\s+sont|n'a|n'ont)\s(?=[^,;]*\set\s+$)")
_WILL_DO = re.compile(WILL_DO)
_DOES = re.compile(
    r"(?<=[\w)])\s(?:se\s|s'|l[ea]s?\s|l'|en\s|y\s)*(?=(?!(?:de|le|la|les|une?|entre|chargée?|responsable|membre)\b)"
    r"[a-zà-ÿ]{2,}(?:e|ent|it|met|font|prend|rend|tient|vient)\s(?:l[ea]s?\s|l'|une?\s|des?\s|d[u']|à\s|au|en\s|[0-9]))"
)
_IN_THE_NAME = re.compile(
    r"(?:par\s+(?:la\s+voix|l'intermédiaire|le\s+biais|l'entremise)|représentée?s?|à\s+travers|en\s+la\s+personne"
    r"|au\s+nom|en\s+sa\s+qualité|agissant|via)\b"
)
_BY = re.compile(r"\bpar\s+(?=(?:le|la|les|une?)\s|l'|[A-ZÀ-Ý])")
_OPENING = 80
_LONGEST = 110
_LONGEST_SUBJECT = 170


class Actors:
    """The people and organisations found so far in a text, by where they are named."""

    def __init__(self, surface: Surface) -> None:
        self._plain = surface.plain
        self._mentions = sorted(
            (mention.start, mention.end, _shown(fact))
            for fact in surface.of_type(FactType.PERSON, FactType.ORGANIZATION)
            for mention in fact.mentions or [fact.span]
        )

    def named_in(self, start: int, end: int) -> tuple[str, ...]:
        """Return those named in [start, end[, each once: the name of the entity, or else the words."""
        found: list[str] = []
        for span in _pieces(self._plain, start, end):
            name = self._entity(span) or _words(self._plain[span.start : span.end])
            if name and name not in found:
                found.append(name)
        return tuple(found)

    def addressed(self, start: int, end: int) -> tuple[str, ...]:
        """Return those named from `start` on, up to where their naming stops."""
        end = min(end, start + _LONGEST)
        stop = _STOP.search(self._plain, start, end)
        return self.named_in(start, stop.start() if stop else end)

    def subject(self, start: int, verb: int) -> tuple[int, tuple[str, ...]]:
        """Return where the subject of a verb begins in a sentence that starts at `start`, and who it is."""
        marks = [mark for mark in _CLAUSE.finditer(self._plain, start, verb) if not self._noted(start, mark)]
        if marks and not self._plain[marks[-1].end() : verb].strip():
            *marks, aside = marks
            *marks, aside = marks or [aside]
            while marks and _IN_THE_NAME.match(self._plain, marks[-1].end()):
                *marks, aside = marks
            begin = marks[-1].end() if marks else start
            return begin, self._acting(begin, aside.start())
        begin = marks[-1].end() if marks else start
        return begin, self._acting(begin, verb)

    def _noted(self, start: int, mark: re.Match[str]) -> bool:
        """Whether a mark stands between brackets."""
        before = self._plain[start : mark.start()]
        return before.count("(") > before.count(")")

    def _acting(self, begin: int, verb: int) -> tuple[str, ...]:
        words = self._plain[begin:verb].strip()
        if _PRONOUN.match(words) or _THING.match(words) or not 2 < len(words) <= _LONGEST_SUBJECT:
            return ()
        aside = _FIRST_VERB.search(self._plain, begin, verb)
        return self.named_in(begin, aside.start() if aside else verb)

    def bidden(self, start: int, end: int) -> tuple[str, ...]:
        """Return who is to act in what follows `que`: `la mairie transmettra…`; `soit fait par la mairie`."""
        end_of_subject = min(end, start + _LONGEST)
        does = _WILL_DO.search(self._plain, start, end_of_subject)
        present = _DOES.search(self._plain, start, does.start() if does else end_of_subject)
        if present:
            return self.named_in(start, present.start())
        if not does:
            return ()
        if does["does"].startswith("soi") or does["does"].startswith("ser"):
            agent = _BY.search(self._plain, does.end(), end)
            return self.addressed(agent.end(), end) if agent else ()
        words = self._plain[start : does.start()].strip()
        if _PRONOUN.match(words) or _THING.match(words):
            return ()
        return self.named_in(start, does.start())

    def noted(self, start: int, end: int, *, acronyms: bool) -> tuple[str, ...]:
        """Return the entities that a note between brackets names one by one: `(DNP et PNUD, juin 2024)`.

        `acronyms`: those that are no known entity count too, since the note is one of who and when.
        """
        found: list[str] = []
        for span in _pieces(self._plain, start, end):
            words = self._plain[span.start : span.end].strip()
            name = self._entity(span) or (words if acronyms and _ACRONYM.fullmatch(words) else "")
            if name and name not in found:
                found.append(name)
        return tuple(found)

    def acting(self, start: int, end: int) -> tuple[str, ...]:
        """Return who is named first in a line and does what it says: `Le PAM et la mairie forment…`."""
        does = _DOES.search(self._plain, start, min(end, start + _LONGEST))
        if does and self.any_within(start, does.start()):
            return self.named_in(start, does.start())
        return ()

    def first_in(self, sentence: Span) -> tuple[str, ...]:
        """Return the entity with which a sentence opens: whom `il` means in the one after."""
        at = bisect_left(self._mentions, (sentence.start, 0, ""))
        for start, _end, name in self._mentions[at : at + 1]:
            if start < min(sentence.end, sentence.start + _OPENING):
                return (name,)
        return ()

    def any_within(self, start: int, end: int) -> bool:
        """Return whether an entity is named in [start, end[."""
        at = bisect_left(self._mentions, (start, 0, ""))
        return at < len(self._mentions) and self._mentions[at][0] < end

    def _entity(self, span: Span) -> str:
        """The entity that these words name, and not one they only speak of (`le représentant du PNUD`)."""
        at = bisect_left(self._mentions, (span.start, 0, ""))
        for start, end, name in self._mentions[at : at + 3]:
            before = self._plain[span.start : max(span.start, start)]
            near = start < span.end and end <= span.end + 60
            if near and not without_civility(_bare(before + " ").strip())[0].strip():
                written = typeset(" ".join(self._plain[start:end].split()))
                return f"{written} ({name})" if name.isupper() and not written.isupper() else name
        return ""


def _shown(fact: Fact) -> str:
    """The name of an entity, with its acronym when it has one: `Office des forages (OFOR)`."""
    name, acronym = str(fact.value), fact.text("acronym")
    return f"{name} ({acronym})" if acronym and acronym not in name else name


def _pieces(plain: str, start: int, end: int) -> Iterator[Span]:
    begin = start
    for mark in _AND.finditer(plain, start, end):
        yield Span(begin, mark.start())
        begin = mark.end()
    yield Span(begin, end)


def _bare(text: str) -> str:
    """A name without the articles and prepositions before it."""
    text = text.lstrip()
    while article := _ARTICLE.match(text):
        text = text[article.end() :]
    return text


def _words(text: str) -> str:
    words = " ".join(_bare(text).split()).strip(" .,:-")
    if not words or _NOBODY.fullmatch(words) or not any(map(str.isalpha, words)):
        return ""
    read = read_name(words)
    return typeset(read[0] if read else without_civility(words)[0])
