"""`jalon reading export-labels DOSSIER`: what was judged, as labelled examples."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from jalon.flows import installation
from jalon.flows.ledger.failures import EXPECTED, sentences
from jalon.flows.reading.labelling import export_labels

USAGE = "Écrire « jalon reading export-labels DOSSIER »."


class Command(BaseCommand):
    """Write the labels that the reviews made."""

    help = "Écrit en exemples étiquetés ce que les relectures ont accepté, corrigé et ajouté."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add the verb and the folder."""
        parser.add_argument("verb", nargs="?", default="", metavar="export-labels")
        parser.add_argument("folder", nargs="?", default="", metavar="DOSSIER")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the labels; a failure is French sentences and the exit code 1, or 2 for how it is called."""
        if options["verb"] != "export-labels" or not options["folder"]:
            self.fail(2, [USAGE])
        try:
            installation.migrate(self.stderr.write)
            done = export_labels(Path(options["folder"]))
        except EXPECTED as error:
            self.fail(1, sentences(error))
            return
        self.stderr.write(
            f"Étiquetés : textes {done.texts}, faits {done.facts}, contrôles {done.checks}. "
            "Ces fichiers citent les documents et nomment des personnes : ne pas les diffuser."
        )

    def fail(self, code: int, found: list[str]) -> None:
        """Say what is wrong and leave."""
        for sentence in found:
            self.stderr.write(sentence)
        raise SystemExit(code)
