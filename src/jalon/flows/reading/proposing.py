"""What an accepted proposition would become, from what exists: a person looks at it and decides."""

import dataclasses
from collections.abc import Iterable
from decimal import Decimal
from functools import cached_property
from typing import Any

from django.db.models import Count
from django.utils.translation import gettext as _

from jalon.core.values import Period, ValueProblem
from jalon.core.values.money import currency_decimals
from jalon.core.values.partial_dates import partial_period
from jalon.core.values.text_keys import search_key
from jalon.flows.intake.proposals import Contexts, contexts_of, period_near, ranked, written_period
from jalon.flows.reading.names import at_level
from jalon.flows.reading.targets import (
    BECOMES,
    Becomes,
    EntityTarget,
    FigureTarget,
    NewAccount,
    Proposal,
)
from jalon.flows.reading.units import PERSON, stems, unit_of
from jalon.records.ledger.models import Account, Entry
from jalon.records.ledger.rules import recordable_accounts
from jalon.records.parties.models import Organisation, OrganisationName
from jalon.records.places.models import Place, PlaceName, PlaceWithin
from jalon.records.programmes.models import Programme, ProgrammePlace
from jalon.records.programmes.rules import Scope, recordable_programmes
from jalon.records.reading.models import Claim, Reading
from jalon.records.sources.models import Document

MOST = 5
STAGES = {
    "achieved": Entry.Stage.ACHIEVED,
    "spent": Entry.Stage.ACHIEVED,
    "mobilised": Entry.Stage.ACHIEVED,
    "revenue": Entry.Stage.ACHIEVED,
    "recovered": Entry.Stage.ACHIEVED,
    "planned": Entry.Stage.PLANNED,
    "budget": Entry.Stage.PLANNED,
    "pledged": Entry.Stage.COMMITTED,
    "contribution": Entry.Stage.COMMITTED,
    "baseline": Entry.Stage.BASELINE,
}
FUNDS_COME_FROM = frozenset({"contribution", "pledged", "mobilised", "revenue"})
_ANYBODY = frozenset({"personne", "personnes", "bénéficiaire", "bénéficiaires"})
"""Nouns that do not tell one indicator of persons from another."""
NOT_RESULTS = frozenset({"context", "unit", "gap"})
"""Statuses of figures that say nothing of what a programme plans or does: a population, a unit price."""


