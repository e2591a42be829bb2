"""`./jalon messages`: collect the French messages of the code into the two catalogues; `--check` compares.

The messages are written in French in the code, so the French catalogue is the messages themselves: without
it, Python would use the English plural ("0 recommandations"). The English one keeps what was translated.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import django
from django.core.management import call_command
from django.core.management.commands import makemessages

ROOT = Path(__file__).parents[1]
LOCALE = Path("src") / "jalon" / "locale"
HEADER = """\
msgid ""
msgstr ""
"Project-Id-Version: jalon\\n"
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural={plural};\\n"

"""
PLURAL = {"fr": "(n > 1)", "en": "(n != 1)"}


class Collect(makemessages.Command):
    """Django's command, but a message that changed is untranslated again, never guessed."""

    msgmerge_options = [*makemessages.Command.msgmerge_options, "--no-fuzzy-matching"]


def catalogue(language: str) -> Path:
    return ROOT / LOCALE / language / "LC_MESSAGES" / "django.po"


def write() -> None:
    """Rewrite both catalogues from the code around this very file."""
    for language, plural in PLURAL.items():
        path = catalogue(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        if language == "fr" or not path.exists():
            path.write_text(HEADER.format(language=language, plural=plural), encoding="utf-8")
    os.chdir(ROOT / "src" / "jalon")
    options = {"no_wrap": True, "add_location": "file", "no_obsolete": True, "verbosity": 0}
    call_command(Collect(), locale=list(PLURAL), **options)
    french = str(catalogue("fr"))
    subprocess.run(["msgen", "--no-wrap", "--output-file", french, french], check=True)
    for language in PLURAL:
        path = catalogue(language)
        # The date of collection would make every run a change.
        path.write_text(
            re.sub(r'"POT-Creation-Date.*\n', "", path.read_text(encoding="utf-8")), encoding="utf-8"
        )


def comparable(path: Path) -> list[str]:
    """Return the lines that matter: a message may move from file to file."""
    if not path.exists():
        return []
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#:")]


def stale() -> list[str]:
    """Return the languages whose committed catalogue is not what the code gives, found in a copy of it."""
    with tempfile.TemporaryDirectory(prefix="jalon-messages-") as folder:
        copy = Path(folder)
        for part in ("src", "tools"):
            shutil.copytree(ROOT / part, copy / part, ignore=shutil.ignore_patterns("__pycache__", "*.mo"))
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(copy / "src"), str(copy)])}
        subprocess.run([sys.executable, "-m", "tools.messages"], cwd=copy, env=environment, check=True)
        return [
            language
            for language in PLURAL
            if comparable(catalogue(language))
            != comparable(copy / LOCALE / language / "LC_MESSAGES" / "django.po")
        ]


def main() -> int:
    """Write the catalogues, or with --check return 1 when they are stale."""
    if not shutil.which("xgettext"):
        print("Il manque gettext : sudo apt-get install --no-install-recommends gettext", file=sys.stderr)
        return 1
    if sys.argv[1:] == ["--check"]:
        found = stale()
        if found:
            print(f"Catalogues à refaire ({', '.join(found)}) : ./jalon messages")
        return int(bool(found))
    django.setup()
    write()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
