"""Equal parts of a plan are one: of its hundred thousand moves, scores and rules few differ."""

from __future__ import annotations

from typing import TypeVar

from matcher.domain.plan import CasePlan, Plan, Refusal, Suggestion

Part = TypeVar("Part")
Seen = dict[object, object]
"""The parts so far, each under itself."""


def plan_sharing(plan: Plan) -> Plan:
    """The same plan in about a third of the room."""
    seen = Seen()
    return plan.model_copy(update={"cases": tuple(case_sharing(case, seen) for case in plan.cases)})


def case_sharing(case: CasePlan, seen: Seen) -> CasePlan:
    """A case whose parts are those that were seen before, where they are equal."""
    suggestions = tuple(_suggestion(each, seen) for each in case.suggestions)
    refused = tuple(_refusal(each, seen) for each in case.refused)
    return case.model_copy(update={"suggestions": suggestions, "refused": refused})


def _suggestion(suggestion: Suggestion, seen: Seen) -> Suggestion:
    told = suggestion.consequence
    consequence = told.model_copy(update={"moved": _shared(told.moved, seen)})
    criteria = _shared(suggestion.criteria, seen)
    return suggestion.model_copy(update={"criteria": criteria, "consequence": consequence})


def _refusal(refusal: Refusal, seen: Seen) -> Refusal:
    return refusal.model_copy(update={"rules": _shared(refusal.rules, seen)})


def _shared(parts: tuple[Part, ...], seen: Seen) -> tuple[Part, ...]:
    """Equal parts, each the first of its kind that was seen."""
    return tuple(seen.setdefault(part, part) for part in parts)  # type: ignore[misc]
