"""Scenarios as files: read back as they were written, every fault told, and a grid unfolded."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.domain.vocabulary import Focus, Service
from matcher.scenarios.changes import (
    Away,
    Hours,
    Leaves,
    NewCases,
    NewPosition,
    ScenarioChange,
    Transitions,
    WeightChanged,
)
from matcher.scenarios.files import scenario_from, sweep_from, text_of
from matcher.scenarios.scenario import Scenario, ScenarioError

WORDS = st.text(min_size=1, max_size=12)
DAYS = st.dates(date(2020, 1, 1), date(2040, 1, 1))
CHANGES = st.one_of(
    st.builds(Leaves, coordinator=WORDS, last_day=st.none() | DAYS),
    st.builds(Away, coordinator=WORDS, first_day=DAYS, last_day=DAYS),
    st.builds(Hours, coordinator=WORDS, more_hours_per_month=st.floats(-200, 200)),
    st.builds(
        NewPosition,
        service=st.sampled_from(Service),
        percent=st.floats(1, 100),
        competence=st.dictionaries(st.sampled_from(Focus), st.integers(0, 3)),
        languages=st.lists(WORDS).map(tuple),
    ),
    st.builds(NewCases, count=st.integers(1, 9), services=st.just((Service.NAV, Service.PPT))),
    st.builds(Transitions, until=DAYS),
    st.builds(WeightChanged, criterion=WORDS, weight=st.integers(0, 100)),
)


@given(WORDS, st.lists(CHANGES, max_size=4), st.booleans())
def test_a_scenario_reads_back_as_it_was_written(
    title: str, changes: list[ScenarioChange], keep: bool
) -> None:
    scenario = Scenario(title=title, changes=tuple(changes), others_keep=keep)
    assert scenario_from(text_of(scenario)) == scenario


def faults(text: str) -> list[str]:
    with pytest.raises(ScenarioError) as told:
        scenario_from(text)
    return [finding.message for finding in told.value.findings]


def test_every_fault_of_a_file_is_told_at_once() -> None:
    text = """
    titl = "Uten"
    [[change]]
    kind = "leave"
    [[change]]
    kind = "leaves"
    coordinatr = "K-01"
    [[change]]
    kind = "away"
    coordinator = "K-01"
    first_day = 2026-13
    """
    assert len(faults(text.replace("2026-13", '"i morgen"'))) == 7
    assert "linje 11" in faults(text)[0]


def test_a_kind_that_is_nearly_right_is_told_of() -> None:
    (told,) = faults('title = "T"\n[[change]]\nkind = "leavs"')
    assert told == "Endringen «leavs» finnes ikke. Kanskje mente du «leaves»?"


def test_what_should_be_tables_is_asked_for() -> None:
    assert "[[change]]" in faults('title = "T"\nchange = 3')[0]


def test_a_sweep_is_its_list_and_then_every_combination_of_its_axes() -> None:
    found = sweep_from(
        """
        others_keep = true
        [[scenario]]
        title = "Solveig slutter"
        change = [{ kind = "leaves", coordinator = "K-04" }]
        [[axis]]
        title = "Timer"
        change = { kind = "hours", coordinator = "K-05" }
        vary = "more_hours_per_month"
        values = [0, 5]
        [[axis]]
        change = { kind = "weight", criterion = "onske" }
        vary = "weight"
        values = [10, 20, 30]
        """
    )
    assert [one.title for one in found] == [
        "Solveig slutter",
        *(f"Timer: {hours}; onske: {weight}" for hours in (0, 5) for weight in (10, 20, 30)),
    ]
    assert found[4].changes == (
        Hours(coordinator="K-05", more_hours_per_month=5),
        WeightChanged(criterion="onske", weight=10),
    )
    assert [one.others_keep for one in found] == [False] + [True] * 6


def test_a_sweep_of_nothing_and_an_axis_without_values_are_faults() -> None:
    for text in ("", "[[axis]]\nvary = 3", '[[scenari]]\ntitle = "x"'):
        with pytest.raises(ScenarioError, match=r"Kanskje|akse"):
            sweep_from(text)
