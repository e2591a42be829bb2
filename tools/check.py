"""`./jalon check`: all that can be said of the code without running the product, then the verdict."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

BIN = Path(sys.executable).parent
HOUSE = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider"]


@dataclass(frozen=True)
class Check:
    """One check: its name in French, its command, the tool it cannot do without."""

    name: str
    command: list[str]
    tool: str = ""
    package: str = ""


CHECKS = [
    # The longest first: two run at a time.
    Check("types (mypy strict, django-stubs)", [str(BIN / "mypy"), "src/jalon", "tools", "jalon"]),
    Check("style (ruff)", [str(BIN / "ruff"), "check", "."]),
    Check("mise en forme (ruff format)", [str(BIN / "ruff"), "format", "--check", "."]),
    Check("étages et ordre des imports (import-linter)", [str(BIN / "lint-imports"), "--no-cache"]),
    Check("ordre des clés étrangères", [*HOUSE, "tests/house/test_order.py"]),
    Check("verrous sans adresse", [*HOUSE, "tests/house/test_locks.py"]),
    Check("migrations manquantes", [sys.executable, "-m", "jalon", "makemigrations", "--check", "--dry-run"]),
    Check(
        "réglages de mise en service",
        [sys.executable, "-m", "jalon", "check", "--deploy", "--fail-level", "WARNING"],
    ),
    Check("messages à jour", [sys.executable, "-m", "tools.messages", "--check"], "xgettext", "gettext"),
    Check("documents produits à jour", [sys.executable, "-m", "tools.docs", "--check"]),
]


@dataclass(frozen=True)
class Outcome:
    """What a check gave: `passed` is None when the machine lacks the tool."""

    check: Check
    passed: bool | None
    output: str
    seconds: float


def environment(folder: str) -> dict[str, str]:
    """Return the checks' environment: an empty data folder, SQLite, the settings of a real deployment."""
    ours = {"JALON_DATA": folder, "JALON_HTTPS": "1", "JALON_DATABASE_URL": "", "NO_COLOR": "1"}
    return {**os.environ, **ours}


def run(check: Check, folder: str) -> Outcome:
    """Run one check; its output is kept for the end."""
    if check.tool and not shutil.which(check.tool):
        missing = f"à installer : sudo apt-get install --no-install-recommends {check.package}"
        return Outcome(check, None, missing, 0)
    began = time.monotonic()
    done = subprocess.run(
        check.command,
        env=environment(folder),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return Outcome(check, done.returncode == 0, done.stdout, time.monotonic() - began)


def show(outcome: Outcome) -> None:
    """Print one line a check, then what it said if it failed."""
    word = {True: "bon   ", False: "FAUTE ", None: "sauté "}[outcome.passed]
    print(f"{word} {outcome.seconds:5.1f} s  {outcome.check.name}", flush=True)
    if not outcome.passed:
        print("\n".join(f"         {line}" for line in outcome.output.strip().splitlines()), flush=True)


def main() -> int:
    """Run every check, two at a time, and return 1 if one failed (or was skipped under JALON_NO_SKIPS=1)."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="jalon-check-") as folder, ThreadPoolExecutor(2) as pool:
        # The secret key is made once, before two checks could make it at the same time.
        (Path(folder) / "secret.key").write_text(os.urandom(32).hex(), encoding="ascii")
        outcomes = []
        for future in as_completed([pool.submit(run, check, folder) for check in CHECKS]):
            outcomes.append(future.result())
            show(outcomes[-1])
    failed = sum(outcome.passed is False for outcome in outcomes)
    skipped = sum(outcome.passed is None for outcome in outcomes)
    passed = len(outcomes) - failed - skipped
    print(f"\n{passed} bons, {failed} fautes, {skipped} sautés, en {time.monotonic() - began:.0f} s.")
    return 1 if failed or (skipped and os.environ.get("JALON_NO_SKIPS") == "1") else 0


if __name__ == "__main__":
    try:
        raise SystemExit(main())
    except KeyboardInterrupt:
        print("\nInterrompu.", file=sys.stderr)
        raise SystemExit(130) from None
