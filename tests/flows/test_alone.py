"""One heavy task at a time: held by a thread or another process, free again when that one is killed."""

import subprocess
import sys
from pathlib import Path

import pytest

from jalon.flows.alone import alone

HOLDER = """
import fcntl, sys, time
file = open(sys.argv[1], "w")
fcntl.flock(file.fileno(), fcntl.LOCK_EX)
print("tenu", flush=True)
time.sleep(60)
"""


@pytest.fixture(autouse=True)
def folder(settings, tmp_path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def test_task_is_held_by_one_and_free_afterwards():
    with alone("essai") as first, alone("essai") as second, alone("autre") as other:
        held = (first, second, other)
    with alone("essai") as again:
        pass

    assert (held, again) == ((True, False, True), True)


def test_task_is_free_again_after_a_failure():
    with pytest.raises(KeyboardInterrupt), alone("essai"):
        raise KeyboardInterrupt
    with alone("essai") as again:
        assert again


@pytest.mark.skipif(sys.platform == "win32", reason="no flock on Windows")
def test_task_of_a_process_that_is_killed_is_free(folder):
    with alone("essai"):
        pass
    command = [sys.executable, "-c", HOLDER, str(folder / "verrous" / "essai")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        with alone("essai") as meanwhile:
            pass
        holder.kill()
    with alone("essai") as afterwards:
        pass

    assert (meanwhile, afterwards) == (False, True)
