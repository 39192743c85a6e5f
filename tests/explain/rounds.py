"""Small rounds on invented rosters, run as the services run them."""

from __future__ import annotations

from datetime import date
from functools import cache

from matcher.domain.plan import Plan
from matcher.domain.roster import Roster
from matcher.profiles.load import load
from matcher.sample import generate
from matcher.services import RoundRequest, Services

ON = date(2026, 11, 23)


@cache
def roster(
    profile: str = "farsund", cases: int = 14, coordinators: int = 7, seed: int = 3
) -> Roster:
    """An invented roster, small enough to be solved in a moment."""
    return generate(municipality=profile, cases=cases, coordinators=coordinators, seed=seed, on=ON)


@cache
def plan(profile: str = "farsund", cases: int = 14, coordinators: int = 7, seed: int = 3) -> Plan:
    """Its round."""
    request = RoundRequest(roster(profile, cases, coordinators, seed), load(profile))
    return Services().run_round(request)
