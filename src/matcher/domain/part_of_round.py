"""A round without some of its cases, also where other cases' sentences name them."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any

from matcher.domain.plan import Plan
from matcher.domain.roster import Roster

TEXTS = ("message", "because", "reason")
"""Where in a plan a sentence may name another case."""
WORD = re.compile(r"[\w-]+")


def roster_without(roster: Roster, gone: Collection[str]) -> Roster:
    """The roster without some cases."""
    kept = (case for case in roster.cases if case.id not in gone)
    return Roster.of(roster.on, kept, roster.coordinators, roster.units)


def plan_without(
    plan: Plan, gone: Collection[str], called: str, *, keeps_moves: bool = False
) -> Plan:
    """The plan without some cases; a sentence that names one, calls it by ``called``.

    With ``keeps_moves`` it is still told that such a case would change coordinator, under the
    same word, so that nobody thinks fewer would. The prices of the whole round show nothing of a
    part, and are left out.
    """
    gone = frozenset(gone)
    odd = sorted((case for case in gone if not WORD.fullmatch(case)), key=len, reverse=True)
    odd_ones = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, odd))})(?![\w-])")

    def told(text: str) -> str:
        text = odd_ones.sub(called, text) if odd else text
        return WORD.sub(lambda word: called if word[0] in gone else word[0], text)

    def without(value: Any, key: str = "") -> Any:
        if isinstance(value, list):
            if key == "moved" and keeps_moves:
                return [_renamed(move, gone, called) for move in value]
            return [without(item, key) for item in value if not _is_of(item, gone)]
        if isinstance(value, dict):
            return {name: without(item, name) for name, item in value.items()}
        return told(value) if isinstance(value, str) and key in TEXTS else value

    less = Plan.model_validate(without(plan.model_dump(mode="json", by_alias=True)))
    if not gone:
        return less
    return less.model_copy(update={"round": less.round.model_copy(update={"certificate": None})})


def _renamed(move: dict[str, Any], gone: frozenset[str], called: str) -> dict[str, Any]:
    return move | {"case": called} if move["case"] in gone else move


def _is_of(item: Any, gone: frozenset[str]) -> bool:
    """A case's plan, move or choice, or a finding about it."""
    if not isinstance(item, dict):
        return False
    return item.get("case") in gone or ("code" in item and item.get("subject") in gone)
