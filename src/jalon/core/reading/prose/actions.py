"""Actions in running text: what a meeting decides, recommends, asks for, promises or plans."""

import re
from collections.abc import Iterator

from jalon.core.reading.facts import Detail, Fact, FactType, Span
from jalon.core.reading.prose.addressees import Stretch, stretches
from jalon.core.reading.prose.cues import CUES, KINDS, Cue, Who
from jalon.core.reading.prose.deadlines import Deadlines
from jalon.core.reading.prose.extents import parts, whole
from jalon.core.reading.prose.listed import listed_actions, responsible_told
from jalon.core.reading.prose.responsibles import Actors
from jalon.core.reading.prose.words import TO_DO
from jalon.core.reading.structure.held import Held
from jalon.core.reading.structure.lists import mark_end, trimmed
from jalon.core.reading.structure.minutes import is_minutes
from jalon.core.reading.structure.tables import tables
from jalon.core.reading.surface import Surface, at_words

_BODY = re.compile(
    r"\b(?:comit[ée]s?|participants?|participantes|membres?|r[ée]unions?|sessions?|rencontres?|assembl[ée]e|conseils?"
    r"|commissions?|pr[ée]sidente?s?|parties|missions?|ateliers?|audits?|[ée]valuations?|partenaires|ministres?"
    r"|copil|plateforme|cadre|bailleurs?|directeur|directrice|coordonnateur|coordinateur|coordination|s[ée]ance|ptf"
    r"|gouverneur|pr[ée]fet|maires?|repr[ée]sentante?s?|secr[ée]taire|auditeurs?|[ée]valuateurs?|atelier|forum)\b",
    re.IGNORECASE,
)
_ACTOR = re.compile(
    r"\b(?:minist[èe]re|direction|mairie|commune|comit[ée]|agence|cellule|[ée]quipe|unit[ée]|conseil|service|ong"
    r"|association|union|f[ée]d[ée]ration|bureau|directeur|directrice|maire|pr[ée]fet|gouverneur|coordonnateur"
    r"|coordinateur|coordonnatrice|coordinatrice|ministre|ambassadeur|ambassadrice|diplomate|d[ée]l[ée]gation|chef|cheffe"
    r"|d[ée]l[ée]gu[ée]e?|repr[ée]sentante?|responsable|pr[ée]sidente?|secr[ée]taire|secr[ée]tariat|partenaires?|bailleurs?|consultante?"
    r"|inspection|maison|dispositif|acad[ée]mie|coordination|coop[ée]rative|groupement|ptf|op[ée]rateurs?"
    r"|prestataire|bureau d'[ée]tudes)s?\b",
    re.IGNORECASE,
)
_ACRONYM = re.compile(r"\b[A-Z][A-Z-]+\b")
_AGENT = re.compile(
    r"\b(?:par|sous\s+la\s+(?:supervision|responsabilité|conduite|direction)\s+d[eu]s?|entre)\s+"
    r"(?=(?:le|la|les|une?)\s|l'|[A-ZÀ-Ý])"
)
_NOT_SAID = re.compile(
    r"\b(?:n'|ne\s)[^.;:,]{0,20}$|\b(?:si|lorsqu|quand|dont|comme)\b[^.;:,]{0,40}$|\bce\s+que\s[^.;:,]{0,20}$"
    r"|\bordre\s+du\s+jour\s[^.;:,]{0,40}$",
    re.IGNORECASE,
)
_IT = re.compile(r"(?:Ils?|Elles?)\s")
_DOES = re.compile(TO_DO, re.IGNORECASE)
_DECIDES = re.compile(r"d[ée]cid")
_OF_THING = re.compile(r"\b(?:présid|financ|cofinanc|dirig|représent)ée?s?\s+$", re.IGNORECASE)
_PREPOSITION = re.compile(r"\b(?:à|aux?)\s+$")
_SHORT = 0.4
_SHORTEST = 12
_LONGEST = 700


def find_actions(surface: Surface) -> None:
    """Keep the actions of lists under headings, then those of sentences; tables have theirs already."""
    _Reader(surface).read()


