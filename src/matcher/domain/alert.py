"""An alert (varsel): something ahead that somebody should do something about in time."""

from datetime import date

from pydantic import Field

from matcher.domain.frozen import Frozen


class Alert(Frozen):
    """What is ahead, about whom, and when. It says so in one Norwegian sentence or two."""

    kind: str = Field(min_length=1)
    """A stable word for what kind of alert it is, such as ``overgang``."""
    case: str | None = None
    coordinator: str | None = None
    """A coordinator's id: whom the alert is about, or whose case it is."""
    day: date | None = None
    """The day it is about; ``None``: it is so now."""
    message: str
    source: str
    """The statement, law or practice behind the line of the profile."""
