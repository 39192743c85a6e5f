"""Which cases of a round are listed, and in which order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import streamlit as st

from matcher.domain.plan import CasePlan
from matcher.ui.clear import needs_somebody
from matcher.ui.standing import Standing
from matcher.ui.state import Run
from matcher.ui.words import chosen, lacks_coordinator

ALL, NEEDS, CHANGED, NOT_SURE = "list.all", "list.needs", "list.changed", "list.not_sure"
FILTERS = (
    ALL,
    NEEDS,
    "list.unplaced",
    "list.marked",
    CHANGED,
    "list.new",
    NOT_SURE,
    "list.outside",
)
URGENT, BY_FIRMNESS = "list.by_need", "list.by_firmness"
SORTS = (
    URGENT,
    "list.by_case",
    "list.by_fit",
    "list.by_wait",
    "list.by_coordinator",
    BY_FIRMNESS,
)
FIRMNESS = {"delt": 0, "jevnt": 1, "sikkert": 2}
TURNS = ("delt", "jevnt")
"""Another choice is just as good, or would be with slightly other weights."""

_LISTED = "listed cases"


@dataclass(frozen=True)
class Known:
    """What is known of the cases of a round beside the plan."""

    run: Run
    stands: Mapping[str, Standing]
    before: Mapping[str, str | None] | None = None
    """The coordinator of each case in the round before; ``None`` where there was none."""
    firm: Mapping[str, str] = field(default_factory=dict)
    """The firmness of each suggestion, once somebody has asked for it."""

    def has_changed(self, told: CasePlan) -> bool:
        """Whether another is suggested than in the round before, or the case is new."""
        return self.before is not None and (
            told.case not in self.before or self.before[told.case] != told.coordinator
        )


def cases_in_order(run: Run) -> list[CasePlan]:
    """Unplaced first, then those with something to look at, then the others; by id in each."""
    return sorted(run.plan.cases, key=lambda told: (_urgency(told), told.case))


def is_of(kind: str, told: CasePlan, known: Known) -> bool:
    """Whether a case is of the kind that a filter asks for."""
    return _IS[kind](told, known)


def matches(told: CasePlan, wanted: str, unit: str | None, run: Run) -> bool:
    """Whether a case has the searched words, and its suggestion is of the unit."""
    person = run.roster.coordinator_by_id.get(told.coordinator or "")
    if unit is not None and (person is None or person.told_unit != unit):
        return False
    name = run.roster.called(told.coordinator) if told.coordinator else ""
    return wanted.strip().casefold() in f"{told.case} {name} {told.entitlement.role}".casefold()


def units_of(run: Run) -> list[str]:
    """The units of those who are suggested; none for somebody with a blocked address."""
    people = (run.roster.coordinator_by_id.get(told.coordinator or "") for told in run.plan.cases)
    return sorted({unit for person in people if person and (unit := person.told_unit)})


def in_order(cases: list[CasePlan], by: str, known: Known) -> list[CasePlan]:
    """The cases sorted; by id where they are equal."""
    return sorted(cases, key=lambda told: (_KEYS[by](told, known), told.case))


def note_listed(cases: list[CasePlan]) -> None:
    """Remember the list as it is shown: the next case is the next one of it."""
    st.session_state[_LISTED] = tuple(told.case for told in cases)


def listed_around(case: str, run: Run) -> tuple[str, ...]:
    """The list that a case was opened from; all cases where it isn't in the last one shown."""
    listed: tuple[str, ...] = st.session_state.get(_LISTED, ())
    is_of_run = case in listed and all(each in run.by_case for each in listed)
    return listed if is_of_run else tuple(told.case for told in cases_in_order(run))


def _urgency(told: CasePlan) -> int:
    if lacks_coordinator(told):
        return 0
    if told.coordinator is None:
        return 3
    return 1 if _is_marked(told) else 2


def _is_marked(told: CasePlan) -> bool:
    suggestion = chosen(told)
    return bool(suggestion and suggestion.warnings)


def _fit(told: CasePlan) -> int:
    suggestion = chosen(told)
    return 101 if suggestion is None else suggestion.fit


def _received(told: CasePlan, known: Known) -> date:
    return known.run.roster.case_by_id[told.case].received or date.max


_IS: dict[str, Callable[[CasePlan, Known], bool]] = {
    ALL: lambda told, known: True,
    NEEDS: lambda told, known: needs_somebody(told, known.stands[told.case], known.run),
    "list.unplaced": lambda told, known: lacks_coordinator(told),
    "list.marked": lambda told, known: _is_marked(told),
    CHANGED: lambda told, known: known.has_changed(told),
    "list.new": lambda told, known: told.coordinator is not None and not told.kept,
    NOT_SURE: lambda told, known: known.firm.get(told.case) in TURNS,
    "list.outside": lambda told, known: told.coordinator is None and not lacks_coordinator(told),
}
_KEYS: dict[str, Callable[[CasePlan, Known], Any]] = {
    URGENT: lambda told, known: _urgency(told),
    "list.by_case": lambda told, known: told.case,
    "list.by_fit": lambda told, known: _fit(told),
    "list.by_wait": _received,
    "list.by_coordinator": lambda told, known: told.coordinator or "~",
    BY_FIRMNESS: lambda told, known: FIRMNESS.get(known.firm.get(told.case, ""), len(FIRMNESS)),
}
