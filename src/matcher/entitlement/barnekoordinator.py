"""Is the family owed a barnekoordinator? (hol. § 7-2 a, pbrl. § 2-5 c; S042, S045)."""

from datetime import date

from matcher.domain.case import Case
from matcher.domain.finding import Finding, Severity
from matcher.domain.vocabulary import Role, Subject
from matcher.entitlement.age import has_birthday_this_month, under
from matcher.entitlement.condition import Answer, Condition, answer, finding
from matcher.entitlement.counted_services import Counted, count, some
from matcher.entitlement.needs import lasting, serious
from matcher.profiles.profile import Profile

EXPECTED = (
    "Barnet er ikke født, og ingen andre velferdstjenester er inne ennå. "
    "KE må vurdere om familien vil trenge dem."
)


def barnekoordinator(case: Case, profile: Profile, on: date) -> Answer:
    """A child, born or unborn, with a serious condition and a long-term need of both kinds.

    The law asks what the family *will* need. An unborn child has no kindergarten or school yet,
    so lacking welfare services don't stop it; KE is told to look.
    """
    line = profile.entitlement.barnekoordinator
    health = count(case, on, line.health_services)
    welfare = count(case, on, line.welfare_services)
    conditions = (
        under(case, line.under_years, on),
        serious(case),
        lasting(case, profile),
        some(health, "helse- og omsorgstjenester"),
        _welfare(case, welfare),
    )
    told = answer(case, Role.BARNEKOORDINATOR, conditions, line.source)
    if not told.is_owed:
        return told
    return Answer(True, told.because + _to_look_at(case, profile, on, welfare))


def _welfare(case: Case, found: Counted) -> Condition:
    if case.subject is Subject.UNBORN and not found.sure:
        return Condition(True, "behovet for andre velferdstjenester er ventet")
    return some(found, "andre velferdstjenester")


def _to_look_at(case: Case, profile: Profile, on: date, welfare: Counted) -> tuple[Finding, ...]:
    line = profile.entitlement.barnekoordinator
    found = []
    if case.subject is Subject.UNBORN and not welfare.sure:
        found.append(finding(case, "expected_need", EXPECTED, line.source, Severity.WARNING))
    elif has_birthday_this_month(case, line.under_years, on):
        text = (
            f"Personen fyller {line.under_years} år denne måneden. "
            "Retten til barnekoordinator går da over."
        )
        found.append(finding(case, "birthday", text, line.source, Severity.WARNING))
    return tuple(found)
