"""Every alert that the profile asks for: what is so now first, then by its day."""

from __future__ import annotations

from datetime import date

import pytest

from matcher.alerts import ALERTS
from matcher.alerts.raised import raised
from matcher.domain.vocabulary import Transition
from matcher.profiles.alert_lines import AlertLines
from matcher.profiles.load import builtin, load
from tests.alerts.seen import CASE, KARI, PROFILE, seen

MUCH = seen(
    CASE.model_copy(
        update={
            "birth_month": date(2009, 3, 1),
            "next_transition": Transition.TO_UPPER_SECONDARY,
            "transition_date": date(2027, 1, 4),
        }
    ),
    KARI.model_copy(update={"training_date": None, "employed_to": date(2027, 1, 1)}),
)


def test_kinds_are_told_in_the_order_of_the_profile_and_each_has_its_line() -> None:
    assert [kind.id for kind in ALERTS] == list(AlertLines.model_fields)
    assert all(kind.title != kind.id for kind in ALERTS)


def test_what_is_so_now_comes_first_and_the_rest_by_its_day() -> None:
    told = raised(MUCH)
    assert [one.kind for one in told] == ["opplaering", "slutter", "overgang", "fyller_18"]
    days = [one.day or date.min for one in told]
    assert days == sorted(days)


@pytest.mark.parametrize("name", builtin())
def test_every_municipality_is_told_with_its_own_source(name: str) -> None:
    profile = load(name)
    assert profile.alerts is not None
    view = seen(MUCH.roster.cases[0], MUCH.roster.coordinators[0], profile=profile)
    told = raised(view)
    assert {one.kind for one in told} == {"opplaering", "slutter", "overgang", "fyller_18"}
    for one in told:
        assert one.source == getattr(profile.alerts, one.kind).source


def test_a_profile_without_alerts_tells_none() -> None:
    assert raised(seen(profile=PROFILE.model_copy(update={"alerts": None}))) == ()
