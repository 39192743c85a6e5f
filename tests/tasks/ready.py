"""A final decision that is ready to make tasks, from which a test changes something."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from matcher.domain.case import Case
from matcher.domain.coordinator import Coordinator, Unit
from matcher.domain.decision import Decision, Outcome
from matcher.domain.groundwork import Groundwork
from matcher.domain.task import TaskOwner
from matcher.profiles.load import load
from matcher.profiles.task_lines import TaskLines
from matcher.tasks.task_kind import Need, Ready, TaskKind

ON = date(2026, 11, 23)
START = date(2026, 12, 1)
CHECKED = date(2026, 11, 21)
AS = load("as")
"""Ås asks for nearly every kind of task."""

NEW = Ready(
    decision=Decision(
        case="S-1",
        outcome=Outcome.ACCEPTED,
        coordinator="K-1",
        stand_in="K-2",
        starts_on=START,
        groundwork=Groundwork(candidate_accepts=True),
        is_final=True,
    ),
    case=Case(id="S-1"),
    coordinator=Coordinator(id="K-1", name="Kari Nes", unit="Helsestasjonen"),
    unit=Unit(name="Helsestasjonen", leader_name="Siv Moen", leader_id="K-3"),
    on=ON,
)
"""The first coordinator of a case of which little is known."""


def decided(ready: Ready, **facts: object) -> Ready:
    """Another decision."""
    return replace(ready, decision=ready.decision.model_copy(update=facts))


CHANGE = decided(NEW, takes_over_from="K-9")
"""The same, where somebody else had the case before."""
KEEPS = decided(NEW, takes_over_from="K-1")
"""The same, where the coordinator goes on."""


def of_case(ready: Ready, **facts: object) -> Ready:
    """The same decision in a case with other facts."""
    return replace(ready, case=ready.case.model_copy(update=facts))


def of_coordinator(ready: Ready, **facts: object) -> Ready:
    """The same decision for a coordinator with other facts."""
    assert ready.coordinator is not None
    return replace(ready, coordinator=ready.coordinator.model_copy(update=facts))


def line(kind: TaskKind, **values: object) -> Any:
    """A line for the kind, of the class that the profile has for it."""
    made = {"text": "Gjør dette", "owner": TaskOwner.KE, "practice": "laget", "checked": CHECKED}
    lines = TaskLines.model_validate({kind.id: made | values} | _first_meeting(kind))
    return getattr(lines, kind.id)


def _first_meeting(kind: TaskKind) -> dict[str, object]:
    """A yearly meeting asks for a first one."""
    if kind.id != "arsmote":
        return {}
    return {
        "forste_mote": {
            "text": "Kall inn",
            "owner": TaskOwner.KE,
            "due_days": 30,
            "practice": "laget",
            "checked": CHECKED,
        }
    }


def need(kind: TaskKind, ready: Ready, **values: object) -> Need | None:
    """What the kind asks for."""
    return kind.need(ready, line(kind, **values), AS)


def due(kind: TaskKind, ready: Ready, **values: object) -> date | None:
    """The day by which it is needed; ``None`` where it isn't needed, or on no known day."""
    needed = need(kind, ready, **values)
    return needed.due if needed else None
