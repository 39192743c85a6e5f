"""Who moves where, as chains: each goes to the one that the next one leaves."""

from __future__ import annotations

from collections.abc import Iterable

from matcher.domain.plan import Move

Chain = tuple[Move, ...]


def chains(first: Move, moved: Iterable[Move]) -> tuple[Chain, ...]:
    """Every move once, in chains; the first of them begins with ``first``.

    In a chain each case goes to the coordinator whom the next one leaves. The last one goes to
    somebody who has room, or to the place that the first one left, or stays without anybody.
    """
    left = sorted(moved, key=lambda move: move.case)
    found = [_followed(first, left)]
    while left:
        found.append(_followed(_begins(left), left))
    return tuple(found)


def _followed(first: Move, left: list[Move]) -> Chain:
    """The chain from a move on; its moves are taken out of those that are ``left``."""
    chain = [first]
    if first in left:
        left.remove(first)
    while (after := _after(chain[-1], left)) is not None:
        left.remove(after)
        chain.append(after)
    return tuple(chain)


def _after(move: Move, left: list[Move]) -> Move | None:
    """Somebody who leaves the coordinator that a move goes to."""
    leaving = (other for other in left if move.to is not None and other.from_ == move.to)
    return next(leaving, None)


def _begins(left: list[Move]) -> Move:
    """A move that no other makes way for; where they go in a ring, any of them."""
    taken = {move.to for move in left}
    return next((move for move in left if move.from_ not in taken), left[0])
