"""Which pairs are left open when a tier is settled, doesn't change what the tier measures."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from matcher.optimizer.consequences.exactly import settle
from matcher.optimizer.consequences.stakes import Stakes
from matcher.optimizer.goals import choosing, placing
from matcher.optimizer.program import UNPLACED
from tests.optimizer.tiny import round_of


def test_a_family_whose_own_pair_is_closed_still_loses_its_coordinator() -> None:
    """K-0 has room for one, and S-0 has K-0; with S-1 there instead, S-0 is left with nobody."""
    round_ = round_of([[50], [50]], [4, 4], [4])
    round_ = replace(round_, current=np.array([0, UNPLACED]))
    stakes = Stakes.of(round_, (*placing(round_), *choosing(round_)))
    assert stakes is not None
    kept = np.array([[False], [True]])
    least = np.zeros(stakes.tiers, np.int64)
    found = settle(stakes, (1, 0), 0, least, kept, 5.0)
    assert found.is_settled
    assert found.plan is None
