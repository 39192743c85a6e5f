"""Which services are in a case now or to come, and how long each stays."""

from datetime import date

from matcher.domain.case import Case, ServiceInCase
from matcher.domain.running_services import Stay, barnevern_phases, running, stays, survives
from matcher.domain.vocabulary import BarnevernPhase, Service, Transition
from tests.strategies import ON

ENDS_AT = {Transition.TO_ADULT: (Service.BARNEVERN,)}


def row(service: Service, since: date | None = None, end: date | None = None) -> ServiceInCase:
    return ServiceInCase(service=service, since=since, expected_end=end)


def test_a_service_runs_to_its_expected_end_that_day_counted() -> None:
    today, yesterday = row(Service.NAV, end=ON), row(Service.PPT, end=date(2026, 11, 14))
    case = Case(id="S", services=(today, yesterday, row(Service.SCHOOL)))
    assert {one.service for one in running(case, ON)} == {Service.NAV, Service.SCHOOL}


def test_several_rows_of_a_service_are_one_stay() -> None:
    case = Case(
        id="S",
        services=(
            row(Service.NAV, since=date(2027, 1, 1), end=date(2027, 6, 1)),
            row(Service.NAV, since=date(2020, 1, 1), end=date(2026, 12, 1)),
        ),
    )
    assert stays(case, ON, ENDS_AT) == {Service.NAV: Stay(ON, date(2027, 6, 1))}
    open_ended = case.model_copy(update={"services": (*case.services, row(Service.NAV))})
    assert stays(open_ended, ON, ENDS_AT)[Service.NAV].last_day is None


def test_a_transition_ends_only_the_services_that_do_not_survive_it() -> None:
    case = Case(
        id="S",
        services=(row(Service.BARNEVERN), row(Service.NAV)),
        next_transition=Transition.TO_ADULT,
        transition_date=date(2027, 3, 1),
    )
    assert stays(case, ON, ENDS_AT) == {
        Service.BARNEVERN: Stay(ON, date(2027, 2, 28)),
        Service.NAV: Stay(ON, None),
    }
    assert not survives(case, Service.BARNEVERN, ENDS_AT)
    assert survives(case, Service.NAV, ENDS_AT)


def test_the_cases_own_end_counts_where_it_comes_first() -> None:
    case = Case(
        id="S",
        services=(row(Service.BARNEVERN, end=date(2027, 1, 10)),),
        next_transition=Transition.TO_ADULT,
        transition_date=date(2027, 3, 1),
    )
    assert stays(case, ON, ENDS_AT)[Service.BARNEVERN].last_day == date(2027, 1, 10)


def test_an_end_at_a_transition_without_a_day_is_not_known() -> None:
    case = Case(id="S", services=(row(Service.BARNEVERN),), next_transition=Transition.TO_ADULT)
    assert not stays(case, ON, ENDS_AT)[Service.BARNEVERN].is_known


def test_only_barnevern_that_has_not_ended_has_a_phase() -> None:
    over = ServiceInCase(
        service=Service.BARNEVERN,
        phase=BarnevernPhase.UNDERSOKELSE,
        expected_end=date(2026, 11, 14),
    )
    now = ServiceInCase(service=Service.BARNEVERN, phase=BarnevernPhase.MEASURES)
    case = Case(id="S", services=(over, now, row(Service.NAV)))
    assert barnevern_phases(case, ON) == (BarnevernPhase.MEASURES,)
