"""A coordinator leaves, and has cases (S031, S050, S139)."""

from matcher.alerts.alert_kind import AlertKind, Found, View
from matcher.domain.alert import Alert
from matcher.domain.wording import listed, written
from matcher.profiles.alert_lines import Ahead


def find(view: View, line: Ahead) -> Found:
    """Each coordinator with cases whose employment ends soon, or has ended."""
    for person in view.at_work():
        if person.employed_to is None or person.employed_to > view.by(line.days_ahead):
            continue
        cases = listed(view.cases_of(person.id))
        yield Alert(
            kind=KIND.id,
            coordinator=person.id,
            day=person.employed_to,
            message=f"{view.called(person.id)} slutter {written(person.employed_to)} og har "
            f"{cases}. Kanskje kan en ny koordinator tas med i neste runde?",
            source=line.source,
        )


KIND = AlertKind(id="slutter", find=find)
