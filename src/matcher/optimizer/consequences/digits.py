"""Many numbers in a few: tier after tier written as digits, so that adding and comparing is quick.

Each digit may be negative and has room for every sum that will be made; digits fill 64-bit words,
the first word weighing most. Comparing words in turn is comparing tier by tier.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from matcher.optimizer.program import BoolArray, IntArray

_ROOM = 1 << 58
_UNKNOWN = 1 << 60


@dataclass(frozen=True)
class Digits:
    """``most[d]`` is the largest size of digit d; ``word`` and ``weight`` say where it is."""

    most: tuple[int, ...]
    word: tuple[int, ...]
    weight: tuple[int, ...]

    @classmethod
    def of(cls, most: Sequence[int]) -> Digits:
        """Digits of at most these sizes, the first weighing most."""
        word, weight = [0] * len(most), [1] * len(most)
        number, used = 0, 1
        for d in range(len(most) - 1, -1, -1):
            room = 2 * most[d] + 1
            if used * room > _ROOM:
                number, used = number + 1, 1
            word[d], weight[d] = number, used
            used *= room
        return cls(tuple(most), tuple(number - w for w in word), tuple(weight))

    @property
    def words(self) -> int:
        """How many words there are."""
        return max(self.word, default=0) + 1

    def pack(self, values: Iterable[int]) -> IntArray:
        """One number a digit, to words."""
        return self.pack_all(np.array(list(values), np.int64))

    def pack_all(self, values: IntArray) -> IntArray:
        """Digits × any shape, to words × that shape."""
        packed = np.zeros((self.words, *values.shape[1:]), np.int64)
        for value, word, weight in zip(values, self.word, self.weight, strict=True):
            packed[word] += value * weight
        return packed

    def unpack(self, packed: IntArray) -> IntArray:
        """Words × any shape, to digits × that shape."""
        left = packed.copy()
        values = np.zeros((len(self.most), *packed.shape[1:]), np.int64)
        for d in range(len(self.most) - 1, -1, -1):
            room, word = 2 * self.most[d] + 1, self.word[d]
            digit = (left[word] + self.most[d]) % room - self.most[d]
            left[word] = (left[word] - digit) // room
            values[d] = digit
        return values

    def nothing(self, shape: tuple[int, ...]) -> IntArray:
        """Words that stand for *no way at all*."""
        packed = np.zeros((self.words, *shape), np.int64)
        packed[0] = _UNKNOWN
        return packed

    def is_known(self, packed: IntArray) -> BoolArray:
        """Where there is a way."""
        known: BoolArray = packed[0] < _UNKNOWN // 2
        return known

    def add(self, first: IntArray, second: IntArray) -> IntArray:
        """The sum; no way where either has none."""
        total = first + second
        np.copyto(total[0], _UNKNOWN, where=total[0] >= _UNKNOWN // 2)
        return total

    def is_less(self, first: IntArray, second: IntArray) -> BoolArray:
        """Digit by digit; what has no way is never less."""
        less = first[-1] < second[-1]
        for word in range(len(first) - 2, -1, -1):
            less = (first[word] < second[word]) | ((first[word] == second[word]) & less)
        known: BoolArray = less & self.is_known(first)
        return known


def first_least(packed: IntArray) -> IntArray:
    """The first of the least along the second axis (words × k × width)."""
    left = np.ones(packed.shape[1:], np.bool_)
    largest = np.iinfo(np.int64).max
    for word in packed:
        left &= word == np.where(left, word, largest).min(axis=0)
    least: IntArray = left.argmax(axis=0)
    return least
