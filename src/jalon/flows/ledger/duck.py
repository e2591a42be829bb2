"""The portable SQL on DuckDB, over a Parquet extract."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import duckdb

from jalon.flows.ledger.extract import check_extract
from jalon.flows.ledger.runners import Row, plain_instant
from jalon.flows.ledger.tables import TABLES


class DuckRunner:
    """An extract read by DuckDB, in this process; nothing is fetched from the network."""

    binary = ""

    def __init__(self, folder: Path) -> None:
        """Open the extract in a folder; Refused when it is none."""
        check_extract(folder)
        self._connection = duckdb.connect(
            ":memory:", config={"autoinstall_known_extensions": False, "autoload_known_extensions": False}
        )
        for table in TABLES:
            path = str(folder / f"{table}.parquet").replace("'", "''")
            self._connection.execute(f"CREATE VIEW {table} AS SELECT * FROM read_parquet('{path}')")

    def rows(self, sql: str, parameters: Sequence[str] = ()) -> Sequence[Row]:
        """The rows of a SELECT."""
        return self._connection.execute(sql, list(parameters)).fetchall()

    def instant(self, moment: datetime) -> str:
        """An instant as a literal: extracts keep UTC without a zone."""
        return f"'{plain_instant(moment)}'"

    def close(self) -> None:
        """Give the memory back."""
        self._connection.close()
