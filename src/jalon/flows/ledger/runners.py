"""Who runs the portable SQL of the ledger, and the runner on the application's own connection.

The SQL is one text for every engine. It quotes the columns that are reserved words, marks its parameters
(text only) with `?`, and writes numbers, days and instants as literals. Instants are UTC.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, Protocol

from django.db import connection

Row = tuple[Any, ...]


class Runner(Protocol):
    """An engine that runs one portable SELECT and hands back its rows."""

    @property
    def binary(self) -> str:
        """What, written after a text column, makes it sort by code points."""
        ...

    def rows(self, sql: str, parameters: Sequence[str] = ()) -> Sequence[Row]:
        """The rows of a SELECT."""
        ...

    def instant(self, moment: datetime) -> str:
        """An aware instant as a literal that compares with the engine's stored instants."""
        ...


def plain_instant(moment: datetime) -> str:
    """An aware instant as text in UTC without its zone: how SQLite and the extracts keep it."""
    return str(moment.astimezone(UTC).replace(tzinfo=None))


class DjangoRunner:
    """The application's own connection: SQLite or PostgreSQL."""

    def __init__(self) -> None:
        self._postgresql = connection.vendor == "postgresql"
        self.binary = ' COLLATE "C"' if self._postgresql else ""

    def rows(self, sql: str, parameters: Sequence[str] = ()) -> Sequence[Row]:
        """The rows of a SELECT, inside the caller's transaction if there is one."""
        with connection.cursor() as cursor:
            if parameters:
                cursor.execute(sql.replace("%", "%%").replace("?", "%s"), list(parameters))
            else:
                cursor.execute(sql)
            found: Sequence[Row] = cursor.fetchall()
            return found

    def instant(self, moment: datetime) -> str:
        """An instant as a literal: text on SQLite, with its zone on PostgreSQL."""
        return f"'{plain_instant(moment)}+00'" if self._postgresql else f"'{plain_instant(moment)}'"
