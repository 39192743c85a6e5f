"""Training in the role comes before the work (S084, S127; hol. § 7-3)."""

from matcher.alerts.alert_kind import AlertKind, Found, View
from matcher.domain.alert import Alert
from matcher.profiles.line import Line


def find(view: View, line: Line) -> Found:
    """Each coordinator who has cases, and whose training isn't done or isn't noted."""
    for person in view.at_work():
        if person.training_date is not None and person.training_date <= view.on:
            continue
        yield Alert(
            kind=KIND.id,
            coordinator=person.id,
            day=person.training_date,
            message=f"Det er ikke notert at {view.called(person.id)} har fått opplæring i rollen.",
            source=line.source,
        )


KIND = AlertKind(id="opplaering", find=find)
