"""Loading the demonstration: its documents are read, and its recorded review is replayed.

Its dataclasses become records through the same actions as everybody's.
"""

import datetime
from decimal import Decimal

from django.db import transaction

from jalon.core.values.scaled import parse_raw
from jalon.flows.demonstration.content import CellData, Content, EntryData, Passage, RemarkData
from jalon.flows.demonstration.replaying import Replay
from jalon.flows.intake.extractors import extract
from jalon.records.ledger import actions as ledger
from jalon.records.ledger.models import Account, Axis, Entry
from jalon.records.parties import actions as parties
from jalon.records.parties.models import Organisation
from jalon.records.places import actions as places
from jalon.records.places.models import Division, Place
from jalon.records.programmes import actions as programmes
from jalon.records.programmes.models import Programme
from jalon.records.results import actions as results
from jalon.records.results.models import FrameworkRevision, Level, ResultNode
from jalon.records.sources import actions as sources
from jalon.records.sources.models import Remark, Source, Text

BY = "démonstration"


def is_loaded(content: Content) -> bool:
    """Return whether the demonstration is already in this database."""
    return Programme.objects.filter(slug=content.programmes[0].key).exists()


@transaction.atomic
def load(content: Content) -> None:
    """Load all of the demonstration content, or none of it."""
    Loading(content).run()


def day(text: str) -> datetime.date | None:
    """Return a full ISO date, None for an empty text."""
    return datetime.date.fromisoformat(text) if text else None


def instant(text: str) -> datetime.datetime:
    """Return an instant written with a Z."""
    return datetime.datetime.fromisoformat(text)


