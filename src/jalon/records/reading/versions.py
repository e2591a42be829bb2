"""The other texts of a document: what was judged there holds in the last, what it no longer says is said.

The sentences of these alerts are kept in French, as those of the reader are.
"""

import dataclasses
import json
from collections.abc import Iterable, Sequence

from django.db.models import Max
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from jalon.core.reading.versions import Compared, Said, compare, find_again
from jalon.core.values.date_formats import format_date
from jalon.records.ledger.models import Entry
from jalon.records.ledger.states import EntryState
from jalon.records.ledger.states import state_of as entry_state
from jalon.records.reading.models import VERSIONS, Alert, Claim, Reading, Verdict
from jalon.records.reading.queries import ClaimView, Review, review
from jalon.records.reading.states import State
from jalon.records.sources.models import Text

FRENCH = "fr"
FIGURES = frozenset({Claim.Type.QUANTITY, Claim.Type.MONEY, Claim.Type.PERCENTAGE})
Level = Alert.Level
STATUSES = {
    Level.CERTAIN: Alert.Status.INCONSISTENT,
    Level.VERIFY: Alert.Status.SUSPECT,
    Level.HUMAN: Alert.Status.UNCLEAR,
}
GONE_SHOWN = 6
QUOTE_SHOWN = 80
_OF_ITS_TEXT = frozenset({"start", "end", "mentions"})
_HOLDS_NO_MORE = frozenset({EntryState.WITHDRAWN, EntryState.DISCARDED, EntryState.SET_ASIDE})


def holds(entry: Entry) -> bool:
    """Whether what an entry says is still in the ledger: itself, a draft of it, or its correction."""
    return entry_state(entry) not in _HOLDS_NO_MORE


def compare_with_other_texts(later: Reading) -> None:
    """Carry to a reading what was judged in the other texts of its document; call it where it is kept.

    The same figure stays one figure with one entry. Where a figure of the ledger, or something accepted, is
    said otherwise or no longer, an alert says so, and a person decides. The last judgement holds.
    """
    told = _judgements(later)
    spoken = told.pop(later.text_id, set())
    with translation.override(FRENCH):
        for other in _current_readings(later):
            _Meeting(review(other), review(later), frozenset(spoken)).hold()
            spoken |= told.get(other.text_id, set())
    _carry_alerts(later)


def _judgements(reading: Reading) -> dict[int, set[int]]:
    """What people judged, by the texts where it holds: the first verdicts, of which others are carried."""
    rows = Verdict.objects.filter(
        claim__reading__text__version__document=reading.text.version.document_id
    ).values_list("claim__reading__text", "carried_from", "pk")
    found: dict[int, set[int]] = {}
    for text, first, own in rows:
        found.setdefault(text, set()).add(first or own)
    return found


def _current_readings(later: Reading) -> list[Reading]:
    """The last readings of the other texts of the document, the latest text first."""
    of_document = Reading.objects.filter(text__version__document=later.text.version.document_id)
    last = of_document.exclude(text=later.text_id).values("text").annotate(last=Max("pk")).values("last")
    found = Reading.objects.filter(pk__in=last).select_related("text__version__document")
    return list(found.order_by("-text__version__number", "-text"))


