"""Changing a results framework in the browser: a whole walk, bad input, what an adoption closes."""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from jalon.records.ledger.models import Account, Axis, Entry, PlanVersion, Posting
from jalon.records.results import actions
from jalon.records.results.models import FrameworkRevision
from tests.factories.ledger import AccountFactory, AxisFactory, EntryFactory
from tests.factories.places import DivisionFactory, PlaceFactory, rebuild_closure
from tests.factories.programmes import ProgrammeFactory
from tests.factories.results import LevelFactory, ResultFactory, RevisionFactory, SheetFactory
from tests.factories.sources import DocumentFactory, TextFactory
from tests.people import people

pytestmark = pytest.mark.django_db
DAY = datetime.date(2017, 4, 15)
COUNT = {"unit": "personnes", "time": "sum", "places": "sum"}


def errors(response) -> dict[str, str]:
    """What a refused form says, by field; "" for what concerns no single field."""
    assert response.status_code == 422
    page = response.context.get("page")
    form = page.form if page is not None else response.context["form"]
    return {
        ("" if name == "__all__" else name): " ".join(said[0].split()) for name, said in form.errors.items()
    }


@pytest.fixture
def awa(client):
    """Awa, logged in, responsible for the programme « Jeunes »."""
    programme = ProgrammeFactory(short_title="Jeunes", slug="jeunes")
    client.force_login(people(programme).awa)
    return programme


def address(name: str, *args) -> str:
    return reverse(name, args=["jeunes", *args])


def add_axis(code: str, *categories: str) -> Axis:
    axis = AxisFactory(code=code, label={"sex": "Sexe"}.get(code, code))
    for category in categories:
        axis.categories.create(code=category, label={"F": "Femmes", "M": "Hommes"}.get(category, category))
    return axis


def test_a_whole_walk_from_a_new_programme_to_the_figure_of_its_target(client):
    client.force_login(people().admin)
    client.post(
        reverse("programme_add"),
        {"title": "Insertion des jeunes", "short_title": "Jeunes", "kind": "programme", "published": "on"},
    )
    assert client.post(address("framework_open"), {"note": ""})["Location"] == address("framework_edit", 1)
    client.post(address("framework_levels"), {"code": "R", "label": "Résultat", "depth": 1})
    level = FrameworkRevision.objects.get().programme.result_levels.get()
    client.post(address("result_add", 1), {"level": level.pk, "code": "R1", "statement": "Un métier"})
    said = {**COUNT, "code": "1.1", "label": "Jeunes formés", "public": "on"}
    said |= {
        "new_axis": "Sexe",
        "new_categories": "Femmes\nHommes",
        "result": level.programme.result_nodes.get().uid,
    }
    client.post(address("indicator_add", 1), said)
    account = Account.objects.get()
    target = {"stage": "planned", "value": "276", "period": "2017", "version": "nouvelle", "approve": "on"}
    client.post(address("targets", account.uid), target)
    client.post(address("framework_adopt", 1), {"on": "15 avril 2017", "decision": "Comité, 1re session"})
    client.logout()

    figure = client.get(
        reverse("figure", args=[account.uid]) + "?etape=planned&du=2017-01-01&au=2017-12-31"
    ).content.decode()
    results = client.get(address("results") + "?periode=debut").content.decode()
    framework = client.get(address("framework")).content.decode()

    shown = BeautifulSoup(figure, "html.parser").select_one("dl.main .fig").get_text(" ", strip=True)
    assert shown == "276 personnes"
    assert ">276<" in results
    assert "Comité, 1re session" in framework
    assert (account.unit, account.unit_label, account.decimals) == ("person", "personnes", 0)
    assert PlanVersion.objects.get().number == 1


