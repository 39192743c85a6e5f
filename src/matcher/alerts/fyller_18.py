"""At 18 the role of barnekoordinator ends, and others decide (pbrl. § 2-5 c, vgml. § 8)."""

from datetime import date, timedelta

from matcher.alerts.alert_kind import AlertKind, Found, View
from matcher.domain.alert import Alert
from matcher.domain.months import months_after
from matcher.profiles.alert_lines import Ahead

MAJORITY_YEARS = 18
"""The age of majority (vergemålsloven § 8)."""


def find(view: View, line: Ahead) -> Found:
    """Each case that somebody has, about a person who soon comes of age. The day isn't known."""
    for case, time in view.held():
        if case.birth_month is None:
            continue
        month = months_after(case.birth_month, MAJORITY_YEARS * 12)
        if not view.on <= _last_day(month) or month > view.by(line.days_ahead):
            continue
        yield Alert(
            kind=KIND.id,
            case=case.id,
            coordinator=time.coordinator,
            day=month,
            message=f"{case.id}: fyller {MAJORITY_YEARS} år i {month:%m.%Y}. Hvem som samtykker, "
            "og hvilken rolle saken har krav på, må ses på igjen.",
            source=line.source,
        )


def _last_day(month: date) -> date:
    return months_after(month, 1) - timedelta(days=1)


KIND = AlertKind(id="fyller_18", find=find)
