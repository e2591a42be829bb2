"""Reading files that are not kept: what `jalon read` prints. No database is needed."""

import json
import os
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jalon.core.reading.facts import Check, Fact, FactType
from jalon.core.reading.outer import reading_json
from jalon.core.reading.reader import Reading
from jalon.flows.intake.extractors import check_size, extract
from jalon.flows.intake.ocr import extract_or_recognise
from jalon.flows.reading.french import read_french
from jalon.records.problems import Refused
from jalon.records.reading.models import Alert, Claim

_QUOTE_SHOWN = 60
_TOLD = {
    FactType.QUANTITY: ("unit", "sex", "status"),
    FactType.MONEY: ("currency", "what", "status"),
    FactType.PERSON: ("function", "organisation"),
    FactType.MEETING: ("body", "date", "place"),
    FactType.ACTION: ("kind", "responsible", "deadline"),
    FactType.FINDING: ("kind",),
}
"""What a table says of a fact beside its value."""
_WORDS = {
    "F": "femmes",
    "M": "hommes",
    "achieved": "réalisé",
    "planned": "prévu",
    "baseline": "référence",
    "context": "contexte",
    "spent": "dépensé",
    "mobilised": "mobilisé",
    "pledged": "promis",
    "unit": "prix unitaire",
    "revenue": "recette",
    "gap": "à rechercher",
    "recovered": "recouvré",
    "open": "à faire",
    "done": "fait",
    "deviation": "écart",
    "difficulty": "difficulté",
    "need": "besoin",
}


@dataclass(frozen=True)
class ReadFile:
    """A file that was read: `name` without its ending, `doc` with it; `notes` are the extractor's."""

    name: str
    doc: str
    reading: Reading
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Pile:
    """The files read, by name, and a French sentence for each that could not be."""

    files: tuple[ReadFile, ...]
    failures: tuple[str, ...]


Tell = Callable[[str, int, int], None]
"""Called with the name of a file, how many of its images are recognised, and how many there are."""


def read_files(paths: Iterable[Path], *, ocr: bool = False, tell: Tell | None = None) -> Pile:
    """Read each file as text, then what it says; one that cannot be read does not stop the others.

    With `ocr`, the text of pages that are images is recognised; the notes of a file say which. It takes
    seconds a page: `tell` says how far it is.
    """
    files, failures = [], []
    for path in paths:
        try:
            files.append(read_file(path, ocr=ocr, tell=tell))
        except Refused as refusal:
            failures.append(f"{shown_name(path.name)} : {refusal}")
        except OSError as error:
            failures.append(f"{shown_name(path.name)} : {_of_the_system(error)}")
        except Exception as error:  # noqa: BLE001 (one file that breaks the reader must not lose the others)
            failures.append(f"{shown_name(path.name)} : {_broken(error)}")
    return Pile(tuple(sorted(files, key=lambda one: one.name)), tuple(failures))


def read_file(path: Path, *, ocr: bool = False, tell: Tell | None = None) -> ReadFile:
    """Read one file, its images too with `ocr`. Raises Refused or OSError."""
    check_size(path.stat().st_size if path.is_file() else 1)
    content, name = path.read_bytes(), shown_name(path.name)
    if ocr:
        told = partial(tell, name) if tell is not None else None
        found = extract_or_recognise(content, file_name=path.name, tell=told)
    else:
        found = extract(content, file_name=path.name)
    return ReadFile(shown_name(path.stem), name, read_french(found.content, found.blocks), found.notes)


def shown_name(name: str) -> str:
    """Return the name of a file as text that can be printed, whatever its bytes."""
    return os.fsencode(name).decode("utf-8", errors="replace")


def _of_the_system(error: OSError) -> str:
    match error:
        case FileNotFoundError():
            return _("ce fichier n’existe pas : vérifier son nom.")
        case IsADirectoryError():
            return _("c’est un dossier : donner les fichiers qu’il contient.")
        case PermissionError():
            return _("la lecture de ce fichier n’est pas autorisée : vérifier ses droits.")
        case _:
            return _("ce fichier ne se lit pas (%(reason)s).") % {"reason": error.strerror or error}


def _broken(error: Exception) -> str:
    return _("le lecteur a échoué sur ce fichier (%(error)s) : nous le signaler, avec le fichier.") % {
        "error": f"{type(error).__name__} : {error}"
    }


def same_names(paths: Iterable[Path]) -> list[str]:
    """Return the names, without their endings, that several of these files have: they are the keys."""
    counts = Counter(shown_name(path.stem) for path in paths)
    return sorted(name for name, times in counts.items() if times > 1)


def as_json(files: Iterable[ReadFile]) -> str:
    """Return the files in the outer format, on one line: `{"name": {"doc", "schema", "chars", …}, …}`."""
    found: dict[str, Any] = {
        one.name: reading_json(
            doc=one.doc, text=one.reading.text, facts=one.reading.facts, checks=one.reading.checks
        )
        for one in files
    }
    return json.dumps(found, ensure_ascii=False)


def as_table(files: Iterable[ReadFile]) -> str:
    """Return the files for somebody who reads French: the alerts of each, then what was found."""
    return "\n\n".join(_table_of(one) for one in files)


def _table_of(file: ReadFile) -> str:
    text, facts = file.reading.text, file.reading.facts
    alerts = [check for check in file.reading.checks if check.is_alert]
    head = ngettext("%(n)s proposition", "%(n)s propositions", len(facts)) % {"n": len(facts)}
    told = ngettext("%(n)s alerte", "%(n)s alertes", len(alerts)) % {"n": len(alerts)}
    lines = [f"{file.doc} — {head}, {told}"]
    lines += [f"  ! {_alert(check, text)}" for check in alerts]
    rows = [_row(fact, text) for fact in facts]
    widths = [max((len(row[n]) for row in rows), default=0) for n in range(2)]
    lines += [f"  {row[0]:<{widths[0]}}  {row[1]:<{widths[1]}}  « {row[2]} »" for row in rows]
    return "\n".join(lines)


def _alert(check: Check, text: str) -> str:
    quotes = " / ".join(f"« {_one_line(span.quote(text))} »" for span in check.spans)
    return f"{Alert.Level(check.level).label} : {check.explain} {quotes}"


def _row(fact: Fact, text: str) -> tuple[str, str, str]:
    return str(Claim.Type(fact.type).label), _one_line(_value(fact)), _one_line(fact.span.quote(text))


def _value(fact: Fact) -> str:
    value = fact.value
    if isinstance(value, tuple):
        said = "–".join("" if one is None else str(one) for one in value)
    else:
        said = "" if value is None else str(value)
    told = [", ".join(_WORDS.get(one, one) for one in fact.texts(key)) for key in _TOLD.get(fact.type, ())]
    return " · ".join(filter(None, [said, *told]))


def _one_line(quote: str) -> str:
    line = " ".join(quote.split())
    return line if len(line) <= _QUOTE_SHOWN else f"{line[: _QUOTE_SHOWN - 1]}…"
