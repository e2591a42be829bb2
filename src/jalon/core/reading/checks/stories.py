"""What a text says of a project as a whole: closed yet in the future, commitments left out of the table."""

import re
from collections import Counter
from collections.abc import Iterator

from jalon.core.reading.checks.common import doubtful, stems
from jalon.core.reading.facts import Check, Fact, FactType, Level, Span, Status
from jalon.core.reading.prose.untabled import untabled
from jalon.core.reading.structure.tables import table_at, tables
from jalon.core.reading.surface import Surface

_CLOSED = re.compile(
    r"\b(?:projet|programme)[^.\n]{0,40}\b(?:est )?(?:clôturé|clos|achevé|terminé)e?\b"
    r"[^.\n]{0,20}(?:depuis|le)\b"
    r"[^.\n]{0,15}(?:\d\d\.\d\d\.\d{4}|[^.\n]{0,12}\d{4})?",
    re.I,
)
_FUTURE = re.compile(
    r"\b(?:le|ce) (?:projet|programme)\b[^.\n]{0,30}\bs'exécutera\b[^.\n]*"
    r"|\b(?:résultats|objectifs) à atteindre\b[^.\n:]*",
    re.I,
)


def check_stories(surface: Surface) -> list[Check]:
    """Compare what is said of the life of the project, and the plan documents that are named."""
    return [
        *_closed(surface),
        *_plans(surface),
        *_already_done(surface),
        *_forgotten(surface),
        *_named_twice(surface),
        *_unfounded(surface),
        *_other_project(surface),
    ]


def _closed(surface: Surface) -> Iterator[Check]:
    closed = _CLOSED.search(surface.plain)
    future = [Span(*match.span()) for match in _FUTURE.finditer(surface.plain)]
    if closed and future:
        spans = (Span(*closed.span()), *future)
        yield doubtful("status_conflict", spans, "projet clôturé, décrit ailleurs au futur")


def _plans(surface: Surface) -> Iterator[Check]:
    """One plan of the year named once among several of another year: a slip, or another document."""
    named = surface.of_type(FactType.PROGRAMME_DOC)
    kinds: dict[str, Counter[str]] = {}
    for fact in named:
        kinds.setdefault(fact.text("kind"), Counter())[str(fact.value)] += 1
    commonest = {kind: max(years, key=lambda year: (years[year], year)) for kind, years in kinds.items()}
    for fact in named:
        years, usual = kinds[fact.text("kind")], commonest[fact.text("kind")]
        if years[str(fact.value)] == 1 and years[usual] >= 3 and str(fact.value) < usual:
            other = next(one for one in named if str(one.value) == usual)
            explain = f"« {fact.span.quote(surface.text)} » alors que le texte parle de {usual} : à vérifier"
            yield doubtful("document_ref", (other.span, fact.span), explain, (other, fact))


_INFINITIVE = re.compile(r"\W*(?P<stem>[a-zà-ÿ]{2,})(?P<end>er|ir|re)\b", re.I)
_DONE = re.compile(r"\b(?:a|ont) (?:déjà |également )?été (?P<verb>[a-zà-ÿ]+)", re.I)


def _already_done(surface: Surface) -> Iterator[Check]:
    """An action still to do that another sentence says done: `Créer un groupe`, `Un groupe … a été créé`."""
    tabled = [fact for fact in surface.of_type(FactType.ACTION) if table_at(surface, fact.start) is not None]
    if not tabled:
        return
    by_verb: dict[str, list[tuple[str, Span]]] = {}
    for match in _DONE.finditer(surface.plain):
        verb = match["verb"].lower()
        by_verb.setdefault(verb[:3], []).append((verb, _clause(surface, match)))
    for fact in tabled:
        said = _said_done(surface, fact, by_verb) or _done_in_row(surface, fact)
        if said is not None:
            spans = tuple(sorted((fact.span, said)))
            yield doubtful("status_conflict", spans, "encore à faire ici, déjà fait là", (fact,))


def _said_done(surface: Surface, fact: Fact, by_verb: dict[str, list[tuple[str, Span]]]) -> Span | None:
    """The first sentence that says done, with the same verb and words, what an action asks for."""
    verb = _INFINITIVE.match(surface.plain, fact.start)
    if verb is None:
        return None
    root, wanted = verb["stem"].lower(), stems(fact.span.quote(surface.plain))
    stem = root[:-1] if len(root) > 3 else root
    told = [said for done, said in by_verb.get(stem[:3], ()) if done.startswith(stem)]
    for said in told:
        if not said.overlaps(fact.span) and len(wanted & stems(said.quote(surface.plain))) >= 3:
            return said
    return None


