"""Organisations, their spellings and successions."""

import pytest
from django.db import IntegrityError, transaction

from jalon.records.parties import actions
from jalon.records.parties.models import Organisation

pytestmark = pytest.mark.django_db


def test_organisation_is_found_by_each_of_its_spellings():
    luxdev = actions.add_organisation(
        name="Agence luxembourgeoise pour la Coopération au développement", acronym="LuxDev", kind="donor",
        also=["Lux-Dev"],
    )  # fmt: skip

    found = Organisation.objects.filter(names__search_key__in=["luxdev", "lux dev"]).distinct()

    assert list(found) == [luxdev]
    assert str(luxdev) == "LuxDev"


def test_succession_ties_the_old_to_the_new():
    old = actions.add_organisation(
        name="Ministère des Mines, de l’Énergie et de l’Eau", acronym="MMEE", kind="state"
    )
    new = actions.add_organisation(name="Ministère des Mines", kind="state")
    actions.add_succession(predecessor=old, successor=new, act="décret")

    assert [tie.successor for tie in old.successions.all()] == [new]
    assert [tie.predecessor for tie in new.precedents.all()] == [old]


def test_succession_of_oneself_is_refused_by_the_database():
    one = actions.add_organisation(name="Une", kind="ngo")

    with pytest.raises(IntegrityError), transaction.atomic():
        actions.add_succession(predecessor=one, successor=one)
