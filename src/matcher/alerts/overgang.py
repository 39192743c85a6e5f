"""A transition is ahead: who is to have the case afterwards? (S102, S103, S104, S138)"""

from matcher.alerts.alert_kind import AlertKind, Found, View
from matcher.domain.alert import Alert
from matcher.domain.wording import written
from matcher.profiles.alert_lines import Ahead


def find(view: View, line: Ahead) -> Found:
    """Each case that somebody has, with a transition soon; also where its day isn't known."""
    for case, time in view.held():
        day, transition = case.transition_date, case.next_transition
        if transition is None or (day and not view.on <= day <= view.by(line.days_ahead)):
            continue
        when = written(day) if day else "på en dag som ikke er kjent"
        yield Alert(
            kind=KIND.id,
            case=case.id,
            coordinator=time.coordinator,
            day=day,
            message=f"{case.id}: overgang {transition} {when}. Kanskje bør det vurderes nå hvem "
            "som skal være koordinator etterpå?",
            source=line.source,
        )


KIND = AlertKind(id="overgang", find=find)
