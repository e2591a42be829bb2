"""Lines of a ledger file: read one by one, never one that is too long to be one, and twice over."""

import json
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from django.utils.translation import gettext as _

from jalon.core.figures.lines import KINDS
from jalon.core.figures.outer import MOST_CHARACTERS, MOST_PROBLEMS
from jalon.records.problems import Refused

STANDARD_INPUT = "-"
IN_MEMORY = 16 * 1024 * 1024
MOST_BYTES = 4 * MOST_CHARACTERS


@contextmanager
def opened(name: str) -> Iterator[BinaryIO]:
    """A file that can be read twice; "-" is the standard input. Raises Refused when it cannot be read."""
    try:
        if name == STANDARD_INPUT:
            with tempfile.SpooledTemporaryFile(max_size=IN_MEMORY) as file:
                shutil.copyfileobj(sys.stdin.buffer, file)
                yield file  # type: ignore[misc]
        else:
            with Path(name).open("rb") as file:
                yield file
    except (FileNotFoundError, IsADirectoryError, PermissionError) as error:
        why = {
            FileNotFoundError: _("n’existe pas"),
            IsADirectoryError: _("est un dossier"),
            PermissionError: _("ne peut pas être lu : l’accès est refusé"),
        }[type(error)]
        raise Refused(
            "file_unreadable",
            _("Le fichier « %(name)s » %(why)s. Vérifier le chemin.") % {"name": name, "why": why},
        ) from error


def lines(file: BinaryIO, name: str) -> Iterator[bytes]:
    """The lines of the file from its beginning; Refused at one that is too long, without reading it all."""
    file.seek(0)
    number = 0
    while line := file.readline(MOST_BYTES + 1):
        number += 1
        if len(line) > MOST_BYTES:
            raise Refused(
                "line_too_long",
                _("%(name)s, ligne %(number)s : elle dépasse %(most)s caractères. Ce n’est pas un registre, "
                  "qui a une ligne par lieu, indicateur, écriture ou acte : vérifier le fichier.")
                % {"name": name, "number": number, "most": MOST_CHARACTERS},
            )  # fmt: skip
        yield line


@dataclass
class Outline:
    """What a file names, before it is read: kind and key → its line, and the entries its acts are about."""

    declared: dict[tuple[str, str], int] = field(default_factory=dict)
    acted_on: set[str] = field(default_factory=set)
    last: int | None = None
    """The line at which too many are broken to read on; None: none."""


def outline(file: BinaryIO, name: str) -> Outline:
    """Read a file once for what it names; its mistakes are said by the reading proper."""
    found, broken = Outline(), 0
    for number, line in enumerate(lines(file, name), start=1):
        data = _object(line)
        if data is None:
            broken += bool(line.strip())
            if broken > MOST_PROBLEMS:
                found.last = number
                break
            continue
        kind = next((kind for kind in KINDS if kind in data), "")
        if kind == "act":
            found.acted_on |= {str(data[key]) for key in ("entry", "replaced_by") if data.get(key)}
        else:
            found.declared.setdefault((kind, str(data.get(kind))), number)
    return found


def _object(line: bytes) -> dict[str, object] | None:
    try:
        data = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return data if isinstance(data, dict) else None
