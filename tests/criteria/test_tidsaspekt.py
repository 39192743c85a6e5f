"""How long the service will be in the case, and the person with it (S028, S120)."""

from datetime import date, timedelta

import pytest
from hypothesis import given

from matcher.criteria.tidsaspekt import CRITERION, need_end
from matcher.domain.case import Case, ServiceInCase
from matcher.domain.coordinator import Absence, Coordinator
from matcher.domain.pairs import Pairs
from matcher.domain.vocabulary import Role, Service, Transition
from tests.strategies import ON, all_pairs
from tests.twins import PROFILE, agrees_with_criterion, pair_of, score

TWO_YEARS_ON = date(2028, 11, 15)
LINE = PROFILE.criteria.tidsaspekt


def twin(case: Case, coordinator: Coordinator, role: Role) -> int | None:
    """Day by day through the need period."""
    if coordinator.service is None or not case.services:
        return None
    rows = [r for r in case.services if not (r.expected_end and r.expected_end < ON)]
    mine = [r for r in rows if r.service is coordinator.service]
    ends = coordinator.service in LINE.ends_at.get(case.next_transition or Transition.TO_ADULT, ())
    ends = ends and case.next_transition is not None
    if mine and ends and case.transition_date is None:
        return None
    last = TWO_YEARS_ON
    if rows and all(r.expected_end for r in rows):
        last = max(r.expected_end for r in rows if r.expected_end)
    if case.birth_month:
        birthday = case.birth_month.replace(year=case.birth_month.year + 18)
        last = min(last, birthday) if birthday > ON else last
    if not mine:
        return 0
    begins = min(max(ON, r.since or ON) for r in mine)
    stops = max(r.expected_end or date.max for r in mine)
    there, day = 0, ON
    while day <= last:
        in_case = begins <= day <= stops
        if ends and case.transition_date:
            in_case = in_case and day < case.transition_date
        employed = (coordinator.employed_from or day) <= day <= (coordinator.employed_to or day)
        away = any(a.first_day <= day <= (a.last_day or date.max) for a in coordinator.absences)
        there += in_case and employed and not away
        day += timedelta(days=1)
    days = (last - ON).days + 1
    return (200 * there + days) // (2 * days)


@given(all_pairs())
def test_the_criterion_is_its_twin(pairs: Pairs) -> None:
    agrees_with_criterion(twin, CRITERION, pairs)


def school(end: date | None = None, **more: object) -> Case:
    row = ServiceInCase(service=Service.SCHOOL, expected_end=end)
    return Case.model_validate({"id": "S", "services": (row,), **more})


def teacher(**more: object) -> Coordinator:
    return Coordinator.model_validate({"id": "K", "service": Service.SCHOOL, **more})


def test_a_service_without_end_and_a_lasting_employee_cover_it_all() -> None:
    pair = pair_of(school(), teacher())
    assert score(CRITERION, pair) == 100
    assert "732 av 732 dager fram til 15.11.2028" in CRITERION.because(pair, PROFILE)


def test_the_service_ends_the_day_before_a_transition_that_it_does_not_survive() -> None:
    """15 November 2026 to 14 August 2027 is 273 of 732 days."""
    case = school(next_transition=Transition.TO_UPPER_SECONDARY, transition_date=date(2027, 8, 15))
    pair = pair_of(case, teacher())
    assert score(CRITERION, pair) == 37
    assert "Skole er i saken til 14.08.2027" in CRITERION.because(pair, PROFILE)
    assert "273 av 732" in CRITERION.because(pair, PROFILE)


def test_another_transition_does_not_end_it() -> None:
    case = school(
        next_transition=Transition.PRIMARY_TO_LOWER_SECONDARY, transition_date=date(2027, 8, 15)
    )
    assert score(CRITERION, pair_of(case, teacher())) == 100


def test_a_transition_without_a_day_leaves_it_unknown() -> None:
    pair = pair_of(school(next_transition=Transition.TO_UPPER_SECONDARY), teacher())
    assert score(CRITERION, pair) is None
    assert "uten kjent dato" in CRITERION.because(pair, PROFILE)


@pytest.mark.parametrize(
    ("coordinator", "points", "word"),
    [
        (teacher(employed_to=ON), 10, "slutter 15.11.2026"),
        (teacher(employed_from=date(2026, 11, 20)), 50, "ansatt fra 20.11.2026"),
        (teacher(absences=(Absence(first_day=date(2026, 11, 17)),)), 20, "uten kjent slutt"),
        (
            teacher(absences=(Absence(first_day=ON, last_day=date(2026, 11, 19)),)),
            50,
            "borte fra 15.11.2026 til 19.11.2026",
        ),
    ],
)
def test_only_days_employed_and_present_count(
    coordinator: Coordinator, points: int, word: str
) -> None:
    """The case's only service ends after ten days, and so does the need period."""
    pair = pair_of(school(end=date(2026, 11, 24)), coordinator)
    assert score(CRITERION, pair) == points
    assert word in CRITERION.because(pair, PROFILE)


@pytest.mark.parametrize(
    ("case", "last"),
    [
        (school(), TWO_YEARS_ON),
        (school(end=date(2029, 1, 1)), date(2029, 1, 1)),
        (school(end=date(2029, 1, 1), birth_month=date(2010, 3, 1)), date(2028, 3, 1)),
        (school(birth_month=date(1990, 3, 1)), TWO_YEARS_ON),
        (Case(id="S"), TWO_YEARS_ON),
    ],
    ids=["no end", "own end", "turns 18 before", "adult", "no services"],
)
def test_where_the_need_period_ends(case: Case, last: date) -> None:
    assert need_end(case, ON, LINE.need_months) == last


def test_a_service_that_is_not_in_the_case_has_no_share() -> None:
    pair = pair_of(school(), Coordinator(id="K", service=Service.NAV))
    assert score(CRITERION, pair) == 0
    assert "NAV er ikke blant tjenestene" in CRITERION.because(pair, PROFILE)


def test_missing_facts_are_told() -> None:
    nobody = pair_of(school(), Coordinator(id="K"))
    nothing = pair_of(Case(id="S"), teacher())
    assert score(CRITERION, nobody) is score(CRITERION, nothing) is None
    assert "tjeneste er ikke oppgitt" in CRITERION.because(nobody, PROFILE)
    assert "hvilke tjenester" in CRITERION.because(nothing, PROFILE)
