"""docs/hva-hvis.md shows files that can be read, and every kind of change there is."""

import re
from pathlib import Path

from matcher.scenarios.changes import KINDS
from matcher.scenarios.files import scenario_from, sweep_from

TEXT = (Path(__file__).parents[2] / "docs/hva-hvis.md").read_text(encoding="utf-8")


def test_the_example_can_be_read_and_has_every_kind() -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", TEXT, re.S)
    scenario = scenario_from(example)
    assert {type(change) for change in scenario.changes} == set(KINDS)


def test_the_example_of_a_sweep_can_be_read() -> None:
    (example,) = re.findall(r"```toml sveip\n(.*?)```", TEXT, re.S)
    assert len(sweep_from(example)) == 1 + 3 * 3
