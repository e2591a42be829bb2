"""The demonstration as a person starts it: the real command, the real server, a data folder of its own."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class Demonstration:
    """A running demonstration: its address, its data folder, what it printed, the time until it answered.

    `seconds` are those of the clock, `busy` those of the processor: what a loaded machine does not change.
    """

    origin: str
    data: Path
    printed: str
    seconds: float
    busy: float

    def password(self, username: str) -> str:
        """Return the password of `awa`, `boubacar`, `coumba` or `admin`."""
        passwords: dict[str, str] = json.loads((self.data / "demonstration.json").read_text(encoding="utf-8"))
        return passwords[username]


@contextmanager
def demonstration(data: Path, database_url: str = "", limit: float = 300) -> Iterator[Demonstration]:
    """Serve the demonstration from `data` until the end of the block, then stop it as Ctrl-C does."""
    port = free_port()
    origin = f"http://127.0.0.1:{port}"
    log = data.with_suffix(".log")
    environment = {
        **os.environ,
        "JALON_DATA": str(data),
        "JALON_DATABASE_URL": database_url,
        "PYTHONPATH": str(ROOT / "src"),
    }
    began = time.monotonic()
    with log.open("w", encoding="utf-8") as output:
        server = subprocess.Popen(
            [sys.executable, "-m", "jalon", "demo", "--port", str(port)],
            env=environment,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            while not answers(origin):
                text = log.read_text(encoding="utf-8")
                assert server.poll() is None, f"the demonstration stopped:\n{text}"
                assert time.monotonic() - began < limit, f"no answer after {limit} s:\n{text}"
                time.sleep(0.05)
            seconds = time.monotonic() - began
            yield Demonstration(
                origin, data, log.read_text(encoding="utf-8"), seconds, processor_seconds(server.pid)
            )
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(timeout=20)


def processor_seconds(pid: int) -> float:
    """Return the processor time a process has used (Linux)."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def answers(origin: str) -> bool:
    """Return whether something speaks HTTP there, whatever it says."""
    try:
        urllib.request.urlopen(f"{origin}/utilisateur/login/", timeout=30).close()
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False
    return True
