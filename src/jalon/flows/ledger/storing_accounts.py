"""Accounts, plan versions, sources, organisations and cells of a ledger into the database, by union."""

import uuid

from django.utils.text import slugify
from django.utils.translation import gettext as _

from jalon.core.figures.axes import TIME_AXES
from jalon.core.figures.model import Account as CoreAccount
from jalon.core.figures.model import Cell as CoreCell
from jalon.core.figures.model import Ledger
from jalon.core.values.text_keys import search_key, sort_key
from jalon.flows.ledger import bulk
from jalon.flows.ledger.clauses import batches
from jalon.records.ledger.actions import cell_key
from jalon.records.ledger.models import Account, Axis, Category, Cell, CellCategory, PlanVersion
from jalon.records.parties.models import Organisation, OrganisationName
from jalon.records.problems import Refused
from jalon.records.programmes.models import Programme
from jalon.records.sources.models import Source

UNSAID = ""
"""The key of the one source of entries that name none."""


def store_programmes(ledger: Ledger) -> dict[str, int]:
    """Add the programmes whose plans are told apart, unpublished and without content; key → primary key."""
    named = {account.programme for account in ledger.accounts.values()}
    named |= {version.programme for version in ledger.versions.values()}
    keys = sorted(filter(None, named))

    def make(key: str) -> Programme:
        return Programme(
            uid=key, slug=slugify(key)[:60] + f"-{uuid.uuid5(uuid.NAMESPACE_OID, key).hex[:12]}", title=key,
            short_title=key, kind=Programme.Kind.PROGRAMME, sort_key=sort_key(key)[:300],
        )  # fmt: skip

    return bulk.ensure(Programme, keys, make, _("Le programme"))


def store_accounts(ledger: Ledger, programmes: dict[str, int]) -> dict[str, int]:
    """Add the accounts that are missing, parents first; key → primary key."""
    found = bulk.numbers(Account, ledger.accounts)
    for some in batches(sorted(found), bulk.NAMED_AT_ONCE):
        for row in Account.objects.filter(uid__in=some).select_related(
            "parent", "numerator", "denominator", "programme"
        ):
            _check_same(row, ledger.accounts[row.uid])
    waiting = {key: account for key, account in ledger.accounts.items() if key not in found}
    while waiting:
        ready = [a for a in waiting.values() if not (_related(a) & waiting.keys())]
        if not ready:
            raise Refused(
                "accounts_in_a_circle",
                _("Les comptes « %(keys)s » dépendent les uns des autres en cercle : revoir leurs parents.")
                % {"keys": ", ".join(sorted(waiting))},
            )
        for row in bulk.add(Account, [_account(account, found, programmes) for account in ready]):
            found[row.uid] = row.pk
            del waiting[row.uid]
    return found


def _related(account: CoreAccount) -> set[str]:
    return {key for key in (account.parent, account.numerator, account.denominator) if key}


def grain_columns(grain: tuple[str, ...]) -> tuple[str, str]:
    """A grain as its level of places and its step of time; "" where it says none."""
    steps = [part for part in grain if part in TIME_AXES or part == "day"]
    levels = [part for part in grain if part not in steps]
    return levels[0] if levels else "", steps[0] if steps else ""


def _account(account: CoreAccount, found: dict[str, int], programmes: dict[str, int]) -> Account:
    level, step = grain_columns(account.grain)
    row = Account(
        uid=account.key,
        programme_id=programmes.get(account.programme or ""),
        label=account.key,
        unit=account.unit,
        decimals=account.decimals,
        time=account.time,
        places=account.places,
        grain_place=level,
        grain_time=step,
        parent_id=found.get(account.parent or ""),
        numerator_id=found.get(account.numerator or ""),
        denominator_id=found.get(account.denominator or ""),
    )
    if account.unit in ("XOF", "XAF") and account.decimals:
        raise Refused(
            "cfa_francs_without_decimals",
            _("Le compte « %(key)s » : le franc CFA n’a pas de centimes. Mettre « decimals » à 0.")
            % {"key": account.key},
        )
    for field in ("uid", "unit", "grain_place", "grain_time"):
        bulk.check_text(getattr(row, field), Account, field, _("Le compte"), account.key)
    return row


def _check_same(row: Account, given: CoreAccount) -> None:
    level, step = grain_columns(given.grain)
    theirs = {
        _("unité"): (row.unit, given.unit),
        _("décimales"): (row.decimals, given.decimals),
        _("dans le temps"): (row.time, given.time),
        _("entre les lieux"): (row.places, given.places),
        _("maille de lieu"): (row.grain_place, level),
        _("maille de temps"): (row.grain_time, step),
        _("compte parent"): (row.parent.uid if row.parent else None, given.parent),
        _("programme"): (row.programme.uid if row.programme else None, given.programme),
        _("numérateur"): (row.numerator.uid if row.numerator else None, given.numerator),
        _("dénominateur"): (row.denominator.uid if row.denominator else None, given.denominator),
    }
    for field, (ours, other) in theirs.items():
        if ours != other:
            raise bulk.conflict("account", row.uid, field, ours, other)


