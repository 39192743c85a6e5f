"""What the user has changed in the data since the file was read, and the way back."""

from __future__ import annotations

from dataclasses import dataclass, field

from matcher.exchange.editing import Tables


@dataclass
class Edits:
    """The sheets as they stand now, and as they stood before each change."""

    tables: Tables
    before: list[Tables] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many changes there are to take back."""
        return len(self.before)

    def change(self, tables: Tables) -> None:
        """Go on with changed sheets."""
        self.before.append(self.tables)
        self.tables = tables

    def undo(self) -> None:
        """Take the last change back. Raises ``IndexError`` where there is none."""
        self.tables = self.before.pop()