def test_revision_copies_the_last_and_two_compare(client, awa):
    first = RevisionFactory(programme=awa)
    node = ResultFactory(revision=first, code="R1", statement="Un revenu").node
    gone = SheetFactory(revision=first, node=node, code="1.1", label="Revenu").account
    actions.adopt(revision=first, on=DAY, decision="Décision n° 1", by="awa")

    client.post(address("framework_open"), {"note": "Revue à mi-parcours"})
    level = awa.result_levels.get()
    client.post(
        address("result_edit", 2, node.uid),
        {"level": level.pk, "code": "R1", "statement": "Un revenu durable"},
    )
    client.post(address("indicator_remove", 2, gone.uid))
    client.post(address("indicator_add", 2), {**COUNT, "code": "1.2", "label": "Épargne", "result": node.uid})

    page = client.get(address("framework_compare") + "?de=1&a=2").content
    rows = [
        [cell.get_text(" ", strip=True) for cell in line.select("th,td")]
        for line in BeautifulSoup(page, "html.parser").select("tbody tr")
    ]
    assert rows == [
        ["R1", "énoncé", "Un revenu", "Un revenu durable"],
        ["1.2 Épargne", "ajouté", "", "Épargne"],
        ["1.1 Revenu", "retiré", "Revenu", ""],
    ]
    assert first.results.get().statement == "Un revenu"


def test_opening_while_one_is_in_preparation_leads_to_it(client, awa):
    RevisionFactory(programme=awa)

    response = client.post(address("framework_open"), {"note": ""})

    assert response["Location"] == address("framework_edit", 1)
    assert awa.framework_revisions.count() == 1


def test_adopted_revision_explains_and_refuses(client, awa):
    revision = RevisionFactory(programme=awa)
    wording = ResultFactory(revision=revision)
    sheet = SheetFactory(revision=revision)
    actions.adopt(revision=revision, on=DAY, decision="Décision", by="awa")
    said = {"level": wording.level.pk, "code": "R9", "statement": "Autre"}

    shown = client.get(address("result_edit", 1, wording.node.uid)).content.decode()
    word = client.post(address("result_edit", 1, wording.node.uid), said)
    indicator = client.post(
        address("indicator_edit", 1, sheet.account.uid), {**COUNT, "code": "9", "label": "Autre"}
    )
    adopt = client.post(address("framework_adopt", 1), {"on": "2018-01-01", "decision": "Encore"})
    for name, uid in (("result_remove", wording.node.uid), ("indicator_remove", sheet.account.uid)):
        assert "ne change plus" in client.post(address(name, 1, uid), follow=True).content.decode()

    sentence = "Cette révision est adoptée et ne change plus : ouvrir une nouvelle révision."
    assert "Cette révision est adoptée et ne change plus" in shown
    assert errors(word) == {"": sentence}
    assert errors(indicator) == {"": sentence}
    assert errors(adopt) == {"": "Cette révision du cadre est déjà adoptée."}
    assert (revision.results.get().statement, revision.indicators.get().label) == (
        wording.statement,
        sheet.label,
    )


@pytest.mark.parametrize(
    ("said", "field", "sentence"),
    [
        ({"unit": "FCFA", "decimals": "2"}, "decimals", "XOF n’a pas de centimes : mettre 0 décimale."),
        (
            {"unit": "XYZ"},
            "unit",
            "« XYZ » n’est pas une monnaie connue. Écrivez son code à trois lettres, par exemple XOF, EUR ou "
            "USD.",
        ),
        ({"code": "1.0"}, "code", "Le code 1.0 est déjà celui d’un autre indicateur de cette révision."),
        ({"label": ""}, "label", "Ce champ est obligatoire."),
        (
            {"new_axis": "Statut"},
            "new_categories",
            "Écrire les catégories de cette ventilation, une par ligne.",
        ),
    ],
)
def test_indicator_tells_what_is_wrong_and_opens_no_account(client, awa, said, field, sentence):
    SheetFactory(revision=RevisionFactory(programme=awa), code="1.0")

    response = client.post(address("indicator_add", 1), {**COUNT, "code": "1.1", "label": "Jeunes", **said})

    assert errors(response) == {field: sentence}
    assert (Account.objects.count(), Axis.objects.count()) == (1, 0)


@pytest.mark.parametrize("said", [{"axes": ["sex"]}, {"new_axis": "sexe", "new_categories": "Femmes"}])
def test_breakdown_by_sex_is_there_from_the_start_under_the_codes_that_values_are_read_in(client, awa, said):
    RevisionFactory(programme=awa)

    client.post(address("indicator_add", 1), {**COUNT, "code": "1.1", "label": "Jeunes", **said})

    axis = Axis.objects.get()
    categories = list(axis.categories.order_by("order").values_list("code", "label"))
    assert (axis.code, axis.label, categories) == ("sex", "Sexe", [("F", "Femmes"), ("M", "Hommes")])
    assert awa.framework_revisions.get().indicators.get().breakdowns.get().axis == axis


