"""What is kept is parsed once for all who have it open at the same time.

What nobody has open any longer is forgotten, and what has been changed, as by an erasure, is
another text.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Generic, TypeVar
from weakref import WeakValueDictionary

from pydantic_core import from_json

from matcher.domain.plan import CasePlan, Plan
from matcher.domain.roster import Roster
from matcher.storage.column_types import unpacked
from matcher.storage.shared_parts import Seen, case_sharing

Whole = TypeVar("Whole", Plan, Roster)


class ParsedOnce(Generic[Whole]):
    """The frozen values of packed texts, for as long as somebody holds them."""

    def __init__(self, parse: Callable[[bytes], Whole]) -> None:
        self._parse: Callable[[bytes], Whole] = parse
        self._held: WeakValueDictionary[bytes, Whole] = WeakValueDictionary()

    def __call__(self, packed: bytes) -> Whole:
        """What the text says: the same value to everybody."""
        name = hashlib.sha256(packed).digest()
        held = self._held.get(name)
        if held is None:
            held = self._held[name] = self._parse(unpacked(packed))
        return held


def _plan(text: bytes) -> Plan:
    """A case at a time, so that all that is equal is never there at once."""
    told = from_json(text)
    cases, seen = told["cases"][::-1], Seen()
    whole = Plan.model_validate(told | {"cases": ()})
    told.clear()
    shared = [case_sharing(CasePlan.model_validate(cases.pop()), seen) for _ in range(len(cases))]
    return whole.model_copy(update={"cases": tuple(shared)})


plan = ParsedOnce(_plan)
roster = ParsedOnce(Roster.model_validate_json)
