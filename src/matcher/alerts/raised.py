"""Every alert of a day: what is so now first, then by the day it is about."""

from __future__ import annotations

from datetime import date

from matcher.alerts import ALERTS
from matcher.alerts.alert_kind import View
from matcher.domain.alert import Alert


def raised(view: View) -> tuple[Alert, ...]:
    """The alerts that the profile asks for."""
    found = [
        alert
        for kind in ALERTS
        if (line := kind.line(view.profile)) is not None
        for alert in kind.find(view, line)
    ]
    order = {kind.id: place for place, kind in enumerate(ALERTS)}
    return tuple(
        sorted(
            found,
            key=lambda one: (
                one.day or date.min,
                order[one.kind],
                one.case or "",
                one.coordinator or "",
            ),
        )
    )
