"""Writing many rows at once, and finding those already there by what names them."""

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any, TypeVar

from django.db import connection
from django.db.models import Model
from django.utils.translation import gettext as _

from jalon.core.figures.wording import ALREADY
from jalon.flows.ledger.clauses import batches
from jalon.records.problems import Refused

M = TypeVar("M", bound=Model)
T = TypeVar("T")
AT_ONCE = 5000
NAMED_AT_ONCE = 500
"""How many keys one query names: SQLite limits its parameters."""
LARGEST = 2**63 - 1


def numbers(model: type[Model], keys: Collection[str], field: str = "uid") -> dict[str, int]:
    """Key → primary key of the rows that have it."""
    found: dict[str, int] = {}
    for some in batches(sorted(keys), NAMED_AT_ONCE):
        rows = model._default_manager.filter(**{f"{field}__in": some}).values_list(field, "pk")
        found |= dict(rows)
    return found


def add(model: type[M], rows: Iterable[M]) -> list[M]:
    """Insert rows, whose primary keys they then have."""
    return model._default_manager.bulk_create(rows, batch_size=AT_ONCE)


def ensure(
    model: type[M], keys: Iterable[str], make: Callable[[str], M], what: str, field: str = "uid"
) -> dict[str, int]:
    """Key → primary key, with the rows that are missing made. `what`: the noun of an error sentence."""
    wanted = dict.fromkeys(keys)
    found = numbers(model, wanted, field)
    missing = [key for key in wanted if key not in found]
    for key in missing:
        check_text(key, model, field, what, key)
    for row in add(model, [make(key) for key in missing]):
        found[getattr(row, field)] = row.pk
    return found


def check_text(text: str, model: type[Model], field: str, what: str, key: str) -> None:
    """Refuse a text that the database cannot keep: too long, or with characters that are none."""
    limit = model._meta.get_field(field).max_length  # type: ignore[union-attr]
    shown = key if len(key) <= 40 else f"{key[:39]}…"
    if limit is not None and len(text) > limit:
        raise Refused(
            "text_too_long",
            _("%(what)s « %(key)s » : un texte de %(length)s caractères dépasse les %(limit)s admis. "
              "Le raccourcir.")
            % {"what": what, "key": shown, "length": len(text), "limit": limit},
        )  # fmt: skip
    if "\x00" in text or not _encodable(text):
        shown = shown.replace("\x00", "␀").encode("utf-8", "replace").decode()
        raise Refused(
            "text_unreadable",
            _("%(what)s « %(key)s » : un texte contient un caractère interdit. Le retirer.")
            % {"what": what, "key": shown},
        )


def _encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def insert(model: type[Model], columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Insert plain values (numbers, texts, days, instants), some ten times faster than as model objects."""
    quoted = ", ".join(f'"{column}"' for column in columns)
    marks = ", ".join(["%s"] * len(columns))
    sql = f'INSERT INTO "{model._meta.db_table}" ({quoted}) VALUES ({marks})'
    with connection.cursor() as cursor:
        cursor.executemany(sql, [tuple(map(_adapted, row)) for row in rows])


def _adapted(value: Any) -> Any:
    return _instant(value) if isinstance(value, datetime) else value


@lru_cache(maxsize=4096)
def _instant(value: datetime) -> Any:
    """An instant as this database takes it: SQLite keeps UTC as text."""
    return connection.ops.adapt_datetimefield_value(value)


def check_entry_text(text: str, model: type[Model], field: str, key: str) -> None:
    """`check_text` for the fields of an entry, of which there are many: the quick look comes first."""
    if len(text) > 20 or not text.isascii() or not text.isprintable():
        check_text(text, model, field, _("L’écriture"), key)


def check_number(value: int, key: str) -> None:
    """Refuse, in an entry, a whole number that 64 bits do not hold."""
    if abs(value) > LARGEST:
        raise Refused(
            "number_too_large",
            _("L’écriture « %(key)s » : le nombre %(value)s est trop grand pour le registre.")
            % {"key": key, "value": value},
        )


class Conflict(Refused):
    """A key that is already there with another content. `kind`: of the outer format (place, entry…)."""

    def __init__(self, kind: str, key: str, sentence: str) -> None:
        super().__init__("same_key_other_content", sentence)
        self.kind = kind
        self.key = key

    def at(self, line: int) -> "Conflict":
        """The same refusal, saying at which line of a file."""
        located = _("Ligne %(line)s : %(sentence)s") % {"line": line, "sentence": self.sentence}
        return Conflict(self.kind, self.key, located)


def conflict(kind: str, key: str, field: str, ours: Any, theirs: Any) -> Conflict:
    """The refusal of a key that is already there with another content; `field` in French."""
    return Conflict(
        kind,
        key,
        _("%(what)s « %(key)s » existe déjà avec un autre contenu (%(field)s : « %(ours)s » "
          "dans le registre, « %(theirs)s » dans le fichier). Corriger le fichier ou changer de clé.")
        % {"what": ALREADY[kind], "key": key, "field": field, "ours": _shown(ours), "theirs": _shown(theirs)},
    )  # fmt: skip


def _shown(value: Any) -> str:
    if value is None or value == "":
        return _("rien")
    return str(value)
