"""The base of every domain type: frozen, and closed to fields it doesn't know."""

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """A value that never changes after it is made; an unknown field is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")
