"""Texts with ids where names would stand: for a wall that others see, and a list left behind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from matcher.domain.roster import Roster

LEADER = "lederen"


@dataclass(frozen=True, eq=False)
class IdsOnly:
    """Puts ids in the place of the names that a roster knows: of coordinators and of leaders."""

    roster: Roster

    def __call__(self, text: str) -> str:
        """The text without names; what isn't a name is left as it is."""
        return self._name.sub(lambda found: self._id_of[found[1]], text) if self._id_of else text

    @cached_property
    def _id_of(self) -> dict[str, str]:
        """A leader who is no coordinator has no id of their own."""
        leaders = {
            unit.leader_name: unit.leader_id or LEADER
            for unit in self.roster.units
            if unit.leader_name
        }
        return leaders | {one.name: one.id for one in self.roster.coordinators if one.name}

    @cached_property
    def _name(self) -> re.Pattern[str]:
        """A name as a word of its own, with its id in brackets where that follows."""
        longest_first = sorted(self._id_of, key=lambda name: (-len(name), name))
        ids = sorted(re.escape(id_) for id_ in set(self._id_of.values()))
        names = "|".join(map(re.escape, longest_first))
        return re.compile(rf"(?<!\w)({names})(?!\w)(?: \((?:{'|'.join(ids)})\))?")