@dataclasses.dataclass(frozen=True)
class Known:
    """What exists that the propositions of one document may be tied to, for one viewer."""

    document: Document
    scope: Scope
    programmes: tuple[Programme, ...]
    accounts: tuple[Account, ...]
    own_places: frozenset[int]
    places: dict[str, list[Place]] = dataclasses.field(default_factory=dict)
    """Places already looked up, by the search key of their name."""
    _organisations: dict[str, set[Organisation]] = dataclasses.field(default_factory=dict)
    _levels: dict[int, dict[str, str]] = dataclasses.field(default_factory=dict)
    _usual: dict[int, Place | None] = dataclasses.field(default_factory=dict)

    @classmethod
    def of(cls, document: Document, scope: Scope) -> "Known":
        """Return what a viewer may tie the propositions of a document to. Five queries."""
        programmes = recordable_programmes(scope, document)
        accounts = Account.objects.filter(recordable_accounts(scope), programme__in=programmes)
        places = ProgrammePlace.objects.filter(programme__in=programmes).values_list("place_id", flat=True)
        return cls(
            document=document,
            scope=scope,
            programmes=tuple(programmes),
            accounts=tuple(accounts.select_related("programme").order_by("order", "label", "pk")),
            own_places=frozenset(places),
        )

    def look_up(self, names: Iterable[str]) -> None:
        """Look places up by name, all in one query; those known already are not asked again."""
        wanted = {search_key(name) for name in names} - set(self.places) - {""}
        if not wanted:
            return
        self.places.update({key: [] for key in wanted})
        found = PlaceName.objects.filter(search_key__in=wanted).select_related("place").order_by("place__pk")
        for name in found:
            if name.place not in self.places[name.search_key]:
                self.places[name.search_key].append(name.place)

    def places_named(self, name: str) -> list[Place]:
        """Return the places of a name; where several have it, those of the programmes alone when any is."""
        self.look_up([name])
        found = self.places.get(search_key(name), [])
        return [place for place in found if place.pk in self.own_places] or found

    def usual_place(self, account: Account) -> Place | None:
        """Return the place of most entries of an account. One query for all accounts."""
        if not self._usual:
            self._usual[0] = None
            rows = Entry.objects.filter(account__in=self.accounts, place__isnull=False)
            counted = (
                rows.values_list("account", "place").annotate(times=Count("pk")).order_by("times", "-place")
            )
            found = {account: place for account, place, _times in counted.order_by("times", "-place")}
            places = Place.objects.in_bulk(set(found.values()))
            self._usual.update({account: places[place] for account, place in found.items()})
        return self._usual.get(account.pk)

    @cached_property
    def own_place(self) -> Place | None:
        """The place of the programmes: the only one, or the one in which the others lie. Two queries."""
        if len(self.own_places) < 2:
            return Place.objects.filter(pk__in=self.own_places).first()
        inside = PlaceWithin.objects.filter(outer__in=self.own_places, inner__in=self.own_places)
        held: dict[int, set[int]] = {}
        for outer, inner in inside.values_list("outer_id", "inner_id"):
            held.setdefault(outer, set()).add(inner)
        around = [outer for outer, inner in held.items() if inner >= self.own_places]
        return Place.objects.filter(pk__in=around).order_by("pk").first()

    def levels_in(self, reading: Reading) -> dict[str, str]:
        """Return the levels that a text says of its places, by the search key of their name. One query."""
        if reading.pk not in self._levels:
            places = reading.claims.filter(type=Claim.Type.PLACE).values_list("as_published", flat=True)
            self._levels[reading.pk] = {
                search_key(str(said.get("value"))): str(said.get("level") or "") for said in places
            }
        return self._levels[reading.pk]

    def organisations_named(self, names: Iterable[str]) -> set[Organisation]:
        """Return the organisations of which a name or an acronym is one of these. One query in all."""
        if not self._organisations:
            self._organisations[""] = set()
            for name in OrganisationName.objects.select_related("organisation"):
                self._organisations.setdefault(name.search_key, set()).add(name.organisation)
        return {one for name in names for one in self._organisations.get(search_key(name), ())}


def propose(claim: Claim, known: Known, *, said: dict[str, Any] | None = None) -> Proposal:
    """Return what a proposition would become; `said` gives its value and details when they were corrected."""
    holds = said if said is not None else claim.as_published
    becomes = BECOMES.get(Claim.Type(claim.type), Becomes.KEPT)
    match becomes:
        case Becomes.ENTRY:
            return _figure(claim, holds, known)
        case Becomes.PLACE:
            return _place(holds, known)
        case Becomes.ORGANISATION:
            return _organisation(holds, known)
        case Becomes.PROGRAMME:
            return _programme(holds, known)
        case _:
            return Proposal(Becomes.KEPT)


def _figure(claim: Claim, said: dict[str, Any], known: Known) -> Proposal:
    if said.get("status") in NOT_RESULTS or claim.type == Claim.Type.PERCENTAGE:
        return Proposal(Becomes.KEPT)
    missing: list[str] = []
    here = contexts_of(claim.reading.text, claim.start, claim.end)
    accounts = _accounts(claim, said, known)
    new = _new_account(claim, said, known)
    place, places = _one_place(claim, said, known, missing)
    if not places:
        place = _place_unsaid(here, accounts, known)
    period = _period(said, known, here)
    if period is None:
        missing.append(_("Aucune période n’est dite : indiquer celle que couvre le chiffre."))
    stage = STAGES.get(str(said.get("status")), Entry.Stage.ACHIEVED)
    account: Account | NewAccount | None = accounts[0] if accounts else new
    if account is None:
        missing.append(_("Choisir l’indicateur que ce chiffre renseigne."))
    target = None
    if account is not None and period is not None and not missing:
        is_day = period.start == period.end
        target = FigureTarget(
            account,
            stage,
            period.start,
            period.end,
            kind=Entry.Kind.EVENT if is_day and account.time == Account.Time.SUM else Entry.Kind.STATEMENT,
            place=place,
            reported_by=known.document.issuer,
        )
    return Proposal(
        Becomes.ENTRY,
        target=target,
        accounts=tuple(accounts[:MOST]),
        new_account=new,
        stage=stage,
        period=written_period(period),
        start=period.start if period else None,
        end=period.end if period else None,
        place=place,
        places=places,
        parts=tuple(parts_of(claim)),
        missing=tuple(missing),
    )


