"""Letters to the family, the coordinator and the leader, and the meeting agenda."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from matcher.domain.plan import Plan
from matcher.domain.roster import Roster
from matcher.letters import DecidedBy, Letter, LetterKind
from matcher.letters import letter as written_letter
from matcher.profiles.profile import Profile
from matcher.services.ground import Ground


@dataclass(frozen=True)
class Letters(Ground):
    """What is written to people about a case."""

    def letter(
        self,
        plan: Plan,
        roster: Roster,
        profile: Profile,
        case: str,
        language: str,
        *,
        kind: LetterKind = LetterKind.FAMILY,
        decided: DecidedBy | None = None,
        words: Path | None = None,
    ) -> Letter:
        """A letter about a case: ``text`` for a page, ``pdf`` to send; a suggestion until decided.

        Raises ``LetterError``, which tells every fault.
        """
        return written_letter(
            kind, plan, roster, profile, case, language, decided=decided, words=words
        )
