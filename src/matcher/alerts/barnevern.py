"""Barnevern's undersøkelse should soon be done: may they have the role? (S115; bvl. § 2-2)"""

from matcher.alerts.alert_kind import AlertKind, Found, View
from matcher.domain.alert import Alert
from matcher.domain.months import months_after
from matcher.domain.running_services import running
from matcher.domain.vocabulary import BarnevernPhase, Service
from matcher.domain.wording import written
from matcher.profiles.alert_lines import Ahead


def find(view: View, line: Ahead) -> Found:
    """Each undersøkelse whose time is soon up, and those whose start isn't known."""
    months = view.profile.rules.barnevern_undersokelse.review_after_months
    for case in view.roster.cases:
        for row in running(case, view.on):
            if row.service is not Service.BARNEVERN or row.phase is not BarnevernPhase.UNDERSOKELSE:
                continue
            day = months_after(row.phase_since, months) if row.phase_since else None
            if day and day > view.by(line.days_ahead):
                continue
            when = f"skal være ferdig {written(day)}" if day else "har ingen kjent start"
            yield Alert(
                kind=KIND.id,
                case=case.id,
                coordinator=case.current_coordinator,
                day=day,
                message=f"{case.id}: barnevernets undersøkelse {when}. Da kan det ses på igjen "
                "hvem som kan være koordinator.",
                source=line.source,
            )


KIND = AlertKind(id="barnevern", find=find)
