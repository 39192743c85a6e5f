"""The cells of an .xlsx, read as a stream and without running or fetching anything."""

from __future__ import annotations

import re
import warnings
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

import openpyxl
from defusedxml.ElementTree import iterparse
from openpyxl.utils.cell import coordinate_to_tuple

from matcher.exchange.cell import Raw, Unreadable
from matcher.exchange.container import damaged
from matcher.exchange.table import (
    MOST_CELLS,
    MOST_ROWS,
    Table,
    UnusableFile,
    too_large,
    too_many_rows,
)

if TYPE_CHECKING:
    from openpyxl.cell import Cell, MergedCell
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

MERGED_OR_FORMULA = re.compile(rb"<(?:\w+:)?(?:mergeCell|f)[\s/>]")
WITHOUT_VALUE = Unreadable(
    "formel",
    "Cellen har en formel uten utregnet verdi. "
    "Kanskje hjelper det å åpne filen i regnearkprogrammet og lagre den på nytt.",
)


def read_xlsx(content: bytes, archive: ZipFile) -> tuple[Table, ...]:
    """Every sheet of a workbook, hidden ones too. Raises ``UnusableFile``."""
    _require_safe_xml()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl's words are English; what matters is told
            book = openpyxl.load_workbook(BytesIO(content), read_only=True, data_only=True)
            return tuple(_read_sheet(sheet, archive) for sheet in book.worksheets)
    except UnusableFile:
        raise
    except Exception:  # whatever a broken or hostile file makes a parser raise
        raise damaged() from None


def _require_safe_xml() -> None:
    if not openpyxl.DEFUSEDXML:
        raise RuntimeError("openpyxl must parse through defusedxml: unset OPENPYXL_DEFUSEDXML")


def _read_sheet(sheet: ReadOnlyWorksheet, archive: ZipFile) -> Table:
    sheet.reset_dimensions()  # a wrong dimension in the file would silently cut rows off
    merged, without_value = _merged_and_formulas(archive.read(_part_name(sheet)))
    rows: list[tuple[Raw, ...]] = []
    filled = cells = 0
    for number, row in enumerate(sheet.rows, start=1):
        cells += len(row)
        raws = tuple(map(_raw, row))
        if number in without_value:
            raws = _marked(raws, without_value[number])
        if any(raw is not None for raw in raws):
            filled += 1
            rows += [()] * (number - 1 - len(rows))
            rows.append(raws)
        if filled > MOST_ROWS:
            raise too_many_rows(sheet.title)
        if cells > MOST_CELLS:
            raise too_large()
    return Table(sheet.title, tuple(rows), merged)


def _raw(cell: Cell | MergedCell) -> Raw:
    value = cell.value
    if isinstance(value, str):
        if cell.data_type == "e":
            return Unreadable(value, f"Cellen viser regnearkfeilen {value}.")
        return value if value.strip() else None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _as_shown(value, cell.number_format or "")
    return value  # type: ignore[return-value] # formulas are not kept with data_only


def _as_shown(number: float, number_format: str) -> Raw:
    """A cell formatted as per cent holds 0.5 and shows 50 %: take what a person sees."""
    return f"{round(number * 100, 10):g} %" if "%" in number_format else number


def _marked(raws: tuple[Raw, ...], columns: set[int]) -> tuple[Raw, ...]:
    padded = list(raws) + [None] * (max(columns) - len(raws))
    for column in columns:
        padded[column - 1] = WITHOUT_VALUE
    return tuple(padded)


def _part_name(sheet: ReadOnlyWorksheet) -> str:
    name: str = sheet._worksheet_path  # type: ignore[attr-defined] # openpyxl has no public name
    return name


def _merged_and_formulas(xml: bytes) -> tuple[tuple[str, ...], dict[int, set[int]]]:
    """Merged ranges, and the columns by row of formulas that were saved without a value.

    openpyxl's stream tells neither. A formula whose value is an empty text is a value.
    """
    merged: list[str] = []
    without_value: dict[int, set[int]] = {}
    if not MERGED_OR_FORMULA.search(xml):
        return (), {}
    for _, element in iterparse(BytesIO(xml)):
        tag = element.tag.rpartition("}")[2]
        if tag == "mergeCell":
            merged.append(element.get("ref", ""))
        elif tag == "c":
            inside = {child.tag.rpartition("}")[2]: child.text for child in element}
            if "f" in inside and not inside.get("v") and element.get("t") != "str":
                row, column = coordinate_to_tuple(element.get("r", "A1"))
                without_value.setdefault(row, set()).add(column)
        elif tag == "row":
            element.clear()
    return tuple(merged), without_value
