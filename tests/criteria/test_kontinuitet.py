"""Which instance can best keep continuity (S030, S054, S122, S123).

The example profile weighs current 50, already in the case 30, spans the transition 20, and
takes 5 points from a newcomer for each earlier change.
"""

from datetime import date
from fractions import Fraction
from math import floor

import pytest
from hypothesis import given

from matcher.criteria.kontinuitet import CRITERION
from matcher.domain.case import Case, ServiceInCase
from matcher.domain.coordinator import Coordinator
from matcher.domain.pairs import Pairs
from matcher.domain.vocabulary import Role, Service, Transition
from tests.strategies import ON, all_pairs
from tests.twins import PROFILE, agrees_with_criterion, pair_of, score

ENDS_AT = PROFILE.criteria.tidsaspekt.ends_at


def twin(case: Case, coordinator: Coordinator, role: Role) -> int | None:
    service = coordinator.service
    rows = [r for r in case.services if r.expected_end is None or r.expected_end >= ON]
    is_current = case.current_coordinator == coordinator.id
    in_case: bool | None = None
    if coordinator.id in [r.contact for r in case.services]:
        in_case = True
    elif case.services and service is not None:
        in_case = service in [r.service for r in rows]
    parts: list[tuple[int, bool]] = []
    if case.current_coordinator is not None and case.reconsider is not True:
        parts.append((50, is_current))
    if in_case is not None:
        parts.append((30, in_case))
    if case.next_transition is not None:
        day = case.transition_date
        gone = day is not None and (coordinator.employed_to or date.max) < day
        if gone:
            parts.append((20, False))
        elif service is not None:
            ends = [r.expected_end or date.max for r in rows if r.service is service]
            lives = service not in ENDS_AT.get(case.next_transition, ())
            parts.append((20, lives and not (day and ends and max(ends) < day)))
    if not parts:
        return None
    had = Fraction(sum(w for w, has in parts if has), sum(w for w, _ in parts))
    newcomer = not is_current and in_case is not True
    return max(0, floor(100 * had + Fraction(1, 2)) - newcomer * 5 * (case.earlier_changes or 0))


@given(all_pairs())
def test_the_criterion_is_its_twin(pairs: Pairs) -> None:
    agrees_with_criterion(twin, CRITERION, pairs)


def case(**more: object) -> Case:
    row = ServiceInCase(service=Service.SCHOOL, contact="K-03")
    return Case.model_validate({"id": "S", "services": (row,), **more})


def coordinator(identity: str, service: Service | None, **more: object) -> Coordinator:
    return Coordinator.model_validate({"id": identity, "service": service, **more})


TEACHER = coordinator("K-01", Service.SCHOOL)
NURSE = coordinator("K-02", Service.SCHOOL_HEALTH)
CONTACT = coordinator("K-03", Service.NAV)
UPPER = {"next_transition": Transition.TO_UPPER_SECONDARY, "transition_date": date(2027, 8, 15)}


@pytest.mark.parametrize(
    ("facts", "who", "points", "word"),
    [
        ({}, TEACHER, 100, "er alt i saken"),
        ({}, CONTACT, 100, "er alt i saken"),
        ({}, NURSE, 0, "er ikke i saken fra før"),
        ({"current_coordinator": "K-02"}, NURSE, 63, "er koordinator i dag"),
        ({"current_coordinator": "K-02"}, TEACHER, 38, "er ikke koordinator i dag"),
        ({"current_coordinator": "K-02", "reconsider": True}, NURSE, 0, "bytte skal vurderes"),
        ({"current_coordinator": "K-02", "reconsider": True}, TEACHER, 100, "er alt i saken"),
        (UPPER, TEACHER, 60, "kan ikke følge saken over overgangen"),
        (UPPER, NURSE, 40, "kan følge saken over overgangen ungdomsskole-videregående"),
        (UPPER | {"earlier_changes": 1}, NURSE, 35, "byttet koordinator én gang før"),
        (UPPER | {"earlier_changes": 3}, NURSE, 25, "byttet koordinator 3 ganger"),
        (UPPER | {"earlier_changes": 3}, TEACHER, 60, "er alt i saken"),
        (UPPER | {"earlier_changes": 9}, NURSE, 0, "byttet koordinator 9 ganger"),
    ],
)
def test_the_parts_and_the_newcomer(
    facts: dict[str, object], who: Coordinator, points: int, word: str
) -> None:
    pair = pair_of(case(**facts), who)
    assert score(CRITERION, pair) == points
    assert word in CRITERION.because(pair, PROFILE)


@pytest.mark.parametrize(
    ("last_day", "points"), [(date(2027, 8, 14), 0), (date(2027, 8, 15), 40), (None, 40)]
)
def test_who_has_left_by_the_transition_does_not_span_it(
    last_day: date | None, points: int
) -> None:
    who = coordinator("K-02", Service.SCHOOL_HEALTH, employed_to=last_day)
    assert score(CRITERION, pair_of(case(**UPPER), who)) == points


def test_a_service_expected_to_end_before_the_transition_does_not_span_it() -> None:
    row = ServiceInCase(service=Service.SCHOOL_HEALTH, expected_end=date(2027, 8, 14))
    assert score(CRITERION, pair_of(case(services=(row,), **UPPER), NURSE)) == 60


def test_nothing_given_is_not_known() -> None:
    pair = pair_of(Case(id="S"), TEACHER)
    assert score(CRITERION, pair) is None
    assert "Ingenting er oppgitt" in CRITERION.because(pair, PROFILE)
