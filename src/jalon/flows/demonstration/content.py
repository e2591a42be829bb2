"""Reading the demonstration content, `content/*.toml`, described in `content/LISEZMOI.md`."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jalon.flows.demonstration.ledger_shapes import (
    SINCE_START,
    BatchData,
    CellData,
    EntryData,
    SettingAside,
    Withdrawal,
)
from jalon.flows.demonstration.review import with_values
from jalon.flows.demonstration.shapes import (
    FOLDER,
    AccountData,
    AgreementData,
    AmendmentData,
    AxisData,
    CategoryData,
    CodeData,
    DivisionData,
    DocumentData,
    JudgedData,
    LevelData,
    LinkData,
    NameData,
    OrganisationData,
    ParticipationData,
    Passage,
    PlaceCodeData,
    PlaceData,
    PlanVersionData,
    ProgrammeData,
    RemarkData,
    ResultData,
    RevisionData,
    StatusData,
    SuccessionData,
    ZoneData,
)
from jalon.flows.demonstration.tables import ContentProblem, build

__all__ = [
    "FOLDER",
    "SINCE_START",
    "AccountData",
    "AgreementData",
    "AmendmentData",
    "AxisData",
    "BatchData",
    "CategoryData",
    "CellData",
    "CodeData",
    "Content",
    "ContentProblem",
    "DivisionData",
    "DocumentData",
    "EntryData",
    "JudgedData",
    "LevelData",
    "LinkData",
    "NameData",
    "OrganisationData",
    "ParticipationData",
    "Passage",
    "PlaceCodeData",
    "PlaceData",
    "PlanVersionData",
    "ProgrammeData",
    "RemarkData",
    "ResultData",
    "RevisionData",
    "SettingAside",
    "StatusData",
    "SuccessionData",
    "Withdrawal",
    "ZoneData",
    "read_content",
]


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
    judged: tuple[JudgedData, ...]

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
    "judged": ("judged", JudgedData),
}


def read_content(folder: Path = FOLDER) -> Content:
    """Read `reference.toml`, then every other TOML file of the folder in the order of their names.

    The figures accepted as read take their value from the reader. Raises ContentProblem (French: file, table,
    key) for an unknown table or key, a missing key, a wrong kind, a figure the reader does not read so.
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
    documents = {document.key: document for document in found["documents"]}
    found["batches"] = [
        BatchData(batch.name, tuple(with_values(entry, documents) for entry in batch.entries))
        for batch in found["batches"]
    ]
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
