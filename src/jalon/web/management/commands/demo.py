"""`jalon demo`: the demonstration, from nothing to a page in one word."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from jalon.flows.demonstration import loading
from jalon.flows.demonstration.content import read_content
from jalon.flows.demonstration.users import PEOPLE, add_users, passwords
from jalon.flows.installation import prepare
from jalon.records.programmes.models import Programme
from jalon.records.users.models import User
from jalon.web.management.commands.serve import serve

RUN_BY_AWA = ("mli-1088", "cooperation-mali-luxembourg")


class Command(BaseCommand):
    """Bring the installation up to date, load the five programmes once, say how to log in, serve."""

    help = "Démarre la démonstration : cinq programmes, quatre utilisateurs."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add the address to serve on."""
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--no-serve", action="store_true", help="prépare sans servir")

    def handle(self, *args: Any, **options: Any) -> None:
        """Prepare, load what is missing, serve."""

        def say(text: str = "") -> None:
            sys.stderr.write(f"{text}\n")
            sys.stderr.flush()

        prepare(say)
        kept_in = settings.DATA / "demonstration.json"
        drawn = passwords(kept_in)
        if not User.objects.filter(username=PEOPLE[-1].username).exists():
            say("Chargement des cinq programmes de démonstration…")
            content = read_content()
            if not loading.is_loaded(content):
                loading.load(content)
            run = list(Programme.objects.filter(slug__in=RUN_BY_AWA))
            add_users(drawn=drawn, programmes_run=run, by=loading.BY)
        address = f"http://{options['host']}:{options['port']}"
        say()
        say(f"Pour se connecter : {address}/utilisateur/login/")
        for person in PEOPLE:
            say(f"  {person.username:<9} {drawn[person.username]:<18} {person.what}")
        say(f"  (mots de passe gardés dans {kept_in})")
        say()
        if not options["no_serve"]:
            serve(host=options["host"], port=options["port"], say=say)
