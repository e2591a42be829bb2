"""The portable SQL on Spark, over the same Parquet extract. Needs `./jalon setup spark`."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from pyspark.sql import SparkSession

from jalon.flows.ledger.extract import check_extract
from jalon.flows.ledger.runners import Row, plain_instant
from jalon.flows.ledger.tables import TABLES

SETTINGS = {
    "spark.ui.enabled": "false",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.shuffle.partitions": "2",
    "spark.sql.adaptive.enabled": "false",
}


def local_session(master: str = "local[2]") -> SparkSession:
    """A Spark of this process alone; it takes some seconds to start."""
    builder = SparkSession.builder.master(master).appName("jalon")
    for name, value in SETTINGS.items():
        builder = builder.config(name, value)
    session: SparkSession = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    return session


class SparkRunner:
    """An extract read by Spark; one session serves several extracts, one after the other."""

    binary = ""

    def __init__(self, folder: Path, session: SparkSession | None = None) -> None:
        """Open the extract in a folder; Refused when it is none."""
        check_extract(folder)
        self._session = session or local_session()
        for table in TABLES:
            path = str((folder / f"{table}.parquet").absolute())
            self._session.read.parquet(path).createOrReplaceTempView(table)

    def rows(self, sql: str, parameters: Sequence[str] = ()) -> Sequence[Row]:
        """The rows of a SELECT; Spark quotes names with backticks."""
        frame = self._session.sql(sql.replace('"', "`"), args=list(parameters))
        return [tuple(row) for row in frame.collect()]

    def instant(self, moment: datetime) -> str:
        """An instant as a literal: extracts keep UTC without a zone."""
        return f"'{plain_instant(moment)}'"

    def close(self) -> None:
        """Stop the session."""
        self._session.stop()
