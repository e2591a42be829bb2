"""`./jalon bench [ÉCHELLE]`: the ledger's two measurements on SQLite, PostgreSQL and DuckDB, and a table."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tools.test import postgresql

TARGETS = {"un compte, dix ans": 33, "50 comptes sans constat, un an": 7}
"""Milliseconds on SQLite with 0.64 M entries (docs/reference/ledger.md)."""


def measure(scale: str, data: Path, url: str) -> dict[str, Any]:
    """Run one database's measurements in a process of its own."""
    environment = {**os.environ, "JALON_DATA": str(data), "JALON_DATABASE_URL": url}
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.measure", scale],
        env=environment, stdout=subprocess.PIPE, text=True, check=True,
    )  # fmt: skip
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def main() -> None:
    """Measure and print the milliseconds of each engine, and their ratio to SQLite."""
    scale = sys.argv[1] if len(sys.argv) > 1 else "1"
    with tempfile.TemporaryDirectory(prefix="jalon-mesures-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        print("SQLite…", flush=True)
        sqlite = measure(scale, folder / "sqlite", "")
        print("PostgreSQL…", flush=True)
        (folder / "serveur").mkdir()
        with postgresql(folder / "serveur") as url:
            server = measure(scale, folder / "postgresql", url)
    engines = {"SQLite": sqlite["database"], "PostgreSQL": server["database"], "DuckDB": sqlite["extract"]}
    print()
    print(f"{sqlite['entries']} écritures ; extrait de {sqlite['size']} Mo en {sqlite['extracted']} s ; "
          f"remplissage en {sqlite['filled']} s sur SQLite, {server['filled']} s sur PostgreSQL")  # fmt: skip
    print(f"{'millisecondes':<44}" + "".join(f"{engine:>20}" for engine in engines))
    for what, base in engines["SQLite"].items():
        cells = (f"{times[what]:>11.1f} (× {times[what] / base:4.1f})" for times in engines.values())
        print(f"{what:<44}" + "".join(f"{cell:>20}" for cell in cells))
    print("visées sur SQLite, à l’échelle 1 : " + " ; ".join(f"{k} {v} ms" for k, v in TARGETS.items()))


if __name__ == "__main__":
    main()
