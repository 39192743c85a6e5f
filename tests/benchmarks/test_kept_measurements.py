"""What has been measured is kept at once, and a bench that was stopped goes on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.all import measure
from benchmarks.instances import Known
from benchmarks.job import FAILED, TOO_LATE, Job, Kept, Measured, Reached, Stage, Suite, unmeasured
from benchmarks.order import NO_CLOCK, SIZES, Wanted, jobs, most_s

JOB = Job(Suite.FIT, "300x80-tight-1", "ours", 60.0)
KNOWN = (Known("e", 20, 400, 7), Known("a", 5, 100, 7))

seconds = st.floats(0, 1e6)
perhaps = st.none() | st.integers()
measurements = st.builds(
    Measured,
    st.builds(Job, st.sampled_from(Suite), st.text(), st.text(), seconds),
    st.lists(st.builds(Reached, st.text(), perhaps, perhaps)).map(tuple),
    st.lists(st.builds(Stage, st.text(), seconds, st.none() | seconds)).map(tuple),
    fault=st.none() | st.text(),
    seconds=seconds,
    load_before=st.none() | seconds,
)


@given(measurements)
def test_a_kept_line_is_the_measurement(measured: Measured) -> None:
    line = measured.as_line()
    assert "\n" not in line
    assert Measured.of_line(line) == measured


def test_a_line_that_was_broken_off_loses_nothing_else(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    kept.add(Measured(JOB, seconds=1.0))
    file = tmp_path / "measured.jsonl"
    file.write_text(file.read_text("utf-8") + Measured(JOB).as_line()[:40], "utf-8")
    kept.add(Measured(replace(JOB, engine="scip"), seconds=2.0))
    assert [one.seconds for one in kept] == [1.0, 2.0]


def test_the_newest_measurement_of_a_job_counts(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    for taken in (1.0, 2.0):
        kept.add(Measured(JOB, seconds=taken))
    assert [one.seconds for one in kept.newest().values()] == [2.0]


def test_what_was_never_measured_comes_before_what_older_code_answered() -> None:
    old, done, new = (replace(JOB, engine=engine) for engine in ("ours", "scip", "highs"))
    kept = {old: Measured(old, code="before"), done: Measured(done, code="now")}
    assert unmeasured([old, done, new], kept, lambda job: "now") == [new, old]


def test_what_failed_is_tried_again_and_never_hides_an_answer(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    kept.add(Measured(JOB, seconds=1.0, code="now"))
    kept.add(Measured(JOB, fault=f"{FAILED}: ingen melding", code="now"))
    late = replace(JOB, engine="scip")
    kept.add(Measured(late, fault=TOO_LATE, code="now"))
    assert kept.newest()[JOB].seconds == 1.0
    failed = {JOB: Measured(JOB, fault=FAILED, code="now"), late: kept.newest()[late]}
    assert unmeasured([JOB, late], failed, lambda job: "now") == [JOB]


def test_that_newer_code_was_too_late_is_told_instead_of_what_older_code_answered(
    tmp_path: Path,
) -> None:
    kept = Kept(tmp_path)
    kept.add(Measured(JOB, seconds=1.0, code="before"))
    kept.add(Measured(JOB, fault=TOO_LATE, code="now"))
    assert kept.newest()[JOB].fault == TOO_LATE
    kept.add(Measured(JOB, seconds=2.0, code="now"))
    kept.add(Measured(JOB, fault=TOO_LATE, code="now"))
    assert kept.newest()[JOB].seconds == 2.0


def test_the_most_telling_is_measured_first_and_everything_once() -> None:
    told = jobs(Wanted(), KNOWN)
    assert len(set(told)) == len(told)
    assert all(job.instance.startswith("300x80") for job in told[:10])
    order = [job.instance for job in told]
    assert order.index("a") < order.index("3000x600-loose-1") < order.index("e")
    for suite in (Suite.TIERS, Suite.FIT):
        assert sum(job.suite is suite for job in told) == len(SIZES) * 3 * 3 * 4


def test_sizes_seeds_suites_and_engines_can_be_chosen() -> None:
    wanted = Wanted(((8, 4),), (2,), (Suite.FIT,), ("ours",), 1.0)
    told = jobs(wanted, KNOWN)
    assert [job.instance for job in told] == ["8x4-loose-2", "8x4-tight-2", "8x4-short-2"]


def test_a_job_without_a_clock_is_waited_for_by_its_size() -> None:
    small, large = (
        replace(JOB, instance=f"{size}-tight-1", limit_s=NO_CLOCK) for size in ("55x24", "3000x600")
    )
    assert 0 < most_s(small) < most_s(large)
    assert most_s(JOB) == JOB.limit_s


def test_a_job_is_done_in_a_process_of_its_own_and_says_what_else_went_on(tmp_path: Path) -> None:
    told = measure(Job(Suite.FIT, "6x4-tight-1", "scip", 30.0), tmp_path, None)
    assert told.is_proven
    assert told.seconds > 0
    assert len(told.task) == len(told.code) > 0
    assert told.others is None or 0 <= told.others <= 1


def test_a_job_that_fails_is_told_without_a_folder_of_the_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A stand-in for Python that ends as it does, with a traceback."""
    failing = tmp_path / "python"
    failing.write_text("#!/bin/sh\necho 'OSError: no /such/folder' >&2\nexit 1\n", "utf-8")
    failing.chmod(0o755)
    monkeypatch.setattr("sys.executable", str(failing))
    told = measure(JOB, tmp_path, None)
    assert told.has_failed
    assert told.fault == f"{FAILED}: OSError"
