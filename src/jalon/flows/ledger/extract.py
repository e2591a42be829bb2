"""A Parquet extract of the ledger: one file a table, for DuckDB, Spark or a statistician."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from django.db import connection, transaction
from django.utils.translation import gettext as _

from jalon.flows.ledger import reading
from jalon.flows.ledger.failures import reason
from jalon.flows.ledger.keys import as_date
from jalon.flows.ledger.tables import TABLES, Type
from jalon.records.problems import Refused

AT_ONCE = 50_000
TYPES: Mapping[Type, pa.DataType] = {
    "int": pa.int64(),
    "text": pa.string(),
    "nothing": pa.string(),
    "day": pa.date32(),
    "instant": pa.timestamp("us"),
}


def _instant(value: Any) -> Any:
    """Without its zone: an extract keeps UTC, which no reader has to guess."""
    return None if value is None else reading.as_instant(value).replace(tzinfo=None)


CONVERT: Mapping[Type, Callable[[Any], Any]] = {"day": as_date, "instant": _instant}


def write_extract(folder: Path) -> dict[str, int]:
    """Write the extract into a folder and return how many rows each table has.

    One instant of the database for all tables. Files appear under their names once all are written, in
    place of those of an earlier extract. Raises Refused when the folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with transaction.atomic():
            _freeze()
            counts = {table: _write(table, folder / f"{table}.part") for table in TABLES}
        for table in TABLES:
            (folder / f"{table}.part").replace(folder / f"{table}.parquet")
    except OSError as error:
        raise Refused(
            "extract_unwritable",
            _("L’extrait ne peut pas être écrit dans « %(folder)s » (%(why)s) : choisir un autre dossier.")
            % {"folder": folder, "why": reason(error)},
        ) from error
    finally:
        for table in TABLES:
            (folder / f"{table}.part").unlink(missing_ok=True)
    return counts


def _freeze() -> None:
    """PostgreSQL shows each statement its own instant unless told otherwise at the beginning."""
    if connection.vendor == "postgresql" and len(connection.savepoint_ids) == 0:
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")


def _write(table: str, path: Path) -> int:
    columns = TABLES[table]
    schema = pa.schema([(name, TYPES[kind]) for name, kind in columns.items()])
    rows = 0
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        for chunk in _chunks(table):
            arrays = [
                pa.array(_converted(values, kind), TYPES[kind])
                for values, kind in zip(zip(*chunk, strict=True), columns.values(), strict=True)
            ]
            writer.write_table(pa.Table.from_arrays(arrays, schema=schema))
            rows += len(chunk)
    return rows


def _chunks(table: str) -> Iterator[list[tuple[Any, ...]]]:
    selected = ", ".join(
        f"'' AS \"{name}\"" if kind == "nothing" else f't."{name}"' for name, kind in TABLES[table].items()
    )
    with connection.chunked_cursor() as cursor:
        cursor.execute(f'SELECT {selected} FROM "{table}" t ORDER BY t.id')
        while chunk := cursor.fetchmany(AT_ONCE):
            yield chunk


def _converted(values: tuple[Any, ...], kind: Type) -> Any:
    convert = CONVERT.get(kind)
    return values if convert is None else [convert(value) for value in values]


def check_extract(folder: Path) -> None:
    """Refuse a folder that is no extract, naming the first file that is missing."""
    for table in TABLES:
        if not (folder / f"{table}.parquet").is_file():
            raise Refused(
                "not_an_extract",
                _("« %(folder)s » n’est pas un extrait complet : il y manque %(file)s. "
                  "L’écrire d’abord avec « jalon extract DOSSIER ».")
                % {"folder": folder, "file": f"{table}.parquet"},
            )  # fmt: skip
