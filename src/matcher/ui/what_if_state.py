"""The scenario a user is building, and what was asked of it, for as long as the tab is open."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import cast

import streamlit as st

from matcher.scenarios.changes import ScenarioChange
from matcher.scenarios.outcome import Outcome
from matcher.services import Apart, Scenario, Services
from matcher.ui.asked import asked
from matcher.ui.state import Run
from matcher.ui.texts import say

_KEY = "what_if"
WORK = "what_if"
"""The service that tries a scenario."""
TITLE = "what-if-name"
"""Where the field of the title keeps what is written in it."""


@dataclass
class Building:
    """Changes so far, work that goes on, and the last answer of each question."""

    run: Run
    title: str = ""
    changes: list[ScenarioChange] = field(default_factory=list)
    others_keep: bool = False
    going_on: dict[str, Apart] = field(default_factory=dict)
    answers: dict[str, object] = field(default_factory=dict)
    given: dict[str, tuple[object, ...]] = field(default_factory=dict)
    """What each question was last asked with."""
    saved: Scenario | None = None
    """The last one that was saved with the round."""
    listed: list[Scenario] = field(default_factory=list)
    """Those to be tried side by side."""
    _base: Outcome | None = None

    @property
    def scenario(self) -> Scenario:
        """What has been built."""
        title = self.title.strip() or say("what_if.untitled")
        return Scenario(title=title, changes=tuple(self.changes), others_keep=self.others_keep)

    @property
    def tried(self) -> Scenario | None:
        """The scenario that the answer is of."""
        return cast("Scenario | None", self.given.get(WORK, (None,))[0])

    def take(self, scenario: Scenario) -> None:
        """Go on from a scenario that was saved."""
        self.title, self.others_keep = scenario.title, scenario.others_keep
        self.changes = list(scenario.changes)
        st.session_state.pop(TITLE, None)

    def put_beside(self, scenario: Scenario) -> None:
        """List a scenario to be tried beside others; again changes nothing."""
        if scenario not in self.listed:
            self.listed.append(scenario)

    def base(self, services: Services) -> Outcome:
        """The round as it stands. Raises ``UnusableRound``."""
        if self._base is None:
            self._base = services.base_of(asked(services, self.run).round)
        return self._base


def building(run: Run) -> Building:
    """What is being built on this round; begun anew where it is another than the last one."""
    kept: Building | None = st.session_state.get(_KEY)
    if kept is None or kept.run.plan is not run.plan:
        for work in kept.going_on.values() if kept else ():
            work.cancel()
        kept = st.session_state[_KEY] = Building(run)
    return kept
