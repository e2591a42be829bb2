"""Tables whose rows the database itself refuses to change: a migration operation."""

from collections.abc import Callable

from django.apps.registry import Apps
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations import RunPython

type_of_step = Callable[[Apps, BaseDatabaseSchemaEditor], None]


def _guard(tables: tuple[str, ...], message: str) -> type_of_step:
    def forwards(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
        for table in tables:
            trigger = f"CREATE TRIGGER {table}_append_only BEFORE UPDATE ON {table} "
            if schema_editor.connection.vendor == "sqlite":
                schema_editor.execute(f"{trigger}BEGIN SELECT RAISE(ABORT, '{message}'); END")
                continue
            schema_editor.execute(
                f"CREATE FUNCTION {table}_append_only() RETURNS trigger LANGUAGE plpgsql AS "
                f"$$ BEGIN RAISE EXCEPTION '{message}' USING ERRCODE = 'restrict_violation'; END $$"
            )
            schema_editor.execute(f"{trigger}FOR EACH ROW EXECUTE FUNCTION {table}_append_only()")

    return forwards


def _unguard(tables: tuple[str, ...]) -> type_of_step:
    def backwards(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
        for table in tables:
            if schema_editor.connection.vendor == "sqlite":
                schema_editor.execute(f"DROP TRIGGER {table}_append_only")
                continue
            schema_editor.execute(f"DROP TRIGGER {table}_append_only ON {table}")
            schema_editor.execute(f"DROP FUNCTION {table}_append_only()")

    return backwards


def append_only(*tables: str, message: str) -> RunPython:
    """Return the operation that makes UPDATE on these tables an error saying `message` (French).

    On SQLite a later migration that rebuilds one of the tables drops its trigger: repeat the operation
    after it (`tests/records` proves that the triggers are there).
    """
    return RunPython(_guard(tables, message), _unguard(tables))


def changeable(*tables: str, message: str) -> RunPython:
    """Return the operation that takes the guard of these tables away, so that a migration may change them.

    The migration repeats `append_only` as its last operation; `message` is its message.
    """
    return RunPython(_unguard(tables), _guard(tables, message))