def test_indicator_in_euros_has_two_decimals_unless_said(client, awa):
    RevisionFactory(programme=awa)

    client.post(address("indicator_add", 1), {**COUNT, "unit": "euros", "code": "B", "label": "Budget"})

    account = Account.objects.get()
    assert (account.unit, account.decimals, account.unit_label) == ("EUR", 2, "euros")


def test_ratio_takes_two_terms_and_adds_nothing(client, awa):
    RevisionFactory(programme=awa)
    top, bottom = AccountFactory(programme=awa), AccountFactory(programme=awa)
    said = {**COUNT, "unit": "%", "decimals": "1", "code": "T", "label": "Part", "numerator": top.uid}

    half = client.post(address("indicator_add", 1), said)
    client.post(address("indicator_add", 1), {**said, "denominator": bottom.uid})

    assert errors(half) == {
        "denominator": "Un rapport a deux termes : choisir le numérateur et le dénominateur."
    }
    ratio = Account.objects.get(label="Part")
    assert (ratio.numerator, ratio.denominator, ratio.time, ratio.places) == (top, bottom, "none", "none")
    assert "se calcule de deux autres" in client.get(address("targets", ratio.uid)).content.decode()


def test_counting_is_shown_locked_once_there_are_entries(client, awa):
    revision = RevisionFactory(programme=awa)
    sheet = SheetFactory(revision=revision, code="1.1")
    EntryFactory(account=sheet.account)

    soup = BeautifulSoup(client.get(address("indicator_edit", 1, sheet.account.uid)).content, "html.parser")
    assert soup.select_one("[name=unit]").has_attr("disabled")
    assert "des écritures sont comptées ainsi" in soup.select_one("#id_unit_helptext").get_text()
    client.post(
        address("indicator_edit", 1, sheet.account.uid),
        {
            "unit": "EUR",
            "decimals": "2",
            "time": "last",
            "places": "max",
            "code": "1.1",
            "label": "Nouveau nom",
        },
    )

    account = Account.objects.get()
    assert (account.unit, account.decimals, account.time, account.places) == ("person", 0, "sum", "sum")
    assert (account.label, revision.indicators.get().label) == ("Nouveau nom", "Nouveau nom")


def test_breakdown_removed_and_asked_again_keeps_its_figures(client, awa):
    sex = add_axis("sex", "F", "M")
    revision = RevisionFactory(programme=awa)
    sheet = SheetFactory(revision=revision, code="1.1", breakdowns=[sex])
    EntryFactory(account=sheet.account, values={"F": 19, "M": 24})
    where = address("indicator_edit", 1, sheet.account.uid)
    said = {"code": "1.1", "label": sheet.label, "public": "on"}
    by_sex = address("results") + "?par=sex"

    before = list(Posting.objects.order_by("pk").values_list("cell__key", "value"))
    client.post(where, said)
    without = client.get(by_sex).content.decode()
    client.post(where, {**said, "axes": ["sex"]})
    again = client.get(by_sex).content.decode()

    assert (">19<" in without, ">19<" in again, ">24<" in again) == (False, True, True)
    assert list(Posting.objects.order_by("pk").values_list("cell__key", "value")) == before


def test_target_for_a_place_and_its_cells_is_a_draft_until_approved(client, awa):
    division = DivisionFactory()
    region = PlaceFactory(level="region", name="Tombouctou")
    cercle = PlaceFactory(level="cercle", name="Goundam", parents={division: region})
    rebuild_closure()
    sheet = SheetFactory(revision=RevisionFactory(programme=awa), breakdowns=[add_axis("sex", "F", "M")])
    said = {
        "stage": "planned",
        "value": "50",
        "period": "1er semestre 2017",
        "place": "goundam",
        "version": "nouvelle",
    }
    said |= {"case0": "sex:F", "nombre0": "20", "origin": "Plan annuel"}

    response = client.post(address("targets", sheet.account.uid), said, follow=True)

    entry = Entry.objects.get()
    lines = {posting.cell.key: posting.value for posting in entry.postings.all()}
    assert lines == {"sex=F": 20, "": 30}
    assert (entry.stage, entry.start, entry.end) == (
        "planned",
        datetime.date(2017, 1, 1),
        datetime.date(2017, 6, 30),
    )
    assert (entry.place, entry.division, entry.plan_version, entry.printed) == (cercle, division, 1, "50")
    assert (entry.source.kind, entry.source.title, entry.source.typed_by) == ("typed", "Plan annuel", "awa")
    assert not entry.acts.exists()
    assert "en cours de saisie" in response.content.decode()


