"""The history: who did what, and that nobody has changed it."""

from __future__ import annotations

from dataclasses import dataclass

from matcher.domain.finding import Finding
from matcher.domain.history import Head, HistoryLine
from matcher.services.ground import Ground


@dataclass(frozen=True)
class History(Ground):
    """What the history tells."""

    def history(self, *, who: str, at_most: int = 500) -> tuple[HistoryLine, ...]:
        """The newest entries first; that somebody read them is written too."""
        return self.store.history(who=who, at_most=at_most)

    def history_of(self, case: str, *, who: str) -> tuple[HistoryLine, ...]:
        """Every entry of a case, newest first. Raises ``NotKept`` for an unknown case."""
        return self.store.history_of(case, who=who)

    def head(self) -> Head | None:
        """Where the history ends, to be written down outside the program now and then."""
        return self.store.head()

    def verify_history(self, noted: Head | None = None) -> tuple[Finding, ...]:
        """Every fault of the history; ``noted`` is an end that was written down earlier."""
        return self.store.verify_history(noted)
