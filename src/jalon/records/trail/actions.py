"""Writing the trail, and giving the instants at which this copy learns things."""

import dataclasses
import datetime
from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from jalon.records.trail.models import Clock, TrailEvent

BATCH = 500
TICK = datetime.timedelta(microseconds=1)


@transaction.atomic
def next_known_at() -> datetime.datetime:
    """Return an instant (UTC) later than every one given before by this copy.

    The server's clock, pushed forward by a microsecond where it has not moved or went back.
    """
    return next_known_ats(1)[0]


@transaction.atomic
def next_known_ats(count: int) -> list[datetime.datetime]:
    """Return so many instants as `next_known_at` would one after the other; `count` is at least one."""
    clock = Clock.objects.select_for_update().filter(pk=1).first()
    now = timezone.now()
    first = now if clock is None else max(now, clock.last + TICK)
    instants = [first + TICK * nth for nth in range(count)]
    if clock is None:
        Clock.objects.create(pk=1, last=instants[-1])
    else:
        clock.last = instants[-1]
        clock.save(update_fields=["last"])
    return instants


@transaction.atomic
def note_known_at(known_at: datetime.datetime) -> None:
    """Remember an instant brought by a loaded ledger, so that later ones come after it."""
    clock, made = Clock.objects.select_for_update().get_or_create(pk=1, defaults={"last": known_at})
    if not made and clock.last < known_at:
        clock.last = known_at
        clock.save(update_fields=["last"])


def record(
    *,
    by: str,
    verb: str,
    object_type: str,
    object_id: str,
    object_label: str,
    programme: str = "",
    detail: dict[str, object] | None = None,
) -> TrailEvent:
    """Add one event to the trail; call it inside the transaction of what it tells of."""
    told = Told(verb, object_type, object_id, object_label, programme, detail or {})
    return record_many([told], by=by)[0]


@dataclasses.dataclass(frozen=True)
class Told:
    """An event to be."""

    verb: str
    object_type: str
    object_id: str
    object_label: str
    programme: str = ""
    detail: dict[str, object] = dataclasses.field(default_factory=dict)


def record_many(events: Iterable[Told], *, by: str) -> list[TrailEvent]:
    """Add events to the trail, in few queries; call it inside the transaction of what they tell of."""
    return TrailEvent.objects.bulk_create(
        [
            TrailEvent(
                actor=by,
                verb=one.verb,
                object_type=one.object_type,
                object_id=one.object_id,
                object_label=one.object_label[:300],
                programme=one.programme,
                detail=one.detail,
            )
            for one in events
        ],
        batch_size=BATCH,
    )
