"""A small installation: one published programme with its internal things, and one that is not published."""

import dataclasses
import datetime

from jalon.core.reading.facts import Check, Level, Status
from jalon.records.ledger.actions import attach_remark as attach_to_account
from jalon.records.ledger.models import Account, Entry
from jalon.records.parties.models import Organisation
from jalon.records.places.models import Place
from jalon.records.programmes.actions import add_place, attach_document, attach_remark
from jalon.records.programmes.models import Membership, Programme
from jalon.records.reading.models import Alert, Claim, Reading
from jalon.records.sources.models import Document, Source, Text
from tests.factories.ledger import AccountFactory, EntryFactory
from tests.factories.parties import OrganisationFactory
from tests.factories.places import DivisionFactory, PlaceFactory, rebuild_closure
from tests.factories.programmes import (
    AmendmentFactory,
    ParticipationFactory,
    ProgrammeCodeFactory,
    ProgrammeFactory,
    StatusChangeFactory,
)
from tests.factories.reading import ReadingFactory, fact
from tests.factories.results import ResultFactory, RevisionFactory, SheetFactory
from tests.factories.sources import DocumentFactory, PassageFactory, RemarkFactory, TextFactory
from tests.people import People, people

SECRETS = (
    "Baobab",
    "baobab",
    "SEC/777",
    "98\N{NARROW NO-BREAK SPACE}765",
    "98765",
    "Cadrage confidentiel",
    "Signalement réservé",
)
"""What belongs to the unpublished programme under the published one, its document and a remark on it."""

APART = ("Tamarin", "tamarin", "SEC/888")
"""What belongs to an unpublished programme where nobody but the administrator has a role."""

INTERNAL = ("Indicateur interne", "Note interne", "71\N{NARROW NO-BREAK SPACE}717", "71717")
"""What belongs to the published programme and is not public."""


@dataclasses.dataclass(frozen=True)
class World:
    """What the tests name."""

    people: People
    open: Programme
    closed: Programme
    apart: Programme
    place: Place
    organisation: Organisation
    open_account: Account
    closed_account: Account
    inner_account: Account
    open_entry: Entry
    closed_entry: Entry
    inner_entry: Entry
    draft: Entry
    open_document: Document
    inner_document: Document
    closed_document: Document
    open_source: Source
    inner_source: Source
    closed_source: Source
    membership: Membership
    reading: Reading
    claim: Claim
    alert: Alert


def world() -> World:
    """Make it; Awa runs the published programme, Boubacar is a partner in it."""
    place, organisation = _ground()
    shown = ProgrammeFactory(
        slug="ouvert", short_title="Jeunes de Goundam", title="Insertion des jeunes de Goundam"
    )
    hidden = ProgrammeFactory(
        slug="baobab",
        short_title="Projet Baobab",
        title="Le Baobab, intitulé complet",
        published=False,
        parent=shown,
    )
    apart = ProgrammeFactory(slug="tamarin", short_title="Projet Tamarin", published=False)
    for programme, code in ((shown, "MLI/801"), (hidden, "SEC/777"), (apart, "SEC/888")):
        ProgrammeCodeFactory(programme=programme, value=code)
        StatusChangeFactory(programme=programme)
        AmendmentFactory(programme=programme, months=6, new_end="2025-06")
        ParticipationFactory(programme=programme, organisation=organisation)
        add_place(programme=programme, place=place)
    documents = {
        "open": DocumentFactory(title="Rapport public"),
        "inner": DocumentFactory(title="Note interne", visibility="internal"),
        "closed": DocumentFactory(title="Cadrage confidentiel", visibility="internal"),
    }
    sources = {
        name: PassageFactory(
            text=TextFactory(version__document=document, content=f"{name} : 43 personnes formées.")
        )
        for name, document in documents.items()
    }
    attach_document(programme=shown, document=documents["open"])
    attach_document(programme=shown, document=documents["inner"])
    attach_document(programme=hidden, document=documents["closed"])
    accounts = {
        "open": AccountFactory(programme=shown, uid="ouvert.formes", label="Personnes formées"),
        "inner": AccountFactory(
            programme=shown, uid="ouvert.interne", label="Indicateur interne", public=False
        ),
        "closed": AccountFactory(programme=hidden, uid="baobab.formes", label="Formés du Baobab"),
    }
    values = {"open": 43, "inner": 71_717, "closed": 98_765}
    entries = {
        name: EntryFactory(
            account=accounts[name], source=sources[name], values={"": values[name]}, place=place
        )
        for name in accounts
    }
    draft = EntryFactory(
        account=accounts["open"],
        source=sources["inner"],
        values={"": 71_717},
        end=datetime.date(2018, 12, 31),
        approved=False,
    )
    for programme, name in ((shown, "open"), (hidden, "closed")):
        revision = RevisionFactory(programme=programme)
        result = ResultFactory(
            revision=revision, statement="Formés du Baobab" if name == "closed" else "Un métier"
        )
        SheetFactory(revision=revision, account=accounts[name], node=result.node)
    SheetFactory(revision=shown.framework_revisions.get(), account=accounts["inner"])
    remark = RemarkFactory(title="Signalement réservé", first=sources["closed"], second=sources["open"])
    attach_remark(programme=shown, remark=remark)
    attach_to_account(account=accounts["open"], remark=remark)
    who = people(shown)
    reading = _read(sources["open"].text)
    return World(
        people=who,
        open=shown,
        closed=hidden,
        apart=apart,
        place=place,
        organisation=organisation,
        open_account=accounts["open"],
        closed_account=accounts["closed"],
        inner_account=accounts["inner"],
        open_entry=entries["open"],
        closed_entry=entries["closed"],
        inner_entry=entries["inner"],
        draft=draft,
        open_document=documents["open"],
        inner_document=documents["inner"],
        closed_document=documents["closed"],
        open_source=sources["open"],
        inner_source=sources["inner"],
        closed_source=sources["closed"],
        membership=Membership.objects.get(user=who.awa),
        reading=reading,
        claim=reading.claims.get(),
        alert=reading.alerts.get(),
    )


def _read(text: Text) -> Reading:
    """What was read of the public document: a headcount, and a doubt on it."""
    found = fact(text.content, "quantity", "43 personnes", 43, unit="personnes", period="2017")
    doubt = Check("sum_parts", Status.SUSPECT, Level.VERIFY, (found.span,), "43, et non 44", (found,))
    made: Reading = ReadingFactory(text=text, facts=[found], checks=[doubt])
    return made


def _ground() -> tuple[Place, Organisation]:
    division = DivisionFactory()
    country = PlaceFactory(level="country", name="Mali")
    region = PlaceFactory(level="region", name="Tombouctou", parents={division: country})
    cercle = PlaceFactory(level="cercle", name="Goundam", parents={division: region})
    rebuild_closure()
    return cercle, OrganisationFactory(name="Association malienne pour la survie", acronym="AMSS")
