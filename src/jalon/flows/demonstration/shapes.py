"""What the content says of the world: territories, organisations, documents, programmes, results, remarks.

Texts are as written in TOML: dates ISO (reduced precision where the document has it), instants with a Z. Keys
(`drsa.plans`, `luxdev`) hold within the content only.
"""

from dataclasses import dataclass, field
from pathlib import Path

FOLDER = Path(__file__).parent / "content"


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
    """A result, in the revision `since_revision` and the later ones; no passage when the text has none."""

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
class RemarkData:
    """A remark that ties two passages and is shown beside the accounts and programmes concerned.

    `alert` is the kind of the alert of the reader that it notes; empty for what only a person saw.
    """

    title: str
    explanation: str
    first: Passage
    written_on: str
    programmes: tuple[str, ...]
    second: Passage | None = None
    code: str = ""
    accounts: tuple[str, ...] = ()
    alert: str = ""
    invented: bool = False


@dataclass(frozen=True)
class JudgedData:
    """What the review decided of the other propositions and alerts of a document.

    `types` are types of propositions, `alerts` kinds of alerts; `quote` narrows to those that stand in it.
    The verdict is `accepted` (kept as read), `ignored` or, for an alert, `dismissed`: the last two say why.
    """

    document: str
    verdict: str
    by: str
    types: tuple[str, ...] = ()
    alerts: tuple[str, ...] = ()
    quote: str = ""
    occurrence: int = 1
    reason: str = ""
