"""Plans nearly as good as the round's own, for chains to begin in.

A chain does no more than a few moves, and the best plan with a pair often does a dozen. But most of
what it does beside the pair is the same for most pairs: some families change places at hardly any
cost, and hours come free. So a few pairs are solved to the end, the case is sent back to whom it
has in the round, and what is left is a plan that chains for other pairs can begin in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from matcher.optimizer.consequences.chains import Chains
from matcher.optimizer.consequences.pool import Pair
from matcher.optimizer.program import UNPLACED, IntArray

_PLANS, _TRIED = 3, 8
"""So many plans are enough, and so many pairs are solved to find them."""
_MANY_MOVES = 6
"""More than this a plan has to move, or a chain would have found it."""


def nearby(chains: Chains, best_with: Callable[[Pair, IntArray], IntArray]) -> tuple[Chains, ...]:
    """Chains from a few other plans; ``best_with`` a pair, from a plan that has it, is a plan."""
    found: dict[bytes, Chains] = {}
    for pair, plan in _some_pairs(chains):
        best = best_with(pair, plan)
        if (best != chains.plan).sum() <= _MANY_MOVES:
            continue
        case = pair[0]
        back = Chains(chains.stakes, best).with_pair(case, int(chains.plan[case]), closely=True)
        if back is not None and (back != chains.plan).any() and back.tobytes() not in found:
            found[back.tobytes()] = Chains(chains.stakes, back)
        if len(found) == _PLANS:
            break
    return tuple(found.values())


def _some_pairs(chains: Chains) -> Iterator[tuple[Pair, IntArray]]:
    """Cases from all over the round, each with the other coordinator that seems the best."""
    placed = np.flatnonzero(chains.plan != UNPLACED)
    for case in placed[:: max(1, len(placed) // _TRIED)][:_TRIED].tolist():
        others = np.flatnonzero(chains.stakes.open[case]).tolist()
        plans = {j: chains.with_pair(case, j) for j in others if j != chains.plan[case]}
        known = {j: plan for j, plan in plans.items() if plan is not None}
        if known:
            j = min(known, key=lambda j: (chains.stakes.values(known[j]), j))
            yield (case, j), known[j]
