"""Telephones, addresses, numbers of acts and codes of projects."""

import pytest

from tests.core.reading.scan.scanning import found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tél : 66 12 34 56 / 76 00 11 22", ["66 12 34 56 = 66123456", "76 00 11 22 = 76001122"]),
        ("(+223) 20 22 33 44", ["(+223) 20 22 33 44 = +22320223344"]),
        ("+223 66123456", ["+223 66123456 = +22366123456"]),
        ("00227 90 12 34 56", ["00227 90 12 34 56 = 0022790123456"]),
        ("77 123 45 67", ["77 123 45 67 = 771234567"]),
        (
            "contact@ong-mali.org, http://www.ong.ml/page. www.site.org;",
            [
                "contact@ong-mali.org = contact@ong-mali.org",
                "http://www.ong.ml/page = http://www.ong.ml/page",
                "www.site.org = www.site.org",
            ],
        ),
        ("cellulaire 66123456", ["66123456 = 66123456"]),
        ("awa@exemple.ml.", ["awa@exemple.ml = awa@exemple.ml"]),
        (
            "Nom\tContact\tSigne\nAwa\t66123456\tx\nIssa\t76 12 34 56\ty",
            ["66123456 = 66123456", "76 12 34 56 = 76123456"],
        ),
        ("Tél. :01 40 00 12 34", ["01 40 00 12 34 = 0140001234"]),
        (
            "+223 20 00 12 34 +223 20 00 12 35",
            ["+223 20 00 12 34 = +22320001234", "+223 20 00 12 35 = +22320001235"],
        ),
        ("66 00 12 34 / 76 00 12 34", ["66 00 12 34 = 66001234", "76 00 12 34 = 76001234"]),
        (
            "Convention de financement n° CML 1349 01 V",
            ["Convention de financement n° CML 1349 01 V = CML 1349 01 V"],
        ),
        ("convention n°LA 12345", ["convention n°LA 12345 = LA 12345"]),
        ("Réf : 012/2023/DG", ["Réf : 012/2023/DG = 012/2023/DG"]),
        ("le projet NER/027", ["NER/027 = NER/027"]),
        ("projet SEN 2801", ["SEN 2801 = SEN 2801"]),
        ("programme BKF/021", ["BKF/021 = BKF/021"]),
        ("accord de don n° D456-ML", ["accord de don n° D456-ML = D456-ML"]),
        ("projet P159035 de la Banque mondiale", ["P159035 = P159035"]),
        ("décision n°14", ["décision n°14 = 14"]),
        ("le contrat n° 2022/12/AGEX", ["contrat n° 2022/12/AGEX = 2022/12/AGEX"]),
        ("loi 2017-051", ["loi 2017-051 = 2017-051"]),
        ("Prêt N°507–NE", ["N°507–NE = 507-NE"]),
        ("Contrat n° DCI/2014/ 331-207", ["Contrat n° DCI/2014/ 331-207 = DCI/2014/ 331-207"]),
        ("Récépissé N° 0412 / MATCL-DGC", ["Récépissé N° 0412 / MATCL-DGC = 0412 / MATCL-DGC"]),
    ],
)
def test_contacts_and_references_of_every_form(text: str, expected: list[str]) -> None:
    assert found(text) == expected
