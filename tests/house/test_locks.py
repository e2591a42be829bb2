"""The locks: pinned, hashed, without an address, and the smaller ones inside the larger ones."""

import re
from pathlib import Path

import pytest

REQUIREMENTS = Path(__file__).parents[2] / "requirements"
LOCKS = ("run", "dev", "spark")


def lines_of(lock: str) -> list[str]:
    return (REQUIREMENTS / f"{lock}.txt").read_text(encoding="utf-8").splitlines()


def pins_of(lock: str) -> set[str]:
    return {line.removesuffix(" \\") for line in lines_of(lock) if re.match(r"[a-z0-9]", line)}


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_holds_no_address(lock: str) -> None:
    assert [
        line
        for line in lines_of(lock)
        if re.search(r"://|file:|localhost|\d+\.\d+\.\d+\.\d+:|--\w+-url|@ ", line)
    ] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_pins_and_hashes_everything(lock: str) -> None:
    allowed = re.compile(r"[a-z0-9][a-z0-9.-]*==\S+( ; .+)? \\|    --hash=sha256:[0-9a-f]{64}( \\)?|    #.*")

    assert [line for line in lines_of(lock) if not allowed.fullmatch(line)] == []


@pytest.mark.parametrize("lock", ["dev", "spark"])
def test_larger_lock_holds_the_smaller_one(lock: str) -> None:
    assert pins_of("run") - pins_of(lock) == set()
