"""Reading documents: the list, one document with the text to show, its passages and remarks."""

import dataclasses
from collections import Counter
from collections.abc import Sequence

from django.db.models import Count, F, Max, Q, QuerySet
from django.utils.translation import gettext as _

from jalon.core.values.text_keys import sort_key
from jalon.records.sources.models import Document, DocumentVersion, Recognition, Remark, Source, Text


@dataclasses.dataclass(frozen=True)
class Kept:
    """A document as received: its versions (the last first), and the text that is shown."""

    document: Document
    versions: tuple[DocumentVersion, ...]
    text: Text | None

    @property
    def version(self) -> DocumentVersion | None:
        """The version whose text is shown."""
        return next((one for one in self.versions if self.text and one.pk == self.text.version_id), None)


def documents(*, readable: Q, kind: str = "", words: str = "", year: str = "") -> QuerySet[Document]:
    """Return the documents of a filter, each with `passages`, the number of passages used as sources.

    `readable` is `Scope.visible_documents()`; `words` are looked for in the title and the issuer, without
    accents; `year` is the beginning of the date.
    """
    found = Document.objects.filter(pk__in=Document.objects.filter(readable).values("pk"))
    if kind:
        found = found.filter(kind=kind)
    if year:
        found = found.filter(dated__startswith=year)
    for word in sort_key(words).split():
        found = found.filter(Q(sort_key__contains=word) | Q(issuer__icontains=word))
    return found.annotate(
        passages=Count("versions__texts__passages", distinct=True),
        received_at=Max("versions__received_at"),
    )


def years(*, readable: Q) -> list[str]:
    """Return the years of the documents that may be read, the last first."""
    dated = Document.objects.filter(readable).exclude(dated="").values_list("dated", flat=True)
    return sorted({day[:4] for day in dated}, reverse=True)


def kept(document: Document, *, text: Text | None = None, number: int | None = None) -> Kept:
    """Return a document with its versions and the text to show.

    That is `text` when given (a passage's), else the text of version `number`, else of the last one.
    """
    versions = tuple(document.versions.order_by("-number").prefetch_related("texts"))
    if text is None:
        asked = next((one for one in versions if one.number == number), None)
        texts = [last_text(one) for one in ([asked] if asked else versions)]
        text = next((one for one in texts if one is not None), None)
    return Kept(document, versions, text)


def last_text(version: DocumentVersion) -> Text | None:
    """Return the text of a version that its latest extractor read."""
    return max(version.texts.all(), key=lambda text: text.pk, default=None)


def pages_between(text: Text, start: int, end: int) -> list[int]:
    """Return the numbers of the pages on which [start, end[ of a text stands; none when it has no pages."""
    return [number for first, last, number, *_more in text.pages if first < end and last > start]


def said_page(passage: Source) -> str:
    """Say where a passage stands in its file, as `said_pages` does; empty for what is no passage."""
    if passage.text is None or passage.start is None or passage.end is None:
        return ""
    return said_pages(passage.text, passage.start, passage.end)


def said_pages(text: Text, start: int, end: int) -> str:
    """Say on which pages [start, end[ of a text stands, « page 12 » or « pages 12 et 13 ».

    What was recognised in an image is said to be. Empty for a text without pages.
    """
    numbers = pages_between(text, start, end)
    if not numbers:
        return ""
    said = {"first": numbers[0], "last": numbers[-1]}
    if len(numbers) == 1:
        where = _("page %(number)s") % {"number": numbers[0]}
    elif len(numbers) == 2:
        where = _("pages %(first)s et %(last)s") % said
    else:
        where = _("pages %(first)s à %(last)s") % said
    if _is_recognised(text, start, end):
        where += " (" + _("texte reconnu, à vérifier") + ")"
    return where


def _is_recognised(text: Text, start: int, end: int) -> bool:
    return any(any(rest) for first, last, _number, *rest in text.pages if first < end and last > start)


def may_be_recognised(version: DocumentVersion) -> bool:
    """Return whether a version has images whose text was not recognised yet."""
    if not version.has_images:
        return False
    begun = {one.extractor for one in version.recognitions.all()}
    return not any(text.is_recognised or text.extractor in begun for text in version.texts.all())


@dataclasses.dataclass(frozen=True)
class Recognised:
    """How far a recognition is: all its pages, those that are done, how often each other one failed."""

    pages: tuple[int, ...]
    done: frozenset[int]
    failures: Counter[int]
    seconds: float

    @property
    def failed(self) -> tuple[int, ...]:
        """The pages that were tried and could not be recognised, so far."""
        return tuple(number for number in self.pages if self.failures[number])

    @property
    def seconds_left(self) -> float:
        """The seconds that the pages never tried should take, as the others did."""
        tried = len(self.done) + self.failures.total()
        return self.seconds / tried * (len(self.pages) - len(self.done) - len(self.failed)) if tried else 0.0


def recognised(recognition: Recognition) -> Recognised:
    """Return how far a recognition is."""
    tries = list(recognition.tries.values_list("number", "failure", "seconds"))
    done = frozenset(number for number, failure, _seconds in tries if not failure)
    failures = Counter(number for number, failure, _seconds in tries if failure and number not in done)
    pages = tuple(number for number, *_size in recognition.pages)
    return Recognised(pages, done, failures, sum(seconds for _number, _failure, seconds in tries))


def passages(text: Text) -> list[Source]:
    """Return the passages of a text in reading order, the longer first where two begin together."""
    found = Source.objects.filter(kind=Source.Kind.PASSAGE, text=text)
    return list(found.order_by("start", F("end").desc()))


def remarks_on(sources: Sequence[Source]) -> list[Remark]:
    """Return the remarks that point at any of these sources."""
    cited = Remark.objects.filter(Q(first__in=sources) | Q(second__in=sources)).distinct()
    related = ("first__text__version__document", "second__text__version__document")
    return list(cited.select_related(*related).order_by("written_on", "pk"))


def version_of(*, sha256: str, readable: Q) -> DocumentVersion | None:
    """Return a version that holds exactly these bytes, among the documents that may be read."""
    held = DocumentVersion.objects.filter(
        sha256=sha256, document__in=Document.objects.filter(readable).values("pk")
    )
    return held.select_related("document").order_by("pk").first()
