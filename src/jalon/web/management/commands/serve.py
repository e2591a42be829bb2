"""`jalon serve`: serve an installation."""

import sys
from argparse import ArgumentParser
from typing import Any

import waitress
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.core.wsgi import get_wsgi_application

from jalon.flows.installation import prepare


def serve(*, host: str, port: int, say: Any) -> None:
    """Serve the product until Ctrl-C; a port that is taken is a French sentence."""
    try:
        server = waitress.create_server(
            get_wsgi_application(), host=host, port=port, threads=8, ident="Jalon"
        )
    except OSError as error:
        raise CommandError(
            f"Le port {port} est déjà pris ({error.strerror}). Choisir un autre port : --port {port + 1}"
        ) from None
    say(f"Jalon est prêt : http://{host}:{port}   (Ctrl-C pour arrêter)")
    try:
        server.run()
    finally:
        server.close()


class Command(BaseCommand):
    """Bring the installation up to date and serve it."""

    help = "Sert une installation existante."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add the address to serve on."""
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)

    def handle(self, *args: Any, **options: Any) -> None:
        """Prepare, then serve."""

        def say(text: str) -> None:
            sys.stderr.write(f"{text}\n")
            sys.stderr.flush()

        say(f"Données : {settings.DATA}")
        prepare(say)
        serve(host=options["host"], port=options["port"], say=say)
