"""How many hours a month the coordination of a case takes."""

from datetime import date

from pydantic import Field

from matcher.domain.case import Case
from matcher.domain.frozen import Frozen
from matcher.domain.running_services import running
from matcher.domain.vocabulary import IndividualPlan
from matcher.profiles.profile import Profile

MONTHS_A_YEAR = 12


class Workload(Frozen):
    """Hours a month, above 0; and whether the profile estimated them, or somebody gave them."""

    hours_per_month: float = Field(gt=0)
    is_estimate: bool


def workload(case: Case, profile: Profile, on: date) -> Workload:
    """The hours that were given; otherwise the profile's estimate, to two decimals.

    The estimate is a base, and more for meetings (S017, S147, S148), for each service to bring
    together, and for an individual plan (S020, S062, S098). Services that have ended before the
    day don't count. Nothing known of the plan is read as not settled. A given 0 is read as
    not given: no coordination takes no time.
    """
    if case.workload_hours_per_month:
        return Workload(hours_per_month=case.workload_hours_per_month, is_estimate=False)
    line = profile.workload
    usual = line.usual_meetings_per_year
    meetings = usual if case.meetings_per_year is None else case.meetings_per_year
    meetings = max(line.least_meetings_per_year, meetings)
    hours = (
        line.base_hours_per_month
        + line.hours_per_meeting * meetings / MONTHS_A_YEAR
        + line.hours_per_month_per_service * len({row.service for row in running(case, on)})
        + line.hours_per_month_with_plan[case.individual_plan or IndividualPlan.UNSETTLED]
    )
    return Workload(hours_per_month=round(hours, 2), is_estimate=True)
