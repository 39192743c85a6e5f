"""Barnevern's undersøkelse is looked at again when it should be done (S115)."""

from __future__ import annotations

from datetime import date

from matcher.domain.case import ServiceInCase
from matcher.domain.vocabulary import BarnevernPhase, Service
from matcher.tasks.barnevern import KIND
from tests.tasks.ready import NEW, due, need, of_case


def looked_into(**facts: object) -> ServiceInCase:
    """Barnevern in a case, in undersøkelse unless something else is said."""
    values = {"service": Service.BARNEVERN, "phase": BarnevernPhase.UNDERSOKELSE}
    return ServiceInCase.model_validate(values | facts)


def test_it_is_due_when_the_undersokelse_should_be_done() -> None:
    row = looked_into(phase_since=date(2026, 10, 1))
    assert due(KIND, of_case(NEW, services=(row,))) == date(2027, 1, 1)


def test_a_start_that_is_not_known_gives_no_day() -> None:
    needed = need(KIND, of_case(NEW, services=(looked_into(),)))
    assert needed is not None
    assert needed.due is None


def test_another_phase_or_one_that_is_over_asks_for_nothing() -> None:
    for row in (
        looked_into(phase=BarnevernPhase.MEASURES),
        looked_into(expected_end=date(2026, 11, 1)),
    ):
        assert need(KIND, of_case(NEW, services=(row,))) is None
