"""The demonstration content as plain dataclasses, read from `content/*.toml` (described in `content/LISEZMOI.md`).

Texts are as written in TOML: dates ISO (reduced precision where the document has it), values decimal strings in
the unit, instants with a Z. Keys (`drsa.plans`, `luxdev`) hold within the content only.
"""

import dataclasses
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from jalon.core.values.numbers import PrintedNumber, parse_number
from jalon.flows.demonstration.tables import ContentProblem, build

FOLDER = Path(__file__).parent / "content"
SINCE_START = "start"


@dataclass(frozen=True)
class DivisionData:
    """An edition of the territorial division."""

    code: str
    label: str
    in_force_from: str = ""
    in_force_to: str = ""
    act: str = ""


@dataclass(frozen=True)
class NameData:
    """Another name of a place; kind: official, variant, former."""

    text: str
    kind: str
    since: str = ""
    until: str = ""


@dataclass(frozen=True)
class PlaceCodeData:
    """A code of a place in a scheme and a vintage."""

    scheme: str
    vintage: str
    value: str


@dataclass(frozen=True)
class PlaceData:
    """A place; `parents` goes from the code of a division to the key of the parent there."""

    key: str
    level: str
    name: str
    lat: str = ""
    lon: str = ""
    opened_on: str = ""
    closed_on: str = ""
    names: tuple[NameData, ...] = ()
    codes: tuple[PlaceCodeData, ...] = ()
    parents: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class ZoneData:
    """A set of places; `note` says what is uncertain in it. Its key stands among the keys of places."""

    key: str
    name: str
    members: tuple[str, ...]
    since: str = ""
    until: str = ""
    note: str = ""


@dataclass(frozen=True)
class AxisData:
    """A dimension of breakdown."""

    code: str
    label: str


@dataclass(frozen=True)
class CategoryData:
    """A category of an axis."""

    axis: str
    code: str
    label: str


@dataclass(frozen=True)
class OrganisationData:
    """An organisation; kind as in `parties.Organisation.Kind`."""

    key: str
    name: str
    kind: str
    acronym: str = ""
    country: str = ""
    place: str = ""
    other_names: tuple[str, ...] = ()


@dataclass(frozen=True)
class SuccessionData:
    """An organisation that took over from another."""

    predecessor: str
    successor: str
    on: str = ""
    act: str = ""


@dataclass(frozen=True)
class DocumentData:
    """A document: a file of `content/documents` and the programmes it belongs to."""

    key: str
    file: str
    title: str
    kind: str
    dated: str
    issuer: str
    visibility: str
    programmes: tuple[str, ...]
    invented: bool = False

    @property
    def path(self) -> Path:
        """Where the file is."""
        return FOLDER / "documents" / self.file


@dataclass(frozen=True)
class Passage:
    """The n-th time a quote stands in the text of a document."""

    document: str
    quote: str
    occurrence: int = 1


@dataclass(frozen=True)
class CodeData:
    """A code of a programme in somebody's scheme."""

    scheme: str
    value: str


@dataclass(frozen=True)
class StatusData(Passage):
    """A status a programme entered on a day, with the passage that says it."""

    status: str = ""
    on: str = ""


@dataclass(frozen=True)
class ParticipationData:
    """What an organisation is in a programme; role as in `programmes.Participation.Role`."""

    organisation: str
    role: str


@dataclass(frozen=True)
class LinkData:
    """A link or medium: kind page, video, photo; `note` is what a reader must know of it."""

    kind: str
    title: str
    url: str = ""
    place: str = ""
    note: str = ""


@dataclass(frozen=True)
class ProgrammeData:
    """A programme, component or project; its key is its slug."""

    key: str
    kind: str
    title: str
    short_title: str
    parent: str = ""
    acronym: str = ""
    summary: str = ""
    objectives: str = ""
    country: str = ""
    planned_start: str = ""
    planned_end: str = ""
    planned_months: int | None = None
    actual_start: str = ""
    actual_end: str = ""
    stated_months: int | None = None
    published: bool = False
    codes: tuple[CodeData, ...] = ()
    places: tuple[str, ...] = ()
    participations: tuple[ParticipationData, ...] = ()
    status: tuple[StatusData, ...] = ()
    links: tuple[LinkData, ...] = ()


@dataclass(frozen=True)
class AgreementData(Passage):
    """A signed text."""

    programme: str = ""
    kind: str = ""
    title: str = ""
    number: str = ""
    signed_on: str = ""
    start: str = ""
    end: str = ""
    months: int | None = None
    parties: tuple[str, ...] = ()


