"""`jalon figures --json QUESTION`: figures in the outer format, by the engine of one's choice."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from jalon.flows import installation
from jalon.flows.ledger.asking import answers, questions_of
from jalon.flows.ledger.engines import engine
from jalon.flows.ledger.failures import EXPECTED, sentences


class Command(BaseCommand):
    """Answer one question, or a list of them, on one line of JSON."""

    help = "Calcule des chiffres du registre : une question JSON, ou une liste ; une ligne JSON en réponse."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add the question, the engine and what it reads."""
        parser.add_argument("--json", default="", metavar="QUESTION", help="« - » : l’entrée standard")
        parser.add_argument("--engine", default="", metavar="MOTEUR", help="memory, database, extract, spark")
        parser.add_argument("--ledger", default="", metavar="FICHIER", help="registre que lit « memory »")
        parser.add_argument("--extract", default="", metavar="DOSSIER", help="extrait que lit « extract »")
        parser.add_argument(
            "--detail", action="store_true", help="ajoute unité, totaux déclarés, écartés, mentions"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the answer; a failure is French sentences and the exit code 1."""
        asked, ledger, extract = options["json"], options["ledger"], options["extract"]
        name = options["engine"] or ("memory" if ledger else "extract" if extract else "database")
        if not asked:
            self.fail(['Donner une question : jalon figures --json \'{"accounts": […], "to": …}\'.'])
        try:
            questions, as_list = questions_of(sys.stdin.read() if asked == "-" else asked)
            if not ledger and not extract:
                installation.migrate(self.stderr.write)
            with engine(name, ledger=ledger, extract=extract) as fetcher:
                self.stdout.write(answers(questions, fetcher, as_list=as_list, detail=options["detail"]))
        except EXPECTED as error:
            self.fail(sentences(error))

    def fail(self, found: list[str]) -> None:
        """Say what is wrong and leave with 1."""
        for sentence in found:
            self.stderr.write(sentence)
        raise SystemExit(1)
