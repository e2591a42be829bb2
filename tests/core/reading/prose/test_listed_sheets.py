"""Recommendations written as lines of labelled parts, and addressees told on a line of their own."""

from jalon.core.reading.facts import FactType
from jalon.core.reading.reader import read


def actions(text: str) -> list[tuple[str, tuple[str, ...], str]]:
    found = [fact for fact in read(text).facts if fact.type is FactType.ACTION]
    return [(one.span.quote(text), one.texts("responsible"), one.text("deadline")) for one in found]


def test_a_line_of_labelled_parts_is_an_action_and_no_row_of_a_table():
    text = (
        "Suivi de la rencontre du 9 octobre 2024\n"
        "Recommandation : fournir les plans | Responsable : DRH | Échéance : 30/09/2024 | État : réalisé\n"
        "Recommandation : payer les primes | Responsable : mairie de Kati | Échéance : 15/11/2024\n"
    )

    assert [(quote, deadline) for quote, _who, deadline in actions(text)] == [
        ("fournir les plans", "2024-09-30"),
        ("payer les primes", "2024-11-15"),
    ]
    assert [who for _quote, who, _deadline in actions(text)] == [("DRH",), ("Mairie de Kati",)]


def test_the_addressee_of_a_list_needs_no_colon():
    text = (
        "RECOMMANDATIONS\n\nA l’endroit de la DRSP\n➢ Doter le centre en lait ;\n➢ Former les relais.\n\n"
        "A l’endroit du PAM\n➢ Traiter les magasins.\n"
    )

    assert [quote for quote, _who, _deadline in actions(text)] == [
        "Doter le centre en lait",
        "Former les relais",
        "Traiter les magasins",
    ]
    assert [who for _quote, who, _deadline in actions(text)] == [("DRSP",), ("DRSP",), ("PAM",)]
