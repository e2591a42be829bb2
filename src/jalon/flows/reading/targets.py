"""What an accepted proposition becomes: an entry of the ledger, a place, an organisation, a programme."""

import dataclasses
import datetime
import enum

from jalon.records.ledger.models import Account, Entry
from jalon.records.parties.models import Organisation
from jalon.records.places.models import Place
from jalon.records.programmes.models import Programme
from jalon.records.reading.models import Claim


class Becomes(enum.StrEnum):
    """What a proposition of a type becomes once accepted; `KEPT`: it stays an accepted proposition."""

    ENTRY = "entry"
    PLACE = "place"
    ORGANISATION = "organisation"
    PROGRAMME = "programme"
    KEPT = "kept"


BECOMES = {
    Claim.Type.QUANTITY: Becomes.ENTRY,
    Claim.Type.MONEY: Becomes.ENTRY,
    Claim.Type.PERCENTAGE: Becomes.ENTRY,
    Claim.Type.PLACE: Becomes.PLACE,
    Claim.Type.ORGANIZATION: Becomes.ORGANISATION,
    Claim.Type.PROGRAMME: Becomes.PROGRAMME,
}
"""The other types stay accepted propositions: meetings and actions wait for the governance part."""


@dataclasses.dataclass(frozen=True)
class NewAccount:
    """An indicator, or a line of money, to open when nothing that exists counts this."""

    programme: Programme | None
    label: str
    unit: str
    unit_label: str = ""
    decimals: int = 0
    nature: str = Account.Nature.INDICATOR
    time: str = Account.Time.SUM
    places: str = Account.Places.SUM


@dataclasses.dataclass(frozen=True)
class FigureTarget:
    """The entry to make of a figure; `start` None: since the start. `with_parts`: its women and men too.

    A planned figure without `plan_version` goes into the version in force.
    """

    account: Account | NewAccount
    stage: str
    start: datetime.date | None
    end: datetime.date
    kind: str = Entry.Kind.STATEMENT
    place: Place | None = None
    about: Organisation | None = None
    plan_version: int | None = None
    with_parts: bool = True
    reported_by: str = ""
    note: str = ""


@dataclasses.dataclass(frozen=True)
class EntityTarget:
    """What exists already that an entity is."""

    place: Place | None = None
    organisation: Organisation | None = None
    programme: Programme | None = None


Target = FigureTarget | EntityTarget | None
"""None: the proposition is accepted and stays what it is."""


@dataclasses.dataclass(frozen=True)
class Proposal:
    """The first filling of the form of acceptance.

    `target` may be accepted as it is; None with `missing` (French sentences) when a person must choose.
    `period` is written as the figure form writes it; `accounts` are those that fit, the likeliest first.
    """

    becomes: Becomes
    target: Target = None
    accounts: tuple[Account, ...] = ()
    new_account: NewAccount | None = None
    stage: str = Entry.Stage.ACHIEVED
    period: str = ""
    start: datetime.date | None = None
    end: datetime.date | None = None
    place: Place | None = None
    places: tuple[Place, ...] = ()
    parts: tuple[Claim, ...] = ()
    missing: tuple[str, ...] = ()
