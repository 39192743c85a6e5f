"""The history: who did what, and that nobody has changed it."""

from __future__ import annotations

from dataclasses import dataclass

from matcher.domain.finding import Finding
from matcher.domain.history import Head
from matcher.services.ground import Ground


@dataclass(frozen=True)
class History(Ground):
    """What the history tells."""

    def verify_history(self, noted: Head | None = None) -> tuple[Finding, ...]:
        """Every fault of the history; ``noted`` is an end that was written down earlier."""
        return self.store.verify_history(noted)
