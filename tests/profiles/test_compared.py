"""Two profiles beside each other: the choices that differ, and nothing else."""

from datetime import date
from itertools import combinations

import pytest

from matcher.profiles.compared import differences
from matcher.profiles.load import builtin, load
from matcher.profiles.own import with_weights


@pytest.mark.parametrize("name", builtin())
def test_a_profile_differs_in_nothing_from_itself(name: str) -> None:
    assert differences(load(name), load(name)) == ()


@pytest.mark.parametrize(("one", "other"), list(combinations(builtin(), 2)))
def test_the_same_lines_differ_seen_from_either_side(one: str, other: str) -> None:
    there = {d.key: (d.here, d.there) for d in differences(load(one), load(other))}
    back = {d.key: (d.there, d.here) for d in differences(load(other), load(one))}
    assert there == back
    assert there


def test_the_barnevern_rule_of_farsund_is_a_difference_from_lyngdal() -> None:
    found = {d.key: d for d in differences(load("farsund"), load("lyngdal"))}
    phase = found["rules.barnevern_undersokelse"]
    assert phase.here is not None
    assert phase.there is not None
    assert phase.here.is_in_force
    assert "S115" in phase.here.statements


def test_two_weights_that_change_places_are_two_differences() -> None:
    here = load("farsund")
    there = with_weights(here, {"onske": 13, "tidsaspekt": 20})
    assert [d.key for d in differences(here, there)] == ["criteria.onske", "criteria.tidsaspekt"]


def test_the_day_a_line_was_checked_is_no_difference() -> None:
    here = load("farsund")
    later = here.words.model_copy(update={"checked": date(2027, 1, 1)})
    assert differences(here, here.model_copy(update={"words": later})) == ()
