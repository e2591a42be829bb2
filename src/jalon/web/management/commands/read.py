"""`jalon read FICHIER…`: what the reader finds in files, without any database."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from jalon.flows.reading.files import as_json, as_table, read_files, same_names

STRIDE = 5
"""Pages between two words about how far the recognition is."""
USAGE = "Écrire « jalon read FICHIER… » ou « jalon read FICHIER… --json »."


class Command(BaseCommand):
    """Read files and print their facts and checks, as a table or in the outer format."""

    help = "Lit des fichiers et montre les faits et les contrôles, en tableau ou en JSON ; rien n’est gardé."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add the files and the form of the answer."""
        parser.add_argument("files", nargs="*", metavar="FICHIER")
        parser.add_argument("--json", action="store_true", help="format extérieur jalon-reader-gold/1")
        parser.add_argument(
            "--ocr", action="store_true", help="reconnaît aussi le texte des pages numérisées (tesseract)"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Print what was read; 1 when a file could not be, 2 when the command is not well written."""
        paths = [Path(name) for name in options["files"]]
        if not paths:
            self.fail(2, USAGE)
        if options["json"] and (twice := same_names(paths)):
            self.fail(2, f"Plusieurs fichiers se nomment « {twice[0]} » : les lire l’un après l’autre.")
        found = read_files(paths, ocr=options["ocr"], tell=self.tell)
        try:
            self.stdout.write(as_json(found.files) if options["json"] else as_table(found.files))
            sys.stdout.flush()
        except BrokenPipeError:
            raise SystemExit(0) from None
        for file in found.files:
            for note in file.notes:
                self.stderr.write(f"{file.doc} : {note}")
        if found.failures:
            self.fail(1, *found.failures)

    def tell(self, name: str, done: int, total: int) -> None:
        """Say how far a long scan is, every five pages."""
        if total > STRIDE and done % STRIDE == 0:
            self.stderr.write(f"{name} : {done} pages reconnues sur {total}")

    def fail(self, code: int, *sentences: str) -> None:
        """Say what is wrong and leave."""
        for sentence in sentences:
            self.stderr.write(sentence)
        raise SystemExit(code)
