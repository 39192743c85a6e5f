"""The things a user can do: the only door for the command line and the pages."""

from dataclasses import dataclass

from matcher.domain.choice import Choice
from matcher.exchange.imported import Imported
from matcher.exchange.round_folder import OpenedRound, UnusableRound
from matcher.explain.demand import Demand, Demands
from matcher.explain.firmness import Firmness
from matcher.explain.shortage import WhatWouldPlace, WhyNobody
from matcher.explain.solved_round import NotInRound, RoundRequest, SolvedRound
from matcher.explain.what_would_change import WhatWouldChange
from matcher.explain.why_not import WhyNot
from matcher.letters import DecidedBy, LetterError, LetterKind
from matcher.optimizer.choices import ChoicesClash
from matcher.profiles.load import ProfileError
from matcher.scenarios.over_time import Horizon
from matcher.scenarios.report import Report
from matcher.scenarios.scenario import Scenario, ScenarioError
from matcher.scenarios.side_by_side import Cancelled, NoScheduler, Where
from matcher.services.about import About
from matcher.services.access import NotAllowed
from matcher.services.accounts import Accounts
from matcher.services.apart import Apart, WentWrong
from matcher.services.backups import Backups
from matcher.services.blocked import Blocked
from matcher.services.data import Data
from matcher.services.decisions import Decisions, Settled
from matcher.services.desk import Desk, NotInPlace, Pair
from matcher.services.editing import Editing
from matcher.services.exports import Exports
from matcher.services.history import History
from matcher.services.letters import Letters
from matcher.services.oversight import Oversight
from matcher.services.people import People
from matcher.services.profiles import Profiles
from matcher.services.progress import Progress
from matcher.services.questions import Questions
from matcher.services.rounds import Ran, Rounds
from matcher.services.saved_scenarios import SavedScenarios
from matcher.services.scenarios import Scenarios
from matcher.services.tasks import Tasks, Wanted
from matcher.services.upkeep import Upkeep
from matcher.storage.errors import BadBackup, NotKept, SealedOff, Stale, StorageUnavailable

__all__ = [
    "Apart",
    "BadBackup",
    "Cancelled",
    "Choice",
    "ChoicesClash",
    "DecidedBy",
    "Demand",
    "Demands",
    "Desk",
    "Firmness",
    "Horizon",
    "Imported",
    "LetterError",
    "LetterKind",
    "NoScheduler",
    "NotAllowed",
    "NotInPlace",
    "NotInRound",
    "NotKept",
    "OpenedRound",
    "Pair",
    "ProfileError",
    "Progress",
    "Ran",
    "Report",
    "RoundRequest",
    "Scenario",
    "ScenarioError",
    "SealedOff",
    "Services",
    "Settled",
    "SolvedRound",
    "Stale",
    "StorageUnavailable",
    "UnusableRound",
    "Wanted",
    "WentWrong",
    "WhatWouldChange",
    "WhatWouldPlace",
    "Where",
    "WhyNobody",
    "WhyNot",
]


@dataclass(frozen=True)
class Services(
    Data,
    Editing,
    Profiles,
    Upkeep,
    Rounds,
    Decisions,
    Tasks,
    Oversight,
    Exports,
    Questions,
    Scenarios,
    SavedScenarios,
    Letters,
    People,
    History,
    Accounts,
    Backups,
    Blocked,
    About,
):
    """Everything a user can do, each kind in a file of its own."""