def test_baseline_keeps_its_passage_and_has_no_version(client, awa):
    sheet = SheetFactory(revision=RevisionFactory(programme=awa))
    document = DocumentFactory(title="Étude de référence")
    TextFactory(version__document=document, content="En 2016, 12 jeunes (3 femmes, 9 hommes) étaient formés.")
    awa.programme_documents.create(document=document)
    said = {"stage": "baseline", "value": "12 (3 femmes, 9 hommes)", "period": "2016", "approve": "on"}

    client.post(
        address("targets", sheet.account.uid),
        {**said, "document": document.uid, "quote": "12 jeunes (3 femmes, 9 hommes)"},
    )

    entry = Entry.objects.get()
    assert (entry.stage, entry.plan_version, entry.acts.count()) == ("baseline", None, 1)
    assert entry.source.quote == "12 jeunes (3 femmes, 9 hommes)"
    assert sorted(posting.value for posting in entry.postings.all()) == [3, 9]


@pytest.mark.parametrize(
    ("said", "field", "sentence"),
    [
        (
            {"value": "-5"},
            "value",
            "Un effectif ne peut pas être négatif (−5). Écrivez zéro ou un nombre positif.",
        ),
        (
            {"period": "du 31 février au 3 mars 2017"},
            "period",
            "« du 31 février au 3 mars 2017 » : ce jour n’existe pas. Février 2017 compte 28 jours ; "
            "corrigez le jour ou le mois.",
        ),
        (
            {"period": "mai 2017 – avril 2017"},
            "period",
            "La période finit (30 avril 2017) avant de commencer (1er mai 2017). "
            "Corrigez l’une des deux dates.",
        ),
        (
            {"value": "quelques-uns"},
            "value",
            "« quelques-uns » n’est pas un nombre. Écrivez-le en chiffres, par exemple 2 173 ou 53,4.",
        ),
        (
            {"place": "Atlantide"},
            "place",
            "« Atlantide » n’est pas un lieu connu : écrire son nom officiel, ou laisser vide.",
        ),
        ({"version": ""}, "version", "Une cible appartient à une version du plan : en choisir une."),
        (
            {"quote": "276 jeunes"},
            "document",
            "Choisir le document où ce passage se lit, ou vider le passage.",
        ),
        (
            {"case0": "sex:F", "nombre0": "300"},
            "case0",
            "Les cases de la répartition dépassent le total : corriger l’un ou les autres.",
        ),
    ],
)
def test_target_tells_what_is_wrong_at_its_field_and_records_nothing(client, awa, said, field, sentence):
    sheet = SheetFactory(revision=RevisionFactory(programme=awa), breakdowns=[add_axis("sex", "F", "M")])
    right = {"stage": "planned", "value": "276", "period": "2017", "version": "nouvelle", "approve": "on"}

    found = errors(client.post(address("targets", sheet.account.uid), {**right, **said}))

    assert found == {field: sentence}
    assert (Entry.objects.count(), PlanVersion.objects.count()) == (0, 0)


def test_target_in_francs_refuses_centimes(client, awa):
    account = AccountFactory(programme=awa, unit="XOF", unit_label="FCFA")
    SheetFactory(revision=RevisionFactory(programme=awa), account=account)
    said = {"stage": "planned", "value": "1 500,25 FCFA", "period": "2017", "version": "nouvelle"}

    found = errors(client.post(address("targets", account.uid), said))

    assert found == {
        "value": "1 500,25 FCFA : cette monnaie n’a pas de centimes. Écrivez un montant entier ; s’il s’agit "
        "de milliers, séparez-les par une espace."
    }


