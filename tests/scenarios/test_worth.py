"""What an hour is worth: the gain of the best sharing, as found by trying every sharing."""

from __future__ import annotations

from itertools import product

import pytest

from matcher.explain.changes.change import with_coordinator
from matcher.explain.solved_round import RoundRequest, solve
from matcher.scenarios.outcome import outcome_of
from matcher.scenarios.side_by_side import Where
from matcher.scenarios.worth import NOT_GAINED, _with_hours, best_use, worth_of_hours
from tests.scenarios.what_if import SMALL, base, values

STEP = 0.25
"""The steps that the workloads come in, so that no finer sharing can be better."""


def _tiers(of: dict[str, float]) -> tuple[float, ...]:
    return tuple(value for id_, value in of.items() if id_ not in NOT_GAINED)


@pytest.mark.parametrize(
    "made", [SMALL, *(pytest.param((s, 0.85, 14, 7), marks=pytest.mark.soak) for s in (2, 4))]
)
def test_the_gain_is_that_of_the_best_of_all_sharings(
    made: tuple[int, float, int, int],
) -> None:
    """Two people, one hour: every quarter to the one or the other is solved as a round."""
    begun = base(*made)
    agreed = [p for p in begun.request.roster.coordinators if p.agreed_hours_per_month is not None]
    people = tuple(person.id for person in agreed[:2])
    gain, given, is_proven = _with_hours(begun, people, 1.0)
    tried = (outcome_of(solve(_with(begun.request, people, split))) for split in SPLITS)
    best = min(_tiers(values(one)) for one in tried)
    before = _tiers(values(begun))
    assert is_proven
    assert tuple(gain.values()) == tuple(b - a for b, a in zip(before, best, strict=True))
    assert sum(each.hours_per_month for each in given) <= 1.0


SPLITS = [(a * STEP, b * STEP) for a, b in product(range(5), repeat=2) if (a + b) * STEP == 1.0]


def _with(
    request: RoundRequest, people: tuple[str, ...], split: tuple[float, float]
) -> RoundRequest:
    for id_, more in zip(people, split, strict=True):
        now = request.roster.coordinator_by_id[id_].agreed_hours_per_month or 0.0
        request = with_coordinator(request, id_, agreed_hours_per_month=now + more)
    return request


def test_more_hours_are_never_worth_less() -> None:
    begun = base(*SMALL)
    rows = worth_of_hours(begun, (1.0, 8.0), Where(workers=1))
    assert rows
    for few, many in zip(rows[::2], rows[1::2], strict=True):
        assert few.group == many.group
        assert (few.hours, many.hours) == (1.0, 8.0)
        assert tuple(few.gain.values()) <= tuple(many.gain.values())


def test_the_best_use_of_hours_is_at_least_that_of_any_group() -> None:
    begun = base(*SMALL)
    best = best_use(begun, 8.0)
    assert best.is_proven
    assert sum(each.hours_per_month for each in best.given) <= 8.0
    for row in worth_of_hours(begun, (8.0,), Where(workers=1)):
        assert tuple(row.gain.values()) <= tuple(best.gain.values())
    assert "8 timer" in best.says
