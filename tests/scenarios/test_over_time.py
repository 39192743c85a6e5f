"""Over time: seeded, with nobody new nobody moves, and whoever leaves is missed from that month."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from matcher.domain.roster import Roster
from matcher.explain.solved_round import RoundRequest
from matcher.sample.chance import Chance
from matcher.scenarios.outcome import Outcome, outcome_from
from matcher.scenarios.over_time import Horizon, _draw, _poisson, over_time, usual_arrivals
from matcher.scenarios.side_by_side import Where
from tests.scenarios.what_if import base, busiest

ALONE = Where(workers=1)


def still(begun: Outcome) -> Outcome:
    """A round where time brings nothing: nobody leaves, and no service or transition ends."""
    roster = begun.request.roster
    cases = [
        case.model_copy(
            update={
                "next_transition": None,
                "transition_date": None,
                "services": tuple(
                    row.model_copy(update={"expected_end": None}) for row in case.services
                ),
            }
        )
        for case in roster.cases
    ]
    people = [
        p.model_copy(update={"employed_to": None, "absences": ()}) for p in roster.coordinators
    ]
    request = _with(begun, Roster.of(roster.on, cases, people, roster.units))
    return outcome_from(begun, request, others_keep=False)


def _with(begun: Outcome, roster: Roster) -> RoundRequest:
    return replace(begun.request, roster=roster)


def test_where_time_brings_nothing_nobody_changes() -> None:
    begun = still(base(3, 1.3))
    months = over_time(begun, Horizon(months=4, draws=2, arrivals_per_month=0), ALONE)
    assert len(months) == 5
    assert {month.changes_per_family.high for month in months} == {0}
    assert len({month.waiting.middle for month in months}) == 1
    assert [month.month for month in months][:3] == [
        date(2026, 11, 23),
        date(2026, 12, 23),
        date(2027, 1, 23),
    ]


def test_the_same_seed_gives_the_same_months_and_another_others() -> None:
    asked = Horizon(months=3, draws=3, seed=5, arrivals_per_month=2.5)
    once = over_time(base(), asked, ALONE)
    assert over_time(base(), asked, ALONE) == once
    assert over_time(base(), asked.model_copy(update={"seed": 6}), ALONE) != once


def test_bands_hold_the_middle_and_more_arrivals_wait_longer() -> None:
    few, many = (
        over_time(base(2, 0.85), Horizon(months=3, draws=4, arrivals_per_month=rate), ALONE)
        for rate in (0.0, 6.0)
    )
    for month in (*few, *many):
        for band in (month.cases, month.waiting, month.hours_short, month.changes_per_family):
            assert 0 <= band.low <= band.middle <= band.high
    assert many[-1].waiting.middle > few[-1].waiting.middle
    assert many[-1].hours_short.middle > few[-1].hours_short.middle


def test_whoever_leaves_in_a_month_is_missed_from_then_on() -> None:
    begun = still(base(3, 1.3))
    person = busiest(begun)
    roster = begun.request.roster
    people = [
        p.model_copy(update={"employed_to": date(2027, 3, 31)}) if p.id == person else p
        for p in roster.coordinators
    ]
    leaving = outcome_from(
        begun, _with(begun, Roster.of(roster.on, roster.cases, people, roster.units)),
        others_keep=True,
    )  # fmt: skip
    draw = _draw(leaving, (Horizon(months=6, arrivals_per_month=0), 0))
    moved = [month.changes_per_family for month in draw]
    waiting = [month.waiting for month in draw]
    assert moved[1] == 0
    assert moved[-1] > 0 or waiting[-1] > waiting[1]


def test_arrivals_come_as_often_as_they_are_expected_to() -> None:
    chance = Chance(1, "test")
    drawn = [_poisson(chance, 2.5) for _ in range(4000)]
    mean = sum(drawn) / len(drawn)
    assert abs(mean - 2.5) < 0.12
    assert abs(sum((n - mean) ** 2 for n in drawn) / len(drawn) - 2.5) < 0.25
    assert _poisson(chance, 0.0) == 0
    assert usual_arrivals(base().request.roster) > 0
