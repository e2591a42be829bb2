"""Reading the framework in force."""

from jalon.records.programmes.models import Programme
from jalon.records.results.models import FrameworkRevision


def revision_in_force(programme: Programme) -> FrameworkRevision | None:
    """Return the adopted revision of highest number, else the first one that is being drafted."""
    revisions = programme.framework_revisions
    adopted = revisions.filter(adopted_on__isnull=False).order_by("-number").first()
    return adopted or revisions.order_by("number").first()
