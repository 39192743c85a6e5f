"""Compare: people first, each touched case once; goals told with how sure they are."""

from __future__ import annotations

from matcher.domain.vocabulary import Service
from matcher.scenarios.changes import Leaves, NewCases, NewPosition
from matcher.scenarios.compare import ONLY_SUGGESTED, ORDER, Touch, compare, unit_hours, wishes_met
from matcher.scenarios.outcome import outcome_with
from tests.scenarios.what_if import SMALL, base, busiest, scenario


def test_nothing_is_said_to_change_where_nothing_does() -> None:
    nothing = scenario()
    told = compare(base(), outcome_with(base(), nothing), nothing)
    assert told.touched == ()
    assert told.says[0] == "Ingen saker berøres: alle har den samme koordinatoren som før."
    assert told.wishes_before == told.wishes_after
    assert all(load.used_before == load.used_after for load in told.loads)
    assert all(goal.before == goal.after for goal in told.goals)


def test_each_case_that_differs_is_touched_once_the_gravest_first() -> None:
    tried = scenario(Leaves(coordinator=busiest(base(2, 0.85))), NewCases(count=3))
    begun = base(2, 0.85)
    after = outcome_with(begun, tried)
    told = compare(begun, after, tried)
    differ = {
        case
        for case in begun.chosen.keys() | after.chosen.keys()
        if (case in begun.chosen) != (case in after.chosen)
        or begun.chosen.get(case) != after.chosen.get(case)
    }
    assert {row.case for row in told.touched} == differ
    assert len(told.touched) == len(differ)
    order = [ORDER[row.touch] for row in told.touched]
    assert order == sorted(order)
    new = [row for row in told.touched if row.touch in (Touch.NEW_WITH, Touch.NEW_WITHOUT)]
    assert all(row.case.startswith("NY-") for row in new)
    assert told.placed_before - told.placed_after == (
        told.count(Touch.LOSES) - told.count(Touch.GETS) - told.count(Touch.NEW_WITH)
        + sum(row.touch is Touch.OUT and row.before is not None for row in told.touched)
    )  # fmt: skip


def test_a_family_that_has_its_coordinator_is_told_apart_from_one_with_a_suggestion() -> None:
    """The plan of a round is suggestions, and a new one is no change for a family."""
    begun = base(2, 0.85)
    tried = scenario(Leaves(coordinator=busiest(begun)))
    told = compare(begun, outcome_with(begun, tried), tried)
    cases = begun.request.roster.case_by_id
    unsettled = [row for row in told.touched if row.touch in ONLY_SUGGESTED]
    have = [row for row in unsettled if cases[row.case].current_coordinator == row.before]
    assert [row for row in unsettled if row.has_today] == have
    assert {row.says for row in have} <= {str(Touch.LOSES), str(Touch.CHANGES)}
    assert len(have) < len(unsettled)
    assert {row.says for row in unsettled if row not in have} <= set(ONLY_SUGGESTED.values())
    said = f"{len(have)} av {len(unsettled)}" if have else "Ingen av dem"
    assert any(text.startswith(said) for text in told.says)


def test_the_load_of_units_is_the_hours_of_their_peoples_cases() -> None:
    begun = base()
    total = sum(used for _, used in unit_hours(begun).values())
    bound = sum(p.bound_hours_per_month or 0 for p in begun.request.roster.coordinators)
    placed = [case for case, chosen in begun.chosen.items() if chosen]
    work = sum(begun.posed.workloads[case].hours_per_month for case in placed)
    assert abs(total - bound - work) < 0.1


def test_wishes_met_are_no_more_than_there_are() -> None:
    met = wishes_met(base())
    assert 0 < met.met <= met.of
    assert met.of == sum(len(case.wishes) for case in base().posed.pairs.cases)


def test_a_new_position_shows_as_load_in_its_unit_and_both_plans_are_told_as_proven() -> None:
    unit = next(p.unit for p in base().request.roster.coordinators if p.unit)
    tried = scenario(NewPosition(service=Service.PPT, unit=unit, percent=100, hours_per_month=30))
    told = compare(base(), outcome_with(base(), tried), tried)
    (load,) = [row for row in told.loads if row.unit == unit]
    assert load.agreed_after == load.agreed_before + 30
    assert told.is_proven
    assert "bevist" in told.says[-1]
    assert {goal.says for goal in told.goals} == {"begge bevist best mulig"}


def test_whoever_leaves_takes_the_agreed_hours_from_the_unit() -> None:
    begun = base(*SMALL)
    gone = begun.request.roster.coordinator_by_id[busiest(begun)]
    tried = scenario(Leaves(coordinator=gone.id), others_keep=True)
    told = compare(begun, outcome_with(begun, tried), tried)
    assert gone.agreed_hours_per_month
    lost = sum(load.agreed_before - load.agreed_after for load in told.loads)
    assert round(lost, 2) == gone.agreed_hours_per_month