def test_second_version_of_the_plan_says_its_decision_and_its_day(client, awa):
    sheet = SheetFactory(revision=RevisionFactory(programme=awa))
    where = address("targets", sheet.account.uid)
    said = {"stage": "planned", "value": "276", "period": "2017", "version": "nouvelle", "approve": "on"}
    client.post(where, said)

    missing = errors(client.post(where, {**said, "value": "232"}))
    new = {"decision": "Avenant 1", "effective": "1er juillet 2017"}
    client.post(where, {**said, "value": "232", **new})

    assert set(missing) == {"decision", "effective"}
    assert [version.effective_on for version in PlanVersion.objects.order_by("number")] == [
        None,
        datetime.date(2017, 7, 1),
    ]
    assert list(Entry.objects.order_by("pk").values_list("plan_version", flat=True)) == [1, 2]


def test_four_eyes_leave_targets_to_another_person(client, awa):
    awa.four_eyes = True
    awa.save()
    sheet = SheetFactory(revision=RevisionFactory(programme=awa))
    said = {"stage": "planned", "value": "276", "period": "2017", "version": "nouvelle", "approve": "on"}

    page = client.get(address("targets", sheet.account.uid)).content.decode()
    client.post(address("targets", sheet.account.uid), said)

    assert 'name="approve"' not in page
    assert not Entry.objects.get().acts.exists()


def test_buttons_are_for_who_may(client):
    programme = ProgrammeFactory(slug="jeunes")
    revision = RevisionFactory(programme=programme)
    who = people(programme)
    shown = {}
    for name in ("anonymous", "coumba", "boubacar", "awa", "admin"):
        client.logout()
        if name != "anonymous":
            client.force_login(getattr(who, name))
        page = client.get(address("framework")).content.decode()
        shown[name] = [address("framework_edit", 1) in page, address("indicator_add", 1) in page]
    assert shown == {
        "anonymous": [False, False],
        "coumba": [False, False],
        "boubacar": [False, False],
        "awa": [True, True],
        "admin": [True, True],
    }

    actions.adopt(revision=revision, on=DAY, decision="Décision", by="awa")
    client.force_login(who.awa)
    assert address("framework_open") in client.get(address("framework")).content.decode()


def test_level_used_by_an_adopted_revision_is_not_named_again(client, awa):
    revision = RevisionFactory(programme=awa)
    level = LevelFactory(programme=awa, code="R", label="Résultat")
    ResultFactory(revision=revision, level=level)
    actions.adopt(revision=revision, on=DAY, decision="Décision", by="awa")

    found = errors(client.post(address("framework_levels"), {"code": "R", "label": "Effet", "depth": 1}))

    assert found == {"code": "Le niveau R sert dans une révision adoptée : en nommer un autre."}


def test_comparison_leaves_out_what_is_not_public_for_an_outsider(client, awa):
    first = RevisionFactory(programme=awa)
    actions.adopt(revision=first, on=DAY, decision="Décision", by="awa")
    second = actions.open_revision(programme=awa, by="awa")
    hidden = AccountFactory(programme=awa, public=False, label="Indicateur interne")
    SheetFactory(revision=second, account=hidden)

    mine = client.get(address("framework_compare")).content.decode()
    client.logout()

    assert "Indicateur interne" in mine
    assert "Indicateur interne" not in client.get(address("framework_compare")).content.decode()


@pytest.mark.parametrize("name", ["framework_edit", "targets"])
def test_lists_cost_the_same_queries_for_one_line_and_three(client, awa, name, django_assert_num_queries):
    revision = RevisionFactory(programme=awa)
    sheets = [SheetFactory(revision=revision, breakdowns=[add_axis("sex", "F", "M")])]
    EntryFactory(account=sheets[0].account, stage="planned", plan_version=1)
    where = address(name, 1) if name == "framework_edit" else address(name, sheets[0].account.uid)
    queries = {"framework_edit": 13, "targets": 18}[name]
    client.get(where)

    with django_assert_num_queries(queries):
        client.get(where)
    for _rank in range(2):
        SheetFactory(revision=revision, breakdowns=[add_axis("sex")])
        EntryFactory(account=sheets[0].account, stage="planned", plan_version=1)
    with django_assert_num_queries(queries):
        client.get(where)
