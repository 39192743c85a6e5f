"""Questions to a round that was run: why, why not, and what would have to change."""

from __future__ import annotations

from dataclasses import dataclass

from matcher.domain.plan import Plan
from matcher.explain.demand import Demands, demand
from matcher.explain.firmness import Firmness, equally_good, firmness
from matcher.explain.shortage import WhatWouldPlace, WhyNobody, what_would_place, why_nobody
from matcher.explain.solved_round import SolvedRound
from matcher.explain.what_would_change import WhatWouldChange, what_would_change
from matcher.explain.why_not import WhyNot, why_not
from matcher.services.ground import Ground
from matcher.services.progress import Progress

TRYING = "Prøver hva som skal til, med hele runder"


def _silent(step: str, share: float) -> None:
    """Nobody listens to how far it has come."""


@dataclass(frozen=True)
class Questions(Ground):
    """What KE asks of a round; each answer is tried in a round."""

    def why_not(self, round_: SolvedRound, case: str, coordinator: str) -> WhyNot:
        """Why a coordinator isn't suggested for a case. Raises ``NotInRound``."""
        return why_not(round_, case, coordinator)

    def what_would_change(
        self, round_: SolvedRound, case: str, coordinator: str, progress: Progress | None = None
    ) -> WhatWouldChange:
        """The smallest changes that make a coordinator the suggestion, each tried in a round."""
        tell = progress or _silent
        return what_would_change(round_, case, coordinator, told=lambda share: tell(TRYING, share))

    def why_nobody(self, round_: SolvedRound, case: str) -> WhyNobody:
        """Why the plan gives a case to nobody. Raises ``NotInRound``."""
        return why_nobody(round_, case)

    def what_would_place(
        self, round_: SolvedRound, case: str, progress: Progress | None = None
    ) -> WhatWouldPlace:
        """The smallest changes that place a case, each tried in a round."""
        tell = progress or _silent
        return what_would_place(round_, case, told=lambda share: tell(TRYING, share))

    def firmness(
        self, round_: SolvedRound, plan: Plan, progress: Progress | None = None
    ) -> tuple[Firmness, ...]:
        """How firm the suggestion of each placed case is, under other weights."""
        tell = progress or _silent
        return firmness(
            round_, equally_good(plan), told=lambda share: tell("Trekker vektene om igjen", share)
        )

    def demand(self, round_: SolvedRound, progress: Progress | None = None) -> Demands:
        """The services whose hours the round would gain by, the most wanted first. For KE only."""
        tell = progress or _silent
        return demand(round_, lambda share: tell("Prøver flere timer i hver tjeneste", share))
