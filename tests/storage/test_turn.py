"""Turns to write are given in the order they were asked for."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

from matcher.storage.turn import Turn

LONG_S = 30


def waits(turn: Turn, number: int, order: list[int]) -> threading.Thread:
    """Somebody who waits for a turn, notes that it came, and gives it on."""

    def comes() -> None:
        assert turn.acquire(LONG_S)
        order.append(number)
        turn.release()

    thread = threading.Thread(target=comes)
    thread.start()
    while len(turn._waiting) <= number:
        threading.Event().wait(0.001)
    return thread


def test_those_who_wait_come_in_the_order_they_asked() -> None:
    turn, order = Turn(), list[int]()
    assert turn.acquire(LONG_S)
    threads = [waits(turn, number, order) for number in range(8)]
    assert order == []
    turn.release()
    for thread in threads:
        thread.join()
    assert order == list(range(8))
    assert turn.acquire(0)


def test_whoever_gives_up_is_passed_by_and_takes_nobodys_turn() -> None:
    turn = Turn()
    assert turn.acquire(0)
    assert not turn.acquire(0.01)
    turn.release()
    assert turn.acquire(0)
    turn.release()


def test_many_at_once_never_have_it_together() -> None:
    turn, inside, most = Turn(), [0], [0]

    def works(_: int) -> None:
        for _ in range(50):
            if not turn.acquire(0.002):
                continue
            inside[0] += 1
            most[0] = max(most[0], inside[0])
            threading.Event().wait(0.0001)
            inside[0] -= 1
            turn.release()

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(works, range(8)))
    assert most == [1]
    assert turn.acquire(0)
