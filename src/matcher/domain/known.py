"""Questions to facts that may be missing: yes, no, or ``None`` for not known (Kleene's logic)."""

from collections.abc import Collection, Iterable
from typing import TypeVar

Value = TypeVar("Value")


def among(value: Value | None, allowed: Collection[Value]) -> bool | None:
    """Whether the value is one of these; ``None`` where the value isn't known."""
    return None if value is None else value in allowed


def any_of(answers: Iterable[bool | None]) -> bool | None:
    """Yes where one is yes, no where all are no, otherwise not known."""
    listed = list(answers)
    if True in listed:
        return True
    return None if None in listed else False