def store_versions(ledger: Ledger, programmes: dict[str, int]) -> None:
    """Add the plan versions that are missing, each to its programme or to none."""
    rows = PlanVersion.objects.select_related("programme")
    known = {(row.programme.uid if row.programme else "", row.number): row for row in rows}
    for given in ledger.versions.values():
        row, named = known.get(given.key), str(given.number)
        if row is None:
            bulk.check_text(given.decision, PlanVersion, "decision", _("La version du plan"), named)
            PlanVersion.objects.create(
                programme_id=programmes.get(given.programme or ""),
                number=given.number,
                effective_on=given.effective,
                decision=given.decision,
            )
        elif (row.effective_on, row.decision) != (given.effective, given.decision):
            ours, theirs = f"{row.effective_on} {row.decision}", f"{given.effective} {given.decision}"
            raise bulk.conflict("version", named, _("décision"), ours, theirs)


def store_sources(ledger: Ledger) -> dict[str, int]:
    """Add the sources that are missing, as parts of a ledger that was received; key → primary key."""
    keys = {entry.source or UNSAID for entry in ledger.entries.values()} | ledger.sources.keys()

    def make(key: str) -> Source:
        given = ledger.sources.get(key)
        title = given.title if given else "" if key else _("Source non précisée")
        bulk.check_text(title, Source, "title", _("La source"), key)
        return Source(uid=key, kind=Source.Kind.PACKAGE, title=title)

    for some in batches(sorted(ledger.sources), bulk.NAMED_AT_ONCE):
        for row in Source.objects.filter(uid__in=some):
            given = ledger.sources[row.uid]
            if given.title and row.title and given.title != row.title:
                raise bulk.conflict("source", row.uid, _("titre"), row.title, given.title)

    return bulk.ensure(Source, sorted(keys), make, _("La source"))


def store_organisations(ledger: Ledger) -> dict[str, int]:
    """Add the organisations whose part some entry is; key → primary key."""
    keys = sorted({entry.about for entry in ledger.entries.values() if entry.about})
    before = bulk.numbers(Organisation, keys)

    def make(key: str) -> Organisation:
        return Organisation(uid=key, name=key, kind=Organisation.Kind.OTHER, sort_key=sort_key(key)[:250])

    found = bulk.ensure(Organisation, keys, make, _("L’organisation"))
    bulk.add(
        OrganisationName,
        [
            OrganisationName(organisation_id=found[key], text=key, search_key=search_key(key)[:250])
            for key in keys
            if key not in before
        ],
    )
    return found


def store_cells(ledger: Ledger) -> dict[CoreCell, int]:
    """Add the axes, categories and cells that are missing; cell → primary key."""
    cells = dict.fromkeys(posting.cell for entry in ledger.entries.values() for posting in entry.postings)
    axes = bulk.ensure(
        Axis, sorted({axis for cell in cells for axis, _code in cell}), _axis, _("La ventilation"), "code"
    )
    categories = _store_categories({pair for cell in cells for pair in cell}, axes)
    texts = {cell: cell_key(dict(cell)) for cell in cells}
    before = bulk.numbers(Cell, texts.values(), "key")
    found = bulk.ensure(Cell, texts.values(), lambda key: Cell(key=key), _("La case"), "key")
    bulk.add(
        CellCategory,
        [
            CellCategory(cell_id=found[text], axis_id=axes[axis], category_id=categories[axis, code])
            for cell, text in texts.items()
            if text not in before
            for axis, code in cell
        ],
    )
    return {cell: found[text] for cell, text in texts.items()}


def _axis(code: str) -> Axis:
    return Axis(code=code, label=code)


def _store_categories(pairs: set[tuple[str, str]], axes: dict[str, int]) -> dict[tuple[str, str], int]:
    known = Category.objects.filter(axis__in=axes.values()).values_list("axis__code", "code", "pk")
    found = {(axis, code): number for axis, code, number in known}
    missing = sorted(pairs - found.keys())
    for _axis_code, code in missing:
        bulk.check_text(code, Category, "code", _("La catégorie"), code)
    rows = [Category(axis_id=axes[axis], code=code, label=code) for axis, code in missing]
    for pair, row in zip(missing, bulk.add(Category, rows), strict=True):
        found[pair] = row.pk
    return found
