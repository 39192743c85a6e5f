"""A turn that is given in the order it was asked for: nobody waits while others pass them by.

Python's own lock goes to whoever happens to grab it, and one of twenty could wait for good.
"""

from __future__ import annotations

from collections import deque
from threading import Lock


class Turn:
    """One at a time, first come, first served."""

    def __init__(self) -> None:
        self._door = Lock()
        self._is_taken = False
        self._waiting: deque[Lock] = deque()

    def acquire(self, timeout: float) -> bool:
        """Wait for the turn, at most so many seconds; whether it came."""
        with self._door:
            if not self._is_taken:
                self._is_taken = True
                return True
            called = Lock()
            called.acquire()
            self._waiting.append(called)
        if called.acquire(timeout=timeout):
            return True
        with self._door:
            if called not in self._waiting:  # it came just as the time ran out
                return True
            self._waiting.remove(called)
            return False

    def release(self) -> None:
        """Give the turn to whoever has waited longest."""
        with self._door:
            if self._waiting:
                self._waiting.popleft().release()
            else:
                self._is_taken = False