class Loading:
    """One load: what the keys of the content became."""

    def __init__(self, content: Content) -> None:
        self.content = content
        self.divisions: dict[str, Division] = {}
        self.places: dict[str, Place] = {}
        self.organisations: dict[str, Organisation] = {}
        self.axes: dict[str, Axis] = {}
        self.programmes: dict[str, Programme] = {}
        self.texts: dict[str, Text] = {}
        self.invented: dict[str, bool] = {}
        self.accounts: dict[str, Account] = {}
        self.entries: dict[str, Entry] = {}
        self.levels: dict[tuple[str, str], Level] = {}
        self.nodes: dict[tuple[str, str], ResultNode] = {}

    def run(self) -> None:
        """Load everything, what others need first."""
        self.load_places()
        self.load_organisations()
        self.load_programmes()
        self.load_documents()
        replay = Replay(self.content, self.texts, by=BY)
        self.load_lives()
        self.load_axes()
        self.load_accounts()
        self.load_frameworks()
        for entry in self.content.entries:
            self.load_entry(entry)
            replay.judge_entry(entry, self.entries[entry.key])
        for entry in self.content.entries:
            self.load_acts(entry)
        for remark in self.content.remarks:
            replay.note(remark, self.load_remark(remark), by=BY)
        for judged in self.content.judged:
            replay.judge_others(judged)

    def load_places(self) -> None:
        """Divisions, places, names, codes, zones, and the closure."""
        for one in self.content.divisions:
            self.divisions[one.code] = places.add_division(
                code=one.code,
                label=one.label,
                in_force_from=day(one.in_force_from),
                in_force_to=day(one.in_force_to),
                act=one.act,
            )
        for place in self.content.places:
            made = self.places[place.key] = places.add_place(
                uid=place.key,
                level=place.level,
                name=place.name,
                latitude=Decimal(place.lat) if place.lat else None,
                longitude=Decimal(place.lon) if place.lon else None,
                opened_on=day(place.opened_on),
                closed_on=day(place.closed_on),
                parents={self.divisions[code]: self.places[key] for code, key in place.parents.items()},
            )
            for name in place.names:
                places.add_name(
                    place=made, text=name.text, kind=name.kind, since=day(name.since), until=day(name.until)
                )
            for code in place.codes:
                places.add_code(place=made, scheme=code.scheme, vintage=code.vintage, value=code.value)
        for zone in self.content.zones:
            members = [self.places[key] for key in zone.members]
            self.places[zone.key] = places.add_zone(uid=zone.key, name=zone.name, members=members)
        places.rebuild_closure()

    def load_organisations(self) -> None:
        """Organisations and successions."""
        for one in self.content.organisations:
            self.organisations[one.key] = parties.add_organisation(
                uid=one.key,
                name=one.name,
                kind=one.kind,
                acronym=one.acronym,
                country=one.country,
                place=self.places[one.place] if one.place else None,
                also=one.other_names,
            )
        for tie in self.content.successions:
            parties.add_succession(
                predecessor=self.organisations[tie.predecessor],
                successor=self.organisations[tie.successor],
                on=tie.on,
                act=tie.act,
            )

    def load_programmes(self) -> None:
        """Programmes with their codes, places, participations and links."""
        for one in self.content.programmes:
            made = self.programmes[one.key] = programmes.add_programme(
                uid=one.key,
                slug=one.key,
                kind=one.kind,
                parent=self.programmes[one.parent] if one.parent else None,
                title=one.title,
                short_title=one.short_title,
                acronym=one.acronym,
                summary=one.summary,
                objectives=one.objectives,
                country=one.country,
                planned_start=one.planned_start,
                planned_end=one.planned_end,
                planned_months=one.planned_months,
                actual_start=one.actual_start,
                actual_end=one.actual_end,
                stated_months=one.stated_months,
                published=one.published,
                by=BY,
            )
            for code in one.codes:
                programmes.add_code(programme=made, scheme=code.scheme, value=code.value)
            for key in one.places:
                programmes.add_place(programme=made, place=self.places[key])
            for part in one.participations:
                programmes.add_participation(
                    programme=made, organisation=self.organisations[part.organisation], role=part.role
                )
            for link in one.links:
                programmes.add_link(
                    programme=made,
                    kind=link.kind,
                    title=link.title,
                    url=link.url,
                    place=self.places[link.place] if link.place else None,
                    note=link.note,
                )

    def load_documents(self) -> None:
        """Documents, their file and its text."""
        for one in self.content.documents:
            document = sources.add_document(
                uid=f"document-{one.key}",
                title=one.title,
                kind=one.kind,
                dated=one.dated,
                issuer=one.issuer,
                visibility=one.visibility,
                invented=one.invented,
                by=BY,
            )
            content = one.path.read_bytes()
            read = extract(content, file_name=one.file)
            version = sources.receive(
                document=document, content=content, file_name=one.file, media_type=read.media_type, by=BY
            )
            self.invented[one.key] = one.invented
            self.texts[one.key] = sources.keep_text(
                version=version, extractor=read.extractor, content=read.content, blocks=list(read.blocks)
            )
            for key in one.programmes:
                programmes.attach_document(programme=self.programmes[key], document=document)

    def source(self, passage: Passage | EntryData) -> Source:
        """Return the source that is a passage of a document."""
        return sources.cite(
            text=self.texts[passage.document],
            quote=passage.quote,
            occurrence=passage.occurrence,
            invented=self.invented[passage.document],
        )

    def load_lives(self) -> None:
        """Statuses, agreements, amendments, plan versions: each with the passage that says it."""
        for programme in self.content.programmes:
            for change in programme.status:
                programmes.change_status(
                    programme=self.programmes[programme.key],
                    status=change.status,
                    on=change.on,
                    by=BY,
                    source=self.source(change),
                )
        for one in self.content.agreements:
            programmes.sign_agreement(
                programme=self.programmes[one.programme],
                kind=one.kind,
                title=one.title,
                number=one.number,
                signed_on=one.signed_on,
                start=one.start,
                end=one.end,
                months=one.months,
                parties=[self.organisations[key] for key in one.parties],
                source=self.source(one),
                by=BY,
            )
        for amendment in self.content.amendments:
            programmes.amend(
                programme=self.programmes[amendment.programme],
                title=amendment.title,
                act=amendment.act,
                decided_on=amendment.decided_on,
                months=amendment.months,
                new_end=amendment.new_end,
                source=self.source(amendment),
                by=BY,
            )
        for version in self.content.plan_versions:
            ledger.add_plan_version(
                programme=self.programmes[version.programme],
                number=version.number,
                effective_on=day(version.effective_on),
                decision=version.decision,
                source=self.source(version),
            )

    def load_axes(self) -> None:
        """Axes of breakdown and their categories; the organisations that fund are categories too."""
        for order, one in enumerate(self.content.axes):
            self.axes[one.code] = ledger.add_axis(code=one.code, label=one.label, order=order)
        for order, category in enumerate(self.content.categories):
            axis = self.axes.get(category.axis) or ledger.add_axis(code=category.axis, label=category.axis)
            ledger.add_category(axis=axis, code=category.code, label=category.label, order=order)
        for entry in self.content.entries:
            for cell in entry.cells:
                if cell.funder:
                    funder = self.organisations[cell.funder]
                    ledger.add_category(axis=self.axes["funder"], code=funder.uid, label=funder.name)

    def load_accounts(self) -> None:
        """Accounts, in their order."""
        for order, one in enumerate(self.content.accounts):
            self.accounts[one.key] = ledger.open_account(
                uid=one.key,
                programme=self.programmes[one.programme],
                nature=one.nature,
                label=one.label,
                definition=one.definition,
                unit=one.unit,
                unit_label=one.unit_label,
                decimals=one.decimals,
                time=one.time,
                places=one.places,
                grain_place=one.grain_place,
                grain_time=one.grain_time,
                parent=self.accounts[one.parent] if one.parent else None,
                numerator=self.accounts[one.numerator] if one.numerator else None,
                denominator=self.accounts[one.denominator] if one.denominator else None,
                public=one.public,
                order=order,
            )

    def load_frameworks(self) -> None:
        """Levels, then each revision in order: what it adds to the one before, then its adoption."""
        for level in self.content.levels:
            self.levels[level.programme, level.code] = results.name_level(
                programme=self.programmes[level.programme],
                code=level.code,
                label=level.label,
                depth=level.depth,
            )
        for one in sorted(self.content.revisions, key=lambda one: (one.programme, one.number)):
            revision = results.open_revision(programme=self.programmes[one.programme], by=BY, note=one.note)
            self.load_revision(revision, one.programme)
            if one.adopted_on:
                results.adopt(
                    revision=revision,
                    on=datetime.date.fromisoformat(one.adopted_on),
                    decision=one.decision,
                    source=self.source(one),
                    by=BY,
                )

    def load_revision(self, revision: FrameworkRevision, programme: str) -> None:
        """Word the results and describe the indicators that begin with this revision."""
        number = revision.number
        for order, one in enumerate(self.content.results):
            if (one.programme, one.since_revision) != (programme, number):
                continue
            wording = results.word_result(
                revision=revision,
                level=self.levels[programme, one.level],
                code=one.code,
                statement=one.statement,
                parent=self.nodes.get((programme, one.parent)),
                order=order,
                uid=f"{programme}.{one.code}",
            )
            self.nodes[programme, one.code] = wording.node
        for order, account in enumerate(self.content.accounts):
            if (account.programme, account.since_revision) != (programme, number) or not account.code:
                continue
            results.describe_indicator(
                revision=revision,
                account=self.accounts[account.key],
                node=self.nodes.get((programme, account.result)),
                code=account.code,
                label=account.label,
                definition=account.definition,
                verification=account.verification,
                frequency=account.frequency,
                responsible=account.responsible,
                breakdowns=[self.axes[code] for code in account.breakdowns],
                order=order,
            )

    def load_entry(self, one: EntryData) -> None:
        """Record an entry at the instant it says this copy learned it."""
        account = self.accounts[one.account]
        number = one.number
        self.entries[one.key] = ledger.record(
            uid=one.key,
            account=account,
            kind=one.kind,
            stage=one.stage,
            start=one.first_day,
            end=one.last_day,
            place=self.places[one.place] if one.place else None,
            division=self.divisions[one.division] if one.division else None,
            about=self.organisations[one.about] if one.about else None,
            plan_version=one.version,
            source=self.source(one),
            reported_by=one.reported_by,
            printed=one.printed,
            precision=max(1, int(number.precision * 10**account.decimals)),
            qualifier=number.qualifier.value,
            note=one.note,
            lines=[self.line(cell, one, account) for cell in one.postings],
            by=one.recorded_by,
            known_at=instant(one.recorded_at),
        )

    def line(self, cell: CellData, entry: EntryData, account: Account) -> ledger.Line:
        """Return one posting to be, with its own passage when it has one."""
        own = Passage(entry.document, cell.quote, cell.occurrence) if cell.quote else None
        return ledger.Line(
            value=parse_raw(cell.value, account.decimals),
            cell=cell.categories,
            source=self.source(own) if own else None,
        )

    def load_acts(self, one: EntryData) -> None:
        """Approve, withdraw or set aside, at the instants the content says."""
        entry = self.entries[one.key]
        if one.approved_at:
            ledger.approve(entry=entry, by=one.approved_by, known_at=instant(one.approved_at))
        if one.withdrawn is not None:
            ledger.withdraw(
                entry=entry,
                by=one.withdrawn.by,
                why=one.withdrawn.why,
                replaced_by=self.entries.get(one.withdrawn.replaced_by),
                known_at=instant(one.withdrawn.at),
            )
        if one.set_aside is not None:
            ledger.set_aside(
                entry=entry, by=one.set_aside.by, why=one.set_aside.why, known_at=instant(one.set_aside.at)
            )

    def load_remark(self, one: RemarkData) -> Remark:
        """Write a remark and show it beside what it concerns."""
        written = sources.remark(
            code=one.code,
            title=one.title,
            explanation=one.explanation,
            first=self.source(one.first),
            second=self.source(one.second) if one.second else None,
            on=day(one.written_on),
            invented=one.invented,
            by=BY,
        )
        for key in one.accounts:
            ledger.attach_remark(account=self.accounts[key], remark=written)
        for key in one.programmes:
            programmes.attach_remark(programme=self.programmes[key], remark=written)
        return written
