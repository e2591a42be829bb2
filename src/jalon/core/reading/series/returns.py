"""Recommendations, decisions and actions that come back in a later document, and what became of them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rapidfuzz.fuzz import token_set_ratio

from jalon.core.reading.facts import Fact, FactType, Level
from jalon.core.reading.prose.untabled import stems_of_action
from jalon.core.reading.series.shapes import Document, Passage, Return, Stand
from jalon.core.values import search_key

_KINDS = frozenset({"recommandation", "décision", "action", "engagement", "demande", "suggestion"})
_SHARED = 0.6
_SHARED_AT_LEAST = 3
_ALIKE = 70
_VERY_ALIKE = 85
_ROUTINE = re.compile(
    r"\bprochaine? (?:session|reunion|rencontre|comite)|\bcompte rendu|\bproces verba|\bordre du jour"
)
"""What every session decides anew: when to meet again, who writes the minutes."""
_NOT_DONE = re.compile(
    r"\bnon (?:encore )?(?:réalis|exécut|fait|effectu|mise? en|appliqu|attein)"
    r"|\bpas (?:encore )?|\baucune?\b|\bjamais\b",
    re.I,
)
_IS_DONE = re.compile(
    r"\b(?:a|ont) (?:bien |déjà |désormais |enfin )?été "
    r"(?!recommand|demand|invit|propos|pri[ée]|charg|décid|conven)"
    r"[a-zà-ÿ]+(?:é|i|is|it|u|ert)e?s?\b|\best désormais\b|\bsont désormais\b|\b(?:est|sont) effecti",
    re.I,
)
_SENTENCE = re.compile(r"[^.;!?\n]{20,400}")
_STANDS = {"done": Stand.DONE, "ongoing": Stand.ONGOING}
_STAND_WORDS = {
    Stand.SAID: "état non dit",
    Stand.OPEN: "dernier état dit : non réalisée",
    Stand.ONGOING: "dernier état dit : en cours",
    Stand.DONE: "réalisée",
}


@dataclass(eq=False)
class _Thread:
    """One recommendation over documents."""

    passages: list[Passage]
    stands: list[Stand]
    stems: frozenset[str]
    text: str
    ratios: list[float] = field(default_factory=list)

    @property
    def is_closed(self) -> bool:
        return self.stands[-1] is Stand.DONE


def come_back(documents: Sequence[Document]) -> list[Return]:
    """Return what at least two documents ask for, in the order of time; documents without a day come last."""
    threads: list[_Thread] = []
    for document in documents:
        done = _done_in(document) if threads else []
        for thread in threads:
            _close(thread, document, done)
        for fact in _asked(document):
            _keep(threads, document, fact)
    return [_return(one) for one in threads if len(one.passages) > 1]


def _asked(document: Document) -> Iterable[Fact]:
    for fact in document.facts:
        if fact.type is FactType.ACTION and fact.text("kind") in _KINDS:
            text = search_key(document.plain[fact.start : fact.end])
            if not _ROUTINE.search(text):
                yield fact


def _keep(threads: list[_Thread], document: Document, fact: Fact) -> None:
    """Add what a document asks to the thread it continues, else begin one."""
    quote = document.plain[fact.start : fact.end]
    stems, text = stems_of_action(quote), search_key(quote)
    if len(stems) < _SHARED_AT_LEAST:
        return
    stand = _stand(document, fact)
    open_ones = [one for one in threads if not one.is_closed or one.passages[-1].document is document]
    scored = [
        (ratio, number)
        for number, one in enumerate(open_ones)
        if one.passages[0].document.shares_programme(document) and (ratio := _alike(one, stems, text))
    ]
    if not scored:
        threads.append(_Thread([Passage(document, fact)], [stand], stems, text))
        return
    ratio, number = max(scored, key=lambda one: (one[0], -one[1]))
    thread = open_ones[number]
    if thread.passages[-1].document is document:
        if thread.stands[-1] is Stand.SAID and len(thread.passages) > 1:
            thread.stands[-1] = stand
        return
    thread.passages.append(Passage(document, fact))
    thread.stands.append(stand)
    thread.ratios.append(ratio)


def _alike(thread: _Thread, stems: frozenset[str], text: str) -> float:
    shared = len(thread.stems & stems)
    if shared < _SHARED_AT_LEAST or shared < _SHARED * min(len(thread.stems), len(stems)):
        return 0
    if shared < _SHARED * max(len(thread.stems), len(stems)) / 2:
        return 0
    one, other = _doing(thread.stems, thread.text), _doing(stems, text)
    if not set(one[:1]) & set(other) and not set(other[:1]) & set(one):
        return 0
    ratio = token_set_ratio(thread.text, text)
    return ratio if ratio >= _ALIKE else 0


def _doing(stems: frozenset[str], text: str) -> list[str]:
    """The first two words of an action: what is to be done (`finaliser`, `accélérer la finalisation`)."""
    words = f" {text}"
    return sorted(
        stems, key=lambda stem: (found if (found := words.find(f" {stem}")) >= 0 else len(text), stem)
    )[:2]


def _stand(document: Document, fact: Fact) -> Stand:
    """What the document says of the state of an action: in its row of a table, or in its details."""
    stand = _STANDS.get(fact.text("status"))
    if stand is not None:
        return stand
    end = document.plain.find("\n", fact.end)
    rest = document.plain[fact.end : end if end >= 0 else len(document.plain)]
    in_row = "\t" in rest
    return Stand.OPEN if in_row and _NOT_DONE.search(rest) else Stand.SAID


def _done_in(document: Document) -> list[tuple[int, int, frozenset[str]]]:
    """The sentences of a document that say something done, with the stems of what."""
    return [
        (match.start(), match.end(), stems_of_action(match[0]))
        for match in _SENTENCE.finditer(document.plain)
        if "\t" not in match[0] and _IS_DONE.search(match[0]) and not _NOT_DONE.search(match[0])
    ]


def _close(thread: _Thread, document: Document, done: list[tuple[int, int, frozenset[str]]]) -> None:
    """Close a thread that a sentence of a later document says done."""
    if thread.is_closed or not thread.passages[0].document.shares_programme(document):
        return
    for start, end, stems in done:
        if len(thread.stems & stems) >= max(_SHARED_AT_LEAST, _SHARED * len(thread.stems)):
            thread.passages.append(Passage(document, Fact(FactType.ACTION, start, end)))
            thread.stands.append(Stand.DONE)
            thread.ratios.append(_VERY_ALIKE)
            return


def _return(thread: _Thread) -> Return:
    times = len(thread.passages)
    if thread.is_closed:
        explain = "demandée, puis dite réalisée"
        return Return(tuple(thread.passages), tuple(thread.stands), Level.CERTAIN, explain)
    level = Level.VERIFY if min(thread.ratios) >= _VERY_ALIKE else Level.HUMAN
    last = next((one for one in reversed(thread.stands) if one is not Stand.SAID), Stand.SAID)
    state = _STAND_WORDS[last]
    explain = f"revient pour la {_ordinal(times)} fois sans être dite réalisée ({state})"
    return Return(tuple(thread.passages), tuple(thread.stands), level, explain)


def _ordinal(number: int) -> str:
    return f"{number}e"
