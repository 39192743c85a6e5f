"""Whoever has more than agreed, raises it with the leader, not the family (S082, S161)."""

from matcher.alerts.alert_kind import AlertKind, Found, View
from matcher.domain.alert import Alert
from matcher.domain.wording import number
from matcher.profiles.line import Line


def find(view: View, line: Line) -> Found:
    """Each coordinator whose cases take more hours than are agreed with the leader."""
    for person in view.at_work():
        free = person.free_hours_per_month
        hours = sum(view.hours_per_month.get(case, 0.0) for case in view.cases_of(person.id))
        if free is None or hours <= free:
            continue
        yield Alert(
            kind=KIND.id,
            coordinator=person.id,
            message=f"{view.called(person.id)} har saker for {number(hours)} timer i måneden og "
            f"{number(free)} avtalt. Dette tas opp med lederen, ikke med familiene.",
            source=line.source,
        )


KIND = AlertKind(id="belastning", find=find)
