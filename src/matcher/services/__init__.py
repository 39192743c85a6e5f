"""The things a user can do: the only door for the command line and the pages."""

from dataclasses import dataclass

from matcher.domain.choice import Choice
from matcher.exchange.imported import Imported
from matcher.exchange.round_folder import OpenedRound, UnusableRound
from matcher.explain.demand import Demand
from matcher.explain.firmness import Firmness
from matcher.explain.shortage import WhatWouldPlace, WhyNobody
from matcher.explain.solved_round import NotInRound, RoundRequest, SolvedRound
from matcher.explain.what_would_change import WhatWouldChange
from matcher.explain.why_not import WhyNot
from matcher.letters import DecidedBy, LetterError, LetterKind
from matcher.optimizer.choices import ChoicesClash
from matcher.profiles.load import ProfileError
from matcher.services.data import Data
from matcher.services.history import History
from matcher.services.letters import Letters
from matcher.services.progress import Progress
from matcher.services.questions import Questions
from matcher.services.rounds import Rounds
from matcher.storage.errors import NotKept, Stale, StorageUnavailable

__all__ = [
    "Choice",
    "ChoicesClash",
    "DecidedBy",
    "Demand",
    "Firmness",
    "Imported",
    "LetterError",
    "LetterKind",
    "NotInRound",
    "NotKept",
    "OpenedRound",
    "ProfileError",
    "Progress",
    "RoundRequest",
    "Services",
    "SolvedRound",
    "Stale",
    "StorageUnavailable",
    "UnusableRound",
    "WhatWouldChange",
    "WhatWouldPlace",
    "WhyNobody",
    "WhyNot",
]


@dataclass(frozen=True)
class Services(Data, Rounds, Questions, Letters, History):
    """Everything a user can do, each kind in a file of its own."""
