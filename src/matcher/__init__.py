"""Koordinatormatch: suggests a coordinator for each case, with reasons. A person decides.

The ten names a notebook needs::

    services = Services()
    imported = services.import_path(Path("data/sample/liten.xlsx"), date(2026, 11, 23))
    plan = services.run_round(RoundRequest(imported.roster, load_profile("farsund")))

Each is read in at its first use: a process that only helps with a part needn't know the rest.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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

_HOMES = {
    "Case": ("matcher.domain.case", "Case"),
    "Choice": ("matcher.domain.choice", "Choice"),
    "Coordinator": ("matcher.domain.coordinator", "Coordinator"),
    "Plan": ("matcher.domain.plan", "Plan"),
    "Roster": ("matcher.domain.roster", "Roster"),
    "RoundRequest": ("matcher.services", "RoundRequest"),
    "Services": ("matcher.services", "Services"),
    "assign": ("matcher.optimizer.assign", "assign"),
    "generate": ("matcher.sample", "generate"),
    "load_profile": ("matcher.profiles.load", "load"),
}


def __getattr__(name: str) -> object:
    """One of the ten names, from where it lives."""
    if name not in _HOMES:
        raise AttributeError(f"module 'matcher' has no attribute {name!r}")
    module, there = _HOMES[name]
    return getattr(import_module(module), there)
