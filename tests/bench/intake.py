"""Measures the reading of PDFs made for it: `python -m tests.bench.intake [PAGES]` (1 000 when not said).

One page in ten has a ruled table. Prints the seconds and the memory of the two processes, beside the targets.
"""

import os
import resource
import sys
import time

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jalon.config.settings")

import django

django.setup()

from jalon.flows.intake.extractors import extract  # noqa: E402 (Django first)
from tests.flows.intake.making import Report  # noqa: E402

SENTENCE = (
    "En 2023, le comité de suivi a tenu 12 réunions dans la commune et formé 2 173 jeunes, dont 904 femmes, "
    "avec l'appui des services techniques. "
)
TARGET = "visées : 20 pages en moins d’une seconde, 1 000 pages en moins de 30 s et de 250 Mo"


def report(pages: int) -> bytes:
    """Return a report of so many pages, with running heads, titles and tables."""
    made = Report(head="Programme Sillon, rapport annuel 2023", numbered=True)
    for number in range(pages):
        made.add().line_of(f"{number + 1}. Les mois de la campagne", 14)
        for _paragraph in range(4):
            made.paragraph(SENTENCE * 4)
        if number % 10 == 0:
            with made.table() as table:
                for line in range(5):
                    row = table.row()
                    for cell in ("Commune", "Femmes", "Hommes", str(line)):
                        row.cell(cell)
    return made.bytes()


def _worked() -> float:
    """Return the seconds of one core used so far, here and by the reader of PDFs."""
    return sum(os.times()[:4])


def main() -> None:
    """Read a short report, then a long one."""
    for pages in (20, int(sys.argv[1]) if len(sys.argv) > 1 else 1_000):
        content = report(pages)
        began, worked = time.monotonic(), _worked()
        read = extract(content, file_name="mesure.pdf")
        seconds = time.monotonic() - began
        child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
        print(
            f"{len(read.pages)} pages, {len(read.content)} caractères, {len(read.blocks)} blocs : "
            f"{seconds:.2f} s, dont {_worked() - worked:.2f} s de calcul ; lecteur {child} Mo"
        )
    print(f"tout le processus : {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} Mo")
    print(TARGET)


if __name__ == "__main__":
    main()
