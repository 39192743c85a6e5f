"""Where the program does what a statement says, whether that place is real, and its test."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cache

from matcher.domain.case import Case, ServiceInCase, Wish
from matcher.domain.coordinator import Coordinator, Unit
from matcher.domain.decision import Decision
from matcher.domain.frozen import Frozen
from matcher.domain.groundwork import Groundwork
from matcher.profiles.in_force import RuleInForce, rules_in_force
from matcher.profiles.line import StatementId
from matcher.profiles.load import load
from matcher.statements.statement import Statement, rows_of

DOMAIN_TYPES: Mapping[str, type[Frozen]] = {
    kind.__name__: kind
    for kind in (Case, ServiceInCase, Wish, Coordinator, Unit, Decision, Groundwork)
}


class Kind(StrEnum):
    """What kind of place does it."""

    LINE = "line"
    """A line of the municipality's profile, by its path in the file."""
    FIELD = "field"
    """A fact that is taken in, such as ``Case.subject``."""
    CODE = "code"
    """A module, by its dotted name."""
    OUT_OF_SCOPE = "out of scope"


class Trace(Frozen):
    """What the program does about a statement, and where; or why it does nothing."""

    id: StatementId
    kind: Kind
    where: str
    does: str
    """One sentence in Norwegian; where nothing is done, the reason."""
    test: str
    """What fails when it is taken out: a worked case such as ``farsund/undersokelse``, or a test
    as ``file::name``; empty for what is out of scope."""


@cache
def traces() -> Mapping[str, Trace]:
    """The trace of each statement, by its id. Raises ``ValueError`` where an id comes twice."""
    listed = [Trace.model_validate(row) for row in rows_of("traces.csv")]
    found = {trace.id: trace for trace in listed}
    if len(found) < len(listed):
        raise ValueError("traces.csv has an id more than once")
    return found


def fault_of(trace: Trace, statement: Statement) -> str | None:
    """What is wrong with where a trace leads; ``None`` where the place is real."""
    return CHECKS[trace.kind](trace, statement)


@cache
def lines_of(profile: str) -> Mapping[str, RuleInForce]:
    """Every line of a built-in profile, by its path."""
    return {line.key: line for line in rules_in_force(load(profile))}


def _line_fault(trace: Trace, statement: Statement) -> str | None:
    line = lines_of(statement.profile).get(trace.where)
    if line is None:
        return f"profile {statement.profile} has no line {trace.where}"
    if not line.is_in_force:
        return f"{trace.where} is not in force in {statement.profile}"
    if statement.id not in line.statements:
        return f"{trace.where} in {statement.profile} doesn't cite {statement.id}"
    group, _, name = trace.where.partition(".")
    if group in ("rules", "criteria", "gates", "tasks", "alerts") and not _exists(
        f"matcher.{group}.{name}"
    ):
        return f"no module does {trace.where}"
    return None


def _field_fault(trace: Trace, statement: Statement) -> str | None:
    kind, _, name = trace.where.partition(".")
    if kind not in DOMAIN_TYPES or name not in DOMAIN_TYPES[kind].model_fields:
        return f"there is no field {trace.where}"
    return None


def _code_fault(trace: Trace, statement: Statement) -> str | None:
    is_ours = trace.where.startswith("matcher.") and _exists(trace.where)
    return None if is_ours else f"there is no module {trace.where}"


def _reason_fault(trace: Trace, statement: Statement) -> str | None:
    return None if trace.does else "no reason is given"


CHECKS: Mapping[Kind, Callable[[Trace, Statement], str | None]] = {
    Kind.LINE: _line_fault,
    Kind.FIELD: _field_fault,
    Kind.CODE: _code_fault,
    Kind.OUT_OF_SCOPE: _reason_fault,
}


def _exists(module: str) -> bool:
    try:
        return importlib.util.find_spec(module) is not None
    except ModuleNotFoundError:
        return False
