"""A round that is run is kept in somebody's name, and the same one isn't run twice."""

from pathlib import Path
from typing import Any

import pytest

from matcher.domain.choice import Choice
from matcher.domain.plan import Plan
from matcher.profiles.load import text_of
from matcher.services import RoundRequest, Services, StorageUnavailable
from tests.services.made_rounds import ROSTER

TEXT = text_of("farsund")


class Counting(Services):
    """Counts the rounds that are worked out."""

    ran: int = 0

    def run_round(self, *given: Any, **named: Any) -> Plan:
        type(self).ran += 1
        return super().run_round(*given, **named)


@pytest.fixture
def counting(tmp_path: Path) -> Counting:
    Counting.ran = 0
    services = Counting(database_url=f"sqlite:///{tmp_path / 'prøve.db'}")
    services.enter("Anne")
    services.enter("Per", by="anne")
    return services


def request(services: Services, **facts: Any) -> RoundRequest:
    return RoundRequest(ROSTER, services.profile("farsund"), **facts)


def test_the_same_round_is_fetched_and_not_run_again(counting: Counting) -> None:
    first = counting.run_and_keep(request(counting), TEXT, who="anne")
    again = counting.run_and_keep(request(counting), TEXT, who="per")
    assert (first.is_new, again.is_new) == (True, False)
    assert again.round.plan == first.round.plan
    assert again.round.id == first.round.id == 1
    assert counting.ran == 1


@pytest.mark.parametrize("facts", [{"seed": 3}, {"bans": (Choice(case="S-1", coordinator="K-1"),)}])
def test_a_round_that_is_asked_otherwise_is_run(
    counting: Counting, facts: dict[str, object]
) -> None:
    counting.run_and_keep(request(counting), TEXT, who="anne")
    assert counting.run_and_keep(request(counting, **facts), TEXT, who="anne").is_new
    assert counting.ran == 2


def test_without_a_name_nothing_is_kept(counting: Counting) -> None:
    ran = counting.run_and_keep(request(counting), TEXT, who=None)
    assert ran.round.id is None
    assert ran.unkept_because is None
    assert counting.kept_rounds() == ()


def test_an_answer_is_not_lost_where_the_database_fails(tmp_path: Path) -> None:
    (tmp_path / "fil").touch()
    services = Services(database_url=f"sqlite:///{tmp_path / 'fil' / 'prøve.db'}")
    with pytest.raises(StorageUnavailable):
        services.kept_rounds()
    ran = services.run_and_keep(request(services), TEXT, who="anne")
    assert ran.round.plan.cases
    assert ran.round.id is None
    assert ran.unkept_because
