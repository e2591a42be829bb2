"""The catalogues: the French one is the messages themselves, with the French plural; nothing is guessed."""

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from django.conf import settings
from django.utils.translation import ngettext, override


def catalogue(language: str) -> Catalog:
    path = Path(settings.LOCALE_PATHS[0]) / language / "LC_MESSAGES" / "django.po"
    with path.open("rb") as file:
        return read_po(file, locale=language)


def forms(said: str | tuple[str, ...] | list[str] | None) -> list[str]:
    """Return the singular and the plural of a message, or its only form."""
    return [said or ""] if said is None or isinstance(said, str) else list(said)


def placeholders(text: str) -> list[str]:
    """Return what a message leaves to be filled in, and its markup."""
    return sorted(set(re.findall(r"%\(\w+\)[a-z]|%%|\{\w*\}|</?\w+[^>]*>", text)))


def test_french_catalogue_says_the_messages_themselves() -> None:
    others = [message.id for message in catalogue("fr") if message.id and message.string != message.id]

    assert others == []


@pytest.mark.parametrize(("language", "plural"), [("fr", "(n > 1)"), ("en", "(n != 1)")])
def test_plural_is_the_language_s_own(language: str, plural: str) -> None:
    assert (catalogue(language).num_plurals, catalogue(language).plural_expr) == (2, plural)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_nothing_is_guessed(language: str) -> None:
    assert [message.id for message in catalogue(language) if message.id and message.fuzzy] == []


def test_zero_is_singular_in_french() -> None:
    counted = [message.id for message in catalogue("fr") if isinstance(message.id, tuple)]

    with override("fr"):
        assert [ngettext(*forms, 0) for forms in counted] == [singular for singular, _plural in counted]
        assert [ngettext(*forms, 2) for forms in counted] == [plural for _singular, plural in counted]


def test_every_message_is_said_in_english() -> None:
    silent = [message.id for message in catalogue("en") if message.id and not all(forms(message.string))]

    assert silent == []


def test_english_fills_in_what_the_french_does() -> None:
    others = [
        (french, english)
        for message in catalogue("en")
        for french, english in zip(forms(message.id), forms(message.string), strict=True)
        if message.id and placeholders(english) != placeholders(french)
    ]

    assert others == []


def test_english_keeps_no_french_quotation_mark() -> None:
    french = [
        said for message in catalogue("en") for said in forms(message.string) if "«" in said or "»" in said
    ]

    assert french == []
