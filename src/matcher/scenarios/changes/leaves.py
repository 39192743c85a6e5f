"""Somebody leaves."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import ClassVar

from typing_extensions import override

from matcher.domain.wording import written
from matcher.explain.changes.change import with_coordinator
from matcher.explain.solved_round import RoundRequest
from matcher.scenarios.changes.change import ScenarioChange, no_such_coordinator


class Leaves(ScenarioChange):
    """The coordinator leaves, and takes no part in the round (S031, S161)."""

    KIND: ClassVar[str] = "leaves"
    TITLE: ClassVar[str] = "Noen slutter"

    coordinator: str
    last_day: date | None = None
    """``None``: has left by the day of the round."""

    @override
    def faults(self, request: RoundRequest) -> Iterator[str]:
        yield from no_such_coordinator(request, self.coordinator)

    @override
    def made(self, request: RoundRequest) -> RoundRequest:
        last = self.last_day or request.roster.on - timedelta(days=1)
        return with_coordinator(request, self.coordinator, employed_to=last)

    @override
    def says(self, before: RoundRequest) -> str:
        when = f" {written(self.last_day)}" if self.last_day else ""
        return f"{before.roster.called(self.coordinator)} slutter{when}"
