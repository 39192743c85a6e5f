"""A row of a sheet: what stands in it, what it was understood as, and what is said of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from openpyxl.utils import get_column_letter

from matcher.domain.finding import Finding, Severity
from matcher.domain.frozen import Frozen
from matcher.exchange.cell import Raw
from matcher.exchange.kinds import NotUnderstood
from matcher.exchange.sheet import OWNER, Sheet


@dataclass
class Row:
    """One row with content; ``number`` is its number in the file, ``places`` each field's column.

    ``item`` is the domain object, where every cell was understood.
    """

    sheet: Sheet
    number: int
    cells: tuple[Raw, ...]
    places: Mapping[str, int]
    values: dict[str, object] = field(default_factory=dict)
    item: Frozen | None = None
    findings: list[Finding] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    """Why the row is left out; empty where it is taken in."""

    @property
    def key(self) -> str | None:
        """The row's own id, or whose it is; ``None`` where that can't be read."""
        value = self.values.get(self.sheet.key.field)
        return None if value is None else str(value)

    @property
    def is_refused(self) -> bool:
        """Whether the row is left out."""
        return bool(self.reasons)

    def text(self, field: str) -> str | None:
        """A field that holds an id or a name."""
        value = self.values.get(field)
        return None if value is None else str(value)

    def refuse(self, code: str, what: str, field: str | None = None) -> None:
        """Leave the row out, and say why."""
        self._tell(code, Severity.ERROR, what, field)
        self.reasons.append(self.findings[-1].message)

    def hold_back(self, reason: str) -> None:
        """Leave the row out because of another, where that is told."""
        self.reasons.append(reason)

    def warn(self, code: str, what: str, field: str | None = None) -> None:
        """Keep the row, and say what should be looked at."""
        self._tell(code, Severity.WARNING, what, field)

    def take_away(self, field: str) -> None:
        """Keep the row, but without this field."""
        self.values.pop(field, None)
        if self.item is not None:
            self.item = self.item.model_copy(update={field: None})

    def _tell(self, code: str, severity: Severity, what: str, field: str | None) -> None:
        column = self.places.get(field or self.sheet.key.field, 0)
        heading = f", kolonnen «{self.sheet.column(field).heading}»" if field else ""
        self.findings.append(
            Finding(
                code=code,
                severity=severity,
                subject=f"{self.sheet.name}!{get_column_letter(column + 1)}{self.number}",
                message=f"Arket {self.sheet.name}, rad {self.number}{heading}: {what}",
            )
        )


def understand(row: Row) -> None:
    """Read every cell of the row; each that is not understood is told, not the first only."""
    for column in row.sheet.columns:
        place = row.places.get(column.field)
        raw = row.cells[place] if place is not None and place < len(row.cells) else None
        try:
            value = column.kind.read(raw)
        except NotUnderstood as fault:
            row.refuse("cell_not_understood", str(fault), column.field)
            continue
        if value is not None:
            row.values[column.field] = value
        elif column.is_required:
            row.refuse(
                "cell_missing",
                f"cellen er tom; her må det stå {column.kind.expected}.",
                column.field,
            )
    if not row.is_refused:
        row.item = row.sheet.item.model_validate(_nested(row.values))


def _nested(values: Mapping[str, object]) -> dict[str, object]:
    """``focus.somatic`` becomes ``somatic`` inside ``focus``; the owner is no field of the part."""
    nested: dict[str, object] = {}
    inner: dict[str, dict[str, object]] = {}
    for name, value in values.items():
        outer, _, rest = name.partition(".")
        if rest:
            inner.setdefault(outer, {})[rest] = value
        elif name != OWNER:
            nested[name] = value
    return nested | inner
