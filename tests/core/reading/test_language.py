import pytest

from jalon.core.reading.language import language_of

FRENCH = (
    "Le comité s’est réuni à Koro pour examiner les résultats de l’année. Il a relevé que les écoles de la "
    "commune ont reçu des manuels et que les puits ont été réparés avec l’appui des services techniques."
)
ENGLISH = (
    "The committee met in Koro to review the results of the year. It noted that the schools of the commune "
    "were given textbooks and that the wells have been repaired with the support of the technical services."
)
BAMBARA = (
    "Komite ye ɲɔgɔnye kɛ Koro walasa ka san in baara jaabiw lajɛ. A y'a ye ko dugu kalansow ye gafew sɔrɔ "
    "ani kɔlɔnw labɛnna ni baarakɛlaw ka dɛmɛ ye. Musow ni cɛw bɛɛ tun bɛ yen, u ye kuma caman fɔ o kan."
)
SPANISH = (
    "El comité se reunió en Koro para examinar los resultados del año. Señaló que las escuelas de la comuna "
    "recibieron libros y que los pozos fueron reparados con el apoyo de los servicios técnicos."
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (FRENCH, "fr"),
        (ENGLISH, "en"),
        (BAMBARA, "bm"),
        (SPANISH, "es"),
        (FRENCH.upper(), "fr"),
        ("Koro\t253\t358\n" * 40, ""),
        ("Budget 2023", ""),
        (f"{FRENCH}\n{ENGLISH}", ""),
        ("", ""),
    ],
)
def test_language_of(text: str, code: str):
    assert language_of(text) == code


def test_language_of_a_bambara_text_without_its_special_letters():
    text = BAMBARA.translate(str.maketrans("ɛɔɲŋ", "eonn"))

    assert language_of(text) == "bm"


def test_language_of_a_french_report_with_an_english_annex():
    assert language_of(FRENCH * 10 + ENGLISH) == "fr"


def test_language_of_a_long_text_looks_at_its_end_too():
    assert language_of("Koro 253 " * 3_000 + FRENCH * 300) == "fr"
