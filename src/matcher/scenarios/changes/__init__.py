"""The kinds of change that a scenario can make, one a file. ``KINDS`` is in the page's order."""

from matcher.scenarios.changes.away import Away
from matcher.scenarios.changes.change import ScenarioChange
from matcher.scenarios.changes.hours import Hours
from matcher.scenarios.changes.leaves import Leaves
from matcher.scenarios.changes.new_cases import NewCases
from matcher.scenarios.changes.new_position import NewPosition
from matcher.scenarios.changes.rule_changed import RuleChanged
from matcher.scenarios.changes.transitions import Transitions
from matcher.scenarios.changes.unit_closed import UnitClosed
from matcher.scenarios.changes.unit_opened import UnitOpened
from matcher.scenarios.changes.weight_changed import WeightChanged

KINDS: tuple[type[ScenarioChange], ...] = (
    Leaves,
    Away,
    Hours,
    NewPosition,
    UnitOpened,
    UnitClosed,
    NewCases,
    Transitions,
    RuleChanged,
    WeightChanged,
)

__all__ = [
    "KINDS",
    "Away",
    "Hours",
    "Leaves",
    "NewCases",
    "NewPosition",
    "RuleChanged",
    "ScenarioChange",
    "Transitions",
    "UnitClosed",
    "UnitOpened",
    "WeightChanged",
]
