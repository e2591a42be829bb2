"""`./jalon docs`: write the pages made from the code; `--check` says which committed ones are stale."""

import subprocess
import sys

# Each module writes its page when run, and with --check only fails if the committed page differs.
GENERATORS: tuple[str, ...] = ()


def main() -> int:
    """Run every generator with the arguments given; return 1 if one failed."""
    codes = [
        subprocess.run([sys.executable, "-m", module, *sys.argv[1:]], check=False).returncode
        for module in GENERATORS
    ]
    return int(any(codes))


if __name__ == "__main__":
    raise SystemExit(main())
