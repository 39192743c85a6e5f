"""``matcher reproduce`` gives the same plan again, or says what differs."""

from __future__ import annotations

from pathlib import Path

import pytest

from matcher.domain.plan import Plan
from matcher.profiles.load import text_of
from matcher.services import Services
from tests.cli.round_folder import folder_of, small_plan
from tests.cli.running import matcher
from tests.services.made_rounds import ROSTER
from tests.storage.made import ANNE


@pytest.fixture
def plan() -> Plan:
    """A small round that was run."""
    return small_plan()


def test_a_folder_gives_the_same_plan_again(plan: Plan, tmp_path: Path) -> None:
    ran = matcher("reproduce", folder_of(plan, tmp_path / "svar"))
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "Planen er den samme, med de samme begrunnelsene.\n"


def test_a_plan_that_differs_is_told_family_by_family(plan: Plan, tmp_path: Path) -> None:
    other = plan.cases[0].model_copy(update={"coordinator": "K-9"})
    changed = plan.model_copy(update={"cases": (other, *plan.cases[1:])})
    ran = matcher("reproduce", folder_of(changed, tmp_path))
    assert ran.code == 1
    assert "Planen er ikke den samme." in ran.out
    assert f"S-1: K-9 da, {plan.cases[0].coordinator} nå" in ran.out


def test_another_version_is_named_and_other_reasons_are_no_other_plan(
    plan: Plan, tmp_path: Path
) -> None:
    older = plan.round.model_copy(update={"versions": plan.round.versions | {"numpy": "1.0"}})
    first, *others = plan.cases[0].suggestions
    untold = (first.model_copy(update={"criteria": ()}), *others)
    fewer = plan.cases[0].model_copy(update={"suggestions": untold})
    told = plan.model_copy(update={"round": older, "cases": (fewer, *plan.cases[1:])})
    ran = matcher("reproduce", folder_of(told, tmp_path))
    assert ran.code == 0
    assert f"numpy: 1.0 da, {plan.round.versions['numpy']} nå" in ran.out
    assert "Planen er den samme." in ran.out


def test_data_that_was_changed_since_is_told(plan: Plan, tmp_path: Path) -> None:
    folder = folder_of(plan, tmp_path)
    (folder / "profil.toml").write_text(text_of("as"), encoding="utf-8")
    ran = matcher("reproduce", folder)
    assert ran.code == 1
    assert "Profilen er en annen enn den planen ble laget med" in ran.err


def test_a_kept_round_gives_the_same_plan_again_and_the_reading_is_written(
    plan: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("MATCHER_DATABASE_URL", raising=False)
    monkeypatch.setenv("MATCHER_DATA_FOLDER", str(tmp_path))
    services = Services()
    services.store.save_person(ANNE, who="anne")
    id_ = services.keep_round(plan, ROSTER, text_of("farsund"), who="anne")
    assert matcher("reproduce", str(id_), "--who", "anne").code == 0
    read = [line.about for line in services.history(who="anne") if line.what == "leste"]
    assert f"runde {id_}" in read
    nobody = matcher("reproduce", str(id_))
    assert nobody.code == 2
    assert "--who anne" in nobody.err
    assert matcher("reproduce", "99", "--who", "anne").code == 2
    services.store.close()
