"""A standing choice: a pair that KE has locked, banned or prefers, in every round from now on."""

from enum import StrEnum

from pydantic import Field

from matcher.domain.choice import Choice
from matcher.domain.frozen import Frozen


class ChoiceKind(StrEnum):
    """Whether the pair must be, must not be, or should be where it can."""

    LOCK = "lås"
    BAN = "sperring"
    PREFERENCE = "foretrukket"


class StandingChoice(Frozen):
    """A lock, a ban or a preference with its reason, kept from round to round."""

    kind: ChoiceKind
    case: str = Field(min_length=1)
    coordinator: str = Field(min_length=1)
    reason: str | None = None
    version: int = Field(default=0, ge=0)
    """Which writing this is: 0 before it is kept, then one more each time."""

    @property
    def choice(self) -> Choice:
        """The pair as a round takes it."""
        return Choice(case=self.case, coordinator=self.coordinator, reason=self.reason)
