"""Measures the reading of long invented reports: `./jalon bench reading [PAGES]` (1 000 when not said).

The paragraphs of our labelled texts are repeated and shuffled, always alike; a page is 3 000 characters. Each
report is read in a process of its own. Prints the seconds of one core and the memory of each, beside the
targets, then the ten slowest passes and checks.
"""

import json
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from jalon.core.reading import reader
from jalon.core.reading.surface import Surface
from jalon.flows.intake.plain_text import blocks_of

TEXTS = Path(__file__).parents[1] / "reading" / "texts"
CHARACTERS = 3_000
"""What one page of a report holds, titles and margins taken together."""
TARGETS = "visées : 20 pages en moins de 2 s ; 1 000 pages en moins de 60 s et de 300 Mo"
SLOWEST = 10


def report(pages: int) -> str:
    """Return a report of so many pages: the paragraphs of our texts, shuffled anew each time round."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(TEXTS.glob("*.txt"))]
    pieces = [piece.strip("\n") for text in texts for piece in text.split("\n\n") if piece.strip()]
    draw = random.Random(20261122)
    made: list[str] = []
    size = 0
    while size < pages * CHARACTERS:
        draw.shuffle(pieces)
        made += pieces
        size += sum(len(piece) + 2 for piece in pieces)
    return "\n\n".join(made)[: pages * CHARACTERS]


def read_timed(text: str) -> dict[str, Any]:
    """Read a text, and return the seconds in all and of each pass and check, with the memory used."""
    spent: dict[str, float] = {}
    reader.PASSES = tuple(_timed(one, spent) for one in reader.PASSES)
    reader.CHECKS = tuple(_timed(one, spent) for one in reader.CHECKS)
    blocks = blocks_of(text)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.process_time()
    read = reader.read(text, blocks)
    return {
        "seconds": time.process_time() - began,
        "before": before // 1024,
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "facts": len(read.facts),
        "checks": len(read.checks),
        "spent": spent,
    }


def _timed(one: Callable[[Surface], Any], spent: dict[str, float]) -> Callable[[Surface], Any]:
    name = f"{one.__module__.removeprefix('jalon.core.reading.')}.{one.__name__}"

    def timed(surface: Surface) -> Any:
        began = time.process_time()
        found = one(surface)
        spent[name] = spent.get(name, 0.0) + time.process_time() - began
        return found

    return timed


def measure(pages: int) -> dict[str, Any]:
    """Read a report of so many pages in a process of its own."""
    command = [sys.executable, "-m", "tests.bench.reading", "--alone", str(pages)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def show(pages: int, found: dict[str, Any]) -> None:
    """Print what one reading took."""
    print(
        f"{pages} pages : {found['seconds']:.2f} s d’un cœur, {found['memory']} Mo au plus "
        f"({found['before']} avant de lire) ; {found['facts']} faits, {found['checks']} contrôles",
        flush=True,
    )


def main(arguments: Sequence[str]) -> None:
    """Read a short report, then a long one, and print what they took."""
    if arguments[:1] == ["--alone"]:
        sys.stdout.write(json.dumps(read_timed(report(int(arguments[1])))))
        return
    long = int(arguments[0]) if arguments else 1_000
    show(20, measure(20))
    found = measure(long)
    show(long, found)
    print(TARGETS)
    print("les plus lents, en secondes pour 1 000 pages :")
    spent: dict[str, float] = found["spent"]
    for name in sorted(spent, key=spent.__getitem__, reverse=True)[:SLOWEST]:
        print(f"  {spent[name] * 1_000 / long:>7.2f}  {name}")


if __name__ == "__main__":
    main(sys.argv[1:])
