"""Small workbooks with whatever in their cells, as somebody might have typed them."""

import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from io import BytesIO
from typing import Any

from openpyxl import Workbook

from matcher.domain.finding import Finding
from matcher.exchange import Imported, read

ON = date(2026, 11, 15)
CASES = [["Sak"], ["S1"], ["S2"]]
COORDINATORS = [["Koordinator"], ["K1"], ["K2"]]

Cells = Sequence[Sequence[Any]]


def workbook(sheets: Mapping[str, Cells]) -> bytes:
    """An .xlsx of just these sheets."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        page = book.create_sheet(name)
        for row in rows:
            page.append(list(row))
    return saved(book)


def saved(book: Workbook) -> bytes:
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def whole(**sheets: Cells) -> dict[str, Cells]:
    """The sheets that must be there, with two cases and two coordinators, and these instead."""
    return {"Saker": CASES, "Koordinatorer": COORDINATORS, **sheets}


def imported(**sheets: Cells) -> Imported:
    """What comes of a workbook that is whole but for these sheets."""
    return read("liste.xlsx", workbook(whole(**sheets)), ON)


def errors(result: Imported) -> list[tuple[str, str]]:
    """Code and cell of every error."""
    return [(f.code, f.subject) for f in result.findings if f.severity == "error"]


def warnings(result: Imported) -> list[tuple[str, str]]:
    """Code and cell of every warning."""
    return [(f.code, f.subject) for f in result.findings if f.severity == "warning"]


def the(result: Imported, code: str) -> Finding:
    """The one finding of a kind."""
    (found,) = (finding for finding in result.findings if finding.code == code)
    return found


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """A zip of these files."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def repacked(content: bytes, changed: Mapping[str, bytes | None]) -> bytes:
    """A zip with some parts changed, added, or (``None``) taken out."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    merged = {**parts, **changed}
    return zipped({name: content for name, content in merged.items() if content is not None})


def part(content: bytes, name: str) -> bytes:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return archive.read(name)


def csv_bytes(rows: Iterable[str], encoding: str = "utf-8") -> bytes:
    return "\r\n".join(rows).encode(encoding)
