"""What a sheet and a column of the workbook are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from matcher.domain.frozen import Frozen
from matcher.domain.roster import Roster
from matcher.exchange.kinds import Kind
from matcher.exchange.likeness import plain

OWNER = "owner"
"""The field of a column that says whose the row is, where the row is a part of something."""


@dataclass(frozen=True)
class Column:
    """A column: its heading, the domain field it fills, what its cells hold, and guidance.

    ``field`` is dotted where it lies inside another (``focus.somatic``).
    """

    heading: str
    field: str
    kind: Kind
    guidance: str
    is_required: bool = False

    def value_in(self, owner: str | None, item: Frozen) -> object | None:
        """What a domain object holds for this column; an empty list is nothing."""
        if self.field == OWNER:
            return owner
        value: object = item
        for name in self.field.split("."):
            value = getattr(value, name)
        return None if value == () else value


Parts = Callable[[Roster], Iterable[tuple[str | None, Frozen]]]


@dataclass(frozen=True)
class Sheet:
    """A sheet: a row is one ``item``, and ``parts`` finds them in a roster with their owners."""

    name: str
    guidance: str
    item: type[Frozen]
    parts: Parts
    columns: tuple[Column, ...]
    is_required: bool = False

    @cached_property
    def key(self) -> Column:
        """The first column: the row's own id, or whose the row is."""
        return self.columns[0]

    @cached_property
    def column_by_heading(self) -> dict[str, Column]:
        """Each column by its heading in plain form."""
        return {heading_key(column.heading): column for column in self.columns}

    def column(self, field: str) -> Column:
        """The column of a domain field."""
        (found,) = (column for column in self.columns if column.field == field)
        return found


def heading_key(heading: str) -> str:
    """A heading without case, extra space and unit: «Timer per måned (t)» is «timer per måned»."""
    return plain(re.sub(r"\s*(\([^)]*\)|\[[^\]]*\]|%|\*|:)\s*$", "", heading.strip()))
