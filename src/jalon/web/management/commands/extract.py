"""`jalon extract DOSSIER`: the ledger as Parquet files."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from jalon.flows import installation
from jalon.flows.ledger.failures import EXPECTED, sentences


class Command(BaseCommand):
    """Write the Parquet extract of the ledger, without any personal name."""

    help = "Écrit un extrait Parquet du registre, sans nom de personne."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add the folder."""
        parser.add_argument("folder", nargs="?", default="", metavar="DOSSIER")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the extract; a failure is French sentences and the exit code 1."""
        from jalon.flows.ledger.extract import write_extract  # noqa: PLC0415 (slow import)

        if not options["folder"]:
            self.fail(["Donner un dossier : jalon extract DOSSIER."])
        try:
            installation.migrate(self.stderr.write)
            counts = write_extract(Path(options["folder"]))
        except EXPECTED as error:
            self.fail(sentences(error))
            return
        self.stderr.write(f"{counts['ledger_entry']} écritures, {counts['ledger_posting']} lignes.")

    def fail(self, found: list[str]) -> None:
        """Say what is wrong and leave with 1."""
        for sentence in found:
            self.stderr.write(sentence)
        raise SystemExit(1)
