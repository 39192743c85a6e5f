"""Work side by side: in order, the same wherever it is done, and stopped when somebody asks."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

import pytest

from matcher.scenarios.changes import Leaves
from matcher.scenarios.scenario import ScenarioError
from matcher.scenarios.side_by_side import Cancelled, NoScheduler, Where, side_by_side
from matcher.scenarios.sweep import each_absence, sweep
from tests.scenarios.what_if import base, scenario

FOR_EVER_S = 3600


def plus(more: int, item: int) -> int:
    return more + item


def process(more: int, item: int) -> int:
    return os.getpid()


def never(more: int, item: int) -> int:
    time.sleep(FOR_EVER_S)
    return item


def fails(more: int, item: int) -> int:
    raise ValueError(f"stykke {item}")


def test_answers_come_in_order_and_the_share_rises_to_one() -> None:
    for workers in (1, 2):
        shares: list[float] = []
        where = Where(workers=workers, told=shares.append)
        assert side_by_side(plus, 10, range(5), where) == [10, 11, 12, 13, 14]
        assert shares == sorted(shares)
        assert shares[-1] == 1


def test_two_workers_are_processes_of_their_own() -> None:
    assert os.getpid() not in side_by_side(process, 0, range(4), Where(workers=2))


def test_work_that_never_ends_is_stopped_when_somebody_asks() -> None:
    """Were it waited for, this would take an hour."""
    with pytest.raises(Cancelled):
        side_by_side(never, 0, range(4), Where(workers=2, cancelled=lambda: True))


def test_a_fault_in_a_process_comes_back() -> None:
    with pytest.raises(ValueError, match="stykke"):
        side_by_side(fails, 0, range(3), Where(workers=2))


def test_nothing_begins_where_it_is_stopped_already() -> None:
    with pytest.raises(Cancelled):
        side_by_side(fails, 0, range(3), Where(workers=1, cancelled=lambda: True))


@pytest.fixture(scope="module")
def cluster() -> Iterator[str]:
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
    ) as running:
        yield running.scheduler_address


def test_a_cluster_of_two_workers_gives_the_same_answers(cluster: str) -> None:
    begun = base(2, 0.85)
    tried = [scenario(Leaves(coordinator=p.id)) for p in begun.request.roster.coordinators[:4]]
    assert sweep(begun, tried, Where(scheduler=cluster)) == sweep(begun, tried, Where(workers=1))
    assert each_absence(begun, Where(scheduler=cluster)) == each_absence(begun, Where(workers=1))


def test_a_cluster_is_left_when_somebody_asks(cluster: str) -> None:
    with pytest.raises(Cancelled):
        side_by_side(never, 0, range(2), Where(scheduler=cluster, cancelled=lambda: True))


def test_a_cluster_that_is_not_there_is_told_of() -> None:
    pytest.importorskip("distributed")
    with pytest.raises(NoScheduler, match="Kanskje"):
        side_by_side(plus, 1, range(2), Where(scheduler="tcp://127.0.0.1:9"))


def test_every_fault_of_every_scenario_is_told_before_anything_is_tried() -> None:
    wrong = [scenario(Leaves(coordinator=name)) for name in ("X-1", "X-2")]
    with pytest.raises(ScenarioError) as told:
        sweep(base(), wrong, Where(workers=1))
    assert len(told.value.findings) == 2
