"""The simple form, where no plan is granted (S152)."""

from __future__ import annotations

from datetime import timedelta

from matcher.domain.vocabulary import IndividualPlan
from matcher.tasks.enkelt_samspill import KIND
from tests.tasks.ready import KEEPS, NEW, ON, need, of_case


def test_it_is_created_soon_after_the_decision_and_the_tool_is_named() -> None:
    needed = need(KIND, of_case(NEW, individual_plan=IndividualPlan.UNSETTLED), due_days=14)
    assert needed is not None
    assert (needed.due, needed.note) == (ON + timedelta(days=14), "DIPS Samspill")


def test_it_is_not_created_where_it_is_not_for_the_case_or_there_is_one() -> None:
    assert need(KIND, of_case(NEW, individual_plan=IndividualPlan.GRANTED), due_days=14) is None
    assert need(KIND, of_case(KEEPS, individual_plan=IndividualPlan.UNSETTLED), due_days=14) is None
