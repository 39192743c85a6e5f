"""A scenario saved with a round is there, with its answer, when the round is opened again."""

from __future__ import annotations

from matcher.scenarios.changes import Leaves, WeightChanged
from matcher.services import Scenario, Services
from tests.services.made_rounds import kept_round


def test_what_was_tried_is_shown_and_tried_again_when_the_round_is_opened(
    services: Services,
) -> None:
    opened = kept_round(services)
    assert opened.id is not None
    tried = Scenario(
        title="Kari slutter",
        changes=(Leaves(coordinator="K-1"), WeightChanged(criterion="onske", weight=40)),
        others_keep=True,
    )
    base = services.base_of(services.resume(services.request_of(opened), opened.plan))
    told, _ = services.what_if(base, tried)
    services.save_scenario(tried, told, round_id=opened.id, who="anne")

    again = services.open_kept_round(opened.id, who="bjorn")
    (kept,) = services.saved_scenarios(again.id or 0, who="bjorn")
    assert services.saved_scenario(kept) == tried
    assert kept.says == told.says
    rebuilt = services.base_of(services.resume(services.request_of(again), again.plan))
    assert services.what_if(rebuilt, services.saved_scenario(kept))[0] == told
    services.remove_scenario(kept.id, who="bjorn")
    assert services.saved_scenarios(opened.id, who="anne") == ()
