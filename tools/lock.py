"""`./jalon lock`: rewrite the three locks with uv, which is installed apart, in var/uv.

One hash lock serves pip on Python 3.11 to 3.13, Linux and Windows, and holds no address. With an argument
(`--upgrade`, `--upgrade-package NAME`), uv raises versions; without, only what the .in files ask for changes.
"""

import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).parents[1]
UV = ROOT / "var" / "uv"
OPTIONS = ["--universal", "--python-version", "3.11", "--generate-hashes", "--no-header", "--quiet"]


def install_uv() -> str:
    """Return the path of uv, installed in its own environment when missing."""
    program = UV / "bin" / "uv"
    if not program.exists():
        print("Installation de uv dans var/uv…", flush=True)
        venv.create(UV, with_pip=True, clear=True)
        subprocess.run([UV / "bin" / "python", "-m", "pip", "install", "--quiet", "uv"], check=True)
    return str(program)


def main() -> int:
    """Compile run first: dev and spark hold it, at the same versions (their .in files say `-c run.txt`)."""
    uv = install_uv()
    for name in ("run", "dev", "spark"):
        print(f"requirements/{name}.txt", flush=True)
        command = [uv, "pip", "compile", *OPTIONS, *sys.argv[1:], f"{name}.in", "-o", f"{name}.txt"]
        done = subprocess.run(command, cwd=ROOT / "requirements", env=os.environ, check=False)
        if done.returncode:
            return done.returncode
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
