"""A small municipality on a day, from which a test changes something."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from matcher.alerts.alert_kind import AlertKind, View
from matcher.domain.alert import Alert
from matcher.domain.case import Case
from matcher.domain.coordinator import Coordinator
from matcher.domain.roster import Roster
from matcher.profiles.alert_lines import AlertLines
from matcher.profiles.load import load

ON = date(2026, 11, 23)
CHECKED = date(2026, 11, 21)
PROFILE = load("farsund")

KARI = Coordinator(
    id="K-1", name="Kari Nes", agreed_hours_per_month=6, agreed_date=ON, training_date=ON
)
OLA = Coordinator(id="K-2", name="Ola Vik")
"""Has no case, so nothing is told of him."""
CASE = Case(id="S-1", current_coordinator="K-1")


def seen(case: Case = CASE, *people: Coordinator, on: date = ON, **facts: Any) -> View:
    """A case in Kari's hands, or other people instead of her; nothing is wrong."""
    changed = {one.id: one for one in (KARI, OLA, *people)}
    roster = Roster.of(ON, [case], changed.values())
    view = View(
        roster=roster,
        profile=PROFILE,
        on=on,
        hours_per_month={"S-1": 4.0},
        stand_ins={"S-1": "K-2"},
    )
    return replace(view, **facts)


def found(kind: AlertKind, view: View, **values: object) -> list[Alert]:
    """What the kind tells, with a line of these values."""
    line = {"practice": "laget for testene", "checked": CHECKED} | values
    lines = AlertLines.model_validate({kind.id: line})
    alerts = list(kind.find(view, getattr(lines, kind.id)))
    assert all((one.kind, one.source) == (kind.id, "laget for testene") for one in alerts)
    return alerts
