"""What stands around a passage: its clause, its sentence, the heading of its table."""

import pytest

from jalon.flows.intake.plain_text import blocks_of
from jalon.flows.intake.proposals import contexts_of
from jalon.records.sources.models import Text

CONTENT = (
    "Jeunes formés à Diré ; 12 comités installés.\n\nRépartition\n\nSexe\tNombre\nFemmes\t19\nHommes\t24\n"
)


@pytest.mark.parametrize(
    ("quote", "clause", "heading"),
    [
        ("12 comités", " 12 comités installés", ""),
        ("24", "Hommes\t24", "Répartition Sexe\tNombre"),
        ("19", "Femmes\t19", "Répartition Sexe\tNombre"),
    ],
)
def test_contexts_of(quote, clause, heading):
    text = Text(content=CONTENT, blocks=[list(block) for block in blocks_of(CONTENT)])
    start = CONTENT.index(quote)
    here = contexts_of(text, start, start + len(quote))

    assert (here.quote, here.clause, here.heading) == (quote, clause, heading)
