"""Each absence: who nobody can replace, with the others as they are or the plan free to shift."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.domain.vocabulary import Role
from matcher.explain.solved_round import solve
from matcher.scenarios.absence import Elsewhere, _most_hours, ranked, without_one
from matcher.scenarios.changes import Leaves
from matcher.scenarios.outcome import Outcome
from matcher.scenarios.side_by_side import Where
from matcher.scenarios.sweep import each_absence
from tests.scenarios.what_if import SMALL, base, busiest

HERE_ALONE = Where(workers=1)


@pytest.mark.parametrize(
    "made",
    [
        SMALL,
        *(
            pytest.param((*each, 14, 7), marks=pytest.mark.soak)
            for each in ((1, 1.15), (2, 0.85), (3, 1.3))
        ),
    ],
)
def test_an_absence_is_what_a_fresh_round_without_the_person_gives(
    made: tuple[int, float, int, int],
) -> None:
    """The others keep theirs, or the plan may shift: both as when solved from nothing."""
    begun = base(*made)
    for person in begun.request.roster.coordinators:
        told = without_one(begun, person.id, may_shift=True)
        request = Leaves(coordinator=person.id).made(begun.request)
        afresh = solve(request)
        assert told.may_shift is not None
        lost = [case for case in _owed(begun) if afresh.chosen_by_id[case] is None]
        had_none = [case for case in _owed(begun) if begun.chosen[case] is None]
        still = [case for case in had_none if case not in _gets(told.may_shift)]
        assert len(told.may_shift.unplaced) + len(still) == len(lost)
        assert told.may_shift.is_proven


def _owed(outcome: Outcome) -> list[str]:
    """The cases that are owed a coordinator."""
    problem = outcome.problem
    roles = zip(problem.case_ids, problem.roles, strict=True)
    return [case for case, role in roles if role is not Role.NONE]


def _gets(elsewhere: Elsewhere) -> set[str]:
    return {move.case for move in elsewhere.others_moved if move.from_ is None}


def test_where_the_others_keep_theirs_nobody_elses_case_moves() -> None:
    begun = base(*SMALL)
    for row in each_absence(begun, HERE_ALONE):
        theirs = {case for case in _owed(begun) if begun.chosen[case] == row.coordinator}
        moved = {move.case for move in row.others_keep.moved}
        assert moved | set(row.others_keep.unplaced) == theirs
        came = {move.case for move in row.others_keep.others_moved}
        assert all(begun.chosen[case] is None for case in came)


def test_those_whose_cases_stay_with_nobody_come_first() -> None:
    rows = each_absence(base(*SMALL), HERE_ALONE)
    left = [len(row.others_keep.unplaced) for row in rows]
    assert left == sorted(left, reverse=True)
    assert left[0] > 0
    assert ranked(reversed(rows)) == rows
    assert len(rows) == len(base(*SMALL).request.roster.coordinators)


def test_who_stands_in_covers_no_more_than_the_hours_they_have_left() -> None:
    """With ten per cent more there is never less; without cases there is nothing to cover."""
    for row in each_absence(base(3, 1.3), HERE_ALONE):
        if not row.cases:
            assert row.covered is None
            continue
        assert row.covered is not None
        assert row.covered_with_overtime is not None
        assert 0 <= row.covered <= row.covered_with_overtime <= 1
        assert [each.case for each in row.stand_ins] == list(row.cases)
        if all(each.stand_in is None for each in row.stand_ins):
            assert row.covered_with_overtime == 0


def test_a_stand_in_with_hours_for_all_covers_all() -> None:
    begun = base(3, 1.3)
    person = busiest(begun)
    row = without_one(begun, person)
    people_known = begun.request.roster.coordinator_by_id.keys()
    stand_ins = {each.stand_in for each in row.stand_ins} & people_known
    people = [
        each.model_copy(update={"agreed_hours_per_month": 500.0})
        for each in begun.posed.pairs.coordinators
    ]
    pairs = replace(begun.posed.pairs, coordinators=tuple(people))
    roomy = replace(begun, posed=replace(begun.posed, pairs=pairs))
    known = [each.stand_in in stand_ins for each in row.stand_ins]
    hours = [each.hours_per_month for each in row.stand_ins]
    share = sum(h for h, is_known in zip(hours, known, strict=True) if is_known) / sum(hours)
    assert without_one(roomy, person).covered == pytest.approx(share)


@given(st.lists(st.integers(1, 40), max_size=7), st.integers(0, 120))
def test_the_most_hours_of_whole_cases_are_found(cases: list[int], room: int) -> None:
    every = [sum(some) for size in range(len(cases) + 1) for some in combinations(cases, size)]
    assert _most_hours(cases, room) == max(hours for hours in every if hours <= room)


def test_a_profile_whose_rule_only_warns_lets_nobody_who_is_away_have_a_case() -> None:
    begun = base()
    person = busiest(begun)
    lines = begun.request.profile.rules
    off = lines.ansatt_og_til_stede.model_copy(update={"mode": "off"})
    rules = lines.model_copy(update={"ansatt_og_til_stede": off})
    profile = begun.request.profile.model_copy(update={"rules": rules})
    lax = replace(begun, request=replace(begun.request, profile=profile))
    row = without_one(lax, person)
    assert person not in {move.to for move in row.others_keep.moved}
    moved = {move.case for move in row.others_keep.moved}
    assert moved | set(row.others_keep.unplaced) == set(row.cases) & set(_owed(begun))
