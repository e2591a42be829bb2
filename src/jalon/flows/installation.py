"""Bringing an installation up to date: database, static files. Doing it twice costs almost nothing."""

import hashlib
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

Progress = Callable[[str], None]


def is_migrated() -> bool:
    """Return whether the database has every migration."""
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def migrate(say: Progress) -> None:
    """Apply the migrations that are missing, if any."""
    if not is_migrated():
        say("Préparation de la base de données…")
        call_command("migrate", verbosity=0, interactive=False)


def collect_static(say: Progress) -> None:
    """Collect and compress the static files when one of them changed since the last time."""
    fingerprint = _static_fingerprint()
    stamp = Path(settings.STATIC_ROOT) / ".empreinte"
    if stamp.exists() and stamp.read_text(encoding="ascii") == fingerprint:
        return
    say("Préparation des feuilles de style…")
    call_command("collectstatic", verbosity=0, interactive=False, clear=True)
    stamp.write_text(fingerprint, encoding="ascii")


def _static_fingerprint() -> str:
    digest = hashlib.sha256(settings.STORAGES["staticfiles"]["BACKEND"].encode())
    for folder in settings.STATICFILES_DIRS:
        for file in sorted(path for path in Path(folder).rglob("*") if path.is_file()):
            digest.update(f"{file.name} {file.stat().st_size}".encode() + file.read_bytes())
    return digest.hexdigest()


def prepare(say: Progress) -> None:
    """Bring the database and the static files of this installation up to date."""
    migrate(say)
    collect_static(say)
