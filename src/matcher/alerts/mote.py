"""The ansvarsgruppe hasn't met when it should (S147, S064, S095)."""

from matcher.alerts.alert_kind import AlertKind, Found, View
from matcher.domain.alert import Alert
from matcher.domain.wording import written
from matcher.profiles.alert_lines import Ahead

MEETINGS = ("forste_mote", "neste_mote", "arsmote")
"""The kinds of task that are meetings of the group."""


def find(view: View, line: Ahead) -> Found:
    """Each open meeting whose day is near or has passed."""
    for task in view.tasks:
        if task.kind not in MEETINGS or task.done_on is not None or task.due is None:
            continue
        if task.due > view.by(line.days_ahead):
            continue
        is_late = task.due < view.on
        when = f"skulle vært {written(task.due)}" if is_late else f"har frist {written(task.due)}"
        yield Alert(
            kind=KIND.id,
            case=task.case,
            coordinator=task.owner_id,
            day=task.due,
            message=f"{task.case}: møtet i ansvarsgruppa {when}.",
            source=line.source,
        )


KIND = AlertKind(id="mote", find=find)
