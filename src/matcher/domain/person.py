"""A named person who uses the program. What is decided, is decided by one of them."""

from pydantic import Field

from matcher.domain.frozen import Frozen


class Person(Frozen):
    """Somebody at KE, a leader or a coordinator, as the history names them."""

    id: str = Field(min_length=1)
    name: str = Field(min_length=1)
    is_active: bool = True
    """No longer so when they leave; the history still names them."""
    version: int = Field(default=0, ge=0)
    """Which writing this is: 0 before it is kept, then one more each time."""
