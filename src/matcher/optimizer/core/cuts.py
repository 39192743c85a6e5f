"""Cuts: of three requirements *exactly once*, at most one load can serve two or more.

Subset-row inequalities (Jepsen, Petersen, Spoorendonk and Pisinger 2008); a requirement is a
case's one coordinator or a coordinator's one load.
"""

from __future__ import annotations

import numpy as np

from matcher.optimizer.core.linear import FloatArray
from matcher.optimizer.core.loads import Loads
from matcher.optimizer.program import IntArray

_LEAST_VIOLATION = 0.03
_MOST_A_ROW = 5
_MOST_ROWS = 150


def violated_triples(served: FloatArray, value: FloatArray, most: int) -> IntArray:
    """The ``most`` triples of requirements (cuts × 3) whose cut these loads violate most.

    ``served`` (loads × requirements) is 0 or 1, ``value`` (loads) between 0 and 1.
    """
    shared = ((served > 0) & (value[:, None] < 1 - 1e-6)).sum(axis=0)
    rows = np.flatnonzero(shared > 1)
    if len(rows) > _MOST_ROWS:
        rows = np.sort(rows[np.argsort(-shared[rows], kind="stable")[:_MOST_ROWS]])
    part = served[:, rows]
    pairs = _together(part * value[:, None], part)
    amounts: list[FloatArray] = []
    found: list[IntArray] = []
    for a in range(len(rows) - 2):
        triples = _together(part * (value * part[:, a])[:, None], part)
        violation = pairs[a][:, None] + pairs[a][None, :] + pairs - 2 * triples - 1
        later = np.triu(violation > _LEAST_VIOLATION, 1)
        later[: a + 1] = False
        b, c = np.nonzero(later)
        amounts.append(violation[b, c])
        found.append(np.stack([np.full(len(b), a), b, c], axis=1))
    if not found:
        return np.zeros((0, 3), dtype=np.int64)
    order = np.argsort(-np.concatenate(amounts), kind="stable")
    return rows[_spread(np.concatenate(found)[order], len(rows), most)]


def _together(weighted: FloatArray, part: FloatArray) -> FloatArray:
    """``weighted.T @ part``, but never by a threaded BLAS, whose sums depend on the cores."""
    product: FloatArray = np.einsum("lb,lc->bc", weighted, part)
    return product


def _spread(triples: IntArray, rows: int, most: int) -> IntArray:
    """The first triples, but no requirement in more than a few of them."""
    uses = np.zeros(rows, dtype=np.int64)
    kept: list[IntArray] = []
    for triple in triples:
        if uses[triple].max() < _MOST_A_ROW:
            uses[triple] += 1
            kept.append(triple)
            if len(kept) == most:
                break
    return np.array(kept, dtype=np.int64).reshape(-1, 3)


def served_by(loads: Loads, n: int, m: int) -> FloatArray:
    """Which requirements each load serves (loads × (n + m)): its cases and its coordinator."""
    served = np.zeros((len(loads), n + 1 + m))
    served[np.arange(len(loads))[:, None], loads.cases] = 1.0
    served[np.arange(len(loads)), n + 1 + loads.coordinator] = 1.0
    return np.delete(served, n, axis=1)


def cut_coefficients(loads: Loads, triples: IntArray, n: int) -> FloatArray:
    """Whether each load serves two or more of each triple (loads × cuts)."""
    table = np.zeros((len(loads), len(triples)))
    for q, triple in enumerate(triples.tolist()):
        count = np.zeros(len(loads), dtype=np.int64)
        for row in triple:
            count += loads.having(row) if row < n else loads.coordinator == row - n
        table[:, q] = count >= 2
    return table
