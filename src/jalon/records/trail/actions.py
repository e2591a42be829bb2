"""Writing the trail, and giving the instants at which this copy learns things."""

import datetime

from django.db import transaction
from django.utils import timezone

from jalon.records.trail.models import Clock, TrailEvent

TICK = datetime.timedelta(microseconds=1)


@transaction.atomic
def next_known_at() -> datetime.datetime:
    """Return an instant (UTC) later than every one given before by this copy.

    The server's clock, pushed forward by a microsecond where it has not moved or went back.
    """
    clock = Clock.objects.select_for_update().filter(pk=1).first()
    now = timezone.now()
    if clock is None:
        Clock.objects.create(pk=1, last=now)
        return now
    clock.last = max(now, clock.last + TICK)
    clock.save(update_fields=["last"])
    return clock.last


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
    return TrailEvent.objects.create(
        actor=by,
        verb=verb,
        object_type=object_type,
        object_id=object_id,
        object_label=object_label[:300],
        programme=programme,
        detail=detail or {},
    )