class _Meeting:
    """One earlier text met by the later one."""

    def __init__(self, before: Review, after: Review, spoken: frozenset[int]) -> None:
        self.before, self.after = before, after
        self.old: Sequence[ClaimView] = before.claims
        self.new: Sequence[ClaimView] = after.claims
        self.later: Reading = after.reading
        self.standing = {
            number
            for number, one in enumerate(self.old)
            if one.state.is_judged and one.verdict and first_of(one.verdict) not in spoken
        }
        self.found: Compared = compare(
            before.reading.text.content, [_said(one) for one in self.old],
            after.reading.text.content, [_said(one) for one in self.new],
        )  # fmt: skip
        self.again: dict[int, Claim] = {}

    def hold(self) -> None:
        """Carry what is said again, say what is not."""
        families: dict[int, list[int]] = {}
        loose: list[int] = []
        by_hand = {n for n, one in enumerate(self.old) if one.claim.added_by and not one.state.is_judged}
        for number in sorted(self.standing | by_hand, key=lambda n: (self.old[n].claim.of_id is not None, n)):
            self._add_again(number)
            if number in by_hand:
                continue
            verdict = self.old[number].verdict
            if verdict is not None and verdict.entry_id is not None:
                families.setdefault(verdict.entry_id, []).append(number)
            else:
                loose.append(number)
        carried = [number for family in families.values() if self._is_whole(family) for number in family]
        carried += [number for number in loose if self._free(number) is not None]
        Verdict.objects.bulk_create(
            [_carried(self.old[number], self._claim(number)) for number in sorted(carried)], batch_size=500
        )
        self._say(families, loose)

    def _add_again(self, number: int) -> None:
        """Add what was taken, or added by hand, and is not read again though its words are there."""
        one = self.old[number]
        if number in self.found.same or not (one.state.is_taken or one.claim.added_by):
            return
        span = find_again(
            self.before.reading.text.content, one.claim.start, one.claim.end, self.later.text.content
        )
        if span is None or self._is_read(number, span):
            return
        whole = next((n for n, view in enumerate(self.old) if view.claim.pk == one.claim.of_id), None)
        last = self.later.claims.aggregate(last=Max("number"))["last"] or 0
        self.again[number] = Claim.objects.create(
            reading=self.later,
            number=last + 1,
            type=one.claim.type,
            start=span[0],
            end=span[1],
            as_published={key: said for key, said in one.published.items() if key not in _OF_ITS_TEXT},
            of=self._claim(whole) if whole is not None and self._is_again(whole) else None,
            added_by=one.claim.added_by,
        )

    def _is_read(self, number: int, span: tuple[int, int]) -> bool:
        """Whether these characters are those of what is now said otherwise."""
        changed = self.found.changed.get(number)
        claim = self.new[changed].claim if changed is not None else None
        return claim is not None and claim.start < span[1] and claim.end > span[0]

    def _is_again(self, number: int) -> bool:
        return number in self.again or number in self.found.same

    def _claim(self, number: int) -> Claim:
        """The later text's proposition that says what this one said."""
        return self.again.get(number) or self.new[self.found.same[number]].claim

    def _free(self, number: int) -> Claim | None:
        """The same when nothing was judged of it there, not even reopened."""
        if number in self.again:
            return self.again[number]
        same = self.found.same.get(number)
        return self.new[same].claim if same is not None and self.new[same].verdict is None else None

    def _is_whole(self, family: Iterable[int]) -> bool:
        return all(self._free(number) is not None for number in family)

    def _say(self, families: dict[int, list[int]], loose: Iterable[int]) -> None:
        number = self.later.alerts.aggregate(last=Max("number"))["last"] or 0
        for alert in (*self._about_entries(families.values()), *self._about_kept(loose)):
            number += 1
            alert.keep(self.later, number)

    def _about_entries(self, families: Iterable[list[int]]) -> Iterable["_Alert"]:
        for family in families:
            held = self.old[family[0]].verdict
            if held is None or held.entry is None or not holds(held.entry) or self._is_whole(family):
                continue
            told = [self._told(number) for number in family if not self._is_again(number)]
            if not told and not self._is_twice(family, held.entry):
                continue
            certain = not told or any(number in self.found.changed for number in family)
            sentences = told or [_TWICE.format(quote=_quoted(self.old[family[0]]))]
            yield self._alert(
                family, " ".join([*sentences, _ENTERED]), Level.CERTAIN if certain else Level.VERIFY
            )

    def _is_twice(self, family: Iterable[int], entry: Entry) -> bool:
        """Whether the later text made another entry of the same figure, before both were compared."""
        verdicts = [self.new[self.found.same[one]].verdict for one in family if one in self.found.same]
        return any(one is not None and one.entry_id not in {None, entry.pk} for one in verdicts)

    def _about_kept(self, loose: Iterable[int]) -> Iterable["_Alert"]:
        """What was accepted without an entry: each that changed, and in one alert all that is gone."""
        gone = []
        for number in loose:
            if not self.old[number].state.is_taken or self._is_again(number):
                continue
            if number in self.found.changed:
                yield self._alert([number], self._told(number), Level.VERIFY)
            else:
                gone.append(number)
        if gone:
            quotes = [_quoted(self.old[number]) for number in sorted(gone)]
            more = f" et {len(quotes) - GONE_SHOWN} de plus" if len(quotes) > GONE_SHOWN else ""
            said = ", ".join(quotes[:GONE_SHOWN]) + more
            yield self._alert(gone, _KEPT_GONE.format(earlier=self._earlier(), quotes=said), Level.HUMAN)

    def _alert(self, numbers: Sequence[int], explanation: str, level: Alert.Level) -> "_Alert":
        matched = [self.found.changed.get(number, self.found.same.get(number)) for number in numbers]
        new = [self.new[number].claim for number in matched if number is not None]
        new += [self.again[number] for number in numbers if number in self.again]
        return _Alert(explanation, tuple(self.old[number].claim for number in numbers), tuple(new), level)

    def _told(self, number: int) -> str:
        """What the earlier text said, and what this one says instead."""
        old, earlier = self.old[number], self._earlier()
        if number not in self.found.changed:
            return _GONE.format(earlier=earlier, old=_quoted(old))
        new = self.new[self.found.changed[number]]
        said = _quoted(old), _quoted(new)
        if said[0] == said[1]:
            said = f"{said[0]} ({_apart_words(old)})", f"{said[1]} ({_apart_words(new)})"
        return _CHANGED.format(earlier=earlier, old=said[0], new=said[1])

    def _earlier(self) -> str:
        return text_words(self.before.reading.text, beside=self.later.text)


