"""A small report, its programme and what the reader proposes of it, built by hand."""

from dataclasses import dataclass

from jalon.core.reading.facts import Check, Level, Status
from jalon.flows.intake.plain_text import blocks_of
from jalon.flows.reading.proposing import Known
from jalon.records.ledger.models import Account
from jalon.records.programmes import actions as programmes
from jalon.records.programmes.models import Programme
from jalon.records.programmes.rules import Scope, scope_of
from jalon.records.reading.models import Alert, Claim, Reading
from tests.factories.ledger import AccountFactory
from tests.factories.places import PlaceFactory
from tests.factories.programmes import ProgrammeFactory
from tests.factories.reading import ReadingFactory, fact
from tests.factories.sources import DocumentFactory, TextFactory, VersionFactory
from tests.people import People, people

CONTENT = (
    "En 2017, 43 jeunes ont été formés à Diré, dont 19 femmes et 25 hommes.\n"
    "Le budget est de 12 500 000 FCFA. La commune compte 8 000 habitants.\n"
    "Deux forages ont été réalisés. Contact : Aminata Touré."
)


@dataclass
class Report:
    """The report read, and who looks at it."""

    programme: Programme
    account: Account
    reading: Reading
    people: People

    @property
    def scope(self) -> Scope:
        """What Awa may do."""
        return scope_of(self.people.awa)

    @property
    def known(self) -> Known:
        """What the propositions may be tied to, for Awa."""
        return Known.of(self.reading.text.version.document, self.scope)

    def claim(self, quote: str) -> Claim:
        """Return the claim whose quote this is."""
        content = self.reading.text.content
        return next(one for one in self.reading.claims.all() if content[one.start : one.end] == quote)

    @property
    def alert(self) -> Alert:
        """The one alert: women and men are not the total."""
        return self.reading.alerts.get()


def report(*, content: str = CONTENT, facts=None, dated: str = "2018-03", **programme) -> Report:
    """Return a report of a programme with one indicator, read; `facts` are (type, quote, value, details)."""
    made = ProgrammeFactory(**programme)
    account = AccountFactory(programme=made, label="Jeunes formés", unit_label="jeunes")
    PlaceFactory(name="Diré", level="cercle")
    document = DocumentFactory(dated=dated, issuer="AMSS")
    programmes.attach_document(programme=made, document=document)
    text = TextFactory(version=VersionFactory(document=document), content=content, blocks=blocks_of(content))
    found = [fact(content, kind, quote, value, **more) for kind, quote, value, more in facts or ()]
    reading = ReadingFactory(text=text, facts=found) if facts else read(text)
    return Report(made, account, reading, people(made))


def read(text, version: str = "1") -> Reading:
    """Return the reading of the report's text."""
    total = fact(CONTENT, "quantity", "43 jeunes", 43, unit="jeunes", place=("Diré",), period="2017")
    women = fact(CONTENT, "quantity", "19 femmes", 19, of=total, unit="femmes", sex="F")
    men = fact(CONTENT, "quantity", "25 hommes", 25, of=total, unit="hommes", sex="M")
    facts = [
        total,
        women,
        men,
        fact(CONTENT, "money", "12 500 000 FCFA", 12_500_000, currency="XOF", what="budget", status="budget"),
        fact(CONTENT, "quantity", "8 000 habitants", 8000, unit="habitants", status="context"),
        fact(CONTENT, "quantity", "Deux forages", 2, unit="forages", status="achieved"),
        fact(CONTENT, "place", "Diré", "Diré", level="cercle"),
        fact(CONTENT, "person", "Aminata Touré", "Aminata Touré"),
    ]
    spans = (total.span, women.span, men.span)
    wrong = Check(
        "sum_sex", Status.INCONSISTENT, Level.CERTAIN, spans, "19 + 25 = 44, non 43.", tuple(facts[:3])
    )
    return ReadingFactory(text=text, version=version, facts=facts, checks=[wrong])
