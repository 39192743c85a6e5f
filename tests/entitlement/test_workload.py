"""Hours a month: what was given, or an estimate by the profile that is marked as one, never 0."""

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from matcher.domain.case import Case
from matcher.entitlement.workload import workload
from matcher.profiles.load import builtin, load
from matcher.profiles.profile import Profile
from tests.strategies import ON, cases

profiles = st.sampled_from([load(name) for name in builtin()])
RAKKESTAD = load("rakkestad")


def hours(profile: str = "rakkestad", **facts: Any) -> float:
    case = Case.model_validate({"id": "S-1"} | facts)
    return workload(case, load(profile), ON).hours_per_month


@given(cases(), profiles)
def test_no_case_takes_no_time(case: Case, profile: Profile) -> None:
    assert workload(case, profile, ON).hours_per_month > 0


@given(cases(), profiles, st.floats(0.25, 40))
def test_given_hours_win_and_are_no_estimate(
    case: Case, profile: Profile, given_hours: float
) -> None:
    told = case.model_copy(update={"workload_hours_per_month": given_hours})
    answer = workload(told, profile, ON)
    assert (answer.hours_per_month, answer.is_estimate) == (given_hours, False)


@given(cases(), profiles, st.integers(0, 12))
def test_more_meetings_never_take_less_time(case: Case, profile: Profile, meetings: int) -> None:
    def estimate(count: int) -> float:
        update = {"workload_hours_per_month": None, "meetings_per_year": count}
        return workload(case.model_copy(update=update), profile, ON).hours_per_month

    assert estimate(meetings) <= estimate(meetings + 1)


def test_the_estimate_by_hand() -> None:
    """Rakkestad: 1 hour, 4 meetings of 3 hours a year, 2 services of half an hour, a plan of 2."""
    services = [{"service": "rus"}, {"service": "NAV"}]
    facts: dict[str, Any] = {
        "meetings_per_year": 4,
        "services": services,
        "individual_plan": "innvilget",
    }
    assert hours(**facts) == 1.0 + 4 * 3.0 / 12 + 2 * 0.5 + 2.0


def test_two_meetings_a_year_are_usual_and_one_is_the_least() -> None:
    """S147, S148: none planned is still one a year."""
    assert hours("as") == hours("as", meetings_per_year=2)
    assert hours("as", meetings_per_year=0) == hours("as", meetings_per_year=1)
    assert hours("as", meetings_per_year=1) < hours("as")


def test_an_individual_plan_takes_time_and_one_that_is_declined_none() -> None:
    """S020, S062, S098, S134."""
    assert hours(individual_plan="takket nei") == hours() < hours(individual_plan="innvilget")


def test_a_service_counts_once_and_not_after_it_has_ended() -> None:
    rows = [{"service": "rus"}, {"service": "rus", "since": ON}]
    ended = [*rows, {"service": "NAV", "expected_end": date(2026, 11, 1)}]
    assert hours(services=rows) == hours(services=rows[:1]) == hours(services=ended)


def test_single_service_meetings_are_not_the_coordinators_in_as() -> None:
    """S129: each service weighs less there than elsewhere."""
    assert (
        load("as").workload.hours_per_month_per_service
        < RAKKESTAD.workload.hours_per_month_per_service
    )


def test_a_given_zero_is_read_as_not_given() -> None:
    case = Case(id="S-1", workload_hours_per_month=0)
    assert workload(case, RAKKESTAD, ON) == workload(Case(id="S-1"), RAKKESTAD, ON)
