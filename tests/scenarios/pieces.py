"""Pieces of work for a process of its own, which has little to read in before it begins."""

from __future__ import annotations

import os
import time
from threading import Event

FOR_EVER_S = 3600
GO_ON = Event()


def plus(more: int, item: int) -> int:
    return more + item


def plus_where(more: int, item: int) -> tuple[int, int]:
    return more + item, os.getpid()


def never(more: int, item: int) -> int:
    time.sleep(FOR_EVER_S)
    return item


def waits(more: int, item: int) -> bool:
    return GO_ON.wait(FOR_EVER_S)


def fails(more: int, item: int) -> int:
    raise ValueError(f"stykke {item}")
