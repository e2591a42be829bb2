"""The panel of a review: the proposition or the alert looked at, in words, with what may be done."""

import dataclasses
from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jalon.core.values.date_formats import format_date
from jalon.flows.intake.naming import written as written_place
from jalon.flows.reading.judging import IGNORE_REASONS, earlier_claims, earlier_entries
from jalon.flows.reading.proposing import Known, propose
from jalon.flows.reading.targets import Becomes, EntityTarget, Proposal
from jalon.records.ledger.rules import may_do
from jalon.records.programmes.rules import Scope
from jalon.records.reading.models import VERSIONS, Alert, Claim, Verdict
from jalon.records.reading.queries import AlertView, ClaimView, Review
from jalon.records.reading.rules import may_undo
from jalon.records.reading.states import State
from jalon.records.reading.versions import holds, text_words
from jalon.records.sources.models import Document, Text
from jalon.records.sources.queries import said_pages
from jalon.records.users.roles import Permission
from jalon.web.components import Badge, Link, Quote, Term
from jalon.web.reading import vocabulary
from jalon.web.reading.detailing import DETAILS, Detail, Kind, written
from jalon.web.reading.forms import ClaimForm
from jalon.web.reading.page import Place, badge_of, href_of, last_judged, on_one_line, shortened
from jalon.web.shown import Words

ALERT_REASONS = (
    gettext_lazy("Les passages ne parlent pas de la même chose."),
    gettext_lazy("L’écart vient de l’arrondi."),
    gettext_lazy("Le document l’explique ailleurs."),
    gettext_lazy("Mal lu : ce n’est pas ce que dit le texte."),
)

VERSION_REASONS = (
    gettext_lazy("Ce sont deux choses distinctes : les deux restent."),
    gettext_lazy("Le document le dit autrement, ou ailleurs."),
    gettext_lazy("La version précédente avait raison : son écriture reste."),
    gettext_lazy("Mal lu : ce n’est pas ce que dit le texte."),
)

AROUND = 70
"""Characters shown on each side of a passage that an alert compares."""


@dataclasses.dataclass(frozen=True)
class ClaimPanel:
    """A proposition as a person judges it."""

    view: ClaimView
    word: Words
    where: str
    terms: tuple[Term, ...]
    changed: tuple[Term, ...]
    parts: tuple[Link, ...]
    whole: Link | None
    alerts: tuple[Link, ...]
    badge: Badge
    becomes: tuple[Link, ...]
    form: ClaimForm | None
    missing: tuple[str, ...]
    recognised: tuple[Link, ...]
    places: tuple[str, ...]
    reasons: Sequence[Words]
    action: str
    said_by: str
    may_reopen: bool
    earlier: str
    """Since which other text of the document it is in the ledger, or decided."""


@dataclasses.dataclass(frozen=True)
class AlertPanel:
    """An alert as a person judges it: its passages side by side and the difference."""

    view: AlertView
    word: Words
    badge: Badge
    level: Badge
    quotes: tuple[Quote, ...]
    claims: tuple[Link, ...]
    reasons: Sequence[Words]
    action: str
    said_by: str
    alike: int
    """How many alerts of its kind are open."""
    entries: tuple[Link, ...]
    """The entries that still hold of what another text of the document said."""
    may_withdraw: bool


@dataclasses.dataclass(frozen=True)
class Undo:
    """The last thing the person judged, with the address that takes it back."""

    text: str
    badge: Badge
    href: str
    action: str


def terms_of(claim_type: str, said: dict[str, Any]) -> tuple[Term, ...]:
    """Return what is said of a fact as lines: label, words."""
    return tuple(
        Term(label=detail.label, text=words)
        for detail in DETAILS[claim_type]
        if (words := detail_words(detail, said.get(detail.key)))
    )


def detail_words(detail: Detail, value: Any) -> str:
    """Return a detail in French words, a code by its label."""
    if detail.kind is Kind.CODE:
        return str(dict(detail.choices).get(str(value), value or ""))
    if detail.key in {"role", "meeting_role"}:
        values = value if isinstance(value, list) else [value] if value else []
        return ", ".join(str(vocabulary.ROLE_WORDS.get(one, one)) for one in values)
    return written(detail, value)


