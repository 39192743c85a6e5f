"""What is told of the individual plan (IP) beside a role. It never changes the role (S003, S070).

The need that gives a right to a koordinator gives a right to a plan, and the family chooses
whether to have one (hol. § 7-1, pbrl. § 2-5; S043, S047, S117).
"""

from matcher.domain.case import Case
from matcher.domain.finding import Finding
from matcher.domain.vocabulary import IndividualPlan, Role
from matcher.entitlement.condition import finding
from matcher.entitlement.needs import long_term_need
from matcher.profiles.profile import Profile

CLAIMS = (Role.BARNEKOORDINATOR, Role.KOORDINATOR)
"""The roles that a case has a legal claim to."""


def told_of_plan(case: Case, role: Role, profile: Profile) -> tuple[Finding, ...]:
    """The right to a plan where the role and the need give it, and that declining is free."""
    if role not in CLAIMS:
        return ()
    found = []
    if long_term_need(case, profile):
        text = "Behovet gir også rett til individuell plan. Familien velger selv."
        source = profile.entitlement.right_to_individual_plan.source
        found.append(finding(case, "individual_plan", text, source))
    if case.individual_plan is IndividualPlan.DECLINED:
        text = "Det er takket nei til individuell plan. Det endrer ikke rollen."
        source = profile.entitlement.individual_plan_changes_nothing.source
        found.append(finding(case, "individual_plan_declined", text, source))
    return tuple(found)
