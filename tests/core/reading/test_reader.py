"""Reading leaves the process as it found it."""

import gc

import pytest

from jalon.core.reading import reader
from jalon.core.reading.reader import read
from jalon.core.reading.surface import Surface


def test_reading_collects_garbage_again_afterwards():
    read("Le projet a formé 12 femmes.")

    assert gc.isenabled()


def test_reading_collects_garbage_again_after_an_error(monkeypatch):
    def fail(_surface: Surface) -> None:
        raise RuntimeError("une passe a échoué")

    monkeypatch.setattr(reader, "PASSES", (fail,))
    with pytest.raises(RuntimeError):
        read("Le projet a formé 12 femmes.")

    assert gc.isenabled()