def parts_of(claim: Claim) -> list[Claim]:
    """Return the women and the men of a headcount, in order: what goes into the same entry."""
    parts = [part for part in claim.parts.all() if part.as_published.get("sex") in {"F", "M"}]
    for part in parts:
        part.reading = claim.reading
    return sorted(parts, key=lambda part: part.start)


def noun_of(said: dict[str, Any]) -> str:
    """Return what a figure counts: its noun, or what an amount is for."""
    return str(said.get("unit") or said.get("what") or "")


def _accounts(claim: Claim, said: dict[str, Any], known: Known) -> list[Account]:
    """The accounts of the same kind of unit whose label fits, the likeliest first.

    The women or the men of a headcount go where their total goes.
    """
    if claim.of is not None and said.get("sex") in {"F", "M"}:
        whole = {**claim.of.as_published, "sex": said["sex"]}
        claim.of.reading = claim.reading
        return _accounts(claim.of, whole, known)
    here = contexts_of(claim.reading.text, claim.start, claim.end)
    named = _programmes_named(str(said.get("programme") or ""), known.programmes)
    fitting = [
        account
        for account in known.accounts
        if _same_unit(claim, said, account) and (not named or account.programme in named)
    ]
    if claim.type == Claim.Type.MONEY:
        comes_from = said.get("status") in FUNDS_COME_FROM
        fitting = [one for one in fitting if (one.nature == Account.Nature.SOURCE) == comes_from] or fitting
    far = here.heading or " ".join(here.upwards[:1])
    noun = "" if noun_of(said).lower() in _ANYBODY else noun_of(said)
    return ranked(fitting, (noun, f"{here.quote} {here.clause}", here.sentence, far))


def _same_unit(claim: Claim, said: dict[str, Any], account: Account) -> bool:
    if claim.type == Claim.Type.MONEY:
        return account.currency_like
    if account.currency_like or account.unit == "%":
        return False
    noun = noun_of(said)
    if "femme" in stems(account.label) and said.get("sex") != "F" and "femme" not in stems(noun):
        return False
    unit = unit_of(noun)
    if account.unit == PERSON or unit == PERSON:
        return account.unit == unit
    return account.unit == unit or bool(
        set(stems(noun)) & set(stems(f"{account.unit_label} {account.label}"))
    )


def _programmes_named(name: str, programmes: Iterable[Programme]) -> list[Programme]:
    key = search_key(name)
    if not key:
        return []
    return [
        one
        for one in programmes
        if key in {search_key(one.title), search_key(one.short_title), search_key(one.acronym)}
    ]


def _new_account(claim: Claim, said: dict[str, Any], known: Known) -> NewAccount | None:
    """The account to open when none fits; None where its programme or what it counts is not said."""
    named = _programmes_named(str(said.get("programme") or ""), known.programmes) or list(known.programmes)
    noun = noun_of(said).strip()
    if len(named) != 1 or not noun:
        return None
    label = noun[:1].upper() + noun[1:300]
    if claim.type == Claim.Type.MONEY:
        currency = str(said.get("currency") or "")
        decimals = _decimals_of(currency)
        if decimals is None:
            return None
        source = said.get("status") in FUNDS_COME_FROM
        nature = Account.Nature.SOURCE if source else Account.Nature.USE
        return NewAccount(named[0], label, currency, currency, decimals=decimals, nature=nature)
    value = Decimal(str(said.get("value") or 0))
    decimals = 0 if value == value.to_integral_value() else 2
    return NewAccount(named[0], label, unit_of(noun), noun[:80], decimals=decimals)


