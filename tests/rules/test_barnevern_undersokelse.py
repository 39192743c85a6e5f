"""No coordinator from barnevern while it is in undersøkelse (S115)."""

from datetime import date

import pytest
from hypothesis import given

from matcher.domain.case import Case, ServiceInCase
from matcher.domain.coordinator import Coordinator
from matcher.domain.pairs import Pairs
from matcher.domain.vocabulary import BarnevernPhase, Service
from matcher.rules.barnevern_undersokelse import RULE
from tests.strategies import ON, all_pairs
from tests.twins import PROFILE, agrees_with_rule, answer, pair_of

FROM_BARNEVERN = Coordinator(id="K", service=Service.BARNEVERN)


def twin(case: Case, coordinator: Coordinator) -> bool | None:
    phases = []
    for row in case.services:
        has_ended = row.expected_end is not None and row.expected_end < ON
        if row.service is Service.BARNEVERN and not has_ended:
            phases.append(row.phase)
    if coordinator.service not in (None, Service.BARNEVERN):
        return True
    if all(phase in (BarnevernPhase.MEASURES, BarnevernPhase.FOSTER_HOME) for phase in phases):
        return True
    if coordinator.service is None or BarnevernPhase.UNDERSOKELSE not in phases:
        return None
    return False


@given(all_pairs())
def test_the_rule_is_its_twin(pairs: Pairs) -> None:
    agrees_with_rule(twin, RULE, pairs)


def barnevern(
    phase: BarnevernPhase | None, since: date | None = None, end: date | None = None
) -> Case:
    row = ServiceInCase(service=Service.BARNEVERN, phase=phase, phase_since=since, expected_end=end)
    return Case(id="S", services=(row,))


def test_a_ban_says_since_when_and_when_it_is_looked_at_again() -> None:
    pair = pair_of(barnevern(BarnevernPhase.UNDERSOKELSE, since=date(2026, 10, 3)), FROM_BARNEVERN)
    assert answer(RULE, pair) is False
    assert RULE.because(pair, PROFILE) == (
        "Barnevernet har vært i undersøkelse siden 03.10.2026; forbudet ses på igjen 03.01.2027."
    )


def test_the_ban_stands_past_its_day_until_the_phase_is_changed_and_asks_for_that() -> None:
    """Three months from 15 August is the day of the round: to be looked at now."""
    pair = pair_of(barnevern(BarnevernPhase.UNDERSOKELSE, since=date(2026, 8, 15)), FROM_BARNEVERN)
    assert answer(RULE, pair) is False
    assert "skulle ses på igjen 15.11.2026. Kanskje" in RULE.because(pair, PROFILE)


def test_a_ban_without_a_start_says_so() -> None:
    pair = pair_of(barnevern(BarnevernPhase.UNDERSOKELSE), FROM_BARNEVERN)
    assert answer(RULE, pair) is False
    assert "ikke oppgitt siden når" in RULE.because(pair, PROFILE)


@pytest.mark.parametrize(
    ("case", "told", "word"),
    [
        (barnevern(None), None, "hvilken fase"),
        (barnevern(BarnevernPhase.MEASURES), True, "ikke i undersøkelse"),
        (barnevern(BarnevernPhase.UNDERSOKELSE, end=date(2026, 11, 14)), True, "ikke i"),
        (barnevern(BarnevernPhase.UNDERSOKELSE, end=ON), False, "i undersøkelse"),
        (Case(id="S"), True, "ikke i undersøkelse"),
    ],
    ids=["unknown phase", "measures", "ended yesterday", "ends today", "no barnevern"],
)
def test_the_phase_decides_for_a_coordinator_from_barnevern(
    case: Case, told: bool | None, word: str
) -> None:
    pair = pair_of(case, FROM_BARNEVERN)
    assert answer(RULE, pair) is told
    assert word in RULE.because(pair, PROFILE)


def test_others_are_free_and_an_unknown_service_is_asked_about() -> None:
    case = barnevern(BarnevernPhase.UNDERSOKELSE)
    assert answer(RULE, pair_of(case, Coordinator(id="K", service=Service.SCHOOL))) is True
    pair = pair_of(case, Coordinator(id="K"))
    assert answer(RULE, pair) is None
    assert "arbeider i barnevernet" in RULE.because(pair, PROFILE)