def _done_in_row(surface: Surface, fact: Fact) -> Span | None:
    """The cell of an action's own row that says it done in the same words."""
    table = table_at(surface, fact.start)
    wanted = stems(fact.span.quote(surface.plain))
    for row in table.rows if table else ():
        if not any(cell.start <= fact.start < cell.end for cell in row if cell):
            continue
        for cell in row:
            told = cell.start > fact.end and _DONE.search(surface.plain, cell.start, cell.end)
            if told and len(wanted & stems(cell.text)) >= 4:
                return Span(cell.start, cell.end)
    return None


def _clause(surface: Surface, match: re.Match[str]) -> Span:
    """The sentence of a past act; inside a table, its cell."""
    sentence = surface.sentence_at(match.start())
    start = surface.plain.rfind("\t", sentence.start, match.start()) + 1
    end = surface.plain.find("\t", match.end(), sentence.end)
    return Span(max(sentence.start, start), end if end >= 0 else sentence.end)


def _forgotten(surface: Surface) -> Iterator[Check]:
    """Commitments of the running text that the table of actions does not carry."""
    forgotten = untabled(surface)
    if forgotten:
        many = "s" if len(forgotten) > 1 else ""
        explain = f"{len(forgotten)} engagement{many} du texte absent{many} du tableau d’actions"
        spans = tuple(fact.span for fact in forgotten)
        yield Check("untabled", Status.UNCLEAR, Level.VERIFY, spans, explain, tuple(forgotten))


_BODY_OF = re.compile(
    r"\b(?P<body>[A-Z]{2,6})s?\b de (?P<one>[A-ZÀ-Ý][\w'-]+)(?: et (?:de )?(?P<two>[A-ZÀ-Ý][\w'-]+))?"
)


def _named_twice(surface: Surface) -> Iterator[Check]:
    """`les ADR de Ségou et Mopti, …, et l’ADR de Mopti`: one member twice in an enumeration."""
    for sentence in surface.sentences:
        seen: dict[tuple[str, str], int] = {}
        for match in _BODY_OF.finditer(surface.plain, sentence.start, sentence.end):
            for place in filter(None, (match["one"], match["two"])):
                first = seen.setdefault((match["body"], place), match.start())
                if first != match.start() and match.end() - first <= 160:
                    explain = f"{match['body']} de {place} cité deux fois dans la même énumération"
                    yield doubtful("duplicate_statement", (Span(first, match.end()),), explain)


_EXCEEDS = re.compile(
    r"\bdépass\w+\b[^.;0-9]{0,50}\b(?:prévisions?|prévu\w*|prévoyait|objectifs?|cibles?"
    r"|attentes)\b[^.;0-9]{0,60}",
    re.I,
)


def _unfounded(surface: Surface) -> Iterator[Check]:
    """`dépasse la prévision` in a text that gives no planned number."""
    counts = surface.of_type(FactType.QUANTITY)
    planned = [fact for fact in counts if fact.text("status") == "planned"]
    for match in _EXCEEDS.finditer(surface.plain):
        around = surface.paragraph_at(match.start())
        said = surface.starting_in(around.start, around.end, FactType.QUANTITY, FactType.PERCENTAGE)
        if said or any(len(table.header) > 2 for table in tables(surface)):
            continue
        if len(planned) * 5 <= len(counts):
            explain = "« dépasse la prévision » sans chiffre prévu ni réalisé pour en juger"
            yield doubtful("qualitative_conflict", (Span(match.start(), match.end()),), explain)


_MEDIA = re.compile(r"^[ \t]*(?:vid[ée]os?|m[ée]dias?|photos|galerie)[ \t]*:?[ \t]*$", re.I | re.M)
_AFTER_MEDIA = re.compile(
    r"^[ \t]*(?:liens?|documentation|documents|contacts?|évaluation\w*[^\n]{0,20})[ \t]*$", re.I | re.M
)
_ACRONYM = re.compile(r"\((?P<name>[A-Z]{3,}(?: [IVX]{1,4})?)\)")


def _other_project(surface: Surface) -> Iterator[Check]:
    """Videos and photographs of a sheet that name a project the sheet does not speak of."""
    for head in _MEDIA.finditer(surface.plain):
        after = _AFTER_MEDIA.search(surface.plain, head.end())
        end = after.start() if after else min(len(surface.plain), head.end() + 3000)
        inside = surface.plain[head.end() : end]
        outside = surface.plain[: head.start()] + surface.plain[end:]
        names = list(_ACRONYM.finditer(inside))
        usual = {match["name"] for match in names if sum(m["name"] == match["name"] for m in names) >= 2}
        for name in sorted(usual):
            if not re.search(rf"\b{name.split()[0]}\b", outside):
                first = next(match for match in names if match["name"] == name)
                line = surface.line_at(head.end() + first.start())
                explain = f"les médias portent sur « {name} », dont la fiche ne parle pas"
                yield doubtful("foreign_content", (line,), explain)
