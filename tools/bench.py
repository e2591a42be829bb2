"""`./jalon bench [ÉCHELLE]`: the measurements of tests/bench, with their figures printed."""

import subprocess
import sys

if __name__ == "__main__":
    command = [sys.executable, "-m", "tests.bench", *sys.argv[1:]]
    raise SystemExit(subprocess.run(command, check=False).returncode)
