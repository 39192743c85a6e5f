"""Small changes that could make a round turn out otherwise, one kind a class."""

from matcher.explain.changes.by_family import Wished, WishLetGo
from matcher.explain.changes.by_ke import AskedToChange, SetAside, Unbanned, Unlocked
from matcher.explain.changes.by_services import (
    InvestigationOver,
    MoreHours,
    SaysYes,
    ThereAtStart,
    Trained,
)
from matcher.explain.changes.change import Change
from matcher.explain.changes.of_settings import MovesEasier, Weighed, reweighed

__all__ = [
    "AskedToChange",
    "Change",
    "InvestigationOver",
    "MoreHours",
    "MovesEasier",
    "SaysYes",
    "SetAside",
    "ThereAtStart",
    "Trained",
    "Unbanned",
    "Unlocked",
    "Weighed",
    "WishLetGo",
    "Wished",
    "reweighed",
]
