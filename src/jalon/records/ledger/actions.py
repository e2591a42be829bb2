"""The verbs of the ledger: open an account, record, approve, withdraw, set aside, correct."""

import dataclasses
import datetime
from collections.abc import Mapping, Sequence

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from jalon.core.identity import new_uid
from jalon.records.ledger.models import (
    Account,
    AccountRemark,
    Act,
    Axis,
    Category,
    Cell,
    CellCategory,
    Entry,
    PlanVersion,
    Posting,
)
from jalon.records.ledger.rules import check_counting, check_entry
from jalon.records.parties.models import Organisation
from jalon.records.people.models import Group, Person
from jalon.records.places.models import Division, Place
from jalon.records.places.queries import division_in_force
from jalon.records.problems import Refused
from jalon.records.programmes.models import Programme
from jalon.records.sources.models import Remark, Source
from jalon.records.trail import actions as trail

BATCH = 500


@dataclasses.dataclass(frozen=True)
class Line:
    """A posting to be: a whole number scaled by the account's decimals, in a cell of categories."""

    value: int
    cell: Mapping[str, str] = dataclasses.field(default_factory=dict)
    person: Person | None = None
    group: Group | None = None
    source: Source | None = None


def add_axis(*, code: str, label: str, order: int = 0) -> Axis:
    """Add a dimension of breakdown, or give back the one of that code."""
    return Axis.objects.get_or_create(code=code, defaults={"label": label, "order": order})[0]


def add_category(*, axis: Axis, code: str, label: str, order: int = 0) -> Category:
    """Add a category of an axis, or give back the one of that code."""
    return Category.objects.get_or_create(axis=axis, code=code, defaults={"label": label, "order": order})[0]


def add_sex() -> Axis:
    """Return the axis of women and men, made when missing: values as written are read into its codes."""
    axis = add_axis(code="sex", label="Sexe")
    add_category(axis=axis, code="F", label="Femmes")
    add_category(axis=axis, code="M", label="Hommes", order=1)
    return axis


def cell_key(categories: Mapping[str, str]) -> str:
    """Return the canonical text of a cell: `age=15-24;sex=F`; empty when nothing is said.

    `%`, `;` and `=` inside a code are escaped, so that two cells never share a text.
    """
    return ";".join(f"{_escaped(axis)}={_escaped(code)}" for axis, code in sorted(categories.items()))


def _escaped(code: str) -> str:
    return code.replace("%", "%25").replace(";", "%3B").replace("=", "%3D")


@transaction.atomic
def cell(categories: Mapping[str, str]) -> Cell:
    """Return the cell of these categories (axis code → category code), made with them when new."""
    found, made = Cell.objects.get_or_create(key=cell_key(categories))
    if made:
        for axis_code, category_code in categories.items():
            axis = add_axis(code=axis_code, label=axis_code)
            category = add_category(axis=axis, code=category_code, label=category_code)
            CellCategory.objects.create(cell=found, axis=axis, category=category)
    return found


def open_account(
    *,
    label: str,
    unit: str,
    time: str,
    places: str,
    uid: str | None = None,
    programme: Programme | None = None,
    nature: str = Account.Nature.INDICATOR,
    definition: str = "",
    unit_label: str = "",
    decimals: int = 0,
    grain_place: str = "",
    grain_time: str = "",
    parent: Account | None = None,
    numerator: Account | None = None,
    denominator: Account | None = None,
    public: bool = False,
    order: int = 0,
    by: str = "",
) -> Account:
    """Open an account: what is counted, in what unit, and how it adds.

    The trail tells who did; nothing without an author (content being loaded). Raises Refused for a way of
    counting that cannot be, or when its parent counts in another unit.
    """
    check_counting(label=label, unit=unit, decimals=decimals, numerator=numerator, denominator=denominator)
    if parent is not None and (parent.unit, parent.decimals) != (unit, decimals):
        raise Refused(
            "parent_unit",
            _("« %(label)s » se compte en %(unit)s et « %(parent)s » en %(other)s : choisir la même unité.")
            % {"label": label, "unit": unit, "parent": parent.label, "other": parent.unit},
        )
    account = Account.objects.create(
        uid=uid or new_uid(),
        programme=programme,
        nature=nature,
        label=label,
        definition=definition,
        unit=unit,
        unit_label=unit_label,
        decimals=decimals,
        time=time,
        places=places,
        grain_place=grain_place,
        grain_time=grain_time,
        parent=parent,
        numerator=numerator,
        denominator=denominator,
        public=public,
        order=order,
    )
    if by:
        _tell(by, "account.open", account)
    return account


