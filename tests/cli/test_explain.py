"""`matcher explain` answers in Norwegian, and says clearly what it can't answer."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest

from matcher.domain.case import Case
from matcher.domain.plan import Plan
from matcher.domain.roster import Roster
from matcher.domain.vocabulary import Role
from matcher.exchange.roster_writing import write_roster
from matcher.profiles.load import text_of
from matcher.sample import generate
from tests.cli.running import Ran, matcher
from tests.explain.rounds import ON

FREE_OF = ("Traceback", "None", "nan", "Error", "True", "False")


@cache
def folder(slack: float = 1.15, cases: int = 10) -> Path:
    """A round of so many cases, and one that is owed nobody, as `matcher round` writes it."""
    place = Path(mkdtemp())
    roster = generate(
        municipality="farsund", cases=cases, coordinators=6, seed=5, on=ON, slack=slack
    )
    nothing_known = Case(id="S-900")
    whole = Roster.of(ON, (*roster.cases, nothing_known), roster.coordinators, roster.units)
    (place / "r.xlsx").write_bytes(write_roster(whole))
    words = ("round", place / "r.xlsx", "--profile", "farsund", "--date", "23.11.2026")
    assert matcher(*words, "--out", place / "svar").code == 0
    return place / "svar"


def plan_in(folder: Path) -> Plan:
    return Plan.model_validate_json((folder / "plan.json").read_text(encoding="utf-8"))


def plan(slack: float = 1.15) -> Plan:
    return plan_in(folder(slack))


def explain(*words: str, slack: float = 1.15) -> Ran:
    ran = matcher("explain", folder(slack), *words)
    for english in FREE_OF:
        assert english not in ran.out + ran.err
    return ran


def placed() -> tuple[str, str, str]:
    """A case, its coordinator, and another who may have it."""
    row = next(row for row in plan().cases if row.coordinator and len(row.suggestions) > 1)
    return row.case, str(row.coordinator), row.suggestions[1].coordinator


def test_why_this_one_tells_the_role_the_criteria_and_the_alternatives() -> None:
    case, chosen, other = placed()
    ran = explain("--case", case)
    assert ran.code == 0
    assert f"({chosen})?" in ran.out
    for word in ("Rolle:", "Ønske", "Egnethet", other):
        assert word in ran.out


def test_why_not_that_one_tells_the_cost_and_what_it_would_take() -> None:
    case, _, other = placed()
    ran = explain("--case", case, "--why-not", other)
    assert ran.code == 0
    assert f"({other})?" in ran.out
    assert "Hva må til?" in ran.out


def test_why_not_somebody_a_rule_stops_names_the_rule_its_fact_and_its_source() -> None:
    case, rule, who = next(
        (row.case, refusal.rules[0], refusal.coordinator)
        for row in plan().cases
        for refusal in row.refused
    )
    ran = explain("--case", case, "--why-not", who)
    assert ran.code == 0
    for word in (rule.title, rule.because, rule.source):
        assert word in " ".join(ran.out.split())


def test_why_nobody_tells_who_is_struck_out_and_what_would_place_the_case() -> None:
    alone = next(
        row.case
        for row in plan(0.5).cases
        if row.coordinator is None and row.entitlement.role is not Role.NONE
    )
    ran = explain("--case", alone, slack=0.5)
    assert ran.code == 0
    assert "hvorfor ingen?" in ran.out
    assert "Hva må til?" in ran.out


def test_the_answers_can_be_read_by_a_script() -> None:
    case, _, other = placed()
    assert set(json.loads(explain("--case", case, "--json").out)) == {"case"}
    told = json.loads(explain("--case", case, "--why-not", other, "--json").out)
    assert set(told) == {"why_not", "what_would_change"}
    assert told["why_not"]["coordinator"] == other
    assert {"loss", "moved", "exact", "says"} <= set(told["why_not"]["consequence"])


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--case", "S-999"), "«S-999» finnes ikke i runden"),
        (("--case", "S-999", "--why-not", "K-01"), "«S-999» finnes ikke i runden"),
        (("--case", "s-001", "--why-not", "K-01"), "Kanskje mente du «S-001»?"),
    ],
)
def test_an_unknown_case_is_told(words: tuple[str, ...], told: str) -> None:
    ran = explain(*words)
    assert ran.code == 1
    assert told in ran.err
    assert not ran.out


def test_how_firm_it_is_is_told_when_asked_for() -> None:
    small = folder(cases=5)
    case = next(row.case for row in plan_in(small).cases if row.coordinator)
    ran = matcher("explain", small, "--case", case, "--firm", "--json")
    told = json.loads(ran.out)["firmness"]
    assert told["firm"] in ("sikkert", "jevnt", "delt")
    assert told["free_draws"] <= told["draws"]


def test_the_services_in_demand_are_told_of_the_whole_round() -> None:
    ran = explain("--demand", slack=0.5)
    assert ran.code == 0
    assert "med én time mer i måneden" in ran.out
    assert set(json.loads(explain("--demand", "--json", slack=0.5).out)) == {"demand"}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "--case"),
        (("--why-not", "K-01"), "--case"),
        (("--case", "S-001", "--demand"), "--demand gjelder hele runden"),
        (("--case", "S-001", "--why-not", "K-01", "--firm"), "--firm gjelder den som er foreslått"),
    ],
)
def test_words_that_make_no_question_are_told(words: tuple[str, ...], told: str) -> None:
    ran = explain(*words)
    assert ran.code == 2
    assert told in ran.err
    assert not ran.out


def test_no_time_to_try_is_told_and_nothing_is_said_of_what_was_not_tried() -> None:
    case, _, other = placed()
    told = json.loads(explain("--case", case, "--why-not", other, "--minutes", "0", "--json").out)
    assert told["what_would_change"]["ways"] == []
    assert "Det ble stanset før alt var prøvd" in told["what_would_change"]["says"]


def test_an_unknown_coordinator_is_told() -> None:
    case, _, _ = placed()
    ran = explain("--case", case, "--why-not", "K-999")
    assert ran.code == 1
    assert "«K-999» finnes ikke i runden" in ran.err


def test_a_coordinator_asked_for_by_name_is_told_by_id() -> None:
    case, _, other = placed()
    roster = generate(municipality="farsund", cases=10, coordinators=6, seed=5, on=ON)
    called = str(roster.coordinator_by_id[other].name)
    ran = explain("--case", case, "--why-not", called)
    assert ran.code == 1
    assert f"Kanskje mente du «{other}»?" in ran.err


def test_a_case_outside_the_round_is_told_with_the_reason() -> None:
    outside = next(row for row in plan().cases if row.case == "S-900")
    ran = explain("--case", outside.case)
    assert ran.code == 1
    assert "er ikke med i fordelingen" in ran.err
    assert outside.entitlement.because[0].message in ran.err


def test_a_folder_that_is_no_round_is_told(tmp_path: Path) -> None:
    ran = matcher("explain", tmp_path, "--case", "S-001")
    assert ran.code == 1
    assert "plan.json mangler" in ran.err


def test_a_plan_with_another_profile_is_told(tmp_path: Path) -> None:
    for path in folder().iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "profil.toml").write_text(text_of("as"), encoding="utf-8")
    ran = matcher("explain", tmp_path, "--case", "S-001")
    assert ran.code == 1
    assert "Profilen er en annen" in ran.err


def test_a_plan_that_somebody_has_changed_by_hand_is_told(tmp_path: Path) -> None:
    for path in folder().iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    changed = plan().model_dump(mode="json", by_alias=True)
    row = next(row for row in changed["cases"] if row["coordinator"] and row["suggestions"][1:])
    row["coordinator"] = row["suggestions"][1]["coordinator"]
    (tmp_path / "plan.json").write_text(json.dumps(changed), encoding="utf-8")
    ran = matcher("explain", tmp_path, "--case", row["case"])
    assert ran.code == 1
    assert "endret for hånd" in ran.err
