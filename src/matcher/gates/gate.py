"""What a gate is: something that must be in place before a decision is final."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from matcher.domain.case import Case
from matcher.domain.coordinator import Coordinator
from matcher.domain.decision import Decision, Outcome
from matcher.domain.groundwork import Groundwork
from matcher.domain.plan import BrokenRule, CasePlan
from matcher.profiles.gate_lines import GateLines


@dataclass(frozen=True)
class Settling:
    """A decision about to be made, with all that a gate may look at."""

    decision: Decision
    case: Case
    coordinator: Coordinator | None
    """Whom it is about; ``None`` where the case stays open."""
    suggested: CasePlan | None
    """What the round said of the case; ``None`` where there was no round."""
    on: date
    stand_in: Coordinator | None = None
    """Who stands in, where the roster knows them; a leader may be a name alone."""
    broken_rules: tuple[BrokenRule, ...] = ()
    """The rules that stop the one chosen."""
    may_be_set_aside: frozenset[str] = frozenset()
    """Ids of the rules that KE may set aside under the profile."""
    hours_over: float | None = None
    """Hours a month by which the choice goes beyond what is agreed; ``None`` where not known."""

    @property
    def groundwork(self) -> Groundwork:
        """What is noted of what was done before."""
        return self.decision.groundwork

    @property
    def chooses(self) -> bool:
        """Whether somebody is chosen; a case that stays open asks only for a reason."""
        return self.decision.outcome is not Outcome.OPEN

    @property
    def keeps(self) -> bool:
        """Whether the case keeps the coordinator it has."""
        return self.chooses and self.decision.coordinator == self.case.current_coordinator

    @property
    def is_first_suggestion(self) -> bool:
        """Whether the one chosen is the first whom the round suggested."""
        first = self.suggested.suggestions[:1] if self.suggested else ()
        return any(one.coordinator == self.decision.coordinator for one in first)

    @property
    def name(self) -> str:
        """The name of the one chosen, or the id."""
        chosen = self.coordinator
        return (chosen.name if chosen else None) or self.decision.coordinator or "ingen"


@dataclass(frozen=True)
class Gate:
    """One gate. ``id`` is the module's name, and the key of its line in a profile.

    ``missing`` says in one Norwegian sentence or two what isn't in place; ``None`` where all is.
    """

    id: str
    missing: Callable[[Settling, GateLines], str | None]

    @property
    def title(self) -> str:
        """The gate's Norwegian name: that of its line in a profile."""
        return GateLines.model_fields[self.id].title or self.id


def is_blank(text: str | None) -> bool:
    """Whether nothing is written."""
    return not (text or "").strip()
