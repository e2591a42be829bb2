"""Reading the environment: four helpers that refuse what they do not understand."""

import os
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit


class BadSetting(Exception):
    """A setting in the environment cannot be understood; the message is a French sentence."""


def env_bool(name: str, *, default: bool) -> bool:
    """Return True or False; anything but 1/0/true/false/oui/non is refused."""
    text = os.environ.get(name, "").strip().lower()
    if not text:
        return default
    if text in {"1", "true", "oui"}:
        return True
    if text in {"0", "false", "non"}:
        return False
    raise BadSetting(f"{name} vaut « {text} » : écrire 1 ou 0.")


def env_int(name: str, *, default: int) -> int:
    """Return a whole number."""
    text = os.environ.get(name, "").strip()
    if not text:
        return default
    try:
        return int(text)
    except ValueError:
        raise BadSetting(f"{name} vaut « {text} » : écrire un nombre entier.") from None


def env_path(name: str, *, default: Path) -> Path:
    """Return an absolute path; `~` is expanded."""
    text = os.environ.get(name, "").strip()
    return (Path(text).expanduser() if text else default).resolve()


def env_secret(name: str, *, kept_in: Path) -> str:
    """Return a secret from NAME, from the file NAME_FILE names, or from `kept_in` (made when missing).

    The file made is readable by its owner only.
    """
    if text := os.environ.get(name, "").strip():
        return text
    if named := os.environ.get(f"{name}_FILE", "").strip():
        return Path(named).read_text(encoding="utf-8").strip()
    if not kept_in.exists():
        kept_in.parent.mkdir(parents=True, exist_ok=True)
        # Written apart, then renamed: a second process must never read half a key.
        draft = kept_in.with_name(f"{kept_in.name}.{os.getpid()}")
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(os.urandom(32).hex())
        draft.replace(kept_in)
    return kept_in.read_text(encoding="ascii").strip()


def database_settings(url: str, *, data: Path) -> dict[str, object]:
    """Return Django's settings of one database: PostgreSQL by URL, else SQLite in the data folder.

    The SQLite options are those under which six writers lose nothing (immediate transactions, a long
    wait) and a power cut loses no acknowledged record (`synchronous=FULL`); mapping the file in memory halves
    the time of a figure over thousands of entries.
    """
    if not url:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": str(data / "jalon.sqlite3"),
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA foreign_keys=ON; PRAGMA synchronous=FULL; "
                "PRAGMA mmap_size=268435456;",
            },
        }
    parts = urlsplit(url)
    if parts.scheme not in {"postgresql", "postgres"}:
        raise BadSetting("JALON_DATABASE_URL doit commencer par « postgresql:// ».")
    options = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", "") or unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options,
    }
