"""What lasts of *what if*: scenarios saved with the round they were tried on."""

from __future__ import annotations

from matcher.domain.kept_scenario import KeptScenario
from matcher.storage import kept_scenarios
from matcher.storage.transactions import Transactions


class ScenarioStore(Transactions):
    """Saved scenarios, a part of the store."""

    def save_scenario(
        self, round_id: int, title: str, content: str, says: tuple[str, ...], *, who: str
    ) -> int:
        """Save a scenario with a kept round, and give its id. Raises ``NotKept``."""
        with self._working(who) as work:
            return kept_scenarios.save(work, round_id, title, content, says)

    def scenarios_of(self, round_id: int, *, who: str) -> tuple[KeptScenario, ...]:
        """The scenarios saved with a round; the reading is written down."""
        with self._looking(who, about=f"scenarier til runde {round_id}") as connection:
            return kept_scenarios.of_round(connection, round_id)

    def remove_scenario(self, id_: int, *, who: str) -> None:
        """Take a saved scenario away. Raises ``NotKept``."""
        with self._working(who) as work:
            kept_scenarios.remove(work, id_)