@transaction.atomic
def change_counting(
    *,
    account: Account,
    unit: str,
    decimals: int,
    time: str,
    places: str,
    by: str,
    unit_label: str = "",
    numerator: Account | None = None,
    denominator: Account | None = None,
) -> Account:
    """Change what an account counts and how it adds, which only one without entries may.

    Changing nothing is never refused. Raises Refused when it has entries, or for a way of counting that
    cannot be.
    """
    wanted = {
        "unit": unit,
        "decimals": decimals,
        "time": time,
        "places": places,
        "numerator": numerator,
        "denominator": denominator,
    }
    changed = [name for name, value in wanted.items() if getattr(account, name) != value]
    if changed and account.entries.exists():
        raise Refused(
            "account_has_entries",
            _("« %(label)s » a déjà des écritures : ouvrir plutôt un autre indicateur.")
            % {"label": account.label},
        )
    if account in (numerator, denominator):
        raise Refused(
            "ratio_of_itself", _("Un rapport ne se divise pas par lui-même : choisir un autre terme.")
        )
    check_counting(
        label=account.label, unit=unit, decimals=decimals, numerator=numerator, denominator=denominator
    )
    for name in changed:
        setattr(account, name, wanted[name])
    account.unit_label = unit_label or account.unit_label
    account.save(update_fields=[*changed, "unit_label"])
    if changed:
        _tell(by, "account.counting", account)
    return account


@transaction.atomic
def present(
    *,
    account: Account,
    label: str,
    definition: str,
    grain_place: str,
    grain_time: str,
    public: bool,
    by: str,
) -> Account:
    """Change how an account is called and shown, and to whom; what it counts stays."""
    wanted = {
        "label": label,
        "definition": definition,
        "grain_place": grain_place,
        "grain_time": grain_time,
        "public": public,
    }
    changed = [name for name, value in wanted.items() if getattr(account, name) != value]
    for name in changed:
        setattr(account, name, wanted[name])
    if changed:
        account.save(update_fields=changed)
        _tell(by, "account.present", account)
    return account


@transaction.atomic
def change_additivity(*, account: Account, time: str, places: str, by: str) -> Account:
    """Change how an account adds, which only an account without entries may.

    Raises Refused when it has entries.
    """
    if account.entries.exists():
        raise Refused(
            "account_has_entries",
            _("« %(label)s » a déjà des écritures : ouvrir plutôt un autre indicateur.")
            % {"label": account.label},
        )
    account.time, account.places = time, places
    account.save(update_fields=["time", "places"])
    _tell(by, "account.additivity", account)
    return account


def add_plan_version(
    *,
    programme: Programme | None,
    number: int,
    effective_on: datetime.date | None = None,
    decision: str = "",
    source: Source | None = None,
    by: str = "",
) -> PlanVersion:
    """Add a version of a programme's plan, adopted by a decision. Raises Refused for a number taken."""
    if PlanVersion.objects.filter(programme=programme, number=number).exists():
        raise Refused("version_twice", _("La version %(number)s du plan existe déjà.") % {"number": number})
    version = PlanVersion.objects.create(
        programme=programme, number=number, effective_on=effective_on, decision=decision, source=source
    )
    if by and programme is not None:
        trail.record(
            by=by,
            verb="plan.version",
            object_type="plan",
            object_id=str(version.pk),
            object_label=str(version),
            programme=programme.uid,
        )
    return version


@transaction.atomic
def record(
    *,
    account: Account,
    kind: str,
    stage: str,
    end: datetime.date,
    source: Source,
    lines: Sequence[Line],
    by: str,
    start: datetime.date | None = None,
    place: Place | None = None,
    division: Division | None = None,
    about: Organisation | None = None,
    plan_version: int | None = None,
    currency: str = "",
    reported_by: str = "",
    printed: str = "",
    precision: int = 1,
    qualifier: str = Entry.Qualifier.EXACT,
    note: str = "",
    uid: str | None = None,
    known_at: datetime.datetime | None = None,
) -> Entry:
    """Record an entry as a draft: it counts once approved.

    `start` None means since the start (statements only); an event lies on `end`. A place without a division
    is meant in the one in force on `end`. `precision` and the
    values of `lines` are scaled by the account's decimals. Raises Refused for what cannot be true.
    """
    draft = Draft(
        account=account, kind=kind, stage=stage, start=start, end=end, source=source, lines=tuple(lines),
        place=place, division=division, about=about, plan_version=plan_version, currency=currency,
        reported_by=reported_by, printed=printed, precision=precision, qualifier=qualifier, note=note,
        uid=uid, known_at=known_at,
    )  # fmt: skip
    return record_many([draft], by=by)[0]


