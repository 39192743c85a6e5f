"""How long the search may go on: a clock where a time limit was given, otherwise for ever."""

from __future__ import annotations

import time
from dataclasses import dataclass


@dataclass(frozen=True)
class Watch:
    """``end`` is a moment of ``time.monotonic``; ``None`` leaves the limiting to counted work."""

    end: float | None

    @classmethod
    def for_seconds(cls, seconds: float | None) -> Watch:
        """A watch that is over in so many seconds; never when ``None``."""
        return cls(None if seconds is None else time.monotonic() + seconds)

    def left(self) -> float | None:
        """Seconds left; ``None`` without a limit."""
        return None if self.end is None else max(0.0, self.end - time.monotonic())

    def is_over(self) -> bool:
        """Whether the time is used up."""
        return self.end is not None and time.monotonic() >= self.end

    def share(self, part: float) -> Watch:
        """A watch for this part of what is left."""
        left = self.left()
        return self if left is None else Watch.for_seconds(left * part)
