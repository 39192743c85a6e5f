"""Hours are agreed with the leader, and the agreement grows old (S074)."""

from matcher.alerts.alert_kind import AlertKind, Found, View
from matcher.domain.alert import Alert
from matcher.domain.months import months_after
from matcher.domain.wording import written
from matcher.profiles.alert_lines import TooOld


def find(view: View, line: TooOld) -> Found:
    """Each coordinator with cases whose hours were agreed too long ago, or on no day at all."""
    for person in view.at_work():
        agreed = person.agreed_date
        if agreed is not None and months_after(agreed, line.months) > view.on:
            continue
        since = f"ble avtalt {written(agreed)}" if agreed else "er ikke avtalt på noen kjent dag"
        yield Alert(
            kind=KIND.id,
            coordinator=person.id,
            message=f"Timene til {view.called(person.id)} {since}. "
            "Kanskje kan lederen se på dem på nytt?",
            source=line.source,
        )


KIND = AlertKind(id="timer", find=find)