def text_words(text: Text, *, beside: Text) -> str:
    """Return what another text of a document is called: `la version 1 du 12 mars 2024`."""
    if text.version_id == beside.version_id:
        return _("un autre texte de ce fichier")
    day = timezone.localtime(text.version.received_at).date()
    return _("la version %(number)s du %(day)s") % {"number": text.version.number, "day": format_date(day)}


_CHANGED = "{earlier} disait {old} ; celle-ci dit {new}."
_GONE = "{earlier} disait {old} ; celle-ci ne le dit plus, ou autrement."
_TWICE = "{quote} est au registre deux fois : depuis une autre version de ce document, et depuis celle-ci."
_ENTERED = "L’écriture d’alors tient toujours : la retirer, la corriger, ou dire pourquoi elle reste."
_KEPT_GONE = "{earlier} disait aussi, et celle-ci ne le dit plus, ou autrement : {quotes}."


@dataclasses.dataclass(frozen=True)
class _Alert:
    """An alert to be: its sentence, the propositions of both texts."""

    explanation: str
    old: tuple[Claim, ...]
    new: tuple[Claim, ...]
    level: Alert.Level

    def keep(self, later: Reading, number: int) -> None:
        """Keep it in a reading, with the propositions of both texts."""
        new = sorted(self.new, key=lambda one: one.start)
        alert = Alert.objects.create(
            reading=later,
            number=number,
            kind=VERSIONS,
            status=STATUSES[self.level],
            level=self.level,
            spans=[[one.start, one.end] for one in new],
            explanation=self.explanation[:1].upper() + self.explanation[1:],
        )
        compared = Alert.claims.through
        compared.objects.bulk_create([compared(alert=alert, claim=one) for one in (*self.old, *new)])


def _carry_alerts(later: Reading) -> None:
    """What somebody judged of the same sentence between texts of this document is not asked again."""
    said = {one.explanation: one for one in later.alerts.filter(kind=VERSIONS)}
    if not said:
        return
    earlier = Verdict.objects.filter(
        alert__kind=VERSIONS, alert__reading__text__version__document=later.text.version.document_id
    )
    last = {one.alert_id: one for one in earlier.select_related("alert").order_by("pk")}
    held = {one.alert.explanation: one for one in last.values() if one.alert is not None}
    Verdict.objects.bulk_create(
        Verdict(
            alert=said[words],
            kind=one.kind,
            reason=one.reason,
            by=one.by,
            remark_id=one.remark_id,
            carried_from=one,
        )
        for words, one in held.items()
        if words in said and one.kind != Verdict.Kind.REOPENED
    )


def first_of(verdict: Verdict) -> int:
    """Return the id of the verdict that a person gave, of which this one may be carried."""
    return verdict.carried_from_id or verdict.pk


def _said(view: ClaimView) -> Said:
    said, figure = view.published, view.claim.type in FIGURES
    noun = (said.get("unit"), said.get("what"), said.get("sex"), said.get("currency")) if figure else ()
    return Said(
        view.claim.type,
        view.claim.start,
        view.claim.end,
        _text(said.get("value")),
        noun=" ".join(str(one) for one in noun if one) or ("figure" if figure else ""),
        apart=(_text(said.get("period")), _text(said.get("place"))) if figure else (),
    )


def _text(said: object) -> str:
    return json.dumps(said, sort_keys=True, ensure_ascii=False) if said else ""


def _apart_words(view: ClaimView) -> str:
    places = view.published.get("place") or []
    words = [view.published.get("period"), *([places] if isinstance(places, str) else places)]
    return ", ".join(str(one) for one in words if one)


def _quoted(view: ClaimView) -> str:
    line = " ".join(view.quote.split())
    cut = line if len(line) <= QUOTE_SHOWN else f"{line[:QUOTE_SHOWN].rsplit(' ', 1)[0]}…"
    return f"« {cut} »"


def _carried(one: ClaimView, claim: Claim) -> Verdict:
    """The verdict of an earlier text on the same thing said in the later one: its offsets stay behind."""
    held = one.verdict
    assert held is not None
    kind, said = held.kind, {key: value for key, value in one.said.items() if key not in _OF_ITS_TEXT}
    if one.state is State.ACCEPTED and _text(one.said.get("value")) != _text(claim.as_published.get("value")):
        kind = Verdict.Kind.CORRECTED
    return Verdict(
        claim=claim,
        kind=kind,
        reason=held.reason,
        corrected=said if kind == Verdict.Kind.CORRECTED else None,
        by=held.by,
        entry_id=held.entry_id,
        place_id=held.place_id,
        organisation_id=held.organisation_id,
        programme_id=held.programme_id,
        carried_from_id=first_of(held),
    )
