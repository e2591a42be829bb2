"""The catalogues: the French one is the messages themselves, with the French plural; nothing is guessed."""

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
