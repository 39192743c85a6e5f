"""Work side by side: in order, the same wherever it is done, and stopped when somebody asks."""

from __future__ import annotations

import os
import pickle
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from matcher.exchange.round_folder import UnusableRound
from matcher.optimizer.choices import ChoicesClash
from matcher.scenarios.changes import Leaves
from matcher.scenarios.scenario import ScenarioError, told
from matcher.scenarios.side_by_side import Cancelled, NoScheduler, Where, side_by_side
from matcher.scenarios.sweep import each_absence, sweep
from tests.scenarios.pieces import GO_ON, fails, never, plus, plus_where, waits
from tests.scenarios.what_if import SMALL, base, scenario


@pytest.mark.parametrize("workers", [1, 2])
def test_answers_come_in_order_and_the_share_rises_to_one(workers: int) -> None:
    """One works here, and two are processes of their own."""
    shares: list[float] = []
    where = Where(workers=workers, told=shares.append)
    answers = side_by_side(plus_where, 10, range(5), where)
    assert [answer for answer, _ in answers] == [10, 11, 12, 13, 14]
    assert (os.getpid() in {process for _, process in answers}) == (workers == 1)
    assert shares == sorted(shares)
    assert shares[-1] == 1


def test_work_that_never_ends_is_stopped_when_somebody_asks() -> None:
    """Were it waited for, this would take an hour."""
    with pytest.raises(Cancelled):
        side_by_side(never, 0, range(4), Where(workers=2, cancelled=lambda: True))


@pytest.mark.parametrize("kind", [ScenarioError, ChoicesClash, UnusableRound])
def test_a_fault_keeps_its_findings_on_the_way_from_a_process(
    kind: type[ScenarioError] | type[ChoicesClash] | type[UnusableRound],
) -> None:
    findings = (told("S-1", "Låsen kan ikke stå."), told("S-2", "Denne heller ikke."))
    fault = pickle.loads(pickle.dumps(kind(findings)))
    assert type(fault) is kind
    assert fault.findings == findings
    assert str(fault) == str(kind(findings))


def test_a_fault_in_a_process_comes_back() -> None:
    with pytest.raises(ValueError, match="stykke"):
        side_by_side(fails, 0, range(3), Where(workers=2))


def test_nothing_begins_where_it_is_stopped_already() -> None:
    with pytest.raises(Cancelled):
        side_by_side(fails, 0, range(3), Where(workers=1, cancelled=lambda: True))


@contextmanager
def cluster(*, processes: bool) -> Iterator[str]:
    """A local cluster of two workers, reached through the network, and its address."""
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(
        n_workers=2,
        threads_per_worker=1,
        processes=processes,
        protocol="tcp://",
        dashboard_address=None,
    ) as running:
        yield running.scheduler_address


@pytest.mark.parametrize("processes", [False, pytest.param(True, marks=pytest.mark.soak)])
def test_a_cluster_of_two_workers_gives_the_same_answers(processes: bool) -> None:
    begun = base(*SMALL)
    tried = [
        scenario(Leaves(coordinator=p.id), others_keep=True)
        for p in begun.request.roster.coordinators
    ]
    with cluster(processes=processes) as address:
        there = sweep(begun, tried, Where(scheduler=address))
        if processes:
            absences = each_absence(begun, Where(scheduler=address))
            assert absences == each_absence(begun, Where(workers=1))
    assert there == sweep(begun, tried, Where(workers=1))


def test_a_cluster_is_left_when_somebody_asks() -> None:
    """What runs there ends by itself: here, when it is let go."""
    GO_ON.clear()
    with cluster(processes=False) as address:
        try:
            with pytest.raises(Cancelled):
                side_by_side(waits, 0, range(2), Where(scheduler=address, cancelled=lambda: True))
        finally:
            GO_ON.set()


def test_a_cluster_that_is_not_there_is_told_of() -> None:
    pytest.importorskip("distributed")
    with pytest.raises(NoScheduler, match="Kanskje"):
        side_by_side(plus, 1, range(2), Where(scheduler="tcp://127.0.0.1:9", patience_s=0.5))


def test_every_fault_of_every_scenario_is_told_before_anything_is_tried() -> None:
    wrong = [scenario(Leaves(coordinator=name)) for name in ("X-1", "X-2")]
    with pytest.raises(ScenarioError) as told:
        sweep(base(), wrong, Where(workers=1))
    assert len(told.value.findings) == 2
