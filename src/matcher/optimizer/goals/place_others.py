"""Then place those whom the municipality wants to give a coordinator, though no law does (S007)."""

from matcher.domain.vocabulary import Role
from matcher.optimizer.goals.goal import Goal
from matcher.optimizer.goals.place_with_claim import placing
from matcher.optimizer.problem import Problem

WITHOUT_CLAIM = (Role.KOORDINATOR_WITHOUT_CLAIM, Role.STAFETTHOLDER, Role.NONE)


def goals(problem: Problem) -> tuple[Goal, ...]:
    """One tier."""
    return (placing("place_others", "Uten koordinator, uten rettskrav", *WITHOUT_CLAIM),)
