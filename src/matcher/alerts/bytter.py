"""Nobody is to be sent from one to the next: changes are counted (S165)."""

from matcher.alerts.alert_kind import AlertKind, Found, View
from matcher.domain.alert import Alert
from matcher.domain.responsibility import changes
from matcher.profiles.alert_lines import TooMany


def find(view: View, line: TooMany) -> Found:
    """Each case that has changed coordinator so often, counted with the changes before our time."""
    for case, time in view.held():
        count = changes(view.times[case.id], view.on) + (case.earlier_changes or 0)
        if count < line.at_least:
            continue
        yield Alert(
            kind=KIND.id,
            case=case.id,
            coordinator=time.coordinator,
            message=f"{case.id} har byttet koordinator {count} ganger. Er det nye vansker, tas de "
            "opp med lederen.",
            source=line.source,
        )


KIND = AlertKind(id="bytter", find=find)
