"""Koordinatormatch: suggests a coordinator for each case, with reasons. A person decides.

The ten names a notebook needs::

    services = Services()
    imported = services.import_path(Path("data/sample/liten.xlsx"), date(2026, 11, 23))
    plan = services.run_round(RoundRequest(imported.roster, load_profile("farsund")))
"""

from matcher.domain.case import Case
from matcher.domain.choice import Choice
from matcher.domain.coordinator import Coordinator
from matcher.domain.plan import Plan
from matcher.domain.roster import Roster
from matcher.optimizer.assign import assign
from matcher.profiles.load import load as load_profile
from matcher.sample import generate
from matcher.services import RoundRequest, Services

__all__ = [
    "Case",
    "Choice",
    "Coordinator",
    "Plan",
    "Roster",
    "RoundRequest",
    "Services",
    "assign",
    "generate",
    "load_profile",
]
