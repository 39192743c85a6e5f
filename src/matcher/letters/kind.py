"""Which letters there are."""

from enum import StrEnum


class LetterKind(StrEnum):
    """To whom a letter goes; the value is the word a user writes."""

    FAMILY = "familie"
    COORDINATOR = "koordinator"
    LEADER = "leder"
    AGENDA = "saksliste"