class _Reader:
    """Finds the actions of one text; an action that stands in another is not kept."""

    def __init__(self, surface: Surface) -> None:
        self.surface = surface
        self.plain = surface.plain
        self.actors = Actors(surface)
        self.deadlines = Deadlines(surface)
        self.minutes = is_minutes(surface)
        self.title_end = _title_end(surface)
        self.taken = Held(
            [
                fact.span
                for fact in surface.of_type(FactType.ACTION, FactType.AGENDA_ITEM, FactType.EXPECTED_RESULT)
            ]
            + [Span(table.start, table.end) for table in tables(surface)]
        )

    def read(self) -> None:
        for action in listed_actions(self.surface, self.actors, self.deadlines):
            if not self._is_told(action):
                self._keep(action)
        for cue in CUES:
            if self.minutes or cue.when_dated or not cue.in_minutes:
                for match in at_words(cue.pattern, self.plain):
                    self._of_match(cue, match)

    def _is_told(self, action: Fact) -> bool:
        """Whether an item of a list is a paragraph, whose sentences say their actions each for itself."""
        first = self.surface.sentence_at(action.start)
        return first.end + 1 < action.end and not _DOES.match(self.plain, action.start, action.end)

    def _of_match(self, cue: Cue, match: re.Match[str]) -> None:
        sentence = self.surface.sentence_at(match.start())
        if not sentence.start <= match.start() < match.end() <= sentence.end + 1:
            return
        if (
            sentence.end <= self.title_end
            or sentence.end - sentence.start > _LONGEST
            or _NOT_SAID.search(self.plain, sentence.start, match.start())
        ):
            return
        if cue.by_body and not (self.minutes or self._of_body(sentence.start, match.start())):
            return
        start = mark_end(self.plain, sentence.start, sentence.end)
        begin, subject = self.actors.subject(min(start, match.start()), match.start())
        who = subject
        if not who and _IT.match(self.plain, begin):
            who = self.actors.first_in(self.surface.sentence_at(max(0, sentence.start - 2)))
        if cue.by_actor and not self._can_act(begin, match.start(), who):
            return
        if cue.who is Who.ADDRESSEE:
            own = who if cue.when_undated and not _BODY.search(self.plain, begin, match.start()) else ()
            who = self.actors.addressed(*match.span("to")) if _group(match, "to") else own
            if not who and _DECIDES.match(_group(match, "verb")) and match[0][:1] in "ao":
                who = subject
            if not who and _group(match, "that"):
                who = self.actors.bidden(match.end("that"), sentence.end)
        elif cue.who is not Who.SUBJECT or _HELD.match(match[0]):
            who = ()
        for span, tail, own in self._asked(cue, match, begin, sentence.end, who):
            action = self._action(cue, match, span, tail, own)
            if cue.by_actor and "deadline" not in action.details:
                self._open_with(action, sentence)
            if self.minutes or self._fits(cue, action):
                self._keep(action)

    def _of_body(self, start: int, verb: int) -> bool:
        """Whether a sentence is of a committee or the like, named in it or, for `il`, in the one before."""
        if _IT.match(self.plain, start):
            start = self.surface.sentence_at(max(0, start - 2)).start
        return bool(_BODY.search(self.plain, start, verb)) or self.actors.any_within(start, verb)

    def _asked(
        self, cue: Cue, match: re.Match[str], subject: int, end: int, who: tuple[str, ...]
    ) -> Iterator[tuple[Span, Span, tuple[str, ...]]]:
        """Each action with where its responsible and its deadline may be said, and to whom it is said."""
        told = [*stretches(self.plain, match.end(), end)] if cue.who is Who.ADDRESSEE else []
        if len(told) < 2:
            told = [Stretch(match.end(), end)]
        for stretch in told:
            if len(told) > 1:
                spans = parts(self.plain, stretch.start, stretch.end)
            else:
                spans = self._with_addressee(match, self._spans(cue, match, subject, end))
            own = self.actors.addressed(stretch.to.start, stretch.to.end) if stretch.to else who
            for span in spans:
                yield span, Span(span.start, stretch.end if span is spans[-1] else span.end), own

    def _with_addressee(self, match: re.Match[str], spans: list[Span]) -> list[Span]:
        """What is asked, from whom it is asked of on when it is much shorter: too short to tell alone."""
        if len(spans) != 1 or not _group(match, "to"):
            return spans
        to = _PREPOSITION.search(self.plain, max(0, match.start("to") - 4), match.start("to"))
        begin = to.start() if to else match.start("to")
        short = spans[0].start > begin and spans[0].end - spans[0].start < _SHORT * (spans[0].end - begin)
        return [Span(begin, spans[0].end)] if short else spans

    def _fits(self, cue: Cue, action: Fact) -> bool:
        """Whether its dates let what is said outside minutes be an action still to be done."""
        due = "deadline" in action.details
        dated = self.deadlines.any_within(action.start, action.end)
        return (due or not cue.when_dated) and (due or not dated or not cue.when_undated)

    def _can_act(self, begin: int, end: int, who: tuple[str, ...]) -> bool:
        """Whether a subject is somebody: an organisation, an office, a person; not a thing or a `ce qui`."""
        if not who:
            return False
        patterns = (_ACTOR, _ACRONYM)
        named = self.actors.any_within(begin, end) or bool(_IT.match(self.plain, begin))
        return named or any(one.search(self.plain, begin, end) for one in patterns)

    def _spans(self, cue: Cue, match: re.Match[str], subject: int, end: int) -> list[Span]:
        if cue.who is Who.SUBJECT:
            semicolon = self.plain.find("; ", match.end(), end)
            end = semicolon if semicolon >= 0 else end
        found = parts(self.plain, match.end(), end) if match.end() < end else []
        if cue.whole and len(found) < 2:
            start = match.start() if self.plain[match.start()] in "iI" and cue.who in _IMPERSONAL else subject
            return [whole(self.plain, start, end)]
        return found

    def _action(self, cue: Cue, match: re.Match[str], span: Span, tail: Span, who: tuple[str, ...]) -> Fact:
        who = responsible_told(self.surface, self.actors, tail) or who or self._agent(cue, span)
        details: dict[str, Detail] = {"kind": cue.kind or _kind(_group(match, "verb"))}
        if who:
            details["responsible"] = who
        if due := self.deadlines.within(span.start, tail.end):
            details["deadline"] = due
        return Fact(FactType.ACTION, span.start, span.end, None, details)

    def _open_with(self, action: Fact, sentence: Span) -> None:
        """Take the date with which a sentence of the future opens for when its action is done."""
        if due := self.deadlines.opening(sentence.start, action.start):
            action.say("deadline", due)

    def _agent(self, cue: Cue, span: Span) -> tuple[str, ...]:
        if cue.who is not Who.AGENT:
            return ()
        marks = [
            mark
            for mark in _AGENT.finditer(self.plain, span.start, span.end)
            if not _OF_THING.search(self.plain, span.start, mark.start())
        ]
        marks.sort(
            key=lambda mark: (not mark[0].startswith("par"), not mark[0].startswith("sous"), -mark.start())
        )
        return self.actors.addressed(marks[0].end(), span.end) if marks else ()

    def _keep(self, action: Fact) -> None:
        span = action.span
        around = self.taken.overlapping(span)
        if len(around) == 1 and around[0].start > span.start + _SHORTEST:
            span = self._before(span, around[0])
            action.end = span.end
            around = []
        if span.end - span.start < _SHORTEST or around:
            return
        self.taken.add(span)
        self.surface.keep(action)

    def _before(self, span: Span, other: Span) -> Span:
        """What is left of an action when another begins in its sentence: up to the mark between them."""
        marks = [mark.start() for mark in _BETWEEN.finditer(self.plain, span.start, other.start)]
        return trimmed(self.plain, span.start, marks[-1]) if marks else Span(span.start, span.start)


_HELD = re.compile(r"se\s+tiend")
_BETWEEN = re.compile(r"[;:,]\s|\s(?:et|mais|puis)\s")
_IMPERSONAL = (Who.NOBODY, Who.ADDRESSEE)


def _title_end(surface: Surface) -> int:
    """Where the title ends: the first line after the provenance when it is no sentence."""
    lines = [line for line in surface.lines[:2] if line.start >= len(surface.provenance)]
    return lines[0].end if lines and surface.plain[lines[0].end - 1] not in ".;!?:" else 0


def _group(match: re.Match[str], name: str) -> str:
    return match.groupdict().get(name) or ""


def _kind(verb: str) -> str:
    for pattern, kind in KINDS.items():
        if re.match(pattern, verb, re.IGNORECASE):
            return kind
    return "recommandation"
