"""``matcher round --prefer``: KE's own preference, with its reason, in the answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from matcher.domain.plan import Plan
from matcher.exchange.roster_writing import write_roster
from tests.cli.running import matcher
from tests.services.made_rounds import ROSTER


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "saker.xlsx"
    file.write_bytes(write_roster(ROSTER))
    return file


def ran(file: Path, *choices: str) -> tuple[int, str, Path]:
    out = file.parent / "svar"
    asked = [word for choice in choices for word in ("--prefer", choice)]
    run = matcher(
        "round", file, "--profile", "farsund", "--date", "23.11.2026", "--out", out, *asked
    )
    return run.code, run.err, out


def test_a_preference_is_in_the_answer_with_its_reason(file: Path) -> None:
    code, err, out = ran(file, "S-1=K-2:Kjenner bestemor")
    assert (code, err) == (0, "")
    plan = Plan.model_validate_json((out / "plan.json").read_text(encoding="utf-8"))
    (preference,) = plan.round.preferences
    assert (preference.case, preference.coordinator) == ("S-1", "K-2")
    (told,) = [one for one in plan.cases if one.case == "S-1"]
    (pair,) = [one for one in told.suggestions if one.coordinator == "K-2"]
    assert "Begrunnelse: Kjenner bestemor" in pair.warnings[0].message


def test_a_preference_for_nobody_is_named(file: Path) -> None:
    code, err, out = ran(file, "S-1=K-9")
    assert code == 1
    assert "«K-9» finnes ikke" in err
    assert not out.exists()
