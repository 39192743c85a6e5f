"""Questions to a round that was run: why, why not, and what would have to change."""

from __future__ import annotations

from collections.abc import Callable
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


def _silent(step: str, share: float) -> None:
    """Nobody listens to how far it has come."""


def _unheard(answer: object) -> None:
    """Nobody listens to what is found on the way."""


@dataclass(frozen=True)
class Questions(Ground):
    """What KE asks of a round; each answer is tried in a round.

    Those that take ``progress`` may take minutes in a large round.
    """

    def why_not(
        self,
        round_: SolvedRound,
        case: str,
        coordinator: str,
        *,
        thoroughly: bool = False,
        progress: Progress | None = None,
    ) -> WhyNot:
        """Why a coordinator isn't suggested for a case. Raises ``NotInRound``.

        At once, with upper values in a large round; or ``thoroughly``.
        """
        tell = progress or _silent
        return why_not(round_, case, coordinator, thoroughly=thoroughly, told=tell)

    def what_would_change(
        self,
        round_: SolvedRound,
        case: str,
        coordinator: str,
        progress: Progress | None = None,
        *,
        most_seconds: float | None = None,
        so_far: Callable[[WhatWouldChange], None] | None = None,
    ) -> WhatWouldChange:
        """The smallest changes that make a coordinator the suggestion, each tried in a round.

        ``most_seconds`` is how long may be tried; ``None`` goes by the size of the round.
        ``so_far`` hears the answer as it is each time a way is found.
        """
        return what_would_change(
            round_,
            case,
            coordinator,
            most_seconds=most_seconds,
            told=progress or _silent,
            so_far=so_far or _unheard,
        )

    def why_nobody(self, round_: SolvedRound, case: str) -> WhyNobody:
        """Why the plan gives a case to nobody. Raises ``NotInRound``."""
        return why_nobody(round_, case)

    def what_would_place(
        self,
        round_: SolvedRound,
        case: str,
        progress: Progress | None = None,
        *,
        most_seconds: float | None = None,
        so_far: Callable[[WhatWouldPlace], None] | None = None,
    ) -> WhatWouldPlace:
        """The smallest changes that place a case, each tried in a round.

        ``so_far`` hears the answer as it is each time a way is found.
        """
        return what_would_place(
            round_,
            case,
            most_seconds=most_seconds,
            told=progress or _silent,
            so_far=so_far or _unheard,
        )

    def firmness(
        self, round_: SolvedRound, plan: Plan, progress: Progress | None = None
    ) -> tuple[Firmness, ...]:
        """How firm the suggestion of each placed case is, under other weights."""
        return firmness(round_, equally_good(plan), told=progress or _silent)

    def demand(
        self,
        round_: SolvedRound,
        progress: Progress | None = None,
        *,
        most_seconds: float | None = None,
    ) -> Demands:
        """The services whose hours the round would gain by, the most wanted first. For KE only."""
        return demand(round_, most_seconds=most_seconds, told=progress or _silent)