@dataclass(frozen=True)
class AmendmentData(Passage):
    """An amendment: by what act, for how many months, until when."""

    programme: str = ""
    number: int = 1
    title: str = ""
    act: str = ""
    decided_on: str = ""
    months: int | None = None
    new_end: str = ""


@dataclass(frozen=True)
class PlanVersionData(Passage):
    """A version of a programme's plan."""

    programme: str = ""
    number: int = 1
    effective_on: str = ""
    decision: str = ""


@dataclass(frozen=True)
class RevisionData(Passage):
    """A revision of a programme's results framework; adopted when it has a date."""

    programme: str = ""
    number: int = 1
    adopted_on: str = ""
    decision: str = ""
    note: str = ""


@dataclass(frozen=True)
class LevelData:
    """A level of the framework, named by the programme."""

    programme: str
    code: str
    label: str
    depth: int


@dataclass(frozen=True)
class ResultData:
    """A result; it is in the revision `since_revision` and the later ones. No passage when the text has none."""

    programme: str
    code: str
    level: str
    statement: str
    parent: str = ""
    since_revision: int = 1
    document: str = ""
    quote: str = ""
    occurrence: int = 1


@dataclass(frozen=True)
class AccountData:
    """An account and, when it has a `code`, its indicator sheet under the result of code `result`."""

    key: str
    programme: str
    label: str
    unit: str
    unit_label: str
    time: str
    places: str
    decimals: int = 0
    nature: str = "indicator"
    definition: str = ""
    grain_place: str = ""
    grain_time: str = ""
    parent: str = ""
    numerator: str = ""
    denominator: str = ""
    public: bool = True
    result: str = ""
    code: str = ""
    verification: str = ""
    frequency: str = ""
    responsible: str = ""
    breakdowns: tuple[str, ...] = ()
    since_revision: int = 1


@dataclass(frozen=True)
class CellData:
    """A cell of an entry; without a quote it stands in the entry's own."""

    value: str
    sex: str = ""
    age: str = ""
    type: str = ""
    funder: str = ""
    printed: str = ""
    quote: str = ""
    occurrence: int = 1
    gold: tuple[str, ...] = ()

    @property
    def categories(self) -> dict[str, str]:
        """Axis code → category code."""
        axes = {"sex": self.sex, "age": self.age, "type": self.type, "funder": self.funder}
        return {axis: category for axis, category in axes.items() if category}


@dataclass(frozen=True)
class Withdrawal:
    """The entry was withdrawn; `replaced_by` is the key of its replacement."""

    at: str
    by: str
    why: str
    replaced_by: str = ""


@dataclass(frozen=True)
class SettingAside:
    """The entry was set aside, as one of two contradicting claims."""

    at: str
    by: str
    why: str


@dataclass(frozen=True)
class EntryData:
    """An entry of the ledger with its acts. A draft has an empty `approved_at`.

    `value` is the total; `cells` are the parts that are said, the rest is a posting without a category. `gold`
    are the labels of the source document that the total carries (its cells have their own); `repeat` says that
    another entry already carries them.
    """

    key: str
    account: str
    value: str
    document: str
    quote: str
    place: str
    division: str
    recorded_at: str
    recorded_by: str
    approved_at: str
    approved_by: str
    occurrence: int = 1
    kind: str = "statement"
    stage: str = "achieved"
    start: str = ""
    end: str = ""
    on: str = ""
    about: str = ""
    version: int | None = None
    reported_by: str = ""
    printed: str = ""
    precision: str = ""
    qualifier: str = ""
    note: str = ""
    invented: bool = False
    gold: tuple[str, ...] = ()
    repeat: bool = False
    cells: tuple[CellData, ...] = ()
    withdrawn: Withdrawal | None = None
    set_aside: SettingAside | None = None

    @property
    def first_day(self) -> date | None:
        """The first day, or None since the start."""
        return (
            None if self.start == SINCE_START and not self.on else date.fromisoformat(self.on or self.start)
        )

    @property
    def last_day(self) -> date:
        """The last day, or the day of an event."""
        return date.fromisoformat(self.on or self.end)

    @property
    def postings(self) -> tuple[CellData, ...]:
        """The cells and, when they do not make the total, the rest in a cell without category."""
        rest = Decimal(self.value) - sum((Decimal(cell.value) for cell in self.cells), Decimal(0))
        return self.cells if self.cells and rest == 0 else (*self.cells, CellData(value=str(rest)))

    @property
    def number(self) -> PrintedNumber:
        """The total as printed, with its precision in the unit and its qualifier; as valued when not printed."""
        read = parse_number(self.printed) if self.printed else parse_number(self.value.replace(".", ","))
        if not self.precision and not self.qualifier:
            return read
        return dataclasses.replace(
            read,
            precision=Decimal(self.precision) if self.precision else read.precision,
            qualifier=type(read.qualifier)(self.qualifier) if self.qualifier else read.qualifier,
        )


