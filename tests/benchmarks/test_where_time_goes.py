"""A round's time is shared among its stages without changing the program."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from benchmarks.job import Job, Measured, Stage, Suite
from benchmarks.machine import forget_peak, peak_mib
from benchmarks.stage_table import growth, table
from benchmarks.stages import ORDER, REST, SIBLINGS, START, Clock, clocked, staged, tier
from matcher.optimizer import climbing, goals, solve


@pytest.fixture(scope="module")
def stages() -> tuple[Stage, ...]:
    return staged("8x4")


def test_every_stage_of_a_round_takes_part_in_order(stages: tuple[Stage, ...]) -> None:
    """But for starting up, which is another process, and siblings, of whom so few have none."""
    told = [stage.name for stage in stages]
    assert told == [name for name in ORDER if name in told]
    assert set(ORDER) - set(told) <= {START, SIBLINGS}


def test_memory_is_told_of_every_stage_where_the_system_can(stages: tuple[Stage, ...]) -> None:
    if peak_mib() is not None:
        assert all(stage.peak_mib is not None and stage.peak_mib > 1 for stage in stages)


def test_the_program_is_as_it_was_afterwards() -> None:
    before = (climbing.best, solve.most_placed, goals.draw.post)
    with clocked(Clock()):
        assert climbing.best is not before[0]
    assert (climbing.best, solve.most_placed, goals.draw.post) == before


def test_a_stage_has_its_own_time_and_not_that_of_the_stages_inside() -> None:
    clock = Clock()
    began = time.perf_counter()
    with clock.stage("outer"), clock.stage("inner"), clock.stage("outer"):
        time.sleep(0.01)
    whole = time.perf_counter() - began
    assert clock.seconds["outer"] >= 0.01
    assert sum(clock.seconds.values()) <= whole


def test_a_stage_is_closed_where_it_fails() -> None:
    clock = Clock()
    with pytest.raises(ZeroDivisionError), clock.stage(REST), clock.stage(REST):
        raise ZeroDivisionError
    with clock.stage("after"):
        pass
    assert set(clock.seconds) == {REST, "after"}


def test_the_peak_of_a_stage_is_its_own() -> None:
    if peak_mib() is None:
        pytest.skip("the system doesn't tell the peak")
    clock = Clock()
    with clock.stage("large"):
        bytearray(64 * 1024 * 1024)[::4096]
    forget_peak()
    with clock.stage("small"):
        pass
    assert clock.peaks_mib["large"] > clock.peaks_mib["small"] + 32


def test_every_goal_has_a_tier() -> None:
    for name in ("no_gap", "place_others", "waiting", "siblings_together", "poor_fit_35", "draw"):
        assert tier(name).startswith("trinn")


def test_growth_is_the_power_of_the_number_of_pairs() -> None:
    """Ten times the pairs and a hundred times as long: the square."""
    one = Stage("lesing", 0.1, None)
    assert growth(one, replace(one, seconds=10.0), "10x10", "100x10") == pytest.approx(2.0)
    assert growth(one, replace(one, seconds=1.0), "10x10", "100x10") == pytest.approx(1.0)
    assert growth(None, one, "10x10", "100x10") is None
    assert growth(replace(one, seconds=0.001), replace(one, seconds=0.002), "1x1", "9x9") is None


def test_the_table_has_a_block_for_each_size_and_says_what_was_not_run() -> None:
    job = Job(Suite.STAGES, "10x10", "ours", 0.0)
    first = Measured(job, stages=(Stage("lesing", 0.1, 50.0), Stage("regler", 0.2, None)))
    then = replace(first, stages=(Stage("lesing", 10.0, 80.0, 9.0),), seconds=10.0, peak_mib=80.0)
    told = "\n".join(table({"10x10": first, "100x10": then}, ("10x10", "100x10", "1000x100")))
    assert "| regler | 0,20 | ████████████████████████ | – | – | – |" in told
    assert "| lesing | 10,00 | ████████████████████████ | 9,00 | 80 | 2,0 |" in told
    assert "**1 000 × 100**: ikke kjørt" in told
