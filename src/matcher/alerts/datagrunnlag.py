"""What was decided and what the newest roster says, should agree (Normen, faktaark 15)."""

from matcher.alerts.alert_kind import AlertKind, Found, View
from matcher.domain.alert import Alert
from matcher.profiles.line import Line


def find(view: View, line: Line) -> Found:
    """Each case that the roster gives to somebody else than was decided, or to nobody."""
    for case, time in view.held():
        if case.current_coordinator == time.coordinator or time.first_day > view.roster.on:
            continue
        says = case.current_coordinator
        told = f"at {view.called(says)} har saken" if says else "at ingen har saken"
        yield Alert(
            kind=KIND.id,
            case=case.id,
            coordinator=time.coordinator,
            message=f"{case.id}: det er avgjort at {view.called(time.coordinator)} er koordinator, "
            f"men datagrunnlaget sier {told}. Kanskje er regnearket ikke oppdatert?",
            source=line.source,
        )


KIND = AlertKind(id="datagrunnlag", find=find)