@dataclasses.dataclass(frozen=True, kw_only=True)
class Draft:
    """An entry to be, as `record` takes it."""

    account: Account
    kind: str
    stage: str
    end: datetime.date
    source: Source
    lines: tuple[Line, ...]
    start: datetime.date | None = None
    place: Place | None = None
    division: Division | None = None
    about: Organisation | None = None
    plan_version: int | None = None
    currency: str = ""
    reported_by: str = ""
    printed: str = ""
    precision: int = 1
    qualifier: str = Entry.Qualifier.EXACT
    note: str = ""
    uid: str | None = None
    known_at: datetime.datetime | None = None

    @property
    def first_day(self) -> datetime.date | None:
        """Where it starts: an event lies on its end."""
        return self.end if self.kind == Entry.Kind.EVENT else self.start

    def check(self) -> None:
        """Raise Refused when it cannot be true."""
        check_entry(
            account=self.account, kind=self.kind, stage=self.stage, start=self.first_day, end=self.end,
            plan_version=self.plan_version, values=[line.value for line in self.lines],
        )  # fmt: skip


@transaction.atomic
def record_many(drafts: Sequence[Draft], *, by: str) -> list[Entry]:
    """Record entries as drafts, in few queries, all of them or none; each as `record` says."""
    for draft in drafts:
        draft.check()
    instants = iter(trail.next_known_ats(unknown) if (unknown := _unknown(drafts)) else ())
    divisions: dict[datetime.date, Division | None] = {}
    cells: dict[str, Cell] = {}
    entries = Entry.objects.bulk_create(
        [
            Entry(
                uid=one.uid or new_uid(),
                account=one.account,
                kind=one.kind,
                stage=one.stage,
                start=one.first_day,
                end=one.end,
                place=one.place,
                division=_division_of(one, divisions),
                about=one.about,
                plan_version=one.plan_version,
                currency=one.currency,
                source=one.source,
                reported_by=one.reported_by,
                printed=one.printed[:200],
                precision=one.precision,
                qualifier=one.qualifier,
                note=one.note,
                recorded_by=by,
                known_at=one.known_at or next(instants),
            )
            for one in drafts
        ],
        batch_size=BATCH,
    )
    Posting.objects.bulk_create(
        [
            Posting(
                entry=entry,
                value=line.value,
                cell=_cell_of(line, cells),
                person=line.person,
                group=line.group,
                source=line.source,
            )
            for entry, draft in zip(entries, drafts, strict=True)
            for line in draft.lines
        ],
        batch_size=BATCH,
    )
    trail.record_many((_told(entry.account, entry, verb="entry.record") for entry in entries), by=by)
    return entries


def _unknown(drafts: Sequence[Draft]) -> int:
    return sum(one.known_at is None for one in drafts)


def _division_of(draft: Draft, known: dict[datetime.date, Division | None]) -> Division | None:
    """The division a place is meant in: the one said, else the one in force; `known` spares queries."""
    if draft.place is None or draft.division is not None:
        return draft.division
    if draft.end not in known:
        known[draft.end] = division_in_force(draft.end)
    return known[draft.end]


def _cell_of(line: Line, known: dict[str, Cell]) -> Cell:
    key = cell_key(line.cell)
    if key not in known:
        known[key] = cell(line.cell)
    return known[key]


def approve(*, entry: Entry, by: str, why: str = "", known_at: datetime.datetime | None = None) -> Act:
    """Approve an entry, which from now on counts (from `known_at` in a ledger that is loaded).

    Raises Refused when it is approved or withdrawn already, or when the programme asks for a second person.
    """
    return approve_many([entry], by=by, why=why, known_at=known_at)[0]


@transaction.atomic
def approve_many(
    entries: Sequence[Entry], *, by: str, why: str = "", known_at: datetime.datetime | None = None
) -> list[Act]:
    """Approve entries, in few queries, all of them or none; each as `approve` says."""
    acts = Act.objects.filter(entry__in=entries).values_list("kind", flat=True).distinct()
    kinds = set(acts.filter(kind__in=(Act.Kind.APPROVE, Act.Kind.WITHDRAW)))
    if Act.Kind.APPROVE in kinds:
        raise Refused("already_approved", _("Cette écriture est déjà approuvée."))
    if Act.Kind.WITHDRAW in kinds:
        raise Refused("withdrawn", _("Cette écriture est retirée : elle ne peut plus être approuvée."))
    if any(_asks_another(entry, by) for entry in entries):
        raise Refused(
            "four_eyes",
            _("Ce programme demande un double regard : une autre personne doit approuver cette écriture."),
        )
    instants = (
        [known_at] * len(entries) if known_at else trail.next_known_ats(len(entries)) if entries else []
    )
    made = Act.objects.bulk_create(
        [
            Act(
                entry=entry, kind=Act.Kind.APPROVE, by=by, why=why[:500],
                at=known_at or timezone.now(), known_at=instant,
            )
            for entry, instant in zip(entries, instants, strict=True)
        ],
        batch_size=BATCH,
    )  # fmt: skip
    trail.record_many((_told(one.account, one, verb="entry.approve") for one in entries), by=by)
    return made


