"""What is asked of each kind of change, with the choices that the data holds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import streamlit as st

from matcher.domain.vocabulary import Focus, Service
from matcher.explain.solved_round import RoundRequest
from matcher.profiles.criterion_lines import CriterionLines
from matcher.profiles.in_force import said
from matcher.profiles.line import Mode
from matcher.profiles.rule_lines import RuleLines
from matcher.scenarios.changes import (
    Away,
    Hours,
    Leaves,
    NewCases,
    NewPosition,
    RuleChanged,
    ScenarioChange,
    Transitions,
    UnitClosed,
    UnitOpened,
    WeightChanged,
)
from matcher.ui.days import WRITTEN
from matcher.ui.texts import label, say, translated

Facts = dict[str, object]
MUCH = 3
FOR_ONE, FOR_UNIT, FOR_SERVICE = (
    "what_if.for_coordinator",
    "what_if.for_unit",
    "what_if.for_service",
)


def facts_of(kind: type[ScenarioChange], request: RoundRequest) -> Facts | None:
    """The facts as chosen; ``None`` where something is yet to be chosen."""
    facts = ASKED[kind](request)
    return None if any(value is None for value in facts.values()) else facts


def _leaves(request: RoundRequest) -> Facts:
    return {"coordinator": _coordinator(request)}


def _away(request: RoundRequest) -> Facts:
    on = request.roster.on
    whom = _coordinator(request)
    first = st.date_input(say("what_if.first_day"), value=on, format=WRITTEN)
    last = st.date_input(say("what_if.last_day"), value=on + timedelta(days=180), format=WRITTEN)
    return {"coordinator": whom, "first_day": first, "last_day": last}


def _hours(request: RoundRequest) -> Facts:
    about = st.segmented_control(
        say("what_if.hours_for"),
        [FOR_ONE, FOR_UNIT, FOR_SERVICE],
        format_func=say,
        default=FOR_ONE,
        required=True,
    )
    facts: Facts
    if about == FOR_ONE:
        facts = {"coordinator": _coordinator(request)}
    else:
        facts = {"unit": _unit(request)} if about == FOR_UNIT else {"service": _service()}
    more = st.number_input(say("what_if.more_hours"), -40, 80, value=5, step=1)
    return facts | {"more_hours_per_month": float(more)}


def _new_position(request: RoundRequest) -> Facts:
    facts: Facts = {"service": _service(), "percent": _percent()}
    if unit := _unit(request, optional=True):
        facts["unit"] = unit
    focus = st.multiselect(
        say("what_if.competence"), list(Focus), format_func=str, placeholder=say("what_if.none")
    )
    return facts | {"competence": dict.fromkeys(focus, MUCH)}


def _unit_opened(request: RoundRequest) -> Facts:
    name = st.text_input(say("what_if.unit_name")).strip() or None
    count = st.number_input(say("what_if.positions"), 1, 50, value=1, step=1)
    return {"unit": name, "service": _service(), "positions": int(count), "percent": _percent()}


def _unit_closed(request: RoundRequest) -> Facts:
    return {"unit": _unit(request)}


def _new_cases(request: RoundRequest) -> Facts:
    facts: Facts = {"count": int(st.number_input(say("what_if.how_many"), 1, 500, value=5, step=1))}
    service = _service(optional=True)
    seed = st.number_input(say("what_if.seed"), 0, 9999, value=0, step=1)
    return facts | {"seed": int(seed)} | ({"service": service} if service else {})


def _transitions(request: RoundRequest) -> Facts:
    until = request.roster.on + timedelta(days=365)
    return {"until": st.date_input(say("what_if.until"), value=until, format=WRITTEN)}


def _rule(request: RoundRequest) -> Facts:
    lines = RuleLines.model_fields
    rule: str = st.selectbox(
        say("what_if.rule"), list(lines), format_func=lambda name: label(str(lines[name].title))
    )
    now = getattr(request.profile.rules, rule).mode
    mode = st.selectbox(
        say("what_if.rule_mode", now=said(now)),
        [m for m in Mode if m is not now],
        format_func=lambda mode: label(said(mode)),
    )
    return {"rule": rule, "mode": mode}


def _weight(request: RoundRequest) -> Facts:
    lines = CriterionLines.model_fields
    criterion: str = st.selectbox(
        say("what_if.criterion"),
        list(lines),
        format_func=lambda name: label(str(lines[name].title)),
    )
    now = getattr(request.profile.criteria, criterion).weight
    weight = st.number_input(say("what_if.weight", now=now), 0, 100, value=now, step=1)
    return {"criterion": criterion, "weight": int(weight)}


ASKED: dict[type[ScenarioChange], Callable[[RoundRequest], Facts]] = {
    Leaves: _leaves,
    Away: _away,
    Hours: _hours,
    NewPosition: _new_position,
    UnitOpened: _unit_opened,
    UnitClosed: _unit_closed,
    NewCases: _new_cases,
    Transitions: _transitions,
    RuleChanged: _rule,
    WeightChanged: _weight,
}
"""One for each kind."""


def _coordinator(request: RoundRequest) -> str | None:
    ids = list(request.roster.coordinator_by_id)
    return st.selectbox(
        say("what_if.coordinator"),
        ids,
        index=None,
        format_func=request.roster.called,
        placeholder=say("what_if.choose"),
    )


def _unit(request: RoundRequest, *, optional: bool = False) -> str | None:
    units = sorted({p.unit for p in request.roster.coordinators if p.unit})
    label = say("what_if.unit_if" if optional else "what_if.unit")
    return st.selectbox(label, units, index=None, placeholder=say("what_if.choose"))


def _service(*, optional: bool = False) -> Service | None:
    name = say("what_if.service_if" if optional else "what_if.service")
    return st.selectbox(
        name, list(Service), index=None, format_func=translated, placeholder=say("what_if.choose")
    )


def _percent() -> float:
    return float(st.number_input(say("what_if.percent"), 5, 100, value=50, step=5))