def _decimals_of(currency: str) -> int | None:
    try:
        return currency_decimals(currency)
    except ValueProblem:
        return None


def _period(said: dict[str, Any], known: Known, here: Contexts) -> Period | None:
    """The period of a figure: its own, else the one written nearest, else the year of the document."""
    own = iso_period(str(said.get("period") or ""))
    if own is not None:
        return own
    near = (here.quote, here.clause, here.sentence, here.heading, known.document.title)
    return period_near(near, known.document.dated)


def iso_period(text: str) -> Period | None:
    """Return the days that `2017`, `2013-05` or `2013-05/2015-04` covers; None for what is none of them."""
    first, _slash, last = text.partition("/")
    try:
        start = partial_period(first)
        end = partial_period(last) if last else start
        return start.until(end) if start and end else None
    except ValueProblem:
        return None


def _one_place(
    claim: Claim, said: dict[str, Any], known: Known, missing: list[str]
) -> tuple[Place | None, tuple[Place, ...]]:
    """The place of a figure and those it may mean; what a person must choose is added to `missing`."""
    names = said.get("place") or []
    names = [names] if isinstance(names, str) else list(names)
    known.look_up(names)
    levels = known.levels_in(claim.reading) if names else {}
    found = {name: at_level(known.places_named(name), levels.get(search_key(name), "")) for name in names}
    places = tuple(place for places in found.values() for place in places)
    for name, some in found.items():
        if not some:
            missing.append(_("« %(name)s » n’est pas un lieu connu : choisir le lieu.") % {"name": name})
        elif len(some) > 1:
            missing.append(_("Plusieurs lieux se nomment « %(name)s » : choisir.") % {"name": name})
    if len(names) > 1:
        missing.append(_("Le chiffre vaut pour plusieurs lieux : choisir celui qui les contient, ou aucun."))
    return (places[0] if len(places) == 1 and len(names) == 1 else None), places


def _place_unsaid(here: Contexts, accounts: list[Account], known: Known) -> Place | None:
    """The place of a figure that names none: that of its row, else its indicator's usual one, else the
    programme's own when it has one.
    """
    row = here.sentence.split("\t", 1)[0] if "\t" in here.sentence else ""
    column = here.heading.split("\t", 1)[0].split()[-1:]
    named = at_level(known.places_named(row), "".join(column)) if row.strip() else []
    if len(named) == 1:
        return named[0]
    if accounts and (usual := known.usual_place(accounts[0])) is not None:
        return usual
    return known.own_place


def _place(said: dict[str, Any], known: Known) -> Proposal:
    found = known.places_named(str(said.get("value") or ""))
    some = at_level(found, str(said.get("level") or ""))
    if len(some) == 1:
        return Proposal(Becomes.PLACE, EntityTarget(place=some[0]), place=some[0], places=tuple(some))
    missing = (
        _("Plusieurs lieux portent ce nom : choisir.")
        if some
        else _("Ce lieu n’est pas encore au registre : le choisir, ou le garder comme proposition acceptée.")
    )
    return Proposal(Becomes.PLACE, places=tuple(some), missing=(missing,))


def _organisation(said: dict[str, Any], known: Known) -> Proposal:
    found = known.organisations_named(str(said.get(key) or "") for key in ("value", "acronym"))
    if len(found) == 1:
        return Proposal(Becomes.ORGANISATION, EntityTarget(organisation=found.pop()))
    missing = (
        _("Plusieurs organisations portent ce nom : choisir.")
        if found
        else _("Cette organisation n’est pas encore au registre : la choisir, ou l’y ajouter.")
    )
    return Proposal(Becomes.ORGANISATION, missing=(missing,))


def _programme(said: dict[str, Any], known: Known) -> Proposal:
    keys = [str(said.get(name) or "") for name in ("value", "code", "acronym")]
    found = {one.pk: one for key in keys for one in _programmes_named(key, known.programmes)}
    if len(found) == 1:
        return Proposal(Becomes.PROGRAMME, EntityTarget(programme=next(iter(found.values()))))
    return Proposal(
        Becomes.PROGRAMME, missing=(_("Ce programme n’est pas reconnu : le choisir, ou le garder ainsi."),)
    )
