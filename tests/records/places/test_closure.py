"""Places under divisions and zones: the closure says what lies within what."""

import datetime

import pytest

from jalon.records.places import actions, queries
from jalon.records.places.models import Level, Place, PlaceParent, PlaceWithin
from jalon.records.problems import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def old_and_new():
    """Commune b moves from cercle G to cercle H on 13 March 2023."""
    d2016 = actions.add_division(
        code="D2016",
        in_force_from=datetime.date(2016, 1, 1),
        in_force_to=datetime.date(2023, 3, 12),
    )
    d2023 = actions.add_division(code="D2023", in_force_from=datetime.date(2023, 3, 13))
    g = actions.add_place(level=Level.CERCLE, name="G", uid="G")
    h = actions.add_place(level=Level.CERCLE, name="H", uid="H")
    actions.add_place(level=Level.COMMUNE, name="a", uid="a", parents={d2016: g, d2023: g})
    actions.add_place(level=Level.COMMUNE, name="b", uid="b", parents={d2016: g, d2023: h})
    return d2016, d2023


def within(outer: str, division: str) -> dict[str, bool]:
    rows = PlaceWithin.objects.filter(outer__uid=outer, division__code=division)
    return dict(rows.values_list("inner__uid", "leaf"))


def test_closure_follows_each_division(old_and_new):
    actions.rebuild_closure()

    assert within("G", "D2016") == {"G": False, "a": True, "b": True}
    assert within("G", "D2023") == {"G": False, "a": True}
    assert within("H", "D2023") == {"H": False, "b": True}
    assert within("H", "D2016") == {"H": True}


def test_closure_of_a_zone_holds_its_members_and_what_is_under_them(old_and_new):
    inner = actions.add_zone(name="Z", uid="Z", members=[Place.objects.get(uid="H")])
    actions.add_zone(name="Y", uid="Y", members=[inner, Place.objects.get(uid="a")])

    actions.rebuild_closure()

    assert within("Z", "D2023") == {"Z": False, "H": False, "b": True}
    assert within("Y", "D2023") == {"Y": False, "Z": False, "H": False, "b": True, "a": True}


def test_closure_rebuilt_twice_is_the_same(old_and_new):
    actions.rebuild_closure()
    first = within("G", "D2016")

    actions.rebuild_closure()

    assert within("G", "D2016") == first


def test_closure_refuses_a_place_under_itself(old_and_new):
    d2016, _d2023 = old_and_new
    a, g = Place.objects.get(uid="a"), Place.objects.get(uid="G")
    PlaceParent.objects.create(place=g, division=d2016, parent=a)

    with pytest.raises(Refused) as refused:
        actions.rebuild_closure()

    assert refused.value.code == "place_under_itself"
    assert PlaceWithin.objects.count() == 0


def test_division_in_force_is_the_one_of_the_day(old_and_new):
    d2016, d2023 = old_and_new

    assert queries.division_in_force(datetime.date(2023, 3, 12)) == d2016
    assert queries.division_in_force(datetime.date(2023, 3, 13)) == d2023


def test_named_finds_without_accents_hyphens_or_variants():
    place = actions.add_place(level=Level.CERCLE, name="Gourma-Rharous")
    actions.add_name(place=place, text="Rharous", kind="variant")

    assert list(queries.named("gourma rh")) == [place]
    assert list(queries.named("RHAROUS")) == [place]
    assert list(queries.named("Diré")) == []
