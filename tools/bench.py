"""`./jalon bench`: the measurements of tests/bench, with their figures printed; arguments go to pytest."""

import subprocess
import sys

if __name__ == "__main__":
    command = [sys.executable, "-m", "pytest", "-s", "tests/bench", *sys.argv[1:]]
    raise SystemExit(subprocess.run(command, check=False).returncode)
