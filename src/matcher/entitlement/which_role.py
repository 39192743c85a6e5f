"""Which role a case is owed: the first, from the strongest claim down, that its facts give."""

from collections.abc import Callable
from datetime import date

from matcher.domain.case import Case
from matcher.domain.finding import Finding
from matcher.domain.plan import Entitlement
from matcher.domain.vocabulary import Role
from matcher.entitlement.barnekoordinator import barnekoordinator
from matcher.entitlement.condition import Answer
from matcher.entitlement.individual_plan import told_of_plan
from matcher.entitlement.koordinator import koordinator
from matcher.entitlement.without_claim import koordinator_without_claim, stafettholder
from matcher.profiles.profile import Profile

ROLES: tuple[tuple[Role, Callable[[Case, Profile, date], Answer]], ...] = (
    (Role.BARNEKOORDINATOR, barnekoordinator),
    (Role.KOORDINATOR, koordinator),
    (Role.KOORDINATOR_WITHOUT_CLAIM, koordinator_without_claim),
    (Role.STAFETTHOLDER, stafettholder),
)
"""Each role with its test, the strongest claim first (S002, S006, S041)."""


def entitle(case: Case, profile: Profile, on: date) -> Entitlement:
    """The role that a case is owed on the day, by the municipality's profile, and why.

    ``because`` begins with what the role rests on. Then comes what was asked on the way down:
    each stronger role that fell away (info), or that hinges on a fact nobody has given
    (warning). Such a case gets the lower role until KE has settled the fact: a claim is put
    before others' only when it is known, and no unknown is read as a no in silence.
    The individual plan never changes the role (S003, S070).
    """
    passed: list[Finding] = []
    for role, test in ROLES:
        told = test(case, profile, on)
        if told.is_owed:
            because = (*told.because, *passed, *told_of_plan(case, role, profile))
            return Entitlement(role=role, because=because)
        passed.extend(told.because)
    return Entitlement(role=Role.NONE, because=tuple(passed))


def placed_in_round(role: Role, profile: Profile) -> bool:
    """Whether KE finds a person for the role; a stafettholder may be named by others (S040)."""
    lines = {
        Role.KOORDINATOR_WITHOUT_CLAIM: profile.entitlement.koordinator_without_claim,
        Role.STAFETTHOLDER: profile.entitlement.stafettholder,
    }
    return role is not Role.NONE and (role not in lines or lines[role].placed_in_round)
