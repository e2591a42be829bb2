"""Runs a command under limits: `python limited.py BYTES SECONDS COMMAND…`. It becomes the command.

Setting limits between the fork and the command is not safe in a server with threads; here there are none.
"""

import os
import resource
import sys


def main() -> None:
    """Limit memory, processor time and crash files, then become the command."""
    memory, seconds = int(sys.argv[1]), int(sys.argv[2])
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.execvp(sys.argv[3], sys.argv[3:])


if __name__ == "__main__":
    main()
