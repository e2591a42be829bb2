"""Tables of words under known headings, with a sign between their cells."""

import pytest

from jalon.core.reading.facts import FactType
from jalon.core.reading.reader import read
from jalon.core.reading.structure.tables import tables
from jalon.core.reading.surface import Surface

ACTIONS = """Recommandations
N° ; Recommandation ; Responsable ; Échéance
1 ; Installer les pompes ; Entreprise ; 31 juillet 2025
2 ; Mettre en place les comités ; Coordination ;
3 ; Finaliser la convention ; Ministère ; 29 août 2025
"""


def test_worded_table_of_actions():
    found = [fact for fact in read(ACTIONS).facts if fact.type is FactType.ACTION]
    assert [(one.text("deadline"), one.texts("responsible")) for one in found] == [
        ("2025-07-31", ("Entreprise",)),
        ("", ("Coordination",)),
        ("2025-08-29", ("Ministère",)),
    ]


@pytest.mark.parametrize("sign", [" – ", " / ", " ; "])
def test_worded_table_whatever_the_sign(sign):
    text = sign.join(("Nom", "Fonction", "Structure")) + "\n" + sign.join(("Awa Diarra", "Maire", "Mairie"))
    (table,) = tables(Surface(text))
    assert [cell.text for cell in table.rows[0]] == ["Awa Diarra", "Maire", "Mairie"]


@pytest.mark.parametrize(
    "text",
    [
        "Le maire ; le préfet ; le gouverneur.\nIls ont parlé ; ils ont voté ; ils sont partis.",
        "Bamako – Ségou – Mopti\nLa route est longue – très longue – et mauvaise.",
        "Actions ; responsables ; échéances : tout est dit plus bas.\n\n\n\nA ; B ; C",
    ],
)
def test_worded_table_is_not_a_sentence(text):
    assert tables(Surface(text)) == ()
