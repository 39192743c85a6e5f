"""RESULTS.md is made of what was measured, and of nothing else."""

from __future__ import annotations

from pathlib import Path

from benchmarks.chart import drawn
from benchmarks.instances import Known
from benchmarks.job import Job, Measured, Reached, Stage, Suite
from benchmarks.report import written

KNOWN = (Known("chu1997/a05100", 5, 100, 7), Known("yagiura2004/e10400", 10, 400, 9))


def reached(value: int | None, bound: int | None) -> tuple[Reached, ...]:
    return (Reached("fit", value, bound),)


MEASURED = (
    Measured(Job(Suite.FIT, "55x24-tight-1", "ours", 60.0), reached(10, 10), seconds=3.0),
    Measured(Job(Suite.TIERS, "300x80-loose-2", "ours", 0.0), reached(10, 10), seconds=4.0),
    Measured(Job(Suite.PUBLISHED, "chu1997/a05100", "ours", 60.0), reached(7, 7), seconds=5.0),
    Measured(Job(Suite.OVER_TIME, "300x80-tight-1", "ours", 1.0), reached(12, 6)),
    Measured(Job(Suite.OVER_TIME, "300x80-tight-1", "ours", 60.0), reached(10, 10)),
    Measured(Job(Suite.OVER_TIME, "300x80-tight-1", "scip", 60.0), reached(None, 2)),
    Measured(Job(Suite.STAGES, "8x4", "ours", 0.0), stages=(Stage("lesing", 1.0, 9.0),)),
    Measured(Job(Suite.FIT, "55x24-tight-1", "scip", 60.0), fault="avbrutt: svarte ikke i tide"),
)


def test_nothing_measured_is_told_as_such(tmp_path: Path) -> None:
    told = written((), (), tmp_path)
    assert "ikke kjørt" in told
    assert "nan" not in told
    assert not list(tmp_path.iterdir())


def test_every_measurement_has_its_place(tmp_path: Path) -> None:
    told = written(MEASURED, KNOWN, tmp_path)
    assert "| egnethet | 55x24-tight-1 | ✓ 3,0 | ikke kjørt | ikke kjørt | uten svar |" in told
    assert "| alle mål | 300x80-loose-2 | ✓ 4,0 |" in told
    assert "| publisert | chu1997/a05100 | ✓ 5,0 |" in told
    assert "| E, over 10 × 200 | alle | ikke kjørt |" in told
    assert "**8 × 4**" in told
    assert "- fit 55x24-tight-1, scip: avbrutt: svarte ikke i tide" in told
    assert "Hver motor hadde 60 s" in told


def test_the_picture_is_drawn_of_what_was_measured(tmp_path: Path) -> None:
    told = written(MEASURED, KNOWN, tmp_path)
    (picture,) = (tmp_path / "pictures").iterdir()
    assert f"](pictures/{picture.name})" in told
    text = picture.read_text(encoding="utf-8")
    assert text.count("<circle") == 2
    assert "vår" in text
    assert "SCIP" not in text


def test_no_folder_of_the_machine_is_told(tmp_path: Path) -> None:
    assert str(tmp_path) not in written(MEASURED, KNOWN, tmp_path)


def test_a_wider_gap_stands_higher_in_the_picture() -> None:
    text = drawn({"ours": [(1.0, 0.5), (10.0, 0.001)]}, "Avstand")
    heights = [float(part.split('"')[0]) for part in text.split('cy="')[1:]]
    assert heights[0] < heights[1]
