"""Barnevern is looked at again when its undersøkelse should be done (S115; bvl. § 2-2)."""

from matcher.domain.months import months_after
from matcher.domain.running_services import running
from matcher.domain.vocabulary import BarnevernPhase, Service
from matcher.profiles.profile import Profile
from matcher.profiles.task_lines import TaskLine
from matcher.tasks.task_kind import Need, Ready, TaskKind


def need(ready: Ready, line: TaskLine, profile: Profile) -> Need | None:
    """While barnevern is in undersøkelse; without a day where it isn't known since when."""
    running_now = [
        row
        for row in running(ready.case, ready.on)
        if row.service is Service.BARNEVERN and row.phase is BarnevernPhase.UNDERSOKELSE
    ]
    if not running_now:
        return None
    since = next((row.phase_since for row in running_now if row.phase_since), None)
    months = profile.rules.barnevern_undersokelse.review_after_months
    return Need(due=None if since is None else months_after(since, months))


KIND = TaskKind(id="barnevern", need=need)
