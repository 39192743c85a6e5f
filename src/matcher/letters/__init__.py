"""Letters: to the family, the coordinator and the leader, and the agenda of a meeting.

Each is written from a plan, the roster and the profile it was made with, for one case, and raises
``LetterError`` with every reason why it can't be. Nothing is decided by a letter: without
``decided`` it says that it is a suggestion. ``words`` is a folder with the municipality's own
texts, laid over the program's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from matcher.domain.plan import Plan
from matcher.domain.roster import Roster
from matcher.letters.document import Document
from matcher.letters.error import LetterError
from matcher.letters.for_family import to_family
from matcher.letters.for_staff import agenda, to_coordinator, to_leader
from matcher.letters.ground import DecidedBy, Ground, ground
from matcher.letters.kind import LetterKind
from matcher.letters.language import Language
from matcher.letters.letter import Letter
from matcher.profiles.profile import Profile

__all__ = [
    "DecidedBy",
    "Language",
    "Letter",
    "LetterError",
    "LetterKind",
    "coordinator_letter",
    "family_letter",
    "leader_letter",
    "letter",
    "meeting_agenda",
]

WRITERS: Mapping[LetterKind, Callable[[Ground], Document]] = {
    LetterKind.FAMILY: to_family,
    LetterKind.COORDINATOR: to_coordinator,
    LetterKind.LEADER: to_leader,
    LetterKind.AGENDA: agenda,
}


def letter(
    kind: LetterKind,
    plan: Plan,
    roster: Roster,
    profile: Profile,
    case: str,
    language: Language | str,
    *,
    decided: DecidedBy | None = None,
    words: Path | None = None,
) -> Letter:
    """A letter of one kind. Raises ``LetterError``."""
    on = ground(plan, roster, profile, case, language, decided=decided, words=words)
    return Letter(WRITERS[kind](on))


family_letter = partial(letter, LetterKind.FAMILY)
"""What the family may be told: who is suggested, what was weighed, how its wishes were heard."""

coordinator_letter = partial(letter, LetterKind.COORDINATOR)
"""Tasks, time, stand-in, meetings a year, and a checklist for the start."""

leader_letter = partial(letter, LetterKind.LEADER)
"""What is asked of the unit, and of the leader as stand-in."""

meeting_agenda = partial(letter, LetterKind.AGENDA)
"""The agenda for a meeting of the ansvarsgruppe (S110)."""
