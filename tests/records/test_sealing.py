"""Sealed fields: unreadable without the key, and a sentence where the key is another's."""

import pytest

from jalon.records.problems import Refused
from jalon.records.sealing import seal, unseal


def test_seal_hides_and_opens_again():
    assert unseal(seal("Aminata Touré")) == "Aminata Touré"
    assert "Aminata" not in seal("Aminata Touré")
    assert seal("a") != seal("a")


def test_another_key_opens_nothing(settings):
    token = seal("Aminata Touré")
    settings.SEALING_SECRET = "une autre clé"
    with pytest.raises(Refused) as refusal:
        unseal(token)

    assert refusal.value.code == "sealed_elsewhere"