def claim_panel(place: Place, known: Known, *, scope: Scope, username: str, data: Any = None) -> ClaimPanel:
    """Return the panel of the proposition looked at; `data` fills its form with what was sent."""
    view = place.claim
    assert view is not None
    claim, document = view.claim, known.document
    by_pk = {one.claim.pk: one for one in place.review.claims}
    judged = view.state.is_judged
    found = Proposal(Becomes.KEPT) if judged else propose(claim, known)
    form = None if judged else ClaimForm(data, claim=claim, said=view.said, proposal=found, known=known)
    return ClaimPanel(
        view=view,
        word=claim.get_type_display(),
        where=said_pages(place.text, claim.start, claim.end),
        terms=terms_of(claim.type, view.published),
        changed=_changed(claim, view),
        parts=tuple(_link(by_pk[pk]) for pk in view.parts if pk in by_pk),
        whole=_link(by_pk[claim.of_id]) if claim.of_id in by_pk else None,
        alerts=tuple(
            Link(one.alert.explanation, href_of(one))
            for one in place.review.alerts
            if one.alert.pk in view.alerts and not one.state.is_judged
        ),
        badge=badge_of(view.state),
        becomes=became(view.verdict, scope) if judged else (),
        form=form,
        missing=found.missing,
        recognised=recognised(found, scope),
        places=tuple(written_place(one) for one in found.places),
        reasons=IGNORE_REASONS,
        action=reverse("reading_claim", args=[document.uid, claim.pk]),
        said_by=said_by(view.verdict) if judged else "",
        may_reopen=judged and view.verdict is not None and may_undo(scope, view.verdict, username=username),
        earlier=_earlier(view, place.text),
    )


def _earlier(view: ClaimView, here: Text) -> str:
    text, verdict = view.judged_in, view.verdict
    if text is None or verdict is None:
        return ""
    words = {"earlier": text_words(text, beside=here)}
    if verdict.entry is None:
        said = (
            _("Déjà ignorée depuis %(earlier)s.")
            if view.state is State.IGNORED
            else _("Déjà acceptée depuis %(earlier)s.")
        )
        return said % words
    if holds(verdict.entry):
        return _("Déjà inscrit depuis %(earlier)s : une seule écriture pour ce chiffre.") % words
    return _("Inscrit depuis %(earlier)s, puis retiré du registre.") % words


def _changed(claim: Claim, view: ClaimView) -> tuple[Term, ...]:
    """What a correction changed, as it holds now."""
    before = terms_of(claim.type, view.published)
    return tuple(term for term in terms_of(claim.type, view.said) if term not in before)


def _link(view: ClaimView) -> Link:
    return Link(shortened(view.quote), href_of(view))


def became(verdict: Verdict | None, scope: Scope) -> tuple[Link, ...]:
    """Return what an accepted proposition became, as links; not what the viewer has no part in."""
    if verdict is None:
        return ()
    found: list[Link] = []
    if verdict.entry is not None and scope.can(Permission.RECORD, verdict.entry.account.programme_id):
        found.append(Link(verdict.entry.account.label, reverse("entry", args=[verdict.entry.uid])))
    if verdict.place is not None:
        found.append(Link(verdict.place.name, reverse("place", args=[verdict.place.uid])))
    if verdict.organisation is not None:
        found.append(
            Link(verdict.organisation.name, reverse("organisation", args=[verdict.organisation.uid]))
        )
    if verdict.programme is not None and (
        verdict.programme.published or scope.can(Permission.RECORD, verdict.programme.pk)
    ):
        found.append(Link(verdict.programme.short_title, reverse("programme", args=[verdict.programme.slug])))
    return tuple(found)


def recognised(proposal: Proposal, scope: Scope) -> tuple[Link, ...]:
    """Return what exists already that an entity would be tied to, as links."""
    target = proposal.target
    if not isinstance(target, EntityTarget):
        return ()
    tied = Verdict(place=target.place, organisation=target.organisation, programme=target.programme)
    return became(tied, scope)


