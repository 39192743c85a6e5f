"""The ranking of every case; where much is to be proven, part by part in processes side by side.

How the cases are shared hangs on nothing but their order, and the parts don't hear of each other.
So the answer is the same with one core as with several.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import ExitStack
from functools import lru_cache
from multiprocessing import get_context
from os import cpu_count

from matcher.explain.ranking import Candidate, Depth, ranked
from matcher.optimizer.consequence import Consequences

Told = Callable[[float], None]


def ranked_all(consequences: Consequences, depth: Depth, told: Told) -> list[list[Candidate]]:
    """The coordinators of every case, in the cases' order; ``told`` hears the share done."""
    n = consequences.problem.shape[0]
    parts = [range(part, n, depth.parts) for part in range(depth.parts)]
    apart = len(parts) > 1 and n > 1 and (cpu_count() or 1) > 1
    way = _side_by_side if apart else _in_turn
    found: dict[int, list[Candidate]] = {}
    for case, candidates in way(consequences, depth, parts):
        found[case] = candidates
        told(len(found) / n)
    return [found[case] for case in range(n)]


def _in_turn(
    consequences: Consequences, depth: Depth, parts: Sequence[range]
) -> Iterator[tuple[int, list[Candidate]]]:
    for part in parts:
        own = consequences if len(parts) == 1 else consequences.anew()
        for done, case in enumerate(part, 1):
            yield case, ranked(own, case, depth, depth.work_a_case * done)


def _side_by_side(
    consequences: Consequences, depth: Depth, parts: Sequence[range]
) -> Iterator[tuple[int, list[Candidate]]]:
    packed = pickle.dumps(consequences.anew())
    with ExitStack() as stack:
        answers: list[tuple[int, Future[list[Candidate]]]] = []
        for part in parts:
            process = stack.enter_context(ProcessPoolExecutor(1, get_context("spawn")))
            answers += [
                (case, process.submit(_ranked, packed, case, depth, depth.work_a_case * done))
                for done, case in enumerate(part, 1)
            ]
        for case, answer in sorted(answers, key=lambda asked: asked[0]):
            yield case, answer.result()


def _ranked(packed: bytes, case: int, depth: Depth, most_work: int) -> list[Candidate]:
    return ranked(_unpacked(packed), case, depth, most_work)


@lru_cache(maxsize=1)
def _unpacked(packed: bytes) -> Consequences:
    """The round, unpacked once in each process, which remembers what each pair teaches."""
    consequences: Consequences = pickle.loads(packed)
    return consequences