def _asks_another(entry: Entry, by: str) -> bool:
    programme = entry.account.programme
    return programme is not None and programme.four_eyes and entry.recorded_by == by


def withdraw(
    *,
    entry: Entry,
    by: str,
    why: str,
    replaced_by: Entry | None = None,
    known_at: datetime.datetime | None = None,
) -> Act:
    """Withdraw an entry; with a replacement, the withdrawal takes effect when that one is approved.

    Raises Refused without a reason, or when it is withdrawn already.
    """
    if not why.strip():
        raise Refused("no_reason", _("Dire pourquoi : le motif d’un retrait reste au registre."))
    withdrawals = entry.acts.filter(kind=Act.Kind.WITHDRAW)
    if withdrawals.exclude(pk__in=_abandoned(withdrawals)).exists():
        raise Refused("already_withdrawn", _("Cette écriture est déjà retirée ou en cours de correction."))
    return _act(entry, Act.Kind.WITHDRAW, by, why, known_at, replaced_by)


def _abandoned(withdrawals: QuerySet[Act]) -> QuerySet[Act]:
    """Return the withdrawals that never take effect: their replacement was dropped before its approval."""
    dropped = withdrawals.filter(replaced_by__acts__kind=Act.Kind.WITHDRAW)
    return dropped.exclude(replaced_by__acts__kind=Act.Kind.APPROVE)


def set_aside(*, entry: Entry, by: str, why: str, known_at: datetime.datetime | None = None) -> Act:
    """Set aside one of two contradicting claims; it stays shown beside the one that holds.

    Raises Refused without a reason, or when it is set aside already.
    """
    if not why.strip():
        raise Refused("no_reason", _("Dire pourquoi : le motif d’une mise à l’écart reste au registre."))
    if entry.acts.filter(kind=Act.Kind.SET_ASIDE).exists():
        raise Refused("already_set_aside", _("Cette écriture est déjà écartée."))
    return _act(entry, Act.Kind.SET_ASIDE, by, why, known_at)


@transaction.atomic
def correct(
    *, entry: Entry, lines: Sequence[Line], by: str, why: str, printed: str = "", source: Source | None = None
) -> Entry:
    """Correct an entry: record its replacement as a draft and withdraw it, in effect at the approval.

    Returns the replacement; until it is approved the figure stays as it was.
    """
    replacement = record(
        account=entry.account,
        kind=entry.kind,
        stage=entry.stage,
        start=entry.start,
        end=entry.end,
        place=entry.place,
        division=entry.division,
        about=entry.about,
        plan_version=entry.plan_version,
        currency=entry.currency,
        source=source or entry.source,
        reported_by=entry.reported_by,
        printed=printed,
        precision=entry.precision,
        qualifier=entry.qualifier,
        lines=lines,
        by=by,
        note=why,
    )
    withdraw(entry=entry, by=by, why=why, replaced_by=replacement)
    return replacement


def attach_remark(*, account: Account, remark: Remark) -> AccountRemark:
    """Show a remark beside the figures of an account."""
    return AccountRemark.objects.get_or_create(account=account, remark=remark)[0]


@transaction.atomic
def _act(
    entry: Entry,
    kind: Act.Kind,
    by: str,
    why: str,
    known_at: datetime.datetime | None,
    replaced_by: Entry | None = None,
) -> Act:
    act = Act.objects.create(
        entry=entry,
        kind=kind,
        replaced_by=replaced_by,
        by=by,
        why=why[:500],
        at=known_at or timezone.now(),
        known_at=known_at or trail.next_known_at(),
    )
    _tell(by, f"entry.{kind}", entry.account, entry)
    return act


def _tell(by: str, verb: str, account: Account, entry: Entry | None = None) -> None:
    trail.record_many([_told(account, entry, verb=verb)], by=by)


def _told(account: Account, entry: Entry | None = None, *, verb: str) -> trail.Told:
    return trail.Told(
        verb,
        "entry" if entry else "account",
        entry.uid if entry else account.uid,
        str(entry or account),
        account.programme.uid if account.programme else "",
    )
