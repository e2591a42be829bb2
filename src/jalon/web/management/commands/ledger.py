"""`jalon ledger load FICHIER` and `jalon ledger dump [FICHIER]`: the outer format."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from jalon.flows import installation
from jalon.flows.ledger import exchange
from jalon.flows.ledger.failures import EXPECTED, sentences

USAGE = "Écrire « jalon ledger load FICHIER » ou « jalon ledger dump [FICHIER] » (« - » : entrée ou sortie)."


class Command(BaseCommand):
    """Load a ledger into the database, all of it or nothing; write the database as a ledger."""

    help = "Lit ou écrit un registre au format extérieur (une ligne JSON par objet)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add the verb and the file."""
        parser.add_argument("verb", nargs="?", default="", metavar="load|dump")
        parser.add_argument("file", nargs="?", default="", metavar="FICHIER", help="« - » : entrée ou sortie")

    def handle(self, *args: Any, **options: Any) -> None:
        """Do what is asked; a failure is French sentences and the exit code 1."""
        verb, file = options["verb"], options["file"]
        if verb not in {"load", "dump"} or (verb == "load" and not file):
            self.fail([USAGE])
        try:
            installation.migrate(self.say)
            if verb == "load":
                self.load(file)
            else:
                exchange.dump_file(file or "-")
        except BrokenPipeError:
            raise SystemExit(0) from None
        except EXPECTED as error:
            self.fail(sentences(error))

    def load(self, file: str) -> None:
        """Load a file and say what it added."""
        done = exchange.load_file(file)
        for doubt in done.doubts:
            self.say(f"Attention. {doubt[:1].upper()}{doubt[1:]}")
        self.say(f"{done.stored.entries} écritures et {done.stored.acts} actes ajoutés.")

    def say(self, sentence: str) -> None:
        """Say something beside the output."""
        self.stderr.write(sentence)

    def fail(self, found: list[str]) -> None:
        """Say what is wrong and leave with 1."""
        for sentence in found:
            self.say(sentence)
        raise SystemExit(1)
