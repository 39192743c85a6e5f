"""The dice: seeded, one stream a topic, and built on plain uniform numbers only."""

from collections.abc import Mapping, Sequence
from typing import TypeVar
from zlib import crc32

import numpy as np

T = TypeVar("T")


class Chance:
    """Draws that are the same for the same seed and topic.

    A topic has its own stream, so that a new draw for coordinators leaves the cases as they
    were. Only uniform numbers are taken from numpy: its shaped distributions may change from
    one version to the next.
    """

    def __init__(self, seed: int, topic: str) -> None:
        self._uniform = np.random.default_rng([seed, crc32(topic.encode())]).random

    def yes(self, share: float) -> bool:
        """True in ``share`` (0–1) of the draws."""
        return bool(self._uniform() < share)

    def whole(self, low: int, high: int) -> int:
        """A whole number from ``low`` to ``high``, both counted."""
        return low + int(self._uniform() * (high - low + 1))

    def leaning_low(self, low: float, high: float) -> float:
        """A number from ``low`` to ``high``, most often in the lower part."""
        return low + (high - low) * float(self._uniform()) ** 2

    def one(self, options: Sequence[T]) -> T:
        """One of the options, each as likely."""
        return options[int(self._uniform() * len(options))]

    def weighted(self, shares: Mapping[T, float]) -> T:
        """One of the keys, as often as its share says. The shares need not add up to one."""
        left = self._uniform() * sum(shares.values())
        for option, share in shares.items():
            left -= share
            if left < 0:
                return option
        return option

    def shuffled(self, options: Sequence[T]) -> list[T]:
        """The options in another order."""
        keys = [float(self._uniform()) for _ in options]
        order = sorted(range(len(options)), key=keys.__getitem__)
        return [options[i] for i in order]

    def dealt(self, count: int, shares: Mapping[T, float]) -> list[T]:
        """``count`` keys in random order, each as near its share as whole numbers allow."""
        total = sum(shares.values())
        exact = {option: count * share / total for option, share in shares.items()}
        dealt = [option for option, amount in exact.items() for _ in range(int(amount))]
        by_remainder = sorted(exact, key=lambda option: int(exact[option]) - exact[option])
        return self.shuffled(dealt + by_remainder[: count - len(dealt)])

    def unless(self, missing: float, value: T) -> T | None:
        """The value, or ``None`` in ``missing`` (0–1) of the draws: nobody has filled it in."""
        return None if self.yes(missing) else value
