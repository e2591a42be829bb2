"""`./jalon bench [reading | intake] [MEASURE]`: the measurements of tests/bench, with their figures printed.

Without a name, the ledger's; MEASURE is the scale of the ledger, or the pages of the longer report.
"""

import subprocess
import sys

NAMED = ("reading", "intake")

if __name__ == "__main__":
    name = sys.argv[1:2] if sys.argv[1:2] and sys.argv[1] in NAMED else []
    module = ".".join(["tests.bench", *name])
    command = [sys.executable, "-m", module, *sys.argv[1 + len(name) :]]
    raise SystemExit(subprocess.run(command, check=False).returncode)
