"""`./jalon fix`: what ruff can mend by itself, then its formatting; both refuse nothing that can wait."""

import subprocess
import sys
from pathlib import Path

RUFF = str(Path(sys.executable).with_name("ruff"))

if __name__ == "__main__":
    paths = sys.argv[1:] or ["."]
    mended = subprocess.run([RUFF, "check", "--fix", *paths], check=False).returncode
    formatted = subprocess.run([RUFF, "format", *paths], check=False).returncode
    raise SystemExit(mended or formatted)
