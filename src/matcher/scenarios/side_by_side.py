"""Many like pieces of work side by side: in processes here, or on a Dask cluster.

The answers come in the order of the pieces, and are the same wherever they are worked out.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from multiprocessing import get_context
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
Told = Callable[[float], None]
Stop = Callable[[Sequence[Future[Any]]], None]

OFTEN_S = 0.2
"""So often it is asked whether to stop."""


class Cancelled(Exception):
    """Somebody asked the work to stop."""


class NoScheduler(Exception):
    """A cluster that can't be reached; the message is for the user."""


def cores() -> int:
    """The cores this program may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def spare_cores() -> int:
    """All cores but the one that whoever waits is served by."""
    return max(1, cores() - 1)


def _silent(share: float) -> None:
    """Nobody hears how far it has come."""


def _never() -> bool:
    """Nobody stops it."""
    return False


@dataclass(frozen=True)
class Where:
    """Where the work is done, who hears how far it has come, and who may stop it."""

    workers: int | None = None
    """Processes; ``None``: as many as the cores, 1: here, without a process."""
    scheduler: str | None = None
    """The address of a Dask cluster, instead of processes here."""
    patience_s: float = 10.0
    """So long a cluster has to answer at first."""
    told: Told = _silent
    """Hears the share (0–1) that is done."""
    cancelled: Callable[[], bool] = _never
    """Asked now and then whether to stop."""


HERE = Where()


def side_by_side(
    work: Callable[[Any, Item], Result], base: object, items: Sequence[Item], where: Where
) -> list[Result]:
    """``work(base, item)`` for each item, in order.

    ``work`` is a function of a module, and all else can be pickled. Raises ``Cancelled`` within a
    second of somebody asking for it, ``NoScheduler``, and what ``work`` raises.
    """
    count = min(len(items), where.workers or cores())
    if where.scheduler is None and count <= 1:
        return list(_here(work, base, items, where))
    packed = pickle.dumps(base)
    place = (
        _processes(count)
        if where.scheduler is None
        else _cluster(where.scheduler, where.patience_s)
    )
    with place as (executor, stop):
        futures = [executor.submit(_unpacked, work, packed, item) for item in items]
        try:
            _wait(futures, where)
            return [future.result() for future in futures]
        except BaseException:
            stop(futures)
            raise


def _here(
    work: Callable[[Any, Item], Result], base: object, items: Sequence[Item], where: Where
) -> Iterator[Result]:
    for done, item in enumerate(items, 1):
        if where.cancelled():
            raise Cancelled
        yield work(base, item)
        where.told(done / len(items))


def _wait(futures: list[Future[Result]], where: Where) -> None:
    left = set(futures)
    while left:
        done, left = wait(left, timeout=OFTEN_S, return_when=FIRST_COMPLETED)
        for future in done:
            future.result()
        if done:
            where.told(1 - len(left) / len(futures))
        if where.cancelled():
            raise Cancelled


@contextmanager
def _processes(count: int) -> Iterator[tuple[Executor, Stop]]:
    """Processes that are ended at once when the work is to stop, whatever they are in."""
    with ProcessPoolExecutor(count, get_context("spawn")) as executor:

        def stop(futures: Sequence[Future[Any]]) -> None:
            for process in list((executor._processes or {}).values()):
                process.kill()

        yield executor, stop


@contextmanager
def _cluster(address: str, patience_s: float) -> Iterator[tuple[Executor, Stop]]:
    """A Dask cluster; what already runs there goes on to its end when it is stopped."""
    try:
        distributed = import_module("distributed")
    except ImportError as missing:
        text = "Dask er ikke installert. Kanskje: pip install koordinatormatch[dask]"
        raise NoScheduler(text) from missing
    try:
        client = distributed.Client(address, timeout=patience_s)
    except (OSError, ValueError) as unreachable:
        text = f"Når ikke klyngen på «{address}». Kanskje er adressen skrevet feil?"
        raise NoScheduler(text) from unreachable
    with client, client.get_executor(pure=False) as executor:

        def stop(futures: Sequence[Future[Any]]) -> None:
            for future in futures:
                future.cancel()

        yield executor, stop


def _unpacked(work: Callable[[Any, Item], Result], packed: bytes, item: Item) -> Result:
    return work(_base(packed), item)


@lru_cache(maxsize=1)
def _base(packed: bytes) -> Any:
    """The base, unpacked once in each process."""
    return pickle.loads(packed)
