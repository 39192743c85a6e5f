"""Scenarios saved with the round they were tried on, and shown again when it is opened."""

from __future__ import annotations

from dataclasses import dataclass

from matcher.domain.kept_scenario import KeptScenario
from matcher.scenarios import files
from matcher.scenarios.compare import Comparison
from matcher.scenarios.scenario import Scenario
from matcher.services.ground import Ground

UNTITLED = "-"
"""Stands in the kept text for the title, which is kept beside it."""


@dataclass(frozen=True)
class SavedScenarios(Ground):
    """What was tried beside a kept round, and what it showed."""

    def save_scenario(
        self, scenario: Scenario, told: Comparison, *, round_id: int, who: str
    ) -> int:
        """Save a scenario and its answer in short with a round. Raises ``NotKept``."""
        content = files.text_of(scenario.model_copy(update={"title": UNTITLED}))
        return self.store.save_scenario(round_id, scenario.title, content, told.says, who=who)

    def saved_scenarios(self, round_id: int, *, who: str) -> tuple[KeptScenario, ...]:
        """The scenarios saved with a round, the first saved first."""
        return self.store.scenarios_of(round_id, who=who)

    def saved_scenario(self, kept: KeptScenario) -> Scenario:
        """A saved scenario, to be tried again. Raises ``ScenarioError``."""
        found = files.scenario_from(kept.content, kept.title)
        return found.model_copy(update={"title": kept.title})

    def remove_scenario(self, id_: int, *, who: str) -> None:
        """Take a saved scenario away. Raises ``NotKept``."""
        self.store.remove_scenario(id_, who=who)
