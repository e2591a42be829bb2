"""`./jalon bench`: how long the demonstration takes to load and to answer, and what its pages weigh."""

import gzip
import statistics
import tempfile
import time
import urllib.request
from pathlib import Path

from tests.demonstration import Demonstration, demonstration

PAGES = (
    "/",
    "/programmes/drsa/",
    "/programmes/mli-1088/resultats/",
    "/resultats/",
    "/documents/document-001/",
    "/territoires/region-segou/",
    "/recherche/?q=segou",
)
TIMES = 7


def measure(running: Demonstration, address: str) -> tuple[float, int]:
    """Return the median time of a page in milliseconds, warm, and its weight in bytes gzip."""
    seconds, body = [], b""
    for _turn in range(TIMES):
        began = time.perf_counter()
        with urllib.request.urlopen(f"{running.origin}{address}") as response:
            body = response.read()
        seconds.append(time.perf_counter() - began)
    return statistics.median(seconds) * 1000, len(gzip.compress(body))


def main() -> None:
    """Print one line a measurement."""
    with tempfile.TemporaryDirectory(prefix="jalon-bench-") as folder:
        data = Path(folder) / "data"
        with demonstration(data) as first:
            print(f"premier démarrage : {first.seconds:.1f} s, dont {first.busy:.1f} s de calcul")
        with demonstration(data) as again:
            print(f"démarrage suivant : {again.seconds:.1f} s, dont {again.busy:.1f} s de calcul\n")
            print(f"{'page':<40} {'ms':>7} {'ko gzip':>8}")
            for address in PAGES:
                milliseconds, weight = measure(again, address)
                print(f"{address:<40} {milliseconds:>7.0f} {weight / 1000:>8.1f}", flush=True)


if __name__ == "__main__":
    main()
