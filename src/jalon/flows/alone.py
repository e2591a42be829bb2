"""Doing a heavy task one at a time on this machine, whatever the threads and processes of the server.

The lock is the system's: a power cut or a process that is stopped leaves nothing behind.
"""

import threading
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

try:
    import fcntl
except ImportError:  # Windows has none; there, one process serves, and its threads are held apart.
    fcntl = None  # type: ignore[assignment]

_THREADS: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)


@contextmanager
def alone(task: str) -> Iterator[bool]:
    """Hold this task; what is yielded is False, at once, when somebody else holds it."""
    path = Path(settings.MEDIA_ROOT) / "verrous" / task
    path.parent.mkdir(parents=True, exist_ok=True)
    thread = _THREADS[str(path)]
    if not thread.acquire(blocking=False):
        yield False
        return
    try:
        with path.open("w") as file:
            yield _held(file.fileno())
    finally:
        thread.release()


def _held(handle: int) -> bool:
    if fcntl is not None:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True
