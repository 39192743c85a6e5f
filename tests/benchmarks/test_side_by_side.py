"""The table says what was measured, and that the rest wasn't."""

from __future__ import annotations

from dataclasses import replace

from benchmarks.job import TOO_LATE, Job, Measured, Reached, Suite
from benchmarks.side_by_side import Group, disagreements, gap, ratio, slower, table

ENGINES = ("ours", "cpsat", "highs", "scip")


def measured(
    engine: str,
    value: int | None,
    bound: int | None,
    seconds: float,
    *,
    task: str = "a",
    old: bool = False,
) -> Measured:
    return Measured(
        Job(Suite.FIT, "one", engine, 60.0),
        (Reached("fit", value, bound),),
        seconds=seconds,
        cpu_s=2 * seconds,
        peak_mib=100.0,
        task=task,
        is_old=old,
    )


def group(*ones: Measured, known: dict[str, int] | None = None) -> Group:
    runs = {"one": {one.job.engine: one for one in ones}} if ones else {}
    return Group("egnethet", "slik", ("one", "two", "three"), runs, known or {})


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("|").split("|")]


def lines(*ones: Measured) -> dict[str, dict[str, str]]:
    """The table by engine and column."""
    told = [cells(line) for line in table([group(*ones)], ENGINES)]
    return {line[1]: dict(zip(told[0], line, strict=True)) for line in told[2:]}


def test_a_line_has_the_medians_and_the_ratio_to_ours() -> None:
    told = lines(measured("ours", 100, 100, 2.0), measured("cpsat", 100, 100, 10.0))
    assert told["CP-SAT"] == {
        "oppgave": "slik",
        "motor": "CP-SAT",
        "målt": "1 av 3",
        "bevist": "1",
        "mål": "1 av 1",
        "beste": "1",
        "avstand": "0,00 %",
        "s": "10,0",
        "CPU s": "20,0",
        "forhold": "5,0",
        "MiB": "100",
    }


def test_what_was_not_run_says_so_and_no_number() -> None:
    told = lines(measured("ours", 100, 100, 2.0))
    assert "ikke kjørt" in told["HiGHS"].values()
    assert not any(cell.isdigit() for cell in told["HiGHS"].values())
    assert [cells(line)[1:3] for line in table([group()], ENGINES)][2:] == [["alle", "ikke kjørt"]]


def test_an_engine_without_any_answer_says_so_and_no_number() -> None:
    late = Measured(Job(Suite.FIT, "one", "highs", 30.0), fault=TOO_LATE, seconds=30.0)
    told = lines(measured("ours", 100, 100, 2.0), late)
    assert told["HiGHS"]["målt"] == "uten svar"
    assert not any(cell.isdigit() for cell in told["HiGHS"].values())


def test_what_older_code_answered_is_marked() -> None:
    assert lines(measured("ours", 9, 9, 1.0, old=True))["vår"]["målt"] == "1 av 3†"


def test_what_was_measured_on_a_shared_machine_is_marked() -> None:
    shared = replace(measured("ours", 9, 9, 1.0), others=0.5)
    assert lines(shared)["vår"]["målt"] == "1 av 3‡"
    assert lines(replace(shared, others=0.01))["vår"]["målt"] == "1 av 3"


def test_only_a_proof_counts_as_being_done() -> None:
    ours, other = measured("ours", 100, 100, 2.0), measured("scip", 100, 90, 60.0)
    assert ratio(other, ours) == ("≥ ", 30.0)
    assert ratio(measured("scip", 100, 100, 1.0), measured("ours", 101, 90, 4.0)) == ("≤ ", 0.25)
    assert ratio(other, measured("ours", 100, 99, 2.0)) is None


def test_answers_to_different_tasks_are_not_set_beside_each_other() -> None:
    one, other = measured("ours", 100, 100, 2.0), measured("scip", 90, 90, 2.0, task="b")
    assert ratio(other, one) is None
    assert list(disagreements([group(one, other)])) == []
    assert list(slower([group(one, other)])) == []


def test_two_proofs_of_different_values_are_told_first() -> None:
    (told,) = disagreements([group(measured("ours", 100, 100, 2.0), measured("scip", 90, 90, 2.0))])
    assert "vår" in told
    assert "SCIP" in told


def test_a_proof_of_worse_than_the_best_known_is_told() -> None:
    ours = measured("ours", 100, 100, 2.0)
    assert list(disagreements([group(ours, known={"one": 100})])) == []
    assert len(list(disagreements([group(ours, known={"one": 99})]))) == 1


def test_where_another_was_faster_is_told_and_small_differences_are_not() -> None:
    def told(ours_s: float, other_s: float) -> int:
        ones = measured("ours", 9, 9, ours_s), measured("highs", 9, 9, other_s)
        return len(list(slower([group(*ones)])))

    assert told(12.0, 10.0) == 1
    assert told(10.9, 10.0) == 0
    assert told(0.4, 0.1) == 0


def test_a_gap_is_from_the_best_bound_that_anybody_has() -> None:
    ours, other = measured("ours", 100, 80, 9.0), measured("scip", 110, 95, 9.0)
    runs = {"ours": ours, "scip": other}
    assert gap(ours, runs, None) == 0.05
    assert gap(ours, runs, 98) == 0.02
    assert gap(measured("highs", None, 90, 9.0), runs, None) is None


def test_with_several_goals_the_gap_is_the_widest_of_its_own() -> None:
    reached = (Reached("placed", 2, 2), Reached("fit", 100, 90), Reached("load", 50, 49))
    one = Measured(Job(Suite.TIERS, "one", "ours", 0.0), reached)
    assert gap(one, {"ours": one}, None) == 0.1


def test_the_best_plan_is_best_in_the_first_goal_that_differs() -> None:
    def plan(engine: str, *values: int) -> Measured:
        reached = tuple(Reached(f"goal {k}", value, 0) for k, value in enumerate(values))
        return Measured(Job(Suite.TIERS, "one", engine, 60.0), reached)

    told = lines(plan("ours", 1, 9), plan("cpsat", 2, 0), plan("highs", 1, 8))
    assert [told[name]["beste"] for name in ("vår", "CP-SAT", "HiGHS")] == ["0", "0", "1"]
