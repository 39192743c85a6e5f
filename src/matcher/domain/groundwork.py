"""The groundwork (forarbeid) of a decision: what was done before it, and by whom."""

from datetime import date

from pydantic import Field

from matcher.domain.frozen import Frozen


class Approval(Frozen):
    """Somebody has said yes to the choice."""

    by: str = Field(min_length=1)
    """Whose approval it is, as the profile names them."""
    person: str = Field(min_length=1)
    """Who gave it."""
    on: date


class Groundwork(Frozen):
    """What is noted before a decision is final. ``None`` is *not noted*, never *not done*."""

    user_heard_on: date | None = None
    """The person or the guardians have been heard in the choice (S027, S078, S101)."""
    user_said: str | None = None
    child_heard_on: date | None = None
    child_not_heard_because: str | None = None
    """Why the child wasn't heard, such as that it can't form a view of it."""
    candidate_asked_on: date | None = None
    candidate_accepts: bool | None = None
    """The answer of the one who is asked (S100)."""
    hours_confirmed_on: date | None = None
    """The leader has said yes to the hours (S074)."""
    assessment: str | None = None
    """The professional assessment, in words (S025, S077)."""
    outgoing_recommends: str | None = None
    """What the acting coordinator recommends, where another is to take over (S099)."""
    approvals: tuple[Approval, ...] = ()