def said_by(verdict: Verdict | None) -> str:
    """Return who judged, when, and why."""
    if verdict is None:
        return ""
    day = format_date(timezone.localtime(verdict.at).date())
    said = _("par %(who)s, le %(day)s") % {"who": verdict.by, "day": day}
    return f"{said} · {verdict.reason}" if verdict.reason else said


def alert_panel(place: Place, document: Document, *, scope: Scope, username: str) -> AlertPanel:
    """Return the panel of the alert looked at."""
    view = place.alert
    assert view is not None
    alert = view.alert
    entries = earlier_entries(alert) if alert.kind == VERSIONS else []
    by_pk = {one.claim.pk: one for one in place.review.claims}
    return AlertPanel(
        view=view,
        word=vocabulary.ALERT_KINDS.get(alert.kind, _("à comparer")),
        badge=badge_of(view.state),
        level=vocabulary.ALERT_BADGES[alert.level],
        quotes=(
            *_earlier_quotes(alert, place.text),
            *(
                _quote(place, alert.pk, span, quote)
                for span, quote in zip(alert.spans, view.quotes, strict=True)
            ),
        ),
        claims=tuple(_link(by_pk[pk]) for pk in view.claims if pk in by_pk),
        reasons=VERSION_REASONS if alert.kind == VERSIONS else ALERT_REASONS,
        action=reverse("reading_alert", args=[document.uid, alert.pk]),
        said_by=said_by(view.verdict) if view.state.is_judged else "",
        alike=sum(one.alert.kind == alert.kind and not one.state.is_judged for one in place.review.alerts),
        entries=tuple(
            Link(one.account.label, reverse("entry", args=[one.uid]))
            for one in entries
            if scope.can(Permission.RECORD, one.account.programme_id)
        ),
        may_withdraw=bool(entries) and all(may_do(scope, one, username=username).withdraw for one in entries),
    )


def _earlier_quotes(alert: Alert, here: Text) -> tuple[Quote, ...]:
    """What the document's other text said, of an alert that compares both."""
    found = earlier_claims(alert).select_related("reading__text__version__document").order_by("start")
    return tuple(_earlier_quote(one, here) for one in found)


def _earlier_quote(claim: Claim, here: Text) -> Quote:
    text = claim.reading.text
    version = text.version
    source = text_words(text, beside=here)
    return Quote(
        text=shortened(text.content[claim.start : claim.end]),
        source=source[:1].upper() + source[1:],
        where=said_pages(text, claim.start, claim.end),
        href=f"{reverse('document', args=[version.document.uid])}?version={version.number}",
    )


def _quote(place: Place, pk: int, span: Sequence[int], quote: str) -> Quote:
    text, window = place.text, place.windows.at(span[0])
    before = text.content[max(span[0] - AROUND, 0) : span[0]].rpartition("\n")[2]
    after = text.content[span[1] : span[1] + AROUND].partition("\n")[0]
    before = before.partition(" ")[2] if len(before) == AROUND else before
    after = after.rpartition(" ")[0] if len(after) == AROUND else after
    said = shortened(quote) if len(quote) <= AROUND else "…"
    return Quote(
        text=shortened(quote),
        source=on_one_line(f"{before}[{said}]{after}"),
        where=said_pages(text, span[0], span[1]),
        href=f"?a={pk}&partie={window.number}#passage",
    )


def undo_of(review: Review, document: Document, username: str) -> Undo | None:
    """Return the last judgement of the person, with the address that takes it back."""
    seen = last_judged(review, username)
    if seen is None:
        return None
    if isinstance(seen, ClaimView):
        action = reverse("reading_claim", args=[document.uid, seen.claim.pk])
        return Undo(shortened(seen.quote), badge_of(seen.state), href_of(seen), action)
    action = reverse("reading_alert", args=[document.uid, seen.alert.pk])
    return Undo(shortened(seen.alert.explanation), badge_of(seen.state), href_of(seen), action)
