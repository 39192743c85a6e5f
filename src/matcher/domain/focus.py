"""The seven faglige fokus, 0–3 each: a case's needs, or a coordinator's competence."""

from typing import Annotated

from pydantic import Field

from matcher.domain.frozen import Frozen
from matcher.domain.vocabulary import Focus

Level = Annotated[int | None, Field(ge=0, le=3)]


class FocusLevels(Frozen):
    """0 nothing, 3 much; ``None`` not known (S029, S053, S121)."""

    somatic: Level = None
    mental_health: Level = None
    substance_use: Level = None
    education: Level = None
    behaviour: Level = None
    reduced_function: Level = None
    social: Level = None

    def level(self, focus: Focus) -> int | None:
        """The level of one focus."""
        level: int | None = getattr(self, FIELD_OF[focus])
        return level


FIELD_OF: dict[Focus, str] = {focus: focus.name.lower() for focus in Focus}
