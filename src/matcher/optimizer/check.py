"""A plan checked again, in plain Python, without the solver and without the model."""

from __future__ import annotations

from matcher.optimizer.climbing import ModelDisagrees, Solved
from matcher.optimizer.problem import Problem
from matcher.optimizer.program import IntArray
from matcher.optimizer.requirements import REQUIREMENTS


def breaches(problem: Problem, plan: IntArray) -> list[str]:
    """Everything a plan breaks, in Norwegian; empty where it keeps every requirement."""
    return [
        f"{requirement.title}: {breach}"
        for requirement in REQUIREMENTS
        for breach in requirement.breaches(problem, plan)
    ]


def check(problem: Problem, solved: Solved) -> None:
    """Raise ``ModelDisagrees`` where the plan breaks a requirement or isn't worth what is said."""
    faults = breaches(problem, solved.plan)
    for tier in solved.tiers:
        measured = tier.goal.measure(problem, solved.plan)
        if measured != tier.value:
            faults.append(f"{tier.goal.title}: sagt {tier.value}, målt {measured}")
        if tier.bound > tier.value:
            faults.append(f"{tier.goal.title}: grensen {tier.bound} er over {tier.value}")
    if faults:
        raise ModelDisagrees("; ".join(faults))