@dataclass(frozen=True)
class BatchData:
    """Entries recorded together; what a batch says holds for each entry that does not say otherwise."""

    name: str
    entries: tuple[EntryData, ...]


@dataclass(frozen=True)
class RemarkData:
    """A remark that ties two passages and is shown beside the accounts and programmes concerned."""

    title: str
    explanation: str
    first: Passage
    written_on: str
    programmes: tuple[str, ...]
    second: Passage | None = None
    code: str = ""
    accounts: tuple[str, ...] = ()
    invented: bool = False


@dataclass(frozen=True)
class Content:
    """All of it, in the order of the files; parents stand before children."""

    divisions: tuple[DivisionData, ...]
    places: tuple[PlaceData, ...]
    zones: tuple[ZoneData, ...]
    axes: tuple[AxisData, ...]
    categories: tuple[CategoryData, ...]
    organisations: tuple[OrganisationData, ...]
    successions: tuple[SuccessionData, ...]
    documents: tuple[DocumentData, ...]
    programmes: tuple[ProgrammeData, ...]
    agreements: tuple[AgreementData, ...]
    amendments: tuple[AmendmentData, ...]
    plan_versions: tuple[PlanVersionData, ...]
    revisions: tuple[RevisionData, ...]
    levels: tuple[LevelData, ...]
    results: tuple[ResultData, ...]
    accounts: tuple[AccountData, ...]
    batches: tuple[BatchData, ...]
    remarks: tuple[RemarkData, ...]

    @property
    def entries(self) -> tuple[EntryData, ...]:
        """The entries of all batches."""
        return tuple(entry for batch in self.batches for entry in batch.entries)


_TABLES: Mapping[str, tuple[str, type]] = {
    "division": ("divisions", DivisionData),
    "place": ("places", PlaceData),
    "zone": ("zones", ZoneData),
    "axis": ("axes", AxisData),
    "category": ("categories", CategoryData),
    "organisation": ("organisations", OrganisationData),
    "succession": ("successions", SuccessionData),
    "document": ("documents", DocumentData),
    "programme": ("programmes", ProgrammeData),
    "agreement": ("agreements", AgreementData),
    "amendment": ("amendments", AmendmentData),
    "plan_version": ("plan_versions", PlanVersionData),
    "revision": ("revisions", RevisionData),
    "level": ("levels", LevelData),
    "result": ("results", ResultData),
    "account": ("accounts", AccountData),
    "remark": ("remarks", RemarkData),
}


def read_content(folder: Path = FOLDER) -> Content:
    """Read `reference.toml`, then every other TOML file of the folder in the order of their names.

    Raises ContentProblem (French: file, table, key) for an unknown table or key, a missing key, a wrong kind.
    """
    found: dict[str, list[Any]] = {name: [] for name, _cls in _TABLES.values()} | {"batches": []}
    for path in sorted(folder.glob("*.toml"), key=lambda path: (path.stem != "reference", path.name)):
        for table, rows in tomllib.loads(path.read_text(encoding="utf-8")).items():
            if table == "batch":
                found["batches"] += _batches(rows, path.name)
            elif table in _TABLES:
                name, cls = _TABLES[table]
                found[name] += [
                    build(cls, row, f"{path.name}, {table} n° {rank}")
                    for rank, row in enumerate(rows, start=1)
                ]
            else:
                raise ContentProblem(f"{path.name} : table inconnue « {table} ».")
    return Content(**{name: tuple(rows) for name, rows in found.items()})


def _batches(rows: Iterable[dict[str, Any]], file: str) -> list[BatchData]:
    batches = []
    for row in rows:
        shared = {key: value for key, value in row.items() if key not in {"name", "entry"}}
        entries = tuple(
            build(
                EntryData,
                {**shared, **entry},
                f"{file}, {row['name']}, {entry.get('key', 'écriture sans clé')}",
            )
            for entry in row["entry"]
        )
        batches.append(BatchData(name=row["name"], entries=entries))
    return batches
