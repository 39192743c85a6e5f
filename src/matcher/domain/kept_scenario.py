"""A scenario that is saved with a round, to be looked at again."""

from datetime import datetime

from pydantic import Field

from matcher.domain.frozen import Frozen


class KeptScenario(Frozen):
    """What was tried beside a kept round, and what it showed. It names no case."""

    id: int
    round_id: int
    title: str = Field(min_length=1)
    content: str
    """The scenario as TOML, without its title."""
    says: tuple[str, ...]
    """The answer in short, as it was when it was saved."""
    saved_at: datetime
    saved_by: str
    """The person's name."""
